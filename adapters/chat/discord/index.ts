import type { REST } from "discord.js";
import type { Clock } from "../../../src/clock.ts";
import { DeliveryError } from "../../../src/errors.ts";
import type { Log } from "../../../src/log.ts";
import type { ChatAddress } from "../../../src/model/chat.ts";
import type { ChartRenderer } from "../../../src/ports/chart-renderer.ts";
import type { ChatPlatform } from "../../../src/ports/chat-platform.ts";
import type { CommandSet } from "../../../src/ports/command.ts";
import { createAnswering, type Answering } from "./answering.ts";
import { createChannels } from "./channels.ts";
import { createConnection } from "./connection.ts";
import { badToken } from "./gateway.ts";
import { fitsMessage } from "./drawing.ts";
import { createHints, type HintOptions } from "./hints.ts";
import { rateLimitsAt } from "./limits.ts";
import { createIdentity, type Identity } from "./identity.ts";
import { createMemory, noMemory, type KeptLimits, type Memory } from "./memory.ts";
import { createCommandMentions, type CommandMentions } from "./mentions.ts";
import { whyOf } from "./outcome.ts";
import { createPictures } from "./picture.ts";
import { keepRegistered } from "./registering.ts";
import { createReturns, type Returns } from "./returns.ts";
import { createRights } from "./rights.ts";
import { createSender, type Sender } from "./sending.ts";
import { createServers, type Servers } from "./servers.ts";
import { createRest, createWire, type Wire } from "./wire.ts";

export interface DiscordOptions {
  /** The bot's token. It reaches no log and no error. */
  readonly token: string;
  /** Without the version: `https://discord.com/api`. The gateway's address comes from it (GET /gateway/bot). */
  readonly apiRoot: string;
  readonly commands: CommandSet;
  readonly clock: Clock;
  readonly log: Log;
  /** Limits go on by it where the process before was. Absent: they begin anew. */
  readonly outbox?: KeptLimits;
  /** Draws charts; null, the default: they are told in words. */
  readonly charts?: ChartRenderer | null;
  /** The words for a server's admins when a chat is lost that they could mend. Absent: they are not told. */
  readonly wordHint?: HintOptions["wordHint"];
  /** Against a fake whose limits' windows are this many times shorter; 1, the default, for Discord. */
  readonly limitFactor?: number;
}

/**
 * Discord as a chat platform: bot messages, slash commands, components. An address is a channel, a thread (`channel` is its
 * id), a forum, in which each development gets a post, or a direct-message channel. The outbox decides when; every wait
 * that Discord asks for comes back as an outcome.
 */
export function createDiscord(options: DiscordOptions): ChatPlatform {
  const { apiRoot, commands, clock, log } = options;
  const token = options.token.trim();
  const limits = rateLimitsAt(options.limitFactor ?? 1);
  let registering = new AbortController();
  const ending = new AbortController();
  const memory = options.outbox === undefined ? noMemory : createMemory(options.outbox, clock, log);
  const onTokenRefused = (): void => {
    const { hint } = badToken();
    log("error", "Discord refuses the bot's token; nothing is sent there any more", { hint });
    void close();
  };
  const wire = createWire({ apiRoot, clock, log, limits, memory, onTokenRefused });
  const rest = createRest(wire, token);
  const servers = createServers();
  const identity = createIdentity(rest, servers.selfId);
  const connected = { rest, wire, servers, identity, memory, end: ending.signal };
  const { sender, resume, answering, returns, mentions } = createHalves(options, connected);
  const connection = createConnection({
    ...connected,
    token,
    clock,
    log,
    onInteraction: answering.take,
    onChannelGone: ({ channel, reason }) => commands.chatGone(addressOf(channel), reason),
    onChannelBack: async (channel) => commands.chatBack?.(addressOf(channel)),
    onRightsChanged: returns,
  });

  function close(): Promise<void> {
    registering.abort();
    ending.abort();
    return connection.close();
  }

  return {
    name: "discord",
    limits,
    // By the nonce while Discord remembers it, then by the key in a button.
    tellsRepeats: true,
    async start(signal) {
      const applicationId = await connection.open(signal);
      registering = new AbortController();
      const to = { rest, clock, log, applicationId, onRegistered: mentions.learn };
      void resume();
      await keepRegistered(to, commands.specs, registering.signal);
      if (wire.isTokenRefused()) throw badToken();
    },
    check: (signal) => whoAmI(wire, identity, signal),
    async stop() {
      await close();
      await answering.finish();
    },
    isGroup: () => false,
    fits: fitsMessage,
    ...sender,
  };
}

const addressOf = (channel: string): ChatAddress => ({ platform: "discord", channel, thread: null });

interface Connected {
  readonly rest: REST;
  readonly wire: Wire;
  readonly servers: Servers;
  readonly identity: Identity;
  readonly memory: Memory;
  /** Aborted when the platform is stopped. */
  readonly end: AbortSignal;
}

interface Halves {
  readonly sender: Omit<Sender, "resume">;
  readonly resume: Sender["resume"];
  readonly answering: Answering;
  readonly returns: Returns;
  readonly mentions: CommandMentions;
}

/** What sends, and what answers. */
function createHalves(
  { commands, clock, log, charts = null, wordHint = () => Promise.resolve(null) }: DiscordOptions,
  { rest, wire, servers, identity, memory, end }: Connected,
): Halves {
  const selfId = identity.known;
  const mentions = createCommandMentions();
  const channels = createChannels(rest, (id) => servers.channel(id));
  const rights = createRights({ rest, clock, selfId: identity.sure });
  const pictureOf = createPictures(charts, { clock, log });
  const around = { rest, clock, log, selfId, channels, rights, pictureOf, mentions };
  const serverName = (id: string): string | null => servers.serverName(id);
  const noticeChannels: Servers["noticeChannels"] = (id) => servers.noticeChannels(id);
  const hint = createHints({ ...around, noticeChannels, end, wordHint });
  const { resume, ...sender } = createSender({ ...around, wire, memory, end, hint });
  return {
    sender,
    resume,
    mentions,
    returns: createReturns({ ...around, commands, end }),
    answering: createAnswering({ ...around, commands, serverName, clockLagMs: wire.clockLagMs }),
  };
}

/** The bot's name. Throws DeliveryError `bad-token` (permanent), or `discord-unreachable`, which may pass. */
async function whoAmI(wire: Wire, identity: Identity, signal: AbortSignal): Promise<string> {
  try {
    return await identity.name(signal);
  } catch (error) {
    if (wire.isTokenRefused()) throw badToken();
    throw new DeliveryError(`Discord cannot be reached: ${whyOf(error)}.`, {
      code: "discord-unreachable",
      hint: "Check the network and DISCORD_API_ROOT.",
    });
  }
}
