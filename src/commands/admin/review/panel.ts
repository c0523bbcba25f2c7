import { labelText, spanText, speakerText } from "../../../alert/wording.ts";
import { titleOf } from "../../../alert/title.ts";
import { textsOf } from "../../../languages/texts.ts";
import { isHeld, unwithdrawn } from "../../../ledger/ruling.ts";
import type { Development, LedgerFigure } from "../../../model/development.ts";
import type { Action, Select } from "../../../model/message.ts";
import type { JournalEntry } from "../../../ports/ledger-store.ts";
import type { Reply } from "../../../ports/command.ts";
import type { CommandCall } from "../../context.ts";
import { outletLabel, snapshotOf } from "../../evidence.ts";
import { momentText } from "../../moments.ts";
import { decisionsOn } from "./decisions.ts";
import { asking, figureWord, markOf, reportWord, saidIn } from "./subject.ts";
import { stateText } from "./waiting.ts";

/** As many as a list of the platforms holds; the newest reports. */
const maxChoices = 25;
const maxLines = 15;

/** One development as an admin decides on it. `note`: what was just done; null: nothing was. */
export async function panelReply(
  call: CommandCall,
  development: Development,
  note: string | null,
): Promise<Reply> {
  const decisions = await decisionsOn(call, development.id);
  const alert = await snapshotOf(call, development);
  const texts = textsOf(call.language);
  const figures = development.figures.filter(({ claims }) => claims.length > 0);
  const lines = figures.map((figure) => {
    const label = labelText(figure, alert, texts);
    return { figure, text: numberText(call, label, figure) };
  });
  const shownLines = lines.slice(0, maxLines).map(({ text }) => ({ text, link: null }));
  return {
    isPrivate: true,
    isInPlace: true,
    message: {
      title: call.text("report-development", { id: development.id, title: titleOf(alert, texts) }),
      blocks: [
        ...(note === null ? [] : [{ kind: "text" as const, text: note }]),
        { kind: "text", text: stateText(call, development) },
        ...(shownLines.length === 0 ? [] : [{ kind: "list" as const, items: shownLines }]),
        {
          kind: "note",
          text: call.text("review-stands-on", {
            reports: development.reports.length,
            origins: alert.origins,
          }),
        },
      ],
      selects: [
        ...choose(
          call,
          { argument: `figure ${development.id}`, key: "review-choose-figure" },
          lines.map(({ figure, text }) => ({ value: figureWord(figure), label: text })),
        ),
        ...choose(
          call,
          { argument: `report ${development.id}`, key: "review-choose-report" },
          development.reports
            .toReversed()
            .map((id) => ({ value: reportWord(id), label: reportLabel(call, development, id) })),
        ),
        ...choose(
          call,
          { argument: `undo ${development.id} ${asking}`, key: "review-choose-undo" },
          decisions.map((entry) => ({ value: String(entry.seq), label: decisionLabel(call, entry) })),
        ),
      ],
      actions: actionsFor(call, development),
      language: call.language,
    },
  };
}

/** A number as it stands, with whose word it is and how many say something on it. */
export function numberText(call: CommandCall, label: string, figure: LedgerFigure): string {
  const { leading, claims, rivals } = figure;
  const texts = textsOf(call.language);
  const count = unwithdrawn(claims).length;
  if (leading === null) return call.text("review-number-none", { label });
  const speaker = speakerText(leading.by, texts);
  const by =
    leading.review === undefined ? (speaker ?? outletLabel(call, leading)) : call.text("review-by-admin");
  const line = call.text("review-number", { label, number: spanText(leading, texts), by, count });
  const against = rivals.map((rival) => spanText(rival, texts)).join(", ");
  return against === "" ? line : call.text("review-number-against", { line, against });
}

/** An outlet and when it was read, marked where all that it says here was taken out. */
export function reportLabel(call: CommandCall, development: Development, reportId: string): string {
  const said = saidIn(development, reportId);
  const [first] = said;
  if (first === undefined) return reportId;
  const line = call.text("review-report", {
    name: outletLabel(call, first),
    at: momentText(first.seenAt, call),
  });
  return said.every(({ isWithdrawn }) => isWithdrawn === true)
    ? call.text("review-report-out", { line })
    : line;
}

/** A list to choose one of, as far as the platforms have room; []: there is nothing to choose. */
export function choose(
  call: CommandCall,
  { argument, key }: { readonly argument: string; readonly key: string },
  options: readonly { readonly value: string; readonly label: string }[],
): readonly Select[] {
  if (options.length === 0) return [];
  const shown = options.slice(0, maxChoices).map(({ value, label }) => ({
    value,
    label: label.length <= 100 ? label : `${label.slice(0, 99)}…`,
    isChosen: false,
  }));
  return [{ command: "review", argument, label: call.text(key), isMultiple: false, options: shown }];
}

/** What can be decided now: a button that would change nothing is not there. */
function actionsFor(call: CommandCall, development: Development): readonly Action[] {
  const { id, approval, holdUntil, rulings = [] } = development;
  const action = (argument: string, key: string): Action => ({
    command: "review",
    argument,
    label: call.text(key),
  });
  const isWaiting = approval?.state === "waiting";
  const isReleasable =
    isWaiting || approval?.state === "dropped" || isHeld(development) || holdUntil !== null;
  const mark = markOf(development);
  return [
    ...(isReleasable
      ? [action(`release ${id} ${mark}`, isWaiting ? "button-approve" : "button-release")]
      : []),
    ...(isWaiting ? [action(`refuse ${id} ${mark}`, "button-reject")] : []),
    ...(rulings.some(({ kind }) => kind === "confirm")
      ? []
      : [action(`confirm ${id} ${mark}`, "button-confirm")]),
    ...(isHeld(development) ? [] : [action(`hold ${id}`, "button-hold")]),
    action(`merge ${id}`, "button-merge"),
    action(`withdraw ${id}`, "button-withdraw-all"),
    { command: "development", argument: id, label: call.text("action-development") },
    action("list 1", "button-waiting"),
  ];
}

/** A decision with its number in the journal, when it was made and what it was. */
export function decisionLabel(call: CommandCall, { seq, at, cause }: JournalEntry): string {
  const kind = cause.kind === "review" ? cause.action?.kind : undefined;
  return call.text("review-decision", {
    seq: String(seq),
    at: momentText(at, call),
    what: call.text(`audit-review-${kind ?? "undo"}`, { subject: "" }).trim(),
  });
}
