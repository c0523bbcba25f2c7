import { describe, expect, it } from "vitest";

import { readFeed } from "../../../../adapters/source/feed/read-feed.ts";
import { ATOM, RDF, RSS, SAMPLE_TITLES } from "./samples.ts";

const URL_OF_FEED = "https://outlet.example/feeds/all.xml";

async function read(text: string, url = URL_OF_FEED) {
  return await readFeed(new TextEncoder().encode(text), "", url);
}

async function readItem(item: string, url = URL_OF_FEED) {
  const feed = await read(`<rss version="2.0"><channel>${item}</channel></rss>`, url);
  return feed.items[0];
}

async function readEntry(entry: string, url = URL_OF_FEED) {
  const feed = await read(`<feed xmlns="http://www.w3.org/2005/Atom"><entry>${entry}</entry></feed>`, url);
  return feed.items[0];
}

describe("a whole feed", () => {
  it.each([
    ["RSS 2.0", RSS],
    ["Atom 1.0", ATOM],
    ["RDF", RDF],
  ])("in %s gives titles, links, ids and dates", async (_, text) => {
    const feed = await read(text);

    expect(feed).toMatchObject({ title: "Outlet", link: "https://outlet.example/", isCutOff: false });
    expect(feed.items.map((item) => item.title)).toEqual(SAMPLE_TITLES);
    expect(feed.items[1]).toMatchObject({
      id: "tag:outlet.example,2025:2",
      link: "https://outlet.example/news/2?a=1&b=2",
      publishedAt: Date.UTC(2025, 4, 23, 15),
    });
  });

  it("in JSON gives the same", async () => {
    const feed = await read(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "Outlet",
        home_page_url: "https://outlet.example/",
        items: [
          {
            id: 7,
            url: "/news/7",
            title: "Talks",
            content_text: "5 < 6 & so on",
            date_published: "2025-05-24T18:00:00Z",
            attachments: [{ url: "/a.mp3", mime_type: "audio/mpeg", size_in_bytes: 9 }],
          },
        ],
      }),
    );

    expect(feed).toMatchObject({ title: "Outlet", link: "https://outlet.example/" });
    expect(feed.items[0]).toMatchObject({
      id: "7",
      link: "https://outlet.example/news/7",
      title: "Talks",
      content: "5 &lt; 6 &amp; so on",
      publishedAt: Date.UTC(2025, 4, 24, 18),
      enclosures: [{ url: "https://outlet.example/a.mp3", type: "audio/mpeg", length: 9 }],
    });
  });

  it.each([
    [
      "RSS 0.91",
      '<rss version="0.91"><channel><title>T</title><item><title>One</title><link>http://o.example/1</link></item></channel></rss>',
    ],
    [
      "RSS without a version",
      "<rss><channel><title>T</title><item><title>One</title></item></channel></rss>",
    ],
    [
      "RSS with its items beside the channel",
      '<rss version="2.0"><channel><title>T</title></channel><item><title>One</title></item></rss>',
    ],
    [
      "RSS 0.90",
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>T</title></channel><item><title>One</title></item></rdf:RDF>',
    ],
    [
      "Atom 0.3",
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title><entry><title>One</title></entry></feed>',
    ],
    [
      "Atom with a prefix",
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:entry><a:title>One</a:title></a:entry></a:feed>',
    ],
  ])("is recognised in %s", async (_, text) => {
    const feed = await read(text);

    expect(feed.title).toBe("T");
    expect(feed.items.map((item) => item.title)).toEqual(["One"]);
  });

  it("without items is a feed", async () => {
    expect((await read('<rss version="2.0"><channel><title>T</title></channel></rss>')).items).toEqual([]);
  });

  it.each([
    ["a web page", "<!doctype html><html><body>Hello</body></html>", "not-a-feed"],
    [
      "other XML",
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>x</loc></url></urlset>',
      "not-a-feed",
    ],
    ["other JSON", '{"error":"no"}', "not-a-feed"],
    ["blanks", " \n ", "empty-answer"],
    ["nothing", "", "empty-answer"],
  ])("is not seen in %s", async (_, text, code) => {
    await expect(read(text)).rejects.toMatchObject({ code });
  });
});

describe("text", () => {
  it("keeps the order of markup that is not escaped", async () => {
    const entry = await readEntry(
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <i>b</i> c <a href="/z">z</a> d</div></title>',
    );

    expect(entry?.title).toBe("A b c z d");
  });

  it("keeps words around markup in an RSS title", async () => {
    expect((await readItem("<item><title>Big <b>news</b> here</title></item>"))?.title).toBe("Big news here");
  });

  it.each([
    ['<title type="text">5 &lt; 6 &amp;amp; 7</title>', "5 < 6 &amp; 7"],
    ['<title type="html">5 &amp;lt; 6 &amp;amp; &lt;b&gt;7&lt;/b&gt;</title>', "5 < 6 & 7"],
    ["<title><![CDATA[Tom & Ann]]></title>", "Tom & Ann"],
    ['<title mode="base64" type="text/plain">VGFsa3M=</title>', "Talks"],
  ])("follows Atom's types: %s", async (title, expected) => {
    expect((await readEntry(title))?.title).toBe(expected);
  });

  it("resolves HTML's names of characters, which XML does not know", async () => {
    expect((await readItem("<item><title>caf&eacute; &ndash; 1&nbsp;000</title></item>"))?.title).toBe(
      "café – 1\u00a0000",
    );
  });

  it("takes a document type in a comment for a comment", async () => {
    const feed = await readFeed(
      Buffer.from("<!-- no <!DOCTYPE x [ --><rss><channel><item><title>One</title></item></channel></rss>"),
      "",
      "https://outlet.example/feed",
    );

    expect(feed.items.map(({ title }) => title)).toEqual(["One"]);
  });

  it("resolves the document's own entities, once", async () => {
    const feed = await read(
      '<!DOCTYPE rss [<!ENTITY who "the outlet"><!ENTITY twice "&who;&who;">]><rss version="2.0"><channel><title>&who; &twice;</title></channel></rss>',
    );

    expect(feed.title).toBe("the outlet &who;&who;");
  });
});

describe("links", () => {
  it.each([
    ["/news/1", "https://outlet.example/news/1"],
    ["1.html", "https://outlet.example/feeds/1.html"],
    ["//cdn.example/1", "https://cdn.example/1"],
  ])("are resolved against the feed's address: %s", async (link, expected) => {
    expect((await readItem(`<item><title>T</title><link>${link}</link></item>`))?.link).toBe(expected);
  });

  it("are resolved against xml:base, inner ones against outer ones", async () => {
    const feed = await read(
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://o.example/a/"><entry xml:base="b/"><title>T</title><link href="c"/></entry></feed>',
    );

    expect(feed.items[0]?.link).toBe("http://o.example/a/b/c");
  });

  it("are the page before its other formats", async () => {
    const entry = await readEntry(
      '<link rel="enclosure" href="http://o.example/a.mp3"/><link rel="alternate" type="application/json" href="http://o.example/j"/><link rel="alternate" type="text/html" href="http://o.example/h"/>',
    );

    expect(entry?.link).toBe("http://o.example/h");
    expect(entry?.enclosures.map((one) => one.url)).toEqual(["http://o.example/a.mp3"]);
  });

  it("come from a GUID that is a permalink", async () => {
    const item = await readItem("<item><title>T</title><guid>http://o.example/7</guid></item>");

    expect(item?.link).toBe("http://o.example/7");
  });

  it("do not come from a GUID that says it is none", async () => {
    const item = await readItem(
      '<item><title>T</title><guid isPermaLink="false">http://o.example/7</guid></item>',
    );

    expect(item?.link).toBeNull();
  });
});

describe("an item", () => {
  it.each([
    ["an empty one inside", "<item><title>One</title><item/></item>"],
    ["an empty one around", "<item><item><title>One</title></item></item>"],
  ])("with %s is one item", async (_, text) => {
    const feed = await read(`<rss version="2.0"><channel>${text}</channel></rss>`);

    expect(feed.items.map((item) => item.title)).toEqual(["One"]);
  });

  it("tells whom it was taken from", async () => {
    const item = await readItem(
      '<item><title>T</title><source url="http://agency.example/rss">Agency</source></item>',
    );

    expect(item?.origin).toBe("Agency");
  });

  it("without a readable date has none", async () => {
    expect(
      (await readItem("<item><title>T</title><pubDate>yesterday-ish</pubDate></item>"))?.publishedAt,
    ).toBeNull();
  });

  it("with an unreadable date costs no other item its own", async () => {
    const feed = await read(ATOM.replace("2025-05-24T18:00:00+03:00</published>", "soon</published>"));

    expect(feed.items).toHaveLength(SAMPLE_TITLES.length);
    expect(feed.items[1]?.publishedAt).toBe(Date.UTC(2025, 4, 23, 15));
  });

  it("has all its enclosures", async () => {
    const item = await readItem(
      '<item><enclosure url="/1.jpg" type="image/jpeg" length="10"/><enclosure url="/2.jpg" length="x"/></item>',
    );

    expect(item?.enclosures).toEqual([
      { url: "https://outlet.example/1.jpg", type: "image/jpeg", length: 10 },
      { url: "https://outlet.example/2.jpg", type: null, length: null },
    ]);
  });
});
