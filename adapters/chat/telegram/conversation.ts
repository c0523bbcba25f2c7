import type { CommandSpec, Reply } from "../../../src/ports/command.ts";
import { languageFor } from "./person.ts";
import type { Speaking } from "./person.ts";
import { addressOf } from "./place.ts";
import { answerWords, findChatQuestion, findQuestion } from "./question.ts";
import { respond } from "./respond.ts";
import type { Asked } from "./respond.ts";
import { runCommand } from "./run.ts";
import type { RunParts } from "./run.ts";
import { textMessage } from "./texts.ts";

/** The command whose panel is shown of a chat that somebody shows the bot. */
const chatCommand = "settings";
/** What says whether a news item was told, and why not. */
const postCommand = "whynot";

/** What words are taken for that answer nothing, in a private chat: there everything is said to the bot. */
const wordsCommand = "search";
/** Longer words are no search. */
const longestSearch = 200;

/** Words that are no command: the answer to a question of ours; in a private chat what is looked for; else not for us. */
export async function handleText(
  words: string,
  asked: Asked,
  parts: RunParts,
  signal: AbortSignal,
): Promise<void> {
  if (words.trim() === "") return;
  const { speaking } = asked;
  const waiting = await findQuestion(parts, speaking);
  if (waiting === null) {
    if (!speaking.isDirect) return;
    const links = linksIn(words);
    if (links.length > 0)
      return runCommand({ name: postCommand, rest: links.join(" ") }, asked, parts, signal);
    return words.length <= longestSearch
      ? runCommand({ name: wordsCommand, rest: words.trim() }, asked, parts, signal)
      : undefined;
  }
  const { command, argument, maxLength, question } = waiting;
  const answer = answerWords(words, maxLength);
  if (answer === null) {
    const language = await languageFor(speaking, parts.commands);
    const message = textMessage(
      parts.text(language, "telegram-answer-too-long", { max: maxLength }),
      language,
    );
    // The question stays open.
    return respond({ message, isPrivate: true }, asked, parts, signal);
  }
  if (!(await parts.questions.close(question))) return;
  // Who was not understood answers once more.
  const onReply = async ({ isUnanswered }: Reply): Promise<void> => {
    if (isUnanswered === true) await parts.questions.open(question, parts.clock.now());
  };
  await runCommand({ name: command, rest: join(argument, answer) }, { ...asked, onReply }, parts, signal);
}

/** Addresses in what was said, at most so many. */
const maxLinks = 4;

/** The addresses of news items that a text holds. */
export function linksIn(text: string): readonly string[] {
  return (text.match(/https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}»”’]/gu) ?? []).slice(0, maxLinks);
}

/** A chat that somebody shows the bot. `post`: by this public post of it, and the addresses that it holds; null: otherwise. */
export interface ShownChat {
  readonly id: number;
  readonly post: string | null;
  /** The title of one that the bot was just let into. Absent: it was shown otherwise. */
  readonly addedTo?: string;
}

/**
 * A chat that was chosen, or whose post was passed on: the answer to a question for one, or the wish to set it up; of who does not
 * administer it, the question what became of that post.
 */
export async function handleChatOf(
  { id, post, addedTo }: ShownChat,
  speaking: Speaking,
  parts: RunParts,
  signal: AbortSignal,
): Promise<void> {
  const asked = { speaking, replyTo: null, press: null };
  const waiting = await findChatQuestion(parts, speaking);
  if (waiting !== null && (await parts.questions.close(waiting.question))) {
    const rest = join(waiting.argument, String(id));
    return runCommand({ name: waiting.command, rest }, asked, parts, signal);
  }
  const { specs } = parts.commands;
  const isPostAsked = post !== null && specs.some(({ name }) => name === postCommand);
  if (isPostAsked && !(await speaking.user.isChatAdmin(addressOf(id))))
    return runCommand({ name: postCommand, rest: post }, asked, parts, signal);
  const name = commandForChats(specs);
  if (name === null) return;
  const heading = (language: string): string =>
    parts.text(language, "telegram-added", { chat: addedTo ?? "" });
  const shown = addedTo === undefined ? asked : { ...asked, heading };
  await runCommand({ name, rest: String(id) }, shown, parts, signal);
}

/** The command that shows how another chat is set up. Null: no command is about other chats. */
export function commandForChats(specs: readonly CommandSpec[]): string | null {
  const isForChats = (spec: CommandSpec): boolean =>
    (spec.subcommands[0] ?? spec).options.some(({ kind }) => kind === "chat");
  const found = specs.filter(isForChats);
  return (found.find(({ name }) => name === chatCommand) ?? found[0])?.name ?? null;
}

function join(argument: string, word: string): string {
  return argument === "" ? word : `${argument} ${word}`;
}
