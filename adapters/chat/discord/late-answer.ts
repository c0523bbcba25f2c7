import { MessageFlags, Routes } from "discord.js";
import type { APIInteraction } from "discord.js";
import type { CallbackOptions } from "./callback.ts";
import { drawMessage } from "./drawing.ts";
import { apiCodeOf, readFailure, whyOf } from "./outcome.ts";
import { drawReply, type Prepared } from "./reply-body.ts";

const editAttempts = 4;
const editPauseMs = 1_000;

const unknownMessage = 10_008;
/** Unknown webhook, invalid webhook token: the quarter of an hour for the answer is over. */
const tokenGone: ReadonlySet<number> = new Set([10_015, 50_027]);
const otherForm: ReadonlySet<number | null> = new Set([50_006, 50_035, 40_005, 50_013, 50_146, 400_001]);

/**
 * Gives the answer after a deferral: into the deferred one (or the component's message), or as a message after it. An
 * edit twice is harmless, and an answer twice is better than none, so that it is repeated when the outcome is unknown.
 * Never rejects.
 */
export async function answerLate(
  options: CallbackOptions,
  interaction: APIInteraction,
  late: { readonly prepared: Prepared; readonly how: "edit" | "message" },
): Promise<void> {
  const { reply } = late.prepared;
  const forms = drawReply(late.prepared);
  let index = 0;
  let failure: unknown = null;
  for (let attempt = 1; attempt <= editAttempts && index < forms.length;) {
    try {
      return await give(options, interaction, { ...late, form: index });
    } catch (error) {
      failure = error;
      const code = apiCodeOf(error);
      if (code === unknownMessage) return; // The person closed it.
      if (code !== null && tokenGone.has(code) && reply?.isPrivate === false)
        return postAnswer(options, interaction, late.prepared);
      if (otherForm.has(code)) {
        options.log("error", "Discord refuses an answer's form; another is given", { why: whyOf(error) });
        index += 1;
        continue;
      }
      const outcome = readFailure(error);
      if (outcome.kind !== "unknown" && outcome.kind !== "wait") break;
      await options.clock.sleep(outcome.kind === "wait" ? outcome.retryAfterMs : editPauseMs * attempt);
      attempt += 1;
    }
  }
  options.log("error", "A deferred answer could not be given", { why: whyOf(failure) });
}

async function give(
  { rest }: CallbackOptions,
  interaction: APIInteraction,
  late: { readonly prepared: Prepared; readonly how: "edit" | "message"; readonly form: number },
): Promise<void> {
  const { application_id, token } = interaction;
  const form = drawReply(late.prepared)[late.form];
  if (form === undefined) return;
  const { body, files } = form;
  if (late.how === "edit") {
    await rest.patch(Routes.webhookMessage(application_id, token, "@original"), { body, files, auth: false });
    return;
  }
  const { reply } = late.prepared;
  const flags = reply === null || reply.isPrivate ? MessageFlags.Ephemeral : 0;
  await rest.post(Routes.webhook(application_id, token), { body: { ...body, flags }, files, auth: false });
}

/** An answer that anybody may see goes into the channel when it is too late for the interaction. */
async function postAnswer(
  options: CallbackOptions,
  interaction: APIInteraction,
  { reply, mentions }: Prepared,
): Promise<void> {
  const channel = interaction.channel?.id ?? interaction.channel_id;
  if (channel === undefined || reply === null) return;
  const drawn = drawMessage(reply.message, "");
  const body = { ...(mentions?.in(drawn) ?? drawn), nonce: interaction.id, enforce_nonce: true };
  await options.rest.post(Routes.channelMessages(channel), { body }).catch((error: unknown) => {
    options.log("error", "A deferred answer could not be given", { why: whyOf(error) });
  });
}
