import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openStore } from "../../adapters/store/index.ts";
import { systemClock } from "../../src/clock.ts";
import type { ChatAddress } from "../../src/model/chat.ts";
import type { Subscription } from "../../src/model/subscription.ts";
import { startFakeDiscord, type FakeDiscord } from "../fakes/discord/index.ts";
import { startFakeTelegram, type FakeTelegram } from "../fakes/telegram/index.ts";
import { wantsAll } from "../outbox/scene.ts";
import type { Dice } from "./dice.ts";
import { digestClock, factor } from "./plan.ts";

/** A person who blocks the bot now and then, and comes back. */
export interface Leaver {
  readonly id: number;
  isGone: boolean;
  blocks: number;
}

/** What a torture plays on: two loopback platforms, a database, the chats. */
export interface Stage {
  readonly database: string;
  readonly begunAt: number;
  readonly telegram: FakeTelegram;
  readonly discord: FakeDiscord;
  /** Those that stay as they are from beginning to end, as `platform channel`. */
  readonly chats: readonly string[];
  readonly leaver: Leaver;
  /** Groups, the last one with its first id; each of the others under the id that it got when it became a supergroup. */
  readonly movers: number[];
}

const wanted: Subscription = { ...wantsAll, pace: "both" };
/** Every so many rounds, on average, the leaver goes or comes back; likewise a group becomes a supergroup. */
const leaveEvery = 4;
const moveEvery = 8;
const mostMovers = 4;

/** Runs `play` on a stage that is taken down afterwards. */
export async function onStage<T>(play: (stage: Stage) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "tallywire-torture-"));
  const telegram = await startFakeTelegram({ factor });
  const discord = await startFakeDiscord({ factor });
  try {
    return await play(await prepare({ database: join(folder, "torture.db"), telegram, discord }));
  } finally {
    await telegram.close();
    await discord.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Four Telegram chats, one of them a group, three Discord channels and a forum, a leaver and a group that moves; all want everything, and a digest each day. */
async function prepare(parts: Pick<Stage, "database" | "telegram" | "discord">): Promise<Stage> {
  const { database, telegram, discord } = parts;
  const people = [701, 702, 703];
  const leaver = { id: 704, isGone: false, blocks: 0 };
  for (const id of [...people, leaver.id]) telegram.user(id).types(id, "/start");
  const group = telegram.director.addChat({ type: "supergroup", botStatus: "member" });
  const mover = telegram.director.addChat({ type: "group", botStatus: "member" });
  const beside = [
    discord.addChannel("two"),
    discord.addChannel("three"),
    discord.addChannel("four", "forum"),
  ];
  const channels = [discord.channelId, ...beside.map(({ id }) => id)];
  const staying = [
    ...[...people, group].map((id) => onTelegram(id)),
    ...channels.map((channel) => ({ platform: "discord", channel, thread: null })),
  ];
  const begunAt = Date.now();
  const addresses = [...staying, onTelegram(leaver.id), onTelegram(mover)];
  await subscribe(database, addresses, begunAt);
  // Digests go by a clock of their own.
  const begin = new DatabaseSync(database);
  begin.exec(
    `UPDATE chats SET digest_since_at = ${digestClock({ ...systemClock, now: () => begunAt }, begunAt).now()}`,
  );
  begin.close();
  const chats = staying.map(({ platform, channel }) => `${platform} ${channel}`);
  return { ...parts, begunAt, chats, leaver, movers: [mover] };
}

const onTelegram = (id: number): ChatAddress => ({ platform: "telegram", channel: String(id), thread: null });

/** What people do between two kills. */
export async function stirChats(stage: Stage, dice: Dice): Promise<void> {
  if (dice.below(leaveEvery) === 0) await (stage.leaver.isGone ? comeBack(stage) : leave(stage));
  if (dice.below(moveEvery) === 0 && stage.movers.length < mostMovers) await moveOn(stage);
}

async function leave({ telegram, leaver }: Stage): Promise<void> {
  telegram.director.setBotStatus(leaver.id, "kicked");
  leaver.isGone = true;
  leaver.blocks += 1;
}

/** Unblocks the bot and subscribes, which the child, taking no commands, does not see. */
export async function comeBack({ telegram, leaver, database }: Stage): Promise<void> {
  if (!leaver.isGone) return;
  leaver.isGone = false;
  telegram.director.setBotStatus(leaver.id, "member");
  await subscribe(database, [onTelegram(leaver.id)], Date.now());
}

/** The group becomes a supergroup, which the sender finds out by itself, and another group subscribes. */
async function moveOn({ telegram, movers, database }: Stage): Promise<void> {
  const group = movers.pop();
  if (group === undefined) return;
  const next = telegram.director.addChat({ type: "group", botStatus: "member" });
  movers.push(telegram.director.migrate(group), next);
  await subscribe(database, [onTelegram(next)], Date.now());
}

/**
 * Opens the store for a moment only, while nothing else in this process has the file open: closing a file gives up the locks that another
 * SQLite in the process holds on it (https://www.sqlite.org/howtocorrupt.html, 2.2.1), and most is looked up with Node's own.
 */
async function subscribe(database: string, addresses: readonly ChatAddress[], now: number): Promise<void> {
  const store = await openStore(database);
  for (const address of addresses) await store.chats.subscribe(address, wanted, now);
  await store.close();
}
