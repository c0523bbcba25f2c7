import type { CommandOption, CommandSpec } from "../../../src/ports/command.ts";
import { namesChat } from "./rights.ts";

/** A command as somebody typed it, or as a button carries it. */
export interface TypedCommand {
  readonly name: string;
  /** The words behind the name, trimmed. */
  readonly rest: string;
}

/** What a typed command comes to. `usage`: an option or the subcommand is missing; `options` are those that are there. */
export type ReadCommand =
  | {
      readonly kind: "call" | "usage";
      readonly spec: CommandSpec;
      /** Null: none was named, or the command has none. */
      readonly subcommand: string | null;
      readonly options: Readonly<Record<string, string>>;
    }
  | { readonly kind: "unknown" };

type Subcommand = CommandSpec["subcommands"][number];

/**
 * The command at the beginning of a message: `/name`, or `/name@bot` in groups; null where there is none or it is
 * another bot's. `botName`: our username, without `@`. https://core.telegram.org/bots/features#commands
 */
export function readTyped(text: string, botName: string): TypedCommand | null {
  const match = /^\/(\w{1,32})(?:@(\w+))?(?=\s|$)([\s\S]*)$/u.exec(text.trimStart());
  const [, name = "", mention, rest = ""] = match ?? [];
  if (match === null || (mention !== undefined && mention.toLowerCase() !== botName.toLowerCase()))
    return null;
  return { name: name.toLowerCase(), rest: rest.trim() };
}

/** Finds the command, its subcommand (the first word, else the first one that there is) and its options (words in their order; the last takes the rest). */
export function readCommand(specs: readonly CommandSpec[], typed: TypedCommand): ReadCommand {
  const spec = specs.find((each) => each.name === typed.name);
  if (spec === undefined) return { kind: "unknown" };
  const [first] = spec.subcommands;
  if (first === undefined) return readCall(spec, null, typed.rest);
  const [word, rest] = firstWord(typed.rest);
  const named = spec.subcommands.find((each) => each.name === word.toLowerCase());
  if (named !== undefined) return readCall(spec, named, rest);
  // Words that the first one has no use for were meant for another.
  return word === "" || first.options.length > 0
    ? readCall(spec, first, typed.rest)
    : { kind: "usage", spec, subcommand: null, options: {} };
}

/** Who may call a command, or one of its subcommands. */
export function accessOf(spec: CommandSpec, subcommand: string | null): CommandSpec["access"] {
  return spec.subcommands.find(({ name }) => name === subcommand)?.access ?? spec.access;
}

function readCall(spec: CommandSpec, subcommand: Subcommand | null, words: string): ReadCommand {
  const known = (subcommand ?? spec).options;
  const options = readOptions(known, words);
  const name = subcommand?.name ?? null;
  const isMissing = known.some((option) => option.isRequired && options[option.name] === undefined);
  return { kind: isMissing ? "usage" : "call", spec, subcommand: name, options };
}

function readOptions(options: readonly CommandOption[], words: string): Readonly<Record<string, string>> {
  const place = options.find(({ kind }) => kind === "chat");
  const takesAddress = options.some(({ kind }) => kind === "address");
  const [where, others] = place === undefined ? [null, words] : takeChat(words, takesAddress);
  const values: Record<string, string> = {};
  let left = others;
  // What names no chat belongs to the words before; a command that takes nothing else is to see it all the same.
  const beside = options.filter((option) => option !== place);
  const inOrder = beside.length === 0 && where === null ? options : beside;
  for (const [index, option] of inOrder.entries()) {
    const [word, rest] = index === inOrder.length - 1 ? [left, ""] : firstWord(left);
    if (word === "") break;
    values[option.name] = choiceOf(option, word);
    left = rest;
  }
  return place === undefined || where === null ? values : { ...values, [place.name]: where };
}

/** The word that names a chat may stand anywhere; "@" alone asks which one. Where an address is asked for, a link is one, and so is a name that stands alone. */
function takeChat(words: string, takesAddress: boolean): readonly [where: string | null, others: string] {
  const all = words.split(/\s+/u);
  const isAddress = (word: string): boolean =>
    takesAddress && (word.includes("/") || (all.length === 1 && word.startsWith("@")));
  const isChat = (word: string): boolean => namesChat(word) && !isAddress(word);
  const where = all.find((word) => isChat(word) || word === "@") ?? null;
  return where === null ? [null, words] : [where, all.filter((word) => word !== where).join(" ")];
}

/** A choice may be typed by its label in any language; other words go on as they are, for the command to refuse. */
function choiceOf(option: CommandOption, word: string): string {
  const typed = word.toLowerCase();
  const choice = option.choices?.find(
    ({ value, label }) =>
      value.toLowerCase() === typed || Object.values(label).some((each) => each.toLowerCase() === typed),
  );
  return choice?.value ?? word;
}

function firstWord(text: string): readonly [word: string, rest: string] {
  const [, word = "", rest = ""] = /^(\S*)\s*([\s\S]*)$/u.exec(text.trim()) ?? [];
  return [word, rest];
}
