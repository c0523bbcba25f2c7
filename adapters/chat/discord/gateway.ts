import { GatewayDispatchEvents, GatewayIntentBits } from "discord.js";
import type { GatewayDispatchPayload, GatewayInteractionCreateDispatchData, REST } from "discord.js";
import { WebSocketManager, WebSocketShardEvents } from "@discordjs/ws";
import { within, type Clock } from "../../../src/clock.ts";
import { DeliveryError } from "../../../src/errors.ts";
import type { Log } from "../../../src/log.ts";
import { createIdentifyThrottle } from "./identify.ts";
import { readFailure } from "./outcome.ts";
import type { GoneChannel, Servers } from "./servers.ts";
import { createSessions, type Sessions } from "./sessions.ts";
import type { Wire } from "./wire.ts";

export interface GatewayOptions {
  readonly token: string;
  readonly rest: REST;
  readonly wire: Wire;
  readonly clock: Clock;
  readonly log: Log;
  /** Filled with what the gateway tells. */
  readonly servers: Servers;
  /** Called for each interaction, as it came. `isReplayed`: it is of a break that is over. */
  readonly onInteraction: (
    interaction: GatewayInteractionCreateDispatchData,
    how: { readonly isReplayed: boolean },
  ) => Promise<void>;
  /** Called for each channel or thread that is deleted, or whose server the bot was removed from. */
  readonly onChannelGone: (gone: GoneChannel) => Promise<void>;
  /** Called for each channel and active thread of a server that the bot was invited to. */
  readonly onChannelBack: (channel: string) => Promise<void>;
  /** Called with channels and threads in which the bot's rights may have changed. */
  readonly onRightsChanged: (channels: readonly string[]) => void;
  /** Called when Discord ends an open session because the bot needs other shards than it has. */
  readonly onOutgrown: () => void;
}

/** An open connection to Discord's gateway. */
export interface Gateway {
  readonly applicationId: string;
  close(): Promise<void>;
}

/** A shard's first connection takes longer only when the gateway cannot be reached; discord.js alone would try for ever. */
const openLimitMs = 60_000;
const closeLimitMs = 3_000;

/** Close codes after which connecting again is useless (topics/opcodes-and-status-codes, gateway, read 2026-08-06). */
const badTokenClose = 4_004;
const outgrownCloses: ReadonlySet<number> = new Set([4_010, 4_011]);
const fatalCloses: Readonly<Record<number, string>> = {
  4010: "invalid shard",
  4011: "sharding required",
  4012: "invalid API version",
  4013: "invalid intents",
  4014: "intents not allowed",
};

/**
 * Connects and returns when every shard's session is ready. Throws DeliveryError: `bad-token` and `gateway-refused` are
 * permanent, `platform-unreachable` may pass, `stopped` says that `signal` was aborted.
 */
export async function openGateway(options: GatewayOptions, signal: AbortSignal): Promise<Gateway> {
  const closing = new AbortController();
  const sessions = createSessions(options.clock, closing.signal);
  const state: Connection = { closing, sessions, closes: [], ready: 0, isOpen: false, applicationId: null };
  const manager = createManager(options, state);
  watch(manager, options, state);
  const limit = new AbortController();
  const close = (): Promise<void> => closeManager(manager, options.clock, closing);
  try {
    const opened = await Promise.race([
      manager.connect().then(() => true),
      untilStalled(options.clock, state, AbortSignal.any([signal, limit.signal])).then(() => false),
    ]);
    if (!opened || state.applicationId === null)
      throw signal.aborted ? stopped() : unreachable("no connection to the gateway");
    state.isOpen = true;
    return { applicationId: state.applicationId, close };
  } catch (error) {
    await close();
    throw startError(error, state.closes, options);
  } finally {
    limit.abort();
  }
}

interface Connection {
  /** Aborted when the connection is to be no more. */
  readonly closing: AbortController;
  readonly sessions: Sessions;
  /** Codes with which the connection ended for good. */
  readonly closes: number[];
  /** Sessions that were begun. */
  ready: number;
  isOpen: boolean;
  applicationId: string | null;
}

/** Resolves when no further shard became ready for a minute: many of them take their turns, five seconds apart. */
async function untilStalled(clock: Clock, state: Connection, signal: AbortSignal): Promise<void> {
  for (let seen = -1; seen !== state.ready && !signal.aborted;) {
    seen = state.ready;
    await clock.sleep(openLimitMs, signal);
  }
}

/** Closes properly, which ends the sessions; a server that does not answer to that is not waited for. Never throws. */
async function closeManager(
  manager: WebSocketManager,
  clock: Clock,
  closing: AbortController,
): Promise<void> {
  closing.abort();
  const closed = Promise.resolve(manager.destroy()).catch(() => undefined);
  await within(clock, closed, { ms: closeLimitMs });
}

/**
 * `Guilds` is all that interactions need; no privileged intent. The shards alone, without discord.js's client: that keeps
 * every server with its roles and members, and an interaction waits in it until all servers are told, up to 15 seconds.
 */
function createManager(options: GatewayOptions, state: Connection): WebSocketManager {
  const { token, rest, clock } = options;
  return new WebSocketManager({
    token,
    intents: GatewayIntentBits.Guilds,
    rest,
    // As many as Discord says (GET /gateway/bot), all in this process.
    shardCount: null,
    retrieveSessionInfo: state.sessions.retrieve,
    updateSessionInfo: state.sessions.update,
    async buildIdentifyThrottler(manager) {
      const information = await manager.fetchGatewayInformation();
      const concurrency = Math.max(1, information.session_start_limit.max_concurrency);
      return createIdentifyThrottle(clock, concurrency);
    },
  });
}

/** Listens to the shards. Nothing that a listener throws may end the process. */
function watch(manager: WebSocketManager, options: GatewayOptions, state: Connection): void {
  const { log } = options;
  const { sessions, closing } = state;
  manager.on(WebSocketShardEvents.Hello, ({ shardId }) => sessions.greeted(shardId));
  manager.on(WebSocketShardEvents.Ready, ({ shardId, data }) => {
    sessions.opened(shardId);
    state.ready += 1;
    // An application made long ago has another id than its bot; only then the difference matters.
    state.applicationId = (data.application as { id: string } | undefined)?.id ?? data.user.id;
  });
  manager.on(WebSocketShardEvents.Resumed, ({ shardId }) => {
    sessions.opened(shardId);
    log("info", "Discord's gateway session goes on", { shard: shardId });
  });
  manager.on(WebSocketShardEvents.Dispatch, ({ shardId, data }) => {
    if (!closing.signal.aborted) takeEvent(data, options, { isReplayed: sessions.isReplaying(shardId) });
    // Not when discord.js says "resumed": it says so while the events before are still on their way to here.
    if (data.t === GatewayDispatchEvents.Ready || data.t === GatewayDispatchEvents.Resumed)
      sessions.caughtUp(shardId);
  });
  manager.on(WebSocketShardEvents.Error, ({ shardId, error }) => {
    log("warn", "Discord's gateway connection failed", { shard: shardId, error: errorName(error) });
  });
  manager.on(WebSocketShardEvents.Closed, ({ shardId, code }) => {
    sessions.closed(shardId, code);
    if (closing.signal.aborted) return;
    const why = code === badTokenClose ? "the token is refused" : fatalCloses[code];
    if (why === undefined) {
      log("info", "Connecting to Discord's gateway again", { shard: shardId, code });
      return;
    }
    state.closes.push(code);
    log("error", "Discord's gateway ended the session for good", { shard: shardId, code, why });
    if (state.isOpen && outgrownCloses.has(code)) options.onOutgrown();
  });
}

function takeEvent(
  event: GatewayDispatchPayload,
  options: GatewayOptions,
  how: { readonly isReplayed: boolean },
): void {
  const fail = (error: unknown): void =>
    options.log("error", "An event of Discord's could not be handled", {
      event: event.t,
      error: errorName(error),
    });
  try {
    const { gone, back, changed } = options.servers.take(event);
    for (const channel of gone) options.onChannelGone(channel).catch(fail);
    for (const channel of back) options.onChannelBack(channel).catch(fail);
    options.onRightsChanged(changed);
    if (event.t === GatewayDispatchEvents.InteractionCreate) options.onInteraction(event.d, how).catch(fail);
  } catch (error) {
    fail(error);
  }
}

function startError(error: unknown, closes: readonly number[], options: GatewayOptions): DeliveryError {
  if (options.wire.isTokenRefused() || closes.includes(badTokenClose)) return badToken();
  if (error instanceof DeliveryError) return error;
  const fatal = closes.find((code) => fatalCloses[code] !== undefined);
  if (fatal !== undefined) {
    return new DeliveryError(
      `Discord's gateway refuses the bot: ${fatalCloses[fatal] ?? ""} (close code ${fatal}).`,
      {
        code: "gateway-refused",
        permanent: true,
        hint: "Look at the bot's settings in Discord's developer portal.",
      },
    );
  }
  const outcome = readFailure(error);
  if (outcome.kind === "wait") return unreachable(outcome.why, outcome.retryAfterMs);
  // Not a call's failure: discord.js says why in words (no sessions are left for today, for one).
  const words = error instanceof Error ? error.message.replaceAll(options.token, "…") : "";
  return unreachable(words || ("why" in outcome ? outcome.why : ""));
}

/** The token is not accepted. Its text is in no error. */
export function badToken(): DeliveryError {
  return new DeliveryError("Discord does not accept the bot's token.", {
    code: "bad-token",
    permanent: true,
    hint: "Copy it anew from the developer portal (Bot, Reset Token) into DISCORD_BOT_TOKEN.",
  });
}

function unreachable(why: string, retryAfterMs: number | null = null): DeliveryError {
  return new DeliveryError(`Discord cannot be reached: ${why}.`, {
    code: "platform-unreachable",
    retryAfterMs,
    hint: "It is tried again; look at the network and at DISCORD_API_ROOT if it goes on.",
  });
}

function stopped(): DeliveryError {
  return new DeliveryError("Stopped before Discord was ready.", { code: "stopped" });
}

/** The kind of an error; its text may hold addresses with secrets in them. */
function errorName(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code: unknown = Reflect.get(error, "code");
  return typeof code === "string" ? `${error.name} ${code}` : error.name;
}
