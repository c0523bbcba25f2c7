import { ChannelFlags, Client, Events, GatewayDispatchEvents, GatewayIntentBits, Options } from "discord.js";
import type { Channel, GatewayInteractionCreateDispatchData, GatewayReadyDispatchData } from "discord.js";
import type { Clock } from "../../../src/clock.ts";
import { DeliveryError } from "../../../src/errors.ts";
import type { Log } from "../../../src/log.ts";
import type { ChannelFacts } from "./channel-kind.ts";
import { createIdentifyThrottle } from "./identify.ts";
import { readFailure } from "./outcome.ts";
import type { Wire } from "./wire.ts";

export interface GatewayOptions {
  readonly token: string;
  readonly wire: Wire;
  readonly clock: Clock;
  readonly log: Log;
  /** Called for each interaction, as it came. */
  readonly onInteraction: (interaction: GatewayInteractionCreateDispatchData) => Promise<void>;
  /** Called for each channel or thread that is deleted, or whose server the bot was removed from. */
  readonly onChannelGone: (channelId: string, reason: string) => Promise<void>;
}

/** An open connection to Discord's gateway. */
export interface Gateway {
  readonly applicationId: string;
  readonly userId: string;
  /** The name of a server that the bot is in; null: not known (yet). */
  serverName(serverId: string): string | null;
  /** A channel or an active thread of a server; null: not known (yet), or a direct message. */
  channel(channelId: string): ChannelFacts | null;
  close(): Promise<void>;
}

/** The first connection takes longer only when the gateway cannot be reached; discord.js alone would try for ever. */
const openLimitMs = 60_000;
const closeLimitMs = 3_000;

/** Close codes after which connecting again is useless (topics/opcodes-and-status-codes, gateway, read 2026-08-06). */
const badTokenClose = 4_004;
const fatalCloses: Readonly<Record<number, string>> = {
  4010: "invalid shard",
  4011: "sharding required",
  4012: "invalid API version",
  4013: "invalid intents",
  4014: "intents not allowed",
};

/**
 * Connects and returns when the session is ready. Throws DeliveryError: `bad-token` and `gateway-refused` are permanent,
 * `platform-unreachable` may pass, `stopped` says that `signal` was aborted.
 */
export async function openGateway(options: GatewayOptions, signal: AbortSignal): Promise<Gateway> {
  const state: ConnectionState = { isClosing: false, closes: [] };
  const client = createClient(options, state);
  const ready = new Promise<GatewayReadyDispatchData>((resolve) => {
    client.ws.once(GatewayDispatchEvents.Ready, (data: GatewayReadyDispatchData) => resolve(data));
  });
  watchConnection(client, options.log, state);
  listen(client, options, state);
  const limit = new AbortController();
  try {
    const opened = await Promise.race([
      client.login(options.token).then(() => ready),
      options.clock.sleep(openLimitMs, AbortSignal.any([signal, limit.signal])).then(() => null),
    ]);
    if (opened === null) throw signal.aborted ? stopped() : unreachable("no connection to the gateway");
    return {
      applicationId: opened.application.id,
      userId: opened.user.id,
      serverName: (serverId) => client.guilds.cache.get(serverId)?.name ?? null,
      channel: (channelId) => factsOf(client.channels.cache.get(channelId)),
      close: () => closeClient(client, options.clock, state),
    };
  } catch (error) {
    await closeClient(client, options.clock, state);
    throw startError(error, state.closes, options);
  } finally {
    limit.abort();
  }
}

interface ConnectionState {
  isClosing: boolean;
  /** Codes with which the connection ended for good. */
  readonly closes: number[];
}

/** Closes properly, which ends the session; a server that does not answer to that is not waited for. Never throws. */
async function closeClient(client: Client, clock: Clock, state: ConnectionState): Promise<void> {
  state.isClosing = true;
  const timer = new AbortController();
  const closed = client.destroy().catch(() => undefined);
  await Promise.race([closed, clock.sleep(closeLimitMs, timer.signal)]);
  timer.abort();
}

/** `Guilds` is all that slash commands need; no privileged intent, and nothing cached that is not needed to route events. */
function createClient(options: GatewayOptions, state: ConnectionState): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: "auto",
    allowedMentions: { parse: [] },
    rest: options.wire.restOptions,
    makeCache: Options.cacheWithLimits(emptyCaches),
    ws: {
      async buildIdentifyThrottler(manager) {
        const information = await manager.fetchGatewayInformation();
        const concurrency = Math.max(1, information.session_start_limit.max_concurrency);
        const throttle = createIdentifyThrottle(options.clock, concurrency);
        return {
          waitForIdentify(shardId, signal) {
            if (!state.isClosing) return throttle.waitForIdentify(shardId, signal);
            // discord.js goes on with a login that was given up; no session may come of it.
            void Promise.resolve(manager.destroy()).catch(() => undefined);
            return new Promise(() => undefined);
          },
        };
      },
    },
  });
}

const emptyCaches = {
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  UserManager: 0,
  VoiceStateManager: 0,
} as const;

/**
 * Takes events as they come. discord.js's own events wait until every server has been told (up to 15 seconds after a
 * start), and an interaction lives for three.
 */
function listen(client: Client, options: GatewayOptions, state: ConnectionState): void {
  const guard = (event: string, work: () => Promise<void>): void => {
    if (state.isClosing) return;
    work().catch((error: unknown) => {
      options.log("error", "An event of Discord's could not be handled", { event, error: errorName(error) });
    });
  };
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (data: GatewayInteractionCreateDispatchData) => {
    completeInteraction(data);
    guard("INTERACTION_CREATE", () => options.onInteraction(data));
  });
  const tellGone = (event: string, channels: readonly string[], reason: string): void => {
    for (const channel of channels) guard(event, () => options.onChannelGone(channel, reason));
  };
  client.ws.on(GatewayDispatchEvents.GuildDelete, (data: { id: string; unavailable?: boolean }) => {
    // `unavailable` is an outage, not a removal (events/gateway-events, guild delete).
    if (data.unavailable === true) return;
    tellGone("GUILD_DELETE", channelsOf(client, data.id), "removed from the server");
  });
  client.ws.on(GatewayDispatchEvents.ChannelDelete, (data: { id: string; guild_id?: string }) => {
    tellGone("CHANNEL_DELETE", [data.id, ...threadsOf(client, data)], "channel deleted");
  });
  client.ws.on(GatewayDispatchEvents.ThreadDelete, (data: { id: string }) => {
    tellGone("THREAD_DELETE", [data.id], "thread deleted");
  });
}

/** discord.js's own names for what the API calls otherwise. */
function factsOf(channel: Channel | undefined): ChannelFacts | null {
  if (channel === undefined || channel.isDMBased()) return null;
  const tags = "availableTags" in channel ? channel.availableTags : [];
  return {
    id: channel.id,
    type: channel.type,
    name: channel.name,
    guildId: channel.guildId,
    parentId: channel.parentId,
    ownerId: channel.isThread() ? channel.ownerId : null,
    isTagRequired: channel.flags.has(ChannelFlags.RequireTag),
    tags: tags.filter(({ moderated }) => !moderated).map(({ id, name }) => ({ id, name })),
  };
}

/** discord.js reads these without looking and would throw into nobody's hands where they are missing. */
function completeInteraction(data: GatewayInteractionCreateDispatchData): void {
  data.entitlements ??= [];
  data.authorizing_integration_owners ??= {};
}

/** Our listener runs before discord.js forgets the server, so that its channels are still known. */
function channelsOf(client: Client, serverId: string): string[] {
  return [...(client.guilds.cache.get(serverId)?.channels.cache.keys() ?? [])];
}

function threadsOf(client: Client, channel: { id: string; guild_id?: string }): string[] {
  const channels = client.guilds.cache.get(channel.guild_id ?? "")?.channels.cache;
  return [...(channels?.filter((other) => other.isThread() && other.parentId === channel.id).keys() ?? [])];
}

/** Notes how connections end. Without a listener for `error`, an error of the connection would end the process. */
function watchConnection(client: Client, log: Log, state: ConnectionState): void {
  client.on(Events.Error, (error) =>
    log("warn", "Discord's client reports an error", { error: errorName(error) }),
  );
  client.on(Events.ShardError, (error, shard) =>
    log("warn", "Discord's gateway connection failed", { shard, error: errorName(error) }),
  );
  client.on(Events.ShardReconnecting, (shard) => {
    if (!state.isClosing) log("info", "Connecting to Discord's gateway again", { shard });
  });
  client.on(Events.ShardResume, (shard, replayed) =>
    log("info", "Discord's gateway session goes on", { shard, replayed }),
  );
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    state.closes.push(code);
    log("error", "Discord's gateway ended the session for good", {
      shard,
      code,
      why: fatalCloses[code] ?? null,
    });
  });
}

function startError(error: unknown, closes: readonly number[], options: GatewayOptions): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (options.wire.isTokenRefused() || closes.includes(badTokenClose)) return badToken();
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
