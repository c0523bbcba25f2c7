import type { Log } from "../log.ts";
import type { Report } from "../model/report.ts";
import type { ArticleReader } from "../ports/article-reader.ts";

/** Reads the articles behind reports whose items are cut short. */
export interface ArticleTools {
  /** Whether what the item itself says is worth a look at the page. */
  readonly isRelevant: (report: Report) => boolean;
  readonly reader: ArticleReader;
}

/** Gives one poll's reports their articles' text. Throws SourceError `aborted` when the poll is called off. */
export type ReadArticle = (report: Report) => Promise<Report>;

/** More pages are not fetched in one poll: a source with so much news at once is new, or floods. */
const MAX_PAGES = 10;
/** Words that tell texts apart: shorter ones are in all of them. */
const LONG_WORD = /[\p{L}\p{N}]{4,}/gu;
/** This share of the item's words is in its article; a page that asks for consent or a subscription has none of them. */
const COMMON_SHARE = 0.4;

interface Around {
  readonly articles: ArticleTools;
  readonly log: Log;
  readonly sourceId: string;
  readonly signal: AbortSignal;
}

/**
 * For one poll of one source. A report keeps its own text when it is told to no one as news, does not look relevant, or its page has
 * no article that is longer than the text and about the same.
 */
export function createReadArticle({ articles, log, sourceId, signal }: Around): ReadArticle {
  let pages = 0;
  return async (report) => {
    if (report.isBackfill || pages >= MAX_PAGES || !articles.isRelevant(report)) return report;
    pages += 1;
    const article = await articles.reader.read(report.url, signal);
    if (article.kind === "read" && isFuller(article.text, report)) return { ...report, text: article.text };
    const why = article.kind === "none" ? article.why : "another-text";
    log("debug", "an article's page was of no use", { source: sourceId, report: report.id, why });
    return report;
  };
}

function isFuller(text: string, report: Report): boolean {
  if (text.length <= report.text.length) return false;
  const own = wordsOf(`${report.title}\n${report.text}`);
  const article = wordsOf(text);
  const common = [...own].filter((word) => article.has(word)).length;
  return common >= own.size * COMMON_SHARE;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(LONG_WORD));
}
