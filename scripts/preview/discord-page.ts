import type { DiscordMessage } from "../../adapters/chat/discord/drawing.ts";
import { escapeHtml } from "../../adapters/web/render.ts";

/**
 * What Discord's client makes of a message, near enough to look at: bold, small print, quotes, links and escapes.
 * https://support.discord.com/hc/en-us/articles/210298617
 */
export function discordPage(message: DiscordMessage): string {
  const embeds = message.embeds.map(
    ({ description = "" }) => `<div class="embed">${markdownPage(description)}</div>`,
  );
  return `<div class="discord"><div class="content">${markdownPage(message.content)}</div>${embeds.join("")}${componentsPage(message.components)}</div>`;
}

function markdownPage(text: string): string {
  return text.split("\n").map(linePage).join("");
}

function linePage(line: string): string {
  if (line.startsWith("-# ")) return `<p class="small">${inlinePage(line.slice(3))}</p>`;
  if (line.startsWith("> ")) return `<blockquote>${inlinePage(line.slice(2))}</blockquote>`;
  return line === "" ? "<br>" : `<p>${inlinePage(line)}</p>`;
}

/** Escaped characters first, so that they take no part in markup. */
const inline =
  /\\(?<escaped>[^\w\s])|\*\*(?<bold>(?:\\.|[^\\])+?)\*\*|\[(?<label>(?:\\.|[^\]\\])*)\]\(<?(?<url>[^)>\s]+)>?\)/gu;

function inlinePage(text: string): string {
  let page = "";
  let at = 0;
  for (const match of text.matchAll(inline)) {
    const { escaped, bold, label, url } = match.groups ?? {};
    page += escapeHtml(text.slice(at, match.index));
    if (escaped !== undefined) page += escapeHtml(escaped);
    else if (bold !== undefined) page += `<b>${inlinePage(bold)}</b>`;
    else page += `<a href="${escapeHtml(url ?? "")}">${inlinePage(label ?? "")}</a>`;
    at = match.index + match[0].length;
  }
  return page + escapeHtml(text.slice(at));
}

/** Buttons and lists, whatever nests them. */
function componentsPage(components: readonly unknown[]): string {
  return components.map((component) => `<div class="keys">${partsOf(component).join("")}</div>`).join("");
}

function partsOf(component: unknown): string[] {
  if (typeof component !== "object" || component === null) return [];
  const field = (name: string): unknown => Reflect.get(component, name);
  const inner = field("components");
  if (Array.isArray(inner)) return inner.flatMap(partsOf);
  const options = field("options");
  if (Array.isArray(options)) return [selectPage(String(field("placeholder") ?? ""), options)];
  const label = field("label");
  return typeof label === "string" ? [`<button>${escapeHtml(label)}</button>`] : [];
}

function selectPage(placeholder: string, options: readonly unknown[]): string {
  const chosen = options.filter((option) => Boolean(Reflect.get(Object(option), "default")));
  const labels = chosen.map((option) => String(Reflect.get(Object(option), "label")));
  return `<button class="select">${escapeHtml(labels.length > 0 ? labels.join(", ") : placeholder)} ▾</button>`;
}
