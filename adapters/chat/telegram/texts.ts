import type { Message } from "../../../src/model/message.ts";

/** A text of the adapter's own in a language (null: not known), with its variables; main injects it. */
export type Text = (
  language: string | null,
  key: TextKey,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** The same in one language. */
export type SayWords = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** The texts that the adapter has of its own: src/languages/TAG/telegram.ftl. */
export type TextKey =
  | "telegram-description"
  | "telegram-short-description"
  | "telegram-question-reply"
  | "telegram-question-example"
  | "telegram-answer-too-long"
  | "telegram-words-only"
  | "telegram-passed-on"
  | "telegram-which-chat"
  | "telegram-added"
  | "telegram-added-here"
  | "telegram-subscribe"
  | "telegram-choose-channel"
  | "telegram-choose-group"
  | "telegram-button-stale"
  | "telegram-in-private"
  | "telegram-press-wait"
  | "telegram-open-bot"
  /** Also in alerts: src/languages/TAG/texts.ftl. */
  | "note-repeat";

/** A message of one of them. */
export function textMessage(title: string, language: string | null): Message {
  return { title, blocks: [], actions: [], language: language?.split("-")[0] ?? "en" };
}
