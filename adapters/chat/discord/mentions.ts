import { ApplicationCommandOptionType, ApplicationCommandType } from "discord.js";
import type { DiscordMessage } from "./drawing.ts";
import { messageLimits } from "./limits.ts";

/** What slash commands are mentioned by. */
export interface CommandMentions {
  /** Takes the application's commands as Discord gives them. */
  readonly learn: (commands: unknown) => void;
  /** A message whose `/name` are mentions, which clients show by the local name and open at a tap; as it was where there is no room for them. */
  readonly in: (message: DiscordMessage) => DiscordMessage;
}

interface Known {
  readonly id: string;
  /** Only with one of them a command that has some can be called (reference, message formatting). */
  readonly subcommands: readonly string[];
}

/** A command of ours in words that are escaped already; what may be its subcommand behind it. */
const named = /(?<![\p{L}\p{N}/\\<])\/([a-z]+)(?: ([a-z]+))?(?![\p{L}\p{N}/])/gu;

/**
 * A role that was chosen to be mentioned, where a setting says so: clients show its name, and in an answer it notifies nobody. It ends its line; the words of
 * others may name roles anywhere.
 */
const role = /(?<=: )\\<@&(\d{15,20})\\>(?=\**$)/gmu;

/** How the words of a report are drawn: whatever they name stays words. */
const quoteMark = "> ";

/** Makes the mentions; none is known. */
export function createCommandMentions(): CommandMentions {
  const known = new Map<string, Known>();

  function mention(all: string, name: string, next: string | undefined): string {
    const command = known.get(name);
    if (command === undefined) return all;
    const rest = next === undefined ? "" : ` ${next}`;
    const [first] = command.subcommands;
    if (first === undefined) return `</${name}:${command.id}>${rest}`;
    if (next !== undefined && command.subcommands.includes(next)) return `</${name} ${next}:${command.id}>`;
    return `</${name} ${first}:${command.id}>${rest}`;
  }

  function mentioned(text: string): string {
    const lines = text
      .split("\n")
      .map((line) =>
        line.startsWith(quoteMark) ? line : line.replaceAll(named, mention).replaceAll(role, "<@&$1>"),
      );
    return lines.join("\n");
  }

  return {
    learn(commands) {
      if (!Array.isArray(commands)) return;
      for (const command of commands as unknown[]) {
        const read = readCommand(command);
        if (read !== null) known.set(read.name, read);
      }
    },
    in(message) {
      const content = mentioned(message.content);
      const embeds = message.embeds.map((embed) =>
        embed.description === undefined ? embed : { ...embed, description: mentioned(embed.description) },
      );
      const lengths = embeds.map(({ description = "" }) => description.length);
      const isFitting =
        content.length <= messageLimits.content &&
        lengths.every((length) => length <= messageLimits.embedDescription) &&
        lengths.reduce((sum, length) => sum + length, 0) <= messageLimits.embedTotal;
      return isFitting ? { ...message, content, embeds } : message;
    },
  };
}

function readCommand(command: unknown): (Known & { readonly name: string }) | null {
  if (typeof command !== "object" || command === null) return null;
  const [id, name, type, options]: unknown[] = ["id", "name", "type", "options"].map((field): unknown =>
    Reflect.get(command, field),
  );
  const isTyped = type === ApplicationCommandType.ChatInput || type === undefined;
  if (typeof id !== "string" || typeof name !== "string" || !isTyped) return null;
  const parts: unknown[] = Array.isArray(options) ? options : [];
  const subcommands = parts.flatMap((part): string[] => {
    if (typeof part !== "object" || part === null) return [];
    const called: unknown = Reflect.get(part, "name");
    const isPart = Reflect.get(part, "type") === ApplicationCommandOptionType.Subcommand;
    return isPart && typeof called === "string" ? [called] : [];
  });
  return { id, name, subcommands };
}
