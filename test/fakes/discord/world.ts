import type { Clock } from "../../../src/clock.ts";
import { faultOf } from "./fault.ts";
import type { Json } from "./forms.ts";

/** Channel types that the fake knows (resources/channel, channel types). */
export const channelTypes = {
  text: 0,
  dm: 1,
  groupDm: 3,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  privateThread: 12,
  forum: 15,
  media: 16,
} as const;

/** Flag of forums whose posts must have a tag (resources/channel, channel flags). */
export const requireTagFlag = 1 << 4;

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
  CREATE_PUBLIC_THREADS: 35n,
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
  readonly byToken: Map<string, Interaction>;
  /** The newest message of a nonce. */
  readonly byNonce: Map<string, Message>;
  /** Kinds of installation that the application has: 0 servers, 1 people. */
  installations: readonly number[];
  commands: Json[];
  commandCreates: number;
  /** A new id, from the clock, unique and rising. */
  nextId(): string;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  /** Without @everyone, which has the server's id, and without the roles of people, which are drawn from what they may do. */
  readonly roles: Map<string, Role>;
  /** Where admins and moderators get notices. */
  noticesIn: string | null;
  isMember: boolean;
  /** A moderator has timed the bot out there until then, epoch milliseconds; 0: none has. */
  silencedUntilAt: number;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  /** Whether the bot's messages can notify it without MENTION_EVERYONE. */
  readonly isMentionable: boolean;
}

export interface Tag {
  readonly id: string;
  readonly name: string;
  readonly isModerated: boolean;
}

export interface Channel {
  readonly id: string;
  readonly guildId: string | null;
  readonly type: number;
  name: string;
  readonly parentId: string | null;
  /** Who began it, of a thread. */
  readonly ownerId: string | null;
  /** The person of a direct-message channel. */
  readonly recipientId: string | null;
  isDeleted: boolean;
  isArchived: boolean;
  isLocked: boolean;
  /** Direct messages only: whether the person takes them. */
  isClosed: boolean;
  /** Threads only: whether the bot was added, by writing or by beginning it. */
  isBotIn: boolean;
  /** Forums only. */
  isTagRequired: boolean;
  readonly tags: Tag[];
  /** Threads of forums only. */
  readonly appliedTags: readonly string[];
  /** What the bot may do here; changed by tests. */
  readonly permissions: Set<Permission>;
}

export interface User {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly permissions: ReadonlySet<Permission>;
  /** The role that gives the person the permissions. */
  readonly roleId: string;
  /** The only server that the person is in; null: in all. */
  readonly guildId: string | null;
}

/** A file of a message. */
export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly description: string | null;
  readonly size: number;
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
  attachments: readonly Attachment[];
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
  /** The form that was shown. */
  form: Json | null;
  /** The message whose component was used, or whose component showed the form. */
  readonly origin: Message | null;
  /** The person's own app, in a place where the bot is not. */
  readonly isOnlyPersons: boolean;
  readonly watchers: Set<() => void>;
  /** Tells the bot of it again, as after a session that goes on. */
  repeat: () => void;
}

const discordEpoch = 1_420_070_400_000n;
const all = Object.keys(permissionBits) as Permission[];
/** What a server's members may do without being given more. */
export const ordinary: readonly Permission[] = all.filter(
  (name) =>
    !["ADMINISTRATOR", "MANAGE_GUILD", "MANAGE_MESSAGES", "MANAGE_THREADS", "MENTION_EVERYONE"].includes(
      name,
    ),
);

/** A world with nobody in it but the bot. The times in its ids are `idsBehindMs` behind the clock. */
export function createWorld(clock: Clock, idsBehindMs = 0): World {
  let lastMs = 0n;
  let step = 0n;
  const nextId = (): string => {
    const now = BigInt(Math.floor(clock.now() - idsBehindMs)) - discordEpoch;
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
    byToken: new Map(),
    byNonce: new Map(),
    installations: [0, 1],
    commands: [],
    commandCreates: 0,
  };
}

export function addGuild(world: World, name: string): Guild {
  const guild: Guild = {
    id: world.nextId(),
    name,
    isMember: true,
    roles: new Map(),
    noticesIn: null,
    silencedUntilAt: 0,
  };
  world.guilds.set(guild.id, guild);
  return guild;
}

export interface NewChannel {
  readonly guildId: string | null;
  readonly name: string;
  readonly type: number;
  readonly parentId?: string | null;
  readonly recipientId?: string | null;
  readonly ownerId?: string | null;
  readonly appliedTags?: readonly string[];
  readonly id?: string;
}

export function addChannel(world: World, channel: NewChannel): Channel {
  const parent = world.channels.get(channel.parentId ?? "");
  const made: Channel = {
    id: channel.id ?? world.nextId(),
    guildId: channel.guildId,
    type: channel.type,
    name: channel.name,
    parentId: channel.parentId ?? null,
    ownerId: channel.ownerId ?? null,
    appliedTags: channel.appliedTags ?? [],
    isBotIn: channel.ownerId === world.botId,
    isTagRequired: false,
    tags: [],
    recipientId: channel.recipientId ?? null,
    isDeleted: false,
    isArchived: false,
    isLocked: false,
    isClosed: false,
    // Threads have those of their channel (topics/permissions, inherited permissions).
    permissions: parent?.permissions ?? new Set(ordinary),
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

/** Until when the bot is timed out in a channel's server, epoch milliseconds; null: it is not. */
export function silencedUntilAt(world: World, guildId: string | null): number | null {
  const untilAt = world.guilds.get(guildId ?? "")?.silencedUntilAt ?? 0;
  return untilAt > world.clock.now() ? untilAt : null;
}

export function isThread(channel: Channel): boolean {
  return [channelTypes.announcementThread, channelTypes.publicThread, channelTypes.privateThread].some(
    (type) => type === channel.type,
  );
}

export function isForum(channel: Channel): boolean {
  return channel.type === channelTypes.forum || channel.type === channelTypes.media;
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
