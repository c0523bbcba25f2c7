import { spanText } from "../../../alert/wording.ts";
import { textsOf } from "../../../languages/texts.ts";
import { isSameKey } from "../../../ledger/ruling.ts";
import type { Development } from "../../../model/development.ts";
import type { CommandCall } from "../../context.ts";
import type { Decision } from "./decide.ts";
import { decisionsOn, standingDecisions } from "./decisions.ts";
import { readNumber } from "./number.ts";
import { figureLabel, figureNamed, keyOf, leadingPoint, markOf, reportNamed } from "./subject.ts";

/** A subcommand of /review on one development. */
export interface Asked {
  readonly what: string;
  readonly development: Development;
  /** What was said beside the development. */
  readonly rest: readonly string[];
}

/** What the words of a call decide; else why they decide nothing, in words. */
export async function decisionOf(call: CommandCall, asked: Asked): Promise<Decision | string> {
  const { what, development } = asked;
  const { id: subject } = development;
  const marked = asked.rest.find((word) => /^#\w{4}$/u.test(word));
  const isStale = marked !== undefined && marked !== markOf(development);
  if (isStale) return call.text("review-stale");
  const rest = asked.rest.filter((word) => word !== marked);
  const note = rest.join(" ");
  switch (what) {
    case "hold":
    case "release":
    case "refuse":
      return { action: { kind: what, development: subject }, subject, note };
    case "confirm":
      return confirmation(call, development, rest);
    case "correct":
      return correction(call, development, rest);
    case "withdraw":
      return withdrawal(call, development, rest);
    case "merge":
      return mergeWith(call, development, rest);
    case "split":
    case "retract":
      return onReport(call, { what, development, rest });
    case "undo":
      return undoing(call, development, rest);
    default:
      return call.text(what === "report" ? "review-refused-no-report" : "review-refused-no-figure");
  }
}

/** Of a number only as it was shown: one that has moved since is not confirmed unseen. */
async function confirmation(
  call: CommandCall,
  development: Development,
  [word = "", shown, ...note]: readonly string[],
): Promise<Decision | string> {
  const { id: subject } = development;
  const figure = figureNamed(development, word);
  if (figure === null && /^(?:_|[a-z]+\.)/u.test(word)) return call.text("review-refused-no-figure");
  if (figure === null) {
    const words = [word, shown ?? "", ...note].join(" ").trim();
    return { action: { kind: "confirm", development: subject, figure: null }, subject, note: words };
  }
  const point = leadingPoint(figure);
  if (point === null || (shown !== undefined && shown !== String(point))) return call.text("review-stale");
  return {
    action: { kind: "confirm", development: subject, figure: keyOf(figure) },
    subject,
    note: note.join(" "),
    after: `${await figureLabel(call, development, figure)}: ${point}`,
  };
}

async function correction(
  call: CommandCall,
  development: Development,
  [word = "", ...said]: readonly string[],
): Promise<Decision | string> {
  const figure = figureNamed(development, word);
  if (figure === null) return call.text("review-refused-no-figure");
  const number = readNumber(said.join(" "));
  if (number === null) return call.text("review-no-number");
  const last = development.rulings?.findLast(
    (ruling) => ruling.kind === "correct" && isSameKey(ruling.figure, figure),
  );
  const texts = textsOf(call.language);
  const isRepeated =
    last?.kind === "correct" &&
    last.speaker === null &&
    figure.leading?.review !== undefined &&
    spanText(last.span, texts) === spanText(number.span, texts);
  if (isRepeated) return call.text("review-refused-nothing-to-change");
  const label = await figureLabel(call, development, figure);
  return {
    action: { kind: "correct", development: development.id, figure: keyOf(figure), span: number.span },
    subject: development.id,
    note: number.note,
    before: figure.leading === null ? "" : `${label}: ${spanText(figure.leading, texts)}`,
    after: `${label}: ${spanText(number.span, texts)}`,
  };
}

/** `[number] [report]`; neither: everything that the development holds. */
async function withdrawal(
  call: CommandCall,
  development: Development,
  rest: readonly string[],
): Promise<Decision | string> {
  const [first = "", second = ""] = rest;
  const figure = figureNamed(development, first);
  const report = reportNamed(development, figure === null ? first : second);
  const isAll = first === "" || first === "all";
  if (figure === null && report === null && !isAll) return call.text("review-refused-no-figure");
  const label = figure === null ? "" : await figureLabel(call, development, figure);
  return {
    action: {
      kind: "withdraw",
      development: development.id,
      figure: figure === null ? null : keyOf(figure),
      reportId: report,
    },
    subject: development.id,
    note: rest
      .slice([figure, report].filter((named) => named !== null).length + (first === "all" ? 1 : 0))
      .join(" "),
    before: [label, report ?? ""].filter((words) => words !== "").join(", "),
  };
}

function mergeWith(
  call: CommandCall,
  { id: subject }: Development,
  [other = "", ...note]: readonly string[],
): Decision | string {
  if (!/^d\d{1,12}$/u.test(other)) return call.text("review-no-other");
  return {
    action: { kind: "merge", development: subject, other },
    subject,
    note: note.join(" "),
    after: other,
  };
}

function onReport(
  call: CommandCall,
  { what, development, rest }: Asked & { readonly what: "split" | "retract" },
): Decision | string {
  const { id: subject } = development;
  const reports = rest.map((word) => reportNamed(development, word));
  const named = reports.filter((id) => id !== null);
  const [reportId] = named;
  if (reportId === undefined) return call.text("review-refused-no-report");
  const note = rest.slice(named.length).join(" ");
  const before = named.join(", ");
  if (what === "retract") return { action: { kind: "retract", reportId }, subject, note, before };
  return { action: { kind: "split", development: subject, reports: named }, subject, note, before };
}

/** `[seq] [why]`; without a number the only decision that stands. */
async function undoing(
  call: CommandCall,
  { id: subject }: Development,
  [word = "", ...rest]: readonly string[],
): Promise<Decision | string> {
  const undo = (seq: number, note: string): Decision => ({
    action: { kind: "undo", seq },
    subject,
    note,
    before: `#${seq}`,
  });
  if (/^[1-9]\d{0,14}$/u.test(word)) return undo(Number(word), rest.join(" "));
  const [latest, ...others] = standingDecisions(await decisionsOn(call, subject));
  if (latest === undefined) return call.text("review-refused-no-entry");
  if (others.length > 0) return call.text("review-which-decision");
  return undo(latest.seq, [word, ...rest].join(" "));
}
