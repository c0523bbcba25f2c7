import { InteractionResponseType, InteractionType, MessageFlags, Routes } from "discord.js";
import type { APIInteraction, REST } from "discord.js";
import type { Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import type { CommandSet, Reply } from "../../../src/ports/command.ts";
import { drawMessage, drawPlainMessage } from "./drawing.ts";
import { readInvocation } from "./invocation.ts";
import { interactionLifeMs } from "./limits.ts";
import { apiCodeOf, readFailure, whyOf } from "./outcome.ts";
import { snowflakeAt } from "./snowflake.ts";

export interface AnsweringOptions {
  readonly rest: REST;
  readonly commands: CommandSet;
  readonly clock: Clock;
  readonly log: Log;
  /** How far our clock is behind Discord's, milliseconds. */
  readonly clockLagMs: () => number;
  readonly serverName: (serverId: string) => string | null;
}

/** An answer that is not there by then is put off, so that the second half of the interaction's life is left for the call. */
const deferAfterMs = 1_500;
/** A first answer that gets no reply is given once more while there is time. */
const callbackLimitMs = 700;
const callbackAttempts = 3;
const editAttempts = 4;
const editPauseMs = 1_000;
/** An age beyond this is not one: the gateway replays minutes. Ids or the clock cannot be trusted then, and the call is tried. */
const maxCredibleAgeMs = 900_000;

/** Discord's codes for answers. */
const unknownInteraction = 10_062;
const alreadyAcknowledged = 40_060;
const unknownMessage = 10_008;
/** Unknown webhook, invalid webhook token: the quarter of an hour for the answer is over. */
const tokenGone: ReadonlySet<number> = new Set([10_015, 50_027]);
const invalidForm: ReadonlySet<number | null> = new Set([50_006, 50_035]);

/** How long `finish` waits for answers under way. */
const finishLimitMs = 3_000;

/** Answers interactions. */
export interface Answering {
  /**
   * Runs what an interaction calls and answers it. Each is acknowledged in time, whatever the answer takes; one whose time is
   * over is dropped unrun. Never rejects.
   */
  readonly take: (interaction: APIInteraction) => Promise<void>;
  /** Resolves when the answers under way are given, or after three seconds. */
  finish(): Promise<void>;
}

/** Makes the answering half. */
export function createAnswering(options: AnsweringOptions): Answering {
  const underWay = new Set<Promise<void>>();
  return {
    take(interaction) {
      const work = takeOne(options, interaction).finally(() => underWay.delete(work));
      underWay.add(work);
      return work;
    },
    async finish() {
      const timer = new AbortController();
      await Promise.race([Promise.allSettled(underWay), options.clock.sleep(finishLimitMs, timer.signal)]);
      timer.abort();
    },
  };
}

async function takeOne(options: AnsweringOptions, interaction: APIInteraction): Promise<void> {
  const ageMs = ageOf(interaction.id, options);
  if (ageMs > interactionLifeMs) {
    options.log("info", "A stale interaction is dropped", { ageMs });
    return;
  }
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
    await callBack(options, interaction, noChoices);
    return;
  }
  const invocation = readInvocation(interaction, {
    specs: options.commands.specs,
    serverName: options.serverName,
  });
  if (invocation === null) return;
  const reply = options.commands.run(invocation).catch((error: unknown) => {
    options.log("error", "A command threw", { command: invocation.command, why: whyOf(error) });
    return null;
  });
  await answer(options, interaction, { reply, deferAfterMs: Math.max(0, deferAfterMs - ageMs) });
}

/** Milliseconds since Discord made the interaction, 0 when that cannot be known. */
function ageOf(id: string, options: AnsweringOptions): number {
  const age = options.clock.now() + options.clockLagMs() - snowflakeAt(id);
  return age > 0 && age < maxCredibleAgeMs ? age : 0;
}

interface Pending {
  /** Null: there is nothing to say. */
  readonly reply: Promise<Reply | null>;
  readonly deferAfterMs: number;
}

async function answer(
  options: AnsweringOptions,
  interaction: APIInteraction,
  pending: Pending,
): Promise<void> {
  const timer = new AbortController();
  const early = await Promise.race([
    pending.reply,
    options.clock.sleep(pending.deferAfterMs, timer.signal).then(() => "late" as const),
  ]);
  timer.abort();
  if (early !== "late") {
    await answerAtOnce(options, interaction, early);
    return;
  }
  // What the answer will be is not known yet, so that it is kept private: the first response decides that for good.
  const isOurs = await callBack(options, interaction, deferred);
  const late = await pending.reply;
  if (isOurs) await editAnswer(options, interaction, late);
}

async function answerAtOnce(
  options: AnsweringOptions,
  interaction: APIInteraction,
  reply: Reply | null,
): Promise<void> {
  await callBack(options, interaction, immediate(reply, "rich"), immediate(reply, "plain"));
}

const deferred = {
  type: InteractionResponseType.DeferredChannelMessageWithSource,
  data: { flags: MessageFlags.Ephemeral },
};
const noChoices = {
  type: InteractionResponseType.ApplicationCommandAutocompleteResult,
  data: { choices: [] },
};
/** A command that broke without an answer is still answered, in no language. */
const broken = { content: "⚠️", allowed_mentions: { parse: [] } };

function immediate(reply: Reply | null, form: "rich" | "plain"): unknown {
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { ...draw(reply, form), flags: reply === null || reply.isPrivate ? MessageFlags.Ephemeral : 0 },
  };
}

function draw(reply: Reply | null, form: "rich" | "plain"): object {
  if (reply === null) return broken;
  return form === "rich" ? drawMessage(reply.message, "") : drawPlainMessage(reply.message);
}

/**
 * Gives the first answer, again when the call's outcome is unknown. True: the interaction is answered by us. False: its time
 * was over, or another process with this token answered. `fallback` is given when Discord refuses the form of `body`.
 */
async function callBack(
  options: AnsweringOptions,
  interaction: APIInteraction,
  body: unknown,
  fallback: unknown = null,
): Promise<boolean> {
  let mayBeDone = false;
  for (let attempt = 1; attempt <= callbackAttempts; attempt += 1) {
    const error = await tryCallBack(options, interaction, body);
    if (error === null) return true;
    const code = apiCodeOf(error);
    // Only a repeat can meet our own first answer; on a first attempt it is somebody else's.
    if (code === alreadyAcknowledged) return mayBeDone;
    if (code === unknownInteraction) {
      options.log("warn", "An answer came too late for Discord", { ageMs: ageOf(interaction.id, options) });
      return false;
    }
    if (invalidForm.has(code) && fallback !== null) {
      options.log("error", "Discord refuses an answer's form; it is given plain", { why: whyOf(error) });
      return callBack(options, interaction, fallback);
    }
    const outcome = readFailure(error);
    if (outcome.kind !== "unknown" && outcome.kind !== "wait") break;
    if (outcome.kind === "wait") await options.clock.sleep(Math.min(outcome.retryAfterMs, callbackLimitMs));
    mayBeDone ||= outcome.kind === "unknown";
  }
  options.log("error", "An interaction could not be answered", { isPossiblyAnswered: mayBeDone });
  return mayBeDone;
}

/** Null: done. Otherwise what it threw; a call that takes too long is given up, for the interaction does not wait. */
async function tryCallBack(
  options: AnsweringOptions,
  interaction: APIInteraction,
  body: unknown,
): Promise<unknown> {
  const limit = new AbortController();
  const timer = new AbortController();
  void options.clock.sleep(callbackLimitMs, timer.signal).then(() => limit.abort());
  try {
    const route = Routes.interactionCallback(interaction.id, interaction.token);
    await options.rest.post(route, { body, auth: false, signal: limit.signal });
    return null;
  } catch (error) {
    return error ?? new Error("unknown");
  } finally {
    timer.abort();
  }
}

/** Puts the answer into a deferred one. Doing it twice is harmless, so that it is repeated when the outcome is unknown. */
async function editAnswer(
  options: AnsweringOptions,
  interaction: APIInteraction,
  reply: Reply | null,
): Promise<void> {
  const route = Routes.webhookMessage(interaction.application_id, interaction.token, "@original");
  let form: "rich" | "plain" = "rich";
  let failure: unknown = null;
  for (let attempt = 1; attempt <= editAttempts; attempt += 1) {
    try {
      await options.rest.patch(route, { body: draw(reply, form), auth: false });
      return;
    } catch (error) {
      failure = error;
      const code = apiCodeOf(error);
      if (code === unknownMessage) return; // The person closed it.
      if (code !== null && tokenGone.has(code) && reply?.isPrivate === false) {
        await postAnswer(options, interaction, reply);
        return;
      }
      if (invalidForm.has(code) && form === "rich") {
        options.log("error", "Discord refuses an answer's form; it is given plain", { why: whyOf(error) });
        form = "plain";
        continue;
      }
      const outcome = readFailure(error);
      if (outcome.kind !== "unknown" && outcome.kind !== "wait") break;
      await options.clock.sleep(outcome.kind === "wait" ? outcome.retryAfterMs : editPauseMs * attempt);
    }
  }
  options.log("error", "A deferred answer could not be given", { why: whyOf(failure) });
}

/** An answer that anybody may see goes into the channel when it is too late for the interaction. */
async function postAnswer(
  options: AnsweringOptions,
  interaction: APIInteraction,
  reply: Reply,
): Promise<void> {
  const channel = interaction.channel?.id ?? interaction.channel_id;
  if (channel === undefined) return;
  const body = { ...drawMessage(reply.message, ""), nonce: interaction.id, enforce_nonce: true };
  await options.rest.post(Routes.channelMessages(channel), { body }).catch((error: unknown) => {
    options.log("error", "A deferred answer could not be given", { why: whyOf(error) });
  });
}
