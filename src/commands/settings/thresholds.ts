import { measureNames, measures, type Measure } from "../../measures.ts";
import type { Action } from "../../model/message.ts";
import type { Threshold } from "../../model/subscription.ts";
import { textsOf } from "../../languages/texts.ts";
import { kindOf } from "../../ledger/counts.ts";
import { placeText } from "../../alert/place-text.ts";
import { inCapital } from "../../alert/wording.ts";
import { shownWord, textOption, type Asked, type CommandCall, type Suggestion } from "../context.ts";
import { fromShortKey, hashKey } from "../short-key.ts";
import {
  noneWords,
  panelAction,
  panelArgument,
  removalSelect,
  type Drawn,
  type Outcome,
  type SettingsPage,
  type View,
} from "./page.ts";
import { readThreshold } from "./threshold-words.ts";

/** Measures that can be chosen by button: those whose numbers ring. The others can be typed. */
const offered: readonly Measure[] = measureNames.filter((name) => measures[name].rings);

/** Numbers offered by button, small ones for people. */
const offeredNumbers = { people: [1, 5, 10, 50], others: [10, 100, 200, 500] } as const;

const maxThresholds = 20;
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
    if (isNone(view, words)) return { kind: "set", change: { thresholds: [] }, words: [] };
    if (noneWords.has(first.toLowerCase())) return removeNamed(view, words.slice(1));
    if (first.startsWith("-")) return remove(view, first.slice(1));
    const measure = words.length === 1 ? fromShortKey(first, measureNames) : null;
    return measure === null ? applyTyped(view, words) : { kind: "show", words: [measure] };
  },
  draw: (view, [measure]) => (measure === undefined ? drawOverview(view) : drawMeasure(view, measure)),
  async complete(asked) {
    const removals = await suggestRemovals(asked);
    return [...removals, ...suggestMeasures(asked)];
  },
};

/** "Killed: 5 or more, Kharkiv region"; "Exchanges: any, Kharkiv region". */
export function thresholdText(
  call: Pick<CommandCall, "text" | "language">,
  { measure, atLeast, place }: Threshold,
): string {
  const texts = textsOf(call.language);
  const kind = kindOf(measure);
  if (atLeast === 0 && kind !== null) {
    const where = place === null ? call.text("settings-places-all") : placeText(place, texts);
    return call.text("threshold-any-of", { kind: inCapital(call.text(`kind-${kind}`)), place: where });
  }
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

/** "none", "any number", as it is shown where there are none. */
function isNone({ call: { context } }: View, words: readonly string[]): boolean {
  const said = words.join(" ").toLowerCase();
  const isShown = (tag: string): boolean =>
    context.translate(tag, "settings-thresholds-none").toLowerCase() === said;
  return noneWords.has(said) || context.languages.some(isShown);
}

/** `none killed`, `off killed Kharkiv`: those of the measure, or of the measure there. */
function removeNamed({ call, subscription: { thresholds } }: View, words: readonly string[]): Outcome {
  const named = readThreshold(call, words.some((word) => /^\d/u.test(word)) ? words : ["any", ...words]);
  const left =
    "fault" in named
      ? thresholds
      : thresholds.filter(
          ({ measure, place }) =>
            measure !== named.measure || (named.place !== null && place !== named.place),
        );
  if (left.length < thresholds.length) return { kind: "set", change: { thresholds: left }, words: [] };
  return {
    kind: "refuse",
    text: call.text("threshold-none-such", { word: shownWord(words.join(" ")) }),
    words: [],
  };
}

/** `killed 5 Kharkiv`, `drones at least 200`, `any exchange`, `any strike in Kharkiv`. */
function applyTyped({ call, subscription }: View, words: readonly string[]): Outcome {
  const read = readThreshold(call, words);
  if ("fault" in read) {
    const measure = fromShortKey(words[0] ?? "", measureNames);
    return { kind: "refuse", text: read.fault, words: measure === null ? [] : [measure] };
  }
  const { thresholds } = subscription;
  // No condition at all: one of bodies or children, or that is only put off, has no number of prisoners to reach.
  if (read.atLeast === 0 && read.place === null) {
    const left = thresholds.filter(({ measure }) => kindOf(measure) !== kindOf(read.measure));
    return {
      kind: "set",
      change: { thresholds: left },
      words: [],
      saved: call.text("threshold-unasked", { what: thresholdText(call, read) }),
    };
  }
  const isSame = (other: Threshold) => other.measure === read.measure && other.place === read.place;
  const now = [...thresholds.filter((other) => !isSame(other)), read];
  if (now.length > maxThresholds)
    return { kind: "refuse", text: call.text("threshold-many", { count: maxThresholds }), words: [] };
  return { kind: "set", change: { thresholds: now }, words: [] };
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
  // One alone is taken out by its own button.
  const label = call.text("threshold-remove-all");
  const off = thresholds.length < 2 ? [] : [panelAction(call, ["thresholds", "off"], label)];
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

/** What a chat's numbers can be taken out by, each and all. */
async function suggestRemovals({
  completion,
  context,
  text,
  language,
}: Asked): Promise<readonly Suggestion[]> {
  const chat = await context.store.chats.find(completion.address);
  const thresholds = chat?.state === "active" ? chat.subscription.thresholds : [];
  const each = thresholds.map((threshold) => {
    const name = thresholdText({ text, language }, threshold);
    return { value: `-${hashKey(keyOf(threshold))}`, label: text("button-remove", { name }) };
  });
  const all = thresholds.length < 2 ? [] : [{ value: "off", label: text("threshold-remove-all") }];
  const typed = completion.typed.trim().toLowerCase();
  const isMeant = ({ label }: Suggestion): boolean =>
    typed === "" || noneWords.has(typed) || label.toLowerCase().includes(typed);
  return [...each, ...all].filter(isMeant);
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
