/** The article behind an item, or why there is none to be had. */
export type Article =
  | {
      readonly kind: "read";
      /** Plain text, paragraphs separated by a blank line. */
      readonly text: string;
    }
  | {
      readonly kind: "none";
      /** For the log: `robots`, `no-article`, or the code of the fault. */
      readonly why: string;
    };

/** Fetches and reads the page of an article. Throws only SourceError `aborted`, when `signal` calls it off. */
export interface ArticleReader {
  read(url: string, signal: AbortSignal): Promise<Article>;
}
