import type { Clock } from "../../../src/clock.ts";
import { SourceError } from "../../../src/errors.ts";
import type { Article, ArticleReader } from "../../../src/ports/article-reader.ts";
import type { Fetcher, FetchResult } from "../../../src/ports/fetcher.ts";
import { askWorker, createQueue } from "../ask-worker.ts";
import { createRobotsCache } from "./robots-cache.ts";

/** A page as it came. */
export interface PageBody {
  readonly bytes: Uint8Array;
  /** The Content-Type header; "" for none. */
  readonly contentType: string;
}

export interface ArticleReaderOptions {
  readonly clock: Pick<Clock, "now">;
  /** The product token that robots.txt files know us by, lower case. */
  readonly token: string;
  /** Over robots.txt and page together. Default 15 s. */
  readonly fetchMs?: number;
  /** Default 8 s, the start of the thread included; real pages take 0.1 s. */
  readonly readMs?: number;
}

/** 99 of 100 real pages are under a million characters. */
const MAX_BYTES = 5_000_000;
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/**
 * Reads article pages: robots.txt is obeyed at the page's address and at the one it leads to, and the page is read in a thread of its own,
 * one at a time, within limits of size, depth, elements, memory and time.
 */
export function createArticleReader(fetcher: Fetcher, options: ArticleReaderOptions): ArticleReader {
  const { fetchMs = 15_000, readMs = 8_000 } = options;
  const isAllowed = createRobotsCache(fetcher, options);
  const queue = createQueue();

  async function fetchPage(url: string, signal: AbortSignal): Promise<FetchResult | null> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(fetchMs)]);
    if (!(await isAllowed(new URL(url), limit))) return null;
    const page = await fetcher(url, { accept: "text/html, application/xhtml+xml;q=0.9", signal: limit });
    return page.finalUrl === url || (await isAllowed(new URL(page.finalUrl), limit)) ? page : null;
  }

  async function read(url: string, signal: AbortSignal): Promise<Article> {
    if (!URL.canParse(url)) return { kind: "none", why: "bad-url" };
    const page = await fetchPage(url, signal);
    if (page === null) return { kind: "none", why: "robots" };
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
