import type { Block, Message } from "../../src/model/message.ts";
import type { BoardChart, BoardData, BoardEntry, BoardWords } from "../../src/ports/board.ts";

/** What a page of the board shows, in one language. */
export interface BoardContent {
  readonly words: BoardWords;
  readonly entries: readonly BoardEntry[];
  readonly charts: readonly BoardChart[];
}

/** Text for HTML, attribute values included. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** The page around the entries. The entries are fetched anew by board.js while the page is open. */
export function renderPage(data: BoardData, language: string, content: BoardContent): string {
  const { words } = content;
  const languages = data.languages.map(({ tag, name }) =>
    tag === language
      ? `<b lang="${tag}">${escapeHtml(name)}</b>`
      : `<a lang="${tag}" hreflang="${tag}" href="/?lang=${tag}">${escapeHtml(name)}</a>`,
  );
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(words.title)}</title><link rel="stylesheet" href="/board.css"><link rel="icon" href="data:,"></head>
<body><header><h1>${escapeHtml(words.title)}</h1><nav>${languages.join(" ")}</nav><p>${escapeHtml(words.intro)}</p></header>
<main id="entries" aria-live="polite" data-url="/entries?lang=${language}">${renderEntries(content)}</main>
<footer><p>${escapeHtml(words.notASiren)}</p></footer><script src="/board.js" defer></script></body></html>`;
}

/** Charts and entries alone, newest first, with a line for each source that is not well. */
export function renderEntries({ words, entries, charts }: BoardContent): string {
  const silent = words.silentSources.map((line) => `<p class="silent">${escapeHtml(line)}</p>`).join("");
  if (entries.length === 0) return `${silent}<p class="empty">${escapeHtml(words.empty)}</p>`;
  return silent + renderCharts(charts) + entries.map(renderEntry).join("\n");
}

function renderCharts(charts: readonly BoardChart[]): string {
  if (charts.length === 0) return "";
  const images = charts.map(
    ({ key, alternative }) =>
      `<img src="/charts/${encodeURIComponent(key)}.png" alt="${escapeHtml(alternative)}" width="1200" height="675" loading="lazy">`,
  );
  return `<div class="charts">${images.join("")}</div>`;
}

function renderEntry(entry: BoardEntry): string {
  const changed = entry.changed === null ? "" : ` · ${escapeHtml(entry.changed)}`;
  return `<article id="${escapeHtml(entry.id)}"><p class="told">${escapeHtml(entry.firstTold)}${changed}</p>${renderMessage(entry.message)}</article>`;
}

/** A message as HTML: a heading and its blocks. */
export function renderMessage(message: Message): string {
  return `<h2>${escapeHtml(message.title)}</h2>${message.blocks.map(renderBlock).join("")}`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case "text":
      return `<p>${escapeHtml(block.text)}</p>`;
    case "note":
    case "change":
      return `<p class="${block.kind}">${escapeHtml(block.text)}</p>`;
    case "quote":
      return `<blockquote>${escapeHtml(block.text)}${block.source === null ? "" : ` <cite>${renderLink(block.source)}</cite>`}</blockquote>`;
    case "figures":
      return `<dl>${block.rows.map((row) => `<div${row.isRival ? ' class="rival"' : ""}><dt>${escapeHtml(row.label)}</dt><dd><b>${escapeHtml(row.value)}</b>${row.by === null ? "" : ` <span>${escapeHtml(row.by)}</span>`}</dd></div>`).join("")}</dl>`;
    case "progress":
      return `<p class="progress"><progress value="${block.done}" max="${block.target}"></progress> ${escapeHtml(block.text)}</p>`;
    case "sources":
      return `<p class="sources">${escapeHtml(block.text)}${block.links.length === 0 ? "" : ` ${block.links.map(renderLink).join(" · ")}`}</p>`;
    case "story":
      return `<h3>${escapeHtml(block.title)}</h3>${[
        { kind: "figures", rows: block.rows } as const,
        ...block.lines.map((text) => ({ kind: "text", text }) as const),
      ]
        .map(renderBlock)
        .join(
          "",
        )}<p class="note">${escapeHtml(block.note)}${block.source === null ? "" : ` ${renderLink(block.source)}`}</p>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${item.link === null ? escapeHtml(item.text) : renderLink({ label: item.text, url: item.link.url })}</li>`).join("")}</ul>`;
  }
}

/** Only http and https become links: a report cannot plant a script. */
function renderLink(link: { readonly label: string; readonly url: string }): string {
  const isWeb = URL.canParse(link.url) && ["http:", "https:"].includes(new URL(link.url).protocol);
  const label = escapeHtml(link.label);
  return isWeb
    ? `<a href="${escapeHtml(link.url)}" rel="noopener noreferrer nofollow" target="_blank">${label}</a>`
    : label;
}
