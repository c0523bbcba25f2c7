import { drawMessage as drawDiscord } from "../../adapters/chat/discord/drawing.ts";
import { drawCaption, drawMessage as drawTelegram } from "../../adapters/chat/telegram/render.ts";
import { escapeHtml } from "../../adapters/web/render.ts";
import { discordPage } from "./discord-page.ts";
import type { Sample } from "./samples.ts";
import { telegramPage } from "./telegram-page.ts";

const css = `body{font:15px/1.4 system-ui,sans-serif;margin:16px;background:#f3f4f6;color:#111}
h2{font-size:16px;margin:28px 0 8px;border-top:1px solid #ccc;padding-top:12px}.row{display:flex;gap:16px;flex-wrap:wrap}
figure{margin:0;width:360px}figcaption{font-size:12px;color:#555;margin-bottom:4px}
.bubble{background:#fff;border-radius:12px;padding:8px 12px;overflow-wrap:anywhere}.keys{display:flex;gap:4px;margin-top:4px;flex-wrap:wrap}
.keys button{flex:1 1 auto;min-height:32px;border:0;border-radius:8px;background:#dfe6ee;font:inherit}
.discord{background:#313338;color:#dbdee1;border-radius:8px;padding:10px 12px;overflow-wrap:anywhere;margin-top:8px}
.discord p{margin:0 0 2px}.discord .embed{background:#2b2d31;border-left:4px solid #3b6ea5;border-radius:4px;padding:8px 10px;margin-top:6px}
.discord a{color:#00a8fc}.discord .small{font-size:12px;color:#949ba4}.discord blockquote{border-left:4px solid #4e5058;margin:0;padding-left:8px}
.discord .keys button{background:#4e5058;color:#fff;flex:0 1 auto;padding:0 12px}blockquote{margin:2px 0;padding-left:8px;border-left:3px solid #9bb}
img{max-width:100%;border-radius:8px}`;

/** Every sample as both platforms show it, the languages of one beside each other. `picture`: a data URL of the message's chart; null: none. */
export function previewPage(
  samples: readonly Sample[],
  picture: (sample: Sample) => string | null,
  liveCommands: ReadonlySet<string>,
): string {
  const byName = Map.groupBy(samples, ({ name }) => name);
  const sections = Array.from(byName, ([name, shown]) => {
    const figures = shown.map((sample) => figurePage(sample, picture(sample), liveCommands));
    return `<section><h2>${escapeHtml(name)}</h2><div class="row">${figures.join("")}</div></section>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tallywire: every kind of message</title><style>${css}</style></head>
<body><h1>Every kind of message</h1><p>Telegram above, Discord below, by the demo's stream: the outlets are invented, the figures are real. What is named “decided” is of an invented day.</p>${sections.join("\n")}</body></html>`;
}

function figurePage(
  { message, language }: Sample,
  picture: string | null,
  live: ReadonlySet<string>,
): string {
  const image =
    picture === null ? "" : `<img alt="${escapeHtml(message.chart?.alternative ?? "")}" src="${picture}">`;
  const telegram = picture === null ? drawTelegram(message, live) : drawCaption(message, live);
  return `<figure lang="${language}"><figcaption>${language}</figcaption>${image}${telegramPage(telegram)}${discordPage(drawDiscord(message, ""))}</figure>`;
}
