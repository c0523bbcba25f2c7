import { storyReachMs } from "../alert/one-story.ts";
import type { Clock } from "../clock.ts";
import { messageOf } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Alert } from "../model/alert.ts";
import type { DigestStep, DigestStore, DueDigest } from "../ports/digest-store.ts";
import type { FollowedSource, SourceStore } from "../ports/source-store.ts";
import { composeDigest, type Digest, type DigestInput } from "./digest-compose.ts";
import { alertsFor, withoutRepeats, type OwnDigest } from "./digest-own.ts";
import { digestAfter, digestUpTo } from "./digest-time.ts";
import { createLoop } from "./loop.ts";

/** Digests that are written in one transaction, and made without a pause when they differ. */
const batchSize = 50;
/** A due time that was just made known is looked for this often. */
const idleMs = 30_000;
/** Alerts that one digest looks at; a week has some thousands at most. What is over is told by the next one. */
const mostAlerts = 20_000;
/** Digests that are kept for chats that want the same at the same time. */
const keptDigests = 500;
/** A chat whose digest cannot be made is looked at again after this time. */
const brokenMs = 3_600_000;

export interface DigestsOptions {
  readonly store: { readonly digests: DigestStore; readonly sources: Pick<SourceStore, "list" | "own"> };
  /** The machine's clock. */
  readonly clock: Clock;
  readonly log: Log;
  /** Digests were queued: deliveries may be due. */
  readonly onQueued?: () => void;
  readonly chart?: DigestInput["chart"];
  /** Alerts that one digest looks at. Absent: 20,000. */
  readonly maxAlerts?: number;
}

/** Makes digests when they are due. What waits is a due time in the store: after a time without it, one digest comes late. */
export interface Digests {
  start(signal: AbortSignal): void;
  /** Ends after the batch under way. */
  stop(): Promise<void>;
  /** A chat has just said when it wants its digests. */
  poke(): void;
  /** Makes all that are due now, for callers without a loop. Returns how many were queued. */
  makeDue(): Promise<number>;
}

export function createDigests(options: DigestsOptions): Digests {
  const { store, clock, log } = options;
  const made = new Map<string, Digest>();

  /** Null: nothing was due. */
  async function makeBatch(): Promise<number | null> {
    const now = clock.now();
    const due = (await store.digests.due(now, batchSize)).map((each) => notAhead(each, now));
    if (due.length === 0) return null;
    const told = due.filter(({ chat }) => !isMuted(chat, now));
    const readings = await readFor(told);
    const followed = await store.sources.list();
    const batch: Batch = { options, readings, followed, own: await ownOf(told), made, now };
    const steps = due.map((each) => safeStepOf(each, batch));
    const queued = await store.digests.step(steps, now);
    if (queued > 0) options.onQueued?.();
    return queued;
  }

  /** By `sinceAlert`. One reading serves all that begin after it, unless it is cut off. */
  async function readFor(due: readonly DueDigest[]): Promise<Batch["readings"]> {
    const limit = options.maxAlerts ?? mostAlerts;
    const readings = new Map<number, Reading>();
    let last: Reading | null = null;
    for (const seq of [...new Set(due.map(({ sinceAlert }) => sinceAlert))].toSorted((a, b) => a - b)) {
      if (last === null || !servesFrom(seq, last)) {
        const alerts: readonly Alert[] = await store.digests.alertsAfter(seq, limit + 1);
        last = { alerts: alerts.slice(0, limit), isCut: alerts.length > limit };
      }
      readings.set(seq, last);
    }
    return readings;
  }

  /** By the chat's id, of those that have sources of their own. */
  async function ownOf(due: readonly DueDigest[]): Promise<Batch["own"]> {
    const own = new Map<number, OwnNews>();
    for (const { chat, sinceAt } of due) {
      const followed = await store.sources.own(chat.id);
      const lately = await store.digests.toldLately(chat.id, sinceAt - storyReachMs);
      if (followed.length + lately.length > 0) own.set(chat.id, { followed, lately });
    }
    return own;
  }

  const loop = createLoop({
    clock,
    log,
    failure: "digests could not be made, will be tried again",
    async round() {
      await makeDue();
      const dueAt = await store.digests.nextDueAt();
      return dueAt === null ? idleMs : Math.min(idleMs, Math.max(1, dueAt - clock.now()));
    },
  });

  async function makeDue(): Promise<number> {
    let queued = 0;
    while (!loop.signal.aborted) {
      const inBatch = await makeBatch();
      if (inBatch === null) break;
      queued += inBatch;
      await clock.sleep(0);
    }
    return queued;
  }

  return { ...loop, makeDue };
}

interface Reading {
  /** Oldest first; also some from before, which another chat was not told of. */
  readonly alerts: readonly Alert[];
  /** More may follow. */
  readonly isCut: boolean;
}

/** What a chat has of its own. */
interface OwnNews extends Pick<OwnDigest, "lately"> {
  readonly followed: readonly FollowedSource[];
}

interface Batch {
  readonly options: DigestsOptions;
  readonly own: ReadonlyMap<number, OwnNews>;
  /** By the seq after which a digest tells. */
  readonly readings: ReadonlyMap<number, Reading>;
  readonly followed: readonly FollowedSource[];
  /** By what they tell and to whom. */
  readonly made: Map<string, Digest>;
  readonly now: number;
}

/** One that is cut off serves those that have half of it to come: as many readings as chats would not fit into memory. */
function servesFrom(seq: number, { alerts, isCut }: Reading): boolean {
  return !isCut || seq < (alerts[Math.floor(alerts.length / 2)]?.seq ?? 0);
}

function safeStepOf(due: DueDigest, batch: Batch): DigestStep {
  try {
    return stepOf(due, batch);
  } catch (error) {
    // Its wording or its zone: our defect, and no reason to leave the others without.
    const why = messageOf(error);
    batch.options.log("error", "a digest could not be made (defect)", { chat: due.chat.id, why });
    return { due, nextAt: batch.now + brokenMs, made: null };
  }
}

function stepOf(due: DueDigest, batch: Batch): DigestStep {
  const { subscription } = due.chat;
  const { digest, timeZone } = subscription;
  const { now } = batch;
  if (due.dueAt === null) {
    const first = digestAfter(digest, timeZone, due.sinceAt);
    if (first.at > now) return { due, nextAt: first.at, made: null };
  }
  const nextAt = digestAfter(digest, timeZone, now).at;
  const reading = batch.readings.get(due.sinceAlert);
  if (reading === undefined || isMuted(due.chat, now)) return { due, nextAt, made: null };
  const moment = digestUpTo(digest, timeZone, now);
  const last = reading.alerts.at(-1);
  const untilAt = reading.isCut && last !== undefined ? clamp(last.at, due.sinceAt, now) : now;
  const { message, isEmpty } = digestOf(due, { dueAt: moment.at, reading, untilAt }, batch);
  return {
    due,
    nextAt,
    made: {
      notice: { key: moment.key, message, isLoud: !isEmpty },
      untilAt,
      untilAlert: last?.seq ?? due.sinceAlert,
    },
  };
}

function isMuted({ subscription: { mutedUntil } }: DueDigest["chat"], now: number): boolean {
  return mutedUntil !== null && mutedUntil > now;
}

/** A clock that was put back since may have told up to a time that is still to come. */
const notAhead = (due: DueDigest, now: number): DueDigest => ({
  ...due,
  sinceAt: Math.min(due.sinceAt, now),
});

/** A clock that was put back may have left times out of order. */
function clamp(at: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, at));
}

interface Telling {
  readonly dueAt: number;
  readonly reading: Reading;
  /** Before now where the reading is cut off. */
  readonly untilAt: number;
}

/** Chats that want the same of the same time get the same. */
function digestOf(
  { chat, sinceAt, sinceAlert }: DueDigest,
  { dueAt, reading, untilAt }: Telling,
  batch: Batch,
): Digest {
  const { subscription } = chat;
  const { made, now, options } = batch;
  const own = batch.own.get(chat.id);
  const lastAlert = reading.alerts.at(-1)?.seq ?? 0;
  // The message shows minutes.
  const times = [sinceAt, untilAt, now].map((at) => Math.floor(at / 60_000));
  const key = JSON.stringify([
    own === undefined ? null : chat.id,
    subscription,
    sinceAlert,
    lastAlert,
    reading.isCut,
    times,
    dueAt,
  ]);
  const known = made.get(key);
  if (known !== undefined) return known;
  const later = reading.alerts.filter(({ seq }) => (seq ?? 0) > sinceAlert);
  const ours = alertsFor(later, chat.id);
  const alerts = own === undefined ? ours : withoutRepeats(ours, { ...own, chat, sinceAlert });
  const followed = [...batch.followed, ...(own?.followed ?? [])];
  const { isCut } = reading;
  const input = { subscription, alerts, followed, sinceAt, untilAt, dueAt, isCut, now };
  const digest = composeDigest(options.chart === undefined ? input : { ...input, chart: options.chart });
  if (made.size >= keptDigests) made.clear();
  made.set(key, digest);
  return digest;
}
