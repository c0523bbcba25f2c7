import { InteractionResponseType, InteractionType } from "discord.js";
import type { APIInteraction, APIMessageComponentInteraction } from "discord.js";
import { within } from "../../../src/clock.ts";
import type { CommandSet, Completion, Invocation } from "../../../src/ports/command.ts";
import { callBack, lifeOf, type CallbackOptions, type Waiting } from "./callback.ts";
import { readComponentId } from "./component-id.ts";
import { drawForm } from "./form.ts";
import { readCompletion, readInvocation, type InvocationContext } from "./invocation.ts";
import { answerLate } from "./late-answer.ts";
import { interactionLifeMs } from "./limits.ts";
import { cut } from "./markdown.ts";
import type { CommandMentions } from "./mentions.ts";
import { whyOf } from "./outcome.ts";
import type { PictureOf } from "./picture.ts";
import {
  deferrals,
  firstAnswers,
  isInPlace,
  nothingToDo,
  originOf,
  type Payload,
  type Prepared,
} from "./reply-body.ts";
import { snowflakeAt } from "./snowflake.ts";

export interface AnsweringOptions extends CallbackOptions, Omit<InvocationContext, "specs"> {
  readonly commands: CommandSet;
  readonly pictureOf: PictureOf;
  readonly mentions: CommandMentions;
  /** How far our clock is behind Discord's, milliseconds. */
  readonly clockLagMs: () => number;
}

/** An answer that is not there by then is put off, so that the second half of the interaction's life is left for the call. */
const deferAfterMs = 1_500;
/** Suggestions that are not there by then are none: there is no deferring them. */
const completeWithinMs = 1_500;
/** A replayed event's age beyond this is not one: the gateway replays minutes. Ids or the clock cannot be trusted then, and the call is tried. */
const maxCredibleAgeMs = 900_000;
/** interactions/application-commands, autocomplete, read 2026-08-06. */
const maxChoices = 25;
const maxChoice = 100;

/** Interactions that are known when they come again; more do not come in the seconds that one lives. */
const maxSeen = 2_000;

/** How long `finish` waits for answers under way. */
const finishLimitMs = 3_000;

/** How an interaction came. */
interface Arrival {
  /** The gateway told it after a break: it may be minutes old. */
  readonly isReplayed: boolean;
}

/** Answers interactions. */
export interface Answering {
  /**
   * Runs what an interaction calls and answers it. Each is acknowledged in time, whatever the answer takes; one that comes
   * again after a break (`isReplayed`) and whose time is over is dropped unrun. Never rejects.
   */
  readonly take: (interaction: APIInteraction, how: Arrival) => Promise<void>;
  /** Resolves when the answers under way are given, or after three seconds. */
  finish(): Promise<void>;
}

/** Makes the answering half. */
export function createAnswering(options: AnsweringOptions): Answering {
  const underWay = new Set<Promise<void>>();
  const seen = new Set<string>();
  return {
    take(interaction, how) {
      // An event may come more than once (reference, consistency): what it calls is done once.
      if (seen.has(interaction.id)) return Promise.resolve();
      seen.add(interaction.id);
      const [oldest] = seen;
      if (seen.size > maxSeen && oldest !== undefined) seen.delete(oldest);
      const work = takeOne(options, interaction, how).finally(() => underWay.delete(work));
      underWay.add(work);
      return work;
    },
    async finish() {
      await within(options.clock, Promise.allSettled(underWay), { ms: finishLimitMs });
    },
  };
}

async function takeOne(
  options: AnsweringOptions,
  interaction: APIInteraction,
  { isReplayed }: Arrival,
): Promise<void> {
  const saidAgeMs = ageOf(interaction.id, options);
  const isOver = saidAgeMs > interactionLifeMs;
  // What comes as it happens is young, whatever its id says; if it is not, Discord refuses the answer (10062).
  const ageMs = isOver ? 0 : saidAgeMs;
  if (isOver && isReplayed) {
    options.log("info", "A stale interaction is dropped", { ageMs: saidAgeMs });
    return;
  }
  const waiting = { interaction, leftMs: lifeOf(options.clock, ageMs) };
  const context = { ...options, specs: options.commands.specs };
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
    await suggest(options, waiting, { completion: readCompletion(interaction, context), ageMs });
    return;
  }
  const form = interaction.type === InteractionType.MessageComponent ? formFor(interaction) : null;
  const invocation = form === null ? readInvocation(interaction, context) : null;
  if (invocation === null) {
    await callBack(options, waiting, form === null ? nothingToDo(interaction) : [form]);
    return;
  }
  const answer = prepare(options, invocation);
  await respond(options, waiting, { answer, deferAfterMs: Math.max(0, deferAfterMs - ageMs) });
}

/** Milliseconds since Discord made the interaction, 0 when that cannot be known. */
function ageOf(id: string, options: AnsweringOptions): number {
  const age = options.clock.now() + options.clockLagMs() - snowflakeAt(id);
  return age > 0 && age < maxCredibleAgeMs ? age : 0;
}

/** Runs the command and draws what is to be drawn. Never rejects. */
async function prepare(
  { commands, pictureOf, log, mentions }: AnsweringOptions,
  invocation: Invocation,
): Promise<Prepared> {
  try {
    // Who writes in the chat with the bot has it open: one that was closed is told again.
    if (invocation.isDirect) await commands.chatBack?.(invocation.address);
    const reply = await commands.run(invocation);
    return { reply, picture: await pictureOf(reply.message), mentions };
  } catch (error) {
    log("error", "A command threw", { command: invocation.command, why: whyOf(error) });
    return { reply: null, picture: null };
  }
}

/** The form of a button that asks first; null: it does not. A form must be the first answer, so that nothing is run before. */
function formFor(interaction: APIMessageComponentInteraction): Payload | null {
  const use = readComponentId(interaction.data.custom_id);
  if (use?.kind !== "ask") return null;
  const body = drawForm(use, labelOf(interaction.message.components, interaction.data.custom_id));
  return body === null ? null : { body, files: [] };
}

/** The label of the button with an id, "" when the message has none. */
function labelOf(components: unknown, customId: string): string {
  if (!Array.isArray(components)) return "";
  for (const component of components as unknown[]) {
    if (typeof component !== "object" || component === null) continue;
    const label: unknown = Reflect.get(component, "label");
    if (Reflect.get(component, "custom_id") === customId && typeof label === "string") return label;
    const inner = labelOf(Reflect.get(component, "components"), customId);
    if (inner !== "") return inner;
  }
  return "";
}

async function suggest(
  options: AnsweringOptions,
  waiting: Waiting,
  { completion, ageMs }: { readonly completion: Completion | null; readonly ageMs: number },
): Promise<void> {
  const found =
    completion === null
      ? []
      : await within(
          options.clock,
          options.commands.complete(completion).catch(() => []),
          { ms: completeWithinMs - ageMs },
        );
  const choices = (found ?? [])
    .filter(({ value, label }) => value !== "" && value.length <= maxChoice && label.trim() !== "")
    .slice(0, maxChoices)
    .map(({ value, label }) => ({ name: cut(label.trim(), maxChoice), value }));
  const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
  await callBack(options, waiting, [{ body: { type, data: { choices } }, files: [] }]);
}

async function respond(
  options: AnsweringOptions,
  waiting: Waiting,
  pending: { readonly answer: Promise<Prepared>; readonly deferAfterMs: number },
): Promise<void> {
  const { interaction } = waiting;
  const origin = originOf(interaction);
  const early = await within(options.clock, pending.answer, { ms: pending.deferAfterMs });
  if (early !== null) {
    await callBack(options, waiting, firstAnswers(early, origin));
    return;
  }
  const possible = deferrals(origin);
  const taken = await callBack(
    options,
    waiting,
    possible.map(({ payload }) => payload),
  );
  const prepared = await pending.answer;
  if (taken === null) return;
  const isUpdate = possible[taken]?.isUpdate === true;
  const how = isUpdate && !isInPlace(prepared.reply, origin) ? "message" : "edit";
  await answerLate(options, interaction, { prepared, how });
}
