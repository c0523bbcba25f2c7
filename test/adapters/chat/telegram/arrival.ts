import { drawMessage } from "../../../../adapters/chat/telegram/render.ts";
import { cleanText } from "../../../../adapters/chat/telegram/visible.ts";
import type { Message } from "../../../../src/model/message.ts";
import { parseHtml } from "../../../fakes/telegram/html.ts";
import { detectEntities, settleText } from "../../../fakes/telegram/text.ts";

/** Commands that may be tapped. */
export const live = new Set(["start", "subscribe"]);

/** What arrives of a message, as the server reads it. */
export function arrives(message: Message) {
  const { html } = drawMessage(message, live);
  const settled = settleText(parseHtml(html));
  return { html, ...settled, detected: detectEntities(settled.text, settled.entities) };
}

/** The letters of a text that Telegram shows, without any space. */
export const squeeze = (words: string) => cleanText(words).replaceAll(/\s+/gu, "");
