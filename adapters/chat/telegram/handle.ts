import type { RawApi } from "grammy";
import type { CallbackQuery, Message, Update } from "grammy/types";
import type { Buttons } from "./buttons.ts";
import { readTyped } from "./call.ts";
import type { TypedCommand } from "./call.ts";
import { commandForChats, handleChatOf, handleText, linksIn } from "./conversation.ts";
import type { ShownChat } from "./conversation.ts";
import { deepLink, mayBeLinked, readPayload } from "./deep-link.ts";
import { answerInline } from "./inline.ts";
import type { StoredButton } from "./keyboard.ts";
import { handleMembership } from "./membership.ts";
import type { AdminMenus } from "./menu.ts";
import { isTopicUnknown, languageFor, speakerOfMessage, speakerOfPress } from "./person.ts";
import { addressOf } from "./place.ts";
import { askFirst, isForAdmins, isForEverybody, runCommand, takesChat } from "./run.ts";
import type { RunParts } from "./run.ts";
import { isTooMuch, respond } from "./respond.ts";
import type { Asked } from "./respond.ts";
import { textMessage } from "./texts.ts";
import type { TextKey } from "./texts.ts";

/** What handling updates needs. `botName`: our username, without `@`. */
export interface HandleParts extends RunParts {
  readonly calls: RawApi;
  readonly buttons: Buttons;
  readonly botName: () => string;
  readonly adminMenus: AdminMenus;
}

const startCommand = "start";

/** Turns one update into what it asks for. `signal`: no further tries when it is aborted. */
export async function handleUpdate(update: Update, parts: HandleParts, signal: AbortSignal): Promise<void> {
  if (isWithoutChat(update)) return;
  const message = update.message ?? update.channel_post;
  if (message !== undefined) return handleMessage(message, parts, signal);
  if (update.callback_query !== undefined) return handlePress(update.callback_query, parts, signal);
  if (update.inline_query !== undefined) return answerInline(update.inline_query, parts, signal);
  if (update.my_chat_member !== undefined) return handleMembership(update.my_chat_member, parts, signal);
}

/** Telegram always says where; what does not is somebody else's, and asks for nothing. */
function isWithoutChat({ message, channel_post: post, my_chat_member: change }: Update): boolean {
  const happened: { readonly chat?: unknown } | undefined = message ?? post ?? change;
  return happened !== undefined && happened.chat === undefined;
}

/** Migration is told in both groups, in either order: https://core.telegram.org/bots/api#message */
async function handleMessage(message: Message, parts: HandleParts, signal: AbortSignal): Promise<void> {
  const { chat, migrate_to_chat_id: movedTo, migrate_from_chat_id: movedFrom } = message;
  if (movedTo !== undefined) return parts.commands.chatMoved(addressOf(chat.id), addressOf(movedTo));
  if (movedFrom !== undefined) return parts.commands.chatMoved(addressOf(movedFrom), addressOf(chat.id));
  const speaking = speakerOfMessage(message, parts.rights);
  // Who closed the topic ended what was told in it: https://core.telegram.org/bots/api#forumtopicreopened
  if (message.forum_topic_reopened !== undefined)
    return parts.commands.chatBack?.(speaking.address, { isOneTopic: true });
  if (speaking.isDirect) parts.adminMenus.seen(speaking.user.id);
  const shared = speaking.isDirect ? chatShownBy(message) : null;
  if (shared !== null) return handleChatOf(shared, speaking, parts, signal);
  const replyTo = speaking.isDirect ? null : String(message.message_id);
  const asked = { speaking, replyTo, press: null };
  if (!isSaid(message)) {
    const isPassedOn = message.forward_origin !== undefined && message.media_group_id === undefined;
    return speaking.isDirect && isPassedOn ? say("telegram-passed-on", asked, parts, signal) : undefined;
  }
  const words = message.text ?? message.caption ?? "";
  if (words === "" && speaking.isDirect && hasNoWords(message))
    return say("telegram-words-only", asked, parts, signal);
  const typed = readTyped(words, parts.botName());
  if (typed === null) return handleText(words, asked, parts, signal);
  if (speaking.isDirect && isForAdmins(typed, parts.commands.specs))
    parts.adminMenus.saidAdminsWord(speaking.user.id);
  const linked = speaking.isDirect ? await linkedButton(typed, parts) : null;
  if (linked !== null && linked.ask !== null) return askFirst(linked, speaking, parts, signal);
  const called = linked === null ? typed : { name: linked.command, rest: linked.argument };
  return runCommand(called, asked, parts, signal);
}

/** The addresses in a message, also those behind its words. */
function linksOf({
  text,
  caption,
  entities = [],
  caption_entities: others = [],
}: Message): readonly string[] {
  const hidden = [...entities, ...others].flatMap((entity) =>
    entity.type === "text_link" ? entity.url : [],
  );
  return [...linksIn(text ?? caption ?? ""), ...linksIn(hidden.join(" "))];
}

/** A chat that was chosen in the app, or whose post was passed on. */
function chatShownBy(message: Message): ShownChat | null {
  const { chat_shared: shared, forward_origin: origin } = message;
  if (shared !== undefined) return { id: shared.chat_id, post: null };
  // By an administrator who writes as the group itself.
  if (origin?.type === "chat") return { id: origin.sender_chat.id, post: null };
  if (origin?.type !== "channel") return null;
  const { username } = origin.chat;
  const own = username === undefined ? [] : [`https://t.me/${username}/${origin.message_id}`];
  const post = [...own, ...linksOf(message)].join(" ");
  return { id: origin.chat.id, post: post === "" ? null : post };
}

/** What people send to somebody who can look and listen. Of an album each piece comes by itself: none of them is answered. */
function hasNoWords(message: Message): boolean {
  const content = [
    message.photo,
    message.video,
    message.video_note,
    message.voice,
    message.audio,
    message.document,
    message.sticker,
    message.location,
    message.contact,
    message.poll,
  ];
  return message.media_group_id === undefined && content.some((one) => one !== undefined);
}

/** In a private chat nobody is left without an answer. A question that is open stays so. */
async function say(key: TextKey, asked: Asked, parts: HandleParts, signal: AbortSignal): Promise<void> {
  const language = await languageFor(asked.speaking, parts.commands);
  const message = textMessage(parts.text(language, key), language);
  await respond({ message, isPrivate: true }, asked, parts, signal);
}

/** A post of the linked channel, what a bot says or has put into somebody's mouth (`via_bot`) and what is only passed on are not somebody's words. */
function isSaid(message: Message): boolean {
  const isOfBot = message.from?.is_bot === true && message.sender_chat === undefined;
  const isPassedOn = message.is_automatic_forward === true || message.forward_origin !== undefined;
  return !isOfBot && !isPassedOn && message.via_bot === undefined;
}

/** What a link of ours that was followed stands for; null: it is another's, or leads where no link may. */
async function linkedButton(typed: TypedCommand, parts: HandleParts): Promise<StoredButton | null> {
  const { specs } = parts.commands;
  const payload = typed.name === startCommand ? readPayload(typed.rest) : null;
  const button = payload === null ? null : await parts.buttons.read(payload.data);
  if (payload === null || button === null) return null;
  const meant = { name: button.command, rest: button.argument };
  if (payload.channel === null) return mayBeLinked(meant, specs) ? button : null;
  // Following it only asks or shows: what the answer does to the channel is looked at like anything that is typed.
  const isHarmless = button.ask !== null || opensPanel(button, specs);
  if (!isHarmless || !takesChat(button, specs)) return null;
  return { ...button, argument: `${button.argument} ${payload.channel}`.trim() };
}

/** Each press is answered, whatever becomes of it. */
async function handlePress(query: CallbackQuery, parts: HandleParts, signal: AbortSignal): Promise<void> {
  try {
    const speaking = speakerOfPress(query, parts.rights);
    if (speaking === null || query.data === undefined) return;
    const isInPrivate = query.message?.chat.type === "private";
    const replyTo = query.message === undefined || isInPrivate ? null : String(query.message.message_id);
    const asked = { speaking, replyTo, press: query };
    const button = await parts.buttons.read(query.data);
    const isKnown = parts.commands.specs.some(({ name }) => name === button?.command);
    if (button === null || !isKnown || isTopicUnknown(query)) {
      const language = await languageFor(speaking, parts.commands);
      const text = parts.text(language, "telegram-button-stale");
      // A message might stand in another topic.
      if (isTopicUnknown(query)) return void (await parts.presses.answer(query, { text }, signal));
      const message = textMessage(text, language);
      return await respond({ message, isPrivate: true }, asked, parts, signal);
    }
    if (isReaders(query, button, parts)) {
      const url = deepLink(parts.botName(), query.data);
      const language = await languageFor(speaking, parts.commands);
      const text = parts.text(language, "telegram-in-private", { bot: parts.botName() });
      return void (await parts.presses.answer(query, url === null ? { text } : { url }, signal));
    }
    if (button.ask === null && !isForPrivate(query, button, parts)) {
      return await runCommand({ name: button.command, rest: button.argument }, asked, parts, signal);
    }
    const url = privateLink(query, button, parts);
    if (url !== null) return void (await parts.presses.answer(query, { url }, signal));
    if (await isTooMuch(query, parts, signal)) return;
    await parts.presses.answer(query, {}, signal);
    await askFirst(button, speaking, parts, signal);
  } finally {
    await parts.presses.answer(query, {}, signal);
  }
}

/** Whether any reader of a channel may ask this: the answer is theirs alone, whatever it would change or post for all of them. */
function isReaders({ message }: CallbackQuery, button: StoredButton, { commands }: HandleParts): boolean {
  return (
    message?.chat.type === "channel" &&
    button.ask === null &&
    isForEverybody({ name: button.command, rest: button.argument }, commands.specs)
  );
}

/** Whether a button shows how a chat is set up, and changes nothing. */
function opensPanel({ command, argument }: StoredButton, specs: HandleParts["commands"]["specs"]): boolean {
  return argument === "" && command === commandForChats(specs);
}

/** A channel's panel is for who sets it up, not for all who read along: it opens in private. */
function isForPrivate({ message }: CallbackQuery, button: StoredButton, { commands }: HandleParts): boolean {
  return message?.chat.type === "channel" && opensPanel(button, commands.specs);
}

/** Nobody can be asked in a channel: the answer is given in private, and the link says which channel it is for. Null: it is asked where it was pressed. */
function privateLink(
  { message, data = "" }: CallbackQuery,
  button: StoredButton,
  parts: HandleParts,
): string | null {
  if (message?.chat.type !== "channel") return null;
  const isAboutIt = takesChat(button, parts.commands.specs);
  return deepLink(parts.botName(), data, isAboutIt ? message.chat.id : null);
}
