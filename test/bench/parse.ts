import { createRequire } from "node:module";
import { parseFeed } from "feedsmith";

import { readFeed } from "../../adapters/source/feed/read-feed.ts";
import { measure, type Measurement } from "./measurement.ts";

/** A feed of `items` items, each with so many words of content. */
interface Size {
  readonly name: string;
  readonly items: number;
  readonly repeats: number;
  readonly rounds: number;
}

/** As most feeds are, and an archive that comes whole. */
const SIZES: readonly Size[] = [
  { name: "usual", items: 20, repeats: 8, rounds: 150 },
  { name: "large", items: 300, repeats: 10, rounds: 20 },
];
const SENTENCE =
  "Уночі тривога лунала в кількох областях, повідомила вигадана речниця; the outlet &amp; its readers waited until the morning. ";

/**
 * What reading costs: our reader (any encoding, any damage, every item identified) beside rss-parser alone, which it runs at its end, and
 * beside feedsmith. All get the same well-formed UTF-8 feed, in turns, and CPU time is what counts: a busy machine changes little.
 */
export async function* parsingMeasurements(): AsyncIterable<Measurement> {
  const require = createRequire(import.meta.url);
  const RssParser = require("rss-parser") as new () => { parseString(xml: string): Promise<unknown> };
  const bare = new RssParser();
  for (const format of ["rss", "atom"] as const) {
    for (const size of SIZES) {
      const text = feedOf(format, size);
      const bytes = new TextEncoder().encode(text);
      const [ours, rssParser, feedsmith] = await race(size.rounds, [
        () => readFeed(bytes, "", "https://outlet.example/feed"),
        () => bare.parseString(text),
        () => Promise.resolve(parseFeed(text)),
      ]);
      const megabytes = bytes.length / 1e6;
      for (const [peer, times] of [
        ["rss-parser alone", rssParser],
        ["feedsmith", feedsmith],
      ] as const) {
        yield measure({
          name: `poll.parse-${format}-${size.name}`,
          unit: "MB a CPU second",
          better: "higher",
          samples: (ours ?? []).map((ms) => megabytes / (ms / 1_000)),
          peer: megabytes / (median(times ?? []) / 1_000),
          with: { kilobytes: Math.round(bytes.length / 1_000), items: size.items, peer },
        });
      }
    }
  }
}

function feedOf(format: "rss" | "atom", { items, repeats }: Size): string {
  const content = SENTENCE.repeat(repeats);
  const at = (n: number): Date => new Date(Date.UTC(2025, 4, 24, 12) - n * 600_000);
  const link = (n: number): string => `https://outlet.example/${n}`;
  const numbers = Array.from({ length: items }, (_, n) => n);
  if (format === "rss") {
    const list = numbers.map(
      (n) =>
        `<item><title>Звіт ${n}</title><link>${link(n)}</link><guid>${link(n)}</guid><pubDate>${at(n).toUTCString()}</pubDate><description><![CDATA[<p>${content}</p>]]></description></item>`,
    );
    return `<?xml version="1.0"?><rss version="2.0"><channel><title>Вигадане видання</title><link>https://outlet.example/</link>${list.join("")}</channel></rss>`;
  }
  const list = numbers.map(
    (n) =>
      `<entry><title>Звіт ${n}</title><link href="${link(n)}"/><id>${link(n)}</id><updated>${at(n).toISOString()}</updated><content type="html">&lt;p&gt;${content}&lt;/p&gt;</content></entry>`,
  );
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Вигадане видання</title><id>x:1</id><updated>${at(0).toISOString()}</updated>${list.join("")}</feed>`;
}

/** CPU milliseconds of each round of each runner, collecting garbage included; the runners take turns. The first tenth warms up and is not counted. */
async function race(rounds: number, runners: readonly (() => Promise<unknown>)[]): Promise<number[][]> {
  const times: number[][] = runners.map(() => []);
  const warm = Math.ceil(rounds / 10);
  for (let round = 0; round < rounds + warm; round += 1) {
    for (const [at, runner] of runners.entries()) {
      const before = process.cpuUsage();
      await runner();
      const { user, system } = process.cpuUsage(before);
      if (round >= warm) times[at]?.push((user + system) / 1_000);
    }
  }
  return times;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
