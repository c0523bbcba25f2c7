import type { Clock } from "../../../src/clock.ts";
import { SourceError } from "../../../src/errors.ts";
import type { Article, ArticleReader } from "../../../src/ports/article-reader.ts";
import type { Fetcher, FetchResult } from "../../../src/ports/fetcher.ts";
import { askWorker, createQueue } from "../ask-worker.ts";
import { createRobotsCache } from "./robots-cache.ts";
import { createTurns } from "./turns.ts";

/** A page as it came. */
export interface PageBody {
  readonly bytes: Uint8Array;
  /** The Content-Type header; "" for none. */
  readonly contentType: string;
}

export interface ArticleReaderOptions {
  readonly clock: Clock;
  /** The product token that robots.txt files know us by, lower case. */
  readonly token: string;
  /** Between two pages of one host at the least; a Crawl-delay may ask for more. Default 1.5 s. */
  readonly gapMs?: number;
  /** For robots.txt, and again for the page. Default 15 s. */
  readonly fetchMs?: number;
  /** Default 8 s, the start of the thread included; real pages take 0.1 s. */
  readonly readMs?: number;
}

/** 99 of 100 real pages are under a million characters. */
const MAX_BYTES = 5_000_000;
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/**
 * Reads article pages: robots.txt is obeyed at the page's address and at the one it leads to, and the page is read in a thread of its own,
 * one at a time, within limits of size, depth, elements, memory and time. Pages of one host are fetched with a gap, whichever sources they are of.
 */
export function createArticleReader(fetcher: Fetcher, options: ArticleReaderOptions): ArticleReader {
  const { gapMs = 1_500, fetchMs = 15_000, readMs = 8_000 } = options;
  const ruleFor = createRobotsCache(fetcher, options);
  const takeTurn = createTurns(options.clock);
  const queue = createQueue();

  const limited = (signal: AbortSignal): AbortSignal =>
    AbortSignal.any([signal, AbortSignal.timeout(fetchMs)]);

  async function fetchPage(url: URL, signal: AbortSignal): Promise<FetchResult | "robots" | "crawl-delay"> {
    const { isAllowed, delayMs } = await ruleFor(url, limited(signal));
    if (!isAllowed) return "robots";
    if (!(await takeTurn(url.host, Math.max(gapMs, delayMs), signal))) return "crawl-delay";
    const limit = limited(signal);
    const page = await fetcher(url.href, { accept: "text/html, application/xhtml+xml;q=0.9", signal: limit });
    if (page.finalUrl === url.href) return page;
    const target = await ruleFor(new URL(page.finalUrl), limit);
    return target.isAllowed ? page : "robots";
  }

  async function read(url: string, signal: AbortSignal): Promise<Article> {
    if (!URL.canParse(url)) return { kind: "none", why: "bad-url" };
    const page = await fetchPage(new URL(url), signal);
    if (typeof page === "string") return { kind: "none", why: page };
    const contentType = page.headers["content-type"] ?? "";
    if (contentType !== "" && !/html|xml/i.test(contentType)) return { kind: "none", why: "no-page" };
    if (page.body.length > MAX_BYTES) return { kind: "none", why: "too-large" };
    const workerData: PageBody = { bytes: page.body, contentType };
    const script = new URL("./article-worker.ts", import.meta.url);
    const answer = await queue(() =>
      askWorker<Article>({ script, workerData, deadlineMs: readMs, limits: LIMITS, signal }).catch(
        () => null,
      ),
    );
    return answer ?? { kind: "none", why: "too-complex" };
  }

  return {
    async read(url, signal) {
      const article = await read(url, signal).catch((error: unknown): Article => {
        const why = error instanceof SourceError ? error.code : "internal";
        return { kind: "none", why: why === "aborted" ? "timeout" : why };
      });
      if (signal.aborted) throw new SourceError("The reading was called off.", { code: "aborted" });
      return article;
    },
  };
}
