import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFetcher } from "../../../../adapters/fetch/index.ts";
import { createArticleReader } from "../../../../adapters/source/article/index.ts";
import type { ArticleReader } from "../../../../src/ports/article-reader.ts";
import { createFakeClock, type FakeClock } from "../../../fakes/clock.ts";
import { answering, startFakeWeb, type FakeWeb } from "../../../fakes/web/server.ts";

const paragraphs = [
  "Russia launched 120 drones at Ukraine overnight, the invented ministry said on Saturday. Of them 96 were shot down over six regions, and the rest were lost on the way or hit their targets.",
  "Two people were injured in the invented town of Lypove, where debris fell on the roof of a school. Rescuers worked until the morning, a spokesperson told reporters at the scene.",
  "It was the third night in a row with so many drones. Before that the town had been quiet for a month, and shops on its main street had opened their doors again.",
];
const page = `<!doctype html><html><head><title>Night attack - Invented Wire</title></head><body>
  <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
  <article><h1>Night attack</h1>
    <p>${paragraphs[0]}</p>
    <figure><img src="a.jpg"><figcaption>The sky above the town. Photo: Invented Agency</figcaption></figure>
    <p>Read also: <a href="/other">Fourteen people injured in another place on another day</a></p>
    <p>${paragraphs[1]}</p>
    <aside><p>Seven hundred readers have subscribed to our letter.</p></aside>
    <ul><li><a href="/1">Forty tanks were counted in spring</a></li><li><a href="/2">More of the day</a></li></ul>
    <p>${paragraphs[2]}</p>
    <p>Читайте також: що сталося торік</p>
  </article>
  <footer><p>Copyright of the Invented Wire. All rights reserved, and 500 more words.</p></footer></body></html>`;

let web: FakeWeb;
let fetcher: ReturnType<typeof createFetcher>;
let clock: FakeClock;
let reader: ArticleReader;
beforeEach(async () => {
  web = await startFakeWeb();
  fetcher = createFetcher({ userAgent: "Tallywire/1 (test)", allowPrivate: true });
  clock = createFakeClock(Date.UTC(2025, 4, 24));
  reader = createArticleReader(fetcher, { clock, token: "tallywire", gapMs: 0 });
});
afterEach(async () => {
  await fetcher.close();
  await web.close();
});

const never = new AbortController().signal;
const read = (path: string) => reader.read(`${web.origin}${path}`, never);
const asked = () => web.requests.map(({ url }) => url);

describe("an article's page", () => {
  it("is read without what stands around and between its text", async () => {
    web.on("/a", answering(page, { headers: { "content-type": "text/html" } }));

    const article = await read("/a");

    expect(article).toEqual({ kind: "read", text: paragraphs.join("\n\n") });
  });

  it("is read in the encoding that it is in", async () => {
    const text =
      "Рятувальники працювали на місці до самого ранку, повідомив речник вигаданого відомства. ".repeat(5);
    const html = `<html><head><meta charset="windows-1251"></head><body><article><p>${text}</p><p>${text}</p></article></body></html>`;
    const letters = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
    const bytes = Uint8Array.from(html, (character) => {
      const lower = character.toLowerCase();
      const at = letters.indexOf(lower);
      if (at >= 0) return (character === lower ? 0xe0 : 0xc0) + at;
      return { і: 0xb3, ї: 0xbf, є: 0xba }[character] ?? character.charCodeAt(0);
    });
    web.on("/a", answering(bytes, { headers: { "content-type": "text/html" } }));

    const article = await read("/a");

    expect(article).toMatchObject({ kind: "read" });
    expect(article.kind === "read" && article.text).toContain(
      "Рятувальники працювали на місці до самого ранку, повідомив",
    );
  });

  it("is fetched with the gap that robots.txt asks for, or not at all where that is long", async () => {
    web.on("/robots.txt", answering("User-agent: *\nCrawl-delay: 20"));
    for (const path of ["/a", "/b", "/c"]) web.on(path, answering(page));

    const first = await read("/a");
    const second = read("/b");
    const third = await read("/c");
    const before = asked();
    await clock.advance(20_000);

    expect(first.kind).toBe("read");
    expect(third).toEqual({ kind: "none", why: "crawl-delay" });
    expect(before).toEqual(["/robots.txt", "/a"]);
    expect((await second).kind).toBe("read");
    expect(asked()).toEqual(["/robots.txt", "/a", "/b"]);
  });

  it("is not fetched where robots.txt forbids it, nor used when it leads there", async () => {
    web.on("/robots.txt", answering("User-agent: Tallywire\nDisallow: /closed"));
    web.on("/closed/a", answering(page));
    web.on("/short", answering("", { status: 302, headers: { location: "/closed/a" } }));

    expect(await read("/closed/a")).toEqual({ kind: "none", why: "robots" });
    expect(asked()).toEqual(["/robots.txt"]);
    expect(await read("/short")).toEqual({ kind: "none", why: "robots" });
  });

  it("asks for robots.txt once a day, and everything is allowed where there is none", async () => {
    web.on("/a", answering(page));

    await read("/a");
    await read("/a");
    await clock.advance(25 * 3_600_000);
    expect(await read("/a")).toMatchObject({ kind: "read" });

    expect(asked()).toEqual(["/robots.txt", "/a", "/a", "/robots.txt", "/a"]);
  });

  it("is left alone while robots.txt cannot be had, and tried again later", async () => {
    web.on("/a", answering(page));
    web.on("/robots.txt", answering("", { status: 503 }));

    expect(await read("/a")).toEqual({ kind: "none", why: "robots" });
    web.on("/robots.txt", answering("User-agent: *\nAllow: /"));
    expect(await read("/a")).toEqual({ kind: "none", why: "robots" });
    await clock.advance(11 * 60_000);
    expect(await read("/a")).toMatchObject({ kind: "read" });
  });

  it.each([
    ["is not there", "http-404", answering("", { status: 404 })],
    ["is no page", "no-page", answering("%PDF-1.7", { headers: { "content-type": "application/pdf" } })],
    ["has no text", "no-article", answering("<html><body><p>Hello</p></body></html>")],
    ["is too large", "too-large", answering(`<p>${"a".repeat(6_000_000)}</p>`)],
  ])("that %s gives none", async (_, why, route) => {
    web.on("/a", route);

    expect(await read("/a")).toEqual({ kind: "none", why });
  });

  it("of a private address gives none", async () => {
    const guarded = createFetcher({ userAgent: "Tallywire/1", allowPrivate: false });
    const article = await createArticleReader(guarded, { clock, token: "tallywire" }).read(
      `${web.origin}/a`,
      never,
    );
    await guarded.close();

    expect(article.kind).toBe("none");
    expect(web.requests).toEqual([]);
  });

  it("is called off with the poll", async () => {
    const stop = new AbortController();
    web.on("/a", () => stop.abort());

    await expect(reader.read(`${web.origin}/a`, stop.signal)).rejects.toMatchObject({ code: "aborted" });
  });
});

describe("a hostile page", () => {
  it.each([
    ["divs 1,500 deep", "<div>".repeat(1_500) + "text"],
    ["a million open tags", "<b>".repeat(1_000_000)],
    ["100,000 spans", "<p>" + "<span>a</span>".repeat(100_000)],
    ["an attribute of 1 MB", `<div class="${"a ".repeat(500_000)}"><p>${paragraphs.join(" ")}</p></div>`],
    ["an id of 1 MB", `<div id='${"-".repeat(1_000_000)}'><p>${paragraphs.join(" ")}</p></div>`],
  ])("with %s is refused before it is read", async (_, html) => {
    web.on("/a", answering(html, { headers: { "content-type": "text/html" } }));

    expect(await read("/a")).toEqual({ kind: "none", why: "too-complex" });
  });

  it.each([
    [
      "190 levels with 100 paragraphs in each",
      ("<div>" + "<p>word, word and word</p>".repeat(100)).repeat(190),
    ],
    ["a million commas", `<article><p>${"a, ".repeat(1_000_000)}</p></article>`],
    ["a million line breaks", `<article>${"<br>".repeat(29_000)}${"\n".repeat(1_000_000)}</article>`],
    ["300,000 open angle brackets", `<article><p>${"<".repeat(300_000)}</p></article>`],
    [
      "an address of 1 MB",
      `<article><p><a href="${"a".repeat(1_000_000)}">${paragraphs.join(" ")}</a></p></article>`,
    ],
  ])("with %s ends in time, and the program goes on meanwhile", async (_, html) => {
    web.on("/a", answering(html, { headers: { "content-type": "text/html" } }));
    let [longestMs, last] = [0, performance.now()];
    const pulse = setInterval(() => {
      longestMs = Math.max(longestMs, performance.now() - last);
      last = performance.now();
    }, 20);
    const startedAt = performance.now();

    const article = await read("/a");
    clearInterval(pulse);

    expect(["read", "none"]).toContain(article.kind);
    expect(performance.now() - startedAt).toBeLessThan(15_000);
    expect(longestMs).toBeLessThan(2_000);
  });

  it("that takes longer than allowed is given up", async () => {
    web.on("/a", answering(page));
    const hasty = createArticleReader(fetcher, { clock, token: "tallywire", readMs: 1 });

    expect(await hasty.read(`${web.origin}/a`, never)).toEqual({ kind: "none", why: "too-complex" });
  });

  it("whose body never ends is given up, and its connection with it", async () => {
    let closed = Promise.resolve();
    web.on("/a", (response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const drip = setInterval(() => response.write("<p>more</p>"), 20);
      closed = new Promise((resolve) => {
        response.on("close", () => {
          clearInterval(drip);
          resolve();
        });
      });
    });
    const hasty = createArticleReader(fetcher, { clock, token: "tallywire", fetchMs: 500 });

    expect(await hasty.read(`${web.origin}/a`, never)).toEqual({ kind: "none", why: "timeout" });
    await closed;
  });
});
