import { parentPort, workerData } from "node:worker_threads";

import { SourceError } from "../../../src/errors.ts";
import type { AsideAnswer } from "./aside.ts";
import { readItems, type FeedBody } from "./read-items.ts";

const body = workerData as FeedBody;
const answer: AsideAnswer = await readItems(body).then(
  (items) => ({ kind: "read", items }),
  (error: unknown) => {
    if (!(error instanceof SourceError)) throw error;
    return { kind: "failed", code: error.code, message: error.message, hint: error.hint };
  },
);
parentPort?.postMessage(answer);
