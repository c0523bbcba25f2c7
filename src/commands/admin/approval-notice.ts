import { plainText } from "../../alert/plain.ts";
import { standingPart } from "../../ledger/ruling.ts";
import type { ChatAddress } from "../../model/chat.ts";
import type { Development } from "../../model/development.ts";
import type { Action, Block, Message } from "../../model/message.ts";
import type { CommandCall, CommandContext } from "../context.ts";
import {
  eachOnce,
  heardClaim,
  quoteOf,
  shownClaims,
  snapshotOf,
  type AskedDevelopment,
} from "../evidence.ts";
import { markOf } from "./review/subject.ts";
import { stateText } from "./review/waiting.ts";

/** Sentences that stand in the notice; all stand behind its button. */
const maxQuotes = 3;

/** As many as are looked at in one go; the others' turn comes when these are decided or timed out. */
const maxWaiting = 100;

/**
 * Tells every admin chat once of each development that waits for an approval, with what would be told, until when it waits and
 * what happens then. By their keys the notices are queued once, whoever asks and however often. Returns how many were new.
 * `told`: keys that need no second look; it is kept up to date.
 */
export async function tellOfApprovals(context: CommandContext, told: Set<string>): Promise<number> {
  const due = await context.store.ledger.dueHolds(Number.MAX_SAFE_INTEGER, maxWaiting);
  const waiting = due.filter(({ approval }) => approval?.state === "waiting");
  const keys = new Set(waiting.map(noticeKey));
  for (const key of told) if (!keys.has(key)) told.delete(key);
  const untold = waiting.filter((development) => !told.has(noticeKey(development)));
  let count = 0;
  for (const development of untold) {
    for (const address of context.adminChats ?? [])
      count += (await tellOne(context, development, address)) ? 1 : 0;
    told.add(noticeKey(development));
  }
  if (count > 0) context.poke();
  return count;
}

/** One that waits anew, after an undo, is told of anew. */
function noticeKey({ id, holdUntil }: Development): string {
  return `approval:${id}:${holdUntil ?? 0}`;
}

async function tellOne(
  context: CommandContext,
  development: Development,
  address: ChatAddress,
): Promise<boolean> {
  const { store, clock } = context;
  const now = clock.now();
  const chat = await store.chats.find(address);
  const language = chat?.subscription.language ?? context.defaults.language;
  // A chat that is there for its notices only has chosen no zone.
  const chosen = chat?.state === "active" ? chat.subscription.timeZone : null;
  const timeZone = chosen ?? context.defaults.timeZone;
  const message = await approvalMessage(context, development, { language, timeZone });
  const key = noticeKey(development);
  return store.outbox.addNotice(
    { to: { address }, key, message, isLoud: true, forSubscribers: false, dueAt: now },
    now,
  );
}

async function approvalMessage(
  context: CommandContext,
  development: Development,
  { language, timeZone }: { readonly language: string; readonly timeZone: string },
): Promise<Message> {
  const text: CommandCall["text"] = (key, args) => context.translate(language, key, args);
  const alert = await snapshotOf({ context }, development);
  const told = context.compose([alert], { language, timeZone });
  const { id } = development;
  const mark = markOf(development);
  const action = (argument: string, key: string): Action => ({
    command: "review",
    argument,
    label: text(key),
  });
  return {
    title: text("approval-title", { id }),
    blocks: [
      { kind: "text", text: stateText({ text, language, timeZone }, development) },
      { kind: "quote", text: `${told.title}\n${plainText(told)}`, source: null },
      ...told.blocks.filter(({ kind }) => kind === "sources"),
      ...evidenceBlocks(text, { development: standingPart(development), alert }),
    ],
    actions: [
      action(`release ${id} ${mark}`, "button-approve"),
      action(`refuse ${id} ${mark}`, "button-reject"),
      action(`show ${id}`, "button-review"),
    ],
    language,
  };
}

/** The sentences behind its first numbers, each once. */
function evidenceBlocks(text: CommandCall["text"], asked: AskedDevelopment): readonly Block[] {
  const claims = shownClaims(asked).flatMap(({ figure, claim }) => heardClaim(figure, claim) ?? []);
  return eachOnce(claims)
    .slice(0, maxQuotes)
    .map((claim) => quoteOf({ text }, claim));
}
