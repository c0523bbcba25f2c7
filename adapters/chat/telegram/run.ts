import type { ChatTarget, CommandSpec, Invocation, Reply } from "../../../src/ports/command.ts";
import { sendQuestion } from "./answer.ts";
import { accessOf, readCommand } from "./call.ts";
import type { ReadCommand, TypedCommand } from "./call.ts";
import type { StoredButton } from "./keyboard.ts";
import { languageFor } from "./person.ts";
import type { Speaking } from "./person.ts";
import { chatAnswerLength, drawChatQuestion, drawQuestion, openQuestion } from "./question.ts";
import type { AskParts } from "./question.ts";
import { respond } from "./respond.ts";
import type { Asked, RespondParts } from "./respond.ts";
import type { Rights } from "./rights.ts";
import type { SayWords } from "./texts.ts";
import { usageMessage } from "./usage.ts";

/** What running commands needs. */
export interface RunParts extends RespondParts, AskParts {
  readonly rights: Rights;
}

/** What to run when a private chat says a command that there is not. */
const helpCommand = "help";
/** In place of a chat's name: which one is asked. */
const whichChat = "@";

/** Runs a command that was typed or pressed, and gives its answer. A chat that it lacks is asked for. */
export async function runCommand(
  typed: TypedCommand,
  asked: Asked,
  parts: RunParts,
  signal: AbortSignal,
): Promise<void> {
  const { speaking, press } = asked;
  const { specs } = parts.commands;
  const read = readCommand(specs, typed);
  // In a private chat every command is for us; in a group an unknown one may be another bot's.
  const isHelp = read.kind === "unknown" && speaking.isDirect && press === null;
  const called = isHelp ? readCommand(specs, { name: helpCommand, rest: "" }) : read;
  if (called.kind === "unknown") return;
  if (speaking.isDirect && lacksChat(called)) return askForChat(typed, speaking, parts, signal);
  const { spec, subcommand } = called;
  // Who may use a command is the registry's to say: of one that is not for everyone it gets also what is incomplete.
  const reply =
    called.kind === "usage" && accessOf(spec, subcommand) === "anyone"
      ? {
          message: usageMessage(spec, subcommand, await languageFor(speaking, parts.commands)),
          isPrivate: true,
        }
      : await parts.commands.run(await invocationOf(called, speaking, parts));
  await asked.onReply?.(reply);
  await respond(asked.heading === undefined ? reply : headed(reply, asked.heading), asked, parts, signal);
}

/** A copy: the same message may be the answer to others, drawn once for all. */
function headed(reply: Reply, heading: NonNullable<Asked["heading"]>): Reply {
  const { message } = reply;
  return { ...reply, message: { ...message, title: heading(message.language) } };
}

async function wordsFor(speaking: Speaking, { commands, text }: RunParts): Promise<SayWords> {
  const language = await languageFor(speaking, commands);
  return (key, values) => text(language, key, values);
}

/** Asks what a button needs to know before it runs its command. */
export async function askFirst(
  button: StoredButton,
  speaking: Speaking,
  parts: RunParts,
  signal: AbortSignal,
): Promise<void> {
  const question = drawQuestion(speaking, button, await wordsFor(speaking, parts));
  if (question === null || button.ask === null) return;
  const outcome = await sendQuestion(question, parts, signal);
  const { command, argument, ask } = button;
  const pending = { command, argument, maxLength: ask.maxLength, isChat: false };
  await openQuestion(parts, speaking, { outcome, pending });
}

async function askForChat(
  typed: TypedCommand,
  speaking: Speaking,
  parts: RunParts,
  signal: AbortSignal,
): Promise<void> {
  const words = await wordsFor(speaking, parts);
  const outcome = await sendQuestion(drawChatQuestion(speaking, words), parts, signal);
  const argument = typed.rest
    .split(/\s+/u)
    .filter((word) => word !== whichChat)
    .join(" ");
  const pending = { command: typed.name, argument, maxLength: chatAnswerLength, isChat: true };
  await openQuestion(parts, speaking, { outcome, pending });
}

/** Whether only the bot's admins may use what is called. */
export function isForAdmins(typed: TypedCommand, specs: readonly CommandSpec[]): boolean {
  const read = readCommand(specs, typed);
  return read.kind !== "unknown" && accessOf(read.spec, read.subcommand) === "admin";
}

/** Whether everybody may use what is called. */
export function isForEverybody(typed: TypedCommand, specs: readonly CommandSpec[]): boolean {
  const read = readCommand(specs, typed);
  return read.kind !== "unknown" && accessOf(read.spec, read.subcommand) === "anyone";
}

/** Whether a button's command can be told which chat it is about. */
export function takesChat({ command, argument }: StoredButton, specs: readonly CommandSpec[]): boolean {
  const read = readCommand(specs, { name: command, rest: argument });
  return read.kind !== "unknown" && chatOption(read.spec, read.subcommand) !== undefined;
}

type Called = Exclude<ReadCommand, { kind: "unknown" }>;

/** Whether another chat has to be named and is not, or is to be chosen. */
function lacksChat({ spec, subcommand, options }: Called): boolean {
  const where = chatOption(spec, subcommand);
  if (where === undefined) return false;
  const value = options[where.name];
  return value === whichChat || (value === undefined && where.isRequired);
}

async function invocationOf(called: Called, speaking: Speaking, { rights }: RunParts): Promise<Invocation> {
  const { spec, subcommand, options } = called;
  const { address, chatTitle, isDirect, user, about } = speaking;
  return {
    command: spec.name,
    subcommand,
    options,
    address,
    chatTitle,
    isDirect,
    target: await targetOf(called, rights),
    about,
    user,
    missingRights: (at) => rights.missing(at),
    titleOf: (at) => rights.titleOf(at),
  };
}

async function targetOf({ spec, subcommand, options }: Called, rights: Rights): Promise<ChatTarget | null> {
  const where = chatOption(spec, subcommand);
  const value = where === undefined ? undefined : options[where.name];
  return value === undefined ? null : rights.find(value);
}

function chatOption(
  spec: CommandSpec,
  subcommand: string | null,
): CommandSpec["options"][number] | undefined {
  const part = spec.subcommands.find(({ name }) => name === subcommand) ?? spec;
  return part.options.find(({ kind }) => kind === "chat");
}
