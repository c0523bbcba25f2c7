import { ChannelFlags, ChannelType } from "discord.js";

/** What we need to know of a channel or thread. */
export interface ChannelFacts {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  readonly guildId: string | null;
  /** Of a thread, the channel that it is in. */
  readonly parentId: string | null;
  /** Who began a thread; null: not a thread, or not known. */
  readonly ownerId: string | null;
  /** A forum whose posts must have a tag. */
  readonly isTagRequired: boolean;
  /** Tags of a forum's posts that not only moderators may set. */
  readonly tags: readonly { readonly id: string; readonly name: string }[];
}

/** Whether a channel takes posts instead of messages. */
export function isForum(type: number | undefined): boolean {
  return type === ChannelType.GuildForum || type === ChannelType.GuildMedia;
}

/** Whether other servers can follow a channel. */
export function isAnnouncement(type: number | undefined): boolean {
  return type === ChannelType.GuildAnnouncement;
}

/** Whether a channel is a thread; a forum's post is one. */
export function isThread(type: number | undefined): boolean {
  return (
    type === ChannelType.PublicThread ||
    type === ChannelType.PrivateThread ||
    type === ChannelType.AnnouncementThread
  );
}

/** The kinds of channels that alerts can be told in; offered where another chat is named. */
export const toldIn = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
] as const;

/** Reads a channel as the API or the gateway gives it. Null: it is none. */
export function readChannelFacts(channel: unknown): ChannelFacts | null {
  if (typeof channel !== "object" || channel === null) return null;
  const field = (name: string): unknown => Reflect.get(channel, name);
  const text = (name: string): string | null => {
    const value = field(name);
    return typeof value === "string" ? value : null;
  };
  const id = text("id");
  const type = field("type");
  if (id === null || typeof type !== "number") return null;
  const flags = field("flags");
  return {
    id,
    type,
    name: text("name") ?? "",
    guildId: text("guild_id"),
    parentId: text("parent_id"),
    ownerId: isThread(type) ? text("owner_id") : null,
    isTagRequired: typeof flags === "number" && (flags & ChannelFlags.RequireTag) !== 0,
    tags: readTags(field("available_tags")),
  };
}

function readTags(tags: unknown): { id: string; name: string }[] {
  if (!Array.isArray(tags)) return [];
  return tags.flatMap((tag: unknown) => {
    if (typeof tag !== "object" || tag === null || Reflect.get(tag, "moderated") === true) return [];
    const id: unknown = Reflect.get(tag, "id");
    const name: unknown = Reflect.get(tag, "name");
    return typeof id === "string" ? [{ id, name: typeof name === "string" ? name : "" }] : [];
  });
}
