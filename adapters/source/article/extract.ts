import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

import { plainText } from "../html.ts";
import { trimArticle, type Node } from "./trim.ts";

/** Readability looks for more than this many characters, and what is shorter in the end is no article. Its default, 500, loses short news. */
const CHAR_THRESHOLD = 250;

/**
 * The text of the article in a page: Readability finds it, and what is not of it (pictures, boxes, lists of links, "Read also") is cut off.
 * Null: there is no article. The page must have passed `scanPage`.
 */
export function extractArticle(html: string): string | null {
  const { document } = parseHTML(html);
  const article = new Readability<Node>(document, {
    charThreshold: CHAR_THRESHOLD,
    // Structured data repeats titles and names that are of no use here, and parsing it is one more way to be hurt.
    disableJSONLD: true,
    serializer: (node: unknown) => node as Node,
  }).parse();
  const content = article?.content ?? null;
  if (content === null) return null;
  trimArticle(content);
  const text = plainText(content.innerHTML);
  return text.length < CHAR_THRESHOLD ? null : text;
}
