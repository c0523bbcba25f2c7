import { GatewayDispatchEvents } from "discord.js";
import type { GatewayDispatchPayload } from "discord.js";
import { isThread, readChannelFacts, toldIn, type ChannelFacts } from "./channel-kind.ts";

/** What the gateway told of the bot and of its servers: names, and the channels that alerts can be told in. */
export interface Servers {
  /** The bot's own user id; null before the first session. */
  readonly selfId: () => string | null;
  /** The name of a server that the bot is in; null: not known (yet). */
  serverName(serverId: string): string | null;
  /** Where a server's admins are told things, the place for them first; null: the server is not known (yet), or not any more. */
  noticeChannels(serverId: string): readonly string[] | null;
  /** A channel or an active thread of a server; null: not known (yet), or a direct message. */
  channel(channelId: string): ChannelFacts | null;
  /** Takes an event as it came, and gives the channels that it says are gone or can be told in again. */
  take(event: GatewayDispatchPayload): ServerNews;
}

/** What an event means for chats. */
export interface ServerNews {
  readonly gone: readonly GoneChannel[];
  /** Channels and active threads of a server that the bot was invited to. */
  readonly back: readonly string[];
  /** Where the bot's rights may be others now. */
  readonly changed: readonly string[];
}

const noNews: ServerNews = { gone: [], back: [], changed: [] };

/** A channel or thread that was deleted, or whose server the bot was removed from. */
export interface GoneChannel {
  readonly channel: string;
  readonly reason: string;
}

interface Server {
  readonly id: string;
  name: string;
  noticeChannels: readonly string[];
  readonly channels: Set<string>;
}

const kept: ReadonlySet<number> = new Set(toldIn);
/** One array for all that have none. */
const noTags: ChannelFacts["tags"] = [];

/** Makes the knowledge, empty. Roles, members, messages and all else that the gateway tells is left where it came. */
export function createServers(): Servers {
  const index = new ServerIndex();
  let self: string | null = null;
  return {
    selfId: () => self,
    serverName: (id) => index.servers.get(id)?.name ?? null,
    noticeChannels: (id) => index.servers.get(id)?.noticeChannels ?? null,
    channel: (id) => index.channels.get(id) ?? null,
    take(event) {
      if (event.t === GatewayDispatchEvents.Ready) {
        self = event.d.user.id;
        for (const { id } of event.d.guilds ?? []) index.announced.add(id);
      }
      if (event.t !== GatewayDispatchEvents.GuildCreate)
        return { ...noNews, gone: takeEvent(index, event), changed: changedBy(index, event, self) };
      return event.d.unavailable === true ? noNews : { ...noNews, back: index.takeServer(event.d) };
    },
  };
}

function takeEvent(index: ServerIndex, { t, d }: GatewayDispatchPayload): readonly GoneChannel[] {
  switch (t) {
    case GatewayDispatchEvents.GuildUpdate:
      index.update(d);
      return [];
    case GatewayDispatchEvents.GuildDelete:
      // `unavailable` is an outage, not a removal (events/gateway-events, guild delete).
      return d.unavailable === true ? [] : index.removeServer(d.id);
    case GatewayDispatchEvents.ChannelCreate:
    case GatewayDispatchEvents.ChannelUpdate:
    case GatewayDispatchEvents.ThreadCreate:
    case GatewayDispatchEvents.ThreadUpdate:
      index.keep(d, null);
      return [];
    case GatewayDispatchEvents.ThreadListSync:
      for (const thread of d.threads) index.keep(thread, d.guild_id);
      return [];
    case GatewayDispatchEvents.ChannelDelete:
      return index.removeChannel(d.id, "channel deleted");
    case GatewayDispatchEvents.ThreadDelete:
      return index.removeChannel(d.id, "thread deleted");
    default:
      return [];
  }
}

/** Channels in which an event may give the bot rights. Of members it is told itself without being allowed to see the others (events/gateway, guild members). */
function changedBy(
  index: ServerIndex,
  { t, d }: GatewayDispatchPayload,
  self: string | null,
): readonly string[] {
  switch (t) {
    case GatewayDispatchEvents.ChannelUpdate:
    case GatewayDispatchEvents.ThreadUpdate:
      return index.withThreads(d.id);
    case GatewayDispatchEvents.GuildRoleUpdate:
      return index.channelsOf(d.guild_id);
    case GatewayDispatchEvents.GuildMemberUpdate:
      return d.user.id === self ? index.channelsOf(d.guild_id) : [];
    default:
      return [];
  }
}

function isArchived(thread: unknown): boolean {
  const data: unknown = Reflect.get(thread as object, "thread_metadata");
  return typeof data === "object" && data !== null && Reflect.get(data, "archived") === true;
}

/** The channels of a server, as the API or the gateway gives it, for notices to its admins and moderators, then the one for notices at all. */
export function noticeChannelsOf(server: object): readonly string[] {
  const fields = ["public_updates_channel_id", "safety_alerts_channel_id", "system_channel_id"];
  const ids = fields.map((field): unknown => Reflect.get(server, field));
  return ids.filter((id) => typeof id === "string");
}

class ServerIndex {
  readonly servers = new Map<string, Server>();
  readonly channels = new Map<string, ChannelFacts>();
  /** Servers of a READY whose GUILD_CREATE is still to come. */
  readonly announced = new Set<string>();

  /**
   * Keeps a server as GUILD_CREATE tells it, and gives its channels when the bot was invited to it now. Neither that of a
   * session's start nor the end of an outage is an invitation (events/gateway-events, guild create).
   */
  takeServer(server: Parameters<ServerIndex["keepServer"]>[0]): readonly string[] {
    const isAnnounced = this.announced.delete(server.id);
    const isInvitation = !isAnnounced && !this.servers.has(server.id);
    this.keepServer(server);
    return isInvitation ? [...(this.servers.get(server.id)?.channels ?? [])] : [];
  }

  keep(given: unknown, guildId: string | null): void {
    const facts = readChannelFacts(given);
    const serverId = facts?.guildId ?? guildId;
    if (facts === null || serverId === null || !kept.has(facts.type)) return;
    // Threads come and are archived for ever; only active ones are known.
    if (isArchived(given)) {
      this.channels.delete(facts.id);
      this.servers.get(serverId)?.channels.delete(facts.id);
      return;
    }
    // One text for all channels of a server, and one list for all that have none, or each would keep its own.
    const server = this.servers.get(serverId);
    const tags = facts.tags.length === 0 ? noTags : facts.tags;
    this.channels.set(facts.id, { ...facts, guildId: server?.id ?? serverId, tags });
    server?.channels.add(facts.id);
  }

  keepServer(given: {
    readonly id: string;
    readonly name?: unknown;
    readonly channels?: unknown;
    readonly threads?: unknown;
  }): void {
    const { id, name, channels, threads } = given;
    // What was there before and is not now was deleted meanwhile, or is hidden: it is not known any more.
    for (const channel of this.servers.get(id)?.channels ?? []) this.channels.delete(channel);
    this.servers.set(id, {
      id,
      name: typeof name === "string" ? name : "",
      noticeChannels: noticeChannelsOf(given),
      channels: new Set(),
    });
    for (const list of [channels, threads]) {
      if (Array.isArray(list)) for (const one of list) this.keep(one, id);
    }
  }

  update(given: { readonly id: string; readonly name: string }): void {
    const server = this.servers.get(given.id);
    if (server === undefined) return;
    server.name = given.name;
    server.noticeChannels = noticeChannelsOf(given);
  }

  removeServer(id: string): GoneChannel[] {
    const gone = [...(this.servers.get(id)?.channels ?? [])];
    for (const channel of gone) this.channels.delete(channel);
    this.servers.delete(id);
    this.announced.delete(id);
    return gone.map((channel) => ({ channel, reason: "removed from the server" }));
  }

  channelsOf(serverId: string): string[] {
    return [...(this.servers.get(serverId)?.channels ?? [])];
  }

  /** A channel and the threads in it. */
  withThreads(id: string): string[] {
    const threads = this.channelsOf(this.channels.get(id)?.guildId ?? "").filter((other) => {
      const facts = this.channels.get(other);
      return facts?.parentId === id && isThread(facts.type);
    });
    return [id, ...threads];
  }

  removeChannel(id: string, reason: string): GoneChannel[] {
    const server = this.servers.get(this.channels.get(id)?.guildId ?? "");
    return this.withThreads(id).map((channel) => {
      this.channels.delete(channel);
      server?.channels.delete(channel);
      return { channel, reason };
    });
  }
}
