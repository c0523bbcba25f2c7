import { checkCallback, callbackTypes } from "./callback-form.ts";
import { drawMessage } from "./drawn.ts";
import { faultOf } from "./fault.ts";
import { objectOf, objectsOf, type Json } from "./forms.ts";
import { checkMessageForm, flagsOf, messageFlags, pingsOf } from "./message-form.ts";
import { editMessage, keepMessage } from "./messages.ts";
import { bodyOf, noContent, ok, sentOf, type Answer, type Call, type Route } from "./route.ts";
import { attachmentsOf } from "./upload.ts";
import type { Interaction, Message } from "./world.ts";

/** interactions/receiving-and-responding: the token dies unless it is answered in time, then lives for follow-ups. */
export const firstResponseMs = 3_000;
const followUpMs = 900_000;
/** Where only a person has the application. */
const maxPersonsFollowUps = 5;

function callBack(call: Call): Answer {
  const interaction = call.world.interactions.get(call.params["interaction"] ?? "");
  if (interaction === undefined || interaction.token !== call.params["token"]) throw faultOf(10_062);
  if (interaction.acknowledged !== null) throw faultOf(40_060);
  if (call.world.clock.now() - interaction.createdAt > firstResponseMs) throw faultOf(10_062);
  const body = bodyOf(call);
  const type = Number(body["type"]);
  const data = objectOf(body["data"]) ?? {};
  checkCallback(interaction, type, data);
  if (type === callbackTypes.message) interaction.answer = answerMessage(call, interaction, data);
  if (type === callbackTypes.choices) interaction.choices = objectsOf(data["choices"]);
  if (type === callbackTypes.modal) interaction.form = data;
  if (type === callbackTypes.update && interaction.origin !== null)
    interaction.answer = editMessage(call.world, interaction.origin, { body: data, uploads: call.uploads });
  interaction.acknowledged = {
    type,
    at: call.world.clock.now(),
    isEphemeral: (flagsOf(data) & messageFlags.ephemeral) !== 0,
  };
  notify(interaction);
  return call.query.get("with_response") === "true"
    ? ok({ interaction: { id: interaction.id, type: interaction.type } })
    : noContent;
}

function answerMessage(call: Call, interaction: Interaction, data: Json): Message {
  checkMessageForm(data, call.uploads.length > 0 ? "edit" : "create");
  const isEphemeral = (flagsOf(data) & messageFlags.ephemeral) !== 0;
  return keepMessage(call.world, {
    channelId: interaction.channelId,
    body: data,
    attachments: attachmentsOf(call.world, data, { uploads: call.uploads, before: [] }),
    replyTo: null,
    nonce: null,
    interactionId: interaction.id,
    pings: isEphemeral
      ? []
      : pingsOf(data, { defaults: ["users"], mayMentionEveryone: false, roles: new Set() }),
  });
}

/** The interaction of a webhook path. Throws 50027 when the token is dead, 10015 before the first response. */
function openInteraction(call: Call): Interaction {
  if (call.params["application"] !== call.world.applicationId) throw faultOf(10_015);
  const interaction = call.world.byToken.get(call.params["token"] ?? "");
  if (interaction === undefined) throw faultOf(50_027);
  if (call.world.clock.now() - interaction.createdAt > followUpMs) throw faultOf(50_027);
  if (interaction.acknowledged === null) throw faultOf(10_015);
  return interaction;
}

/** After a deferred or immediate update the original is the component's message. */
function isUpdate({ acknowledged }: Interaction): boolean {
  return acknowledged?.type === callbackTypes.deferUpdate || acknowledged?.type === callbackTypes.update;
}

function originalOf(interaction: Interaction): Message | null {
  return isUpdate(interaction) ? interaction.origin : interaction.answer;
}

function editOriginal(call: Call): Answer {
  const interaction = openInteraction(call);
  const body = bodyOf(call);
  const original = originalOf(interaction);
  if (original?.isDeleted === true) throw faultOf(10_008);
  if (original === null) {
    const flags = interaction.acknowledged?.isEphemeral === true ? messageFlags.ephemeral : 0;
    interaction.answer = answerMessage(call, interaction, { ...body, flags: flagsOf(body) | flags });
  } else interaction.answer = editMessage(call.world, original, sentOf(call));
  notify(interaction);
  return ok(drawMessage(call.world, interaction.answer));
}

function getOriginal(call: Call): Answer {
  const original = originalOf(openInteraction(call));
  if (original === null || original.isDeleted) throw faultOf(10_008);
  return ok(drawMessage(call.world, original));
}

function deleteOriginal(call: Call): Answer {
  const original = originalOf(openInteraction(call));
  if (original === null) throw faultOf(10_008);
  original.isDeleted = true;
  return noContent;
}

function followUp(call: Call): Answer {
  const interaction = openInteraction(call);
  // A follow-up straight after a defer edits the deferred answer.
  if (interaction.acknowledged?.type === callbackTypes.defer && interaction.answer === null)
    return editOriginal(call);
  if (interaction.isOnlyPersons && interaction.followUps.length >= maxPersonsFollowUps) throw faultOf(40_094);
  const message = answerMessage(call, interaction, bodyOf(call));
  interaction.followUps.push(message);
  notify(interaction);
  return ok(drawMessage(call.world, message));
}

function notify(interaction: Interaction): void {
  for (const watcher of interaction.watchers) watcher();
}

const byToken = { needsBot: false, major: ["application", "token"], allowance: "webhook" } as const;
const original = "/webhooks/:application/:token/messages/@original";

/** First responses, which have no bucket, and the webhook that follows. */
export const interactionRoutes: readonly Route[] = [
  {
    needsBot: false,
    major: [],
    allowance: null,
    method: "POST",
    path: "/interactions/:interaction/:token/callback",
    handle: callBack,
  },
  { ...byToken, method: "GET", path: original, handle: getOriginal },
  { ...byToken, method: "PATCH", path: original, handle: editOriginal },
  { ...byToken, method: "DELETE", path: original, handle: deleteOriginal },
  { ...byToken, method: "POST", path: "/webhooks/:application/:token", handle: followUp },
];
