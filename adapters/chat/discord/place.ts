import { ApplicationIntegrationType, InteractionContextType } from "discord.js";
import type { APIInteraction } from "discord.js";
import type { ChatAddress } from "../../../src/model/chat.ts";
import type { ChatTarget, CommandOption } from "../../../src/ports/command.ts";
import { isForum, isThread, readChannelFacts, type ChannelFacts } from "./channel-kind.ts";
import type { Channels } from "./channels.ts";
import { postedId } from "./message-id.ts";

export interface PlaceContext {
  readonly channels: Channels;
  readonly serverName: (serverId: string) => string | null;
  /** The bot's own user id. */
  readonly selfId: () => string | null;
}

/** Where an interaction is. */
export interface Place {
  readonly address: ChatAddress;
  readonly title: string;
  readonly guildId: string | null;
  /** The person's own chat with the bot. */
  readonly isDirect: boolean;
  /** Whether the bot itself is in the server, and not only some person's app there. */
  readonly isMember: boolean;
  /** The name of the forum that the interaction's post is in, which is the address; null: the interaction is at the address. */
  readonly partOf: string | null;
  /** Channel type of the address; -1: not known. */
  readonly type: number;
  /** The id by which the store knows a message of the interaction's channel. */
  messageId(message: string): string;
}

/** Null: the interaction does not say. In one of our own posts in a forum it is the forum, which is what was subscribed. */
export function placeOf(interaction: APIInteraction, context: PlaceContext): Place | null {
  const channelId = interaction.channel?.id ?? interaction.channel_id;
  if (channelId === undefined) return null;
  const told = readChannelFacts(interaction.channel);
  const known = context.channels.known(channelId);
  const facts = told ?? known;
  const guildId = interaction.guild_id ?? null;
  const forum = forumOf(interaction, { told, known }, context);
  const owners: Record<string, unknown> | undefined = interaction.authorizing_integration_owners;
  return {
    address: { platform: "discord", channel: forum?.id ?? channelId, thread: null },
    title: titleOf(interaction, forum?.name ?? facts?.name ?? "", context),
    guildId,
    isDirect: guildId === null && isOwnChat(interaction),
    isMember: guildId !== null && isInstalled(owners),
    partOf: forum === null ? null : `#${forum.name}`,
    type: forum?.type ?? facts?.type ?? -1,
    messageId: (message) => (forum === null ? message : postedId(channelId, message)),
  };
}

/** Without a word about where it was installed, it is in the server: that is how all were once. */
function isInstalled(owners: Record<string, unknown> | undefined): boolean {
  return (
    owners === undefined ||
    Object.keys(owners).length === 0 ||
    String(ApplicationIntegrationType.GuildInstall) in owners
  );
}

/** Whether it is made in the person's own chat with the bot. Without a word about the context: where there is no server, as all were once. */
export function isOwnChat({ context, guild_id }: APIInteraction): boolean {
  return context === undefined ? guild_id === undefined : context === InteractionContextType.BotDM;
}

function forumOf(
  interaction: APIInteraction,
  { told, known }: { readonly told: ChannelFacts | null; readonly known: ChannelFacts | null },
  { channels, selfId }: PlaceContext,
): ChannelFacts | null {
  const parentId = told?.parentId ?? known?.parentId ?? null;
  const parent = isThread(told?.type ?? known?.type) && parentId !== null ? channels.known(parentId) : null;
  if (parent === null || !isForum(parent.type)) return null;
  const ownerId = told?.ownerId ?? known?.ownerId ?? null;
  // A post that somebody else began is a thread like others.
  const author = "message" in interaction ? interaction.message?.author?.id : undefined;
  const begunBy = ownerId ?? author ?? null;
  return begunBy !== null && begunBy === selfId() ? parent : null;
}

function titleOf(interaction: APIInteraction, name: string, { serverName }: PlaceContext): string {
  if (interaction.guild_id === undefined) return name || (interaction.user?.username ?? "");
  const parts = [name === "" ? null : `#${name}`, serverName(interaction.guild_id)];
  return parts.filter((part) => part !== null).join(", ");
}

/** The channel that an option of kind `chat` names: chosen from Discord's list, or written as an id or a mention. */
export function readTarget(
  interaction: APIInteraction,
  defined: readonly CommandOption[],
  from: { readonly options: Readonly<Record<string, string>>; readonly context: PlaceContext },
): ChatTarget | null {
  const option = defined.find(({ kind }) => kind === "chat");
  const written = option === undefined ? undefined : from.options[option.name];
  const id = written === undefined ? undefined : /^(?:<#)?(\d{15,20})>?$/.exec(written.trim())?.[1];
  if (id === undefined) return null;
  const facts = readChannelFacts(resolvedChannel(interaction, id)) ?? from.context.channels.known(id);
  if (facts === null) return null;
  return { address: { platform: "discord", channel: id, thread: null }, title: `#${facts.name}` };
}

/** A channel as Discord gives it beside the options that name it; null: none of that id. */
export function resolvedChannel(interaction: APIInteraction, id: string): object | null {
  const data = "data" in interaction ? interaction.data : undefined;
  if (data === undefined || !("resolved" in data)) return null;
  const channels: unknown = Reflect.get(data.resolved ?? {}, "channels");
  const channel: unknown =
    typeof channels === "object" && channels !== null ? Reflect.get(channels, id) : null;
  return typeof channel === "object" ? channel : null;
}
