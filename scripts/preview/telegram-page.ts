import type { Drawing } from "../../adapters/chat/telegram/render.ts";
import { escapeHtml } from "../../adapters/web/render.ts";

/** What Telegram's client makes of a message: its HTML is a part of ours, and line breaks count. */
export function telegramPage(drawing: Drawing): string {
  const rows = drawing.keyboard?.inline_keyboard ?? [];
  const keys = rows.map(
    (row) =>
      `<div class="keys">${row.map(({ text }) => `<button>${escapeHtml(text)}</button>`).join("")}</div>`,
  );
  return `<div class="telegram"><div class="bubble">${drawing.html.replaceAll("\n", "<br>")}</div>${keys.join("")}</div>`;
}
