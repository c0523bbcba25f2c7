import { GrammyError } from "grammy";
import type { RawApi } from "grammy";
import type { BotCommand, BotCommandScope, LanguageCode } from "grammy/types";
import type { Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import type { Access, CommandSpec } from "../../../src/ports/command.ts";
import { callSignal } from "./api.ts";
import { networkCode } from "./outcome.ts";
import { repeatCall } from "./repeat.ts";

/** What showing menus needs. */
export interface MenuParts {
  readonly calls: RawApi;
  readonly specs: readonly CommandSpec[];
  /** User ids of the bot's admins. */
  readonly admins: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
}

/** Limits: https://core.telegram.org/bots/api#setmycommands, read 2026-11-25. */
const maxCommands = 100;
const maxDescription = 256;
/** Nobody waits for a menu: it is set however long Telegram asks to wait. */
const patience = { tries: 6, longestMs: Infinity };

/**
 * Who sees which commands: in groups only who administers one sees what is for chat admins; in a private chat everybody administers
 * it. https://core.telegram.org/bots/api#botcommandscope
 */
const scopes: readonly { readonly scope: BotCommandScope; readonly sees: readonly Access[] }[] = [
  { scope: { type: "default" }, sees: ["anyone"] },
  { scope: { type: "all_private_chats" }, sees: ["anyone", "chat-admin"] },
  { scope: { type: "all_chat_administrators" }, sees: ["anyone", "chat-admin"] },
];
const everything: readonly Access[] = ["anyone", "chat-admin", "admin"];

/**
 * Shows the commands in Telegram's menus, by scope and in each language that the descriptions have, and calls setMyCommands only where a
 * menu is another. A menu is a comfort: a fault is logged and passes.
 */
export async function publishMenus(parts: MenuParts, signal: AbortSignal): Promise<void> {
  for (const { scope, sees } of scopes) await publish({ ...parts, scope, sees }, signal);
  for (const admin of parts.admins) await publishAdminMenu(parts, admin, signal);
}

/** Menus of admins' own chats, as people write to the bot in private. */
export interface AdminMenus {
  /** Somebody has written: an admin's menu can be set only once they have, at their first word here. */
  seen(userId: string): void;
  /** Somebody has said what is for admins: whoever is none any more may still have an admin's menu. */
  saidAdminsWord(userId: string): void;
}

/** People of whom this process remembers that they have no menu of their own. */
const maxLooked = 10_000;

/** `signal`: no further calls when it is aborted. */
export function createAdminMenus(parts: MenuParts, signal: AbortSignal): AdminMenus {
  const greeted = new Set<string>();
  const looked = new Set<string>();
  return {
    seen(userId) {
      if (!parts.admins.includes(userId) || greeted.has(userId)) return;
      greeted.add(userId);
      void publishAdminMenu(parts, userId, signal);
    },
    saidAdminsWord(userId) {
      if (parts.admins.includes(userId) || looked.has(userId)) return;
      if (looked.size >= maxLooked) looked.clear();
      looked.add(userId);
      void removeAdminMenu(parts, userId, signal);
    },
  };
}

/** A chat without a menu of its own shows everybody's: https://core.telegram.org/bots/api#deletemycommands. A fault is logged and passes. */
async function removeAdminMenu(
  { calls, specs, clock, log }: MenuParts,
  userId: string,
  signal: AbortSignal,
): Promise<void> {
  const scope = { type: "chat", chat_id: Number(userId) } as const;
  try {
    for (const tag of tagsOf(specs)) {
      const remove = () => calls.deleteMyCommands({ scope, ...languageOf(tag) }, callSignal(signal));
      await repeatCall(remove, { clock, signal, ...patience });
    }
  } catch (error) {
    if (!signal.aborted)
      log("debug", "telegram: the menu of a former admin was not removed", { why: whyOf(error) });
  }
}

/** The menu of an admin's own chat. Telegram knows the chat only once the admin has written there: until then nothing is shown. */
async function publishAdminMenu(parts: MenuParts, admin: string, signal: AbortSignal): Promise<void> {
  await publish({ ...parts, scope: { type: "chat", chat_id: Number(admin) }, sees: everything }, signal);
}

interface Menu extends MenuParts {
  readonly scope: BotCommandScope;
  readonly sees: readonly Access[];
}

async function publish({ calls, specs, clock, log, scope, sees }: Menu, signal: AbortSignal): Promise<void> {
  const listed = specs.filter((spec) => spec.isListed && sees.includes(spec.access)).slice(0, maxCommands);
  for (const tag of tagsOf(listed)) {
    if (signal.aborted) return;
    const commands = listed.map((spec) => menuRow(spec, tag));
    const language = languageOf(tag);
    try {
      // A menu that cannot be read is set.
      const get = () => calls.getMyCommands({ scope, ...language }, callSignal(signal));
      const set = () => calls.setMyCommands({ commands, scope, ...language }, callSignal(signal));
      const shown = await repeatCall(get, { clock, signal, ...patience }).catch(() => []);
      if (!isSame(shown, commands)) await repeatCall(set, { clock, signal, ...patience });
    } catch (error) {
      if (signal.aborted) return;
      const why = whyOf(error);
      const isUnknownChat = scope.type === "chat";
      if (isUnknownChat) log("debug", "telegram: an admin's menu waits until they write to the bot", { why });
      else
        log("warn", "telegram: the menu of commands was not set", { language: tag, scope: scope.type, why });
      if (isUnknownChat) return;
    }
  }
}

function tagsOf(specs: readonly CommandSpec[]): ReadonlySet<string> {
  const tags = specs.flatMap((spec) => Object.keys(spec.description));
  return new Set(tags.filter((tag) => /^[a-z]{2}$/u.test(tag)));
}

/** English is the list of those whose language has none: it goes without a language. */
function languageOf(tag: string): { readonly language_code?: LanguageCode } {
  return tag === "en" ? {} : { language_code: tag as LanguageCode };
}

function whyOf(error: unknown): string {
  return error instanceof GrammyError ? error.description : (networkCode(error) ?? "no answer");
}

function menuRow(spec: CommandSpec, tag: string): BotCommand {
  const description = spec.description[tag] ?? spec.description["en"] ?? spec.name;
  return { command: spec.name, description: Array.from(description).slice(0, maxDescription).join("") };
}

function isSame(shown: readonly BotCommand[], wanted: readonly BotCommand[]): boolean {
  return (
    shown.length === wanted.length &&
    wanted.every(
      ({ command, description }, index) =>
        shown[index]?.command === command && shown[index].description === description,
    )
  );
}
