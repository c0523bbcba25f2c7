import { GrammyError } from "grammy";
import type { RawApi } from "grammy";
import type { InlineKeyboardButton, InlineQuery, InlineQueryResultArticle } from "grammy/types";
import type { Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import type { Card, CommandSet } from "../../../src/ports/command.ts";
import { callSignal } from "./api.ts";
import { actionLink } from "./deep-link.ts";
import { networkCode } from "./outcome.ts";
import { inlineUserOf } from "./person.ts";
import { drawWithoutChart } from "./render.ts";
import { repeatCall } from "./repeat.ts";
import type { Text } from "./texts.ts";
import { cleanLine } from "./visible.ts";

/** What inline mode needs. */
export interface InlineParts {
  readonly calls: RawApi;
  readonly commands: CommandSet;
  readonly botName: () => string;
  readonly text: Text;
  readonly clock: Clock;
  readonly log: Log;
}

/** https://core.telegram.org/bots/api#answerinlinequery and #inlinequeryresultarticle, read 2026-11-26. */
const maxResults = 50;
const maxIdBytes = 64;
/** Figures change; for as long the same person gets the same cards without our being asked. */
const cacheSeconds = 30;
const titleCharacters = 100;
const summaryCharacters = 200;
/** Who types on asks anew. */
const patience = { tries: 2, longestMs: 3_000 };
const noCommands: ReadonlySet<string> = new Set();

/**
 * Cards for what somebody types behind the bot's name in any chat. They are in that person's language, so that Telegram keeps them for nobody
 * else. Never rejects.
 */
export async function answerInline(
  query: InlineQuery,
  parts: InlineParts,
  signal: AbortSignal,
): Promise<void> {
  const { calls, commands, clock, log, text } = parts;
  const user = inlineUserOf(query.from);
  // There is one page: a client that asks for more has seen all.
  const cards = query.offset === "" ? await commands.cards(query.query, user) : [];
  const results = distinct(cards).map((card) => article(card, parts));
  const open = { text: text(user.language, "telegram-open-bot"), start_parameter: "inline" };
  const answer = {
    inline_query_id: query.id,
    results,
    cache_time: cacheSeconds,
    is_personal: true,
    ...(results.length === 0 && query.offset === "" ? { button: open } : {}),
  };
  const call = () => calls.answerInlineQuery(answer, callSignal(signal));
  try {
    await repeatCall(call, { clock, signal, ...patience });
  } catch (error) {
    // Mostly that it is too old: the person has typed on, and the newer one is answered.
    const isRefused = error instanceof GrammyError;
    const isOld = isRefused && /query is too old/iu.test(error.description);
    const why = isRefused ? error.description : (networkCode(error) ?? "no answer");
    log(isOld ? "debug" : "warn", "telegram: an inline query could not be answered", { why });
  }
}

/** Buttons of a card lead into the chat with the bot: it is in chats that the bot does not see. */
function article({ id, summary, message }: Card, parts: InlineParts): InlineQueryResultArticle {
  const language = message.language;
  const { html } = drawWithoutChart(message, noCommands);
  const about = { botName: parts.botName(), specs: parts.commands.specs };
  const links: InlineKeyboardButton[] = message.actions.flatMap((action) => {
    const url = actionLink(action, about);
    return url === null || cleanLine(action.label) === "" ? [] : [{ text: cleanLine(action.label), url }];
  });
  const open = { text: parts.text(language, "telegram-open-bot"), url: `https://t.me/${about.botName}` };
  const description = shortened(summary, summaryCharacters);
  return {
    type: "article",
    id,
    title: shortened(message.title, titleCharacters) || "…",
    ...(description === "" ? {} : { description }),
    input_message_content: {
      message_text: html,
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
    },
    reply_markup: { inline_keyboard: links.length === 0 ? [[open]] : [links.slice(0, 3), [open]] },
  };
}

/** Cards with ids that Telegram takes, each id once. */
function distinct(cards: readonly Card[]): readonly Card[] {
  const byId = new Map(
    cards
      .filter(({ id }) => id !== "" && Buffer.byteLength(id) <= maxIdBytes)
      .map((card) => [card.id, card] as const),
  );
  return [...byId.values()].slice(0, maxResults);
}

function shortened(words: string, max: number): string {
  const characters = Array.from(cleanLine(words));
  return characters.length <= max ? characters.join("") : `${characters.slice(0, max - 1).join("")}…`;
}
