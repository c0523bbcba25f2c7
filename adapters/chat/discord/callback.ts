import { InteractionType, RateLimitError, Routes } from "discord.js";
import type { APIInteraction, REST } from "discord.js";
import { createSteadyClock, type Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import { Refrained } from "./brake.ts";
import { interactionLifeMs } from "./limits.ts";
import { apiCodeOf, readFailure, whyOf } from "./outcome.ts";
import type { Payload } from "./reply-body.ts";

export interface CallbackOptions {
  readonly rest: REST;
  readonly clock: Clock;
  readonly log: Log;
}

/** A first answer that gets no reply is given once more while there is time. */
const callbackLimitMs = 700;
/** Waits before the second try and those after it: what lasts a moment is over at the last ones, and none is so late that the next is beyond the three seconds. */
const pausesMs: readonly number[] = [0, 200, 400, 600, 600, 600];

/** Milliseconds until Discord forgets an interaction; below 0: it has. */
export type LifeLeft = () => number;

/** The life of an interaction that Discord made `ageMs` ago. */
export function lifeOf(clock: Clock, ageMs: number): LifeLeft {
  const steady = createSteadyClock(clock);
  const diesAt = steady.now() + interactionLifeMs - ageMs;
  return () => diesAt - steady.now();
}

/** An interaction that waits for its first answer. */
export interface Waiting {
  readonly interaction: APIInteraction;
  readonly leftMs: LifeLeft;
}

/** Discord's codes for first answers. */
const unknownInteraction = 10_062;
const alreadyAcknowledged = 40_060;
/** The form, the files or the right to attach them: another form may do. */
const otherForm: ReadonlySet<number | null> = new Set([50_006, 50_035, 40_005, 50_013, 50_146, 400_001]);

/**
 * Gives the first answer: the first of `forms` that Discord takes, again when the call's outcome is unknown. Returns its
 * index. Null: the interaction's time was over, or another process with this token answered. Never rejects.
 */
export async function callBack(
  options: CallbackOptions,
  { interaction, leftMs }: Waiting,
  forms: readonly Payload[],
): Promise<number | null> {
  let index = 0;
  let mayBeDone = false;
  for (let failed = 0; failed <= pausesMs.length;) {
    const form = forms[index];
    if (form === undefined) break;
    const error = await tryCallBack(options, interaction, form);
    if (error === null) return index;
    const code = apiCodeOf(error);
    // Only a repeat can meet our own first answer; on a first attempt it is somebody else's.
    if (code === alreadyAcknowledged) return mayBeDone ? index : null;
    if (code === unknownInteraction) {
      options.log("warn", "An answer came too late for Discord");
      return null;
    }
    if (otherForm.has(code)) {
      if (index + 1 < forms.length) {
        // An update in answer to a form is only tried: the documentation names components alone.
        const level = interaction.type === InteractionType.ModalSubmit && index === 0 ? "info" : "error";
        options.log(level, "Discord refuses an answer's form; another is given", { why: whyOf(error) });
      }
      index += 1;
      continue;
    }
    const outcome = readFailure(error);
    if (outcome.kind !== "unknown" && outcome.kind !== "wait") break;
    mayBeDone ||= outcome.kind === "unknown";
    const pauseMs = pausesMs[failed];
    if (pauseMs === undefined) break;
    // A call within a wait that Discord told would be refused, and counted; after it nobody could be answered any more.
    const waitMs = outcome.kind === "wait" && isTold(error) ? outcome.retryAfterMs : pauseMs;
    if (waitMs >= leftMs()) break;
    if (waitMs > 0) await options.clock.sleep(waitMs);
    failed += 1;
  }
  options.log("error", "An interaction could not be answered", { isPossiblyAnswered: mayBeDone });
  return mayBeDone ? Math.min(index, forms.length - 1) : null;
}

/** Whether Discord told the wait, or discord.js by the headers of the answer before. */
const isTold = (error: unknown): boolean => error instanceof Refrained || error instanceof RateLimitError;

/** Null: done. Otherwise what it threw; a call that takes too long is given up, for the interaction does not wait. */
async function tryCallBack(
  { rest, clock }: CallbackOptions,
  interaction: APIInteraction,
  { body, files }: Payload,
): Promise<unknown> {
  const limit = new AbortController();
  const timer = new AbortController();
  void clock.sleep(callbackLimitMs, timer.signal).then(() => limit.abort());
  try {
    const route = Routes.interactionCallback(interaction.id, interaction.token);
    await rest.post(route, { body, files, auth: false, signal: limit.signal });
    return null;
  } catch (error) {
    return error ?? new Error("unknown");
  } finally {
    timer.abort();
  }
}
