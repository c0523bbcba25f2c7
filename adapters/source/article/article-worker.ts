import { parentPort, workerData } from "node:worker_threads";

import { SourceError } from "../../../src/errors.ts";
import type { Article } from "../../../src/ports/article-reader.ts";
import { decodeText } from "../decode.ts";
import { extractArticle } from "./extract.ts";
import type { PageBody } from "./index.ts";
import { scanPage } from "./scan.ts";

parentPort?.postMessage(readPage(workerData as PageBody));

function readPage({ bytes, contentType }: PageBody): Article {
  try {
    const html = decodeText(bytes, contentType);
    scanPage(html);
    const text = extractArticle(html);
    return text === null ? { kind: "none", why: "no-article" } : { kind: "read", text };
  } catch (error) {
    return { kind: "none", why: error instanceof SourceError ? error.code : "unreadable-page" };
  }
}
