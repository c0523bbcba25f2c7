import { DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";
import type { OutboxCounts } from "../../src/ports/outbox-store.ts";
import type { FakeTelegram } from "../fakes/telegram/index.ts";
import { addCutSends, deadEndFaults, markFaults, storyOf, subjectOf, unansweredSends } from "./calls.ts";
import { createDice, type Dice } from "./dice.ts";
import { developments, killPoints, type ChildOrder, type KillPoint } from "./plan.ts";
import { startChild } from "./process.ts";
import { comeBack, onStage, stirChats, withStore, type Stage } from "./stage.ts";
import { addTrouble, withholdOne } from "./trouble.ts";
import { faultsIn, newestFaults, noticeFaults, noticesIn, shownIn, type QueuedNotice } from "./verdict.ts";

export interface TortureOptions {
  readonly kills: number;
  readonly seed: number;
  readonly onRound?: (line: string) => void;
}

export interface TortureResult {
  /** What is wrong; empty: nothing. */
  readonly faults: readonly string[];
  readonly killsAt: Readonly<Record<string, number>>;
  readonly alerts: number;
  readonly messages: number;
  /** Announcements and digests, as they arrived. */
  readonly notices: number;
  /** Telegram messages that say that they may be repeats. */
  readonly marked: number;
  /** Telegram's sends that had no answer. */
  readonly unanswered: number;
  /** How often a person blocked the bot, and a group became a supergroup. */
  readonly leaves: number;
  readonly moves: number;
  readonly counts: OutboxCounts;
  readonly refusedForFlooding: number;
}

const alertsARound = 12;
/** A child that neither stops where it is to nor ends is killed after this. */
const roundLimitMs = 2_500;
const drainLimitMs = 300_000;
/** How often a child passes its step before it stops there, at most: a round has so many commits, and more calls. */
const fewPasses = 8;
const manyPasses = 30;

/** Kills a sending process again and again, at each step and at random, and looks at what arrived. */
export const torture = (options: TortureOptions): Promise<TortureResult> =>
  onStage((stage) => play(stage, options));

async function play(stage: Stage, { kills, seed, onRound }: TortureOptions): Promise<TortureResult> {
  const dice = createDice(seed);
  const killsAt: Record<string, number> = {};
  const cutSends = new Map<string, number>();
  for (let round = 1; round <= kills; round += 1) {
    const point = killPoints[(round - 1) % killPoints.length] ?? "at-random";
    addTrouble(stage, dice);
    await stirChats(stage, dice);
    const madeBefore = stage.telegram.director.calls("sendMessage").length;
    const order = orderFor(stage, { stopAt: point, alerts: round * alertsARound, dice });
    const wasKilled = await runAndKill(stage, order, dice);
    const cut = addCutSends(stage, cutSends, madeBefore);
    if (wasKilled) killsAt[point] = (killsAt[point] ?? 0) + 1;
    onRound?.(`${round}/${kills} ${point}, ${cut} sends cut: ${JSON.stringify(await countsOf(stage))}`);
  }
  stage.telegram.director.clearFaults();
  stage.discord.clearScript();
  await comeBack(stage);
  // What was committed up to the last kill, and a last revision of each development after it.
  const alerts = (await committed(stage)) + developments;
  await drain(orderFor(stage, { stopAt: null, alerts, dice }));
  return judge(stage, { alerts, killsAt, cutSends });
}

interface Played {
  readonly alerts: number;
  readonly killsAt: Readonly<Record<string, number>>;
  readonly cutSends: ReadonlyMap<string, number>;
}

async function judge(stage: Stage, { alerts, killsAt, cutSends }: Played): Promise<TortureResult> {
  const { telegram, discord, chats, leaver, movers } = stage;
  const shown = shownIn(telegram, discord);
  const told = noticesIn(telegram, discord);
  const counts = await countsOf(stage);
  const unanswered = unansweredSends(stage);
  const marked = telegram.director
    .sent()
    .map(({ chatId, text, edits }) => ({ chatId, text: edits[0]?.text ?? text }))
    .filter(({ text }) => /possible repeat|may be a repeat/u.test(text))
    .map(({ chatId, text }) => storyOf(stage, chatId, subjectOf(text)));
  const kills = Object.values(killsAt).reduce((sum, count) => sum + count, 0);
  const others = [leaver.id, ...movers].map((id) => `telegram ${id}`);
  return {
    faults: [
      ...faultsIn(shown, chats, alerts),
      ...newestFaults(shown, others, alerts),
      ...markFaults(marked, [unanswered, cutSends]),
      ...deadEndFaults(stage, kills),
      ...noticeFaults(told, queuedIn(stage)),
      ...failuresIn(stage),
      ...(counts.queued + counts.sending + counts.unknown > 0 ? ["deliveries are left"] : []),
    ],
    killsAt,
    alerts,
    messages: shown.length,
    notices: told.length,
    marked: marked.length,
    unanswered: [...unanswered.values()].reduce((sum, count) => sum + count, 0),
    leaves: leaver.blocks,
    moves: movers.length - 1,
    counts,
    refusedForFlooding: floodCount(telegram),
  };
}

function orderFor(
  { database, begunAt, telegram, discord }: Stage,
  {
    stopAt,
    alerts,
    dice,
  }: { readonly stopAt: KillPoint | null; readonly alerts: number; readonly dice: Dice },
): ChildOrder {
  return {
    database,
    begunAt,
    telegramRoot: telegram.apiRoot,
    telegramToken: telegram.token,
    discordRoot: discord.apiRoot,
    discordToken: discord.token,
    stopAt,
    passes: dice.below(stopAt === "committed" || stopAt === "expanded" ? fewPasses : manyPasses),
    oneWriteFailsIn: stopAt !== null && dice.below(3) === 0 ? 15 : 0,
    seed: dice.below(2 ** 31),
    alerts,
  };
}

/** Runs a child up to its end. It is killed at its point, or at a random moment; it may also have ended before. True: it was killed. */
async function runAndKill(stage: Stage, order: ChildOrder, dice: Dice): Promise<boolean> {
  const child = startChild(order);
  if ((await child.next()) !== "running") throw new Error(`The child did not start: ${child.errors()}`);
  if (order.stopAt === "in-call") withholdOne(stage, dice);
  if (dice.below(5) === 0) await keepBusy(order.database, dice.below(200));
  const isTimed = order.stopAt === "in-call" || order.stopAt === "at-random";
  const limitMs = isTimed ? 50 + dice.below(800) : roundLimitMs;
  const ended = new AbortController();
  const late = delay(limitMs, "late", { signal: ended.signal }).catch(() => "late");
  const word = await Promise.race([child.next(), late]);
  ended.abort();
  if (word === null && child.errors() !== "") throw new Error(`The child failed: ${child.errors()}`);
  await child.kill();
  return word === "stopped" || word === "late";
}

/** Holds the database for writing, as a backup or a second process may. */
async function keepBusy(database: string, ms: number): Promise<void> {
  const other = new DatabaseSync(database, { timeout: 2_000 });
  other.exec("BEGIN IMMEDIATE");
  await delay(ms);
  other.exec("ROLLBACK");
  other.close();
}

async function drain(order: ChildOrder): Promise<void> {
  const child = startChild(order);
  const ending = new AbortController();
  const late = delay(drainLimitMs, "late", { signal: ending.signal }).catch(() => "late");
  let word: string | null = null;
  do word = await Promise.race([child.next(), late]);
  while (word === "running");
  ending.abort();
  await child.kill();
  if (word !== "drained") throw new Error(`The last child ${word ?? "ended"}: ${child.errors()}`);
}

const countsOf = (stage: Stage): Promise<OutboxCounts> =>
  withStore(stage.database, ({ outbox }) => outbox.counts());

const committed = (stage: Stage): Promise<number> =>
  withStore(stage.database, async ({ ledger }) => (await ledger.alerts({ limit: 1 }))[0]?.seq ?? 0);

/** Every notice that was queued for a chat that stays. */
function queuedIn({ database, chats }: Stage): QueuedNotice[] {
  const other = new DatabaseSync(database);
  const rows = other
    .prepare(
      `SELECT c.platform || ' ' || c.channel AS chat, n.key, n.message ->> 'title' AS title FROM deliveries d
       JOIN notices n ON n.id = d.notice_id JOIN chats c ON c.id = d.chat_id`,
    )
    .all();
  other.close();
  return rows
    .map(({ chat, key, title }) => ({ chat: String(chat), key: String(key), title: String(title) }))
    .filter(({ chat }) => chats.includes(chat));
}

/** Only what goes to who has blocked the bot may fail. */
function failuresIn({ database, leaver }: Stage): string[] {
  const other = new DatabaseSync(database);
  const rows = other
    .prepare(
      `SELECT c.channel, d.why FROM deliveries d JOIN chats c ON c.id = d.chat_id
       WHERE d.state = 'failed' AND c.channel <> ?`,
    )
    .all(String(leaver.id));
  other.close();
  return rows.map(({ channel, why }) => `a delivery to ${String(channel)} was given up: ${String(why)}`);
}

function floodCount(telegram: FakeTelegram): number {
  const flood = telegram.director.counts().flood;
  return flood === null ? 0 : flood.all + flood.chat + flood.group + flood.edits;
}
