import { badRequest } from "./api-error.ts";
import type { Params } from "./params.ts";

/** What a parameter holds. `chat`: an id or @username; `file`: an upload, or a text that names one. */
type Kind = "integer" | "string" | "boolean" | "chat" | "list" | "object" | "file";

/** The parameters of each method, as the documentation of Bot API 10.1 lists them (https://core.telegram.org/bots/api, read 2026-11-26). */
const parameters: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  getme: {},
  getupdates: { offset: "integer", limit: "integer", timeout: "integer", allowed_updates: "list" },
  setwebhook: {
    url: "string",
    certificate: "file",
    ip_address: "string",
    max_connections: "integer",
    allowed_updates: "list",
    drop_pending_updates: "boolean",
    secret_token: "string",
  },
  deletewebhook: { drop_pending_updates: "boolean" },
  getwebhookinfo: {},
  sendmessage: {
    business_connection_id: "string",
    chat_id: "chat",
    message_thread_id: "integer",
    direct_messages_topic_id: "integer",
    text: "string",
    parse_mode: "string",
    entities: "list",
    link_preview_options: "object",
    disable_notification: "boolean",
    protect_content: "boolean",
    allow_paid_broadcast: "boolean",
    message_effect_id: "string",
    suggested_post_parameters: "object",
    reply_parameters: "object",
    reply_markup: "object",
  },
  sendphoto: {
    business_connection_id: "string",
    chat_id: "chat",
    message_thread_id: "integer",
    direct_messages_topic_id: "integer",
    photo: "file",
    caption: "string",
    parse_mode: "string",
    caption_entities: "list",
    show_caption_above_media: "boolean",
    has_spoiler: "boolean",
    disable_notification: "boolean",
    protect_content: "boolean",
    allow_paid_broadcast: "boolean",
    message_effect_id: "string",
    suggested_post_parameters: "object",
    reply_parameters: "object",
    reply_markup: "object",
  },
  editmessagetext: {
    business_connection_id: "string",
    chat_id: "chat",
    message_id: "integer",
    inline_message_id: "string",
    text: "string",
    parse_mode: "string",
    entities: "list",
    link_preview_options: "object",
    rich_message: "object",
    reply_markup: "object",
  },
  editmessagecaption: {
    business_connection_id: "string",
    chat_id: "chat",
    message_id: "integer",
    inline_message_id: "string",
    caption: "string",
    parse_mode: "string",
    caption_entities: "list",
    show_caption_above_media: "boolean",
    reply_markup: "object",
  },
  editmessagemedia: {
    business_connection_id: "string",
    chat_id: "chat",
    message_id: "integer",
    inline_message_id: "string",
    media: "object",
    reply_markup: "object",
  },
  editmessagereplymarkup: {
    business_connection_id: "string",
    chat_id: "chat",
    message_id: "integer",
    inline_message_id: "string",
    reply_markup: "object",
  },
  deletemessage: { chat_id: "chat", message_id: "integer" },
  answercallbackquery: {
    callback_query_id: "string",
    text: "string",
    show_alert: "boolean",
    url: "string",
    cache_time: "integer",
  },
  answerinlinequery: {
    inline_query_id: "string",
    results: "list",
    cache_time: "integer",
    is_personal: "boolean",
    next_offset: "string",
    button: "object",
  },
  getchat: { chat_id: "chat" },
  getchatmember: { chat_id: "chat", user_id: "integer" },
  getchatadministrators: { chat_id: "chat", return_bots: "boolean" },
  sendchataction: {
    business_connection_id: "string",
    chat_id: "chat",
    message_thread_id: "integer",
    action: "string",
  },
  setmycommands: { commands: "list", scope: "object", language_code: "string" },
  getmycommands: { scope: "object", language_code: "string" },
  deletemycommands: { scope: "object", language_code: "string" },
  setmydescription: { description: "string", language_code: "string" },
  getmydescription: { language_code: "string" },
  setmyshortdescription: { short_description: "string", language_code: "string" },
  getmyshortdescription: { language_code: "string" },
};

/**
 * Refuses what the documentation does not list, and values of another type. The real server leaves unknown parameters unread and reads
 * texts as numbers: here both are found, since they are never meant.
 */
export function checkParameters(method: string, params: Params): void {
  const known = parameters[method] ?? {};
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === null) continue;
    const kind = known[name];
    // An upload that another parameter names by attach://.
    if (kind === undefined && value instanceof Blob) continue;
    if (kind === undefined) throw badRequest(`Parameter "${name}" is not known`);
    if (!fits(kind, value)) throw badRequest(`Parameter "${name}" must be of type ${kind}`);
  }
}

/** A form holds texts only: numbers, flags and JSON are written in them. */
function fits(kind: Kind, value: unknown): boolean {
  const isText = typeof value === "string";
  switch (kind) {
    case "integer":
      return Number.isSafeInteger(value) || (isText && /^-?\d+$/u.test(value));
    case "boolean":
      return typeof value === "boolean" || (isText && /^(?:true|false)$/iu.test(value));
    case "string":
      return isText;
    case "chat":
      return Number.isSafeInteger(value) || (isText && (value === "" || /^(?:-?\d+|@\w+)$/u.test(value)));
    case "list":
      return Array.isArray(value) || (isText && value.startsWith("["));
    case "object":
      return (typeof value === "object" && !Array.isArray(value)) || (isText && value.startsWith("{"));
    case "file":
      return isText || value instanceof Blob;
  }
}
