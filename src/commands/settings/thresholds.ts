import { measureNames, measures, type Measure } from "../../measures.ts";
import type { Action } from "../../model/message.ts";
import type { Subscription, Threshold } from "../../model/subscription.ts";
import { textsOf } from "../../languages/texts.ts";
import { kindOf } from "../../ledger/counts.ts";
import { placeText } from "../../alert/place-text.ts";
import { inCapital } from "../../alert/wording.ts";
import { shownWord, textOption, type Asked, type CommandCall, type Suggestion } from "../context.ts";
import { findPlaces } from "../find-place.ts";
import { fromShortKey, hashKey } from "../short-key.ts";
import {
  panelAction,
  panelArgument,
  removalSelect,
  type Drawn,
  type Outcome,
  type SettingsPage,
  type View,
} from "./page.ts";

/** Measures that can be chosen by button: those whose numbers ring. The others can be typed. */
const offered: readonly Measure[] = measureNames.filter((name) => measures[name].rings);

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

/** Numbers offered by button, small ones for people. */
const offeredNumbers = { people: [1, 5, 10, 50], others: [10, 100, 200, 500] } as const;

const maxThresholds = 20;
const anyWords: ReadonlySet<string> = new Set([
  "any",
  "some",
  "будь-який",
  "будь-яка",
  "любой",
  "любое",
  "любая",
]);

/** Numbers from which on the chat wants to hear: "killed, at least 5, in Kharkiv region". */
export const thresholdsPage: SettingsPage = {
  name: "thresholds",
  options: (context) => [textOption(context, "threshold", { isCompleted: true })],
  summary({ call, subscription: { thresholds } }) {
    if (thresholds.length === 0) return call.text("settings-thresholds-none");
    return thresholds.map((threshold) => thresholdText(call, threshold)).join("; ");
  },
  apply(view, words) {
    const [first = ""] = words;
    if (first === "") return { kind: "show", words: [] };
    if (first === "off") return { kind: "set", change: { thresholds: [] }, words: [] };
    if (first.startsWith("-")) return remove(view, first.slice(1));
    const measure = words.length === 1 ? fromShortKey(first, measureNames) : null;
    return measure === null ? applyTyped(view, words) : { kind: "show", words: [measure] };
  },
  draw: (view, [measure]) => (measure === undefined ? drawOverview(view) : drawMeasure(view, measure)),
  complete: (asked) => Promise.resolve(suggestMeasures(asked)),
};

/** "Killed: 5 or more, Kharkiv region". */
export function thresholdText(
  call: Pick<CommandCall, "text" | "language">,
  { measure, atLeast, place }: Threshold,
): string {
  const texts = textsOf(call.language);
  const values = { measure: measureText(call, measure), number: texts.number(atLeast) };
  if (place === null) return call.text("threshold", values);
  return call.text("threshold-placed", { ...values, place: placeText(place, texts) });
}

function measureText(call: Pick<CommandCall, "text">, measure: Measure): string {
  return inCapital(call.text(`measure-${measure.replaceAll(".", "-")}`));
}

function keyOf({ measure, atLeast, place }: Threshold): string {
  return `${measure} ${atLeast} ${place ?? ""}`;
}

function remove({ subscription }: View, value: string): Outcome {
  const { thresholds } = subscription;
  const key = fromShortKey(value, thresholds.map(keyOf));
  if (key === null) return { kind: "show", words: [] };
  const left = thresholds.filter((threshold) => keyOf(threshold) !== key);
  return { kind: "set", change: { thresholds: left }, words: [] };
}

/** `killed 5 Kharkiv`, `drones at least 200`, `any exchange`. */
function applyTyped({ call, subscription }: View, words: readonly string[]): Outcome {
  if (asksEveryExchange(words)) return letEveryExchange(subscription);
  const read = readThreshold(call, words);
  if ("fault" in read) return { kind: "refuse", text: read.fault, words: [] };
  const { thresholds } = subscription;
  const isSame = (other: Threshold) => other.measure === read.measure && other.place === read.place;
  const now = [...thresholds.filter((other) => !isSame(other)), read];
  if (now.length > maxThresholds)
    return { kind: "refuse", text: call.text("threshold-many", { count: maxThresholds }), words: [] };
  return { kind: "set", change: { thresholds: now }, words: [] };
}

/** "any exchange", in either order. */
function asksEveryExchange(words: readonly string[]): boolean {
  const lower = words.map((word) => word.toLowerCase());
  const others = lower.filter((word) => !anyWords.has(word));
  return lower.length === 2 && others.length === 1 && exchangeWords.split(" ").includes(others[0] ?? "");
}

/** No condition at all: one of bodies or children, or that is only put off, has no number of prisoners to reach. */
function letEveryExchange({ thresholds }: Subscription): Outcome {
  const left = thresholds.filter(({ measure }) => kindOf(measure) !== "exchange");
  return { kind: "set", change: { thresholds: left }, words: [] };
}

/** What people put before a number. */
const atLeastWords =
  /(?:^|\s+)(?:at least|from|від|не менше|не менш|щонайменше|от|не меньше|не менее|минимум)$/iu;

/** Reads a threshold out of words: the measure, the number, the place, or the number first. What is missing or unknown is said. */
export function readThreshold(
  call: Pick<CommandCall, "text" | "language">,
  words: readonly string[],
): Threshold | { readonly fault: string } {
  const at = words.findIndex((word) => /^\d/u.test(word) || anyWords.has(word.toLowerCase()));
  const name = (at < 0 ? words : words.slice(0, at)).join(" ").replace(atLeastWords, "");
  const after = at < 0 ? [] : words.slice(at + 1);
  const { measure, rest } = name === "" ? leadingMeasure(after) : { measure: findMeasure(name), rest: after };
  if (measure === null)
    return { fault: call.text("threshold-measure-unknown", { word: shownWord(name || words.join(" ")) }) };
  const number = at < 0 ? null : readNumber(words[at] ?? "");
  if (number === null) return { fault: call.text("threshold-number-missing") };
  const where = rest.join(" ").replace(/^(?:in|in the|у|в)\s+/iu, "");
  if (where === "") return { measure, atLeast: number, place: null };
  const [place] = findPlaces(where);
  if (place === undefined) return { fault: call.text("settings-places-none", { word: shownWord(where) }) };
  return { measure, atLeast: number, place };
}

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

function drawOverview({ call, subscription }: View): Drawn {
  const { thresholds } = subscription;
  const removals = removalSelect(
    call,
    "thresholds",
    thresholds.map((threshold) => ({
      value: hashKey(keyOf(threshold)),
      name: thresholdText(call, threshold),
    })),
  );
  const off =
    thresholds.length < 2
      ? []
      : [panelAction(call, ["thresholds", "off"], call.text("threshold-remove-all"))];
  const items = thresholds.map((threshold) => ({ text: thresholdText(call, threshold), link: null }));
  return {
    blocks: [
      { kind: "text", text: call.text("settings-thresholds-about") },
      ...(items.length === 0 ? [] : [{ kind: "list" as const, items }]),
    ],
    actions: off,
    selects: [
      {
        command: "settings",
        argument: panelArgument(call, ["thresholds"]),
        label: call.text("settings-thresholds-choose"),
        isMultiple: false,
        options: offered.map((measure) => ({
          value: hashKey(measure),
          label: measureText(call, measure),
          isChosen: false,
        })),
      },
      ...removals,
    ],
  };
}

/** How large a number of the measure must be: by button, or typed with a place. */
function drawMeasure({ call }: View, measure: string): Drawn {
  const known = measureNames.find((name) => name === measure);
  if (known === undefined) return { blocks: [], actions: [] };
  const texts = textsOf(call.language);
  const value = hashKey(known);
  const numbers = offeredNumbers[measures[known].class === "people" ? "people" : "others"];
  const ask: Action = {
    ...panelAction(call, ["thresholds", value], call.text("threshold-type")),
    ask: {
      title: call.text("threshold-ask"),
      example: call.text("threshold-example"),
      maxLength: 80,
    },
  };
  return {
    blocks: [{ kind: "text", text: call.text("threshold-from", { measure: measureText(call, known) }) }],
    actions: [
      panelAction(call, ["thresholds", value, "any"], call.text("threshold-any")),
      ...numbers
        .filter((number) => number > 1)
        .map((number) =>
          panelAction(
            call,
            ["thresholds", value, String(number)],
            call.text("threshold-number", { number: texts.number(number) }),
          ),
        ),
      ask,
      panelAction(call, ["thresholds"], call.text("button-back-thresholds")),
    ],
  };
}

/** Measures for the first word; after it the number is typed. */
function suggestMeasures({ completion, text }: Asked): readonly Suggestion[] {
  const typed = completion.typed.toLowerCase();
  return offered
    .map((measure) => ({ measure, label: measureText({ text }, measure) }))
    .filter(({ measure, label }) => measure.startsWith(typed) || label.toLowerCase().includes(typed))
    .map(({ measure, label }) => ({
      value: `${measure} 1`,
      label: text("threshold", { measure: label, number: "1" }),
    }));
}
