import { SourceError } from "../../../src/errors.ts";
import { assembleFeed } from "./assemble.ts";
import { feedLinks } from "./feed-links.ts";
import { decodeText } from "../decode.ts";
import { readDocument } from "./document.ts";
import type { Feed } from "./feed.ts";
import { readJsonFeed } from "./json-feed.ts";
import { readTree } from "./tree.ts";
import { parseWithRssParser } from "./via-rss-parser.ts";

/**
 * Reads RSS 0.9x-2.0, RDF, Atom and JSON Feed in any encoding, as broken as they come: bytes are decoded, the text is repaired and
 * brought into canonical form, and rss-parser reads that; where it throws, the canonical form is read directly.
 *
 * @param contentType the Content-Type header; "" for none
 * @param url where it came from: the base of relative links
 * @throws SourceError `not-a-feed`, `empty-answer` or `too-complex`
 */
export async function readFeed(bytes: Uint8Array, contentType: string, url: string): Promise<Feed> {
  const text = decodeText(bytes, contentType);
  const start = text.slice(0, 1_000).trimStart();
  if (start === "" && text.trim() === "")
    throw new SourceError("The source answers with nothing.", { code: "empty-answer" });
  if (start.startsWith("{")) {
    const json = readJsonFeed(text, url);
    if (json !== null) return json;
  }
  const tree = readTree(text);
  const document = readDocument(tree, url);
  if (document === null) throw notAFeed(text, url);
  const read = await parseWithRssParser(document).catch(() => document);
  return assembleFeed(read.feed, read.items, tree.isCutOff);
}

function notAFeed(text: string, url: string): SourceError {
  const isPage = /<(!doctype html|html)/i.test(text.slice(0, 1_000));
  const named = isPage ? feedLinks(text, url) : [];
  return new SourceError(
    isPage ? "The address answers with a web page, not with a feed." : "The answer is not a feed.",
    {
      code: "not-a-feed",
      hint:
        named.length === 0
          ? "Look for the address of the outlet's RSS or Atom feed."
          : `The page names ${named.length === 1 ? "this feed" : "these feeds"}: ${named.join(" ")}`,
    },
  );
}
