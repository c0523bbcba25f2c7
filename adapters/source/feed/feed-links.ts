import { Parser } from "htmlparser2";

import { resolveUrl } from "./document.ts";

/** How far a page is looked through, characters; the parser is quadratic in depth. */
const MAX_HEAD = 50_000;
const MAX_LINKS = 5;
const FEED_TYPE = /^application\/(?:(?:rss|atom|rdf)\+xml|feed\+json|json)$/i;

/** The feeds that a web page names as its alternates, absolute, five at most. */
export function feedLinks(html: string, url: string): readonly string[] {
  const found = new Set<string>();
  let base = url;
  const parser = new Parser({
    onopentag(name, { rel = "", type = "", href = "" }) {
      if (name === "base" && href !== "") base = resolveUrl(href, url);
      const isFeed = name === "link" && /(?:^|\s)alternate(?:\s|$)/i.test(rel) && FEED_TYPE.test(type.trim());
      const link = isFeed && href !== "" ? resolveUrl(href, base) : "";
      if (/^https?:\/\/\S+$/i.test(link) && found.size < MAX_LINKS) found.add(link);
    },
  });
  parser.end(html.slice(0, MAX_HEAD));
  return [...found];
}
