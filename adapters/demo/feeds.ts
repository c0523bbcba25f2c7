import type { DemoItem, DemoOutlet } from "./stream.ts";

/** A feed document as it goes over the wire. */
export interface FeedDocument {
  readonly contentType: string;
  readonly body: string;
}

/** The feed of an outlet with the items released so far, newest first, in the outlet's format. `origin`: of the demo server. */
export function writeFeed(outlet: DemoOutlet, items: readonly DemoItem[], origin: string): FeedDocument {
  const newestFirst = items.toReversed();
  switch (outlet.format) {
    case "rss":
      return {
        contentType: "application/rss+xml; charset=utf-8",
        body: writeRss(outlet, newestFirst, origin),
      };
    case "atom":
      return {
        contentType: "application/atom+xml; charset=utf-8",
        body: writeAtom(outlet, newestFirst, origin),
      };
    case "json":
      return {
        contentType: "application/feed+json; charset=utf-8",
        body: writeJson(outlet, newestFirst, origin),
      };
  }
}

/** Where an item's page is. */
export const pagePath = (item: Pick<DemoItem, "outlet" | "id">): string => `/${item.outlet}/${item.id}`;

function writeRss(outlet: DemoOutlet, items: readonly DemoItem[], origin: string): string {
  const entries = items.map(
    (
      item,
    ) => `<item><guid isPermaLink="false">${item.id}</guid><link>${origin}${pagePath(item)}</link><title>${escapeMarkup(item.title)}</title>
<description>${escapeMarkup(paragraphs(item.text))}</description><pubDate>${new Date(item.publishedAt).toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>${escapeMarkup(outlet.name)}</title><link>${origin}/${outlet.id}</link><description>Demo</description><language>${outlet.lang}</language>
${entries.join("\n")}</channel></rss>`;
}

function writeAtom(outlet: DemoOutlet, items: readonly DemoItem[], origin: string): string {
  const entries = items.map((item) => {
    const at = new Date(item.publishedAt).toISOString();
    return `<entry><id>tag:${outlet.id},2025:${item.id}</id><link href="${origin}${pagePath(item)}"/><title>${escapeMarkup(item.title)}</title>
<content type="html">${escapeMarkup(paragraphs(item.text))}</content><published>${at}</published><updated>${at}</updated></entry>`;
  });
  const updated = new Date(items[0]?.publishedAt ?? 0).toISOString();
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.lang}"><id>tag:${outlet.id},2025:feed</id><title>${escapeMarkup(outlet.name)}</title><updated>${updated}</updated>
${entries.join("\n")}</feed>`;
}

function writeJson(outlet: DemoOutlet, items: readonly DemoItem[], origin: string): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: outlet.name,
    language: outlet.lang,
    items: items.map((item) => ({
      id: item.id,
      url: origin + pagePath(item),
      title: item.title,
      content_html: paragraphs(item.text),
      date_published: new Date(item.publishedAt).toISOString(),
    })),
  });
}

/** Text as paragraphs of HTML. */
export function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/u)
    .map((part) => `<p>${escapeMarkup(part.trim())}</p>`)
    .join("");
}

/** `text` for XML and HTML, attribute values included. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
