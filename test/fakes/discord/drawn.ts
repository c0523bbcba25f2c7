import type { Json } from "./forms.ts";
import { messageFlags } from "./message-form.ts";
import {
  bitsOf,
  botUser,
  drawUser,
  isForum,
  isThread,
  ordinary,
  requireTagFlag,
  type Channel,
  type Guild,
  type Message,
  type Permission,
  type World,
} from "./world.ts";

/** A channel as the API shows it. What the bot may do there stands in its own overwrite. */
export function drawChannel(world: World, channel: Channel): Json {
  return {
    id: channel.id,
    type: channel.type,
    name: channel.name,
    ...(channel.guildId === null ? {} : { guild_id: channel.guildId, position: 0, nsfw: false }),
    ...(channel.guildId === null || isThread(channel)
      ? {}
      : { permission_overwrites: [overwriteOf(channel, world.botId)] }),
    parent_id: channel.parentId,
    flags: isForum(channel) && channel.isTagRequired ? requireTagFlag : 0,
    ...(isForum(channel)
      ? {
          available_tags: channel.tags.map(({ id, name, isModerated }) => ({
            id,
            name,
            moderated: isModerated,
            emoji_id: null,
            emoji_name: null,
          })),
        }
      : {}),
    ...(isThread(channel)
      ? {
          thread_metadata: threadData(channel),
          owner_id: channel.ownerId,
          applied_tags: channel.appliedTags,
          message_count: 0,
          member_count: 1,
        }
      : {}),
  };
}

function overwriteOf(channel: Channel, botId: string): Json {
  const denied = ordinary.filter((permission) => !channel.permissions.has(permission));
  return { id: botId, type: 1, allow: bitsOf(channel.permissions), deny: bitsOf(denied) };
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
    attachments: message.attachments.map(({ id, filename, description, size }) => ({
      id,
      filename,
      size,
      url: `https://cdn.example/${id}/${filename}`,
      ...(description === null ? {} : { description }),
    })),
    mentions: [],
    mention_roles: [],
    mention_everyone: message.pings.includes("everyone"),
    pinned: false,
    tts: false,
    flags: message.flags | (message.crossposted ? messageFlags.crossposted : 0),
    timestamp: new Date(message.at).toISOString(),
    edited_timestamp:
      message.edits.length === 0 ? null : new Date(message.edits.at(-1)?.at ?? 0).toISOString(),
    ...(message.replyTo === null
      ? {}
      : { message_reference: { type: 0, message_id: message.replyTo, channel_id: message.channelId } }),
  };
}

/** A server as the API shows it: its roles are @everyone, its own, and one a person for what that person may do. */
export function drawGuild(world: World, guild: Guild): Json {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: "100000000000000001",
    preferred_locale: "en-US",
    features: [],
    system_channel_id: null,
    public_updates_channel_id: guild.noticesIn,
    safety_alerts_channel_id: null,
    roles: [
      drawRole({ id: guild.id, name: "@everyone", isMentionable: false }, ordinary),
      ...[...guild.roles.values()].map((role) => drawRole(role, [])),
      ...[...world.users.values()].map((user) =>
        drawRole({ id: user.roleId, name: `what ${user.name} may`, isMentionable: false }, user.permissions),
      ),
    ],
    emojis: [],
    stickers: [],
  };
}

/** A role as the API shows it. */
export function drawRole(
  role: { readonly id: string; readonly name: string; readonly isMentionable: boolean },
  permissions: Iterable<Permission>,
): Json {
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: 0,
    permissions: bitsOf(permissions),
    managed: false,
    mentionable: role.isMentionable,
    flags: 0,
  };
}

/** A member as the API shows it. */
export function drawMember(user: Json, roles: readonly string[]): Json {
  return {
    user,
    roles,
    nick: null,
    joined_at: "2026-01-01T00:00:00.000000+00:00",
    deaf: false,
    mute: false,
    flags: 0,
  };
}
