import { PermissionFlagsBits, Routes } from "discord.js";
import type { APIChannel, APIGuild, APIGuildMember, APIOverwrite, REST } from "discord.js";
import type { Clock } from "../../../src/clock.ts";
import type { MissingRight } from "../../../src/ports/command.ts";
import { isForum, isThread } from "./channel-kind.ts";
import { apiCodeOf } from "./outcome.ts";

const missingAccess = 50_001;
const unknownChannel = 10_003;

/** Whether a refusal says that we cannot see the channel at all, for whatever reason. `code`: Discord's; null: none. */
export function isHiding(code: number | null): boolean {
  return code === missingAccess || code === unknownChannel;
}

export interface RightsOptions {
  readonly rest: REST;
  readonly clock: Clock;
  /** The bot's own user id. Throws where Discord does not say it. */
  readonly selfId: () => Promise<string>;
}

/** What the bot may do in a channel. */
export interface Standing {
  /** What it lacks to tell alerts there; [] when nothing, and in direct messages. */
  readonly missing: readonly MissingRight[];
  /** A moderator has timed it out in the server: for so long it may say nothing there, whatever its rights are, milliseconds. 0: nobody has. */
  readonly silencedMs: number;
}

/** Asks Discord, now, what may be done where. Nothing is kept: admins change it, and are told what holds. */
export interface Rights {
  /** What the bot may do in a channel. Null: Discord did not say. Never rejects. */
  standingIn(channelId: string): Promise<Standing | null>;
  /** What it lacks there, likewise. */
  missingIn(channelId: string): Promise<readonly MissingRight[] | null>;
  /** Whether a person administers the server of a channel. False when it cannot be told. Never rejects. */
  isAdminAt(channelId: string, userId: string): Promise<boolean>;
}

/** Makes the half that asks. */
export function createRights({ rest, clock, selfId }: RightsOptions): Rights {
  const readChannel = async (id: string): Promise<APIChannel> =>
    (await rest.get(Routes.channel(id))) as APIChannel;

  async function readMember(guildId: string, userId: string): Promise<Member> {
    const [guild, member] = await Promise.all([
      rest.get(Routes.guild(guildId)) as Promise<APIGuild>,
      rest.get(Routes.guildMember(guildId, userId)) as Promise<APIGuildMember>,
    ]);
    const isOwner = guild.owner_id === userId;
    return {
      userId,
      guildId,
      roles: member.roles,
      base: basePermissions(guild, member.roles, isOwner),
      silencedUntilAt: Date.parse(member.communication_disabled_until ?? "") || 0,
    };
  }

  async function standingIn(channelId: string): Promise<Standing | null> {
    try {
      const channel = await readChannel(channelId);
      if (!("guild_id" in channel) || channel.guild_id === undefined) return { missing: [], silencedMs: 0 };
      const parentId = isThread(channel.type) && "parent_id" in channel ? channel.parent_id : null;
      // Threads have no overwrites of their own (topics/permissions, inherited permissions).
      const holder = typeof parentId === "string" ? await readChannel(parentId) : channel;
      const overwrites = "permission_overwrites" in holder ? (holder.permission_overwrites ?? []) : [];
      const member = await readMember(channel.guild_id, await selfId());
      const missing = missingFrom(withOverwrites(member, overwrites), channel.type);
      return { missing, silencedMs: Math.max(0, member.silencedUntilAt - clock.now()) };
    } catch (error) {
      return isHiding(apiCodeOf(error)) ? { missing: ["see"], silencedMs: 0 } : null;
    }
  }

  return {
    standingIn,
    missingIn: async (channelId) => (await standingIn(channelId))?.missing ?? null,
    async isAdminAt(channelId, userId) {
      try {
        const channel = await readChannel(channelId);
        if (!("guild_id" in channel) || channel.guild_id === undefined) return false;
        return isAdministrator((await readMember(channel.guild_id, userId)).base);
      } catch {
        return false;
      }
    },
  };
}

/** A member's roles in a server, and what they permit before any channel says otherwise. */
export interface MemberRights {
  readonly userId: string;
  readonly guildId: string;
  readonly roles: readonly string[];
  readonly base: bigint;
}

interface Member extends MemberRights {
  /** Epoch milliseconds; 0: never. */
  readonly silencedUntilAt: number;
}

const everything = ~0n;

function basePermissions(
  { id, roles }: Pick<APIGuild, "id" | "roles">,
  held: readonly string[],
  isOwner: boolean,
): bigint {
  if (isOwner) return everything;
  const base = roles
    .filter((role) => role.id === id || held.includes(role.id))
    .reduce((bits, role) => bits | BigInt(role.permissions), 0n);
  return (base & PermissionFlagsBits.Administrator) === 0n ? base : everything;
}

/** What a member may do in a channel (topics/permissions, permission overwrites, read 2026-08-06). */
export function withOverwrites(member: MemberRights, overwrites: readonly APIOverwrite[]): bigint {
  if ((member.base & PermissionFlagsBits.Administrator) !== 0n) return everything;
  const of = (isMeant: (id: string) => boolean): { allow: bigint; deny: bigint } => {
    const meant = overwrites.filter(({ id }) => isMeant(id));
    return {
      allow: meant.reduce((bits, { allow }) => bits | BigInt(allow), 0n),
      deny: meant.reduce((bits, { deny }) => bits | BigInt(deny), 0n),
    };
  };
  const steps = [
    of((id) => id === member.guildId),
    of((id) => member.roles.includes(id) && id !== member.guildId),
    of((id) => id === member.userId),
  ];
  return steps.reduce((bits, { allow, deny }) => (bits & ~deny) | allow, member.base);
}

/** Who may manage the server administers its chats. `permissions`: a set of permissions. */
export function isAdministrator(permissions: bigint): boolean {
  return (permissions & (PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageGuild)) !== 0n;
}

/** What permissions in a channel leave wanting. `type`: of the channel. */
export function missingFrom(permissions: bigint, type: number): MissingRight[] {
  const has = (bit: bigint): boolean =>
    (permissions & PermissionFlagsBits.Administrator) !== 0n || (permissions & bit) !== 0n;
  // Whoever cannot see a channel can do nothing in it, whatever else is said (topics/permissions, implicit permissions).
  if (!has(PermissionFlagsBits.ViewChannel)) return ["see"];
  const needed: [MissingRight, bigint][] = [
    ...(isThread(type) ? [] : [["send", PermissionFlagsBits.SendMessages] as [MissingRight, bigint]]),
    // A forum's posts are threads, and updates go into them.
    ...(isThread(type) || isForum(type)
      ? [["thread", PermissionFlagsBits.SendMessagesInThreads] as [MissingRight, bigint]]
      : []),
    ["embed", PermissionFlagsBits.EmbedLinks],
    ["attach", PermissionFlagsBits.AttachFiles],
    ["read-history", PermissionFlagsBits.ReadMessageHistory],
  ];
  return needed.filter(([, bit]) => !has(bit)).map(([right]) => right);
}
