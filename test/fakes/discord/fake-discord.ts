import type { Clock } from "../../../src/clock.ts";
import type { Json } from "./forms.ts";
import type { Gateway } from "./gateway.ts";
import type { FakeUser } from "./people.ts";
import type { Allowances } from "./rates.ts";
import type { Scripted } from "./script.ts";
import type { SeenRequest } from "./server.ts";
import type { channelTypes, Channel, Guild, Interaction, Message, Permission, Role, Tag } from "./world.ts";

export interface FakeDiscordOptions {
  /** 0, the default: any free one. */
  readonly port?: number;
  readonly token?: string;
  /** Times of ids, limits and interactions. The gateway's heartbeats are of real time. */
  readonly clock?: Clock;
  /** Every limit's window is this many times shorter. */
  readonly factor?: number;
  readonly allowances?: Partial<Allowances>;
  readonly heartbeatMs?: number;
  readonly shards?: number;
  /** By how much the times in ids are behind the clock, milliseconds. */
  readonly idsBehindMs?: number;
}

/** Discord on loopback: its HTTP API, its gateway, and people who use it. */
export interface FakeDiscord {
  readonly port: number;
  /** For the adapter's `apiRoot`. */
  readonly apiRoot: string;
  readonly token: string;
  readonly botId: string;
  readonly applicationId: string;
  /** A server that the bot is in from the beginning, and its text channel. */
  readonly guildId: string;
  readonly channelId: string;
  readonly gateway: Gateway;
  /** Every request to the API, in order. */
  readonly requests: readonly SeenRequest[];
  addGuild(name: string): Guild;
  addChannel(name: string, kind?: keyof typeof channelTypes, guildId?: string): Channel;
  addThread(parentId: string, name: string): Channel;
  openDm(userId: string): Channel;
  /** A group of people, in which the bot is not. */
  openGroup(name: string): Channel;
  addTag(forumId: string, name: string, isModerated?: boolean): Tag;
  /** From now on a forum's posts must have a tag; the bot is not told when it is `isQuiet`. */
  requireTag(forumId: string, isQuiet?: boolean): void;
  addRole(name: string, isMentionable: boolean, guildId?: string): Role;
  /** The channel's server has it for notices to admins and moderators. */
  noticesIn(channelId: string): void;
  /** The kinds of installation that the application has. */
  installFor(types: readonly number[]): void;
  channel(id: string): Channel;
  /** Admins gave the bot rights in a channel, or took them: the gateway tells what `permissions` of the channel says now. */
  rightsChange(channelId: string, how: "in the channel" | "by a role" | "by the bot's roles"): void;
  deleteChannel(id: string): void;
  /** A moderator times the bot out in a server until then, epoch milliseconds. Nothing is told when it is over. */
  timeOut(guildId: string, untilAt: number): void;
  /** The bot is removed from a server; with `isOutage` it is only unavailable. */
  removeFromGuild(id: string, isOutage?: boolean): void;
  /** The bot is invited to a server again, or its outage is over. */
  returnToGuild(id: string): void;
  /** A person; made at the first call. Without `about`: an ordinary member of all servers who speaks en-US. `guildId`: of that one alone. */
  user(
    id: string,
    about?: { name?: string; locale?: string; permissions?: readonly Permission[]; guildId?: string },
  ): FakeUser;
  /** Accepted messages, oldest first, of one channel or of all; deleted and ephemeral ones included, marked. */
  messages(channelId?: string): readonly Message[];
  deleteMessage(id: string): void;
  /** So many other messages come into a channel now. */
  chatter(channelId: string, count: number): void;
  commands(): readonly Json[];
  interactions(): readonly Interaction[];
  /** The event of an interaction comes once more. */
  repeatInteraction(id: string): void;
  script(scripted: Partial<Scripted> & Pick<Scripted, "trouble">): void;
  clearScript(): void;
  /** From now on the token is refused. */
  revokeToken(): void;
  stop(): Promise<void>;
}
