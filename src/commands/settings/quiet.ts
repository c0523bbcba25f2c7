import type { QuietHours } from "../../model/subscription.ts";
import { readSpanOfDay } from "../clock-words.ts";
import { textOption, type CommandCall } from "../context.ts";
import { drawChoice, readChoice } from "./choice.ts";
import { kindsText, readKinds, tellableKinds, unknownKindText, usualKinds } from "./kinds.ts";
import { markedAction, noneWords, panelAction, type Outcome, type SettingsPage, type View } from "./page.ts";

const offeredSpans = ["22:00-07:00", "23:00-07:00", "00:00-08:00"];
const exceptWord = /^(?:except|but|крім|окрім|кроме)$/iu;

/** Hours in which nothing notifies, and the kinds that do so all the same. */
export const quietPage: SettingsPage = {
  name: "quiet",
  options: (context) => [textOption(context, "hours")],
  summary: ({ call, subscription }) => quietText(call, subscription.quiet),
  apply(view, words) {
    const [first = ""] = words;
    if (first === "") return { kind: "show", words: [] };
    if (noneWords.has(first.toLowerCase())) return { kind: "set", change: { quiet: null }, words: [] };
    if (first === "kinds") return applyExceptions(view, words.slice(1));
    return applyTyped(view, words);
  },
  draw(view) {
    const { call, subscription } = view;
    const { quiet } = subscription;
    const spanOf = (hours: QuietHours) => `${hours.from}-${hours.to}`;
    const now = quiet === null ? [] : [spanOf(quiet)];
    const spans = [...new Set([...now, ...offeredSpans])].map((span) =>
      markedAction(call, ["quiet", span], {
        label: span.replace("-", "–"),
        isChosen: quiet !== null && spanOf(quiet) === span,
      }),
    );
    const ask = {
      ...panelAction(call, ["quiet"], call.text("button-other-hours")),
      ask: { title: call.text("settings-quiet-ask"), example: "22:30-06:30", maxLength: 20 },
    };
    const off = markedAction(call, ["quiet", "off"], {
      label: call.text("settings-quiet-off"),
      isChosen: quiet === null,
    });
    const label = call.text("settings-quiet-except");
    const { selects } =
      quiet === null
        ? { selects: [] }
        : drawChoice(call, ["quiet", "kinds"], { ...listOf(view), page: 1, label });
    return {
      blocks: [
        { kind: "text", text: call.text("settings-quiet-about") },
        ...(quiet === null ? [] : [{ kind: "text" as const, text: `${label}:` }]),
      ],
      actions: [...spans, ask, off],
      selects,
    };
  },
};

function listOf({ call, subscription }: View) {
  return {
    options: tellableKinds(call.context).map((id) => ({ id, label: call.text(`kind-${id}`) })),
    chosen: new Set<string>(subscription.quiet?.except),
  };
}

function applyExceptions(view: View, words: readonly string[]): Outcome {
  const { quiet } = view.subscription;
  const { chosen } = readChoice(words, listOf(view));
  if (quiet === null || chosen === null) return { kind: "show", words: [] };
  const except = tellableKinds(view.call.context).filter((kind) => chosen.has(kind));
  return { kind: "set", change: { quiet: { ...quiet, except } }, words: [] };
}

/** `23:00-07:00`, `23-7 except exchange,strike`. */
function applyTyped({ call, subscription }: View, words: readonly string[]): Outcome {
  const at = words.findIndex((word) => exceptWord.test(word));
  const span = readSpanOfDay((at < 0 ? words : words.slice(0, at)).join(" "));
  // From an hour to the same is all of the day or nothing of it.
  if (span === null || span.from === span.to)
    return { kind: "refuse", text: call.text("settings-quiet-unknown"), words: [] };
  if (at < 0) {
    const except = subscription.quiet?.except ?? [];
    return { kind: "set", change: { quiet: { ...span, except } }, words: [] };
  }
  const read = readKinds(call, words.slice(at + 1).join(" "));
  if ("unknown" in read) return { kind: "refuse", text: unknownKindText(call, read.unknown), words: [] };
  return {
    kind: "set",
    change: { quiet: { ...span, except: read.kinds ?? usualKinds(call.context) } },
    words: [],
  };
}

/** "23:00–07:00, but not for exchanges"; null: none. */
export function quietText(call: Pick<CommandCall, "text" | "context">, quiet: QuietHours | null): string {
  if (quiet === null) return call.text("settings-quiet-off");
  const hours = `${quiet.from}–${quiet.to}`;
  if (quiet.except.length === 0) return hours;
  return call.text("settings-quiet-but", { hours, kinds: kindsText(call, quiet.except) });
}
