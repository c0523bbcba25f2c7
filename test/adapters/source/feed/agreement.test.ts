import { describe, expect, it } from "vitest";

import { assembleFeed } from "../../../../adapters/source/feed/assemble.ts";
import { readDocument } from "../../../../adapters/source/feed/document.ts";
import { readFeed } from "../../../../adapters/source/feed/read-feed.ts";
import { readTree } from "../../../../adapters/source/feed/tree.ts";
import { ATOM, RDF, RSS } from "./samples.ts";

const ODD = `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title> Odd &amp;amp; </title><item/>
<item><title></title><description>   </description></item><item><title>_</title><guid>$</guid><link>#</link></item>
<item><title>a</title><title>b</title><link>http://o.example/1</link><link>http://o.example/2</link><guid>1</guid><guid isPermaLink="true">2</guid></item>
<item><title>\u0001\ufffe&#8;</title><description>&lt;b&gt;x ]]&gt; &lt;![CDATA[y]]&gt;</description><media:content url="http://o.example/&quot;a&quot;.jpg"/></item></channel></rss>`;

describe("rss-parser and the direct reading", () => {
  it.each([
    ["RSS", RSS],
    ["Atom", ATOM],
    ["RDF", RDF],
    ["an odd feed", ODD],
  ])("agree on %s", async (_, text) => {
    const url = "https://outlet.example/feed";
    const document = readDocument(readTree(text), url);
    const direct = document === null ? null : assembleFeed(document.feed, document.items, false);

    const feed = await readFeed(new TextEncoder().encode(text), "", url);

    expect(feed).toEqual(direct);
  });
});
