import { DatabaseSync } from "node:sqlite";
import type { Call } from "../fakes/telegram/server.ts";
import { textOf } from "../fakes/telegram/params.ts";
import { isOfAlert, isOfPicture, readNotice, readText } from "./plan.ts";
import type { Stage } from "./stage.ts";

/** How many messages may say that they may be repeats, by where and of what: `telegram 701 d1`. */
export type Allowance = ReadonlyMap<string, number>;

const moversPlace = "telegram movers";

/** A place and a story as one text. Groups that move are one place: what was asked for in the old one is repeated in the new one. */
export function storyOf({ movers }: Pick<Stage, "movers">, chatId: number, subject: string): string {
  const isMover = movers.includes(chatId) || (chatId < 0 && chatId > -1_000_000_000);
  return `${isMover ? moversPlace : `telegram ${chatId}`} ${subject}`;
}

/** What a text tells: a development, several of them, or a notice by its title. */
export const subjectOf = (text: string): string =>
  isOfAlert(text)
    ? readText(text)
        .map(({ development }) => development)
        .toSorted()
        .join("+")
    : readNotice(text).title;

const isUnanswered = ({ status }: Call): boolean => status === 0 || status >= 500;

/** Telegram's new messages, oldest first; a picture that follows its words is none. */
export const sendsTo = ({ telegram }: Pick<Stage, "telegram">): readonly Call[] =>
  telegram.director
    .calls()
    .filter((call) => ["sendmessage", "sendphoto"].includes(call.method) && !isOfPicture(wordsOf(call)));

const wordsOf = ({ params }: Call): string => textOf(params, "text") || textOf(params, "caption");

/** Telegram's sends that were not answered, whether they were taken or not: only such a one may be repeated. */
export function unansweredSends(stage: Stage): Map<string, number> {
  const found = new Map<string, number>();
  for (const call of sendsTo(stage)) if (isUnanswered(call)) add(found, storyOfCall(stage, call));
  return found;
}

function storyOfCall(stage: Stage, call: Call): string {
  return storyOf(stage, call.chatId ?? 0, subjectOf(wordsOf(call)));
}

/**
 * Adds the sends that a killed process had begun, or was about to make, and to which no answer can have reached it. One whose answer was
 * withheld is counted already. `madeBefore`: how many sends there were when the process began.
 */
export function addCutSends(stage: Stage, into: Map<string, number>, madeBefore: number): number {
  const made = sendsTo(stage).slice(madeBefore);
  const other = new DatabaseSync(stage.database);
  const rows = other
    .prepare(
      `SELECT c.channel, coalesce(
         (SELECT group_concat(development_id, '+') FROM (SELECT p.development_id FROM catch_up_parts p
           JOIN catch_ups u ON u.id = p.catch_up_id WHERE u.delivery_id = d.id ORDER BY p.development_id)),
         d.development_id, n.message ->> 'title') AS subject
       FROM deliveries d JOIN chats c ON c.id = d.chat_id LEFT JOIN notices n ON n.id = d.notice_id
       WHERE d.platform = 'telegram' AND d.state = 'sending' AND d.called_at IS NOT NULL
         AND d.called_revision IS NOT NULL`,
    )
    .all();
  other.close();
  for (const { channel, subject } of rows) {
    const story = storyOf(stage, Number(channel), String(subject));
    if (!isCounted(stage, made, story)) add(into, story);
  }
  return rows.length;
}

/** Adds the sends that a process gave up although they were answered, late. `givenUp`: as the child says it. */
export function addLateSends(stage: Stage, into: Map<string, number>, givenUp: readonly string[]): void {
  if (givenUp.length === 0) return;
  const made = sendsTo(stage);
  const other = new DatabaseSync(stage.database);
  const channelOf = other.prepare("SELECT channel FROM chats WHERE id = ?");
  const titleOf = other.prepare("SELECT message ->> 'title' AS title FROM notices WHERE key = ?");
  for (const line of givenUp) {
    const [chat = "", subject = ""] = line.split(" ");
    const channel = Number(channelOf.get(Number(chat))?.["channel"]);
    const story = storyOf(stage, channel, String(titleOf.get(subject)?.["title"] ?? subject));
    if (!isCounted(stage, made, story)) add(into, story);
  }
  other.close();
}

/** Whether the last send of a story is counted already, as one that was not answered. Of groups that move it may be another's. */
function isCounted(stage: Stage, made: readonly Call[], story: string): boolean {
  if (story.startsWith(moversPlace)) return false;
  const last = made.findLast((call) => storyOfCall(stage, call) === story);
  return last !== undefined && isUnanswered(last);
}

function add(to: Map<string, number>, story: string): void {
  to.set(story, (to.get(story) ?? 0) + 1);
}

/** Where more messages are marked than there was a reason for. `marked`: the story of each. */
export function markFaults(marked: readonly string[], allowed: readonly Allowance[]): string[] {
  const counts = new Map<string, number>();
  for (const story of marked) add(counts, story);
  return [...counts].flatMap(([story, count]) => {
    const most = allowed.reduce((sum, allowance) => sum + allowedFor(story, allowance), 0);
    return count > most ? [`${story}: ${count} messages are marked, ${most} sends were unanswered`] : [];
  });
}

/**
 * How many messages of a story may be marked. A catch-up that was not answered may have told each of its developments, which are told apart where it is not
 * wanted any more: when the chat left, or when Telegram refused it.
 */
function allowedFor(story: string, allowance: Allowance): number {
  let most = allowance.get(story) ?? 0;
  for (const [other, count] of allowance) if (other !== story && isPartOf(story, other)) most += count;
  return most;
}

function isPartOf(story: string, catchUp: string): boolean {
  const [at, atOther] = [story.lastIndexOf(" "), catchUp.lastIndexOf(" ")];
  return (
    story.slice(0, at) === catchUp.slice(0, atOther) &&
    catchUp
      .slice(atOther + 1)
      .split("+")
      .includes(story.slice(at + 1))
  );
}

/** Calls that were refused because the leaver had blocked the bot: one each time, and one more where a kill fell between it and its note. */
export function deadEndFaults({ telegram, leaver }: Stage, kills: number): string[] {
  const refused = telegram.director
    .calls()
    .filter(({ chatId, status }) => chatId === leaver.id && status === 403).length;
  const most = leaver.blocks + kills;
  return refused > most ? [`${refused} calls to a chat that had blocked the bot, for ${most} at most`] : [];
}
