import type { RawApi } from "grammy";
import type { BotCommand } from "grammy/types";
import type { Log } from "../../../src/log.ts";
import type { CommandSpec } from "../../../src/ports/command.ts";
import { callSignal } from "./api.ts";
import { networkCode } from "./outcome.ts";

const maxCommands = 100;
const maxDescription = 256;

/**
 * Shows the commands in Telegram's menu, in each language that the descriptions have, and calls setMyCommands only
 * where the menu is another. A menu is a comfort: a fault is logged and passes. Admins' commands are not shown.
 * Limits: https://core.telegram.org/bots/api#setmycommands, read 2026-11-25.
 */
export async function publishMenus(
  parts: { readonly calls: RawApi; readonly specs: readonly CommandSpec[]; readonly log: Log },
  signal: AbortSignal,
): Promise<void> {
  const listed = parts.specs.filter((spec) => spec.isListed && spec.access !== "admin").slice(0, maxCommands);
  const tags = new Set(
    listed.flatMap((spec) => Object.keys(spec.description)).filter((tag) => /^[a-z]{2}$/u.test(tag)),
  );
  for (const tag of tags) {
    if (signal.aborted) return;
    const commands = listed.map((spec) => menuRow(spec, tag));
    // English is the list of those whose language has none: it goes without a language.
    const scope = tag === "en" ? {} : { language_code: tag as "uk" };
    try {
      if (sameMenu(await shownMenu(parts.calls, scope, signal), commands)) continue;
      await parts.calls.setMyCommands({ commands, ...scope }, callSignal(signal));
    } catch (error) {
      parts.log("warn", "telegram: the menu of commands was not set", {
        language: tag,
        why: networkCode(error) ?? error,
      });
    }
  }
}

/** An empty menu stands for one that cannot be read: it is then set. */
async function shownMenu(
  calls: RawApi,
  scope: { language_code?: "uk" },
  signal: AbortSignal,
): Promise<readonly BotCommand[]> {
  return calls.getMyCommands(scope, callSignal(signal)).catch(() => []);
}

function menuRow(spec: CommandSpec, tag: string): BotCommand {
  const description = spec.description[tag] ?? spec.description["en"] ?? spec.name;
  return { command: spec.name, description: Array.from(description).slice(0, maxDescription).join("") };
}

function sameMenu(shown: readonly BotCommand[], wanted: readonly BotCommand[]): boolean {
  return (
    shown.length === wanted.length &&
    wanted.every(
      ({ command, description }, index) =>
        shown[index]?.command === command && shown[index].description === description,
    )
  );
}
