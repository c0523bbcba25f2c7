import { kindOf } from "../../ledger/counts.ts";
import { textsOf } from "../../languages/texts.ts";
import { measureNames, type Measure } from "../../measures.ts";
import type { EventKind } from "../../model/event.ts";
import type { Threshold } from "../../model/subscription.ts";
import { shownWord, type CommandCall } from "../context.ts";
import { findPlaces } from "../find-place.ts";
import { fromShortKey } from "../short-key.ts";
import { kindNamed } from "./kinds.ts";

/** What people call an exchange. */
const exchangeWords = "exchange exchanges обмін обміни обмен обмены";

/** What people call a measure for short, beside its names (`findMeasure`). */
const shortNames: ReadonlyMap<string, Measure> = new Map(
  Object.entries({
    "drones.launched": "drones дрони дронів дроны дронов беспилотники беспилотников",
    "missiles.launched": "missiles ракети ракет ракеты",
    "weapons.launched": "weapons",
    "prisoners.released": `prisoners полонені полонених пленные пленных ${exchangeWords}`,
    "hostages.released": "hostages заручники заручників заложники заложников",
    "bodies.returned": "bodies тіла тіл тела тел",
    "children.returned": "children діти дітей дети детей",
    "customers.without_power": "power світло света свет",
    killed: "dead deaths загиблі загиблих загинуло убиті вбито убито погибло погибшие погибших убитые",
    injured: "wounded поранених раненые раненых",
  } satisfies Partial<Record<Measure, string>>).flatMap(([measure, words]) =>
    words.split(" ").map((word): [string, Measure] => [word, measure as Measure]),
  ),
);

const anyWords: ReadonlySet<string> = new Set([
  "any",
  "some",
  "будь-який",
  "будь-яка",
  "любой",
  "любое",
  "любая",
  "будь-яке",
  "будь-які",
  "любые",
  "любых",
]);

/** What people put before a number. */
const atLeastWords =
  /(?:^|\s+)(?:at least|more than|over|above|from|понад|більше|більш ніж|більше ніж|больше|более|больше чем|свыше|від|не менше|не менш|щонайменше|от|не меньше|не менее|минимум)$/iu;

/**
 * Reads a threshold out of words: the measure, the number, the place, or the number first; or any development of a kind (at least 0), with
 * a place or without. What is missing or unknown is said.
 */
export function readThreshold(
  call: Pick<CommandCall, "text" | "context">,
  typed: readonly string[],
): Threshold | { readonly fault: string } {
  const words = asTyped(typed);
  const every = readEvery(call, words);
  if (every !== null) return every;
  const at = words.findIndex((word) => /^\d/u.test(word) || anyWords.has(word.toLowerCase()));
  const name = (at < 0 ? words : words.slice(0, at)).join(" ").replace(atLeastWords, "");
  const after = at < 0 ? [] : words.slice(at + 1);
  const { measure, rest } = name === "" ? leadingMeasure(after) : { measure: findMeasure(name), rest: after };
  if (at < 0 && leadingMeasure(words).measure !== null)
    return { fault: call.text("threshold-number-missing") };
  if (measure === null)
    return { fault: call.text("threshold-measure-unknown", { word: shownWord(name || words.join(" ")) }) };
  const number = at < 0 ? null : readNumber(words[at] ?? "");
  if (number === null) return { fault: call.text("threshold-number-missing") };
  return placed(call, { measure, atLeast: number }, rest);
}

/** As the bot writes numbers, and as people type them: "Killed: 1 000 or more, Kharkiv", ">= 5". */
function asTyped(words: readonly string[]): readonly string[] {
  const text = words
    .join(" ")
    .replaceAll(/\s*(?:[>≥]=?|=>)\s*(?=\d)/gu, " ")
    .replaceAll(/(?<=(?<![\d.,])\d{1,3}(?: \d{3})*) (?=\d{3}(?!\d))/gu, "")
    .replaceAll(/(?<=\d)\s+or more(?=,|\s|$)/giu, "")
    .replaceAll(/(?<=\d\+?)\s*[,;](?=\s|$)|(?<=\p{L})[:,](?=\s)/gu, "");
  return text.split(/\s+/u).filter((word) => word !== "");
}

/** With the place that the words name, if there are any. */
function placed(
  call: Pick<CommandCall, "text">,
  counted: Omit<Threshold, "place">,
  words: readonly string[],
): Threshold | { readonly fault: string } {
  const where = words.join(" ").replace(/^(?:in the|in|у|в)\s+/iu, "");
  if (where === "") return { ...counted, place: null };
  const [place] = findPlaces(where);
  if (place === undefined) return { fault: call.text("settings-places-none", { word: shownWord(where) }) };
  return { ...counted, place };
}

/** "any exchange", "exchanges any", "any strike in Kharkiv". Null: the words ask for a number. */
function readEvery(
  call: Pick<CommandCall, "text" | "context">,
  words: readonly string[],
): ReturnType<typeof readThreshold> | null {
  const at = words.findIndex((word) => anyWords.has(word.toLowerCase()));
  if (at < 0 || at > 1) return null;
  const [name = "", ...rest] = words.filter((_, index) => index !== at);
  const word = name.toLowerCase();
  // "Any killed" is one who was killed, and an exchange is more than who came home in it.
  const isCounted = !exchangeWords.split(" ").includes(word) && findMeasure(name) !== null;
  const kind = isCounted ? undefined : kindNamed(call.context, word, countedKinds);
  const measure = kind === undefined ? undefined : measureNames.find((each) => kindOf(each) === kind);
  return measure === undefined ? null : placed(call, { measure, atLeast: 0 }, rest);
}

/** Kinds whose developments are counted. */
const countedKinds = ["exchange", "strike", "capture"] as const satisfies readonly EventKind[];

/** The measure that the words begin with, by as many of them as name one, and what follows. */
function leadingMeasure(words: readonly string[]): { measure: Measure | null; rest: readonly string[] } {
  for (let count = words.length; count > 0; count -= 1) {
    const measure = findMeasure(words.slice(0, count).join(" "));
    if (measure !== null) return { measure, rest: words.slice(count) };
  }
  return { measure: null, rest: [] };
}

/** "any" is one; groups of digits may be told apart by commas or full stops. Null: no number from 1 to a billion. */
function readNumber(word: string): number | null {
  if (anyWords.has(word.toLowerCase())) return 1;
  const number = /^\d{1,3}(?:[.,]\d{3})+\+?$|^\d{1,9}\+?$/u.test(word)
    ? Number(word.replaceAll(/\D/gu, ""))
    : 0;
  return number >= 1 && number <= 1_000_000_000 ? number : null;
}

/** A measure by its name, its short name or what it is called in any language. Null: none is. */
function findMeasure(typed: string): Measure | null {
  const name = typed.trim().toLowerCase();
  if (name === "") return null;
  const short = shortNames.get(name);
  if (short !== undefined) return short;
  const exact = fromShortKey(typed.trim(), measureNames);
  if (exact !== null) return exact;
  const plain = name.replaceAll(/[ _]/gu, ".");
  const byName = measureNames.find((each) => each === plain || each.replaceAll("_", ".") === plain);
  if (byName !== undefined) return byName;
  const called = (measure: Measure) =>
    ["en", "uk", "ru"].map((tag) =>
      textsOf(tag)
        .text(`measure-${measure.replaceAll(".", "-")}`)
        .toLowerCase(),
    );
  return (
    measureNames.find((measure) => called(measure).includes(name)) ??
    measureNames.find(
      (measure) => name.length > 3 && called(measure).some((text) => text.startsWith(name)),
    ) ??
    null
  );
}
