import { reachChat } from "./access.ts";
import { badRequest } from "./api-error.ts";
import { isObject, jsonOf, textOf } from "./params.ts";
import type { Params } from "./params.ts";
import type { World } from "./world.ts";

/** A row of a menu: https://core.telegram.org/bots/api#botcommand */
export interface MenuRow {
  readonly command: string;
  readonly description: string;
}

/** What the bot says of itself: menus by scope and language, descriptions by language ("": everybody else). */
export interface Profile {
  readonly menus: Map<string, readonly MenuRow[]>;
  readonly descriptions: Map<string, string>;
  readonly shortDescriptions: Map<string, string>;
}

interface ProfileParts {
  readonly profile: Profile;
  readonly world: World;
}

const scopesOfChats = ["chat", "chat_administrators", "chat_member"];
const scopes = [
  "default",
  "all_private_chats",
  "all_group_chats",
  "all_chat_administrators",
  ...scopesOfChats,
];

/** https://core.telegram.org/bots/api#setmycommands, with the limits of https://core.telegram.org/bots/api#botcommand */
export function setMyCommands(params: Params, { profile, world }: ProfileParts): true {
  const commands = jsonOf(params, "commands", "commands");
  if (!Array.isArray(commands)) throw badRequest("Expected an Array of BotCommand");
  if (commands.length > 100) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  const rows = commands.map(readBotCommand);
  const key = menuKey(params, world);
  if (rows.length === 0) profile.menus.delete(key);
  else profile.menus.set(key, rows);
  world.changed();
  return true;
}

/** https://core.telegram.org/bots/api#getmycommands */
export function getMyCommands(params: Params, { profile, world }: ProfileParts): readonly MenuRow[] {
  return profile.menus.get(menuKey(params, world)) ?? [];
}

/** https://core.telegram.org/bots/api#deletemycommands */
export function deleteMyCommands(params: Params, { profile, world }: ProfileParts): true {
  profile.menus.delete(menuKey(params, world));
  world.changed();
  return true;
}

/** https://core.telegram.org/bots/api#setmydescription and #setmyshortdescription: 0-512 and 0-120 characters. */
export function setText(
  params: Params,
  name: "description" | "short_description",
  { profile, world }: ProfileParts,
): true {
  const text = textOf(params, name);
  const [max, kept] =
    name === "description" ? [512, profile.descriptions] : ([120, profile.shortDescriptions] as const);
  if (Array.from(text).length > max)
    throw badRequest(name === "description" ? "BOT_DESCRIPTION_TOO_LONG" : "BOT_SHORT_DESCRIPTION_TOO_LONG");
  const language = languageOf(params);
  if (text === "") kept.delete(language);
  else kept.set(language, text);
  world.changed();
  return true;
}

/** The menu that somebody sees, by https://core.telegram.org/bots/api#determining-list-of-commands */
export function menuShown(
  profile: Profile,
  at: {
    readonly chatId: number;
    readonly userId: number;
    readonly isGroup: boolean;
    readonly isAdmin: boolean;
  },
  language: string,
): readonly MenuRow[] {
  const { chatId, userId, isGroup, isAdmin } = at;
  const forAdmins = [{ type: "chat_administrators", chat_id: chatId }];
  const order: readonly object[] = isGroup
    ? [
        { type: "chat_member", chat_id: chatId, user_id: userId },
        ...(isAdmin ? forAdmins : []),
        { type: "chat", chat_id: chatId },
        ...(isAdmin ? [{ type: "all_chat_administrators" }] : []),
        { type: "all_group_chats" },
      ]
    : [{ type: "chat", chat_id: chatId }, { type: "all_private_chats" }];
  for (const scope of [...order, { type: "default" }]) {
    for (const tag of [language, ""]) {
      const rows = profile.menus.get(`${JSON.stringify(scope)} ${tag}`);
      if (rows !== undefined) return rows;
    }
  }
  return [];
}

function readBotCommand(value: unknown): MenuRow {
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

/** https://core.telegram.org/bots/api#botcommandscope */
function menuKey(params: Params, world: World): string {
  const given = jsonOf(params, "scope", "BotCommandScope");
  const language = languageOf(params);
  if (given === undefined || given === null) return `{"type":"default"} ${language}`;
  if (!isObject(given)) throw badRequest("BotCommandScope must be an Object");
  const type = textOf(given, "type");
  if (!scopes.includes(type)) throw badRequest("Unsupported type specified");
  if (!scopesOfChats.includes(type)) return `${JSON.stringify({ type })} ${language}`;
  const chat = reachChat(given, "read", world);
  if (chat.type === "channel") throw badRequest("Can't change commands in channel chats");
  const member = type === "chat_member" ? { user_id: Number(textOf(given, "user_id")) } : {};
  return `${JSON.stringify({ type, chat_id: chat.id, ...member })} ${language}`;
}

function languageOf(params: Params): string {
  const language = textOf(params, "language_code");
  if (language !== "" && !/^[a-z]{2}$/u.test(language)) throw badRequest("Invalid language code specified");
  return language;
}
