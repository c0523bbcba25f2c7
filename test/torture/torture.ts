import { DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";
import { seenText } from "../fakes/discord/index.ts";
import type { FakeTelegram } from "../fakes/telegram/index.ts";
import {
  addCutSends,
  addLateSends,
  deadEndFaults,
  markFaults,
  sendsTo,
  storyOf,
  subjectOf,
  unansweredSends,
} from "./calls.ts";
import { createDice, type Dice } from "./dice.ts";
import { developments, isOfAlert, killPoints, readText, type ChildOrder, type KillPoint } from "./plan.ts";
import { startChild } from "./process.ts";
import { comeBack, onStage, stirChats, type Stage } from "./stage.ts";
import { addTrouble, gatewayTrouble, withholdOne } from "./trouble.ts";
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
  /** Of them, those that tell several developments. */
  readonly catchUps: number;
  /** Messages with a picture, and pictures behind their words. */
  readonly pictures: number;
  /** Announcements and digests, as they arrived. */
  readonly notices: number;
  /** Telegram messages that say that they may be repeats. */
  readonly marked: number;
  /** Telegram's sends that had no answer. */
  readonly unanswered: number;
  /** How often a person blocked the bot, and a group became a supergroup. */
  readonly leaves: number;
  readonly moves: number;
  /** Deliveries by state at the end, and `possibleRepeats`. */
  readonly counts: Readonly<Record<string, number>>;
  readonly refusedForFlooding: number;
  /** Sessions of Discord's gateway that were begun, and gone on with. */
  readonly identifies: number;
  readonly resumes: number;
}

const alertsARound = 12;
/** A child that neither stops where it is to nor ends is killed after this, on a busy machine later. */
const roundLimitMs = 2_000;
/** On a busy machine everything takes longer, the start of a child (some 700 ms else) as well as what it then does. */
const usualStartMs = 700;
const mostSlowness = 3;
const drainLimitMs = 300_000;
/** Within this time of a child's start the gateway's connection may be lost, opened by then or not. */
const gatewayTroubleMs = 400;
/** The last child, which lives longer, has it cut this often. */
const cutEveryMs = 1_500;
/** How often a child passes its step before it stops there, at most: a round has so many commits, and more calls. */
const fewestPasses = 3;
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
    const madeBefore = sendsTo(stage).length;
    const order = orderFor(stage, { stopAt: point, alerts: round * alertsARound, dice });
    const { wasKilled, givenUp } = await runAndKill(stage, order, dice);
    const cut = addCutSends(stage, cutSends, madeBefore);
    addLateSends(stage, cutSends, givenUp);
    if (wasKilled) killsAt[point] = (killsAt[point] ?? 0) + 1;
    onRound?.(`${round}/${kills} ${point}, ${cut} sends cut: ${JSON.stringify(countsOf(stage))}`);
  }
  stage.telegram.director.clearFaults();
  stage.discord.clearScript();
  await comeBack(stage);
  // What was committed up to the last kill, and a last revision of each development after it.
  const alerts = committed(stage) + developments;
  const lastOrder = orderFor(stage, { stopAt: null, alerts, dice });
  addLateSends(stage, cutSends, await drain(lastOrder, () => stage.discord.gateway.drop()));
  return judge(stage, { alerts, killsAt, cutSends });
}

/** The messages on developments, as they were sent. */
const textsIn = ({ telegram, discord }: Stage): string[] =>
  [...telegram.director.sent().map(({ text }) => text), ...discord.messages().map(seenText)].filter(
    isOfAlert,
  );

const picturesIn = ({ telegram, discord }: Stage): number =>
  telegram.director.sent().filter(({ photo }) => photo !== null).length +
  discord.messages().filter(({ attachments }) => attachments.length > 0).length;

interface Played {
  readonly alerts: number;
  readonly killsAt: Readonly<Record<string, number>>;
  readonly cutSends: ReadonlyMap<string, number>;
}

function judge(stage: Stage, { alerts, killsAt, cutSends }: Played): TortureResult {
  const { telegram, discord, chats, leaver, movers } = stage;
  const shown = shownIn(telegram, discord);
  const told = noticesIn(telegram, discord);
  const counts = countsOf(stage);
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
      ...(["queued", "sending", "unknown"].some((state) => counts[state] !== 0)
        ? ["deliveries are left"]
        : []),
    ],
    killsAt,
    alerts,
    messages: textsIn(stage).length,
    catchUps: textsIn(stage).filter((text) => readText(text).length > 1).length,
    pictures: picturesIn(stage),
    notices: told.length,
    marked: marked.length,
    unanswered: [...unanswered.values()].reduce((sum, count) => sum + count, 0),
    leaves: leaver.blocks,
    moves: movers.length - 1,
    counts,
    refusedForFlooding: floodCount(telegram),
    identifies: discord.gateway.counts.identifies,
    resumes: discord.gateway.counts.resumes,
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
    passes: dice.below(passesOf(stopAt)),
    oneWriteFailsIn: stopAt !== null && dice.below(3) === 0 ? 15 : 0,
    seed: dice.below(2 ** 31),
    alerts,
  };
}

/** What happens less often is waited for less often. */
function passesOf(point: KillPoint | null): number {
  if (point === "filed") return fewestPasses;
  return point === "committed" || point === "expanded" || point === "drawn" ? fewPasses : manyPasses;
}

/** Runs a child up to its end. It is killed at its point, or at a random moment; it may also have ended before. */
async function runAndKill(
  stage: Stage,
  order: ChildOrder,
  dice: Dice,
): Promise<{ readonly wasKilled: boolean; readonly givenUp: readonly string[] }> {
  const begunAt = performance.now();
  const child = startChild(order);
  if ((await child.next()) !== "running") throw new Error(`The child did not start: ${child.errors()}`);
  if (order.stopAt === "in-call") withholdOne(stage, dice);
  if (dice.below(5) === 0) await keepBusy(order.database, dice.below(200));
  const slowness = Math.min(mostSlowness, Math.max(1, (performance.now() - begunAt) / usualStartMs));
  const isTimed = order.stopAt === "in-call" || order.stopAt === "at-random";
  const limitMs = slowness * (isTimed ? 50 + dice.below(800) : roundLimitMs);
  const ended = new AbortController();
  const late = delay(limitMs, "late", { signal: ended.signal }).catch(() => "late");
  const troubled = delay(dice.below(gatewayTroubleMs), null, { signal: ended.signal });
  const trouble = gatewayTrouble(dice);
  void troubled.then(
    () => trouble(stage.discord),
    () => undefined,
  );
  const word = await Promise.race([child.next(), late]);
  ended.abort();
  if (word === null && child.errors() !== "") throw new Error(`The child failed: ${child.errors()}`);
  await child.kill();
  return { wasKilled: word === "stopped" || word === "late", givenUp: child.givenUp };
}

const sqliteBusy = 5;

/** Holds the database for writing, as a backup or a second process may; where the child holds it all the time, it is busy as it is. */
async function keepBusy(database: string, ms: number): Promise<void> {
  const other = new DatabaseSync(database, { timeout: 2_000 });
  try {
    other.exec("BEGIN IMMEDIATE");
    await delay(ms);
    other.exec("ROLLBACK");
  } catch (error) {
    if (!(error instanceof Error && "errcode" in error && error.errcode === sqliteBusy)) throw error;
  } finally {
    other.close();
  }
}

/** Lets a last child send all that is left, its gateway cut a few times by `cut` and gone on with. Gives what it gave up. */
async function drain(order: ChildOrder, cut: () => void): Promise<readonly string[]> {
  const child = startChild(order);
  const ending = new AbortController();
  const late = delay(drainLimitMs, "late", { signal: ending.signal }).catch(() => "late");
  const cutting = setInterval(cut, cutEveryMs);
  let word: string | null = null;
  do word = await Promise.race([child.next(), late]);
  while (word === "running");
  clearInterval(cutting);
  ending.abort();
  await child.kill();
  if (word !== "drained") throw new Error(`The last child ${word ?? "ended"}: ${child.errors()}`);
  return child.givenUp;
}

/** How many deliveries are in which state, and how many were possible repeats. */
function countsOf(stage: Stage): Readonly<Record<string, number>> {
  const states = ["queued", "sending", "unknown", "sent", "failed", "superseded"];
  const found = rowsOf(stage, "SELECT state AS name, count(*) AS count FROM deliveries GROUP BY state");
  const totals = rowsOf(stage, "SELECT name, count FROM delivery_totals WHERE name = 'possibleRepeats'");
  return Object.fromEntries([
    ...[...states, "possibleRepeats"].map((name) => [name, 0]),
    ...[...found, ...totals].map(({ name, count }) => [String(name), Number(count)]),
  ]) as Record<string, number>;
}

const committed = (stage: Stage): number =>
  Number(rowsOf(stage, "SELECT max(seq) AS seq FROM alerts")[0]?.["seq"] ?? 0);

function rowsOf({ database }: Stage, query: string): Readonly<Record<string, unknown>>[] {
  const opened = new DatabaseSync(database);
  const rows = opened.prepare(query).all();
  opened.close();
  return rows;
}

/** Every notice that was queued for a chat that stays. */
function queuedIn(stage: Stage): QueuedNotice[] {
  const rows = rowsOf(
    stage,
    `SELECT c.platform || ' ' || c.channel AS chat, n.key, n.message ->> 'title' AS title FROM deliveries d
     JOIN notices n ON n.id = d.notice_id JOIN chats c ON c.id = d.chat_id`,
  );
  return rows
    .map(({ chat, key, title }) => ({ chat: String(chat), key: String(key), title: String(title) }))
    .filter(({ chat }) => stage.chats.includes(chat));
}

/** Only what goes to who has blocked the bot may fail. */
function failuresIn(stage: Stage): string[] {
  const rows = rowsOf(
    stage,
    "SELECT c.channel, d.why FROM deliveries d JOIN chats c ON c.id = d.chat_id WHERE d.state = 'failed'",
  );
  return rows
    .filter(({ channel }) => channel !== String(stage.leaver.id))
    .map(({ channel, why }) => `a delivery to ${String(channel)} was given up: ${String(why)}`);
}

function floodCount(telegram: FakeTelegram): number {
  const flood = telegram.director.counts().flood;
  return flood === null ? 0 : flood.all + flood.chat + flood.group + flood.edits;
}
