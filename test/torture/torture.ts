import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";
import { openStore } from "../../adapters/store/index.ts";
import { systemClock } from "../../src/clock.ts";
import type { OutboxCounts } from "../../src/ports/outbox-store.ts";
import { startFakeDiscord, type FakeDiscord } from "../fakes/discord/index.ts";
import { startFakeTelegram, type FakeTelegram } from "../fakes/telegram/index.ts";
import type { Subscription } from "../../src/model/subscription.ts";
import { wantsAll } from "../outbox/scene.ts";
import { createDice, type Dice } from "./dice.ts";
import { addTrouble, withholdOne } from "./trouble.ts";
import { developments, digestClock, factor, killPoints, type ChildOrder, type KillPoint } from "./plan.ts";
import { faultsIn, noticeFaults, noticesIn, shownIn, type QueuedNotice } from "./verdict.ts";

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
  readonly unanswered: number;
  readonly counts: OutboxCounts;
  readonly refusedForFlooding: number;
}

const alertsARound = 16;
/** A child that neither stops where it is to nor ends is killed after this. */
const roundLimitMs = 2_500;
const drainLimitMs = 300_000;

interface Stage {
  readonly database: string;
  readonly begunAt: number;
  readonly telegram: FakeTelegram;
  readonly discord: FakeDiscord;
  readonly chats: readonly string[];
}

/** Kills a sending process again and again, at each step and at random, and looks at what arrived. */
export async function torture(options: TortureOptions): Promise<TortureResult> {
  const folder = await mkdtemp(join(tmpdir(), "tallywire-torture-"));
  const telegram = await startFakeTelegram({ factor });
  const discord = await startFakeDiscord({ factor });
  try {
    const stage = await prepare(join(folder, "torture.db"), telegram, discord);
    return await run(stage, options);
  } finally {
    await telegram.close();
    await discord.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Four Telegram chats, one of them a group, and three Discord channels, which all want everything, and a digest each day. */
async function prepare(database: string, telegram: FakeTelegram, discord: FakeDiscord): Promise<Stage> {
  const people = [701, 702, 703];
  for (const id of people) telegram.user(id).types(id, "/start");
  const group = telegram.director.addChat({ type: "supergroup", botStatus: "member" });
  const channels = [discord.channelId, discord.addChannel("two").id, discord.addChannel("three").id];
  const addresses = [
    ...[...people, group].map((id) => ({ platform: "telegram", channel: String(id), thread: null })),
    ...channels.map((channel) => ({ platform: "discord", channel, thread: null })),
  ];
  const store = await openStore(database);
  const begunAt = Date.now();
  const wanted: Subscription = { ...wantsAll, pace: "both" };
  for (const address of addresses) await store.chats.subscribe(address, wanted, begunAt);
  await store.close();
  // Digests go by a clock of their own.
  const begin = new DatabaseSync(database);
  begin.exec(
    `UPDATE chats SET digest_since_at = ${digestClock({ ...systemClock, now: () => begunAt }, begunAt).now()}`,
  );
  begin.close();
  return {
    database,
    begunAt,
    telegram,
    discord,
    chats: addresses.map(({ platform, channel }) => `${platform} ${channel}`),
  };
}

async function run(stage: Stage, options: TortureOptions): Promise<TortureResult> {
  const dice = createDice(options.seed);
  const killsAt: Record<string, number> = {};
  let unanswered = 0;
  let underWayAtKills = 0;
  for (let round = 1; round <= options.kills; round += 1) {
    const point = killPoints[(round - 1) % killPoints.length] ?? "at-random";
    unanswered += addTrouble(stage, dice);
    const order = orderFor(stage, { stopAt: point, alerts: round * alertsARound, dice });
    const { wasKilled, unansweredMore } = await runAndKill(stage, order, dice);
    unanswered += unansweredMore;
    const counts = await countsOf(stage.database);
    if (wasKilled) {
      killsAt[point] = (killsAt[point] ?? 0) + 1;
      underWayAtKills += calledIn(stage.database);
    }
    options.onRound?.(`${round}/${options.kills} ${point}: ${JSON.stringify(counts)}`);
  }
  stage.telegram.director.clearFaults();
  stage.discord.clearScript();
  // What was committed up to the last kill, and a last revision of each development after it.
  const alerts = (await committed(stage.database)) + developments;
  await drain(orderFor(stage, { stopAt: null, alerts, dice }));
  const shown = shownIn(stage.telegram, stage.discord);
  const counts = await countsOf(stage.database);
  const told = noticesIn(stage.telegram, stage.discord);
  const marks = told.filter((notice) => notice.isMarked).length;
  const trouble = { alerts, unanswered, underWayAtKills, marks };
  return {
    faults: [
      ...faultsIn(shown, stage.chats, trouble),
      ...noticeFaults(told, queuedIn(stage.database)),
      ...(counts.failed > 0 ? [`${counts.failed} deliveries were given up`] : []),
      ...(counts.queued + counts.sending + counts.unknown > 0 ? ["deliveries are left"] : []),
    ],
    killsAt,
    alerts,
    messages: shown.length,
    notices: told.length,
    marked: shown.filter((message) => message.isMarked).length + marks,
    unanswered,
    counts,
    refusedForFlooding: floodCount(stage.telegram),
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
    passes: dice.below(8),
    oneWriteFailsIn: stopAt !== null && dice.below(3) === 0 ? 15 : 0,
    alerts,
  };
}

interface Child {
  /** The next word that it says; null: it has ended. */
  next(): Promise<string | null>;
  kill(): Promise<void>;
  readonly errors: () => string;
}

function startChild(order: ChildOrder): Child {
  const child = spawn(process.execPath, [join(import.meta.dirname, "child.ts"), JSON.stringify(order)], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(order.database), "compiled") },
  });
  const words = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let errors = "";
  child.stderr.on("data", (data: Buffer) => (errors += data.toString()));
  const exited = once(child, "exit");
  return {
    next: async () => (await words.next()).value ?? null,
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
    errors: () => errors,
  };
}

/** Runs a child up to its end. It is killed at its point, or at a random moment; it may also have ended before. */
async function runAndKill(
  stage: Stage,
  order: ChildOrder,
  dice: Dice,
): Promise<{ readonly wasKilled: boolean; readonly unansweredMore: number }> {
  const child = startChild(order);
  if ((await child.next()) !== "running") throw new Error(`The child did not start: ${child.errors()}`);
  let unansweredMore = 0;
  if (order.stopAt === "in-call") unansweredMore += withholdOne(stage, dice);
  if (dice.below(5) === 0) await keepBusy(order.database, dice.below(200));
  const isTimed = order.stopAt === "in-call" || order.stopAt === "at-random";
  const limitMs = isTimed ? 50 + dice.below(800) : roundLimitMs;
  const word = await Promise.race([child.next(), delay(limitMs, "late")]);
  if (word === null && child.errors() !== "") throw new Error(`The child failed: ${child.errors()}`);
  await child.kill();
  return { wasKilled: word === "stopped" || word === "late", unansweredMore };
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

async function countsOf(database: string): Promise<OutboxCounts> {
  const store = await openStore(database);
  const counts = await store.outbox.counts();
  await store.close();
  return counts;
}

/** How many calls may have been under way: only those can double. */
function calledIn(database: string): number {
  const other = new DatabaseSync(database);
  const row = other
    .prepare("SELECT count(*) AS n FROM deliveries WHERE state = 'sending' AND called_at IS NOT NULL")
    .get();
  other.close();
  return Number(row?.n ?? 0);
}

/** Every notice that was queued for a chat. */
function queuedIn(database: string): QueuedNotice[] {
  const other = new DatabaseSync(database);
  const rows = other
    .prepare(
      `SELECT c.platform || ' ' || c.channel AS chat, n.key, n.message ->> 'title' AS title FROM deliveries d
       JOIN notices n ON n.id = d.notice_id JOIN chats c ON c.id = d.chat_id`,
    )
    .all();
  other.close();
  return rows.map(({ chat, key, title }) => ({ chat: String(chat), key: String(key), title: String(title) }));
}

async function committed(database: string): Promise<number> {
  const store = await openStore(database);
  const [newest] = await store.ledger.alerts({ limit: 1 });
  await store.close();
  return newest?.seq ?? 0;
}

function floodCount(telegram: FakeTelegram): number {
  const flood = telegram.director.counts().flood;
  return flood === null ? 0 : flood.all + flood.chat + flood.group + flood.edits;
}
