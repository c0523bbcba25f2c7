import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createFeedKind } from "../../adapters/source/feed/index.ts";
import type { Fetcher } from "../../src/ports/fetcher.ts";
import { createRig, START_AT } from "./rig.ts";
import { sourceAt } from "./memory-sources.ts";

/** An article of an invented outlet. `n` is its true identity, and stands in its words so that the test knows it again. */
interface Article {
  readonly n: number;
  title: string;
  text: string;
  at: number;
}

/** How a feed shows its articles at one poll. */
interface Listing {
  readonly guid: string;
  readonly link: string;
  readonly title: string;
  readonly text: string;
  readonly at: number;
}

/** `fresh`: how many listings at the front were never shown before; an edit is one of something that was. */
type Change = (listings: Listing[], fresh: number) => Listing[];

/** What feeds do to items that are known already. */
const CHANGES: readonly (readonly [string, Change])[] = [
  ["nothing", (list) => list],
  ["turns the order round", (list) => list.toReversed()],
  ["sorts by title", (list) => list.toSorted((a, b) => a.title.localeCompare(b.title))],
  ["redates everything", (list) => list.map((one) => ({ ...one, at: one.at + 3_600_000 }))],
  ["drops the dates", (list) => list.map((one) => ({ ...one, at: Number.NaN }))],
  ["shrinks to the newest three", (list) => list.slice(0, 3)],
  ["lists everything twice", (list) => [...list, ...list]],
  ["lists the newest again at the end", (list) => [...list, ...list.slice(0, 1)]],
  ["changes every GUID", (list) => list.map((one) => ({ ...one, guid: `new-${one.guid}` }))],
  ["drops the GUIDs", (list) => list.map((one) => ({ ...one, guid: "" }))],
  ["gives all the same GUID", (list) => list.map((one) => ({ ...one, guid: "https://outlet.example/" }))],
  ["gives all one odd GUID", (list) => list.map((one) => ({ ...one, guid: "0" }))],
  [
    "numbers the GUIDs by position",
    (list) => list.map((one, index) => ({ ...one, guid: `position-${index}` })),
  ],
  [
    "swaps GUIDs between neighbours",
    (list) => list.map((one, index) => ({ ...one, guid: list[index ^ 1]?.guid ?? one.guid })),
  ],
  [
    "tracks its links",
    (list) => list.map((one) => ({ ...one, link: `${one.link}?utm_source=rss&utm_medium=feed` })),
  ],
  [
    "moves its links to https and www",
    (list) => list.map((one) => ({ ...one, link: one.link.replace("http://", "https://www.") })),
  ],
  [
    "moves its links to another path",
    (list) => list.map((one) => ({ ...one, link: one.link.replace("/news/", "/archive/") })),
  ],
  ["drops the links", (list) => list.map((one) => ({ ...one, link: "" }))],
  [
    "points all links at the home page",
    (list) => list.map((one) => ({ ...one, link: "https://outlet.example/" })),
  ],
  [
    "changes every GUID and link",
    (list) => list.map((one) => ({ ...one, guid: `m${one.guid}`, link: `${one.link}/moved` })),
  ],
  [
    "spaces its texts otherwise",
    (list) => list.map((one) => ({ ...one, text: one.text.replaceAll(" ", "\n  ") })),
  ],
  [
    "retitles one item",
    (list, fresh) =>
      list.map((one, index) => (index === fresh ? { ...one, title: `${one.title} (updated)` } : one)),
  ],
  [
    "rewrites one item",
    (list, fresh) =>
      list.map((one, index) => (index === fresh ? { ...one, text: `${one.text} More is known now.` } : one)),
  ],
  [
    "rewrites one item under a new GUID",
    (list, fresh) =>
      list.map((one, index) =>
        index === fresh ? { ...one, guid: `v2-${one.guid}`, text: `${one.text} More.` } : one,
      ),
  ],
  [
    "rewrites one item at a new address",
    (list, fresh) =>
      list.map((one, index) =>
        index === fresh ? { ...one, link: `${one.link}-v2`, text: `${one.text} More.` } : one,
      ),
  ],
  ["is cut off in the middle", (list) => list],
  ["is empty for once", () => []],
];

const CUT_OFF = CHANGES.findIndex(([name]) => name === "is cut off in the middle");

function listingOf({ n, title, text, at }: Article): Listing {
  return { guid: `article-${n}`, link: `http://outlet.example/news/${n}`, title, text, at };
}

function render(listings: readonly Listing[]): string {
  const items = listings.map(({ guid, link, title, text, at }) =>
    [
      "<item>",
      `<title>${title}</title>`,
      link === "" ? "" : `<link>${link.replaceAll("&", "&amp;")}</link>`,
      guid === "" ? "" : `<guid isPermaLink="false">${guid}</guid>`,
      Number.isNaN(at) ? "" : `<pubDate>${new Date(at).toUTCString()}</pubDate>`,
      `<description>${text}</description>`,
      "</item>",
    ].join(""),
  );
  return `<rss version="2.0"><channel><title>Outlet</title><link>https://outlet.example/</link>${items.join("\n")}</channel></rss>`;
}

function article(n: number): Article {
  const text = `Article #${n}# says that ${n + 100} people came home, in words that are long enough to be told from all others by themselves, as those of an article usually are.`;
  return { n, title: `Story #${n}# of the day`, text, at: START_AT + n * 1_000 };
}

/** A feed whose body the test sets, polled by the real feed kind. */
function createFeed() {
  let body = render([]);
  const fetcher: Fetcher = async (url) => ({
    status: 200,
    headers: { "content-type": "application/rss+xml" },
    body: new TextEncoder().encode(body),
    finalUrl: url,
    permanentUrl: null,
    freshMs: null,
  });
  const kind = createFeedKind(fetcher);
  const rig = createRig([sourceAt("a", "https://outlet.example/feed")]);
  rig.answer((source, state, signal) => kind.poll(source, state, signal));
  return {
    rig,
    async poll(next: string): Promise<void> {
      body = next;
      await rig.clock.advance(Math.max(0, rig.store.state("a").dueAt - rig.clock.now()));
      await rig.poller.pollDue();
    },
    /** Report ids by the article that their words name. */
    told(): Map<number, Set<string>> {
      const told = new Map<number, Set<string>>();
      for (const { id, text } of rig.reports) {
        const n = Number(/#(\d+)#/.exec(text)?.[1]);
        told.set(n, (told.get(n) ?? new Set()).add(id));
      }
      return told;
    },
  };
}

const round = fc.record({
  added: fc.integer({ min: 0, max: 3 }),
  change: fc.integer({ min: 0, max: CHANGES.length - 1 }),
});

async function play(rounds: readonly { readonly added: number; readonly change: number }[]): Promise<void> {
  const feed = createFeed();
  const articles = Array.from({ length: 6 }, (_, n) => article(n));
  await feed.poll(render(articles.map(listingOf).toReversed()));
  for (const { added, change } of rounds) {
    for (let k = 0; k < added; k += 1) articles.push(article(articles.length));
    const shown = articles.slice(-10).map(listingOf).toReversed();
    const xml = render(CHANGES[change]?.[1](shown, added) ?? shown);
    await feed.poll(change === CUT_OFF ? xml.slice(0, Math.floor(xml.length * 0.55)) : xml);
    // Between two edits the feed shows its items as they are: one poll changes some of an item's identities, not all.
    await feed.poll(render(shown));
  }
  // A feed that comes to itself shows whatever a cut or a gap has hidden.
  await feed.poll(render(articles.slice(-20).map(listingOf).toReversed()));
  const told = feed.told();
  expect([...told.keys()].toSorted((a, b) => a - b)).toEqual(articles.map(({ n }) => n));
  for (const [n, reportIds] of told) expect([n, reportIds.size]).toEqual([n, 1]);
}

describe("a feed that edits what it has told", () => {
  it.each(CHANGES.map(([name], index) => [name, index] as const))(
    "tells no item twice and loses none when it %s",
    async (_, change) => {
      await play([
        { added: 2, change },
        { added: 0, change: 0 },
        { added: 1, change },
        { added: 1, change: 0 },
      ]);
    },
  );

  it("tells no item twice and loses none through any run of such edits", async () => {
    await fc.assert(fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 4 }), play), {
      seed: 20_250_524,
      numRuns: 60,
    });
  });
});
