import { gzipSync } from "node:zlib";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { createFetcher } from "../../../../adapters/fetch/index.ts";
import { createFeedKind } from "../../../../adapters/source/feed/index.ts";
import type { PollState, QuietTimes } from "../../../../src/model/source.ts";
import type { PollResult, SourceKind } from "../../../../src/ports/source-kind.ts";
import { answering, redirecting, startFakeWeb, type FakeWeb } from "../../../fakes/web/server.ts";
import { FRESH, sourceAt } from "../../../poll/memory-sources.ts";
import { RSS } from "./samples.ts";

let web: FakeWeb;
let fetcher: ReturnType<typeof createFetcher>;
let kind: SourceKind;

beforeEach(async () => {
  web = await startFakeWeb();
  fetcher = createFetcher({ userAgent: "Test/1", allowPrivate: false, allowOrigins: [web.origin] });
  kind = createFeedKind(fetcher);
});
afterEach(async () => {
  await fetcher.close();
  await web.close();
});

async function poll(state: Partial<PollState> = {}, path = "/feed"): Promise<PollResult> {
  return await kind.poll(
    sourceAt("a", web.origin + path),
    { ...FRESH, ...state },
    new AbortController().signal,
  );
}

/** The state that a result leaves behind. */
function after(result: PollResult): Partial<PollState> {
  return result.kind === "items" ? result.validators : {};
}

describe("polling a feed", () => {
  it("brings items with keys, plain text and dates", async () => {
    web.on("/feed", answering(gzipSync(RSS), { headers: { "content-encoding": "gzip" } }));

    const result = await poll();

    expect(result.kind === "items" && result.items[0]).toMatchObject({
      url: "https://outlet.example/news/1?a=1&b=2",
      title: "Prisoners & detainees return home",
      text: "First paragraph of report 1 with 1,000 people.\n\nSecond paragraph.",
      publishedAt: Date.UTC(2025, 4, 24, 15),
      origin: null,
    });
    expect(result.kind === "items" && result.items[0]?.keys.slice(0, 2)).toEqual([
      "id:tag:outlet.example,2025:1",
      "link:outlet.example/news/1?a=1&b=2",
    ]);
  });

  it("asks conditionally with what the last answer gave, exactly", async () => {
    const headers = { etag: 'W/"7-ü"', "last-modified": "Sat, 24 May 2025 18:00:00 GMT" };
    web.on("/feed", answering(RSS, { headers: { ...headers, etag: 'W/"7"' } }));
    const first = await poll();
    web.on("/feed", answering("", { status: 304 }));

    const second = await poll(after(first));

    expect(second.kind).toBe("unchanged");
    expect(web.requests[1]?.headers).toMatchObject({
      "if-none-match": 'W/"7"',
      "if-modified-since": "Sat, 24 May 2025 18:00:00 GMT",
    });
  });

  it("reads the same bytes once, when a server knows no conditions", async () => {
    web.on("/feed", answering(RSS));
    const first = await poll();

    expect((await poll(after(first))).kind).toBe("unchanged");
  });

  it("sends no validators to an address that did not give them", async () => {
    web.on("/feed", answering(RSS, { headers: { etag: '"1"' } }));
    const first = await poll();
    web.on("/other", answering(RSS));

    await poll(after(first), "/other");

    expect(web.requests[1]?.headers["if-none-match"]).toBeUndefined();
  });

  it.each<[string, Record<string, string>, string, number | null]>([
    ["nothing", {}, RSS, null],
    ["max-age", { "cache-control": "public, max-age=600" }, RSS, 600_000],
    ["max-age less Age", { "cache-control": "max-age=600", age: "100" }, RSS, 500_000],
    ["no-cache", { "cache-control": "no-cache, max-age=600" }, RSS, null],
    [
      "Expires",
      { expires: "Sat, 24 May 2025 19:00:00 GMT", date: "Sat, 24 May 2025 18:30:00 GMT" },
      RSS,
      1_800_000,
    ],
    ["Expires in the past", { expires: "0" }, RSS, null],
    ["ttl", {}, RSS.replace("<description>News", "<ttl>30</ttl><description>News"), 1_800_000],
    [
      "the longer of ttl and max-age",
      { "cache-control": "max-age=60" },
      RSS.replace("<description>News", "<ttl>30</ttl><description>News"),
      1_800_000,
    ],
  ])("passes on how long a source asks to be left alone: %s", async (_, headers, body, expected) => {
    web.on("/feed", answering(body, { headers }));

    expect((await poll()).notBeforeMs).toBe(expected);
  });

  it("reports a permanent move with the items that were read there", async () => {
    web.on("/feed", redirecting("/new", 301));
    web.on("/new", answering(RSS));

    const result = await poll();

    expect(result.kind === "items" && [result.movedTo, result.items.length]).toEqual([
      `${web.origin}/new`,
      4,
    ]);
  });

  it("remembers nothing of a feed that broke off, and leaves out the item that it broke off in", async () => {
    web.on(
      "/feed",
      answering(RSS.slice(0, RSS.lastIndexOf("Second paragraph")), { headers: { etag: '"1"' } }),
    );

    const result = await poll();

    expect(result.kind === "items" && result.items.length).toBe(3);
    expect(after(result)).toEqual({ etag: null, lastModified: null, validatorUrl: null, bodyHash: null });
  });

  it.each<[string, string, string]>([
    ["a web page", "<!doctype html><html><head><title>Outlet</title></head></html>", "not-a-feed"],
    ["an empty body", "", "empty-answer"],
  ])("fails in words on %s", async (_, body, code) => {
    web.on("/feed", answering(body));

    await expect(poll()).rejects.toMatchObject({ name: "SourceError", code });
  });

  it.each<[string, QuietTimes | null]>([
    [
      "<skipHours><hour>0</hour><hour>24</hour><hour> 5 </hour><hour>25</hour></skipHours>",
      { hours: [0, 5], days: [] },
    ],
    ["<skipDays><day>Sunday</day><day>saturday</day></skipDays>", { hours: [], days: [0, 6] }],
    ["<skipHours></skipHours>", null],
    [`<skipHours>${Array.from({ length: 24 }, (_, n) => `<hour>${n}</hour>`).join("")}</skipHours>`, null],
  ])("tells when it is to be left alone: %.40s", async (skip, quiet) => {
    web.on("/feed", answering(RSS.replace("<item>", `${skip}<item>`)));

    expect(await poll()).toMatchObject({ quiet });
  });

  it("names the feeds that a web page names", async () => {
    const head = `<base href="/news/"><link rel="stylesheet" href="a.css"><link rel="alternate" type="application/rss+xml" href="rss.xml">
      <link rel="alternate" hreflang="uk" href="/uk"><link rel="alternate" type="application/atom+xml" href="javascript:alert(1)">`;
    web.on("/feed", answering(`<!doctype html><html><head>${head}</head></html>`));

    await expect(poll()).rejects.toMatchObject({
      hint: `The page names this feed: ${web.origin}/news/rss.xml`,
    });
  });

  it.each<[string, string, string | null]>([
    ["another outlet", '<source url="https://agency.example/rss">Agency</source>', "Agency"],
    ["itself by name", '<source url="https://cdn.example/rss">outlet</source>', null],
    ["itself by address", '<source url="https://www.outlet.example/rss">Outlet, news</source>', null],
    ["an address only", "<dc:source>https://agency.example/1</dc:source>", null],
  ])("attributes an item that names %s", async (_, source, expected) => {
    web.on("/feed", answering(RSS.replace("</item>", `${source}</item>`)));

    const result = await poll();

    expect(result.kind === "items" && result.items[0]?.origin).toBe(expected);
  });

  it("reads a large body just as a small one", async () => {
    const padding = `<!--${" ".repeat(1_500_000)}-->`;
    web.on("/feed", answering(RSS.replace("</channel>", `${padding}</channel>`)));

    const result = await poll();

    expect(result.kind === "items" && result.items.length).toBe(4);
  });

  it("fails in words on a large body that is no feed", async () => {
    web.on("/feed", answering(`<!doctype html><html>${" ".repeat(1_500_000)}</html>`));

    await expect(poll()).rejects.toMatchObject({ name: "SourceError", code: "not-a-feed" });
  });

  it("does not take the site's own address for an item's identity", async () => {
    const items = [1, 2].map(
      (n) =>
        `<item><title>Story ${n}</title><link>https://outlet.example/</link><guid>https://outlet.example</guid></item>`,
    );
    web.on(
      "/feed",
      answering(
        `<rss version="2.0"><channel><link>http://www.outlet.example/</link>${items.join("")}</channel></rss>`,
      ),
    );

    const result = await poll();

    const keys = result.kind === "items" ? result.items.flatMap((item) => item.keys) : [];
    expect(keys.filter((key) => /^(id|link):/.test(key))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
