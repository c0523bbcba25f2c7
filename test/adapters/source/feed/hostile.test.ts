import { describe, expect, it } from "vitest";

import { plainText } from "../../../../adapters/source/html.ts";
import { readFeed } from "../../../../adapters/source/feed/read-feed.ts";
import { readItems } from "../../../../adapters/source/feed/read-items.ts";

/** Of CPU time, so that a busy machine does not matter; without its guard each attack takes from seconds to for ever. */
const LIMIT_MS = 4_000;

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function rss(content: string): string {
  return `<rss version="2.0"><channel><title>T</title>${content}<item><title>Last</title></item></channel></rss>`;
}

async function attempt(text: string): Promise<{ ms: number; outcome: string }> {
  const startedAt = cpuMs();
  const outcome = await readFeed(Buffer.from(text), "", "https://outlet.example/feed").then(
    (feed) => feed.items.at(-1)?.title ?? "none",
    (error: { code?: string }) => error.code ?? "unknown error",
  );
  return { ms: cpuMs() - startedAt, outcome };
}

describe("a hostile feed", () => {
  it.each<[string, () => string, string]>([
    [
      "unclosed tags in CDATA",
      () => rss(`<item><description><![CDATA[${"x<h".repeat(100_000)}]]></description></item>`),
      "Last",
    ],
    [
      "paragraph openings without an end",
      () => rss(`<item><description><![CDATA[${"a<p".repeat(100_000)}]]></description></item>`),
      "Last",
    ],
    ["declarations without an end", () => rss("<!".repeat(200_000)), "none"],
    ["comments without an end", () => rss("<!--".repeat(100_000)), "none"],
    [
      "lone less-than signs",
      () => rss(`<item><description>${"< ".repeat(300_000)}</description></item>`),
      "Last",
    ],
    ["ampersands", () => rss(`<item><description>${"&".repeat(500_000)}</description></item>`), "Last"],
    [
      "half character references",
      () => rss(`<item><description>${"&#".repeat(300_000)}</description></item>`),
      "Last",
    ],
    ["an attribute of megabytes", () => rss(`<item x="${"y".repeat(5_000_000)}"></item>`), "Last"],
    [
      "ten thousand attributes",
      () => rss(`<item ${Array.from({ length: 10_000 }, (_, n) => `a${n}="1"`).join(" ")}></item>`),
      "Last",
    ],
    [
      "thousands of namespaces, and as many elements that declare one more",
      () =>
        `<r ${Array.from({ length: 5_000 }, (_, n) => `xmlns:a${n}="u"`).join(" ")}>${'<a xmlns:b="c"><d/></a>'.repeat(30_000)}${rss("")}`,
      "Last",
    ],
    [
      "a megabyte of references to one entity",
      () => `<!DOCTYPE rss [<!ENTITY a "${"x".repeat(499)}">]>${rss("&a;".repeat(300_000))}`,
      "too-complex",
    ],
    [
      "entities in attributes",
      () => `<!DOCTYPE rss [<!ENTITY a "${"x".repeat(499)}">]>${rss(`<x y="${"&a;".repeat(300_000)}"/>`)}`,
      "too-complex",
    ],
    ["a million nested elements", () => "<a>".repeat(1_000_000), "too-complex"],
    [
      "deep nesting in an item",
      () => rss(`<item><description>${"<b>".repeat(50_000)}</description></item>`),
      "too-complex",
    ],
    [
      "deep nesting in escaped markup",
      () => rss(`<item><description>${"&lt;div&gt;".repeat(50_000)}</description></item>`),
      "Last",
    ],
    [
      "100,000 items, of which it reads some thousands",
      () => rss("<item><title>x</title></item>".repeat(100_000)),
      "x",
    ],
    [
      "names of object internals",
      () =>
        rss(
          "<__proto__><polluted>1</polluted></__proto__><constructor>2</constructor><item __proto__='1'></item>",
        ),
      "Last",
    ],
    [
      "an entity that grows",
      () =>
        `<!DOCTYPE r [<!ENTITY a "${"x".repeat(400)}"><!ENTITY b "&a;&a;&a;&a;">]>${rss("<item><title>&b;</title></item>")}`,
      "Last",
    ],
    [
      "a file as an entity",
      () => `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss("<item><title>&x;</title></item>")}`,
      "Last",
    ],
    ["megabytes of blanks", () => `${" ".repeat(5_000_000)}${rss("")}`, "Last"],
    ["a document type without an end", () => `<!DOCTYPE ${"[".repeat(100_000)}`, "not-a-feed"],
    ["JSON nested deep", () => `{"items":${"[".repeat(200_000)}`, "not-a-feed"],
  ])("with %s is dealt with in time", async (_, make, outcome) => {
    const result = await attempt(make());

    expect(result.outcome).toBe(outcome);
    expect(result.ms).toBeLessThan(LIMIT_MS);
  });

  it("leaves the prototypes of objects alone", async () => {
    await attempt(rss("<item><__proto__><polluted>1</polluted></__proto__></item>"));

    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("shows no file's content", async () => {
    const text = `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>${rss("")}<item><title>[&x;]</title></item>`;

    const feed = await readFeed(Buffer.from(text), "", "https://outlet.example/feed");

    expect(feed.items.at(-1)?.title).toBe("[&x;]");
  });
});

describe("hostile markup", () => {
  it.each<[string, () => string]>([
    ["nested divs", () => "<div>".repeat(100_000)],
    ["nested lists", () => "<ul><li>".repeat(50_000)],
    ["unclosed tags", () => "<a ".repeat(200_000)],
    ["line breaks", () => "<br>\n ".repeat(200_000)],
    ["blanks", () => `a${" ".repeat(1_000_000)}b`],
  ])("of %s is made plain in time", (_, make) => {
    const startedAt = cpuMs();

    plainText(make());

    expect(cpuMs() - startedAt).toBeLessThan(LIMIT_MS);
  });
});

describe("what people are shown of a hostile item", () => {
  const shown = async (fields: string) => {
    const bytes = Buffer.from(`<rss><channel><item>${fields}</item></channel></rss>`);
    const { items } = await readItems({ bytes, contentType: "", url: "https://o.example/f", addresses: [] });
    return items[0];
  };

  it.each([
    ["javascript:alert(1)", ""],
    ["data:text/html,x", ""],
    ["https://me:secret@outlet.example/1", ""],
    [`https://outlet.example/${"x".repeat(5_000)}`, ""],
    ["/1", "https://o.example/1"],
  ])("is, for the link %.40s, a web page or nothing", async (link, url) => {
    expect((await shown(`<title>A</title><link>${link}</link>`))?.url).toBe(url);
  });

  it("has no marks that turn its direction", async () => {
    const item = await shown("<title>lost \u202E002\u202C \u2066tanks\u2069</title>");

    expect(item?.title).toBe("lost 002 tanks");
  });

  it("ends between two words where it is beyond all measure", async () => {
    const item = await shown(
      `<title>${"1234 ".repeat(500)}</title><description>${"5678 ".repeat(100_000)}</description>`,
    );

    expect(item?.title).toMatch(/ 1234$/u);
    expect(item?.text).toMatch(/ 5678$/u);
    expect([item?.title.length, item?.text.length].map((length) => (length ?? 0) > 900)).toEqual([
      true,
      true,
    ]);
    expect([item?.title.length, item?.text.length].every((length) => (length ?? 0) <= 200_000)).toBe(true);
  });
});
