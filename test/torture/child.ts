import { writeSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { flushCompileCache } from "node:module";
import { createDiscord } from "../../adapters/chat/discord/index.ts";
import { createTelegram } from "../../adapters/chat/telegram/index.ts";
import { openStore } from "../../adapters/store/index.ts";
import type { KeptLimits } from "../../adapters/chat/telegram/memory.ts";
import { acceleratedClock, systemClock as clock } from "../../src/clock.ts";
import { StoreError } from "../../src/errors.ts";
import type { Log } from "../../src/log.ts";
import { createDispatcher, type Dispatcher } from "../../src/outbox/dispatch.ts";
import { createDigests } from "../../src/outbox/digests.ts";
import { createExpander, type Expander } from "../../src/outbox/expand.ts";
import type { ChartRenderer } from "../../src/ports/chart-renderer.ts";
import type { ChatPlatform, SendOutcome } from "../../src/ports/chat-platform.ts";
import type { FileStore } from "../../src/ports/file-store.ts";
import { noCommands } from "../../src/ports/command.ts";
import type { NewNotice } from "../../src/ports/outbox-store.ts";
import type { Store } from "../../src/ports/store.ts";
import { commitAlert } from "../outbox/scene.ts";
import { pngOf } from "../fakes/telegram/png.ts";
import { createDice } from "./dice.ts";
import { givenUpWord } from "./process.ts";
import {
  alertAfter,
  announcementsUpTo,
  chartOf,
  catchUpForTorture,
  composeCatchUpForTorture,
  composeForTorture,
  digestClock,
  factor,
  type ChildOrder,
  type KillPoint,
} from "./plan.ts";

/**
 * The process that is killed: real store, real adapters, real expansion and dispatch. It says on its standard output
 * where it has got to; at the step that it was told it stops, thread and all, and waits.
 */

const commitEveryMs = 25;
const drainedEveryMs = 25;
/** Far longer than it takes to be killed. */
const stoppedForMs = 30_000;

const order = JSON.parse(process.argv[2] ?? "null") as ChildOrder;
let passes = order.passes;

function say(word: string): void {
  writeSync(1, `${word}\n`);
}

/** A busy machine may hold up an answer for so long that it counts as lost. */
const log: Log = (_level, _message, fields = {}) => {
  const { platform, call, outcome, why, chat, development, developments: several, notice } = fields;
  if (platform !== "telegram" || call !== "send" || outcome !== "unknown" || why !== "no answer in time")
    return;
  const together = typeof several === "string" ? several.split(" ").toSorted().join("+") : null;
  say(`${givenUpWord}${String(chat)} ${together ?? String(development ?? notice)}`);
};

function reach(point: KillPoint): void {
  if (point !== order.stopAt) return;
  passes -= 1;
  if (passes >= 0) return;
  say("stopped");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, stoppedForMs);
  process.exit(1);
}

/** Nobody is left to kill it when the test itself was ended. */
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
}, 1_000).unref();

/** White pictures. A process dies before it sends one. */
const charts: ChartRenderer = {
  keyOf: ({ title }) => title,
  async png({ title }) {
    reach("drawn");
    return { key: title, png: pngOf(90 + title.length, 60), width: 90 + title.length, height: 60 };
  },
  svg: () => Promise.reject(new Error("not drawn here")),
  stop: () => Promise.resolve(),
};

/** Keeps what pictures are called on the platform. A process dies before its message is settled. */
const filed = ({ files }: Store): FileStore => ({
  find: (...asked) => files.find(...asked),
  async save(...saved) {
    await files.save(...saved);
    reach("filed");
  },
});

/** The platform with its own limits, shortened as its server's are. */
const hastened = (platform: ChatPlatform): ChatPlatform => ({
  ...platform,
  limits: platform.limits.map((limit) => ({ ...limit, perMs: limit.perMs / factor })),
});

const begunAt = clock.now();
/** The time of a Telegram that is so much faster: its adapter keeps some limits by itself. */
const fastClock = acceleratedClock(clock, begunAt, factor);
const slowed = (at: number): number => begunAt + (at - begunAt) / factor;

/** What Telegram's adapter keeps, in the store's time, and waits in the outbox's. */
function onFastClock(store: Store, create: (outbox: KeptLimits) => ChatPlatform): ChatPlatform {
  const { outbox } = store;
  const platform = create({
    callsSince: async (of, since) =>
      (await outbox.callsSince(of, slowed(since))).map(({ channel, at }) => ({
        channel,
        at: begunAt + (at - begunAt) * factor,
      })),
    noteCalls: (of, calls) =>
      outbox.noteCalls(
        of,
        calls.map(({ channel, at }) => ({ channel, at: slowed(at) })),
        clock.now(),
      ),
    noteRest: (of, { toldMs, ...rest }) =>
      outbox.noteRest(
        of,
        { ...rest, toldMs: toldMs / factor, untilAt: clock.now() + toldMs / factor },
        clock.now(),
      ),
    restsOf: async () => [],
  });
  const slow = (outcome: SendOutcome): SendOutcome =>
    outcome.kind === "wait"
      ? { ...outcome, retryAfterMs: Math.ceil(outcome.retryAfterMs / factor) }
      : outcome;
  return {
    ...platform,
    send: async (...given) => slow(await platform.send(...given)),
    edit: async (...given) => slow(await platform.edit(...given)),
  };
}

function platforms(store: Store): readonly ChatPlatform[] {
  const { telegramRoot, telegramToken, discordRoot, discordToken } = order;
  const common = { commands: noCommands, clock, log, charts };
  return [
    onFastClock(store, (outbox) =>
      createTelegram({
        ...common,
        ...store,
        outbox,
        files: filed(store),
        clock: fastClock,
        token: telegramToken,
        apiRoot: telegramRoot,
        publicUrl: null,
        admins: [],
        text: (_language, key) => key,
        languages: ["en"],
      }),
    ),
    createDiscord({ ...common, outbox: store.outbox, token: discordToken, apiRoot: discordRoot }),
  ].map(hastened);
}

/** Opens Discord's gateway beside the sending, again where that fails: sending does not wait for it. */
async function openGateway(all: readonly ChatPlatform[], signal: AbortSignal): Promise<void> {
  const discord = all.find(({ name }) => name === "discord");
  while (!signal.aborted) {
    try {
      await discord?.start(signal);
      return;
    } catch {
      await clock.sleep(commitEveryMs, signal);
    }
  }
}

/** A store whose writes fail now and then, before they are done, as on a full disk. */
function unreliable(store: Store): Store {
  if (order.oneWriteFailsIn === 0) return store;
  const { outbox, chats, digests } = store;
  const dice = createDice(order.seed);
  const failing =
    <A extends readonly unknown[], R>(write: (...given: A) => Promise<R>) =>
    (...given: A): Promise<R> =>
      dice.below(order.oneWriteFailsIn) === 0
        ? Promise.reject(new StoreError("The disk is full.", { code: "disk-full" }))
        : write(...given);
  Object.assign(outbox, {
    addNotice: failing(outbox.addNotice.bind(outbox)),
    expand: failing(outbox.expand.bind(outbox)),
    claim: failing(outbox.claim.bind(outbox)),
    calling: failing(outbox.calling.bind(outbox)),
    settle: failing(outbox.settle.bind(outbox)),
    bringForward: failing(outbox.bringForward.bind(outbox)),
    resolveAbandoned: failing(outbox.resolveAbandoned.bind(outbox)),
  });
  // Rare calls, which are to meet it all the same.
  const often = <A extends readonly unknown[], R>(write: (...given: A) => Promise<R>) =>
    failing(failing(failing(failing(write))));
  Object.assign(chats, {
    markGone: often(chats.markGone.bind(chats)),
    move: often(chats.move.bind(chats)),
  });
  Object.assign(digests, { step: often(digests.step.bind(digests)) });
  return store;
}

/** Adds a notice as its callers do: again until it is written. */
async function surelyAdd(store: Store, notice: NewNotice): Promise<void> {
  for (;;) {
    try {
      await store.outbox.addNotice(notice, clock.now());
      return;
    } catch {
      await clock.sleep(commitEveryMs);
    }
  }
}

/** Commits what is still to come; what was committed before is where the ledger says it is. */
async function commitRest(store: Store, expander: Expander): Promise<void> {
  for (;;) {
    const [newest] = await store.ledger.alerts({ limit: 1 });
    const seq = newest?.seq ?? 0;
    if (seq >= order.alerts) return;
    await commitAlert(store, alertAfter(seq, clock.now()));
    for (const notice of announcementsUpTo(seq + 1, clock.now()).slice(-2)) await surelyAdd(store, notice);
    reach("committed");
    expander.poke();
    await clock.sleep(commitEveryMs);
  }
}

/** What a process that was killed may not have come to, and what it surely had. */
async function addAnnouncements(store: Store): Promise<void> {
  const [newest] = await store.ledger.alerts({ limit: 1 });
  for (const notice of announcementsUpTo(newest?.seq ?? 0, clock.now())) await surelyAdd(store, notice);
}

async function drained(store: Store): Promise<void> {
  for (;;) {
    const { queued, sending, unknown } = await store.outbox.counts();
    if (queued + sending + unknown === 0) return;
    await clock.sleep(drainedEveryMs);
  }
}

const store = unreliable(await openStore(order.database));
const chatPlatforms = platforms(store);
const dispatchers: Dispatcher[] = chatPlatforms.map((platform) =>
  createDispatcher({
    store,
    platform,
    compose: composeForTorture,
    composeCatchUp: composeCatchUpForTorture,
    catchUp: catchUpForTorture,
    clock,
    log,
    holder: randomUUID(),
    leaseMs: 3_000 / factor,
    // As real ones: an answer that a busy machine holds up is none that was withheld.
    callTimeoutMs: 20_000 / factor,
    retryMs: 1_000 / factor,
    step: async (step) => reach(step),
  }),
);
const expander = createExpander({
  store,
  clock,
  log,
  onExpanded: () => {
    reach("expanded");
    for (const dispatcher of dispatchers) dispatcher.poke();
  },
});
const digests = createDigests({
  store,
  clock: digestClock(clock, order.begunAt),
  log,
  chart: (stories) => (stories.length > 2 ? chartOf(`digest-${stories.length}`) : null),
  onQueued: () => dispatchers.forEach((dispatcher) => dispatcher.poke()),
});
const running = new AbortController();
expander.start(running.signal);
digests.start(running.signal);
for (const dispatcher of dispatchers) dispatcher.start(running.signal);
void openGateway(chatPlatforms, running.signal);
// A killed process would leave nothing to the next one's start.
flushCompileCache();
say("running");
await addAnnouncements(store);
await commitRest(store, expander);
await digests.stop();
await expandedAll();
await drained(store);
await expander.stop();
await Promise.all(dispatchers.map((dispatcher) => dispatcher.stop()));
await store.close();
say("drained");
process.exit(0);

/** Spreads what waits, as often as a write fails; the expander's own loop would only come back to it later. */
async function expandedAll(): Promise<void> {
  for (;;) {
    try {
      await expander.expandAll();
      return;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
    }
  }
}
