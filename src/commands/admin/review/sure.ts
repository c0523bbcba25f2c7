import type { Development } from "../../../model/development.ts";
import type { Action } from "../../../model/message.ts";
import type { Reply } from "../../../ports/command.ts";
import type { CommandCall } from "../../context.ts";
import type { Asked } from "./decision.ts";
import { decisionsOn } from "./decisions.ts";
import { lineOf } from "./merging.ts";
import { decisionLabel, panelReply } from "./panel.ts";
import { asking, figureNamed, markOf, reportNamed } from "./subject.ts";

/** What is asked once more before it is done, since all chats hear of it. */
export interface Sure {
  readonly question: string;
  /** What the button says that does it, and does. */
  readonly label: string;
  readonly argument: string;
}

/** As long as a button's argument may be, and of ASCII (model/message.ts). */
const buttonWords = /^[\x20-\x7e]{1,40}$/u;

/** The panel with nothing to press but that one thing, or the way back. */
export async function sureReply(
  call: CommandCall,
  development: Development,
  { question, label, argument }: Sure,
): Promise<Reply> {
  const reply = await panelReply(call, development, question);
  const actions: readonly Action[] = [
    { command: "review", argument, label },
    { command: "review", argument: `show ${development.id} here`, label: call.text("button-back") },
  ];
  return { ...reply, message: { ...reply.message, selects: [], actions } };
}

/** Everything that is told of it would be taken back. */
export function allQuestion(call: CommandCall, development: Development): Sure {
  return {
    question: call.text("review-sure"),
    label: call.text("button-withdraw-all-sure"),
    argument: `withdraw ${development.id} all ${markOf(development)}`,
  };
}

/** What is to be asked before the words of a call decide anything. Null: nothing, they decide. */
export async function sureQuestion(call: CommandCall, asked: Asked): Promise<Sure | null> {
  const { what, development, rest } = asked;
  if (what === "merge") return mergeQuestion(call, asked);
  if (!rest.includes(asking) || !/^(?:withdraw|retract|undo)$/u.test(what)) return null;
  const words = rest.filter((word) => word !== asking);
  const [first = ""] = words;
  if (what === "undo") return undoQuestion(call, development, first);
  if (figureNamed(development, first) === null && reportNamed(development, first) === null) return null;
  return {
    question: call.text(`review-sure-${what}`),
    label: call.text(`button-sure-${what}`),
    argument: [what, development.id, ...words, markOf(development)].join(" "),
  };
}

/** Of a decision that is not in the list any more nothing is asked: it is answered that there is none. */
async function undoQuestion(call: CommandCall, { id }: Development, seq: string): Promise<Sure | null> {
  const entry = (await decisionsOn(call, id)).find((each) => String(each.seq) === seq);
  if (entry === undefined) return null;
  const question = call.text("review-sure-undo", { decision: decisionLabel(call, entry) });
  return { question, label: call.text("button-sure-undo"), argument: `undo ${id} ${seq}` };
}

/**
 * Two developments are shown before they become one. The button carries the mark of the first, and the reason; where there is no room for
 * the reason nothing more is asked: who writes one knows what they name.
 */
async function mergeQuestion(call: CommandCall, { development, rest }: Asked): Promise<Sure | null> {
  if (rest.some((word) => /^#\w{4}$/u.test(word))) return null;
  const [other = "", ...why] = rest.filter((word) => word !== asking);
  const found = /^d\d{1,12}$/u.test(other) ? await call.context.store.ledger.development(other) : null;
  // What cannot be one is refused by the ledger, with its reason.
  if (found === null || found.id === development.id || found.kind !== development.kind) return null;
  const argument = ["merge", development.id, found.id, markOf(development), ...why].join(" ");
  if (!buttonWords.test(argument)) return null;
  const both = await Promise.all([development, found].map((each) => lineOf(call, each)));
  return {
    question: [call.text("review-sure-merge"), ...both].join("\n"),
    label: call.text("button-sure-merge"),
    argument,
  };
}
