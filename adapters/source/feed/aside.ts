import { SourceError } from "../../../src/errors.ts";
import { askWorker, createQueue } from "../ask-worker.ts";
import type { FeedBody, FeedItems } from "./read-items.ts";

/** What the worker answers: the items, or the fields of the error. */
export type AsideAnswer =
  | { readonly kind: "read"; readonly items: FeedItems }
  | {
      readonly kind: "failed";
      readonly code: string;
      readonly message: string;
      readonly hint: string | null;
    };

/** Reading 10 MB takes about 1.5 s; what takes this long never ends. */
const DEADLINE_MS = 20_000;
/** 10 MB of feed need about 150 MB; what needs more is made to. */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

/**
 * Reads large bodies in a thread of its own, one at a time, so that neither their length nor an attack that was not foreseen holds up
 * the program. Throws SourceError: as reading does, or `too-complex` when time or memory run out.
 */
export function createAside(): (body: FeedBody, signal: AbortSignal) => Promise<FeedItems> {
  const queue = createQueue();
  return (body, signal) => queue(() => readInWorker(body, signal));
}

async function readInWorker(body: FeedBody, signal: AbortSignal): Promise<FeedItems> {
  if (signal.aborted) throw aborted();
  const script = new URL("./aside-worker.ts", import.meta.url);
  const asked = { script, workerData: body, deadlineMs: DEADLINE_MS, limits: LIMITS, signal };
  const answer = await askWorker<AsideAnswer>(asked).catch((cause: unknown) => {
    if (signal.aborted) throw aborted();
    throw new SourceError("The feed takes too much time or memory to read.", { code: "too-complex", cause });
  });
  if (answer.kind === "read") return answer.items;
  throw new SourceError(answer.message, { code: answer.code, hint: answer.hint });
}

function aborted(): SourceError {
  return new SourceError("The reading was called off.", { code: "aborted" });
}
