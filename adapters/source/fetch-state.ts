import { createHash } from "node:crypto";

import type { PollState, Source } from "../../src/model/source.ts";
import type { Fetcher, FetchResult } from "../../src/ports/fetcher.ts";
import type { PollResult } from "../../src/ports/source-kind.ts";

type Unchanged = Extract<PollResult, { kind: "unchanged" }>;

/** An answer that has to be read. */
export interface Changed {
  readonly kind: "changed";
  readonly answer: FetchResult;
  readonly validators: Extract<PollResult, { kind: "items" }>["validators"];
}

/** Asks a source conditionally. Unchanged: the server says so, or sends the very bytes that were read before. */
export async function fetchChanged(
  fetcher: Fetcher,
  source: Source,
  state: PollState,
  signal: AbortSignal,
): Promise<Changed | Unchanged> {
  const answer = await fetcher(source.url, {
    etag: state.etag,
    lastModified: state.lastModified,
    validatorUrl: state.validatorUrl,
    signal,
  });
  const unchanged: Unchanged = {
    kind: "unchanged",
    notBeforeMs: answer.freshMs,
    movedTo: answer.permanentUrl,
  };
  if (answer.status === 304) return unchanged;
  const bodyHash = createHash("sha256").update(answer.body).digest("hex");
  if (bodyHash === state.bodyHash) return unchanged;
  const validators = {
    etag: validator(answer.headers["etag"]),
    lastModified: validator(answer.headers["last-modified"]),
    validatorUrl: answer.finalUrl,
    bodyHash,
  };
  return { kind: "changed", answer, validators };
}

/** Longer ones are no validators, and would be sent back with every question. */
const MAX_VALIDATOR = 1_000;

function validator(value: string | undefined): string | null {
  return value === undefined || value.length > MAX_VALIDATOR ? null : value;
}

/** For an answer that broke off: nothing is remembered, so that the next poll reads it whole. */
export const NO_VALIDATORS: Changed["validators"] = {
  etag: null,
  lastModified: null,
  validatorUrl: null,
  bodyHash: null,
};
