import { beforeEach, describe, expect, it } from "vitest";

import { SourceError } from "../../src/errors.ts";
import { silentLog } from "../../src/log.ts";
import type { Report } from "../../src/model/report.ts";
import { createPoller, type Poller } from "../../src/poll/poller.ts";
import type { Article } from "../../src/ports/article-reader.ts";
import type { SourceItem } from "../../src/ports/source-kind.ts";
import { createFakeClock, type FakeClock } from "../fakes/clock.ts";
import { memorySources, sourceAt, type MemorySources } from "./memory-sources.ts";
import { HOUR_MS, item, items, PACE, START_AT } from "./rig.ts";

const summary = "Drones struck the invented town of Lypove overnight";
const full = `${summary}. Two people were injured, a spokesperson said, and rescuers worked until the morning.`;

let store: MemorySources;
let clock: FakeClock;
let reports: Report[];
let pages: string[];
let list: SourceItem[];
let answer: (url: string) => Article;
let poller: Poller;

beforeEach(async () => {
  store = memorySources(
    sourceAt("short", "https://short.example/feed", { wantsArticle: true }),
    sourceAt("whole", "https://whole.example/feed"),
  );
  clock = createFakeClock(START_AT);
  [reports, pages, list] = [[], [], []];
  answer = () => ({ kind: "read", text: full });
  poller = createPoller({
    store,
    kinds: [{ kind: "feed", poll: async () => items(list) }],
    clock,
    stageClock: clock,
    beat: { start: () => undefined, stop: () => undefined },
    ingest: async (taken) => {
      for (const { report, mark } of taken) {
        reports.push(report);
        store.commitMark(mark, report.id);
      }
    },
    articles: {
      isRelevant: ({ title }) => !title.includes("Weather"),
      reader: {
        read: async (url) => {
          pages.push(url);
          return answer(url);
        },
      },
    },
    options: PACE,
    log: silentLog,
  });
  await poller.pollDue();
});

const news = (id: number, text: string, title = `News ${id}`): SourceItem =>
  item([`id:${id}`], title, { text, url: `https://outlet.example/${id}` });

/** Polls both sources when they are due, letting gaps between pages pass. */
async function pollNext(...next: readonly SourceItem[]): Promise<void> {
  list = [...next];
  await clock.advance(HOUR_MS);
  const round = poller.pollDue();
  await clock.advance(60_000);
  await round;
}
const textsOf = (name: string): string[] =>
  reports.filter(({ source }) => source.name === name).map(({ text }) => text);

describe("an article's page", () => {
  it("gives its text to an item of a source that asks for it, and of no other", async () => {
    await pollNext(news(1, summary));

    expect(textsOf("Outlet short")).toEqual([full]);
    expect(textsOf("Outlet whole")).toEqual([summary]);
    expect(pages).toEqual(["https://outlet.example/1"]);
  });

  it("is fetched once, though the item is seen again", async () => {
    await pollNext(news(1, summary));
    await pollNext(news(1, summary));

    expect(pages).toHaveLength(1);
    expect(textsOf("Outlet short")).toHaveLength(1);
  });

  it("is not fetched for what looks irrelevant", async () => {
    await pollNext(news(1, "Rain", "Weather"));

    expect(pages).toEqual([]);
    expect(textsOf("Outlet short")).toEqual(["Rain"]);
  });

  it("is not fetched for what is no news", async () => {
    const old = { ...news(1, summary), publishedAt: START_AT - 90 * 24 * HOUR_MS };
    await pollNext(old);

    expect(pages).toEqual([]);
  });

  it.each<[string, Article]>([
    ["cannot be had", { kind: "none", why: "robots" }],
    ["is shorter than the item", { kind: "read", text: "Drones struck" }],
    [
      "is about something else",
      {
        kind: "read",
        text: "We value your privacy. Accept all cookies to go on, or manage your choices below. ".repeat(9),
      },
    ],
  ])("that %s leaves the item its own text", async (_, article) => {
    answer = () => article;
    await pollNext(news(1, summary));

    expect(textsOf("Outlet short")).toEqual([summary]);
  });

  it("is fetched for ten items of a poll at most", async () => {
    await pollNext(...Array.from({ length: 14 }, (_, n) => news(n, `${summary} ${n}`)));

    expect(pages).toHaveLength(10);
    expect(textsOf("Outlet short")).toHaveLength(14);
  });

  it("that is called off leaves its item to the next poll", async () => {
    answer = () => {
      void poller.stop();
      throw new SourceError("called off", { code: "aborted" });
    };
    await pollNext(news(1, summary));

    expect(textsOf("Outlet short")).toEqual([]);
    expect(store.state("short").dueAt).toBeLessThanOrEqual(clock.now());
    expect(store.state("short").failures).toBe(0);
  });
});
