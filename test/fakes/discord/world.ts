import type { Clock } from "../../../src/clock.ts";
import { faultOf } from "./fault.ts";
import type { Json } from "./forms.ts";

/** Channel types that the fake knows (resources/channel, channel types). */
export const channelTypes = { text: 0, dm: 1, announcement: 5, publicThread: 11, forum: 15 } as const;

/** Permissions that the fake looks at (topics/permissions), with their bits. */
export const permissionBits = {
  ADMINISTRATOR: 3n,
  MANAGE_GUILD: 5n,
  VIEW_CHANNEL: 10n,
  SEND_MESSAGES: 11n,
  MANAGE_MESSAGES: 13n,
  EMBED_LINKS: 14n,
  ATTACH_FILES: 15n,
  READ_MESSAGE_HISTORY: 16n,
  MENTION_EVERYONE: 17n,
  MANAGE_THREADS: 34n,
  SEND_MESSAGES_IN_THREADS: 38n,
} as const;
export type Permission = keyof typeof permissionBits;

/** A permission set as Discord writes it. */
export function bitsOf(permissions: Iterable<Permission>): string {
  let bits = 0n;
  for (const permission of permissions) bits |= 1n << permissionBits[permission];
  return bits.toString();
}

export interface World {
  readonly clock: Clock;
  readonly botId: string;
  readonly applicationId: string;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly users: Map<string, User>;
  /** In the order in which they were accepted; deleted ones stay, marked. */
  readonly messages: Map<string, Message>;
  readonly interactions: Map<string, Interaction>;
  /** The newest message of a nonce. */
  readonly byNonce: Map<string, Message>;
  commands: Json[];
  commandCreates: number;
  /** A new id, from the clock, unique and rising. */
  nextId(): string;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  isMember: boolean;
}

export interface Channel {
  readonly id: string;
  readonly guildId: string | null;
  readonly type: number;
  readonly name: string;
  readonly parentId: string | null;
  /** The person of a direct-message channel. */
  readonly recipientId: string | null;
  isDeleted: boolean;
  isArchived: boolean;
  isLocked: boolean;
  /** Direct messages only: whether the person takes them. */
  isClosed: boolean;
  /** What the bot may do here; changed by tests. */
  readonly permissions: Set<Permission>;
}

export interface User {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly permissions: ReadonlySet<Permission>;
}

/** A message that was accepted, with all that a test may ask about it. */
export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly at: number;
  readonly nonce: string | null;
  readonly flags: number;
  readonly replyTo: string | null;
  /** Of an interaction's answer. */
  readonly interactionId: string | null;
  body: Json;
  /** Whom it notified: `everyone`, user and role ids. */
  pings: readonly string[];
  readonly edits: { readonly at: number; readonly body: Json; readonly before: Json }[];
  isDeleted: boolean;
  crossposted: boolean;
}

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly userId: string;
  readonly channelId: string;
  readonly createdAt: number;
  /** The first response: its type, and when it came. */
  acknowledged: { readonly type: number; readonly at: number; readonly isEphemeral: boolean } | null;
  /** What is shown; null while only deferred. */
  answer: Message | null;
  readonly followUps: Message[];
  choices: readonly Json[] | null;
  readonly watchers: Set<() => void>;
}

const discordEpoch = 1_420_070_400_000n;
const all = Object.keys(permissionBits) as Permission[];
const ordinary = all.filter(
  (name) =>
    !["ADMINISTRATOR", "MANAGE_GUILD", "MANAGE_MESSAGES", "MANAGE_THREADS", "MENTION_EVERYONE"].includes(
      name,
    ),
);

/** A world with nobody in it but the bot. */
export function createWorld(clock: Clock): World {
  let lastMs = 0n;
  let step = 0n;
  const nextId = (): string => {
    const now = BigInt(Math.floor(clock.now())) - discordEpoch;
    step = now > lastMs ? 0n : step + 1n;
    lastMs = now > lastMs ? now : lastMs;
    // 4,096 ids fit into a millisecond, as in the real ones.
    return (((lastMs + step / 4096n) << 22n) | (step % 4096n)).toString();
  };
  return {
    clock,
    nextId,
    botId: nextId(),
    applicationId: nextId(),
    guilds: new Map(),
    channels: new Map(),
    users: new Map(),
    messages: new Map(),
    interactions: new Map(),
    byNonce: new Map(),
    commands: [],
    commandCreates: 0,
  };
}

export function addGuild(world: World, name: string): Guild {
  const guild = { id: world.nextId(), name, isMember: true };
  world.guilds.set(guild.id, guild);
  return guild;
}

export interface NewChannel {
  readonly guildId: string | null;
  readonly name: string;
  readonly type: number;
  readonly parentId?: string | null;
  readonly recipientId?: string | null;
  readonly id?: string;
}

export function addChannel(world: World, channel: NewChannel): Channel {
  const made: Channel = {
    id: channel.id ?? world.nextId(),
    guildId: channel.guildId,
    type: channel.type,
    name: channel.name,
    parentId: channel.parentId ?? null,
    recipientId: channel.recipientId ?? null,
    isDeleted: false,
    isArchived: false,
    isLocked: false,
    isClosed: false,
    permissions: new Set(ordinary),
  };
  world.channels.set(made.id, made);
  return made;
}

/** The channel that the bot asks for. Throws 10003 when there is none, 50001 when it may not see it. */
export function visibleChannel(world: World, id: string): Channel {
  const channel = world.channels.get(id);
  if (channel === undefined || channel.isDeleted) throw faultOf(10_003);
  if (channel.guildId !== null && world.guilds.get(channel.guildId)?.isMember !== true) throw faultOf(50_001);
  if (channel.guildId !== null && !channel.permissions.has("VIEW_CHANNEL")) throw faultOf(50_001);
  return channel;
}

export function isThread(channel: Channel): boolean {
  return channel.type === channelTypes.publicThread;
}

/** A user as the API shows it. */
export function drawUser(user: { readonly id: string; readonly name: string }, isBot: boolean): Json {
  return {
    id: user.id,
    username: user.name,
    discriminator: "0",
    global_name: user.name,
    avatar: null,
    bot: isBot,
  };
}

export function botUser(world: World): Json {
  return drawUser({ id: world.botId, name: "tallywire" }, true);
}

export function drawChannel(channel: Channel): Json {
  return {
    id: channel.id,
    type: channel.type,
    name: channel.name,
    ...(channel.guildId === null
      ? {}
      : { guild_id: channel.guildId, position: 0, permission_overwrites: [], nsfw: false }),
    parent_id: channel.parentId,
    ...(isThread(channel)
      ? {
          thread_metadata: threadData(channel),
          owner_id: channel.parentId,
          message_count: 0,
          member_count: 1,
        }
      : {}),
  };
}

function threadData(channel: Channel): Json {
  return {
    archived: channel.isArchived,
    locked: channel.isLocked,
    auto_archive_duration: 1440,
    archive_timestamp: "2026-01-01T00:00:00.000000+00:00",
  };
}

/** A message as the API shows it. The nonce is not part of it: it is documented for the Message Create event only. */
export function drawMessage(world: World, message: Message): Json {
  const author =
    message.authorId === world.botId
      ? botUser(world)
      : drawUser({ id: message.authorId, name: "someone" }, false);
  return {
    id: message.id,
    channel_id: message.channelId,
    author,
    type: message.replyTo === null ? 0 : 19,
    content: message.body["content"] ?? "",
    embeds: message.body["embeds"] ?? [],
    components: message.body["components"] ?? [],
    attachments: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: message.pings.includes("everyone"),
    pinned: false,
    tts: false,
    flags: message.flags,
    timestamp: new Date(message.at).toISOString(),
    edited_timestamp:
      message.edits.length === 0 ? null : new Date(message.edits.at(-1)?.at ?? 0).toISOString(),
    ...(message.replyTo === null
      ? {}
      : { message_reference: { type: 0, message_id: message.replyTo, channel_id: message.channelId } }),
  };
}
