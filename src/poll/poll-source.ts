import { messageOf, SourceError } from "../errors.ts";
import type { PollState, Source } from "../model/source.ts";
import type { PollResult, SourceKind } from "../ports/source-kind.ts";
import type { FollowedSource, SourceStore } from "../ports/source-store.ts";
import { hostOf } from "./host-gate.ts";
import {
  afterFailure,
  afterMove,
  afterSuccess,
  MOVES_TO_ADOPT,
  type Harvest,
  type PollMoment,
} from "./progress.ts";
import type { PollPace } from "./schedule.ts";
import { takeIn, type IntakeTools } from "./take-in.ts";

/** What polling one source needs. Due times go by `clock`. */
export interface PollTools extends IntakeTools {
  readonly store: SourceStore;
  readonly kinds: ReadonlyMap<string, SourceKind>;
  readonly pace: PollPace;
  /** 0 up to 1. */
  readonly chance: () => number;
}

/**
 * Polls one source: asks, recognises, takes in what is new or revised, and only then remembers validators and the next due time, so that
 * whatever a crash interrupts is asked for again. Faults of the source are kept in its state; faults of ours (store, ingest) are thrown.
 * Returns how long the source's host asks to be left alone altogether, milliseconds; 0: it does not.
 */
export async function pollSource(
  tools: PollTools,
  followed: FollowedSource,
  signal: AbortSignal,
): Promise<number> {
  const { source, state } = followed;
  const asked = await ask(tools, followed, signal);
  if (asked.kind === "aborted") return 0;
  const moment: PollMoment = {
    source,
    state,
    now: tools.clock.now(),
    pace: tools.pace,
    chance: tools.chance(),
  };
  if (asked.kind === "failed") {
    const next = afterFailure(moment, asked.error);
    noteFailure(tools, { source, state }, next);
    await save(tools, followed, next);
    return hostRestMs(asked.error);
  }
  const harvest = await takeInOrStop(tools, followed, asked.result, signal);
  if (harvest === null) return 0;
  // Ingesting may take long after an outage; the wait counts from its end.
  const next = afterSuccess({ ...moment, now: tools.clock.now() }, asked.result, harvest);
  if (state.failure !== null)
    tools.log("info", "source recovered", { source: source.id, failures: state.failures });
  await save(tools, followed, await adoptMove(tools, source, next));
  return 0;
}

/** What a host that is asked too often rests when it does not say for how long. */
const DEFAULT_REST_MS = 60_000;

function hostRestMs({ code, retryAfterMs }: SourceError): number {
  return code === "http-429" || code === "http-503" ? (retryAfterMs ?? DEFAULT_REST_MS) : 0;
}

type Asked =
  | { readonly kind: "answered"; readonly result: PollResult }
  | { readonly kind: "failed"; readonly error: SourceError }
  | { readonly kind: "aborted" };

async function ask(tools: PollTools, { source, state }: FollowedSource, signal: AbortSignal): Promise<Asked> {
  const kind = tools.kinds.get(source.kind);
  if (kind === undefined) {
    return {
      kind: "failed",
      error: new SourceError(`There is no source kind "${source.kind}".`, {
        code: "unknown-kind",
        permanent: true,
      }),
    };
  }
  try {
    return { kind: "answered", result: await kind.poll(source, state, signal) };
  } catch (error) {
    if (signal.aborted) return { kind: "aborted" };
    if (error instanceof SourceError) return { kind: "failed", error };
    tools.log("error", "reading a source threw an unknown error", {
      source: source.id,
      error: messageOf(error),
    });
    return {
      kind: "failed",
      error: new SourceError("The source cannot be read: an error of ours.", {
        code: "internal",
        cause: error,
      }),
    };
  }
}

/** Null: it was called off while it read articles. What was taken in is known at the next poll, which brings the rest. */
async function takeInOrStop(
  tools: PollTools,
  followed: FollowedSource,
  result: PollResult,
  signal: AbortSignal,
): Promise<Harvest | null> {
  if (result.kind === "unchanged") return { newCount: 0, publishedAts: [], isStale: false };
  try {
    return await takeIn(tools, followed, result, signal);
  } catch (error) {
    if (signal.aborted && error instanceof SourceError && error.code === "aborted") return null;
    throw error;
  }
}

/** Follows a move that the source has repeated often enough, each time with a readable answer behind it. */
async function adoptMove(tools: PollTools, source: Source, state: PollState): Promise<PollState> {
  const { movedTo } = state;
  if (movedTo === null || movedTo.times < MOVES_TO_ADOPT) return state;
  // What was approved, or let pass, for a single chat was this host: another is followed by asking anew.
  if (source.ownerChat !== undefined && hostOf(movedTo.url) !== hostOf(source.url)) return state;
  try {
    await tools.store.edit(source.id, { url: movedTo.url });
    tools.log("info", "source moved for good", { source: source.id, from: source.url, to: movedTo.url });
    return afterMove(state, movedTo.url);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    tools.log("warn", "source moved to an address that is followed already", {
      source: source.id,
      to: movedTo.url,
      code: error.code,
    });
    return { ...state, movedTo: null };
  }
}

/**
 * Writes the new state over what an admin may have changed meanwhile: a halt of theirs stays, and so does a removal. A poll of an address
 * that they have replaced says nothing of the new one.
 */
async function save(tools: PollTools, polled: FollowedSource, next: PollState): Promise<void> {
  const current = await tools.store.find(polled.source.id);
  if (current === null) return;
  const { url } = current.source;
  if (url !== polled.source.url && url !== polled.state.movedTo?.url) return;
  await tools.store.saveState(polled.source.id, { ...next, halt: current.state.halt ?? next.halt });
}

function noteFailure(tools: PollTools, { source, state }: FollowedSource, next: PollState): void {
  const fields = { source: source.id, code: next.failure?.code, failures: next.failures };
  if (next.halt !== state.halt)
    tools.log("warn", "source is not polled any more", { ...fields, halt: next.halt });
  else if (state.failure?.code !== next.failure?.code) tools.log("warn", "source failed", fields);
}
