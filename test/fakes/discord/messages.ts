import { FormCheck, faultOf } from "./fault.ts";
import { objectOf, textOf, type Json } from "./forms.ts";
import { checkMessageForm, flagsOf, messageFlags, pingsOf } from "./message-form.ts";
import { attachmentsOf, type Upload } from "./upload.ts";
import {
  channelTypes,
  isForum,
  isThread,
  visibleChannel,
  type Channel,
  type Message,
  type World,
} from "./world.ts";

/** How long a nonce is remembered: "the past few minutes"; the true length is not published. */
export const nonceWindowMs = 300_000;

/** What comes in with a message. */
export interface NewMessage {
  readonly body: Json;
  readonly uploads: readonly Upload[];
}

/** Accepts a bot's message as Create Message does (resources/message). */
export function createMessage(world: World, channelId: string, { body, uploads }: NewMessage): Message {
  const channel = visibleChannel(world, channelId);
  if (isForum(channel)) throw faultOf(40_058);
  checkMaySend(channel, { body, uploads });
  checkMessageForm(body, uploads.length > 0 ? "edit" : "create");
  const replyTo = readReference(world, channel, body);
  const earlier = readNonce(world, body);
  if (earlier !== null) return earlier;
  if (isThread(channel)) {
    channel.isArchived = false;
    channel.isBotIn = true;
  }
  return keepMessage(world, {
    channelId,
    body,
    attachments: attachmentsOf(world, body, { uploads, before: [] }),
    replyTo,
    interactionId: null,
    nonce: body["nonce"] === undefined || body["nonce"] === null ? null : String(body["nonce"]),
    pings: pingsOf(body, {
      defaults: ["everyone", "users", "roles"],
      mayMentionEveryone: channel.permissions.has("MENTION_EVERYONE"),
      roles: mentionableIn(world, channel),
    }),
  });
}

/** Roles of the channel's server that a bot may mention. */
export function mentionableIn(world: World, channel: Channel): ReadonlySet<string> {
  const roles = world.guilds.get(channel.guildId ?? "")?.roles.values() ?? [];
  return new Set([...roles].filter(({ isMentionable }) => isMentionable).map(({ id }) => id));
}

type Kept = Pick<
  Message,
  "channelId" | "body" | "replyTo" | "interactionId" | "nonce" | "pings" | "attachments"
> & { readonly id?: string };

/** Puts a message into the world. */
export function keepMessage(world: World, kept: Kept): Message {
  const message: Message = {
    ...kept,
    id: kept.id ?? world.nextId(),
    authorId: world.botId,
    at: world.clock.now(),
    flags: flagsOf(kept.body),
    edits: [],
    isDeleted: false,
    crossposted: false,
  };
  world.messages.set(message.id, message);
  if (message.nonce !== null) world.byNonce.set(message.nonce, message);
  return message;
}

/** Throws what Discord answers where the bot may not write so. */
export function checkMaySend(channel: Channel, { body, uploads }: NewMessage): void {
  if (channel.type === channelTypes.dm) {
    if (channel.isClosed) throw faultOf(50_007);
    return;
  }
  if (isThread(channel) && channel.isLocked && !channel.permissions.has("MANAGE_THREADS"))
    throw faultOf(channel.isArchived ? 50_083 : 160_005);
  if (!channel.permissions.has(isThread(channel) ? "SEND_MESSAGES_IN_THREADS" : "SEND_MESSAGES"))
    throw faultOf(50_013);
  const embeds = body["embeds"];
  if (Array.isArray(embeds) && embeds.length > 0 && !channel.permissions.has("EMBED_LINKS"))
    throw faultOf(50_013);
  if (uploads.length > 0 && !channel.permissions.has("ATTACH_FILES")) throw faultOf(50_013);
}

function readReference(world: World, channel: Channel, body: Json): string | null {
  const reference = objectOf(body["message_reference"]);
  if (reference === null) return null;
  const id = textOf(reference["message_id"]);
  const check = new FormCheck();
  if (!/^\d{1,20}$/.test(id))
    check.add(["message_reference", "message_id"], "NUMBER_TYPE_COERCE", `Value "${id}" is not snowflake.`);
  check.done();
  if (channel.guildId !== null && !channel.permissions.has("READ_MESSAGE_HISTORY")) throw faultOf(160_002);
  const target = world.messages.get(id);
  if (target !== undefined && !target.isDeleted && target.channelId === channel.id) return id;
  if (reference["fail_if_not_exists"] === false) return null;
  check.add(["message_reference"], "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
  check.done();
  return null;
}

/** The earlier message of an enforced nonce. Throws 10008 when that was deleted. */
function readNonce(world: World, body: Json): Message | null {
  const nonce = body["nonce"];
  if (body["enforce_nonce"] !== true || nonce === undefined || nonce === null) return null;
  const since = world.clock.now() - nonceWindowMs;
  const known = world.byNonce.get(String(nonce));
  const earlier = known !== undefined && known.at >= since ? known : null;
  if (earlier?.isDeleted === true) throw faultOf(10_008);
  return earlier;
}

/** Changes a message as Edit Message does. */
export function editMessage(world: World, message: Message, { body, uploads }: NewMessage): Message {
  const merged: Json = { ...message.body, ...body, flags: message.flags };
  checkMessageForm(merged, "edit");
  const attachments = attachmentsOf(
    world,
    { ...merged, attachments: body["attachments"] },
    { uploads, before: message.attachments },
  );
  const isEmpty =
    textOf(merged["content"]) === "" && !hasAny(merged["embeds"]) && !hasAny(merged["components"]);
  if (isEmpty && attachments.length === 0) throw faultOf(50_006);
  message.edits.push({ at: world.clock.now(), body, before: message.body });
  message.body = merged;
  message.attachments = attachments;
  return message;
}

function hasAny(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

export function isSilent(message: Message): boolean {
  return (message.flags & messageFlags.suppressNotifications) !== 0;
}
