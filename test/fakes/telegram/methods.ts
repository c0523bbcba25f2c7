import { reachChat } from "./access.ts";
import { ApiError, badRequest, floodWait } from "./api-error.ts";
import type { Flood } from "./flood.ts";
import { answerInlineQuery } from "./inline.ts";
import type { InlineQuery } from "./inline.ts";
import {
  deleteMessage,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
  sendMessage,
  sendPhoto,
} from "./messages.ts";
import { numberOf, textOf } from "./params.ts";
import type { Params } from "./params.ts";
import { deleteMyCommands, getMyCommands, setMyCommands, setText } from "./profile.ts";
import type { Profile } from "./profile.ts";
import type { Updates } from "./updates.ts";
import type { Webhook } from "./webhook.ts";
import { wireBotMember, wireChat, wireMember, wirePermissions, wireUser } from "./wire.ts";
import type { Wire } from "./wire.ts";
import type { World } from "./world.ts";

/** A press of a button, until it is answered. */
export interface Press {
  readonly id: string;
  readonly userId: number;
  readonly at: number;
  /** `url`: what the person's app then opens. */
  answer: { readonly text: string; readonly isAlert: boolean; readonly url?: string } | null;
  /** True: Telegram has given up waiting for the answer. */
  isExpired: boolean;
}

/** Everything that the methods work on. */
export interface ApiParts {
  readonly world: World;
  readonly updates: Updates;
  readonly webhook: Webhook;
  readonly flood: Flood | null;
  readonly bot: Wire;
  /** Whether @BotFather was told to allow inline queries. */
  readonly hasInlineMode: boolean;
  readonly presses: Map<string, Press>;
  readonly queries: Map<string, InlineQuery>;
  readonly profile: Profile;
  /** Chats where the bot was shown as writing, oldest first. */
  readonly actions: { readonly chatId: number; readonly action: string }[];
}

type Method = (params: Params, parts: ApiParts, closed: AbortSignal) => unknown;

/** The methods that there are, by their names in small letters. */
export const methods: Readonly<Record<string, Method>> = {
  getme: (_, { bot, hasInlineMode }) => ({
    ...bot,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: hasInlineMode,
  }),
  getupdates: (params, { updates }, closed) => updates.get(params, closed),
  sendmessage: (params, parts) => sendMessage(params, parts),
  sendphoto: (params, parts) => sendPhoto(params, parts),
  editmessagetext: (params, parts) => editMessageText(params, parts),
  editmessagecaption: (params, parts) => editMessageCaption(params, parts),
  editmessagemedia: (params, parts) => editMessageMedia(params, parts),
  editmessagereplymarkup: (params, parts) => editMessageReplyMarkup(params, parts),
  deletemessage: (params, parts) => deleteMessage(params, parts),
  answercallbackquery: answerCallbackQuery,
  answerinlinequery: (params, parts) => answerInlineQuery(params, parts),
  getchatmember: getChatMember,
  getchat: getChat,
  sendchataction: sendChatAction,
  setmycommands: setMyCommands,
  getmycommands: getMyCommands,
  deletemycommands: deleteMyCommands,
  setmydescription: (params, parts) => setText(params, "description", parts),
  getmydescription: (params, { profile }) => ({
    description: profile.descriptions.get(textOf(params, "language_code")) ?? "",
  }),
  setmyshortdescription: (params, parts) => setText(params, "short_description", parts),
  getmyshortdescription: (params, { profile }) => ({
    short_description: profile.shortDescriptions.get(textOf(params, "language_code")) ?? "",
  }),
  setwebhook: (params, { webhook }) => webhook.set(params),
  deletewebhook: (params, { webhook }) => webhook.delete(params),
  getwebhookinfo: (_, { webhook }) => webhook.info(),
};

/** https://core.telegram.org/bots/api#answercallbackquery */
function answerCallbackQuery(params: Params, { presses, bot, world }: ApiParts): true {
  const press = presses.get(textOf(params, "callback_query_id"));
  if (press === undefined || press.isExpired || press.answer !== null) {
    throw badRequest("query is too old and response timeout expired or query ID is invalid");
  }
  const text = textOf(params, "text");
  if (Array.from(text).length > 200) throw badRequest("MESSAGE_TOO_LONG");
  const url = textOf(params, "url");
  const own = new RegExp(`^https://t\\.me/${String(bot["username"])}\\?start=[\\w-]{1,64}$`, "iu");
  if (url !== "" && !own.test(url)) throw badRequest("URL_INVALID");
  press.answer = { text, isAlert: textOf(params, "show_alert") === "true", ...(url === "" ? {} : { url }) };
  world.changed();
  return true;
}

/** https://core.telegram.org/bots/api#getchatmember; in a channel only its administrators may ask. */
function getChatMember(params: Params, { world, bot }: ApiParts): Wire {
  const userId = numberOf(params, "user_id", 0);
  if (userId <= 0) throw badRequest("Invalid user_id specified");
  const isSelf = userId === bot["id"];
  const chat = reachChat(params, isSelf ? "read" : "members", world);
  if (isSelf) return wireBotMember(bot, chat);
  const user = world.users.get(userId);
  if (user === undefined) throw badRequest("user not found");
  if (chat.type === "channel" && chat.botStatus !== "administrator")
    throw badRequest("Member list is inaccessible");
  const own = chat.type === "private" && chat.id === userId ? "member" : "left";
  return wireMember(wireUser(user), chat.members.get(userId) ?? own);
}

/** https://core.telegram.org/bots/api#getchat; the permissions are those of ordinary members. */
function getChat(params: Params, { world }: ApiParts): Wire {
  const chat = reachChat(params, "read", world);
  const isGroup = chat.type === "group" || chat.type === "supergroup";
  return {
    ...wireChat(chat, world),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {},
    ...(isGroup ? { permissions: wirePermissions(chat) } : {}),
  };
}

function sendChatAction(params: Params, { world, actions }: ApiParts): true {
  const action = textOf(params, "action");
  if (action !== "typing" && !action.startsWith("upload_"))
    throw badRequest("Wrong parameter action in request");
  actions.push({ chatId: reachChat(params, "write", world).id, action });
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
