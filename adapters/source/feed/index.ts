import type { PollState, Source } from "../../../src/model/source.ts";
import type { Fetcher } from "../../../src/ports/fetcher.ts";
import type { PollResult, SourceKind } from "../../../src/ports/source-kind.ts";
import { fetchChanged, NO_VALIDATORS } from "../fetch-state.ts";
import { createAside } from "./aside.ts";
import { readItems, type FeedBody } from "./read-items.ts";

/** A larger body would hold the thread for more than about 0.2 s: it is read aside. */
const LARGE_BYTES = 1_000_000;

/** RSS, Atom and JSON feeds. */
export function createFeedKind(fetcher: Fetcher): SourceKind {
  const readAside = createAside();
  return {
    kind: "feed",
    async poll(source: Source, state: PollState, signal: AbortSignal): Promise<PollResult> {
      const fetched = await fetchChanged(fetcher, source, state, signal);
      if (fetched.kind === "unchanged") return fetched;
      const { answer, validators } = fetched;
      const body: FeedBody = {
        bytes: answer.body,
        contentType: answer.headers["content-type"] ?? "",
        url: answer.finalUrl,
        addresses: [source.url],
      };
      const feed = await (answer.body.length > LARGE_BYTES ? readAside(body, signal) : readItems(body));
      return {
        kind: "items",
        items: feed.items,
        title: feed.title,
        validators: feed.isCutOff ? NO_VALIDATORS : validators,
        notBeforeMs: longerWait(answer.freshMs, feed.ttlMs),
        quiet: feed.quiet,
        movedTo: answer.permanentUrl,
      };
    },
  };
}

/** The longer of two waits; null says nothing. */
function longerWait(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}
