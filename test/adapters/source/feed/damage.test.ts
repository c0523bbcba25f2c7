import { describe, expect, it } from "vitest";

import { readFeed } from "../../../../adapters/source/feed/read-feed.ts";
import { ATOM, RDF, RSS, SAMPLE_TITLES } from "./samples.ts";

/** Damage as real feeds have it. Every item must survive each of them. */
const DAMAGE: readonly (readonly [string, (text: string) => string])[] = [
  ["a byte order mark", (text) => `\ufeff${text}`],
  ["blank lines before the declaration", (text) => `\n\n  ${text}`],
  ["text before the declaration", (text) => `Warning: something failed on line 3\n${text}`],
  ["a comment before the declaration", (text) => `<!-- cached -->${text}`],
  ["text after the end", (text) => `${text}<!-- 0.2 s --> <script>track()</script>`],
  ["no declaration", (text) => text.replace(/^<\?xml.*?\?>/, "")],
  ["an undeclared entity", (text) => text.replace("First paragraph", "First&nbsp;paragraph")],
  ["an undeclared prefix", (text) => text.replace(/<title( type="text")?>Pris/, "<foo:bar>x</foo:bar>$&")],
  ["bare ampersands", (text) => text.replace("<title>Outlet", "<title>Out & let &c; & more")],
  ["a control character", (text) => text.replace("Talks continue", "Talks\u0008 continue")],
  ["a null character", (text) => text.replace("First paragraph", "First\0 paragraph")],
  [
    "a reference to no character",
    (text) => text.replace("First paragraph", "First &#0; paragraph &#xD800; &#x1F;"),
  ],
  ["an unclosed br", (text) => text.replace(/<description>|<content[^>]*>/, "$&a<br>b<br>c ")],
  ["an unclosed p", (text) => text.replace(/<description>|<content[^>]*>/, "$&<p>a<p>b ")],
  [
    "unescaped markup",
    (text) => text.replace(/<description>|<content[^>]*>/, '$&<b>x</b><img src="a.jpg"> '),
  ],
  ["unquoted attributes", (text) => text.replace(/(version|rel|isPermaLink|type)="([\w.]+)"/g, "$1=$2")],
  ["single quotes", (text) => text.replace(/="([^"]*)"/g, "='$1'")],
  ["upper-case tags", (text) => text.replace(/<\/?[\w:]+/g, (tag) => tag.toUpperCase())],
  ["a bad date", (text) => text.replace(/(Sat, 24 May 2025|2025-05-24T)/g, "the other day")],
  ["no dates", (text) => text.replace(/<(pubDate|published|updated|dc:date)>.*?<\/\1>/g, "")],
  [
    "a mismatched end tag of a field",
    (text) => text.replace("drones downed</title>", "drones downed</titel>"),
  ],
  ["end tags of items left out", (text) => text.replace(/<\/(item|entry)>/g, "")],
  [
    "the end of the document left out",
    (text) => text.replace(/<\/channel>|<\/rss>|<\/feed>|<\/rdf:RDF>/g, ""),
  ],
  ["a stray end tag", (text) => text.replace(/<link/, "</span></div><link")],
  ["Windows line ends", (text) => text.replaceAll("\n", "\r\n")],
  ["everything on one line", (text) => text.replaceAll("\n", "")],
  [
    "a style sheet and a document type",
    (text) =>
      text.replace("?>", '?><?xml-stylesheet href="x.xsl"?><!DOCTYPE rss SYSTEM "http://x.example/rss.dtd">'),
  ],
  ["a wrong default namespace", (text) => text.replace(/<(rss|feed)/, '<$1 xmlns:x="urn:x"')],
  ["CDATA end inside text", (text) => text.replace("Second paragraph.", "Second ]] > paragraph.")],
  ["emoji and astral characters", (text) => text.replace("Talks continue", "Talks continue")],
];

describe.each([
  ["RSS", RSS],
  ["Atom", ATOM],
  ["RDF", RDF],
])("a damaged %s feed", (_, text) => {
  it.each(DAMAGE)("keeps every item: %s", async (__, damage) => {
    const feed = await readFeed(new TextEncoder().encode(damage(text)), "", "https://outlet.example/feed");

    expect(feed.items.map((item) => plain(item.title))).toEqual(SAMPLE_TITLES);
    expect(feed.items.map((item) => item.id)).toEqual(
      [1, 2, 3, 4].map((n) => `tag:outlet.example,2025:${n}`),
    );
    expect(new Set(feed.items.map((item) => item.link)).size).toBe(SAMPLE_TITLES.length);
  });

  it.each([0.95, 0.6, 0.4])(
    "cut off at a share of %d keeps the items before the cut, and says so",
    async (share) => {
      const cut = text.slice(0, Math.floor(text.length * share));
      const whole = cut.split(/<\/(?:item|entry)>/).length - 1;

      const feed = await readFeed(new TextEncoder().encode(cut), "", "https://outlet.example/feed");

      expect(feed.isCutOff).toBe(true);
      expect(feed.items.filter((item) => !item.isCutOff).map((item) => item.title)).toEqual(
        SAMPLE_TITLES.slice(0, whole),
      );
    },
  );
});

function plain(title: string | null): string | null {
  return title?.replace("\u00a0", " ") ?? null;
}
