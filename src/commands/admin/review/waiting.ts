import { textsOf } from "../../../languages/texts.ts";
import { titleOf } from "../../../alert/title.ts";
import { isHeld } from "../../../ledger/ruling.ts";
import type { Development } from "../../../model/development.ts";
import type { Block, ListItem, Select } from "../../../model/message.ts";
import type { AuditEntry } from "../../../ports/audit-store.ts";
import type { Reply } from "../../../ports/command.ts";
import { wayText, type CommandCall } from "../../context.ts";
import { snapshotOf } from "../../evidence.ts";
import { zoneName } from "../../find-zone.ts";
import { momentText } from "../../moments.ts";

/** As many as a list to choose from and a message can show. */
const maxWaiting = 12;
const maxErrors = 10;
/** Holds looked back at; older ones are reached by their development. */
const maxHolds = 200;
const maxWords = 120;

/** What waits for the admins: approvals, what was held, errors that people reported. */
export async function waitingReply(call: CommandCall): Promise<Reply> {
  const { store } = call.context;
  const due = await store.ledger.dueHolds(Number.MAX_SAFE_INTEGER, maxWaiting);
  const held = await heldOnes(call);
  const all = [...due, ...held];
  const waiting = all.slice(0, maxWaiting);
  const errors = await store.audit.list({ acts: ["report"], openOnly: true, limit: maxErrors });
  const lines = await Promise.all(waiting.map((development) => waitingLine(call, development)));
  const isMore = all.length > maxWaiting || due.length === maxWaiting;
  return {
    isPrivate: true,
    isInPlace: call.words.length > 0,
    message: {
      title: call.text(waiting.length + errors.length === 0 ? "review-nothing" : "review-title"),
      blocks: [
        ...listBlocks(call.text("review-waiting"), lines),
        ...(isMore ? [{ kind: "note" as const, text: call.text("review-waiting-more") }] : []),
        ...listBlocks(
          call.text("review-errors"),
          errors.map((error) => ({ text: errorLine(call, error), link: null })),
        ),
        { kind: "note", text: wayText(call, "review-how") },
      ],
      selects: [...openWaiting(call, waiting, lines), ...openErrors(call, errors)],
      actions: [{ command: "review", argument: "list 1", label: call.text("button-refresh") }],
      language: call.language,
    },
  };
}

function listBlocks(title: string, items: readonly ListItem[]): readonly Block[] {
  return items.length === 0
    ? []
    : [
        { kind: "text", text: title },
        { kind: "list", items },
      ];
}

/** Developments that an admin holds still, the last held first. */
async function heldOnes({ context }: CommandCall): Promise<readonly Development[]> {
  const { ledger, audit } = context.store;
  const holds = await audit.list({ acts: ["review.hold"], limit: maxHolds });
  const ids = [...new Set(holds.map(({ subject }) => subject))];
  return (await ledger.stored(ids)).filter(
    (development) => development.mergedInto === null && isHeld(development),
  );
}

async function waitingLine(call: CommandCall, development: Development): Promise<ListItem> {
  const title = titleOf(await snapshotOf(call, development), textsOf(call.language));
  const line = call.text("report-development", { id: development.id, title });
  return { text: `${line}. ${stateText(call, development)}`, link: null };
}

/** Where a development stands with the admins and the chats, in one sentence. */
export function stateText(
  call: Pick<CommandCall, "text" | "language" | "timeZone">,
  development: Development,
): string {
  const { approval, holdUntil, told } = development;
  if (approval?.state === "waiting" && holdUntil !== null)
    return call.text(`review-is-waiting-${approval.atTimeout}`, { at: deadlineText(holdUntil, call) });
  if (isHeld(development)) return call.text(told === null ? "review-is-held" : "review-is-held-told");
  if (holdUntil !== null) return call.text("review-is-hold", { at: deadlineText(holdUntil, call) });
  if (told !== null)
    return call.text("review-is-told", { at: momentText(told.at, call), revision: told.revision });
  return call.text(approval?.state === "dropped" ? "review-is-dropped" : "review-is-untold");
}

/** Who reads by another clock than the zone's must not take it for over: "4 March at 13:30 (Europe/Kyiv)". */
function deadlineText(at: number, call: Pick<CommandCall, "language" | "timeZone">): string {
  return `${momentText(at, call)} (${zoneName(call.timeZone, at)})`;
}

/** A reported error in one line. */
function errorLine(call: CommandCall, { seq, at, subject, after }: AuditEntry): string {
  const words = after.length <= maxWords ? after : `${after.slice(0, maxWords - 1)}…`;
  const of = subject === "" ? "" : ` ${subject}`;
  return call.text("review-error-line", { seq: String(seq), of, at: momentText(at, call), words });
}

function openWaiting(
  call: CommandCall,
  developments: readonly Development[],
  lines: readonly ListItem[],
): readonly Select[] {
  if (developments.length === 0) return [];
  const options = developments.map(({ id }, index) => ({
    value: id,
    label: (lines[index]?.text ?? id).slice(0, 100),
    isChosen: false,
  }));
  const label = call.text("open-development");
  return [{ command: "review", argument: "show here", label, isMultiple: false, options }];
}

function openErrors(call: CommandCall, errors: readonly AuditEntry[]): readonly Select[] {
  if (errors.length === 0) return [];
  const options = errors.map((error) => ({
    value: String(error.seq),
    label: errorLine(call, error).slice(0, 100),
    isChosen: false,
  }));
  return [
    {
      command: "review",
      argument: "error",
      label: call.text("review-open-error"),
      isMultiple: false,
      options,
    },
  ];
}
