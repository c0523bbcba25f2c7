import { reachChat } from "./access.ts";
import { ApiError, badRequest, floodWait } from "./api-error.ts";
import type { Flood } from "./flood.ts";
import { deleteMessage, editMessageText, sendMessage } from "./messages.ts";
import { isObject, jsonOf, numberOf, textOf } from "./params.ts";
import type { Params } from "./params.ts";
import type { Updates } from "./updates.ts";
import { wireChat, wireMember, wireUser } from "./wire.ts";
import type { Wire } from "./wire.ts";
import type { World } from "./world.ts";

/** A press of a button, until it is answered. */
export interface Press {
  readonly id: string;
  readonly userId: number;
  readonly at: number;
  answer: { readonly text: string; readonly isAlert: boolean } | null;
  /** True: Telegram has given up waiting for the answer. */
  isExpired: boolean;
}

/** Everything that the methods work on. */
export interface ApiParts {
  readonly world: World;
  readonly updates: Updates;
  readonly flood: Flood | null;
  readonly bot: Wire;
  readonly presses: Map<string, Press>;
  /** Menus of commands by scope and language. */
  readonly menus: Map<string, readonly { readonly command: string; readonly description: string }[]>;
  /** Chats where the bot was shown as writing, oldest first. */
  readonly actions: { readonly chatId: number; readonly action: string }[];
}

type Method = (params: Params, parts: ApiParts, closed: AbortSignal) => unknown;

/** The methods that there are, by their names in small letters. */
export const methods: Readonly<Record<string, Method>> = {
  getme: (_, { bot }) => ({
    ...bot,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
  }),
  getupdates: (params, { updates }, closed) => updates.get(params, closed),
  sendmessage: (params, parts) => sendMessage(params, parts),
  editmessagetext: (params, parts) => editMessageText(params, parts),
  deletemessage: (params, parts) => deleteMessage(params, parts),
  answercallbackquery: answerCallbackQuery,
  getchatmember: getChatMember,
  getchat: (params, { world }) => ({
    ...wireChat(reachChat(params, "read", world), world),
    accent_color_id: 0,
    max_reaction_count: 11,
  }),
  sendchataction: sendChatAction,
  setmycommands: setMyCommands,
  getmycommands: (params, { menus }) => menus.get(menuKey(params)) ?? [],
  deletemycommands: (params, { menus }) => menus.delete(menuKey(params)) || true,
  setwebhook: setWebhook,
  deletewebhook: (params, { updates }) => {
    updates.webhookUrl = "";
    if (textOf(params, "drop_pending_updates") === "true") updates.drop();
    return true;
  },
  getwebhookinfo: (_, { updates }) => ({
    url: updates.webhookUrl,
    has_custom_certificate: false,
    pending_update_count: updates.waiting,
  }),
};

/** https://core.telegram.org/bots/api#answercallbackquery */
function answerCallbackQuery(params: Params, { presses, world }: ApiParts): true {
  const press = presses.get(textOf(params, "callback_query_id"));
  if (press === undefined || press.isExpired || press.answer !== null) {
    throw badRequest("query is too old and response timeout expired or query ID is invalid");
  }
  const text = textOf(params, "text");
  if (Array.from(text).length > 200) throw badRequest("MESSAGE_TOO_LONG");
  press.answer = { text, isAlert: textOf(params, "show_alert") === "true" };
  world.changed();
  return true;
}

/** https://core.telegram.org/bots/api#getchatmember; in a channel only its administrators may ask. */
function getChatMember(params: Params, { world, bot }: ApiParts): Wire {
  const userId = numberOf(params, "user_id", 0);
  if (userId <= 0) throw badRequest("Invalid user_id specified");
  const isSelf = userId === bot["id"];
  const chat = reachChat(params, isSelf ? "read" : "members", world);
  if (isSelf) return wireMember(bot, chat.botStatus);
  const user = world.users.get(userId);
  if (user === undefined) throw badRequest("user not found");
  if (chat.type === "channel" && chat.botStatus !== "administrator")
    throw badRequest("Member list is inaccessible");
  const own = chat.type === "private" && chat.id === userId ? "member" : "left";
  return wireMember(wireUser(user), chat.members.get(userId) ?? own);
}

function sendChatAction(params: Params, { world, actions }: ApiParts): true {
  const action = textOf(params, "action");
  if (action !== "typing" && !action.startsWith("upload_"))
    throw badRequest("Wrong parameter action in request");
  actions.push({ chatId: reachChat(params, "write", world).id, action });
  return true;
}

/** https://core.telegram.org/bots/api#setmycommands, with the limits of https://core.telegram.org/bots/api#botcommand */
function setMyCommands(params: Params, { menus }: ApiParts): true {
  const commands = jsonOf(params, "commands", "commands");
  if (!Array.isArray(commands)) throw badRequest("Expected an Array of BotCommand");
  if (commands.length > 100) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  menus.set(menuKey(params), commands.map(readBotCommand));
  return true;
}

function readBotCommand(value: unknown): { readonly command: string; readonly description: string } {
  if (!isObject(value)) throw badRequest("Can't parse BotCommand: expected an Object");
  const command = textOf(value, "command").trim().replace(/^\//u, "");
  const description = textOf(value, "description").trim();
  if (command === "") throw badRequest("Command must be non-empty");
  if (command.length > 32) throw badRequest("Command length must not exceed 32");
  if (!/^[a-z0-9_]+$/u.test(command)) throw badRequest("BOT_COMMAND_INVALID");
  if (description === "") throw badRequest("Command description must be non-empty");
  if (Array.from(description).length > 256)
    throw badRequest("Command description length must not exceed 256");
  return { command, description };
}

function menuKey(params: Params): string {
  const scope = jsonOf(params, "scope", "BotCommandScope");
  const language = textOf(params, "language_code");
  if (language !== "" && !/^[a-z]{2}$/u.test(language)) throw badRequest("Invalid language code specified");
  return `${scope === undefined || scope === null ? '{"type":"default"}' : JSON.stringify(scope)} ${language}`;
}

/** Webhooks are not delivered here; one that is set only keeps polls away. */
function setWebhook(params: Params, { updates }: ApiParts): true {
  const url = textOf(params, "url");
  if (url !== "" && !url.startsWith("https://"))
    throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
  updates.webhookUrl = url;
  if (url !== "") updates.endPoll("Conflict: terminated by setWebhook request");
  return true;
}

/** An error that was scripted: see faults.ts. */
export function scriptedError(
  code: number,
  description: string,
  parameters: Readonly<Record<string, number>> | null,
): ApiError {
  const seconds = parameters?.["retry_after"];
  return code === 429 && seconds !== undefined
    ? floodWait(seconds)
    : new ApiError(code, description, parameters);
}
