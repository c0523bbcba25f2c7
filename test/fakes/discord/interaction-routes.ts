import { FormCheck, faultOf } from "./fault.ts";
import { objectOf, objectsOf, type Json } from "./forms.ts";
import { checkMessageForm, flagsOf, messageFlags, pingsOf } from "./message-form.ts";
import { editMessage, keepMessage } from "./messages.ts";
import { bodyOf, noContent, ok, type Answer, type Call, type Route } from "./route.ts";
import { drawMessage, type Interaction, type Message } from "./world.ts";

/** interactions/receiving-and-responding: the token dies unless it is answered in time, then lives for follow-ups. */
export const firstResponseMs = 3_000;
const followUpMs = 900_000;

/** Interaction types and callback types. */
export const interactionTypes = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
const callbackTypes = { message: 4, defer: 5, deferUpdate: 6, update: 7, choices: 8, modal: 9 } as const;

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

function checkCallback(interaction: Interaction, type: number, data: Json): void {
  const check = new FormCheck();
  const isAutocomplete = interaction.type === interactionTypes.autocomplete;
  const isUpdate = type === callbackTypes.deferUpdate || type === callbackTypes.update;
  if (!Object.values<number>(callbackTypes).includes(type))
    check.add(["type"], "BASE_TYPE_CHOICES", "Unknown callback type.");
  else if (
    isAutocomplete !== (type === callbackTypes.choices) ||
    (isUpdate && interaction.type !== interactionTypes.component)
  )
    check.add(
      ["type"],
      "INTERACTION_APPLICATION_COMMAND_INVALID_CALLBACK",
      "Not a response to this type of interaction.",
    );
  if (type === callbackTypes.defer && (flagsOf(data) & ~messageFlags.ephemeral) !== 0)
    check.add(["data", "flags"], "BASE_TYPE_CHOICES", "Only EPHEMERAL may be set in a deferred response.");
  if (objectsOf(data["choices"]).length > 25)
    check.add(["data", "choices"], "BASE_TYPE_BAD_LENGTH", "Must be 25 or fewer in length.");
  check.done();
}

function answerMessage(call: Call, interaction: Interaction, data: Json): Message {
  checkMessageForm(data, "create");
  const isEphemeral = (flagsOf(data) & messageFlags.ephemeral) !== 0;
  return keepMessage(call.world, {
    channelId: interaction.channelId,
    body: data,
    replyTo: null,
    nonce: null,
    interactionId: interaction.id,
    pings: isEphemeral ? [] : pingsOf(data, { defaults: ["users"], mayMentionEveryone: false }),
  });
}

/** The interaction of a webhook path. Throws 50027 when the token is dead, 10015 before the first response. */
function openInteraction(call: Call): Interaction {
  if (call.params["application"] !== call.world.applicationId) throw faultOf(10_015);
  const interaction = [...call.world.interactions.values()].find(
    ({ token }) => token === call.params["token"],
  );
  if (interaction === undefined) throw faultOf(50_027);
  if (call.world.clock.now() - interaction.createdAt > followUpMs) throw faultOf(50_027);
  if (interaction.acknowledged === null) throw faultOf(10_015);
  return interaction;
}

function editOriginal(call: Call): Answer {
  const interaction = openInteraction(call);
  const body = bodyOf(call);
  if (interaction.answer?.isDeleted === true) throw faultOf(10_008);
  if (interaction.answer === null) {
    const flags = interaction.acknowledged?.isEphemeral === true ? messageFlags.ephemeral : 0;
    interaction.answer = answerMessage(call, interaction, { ...body, flags: flagsOf(body) | flags });
  } else editMessage(call.world, interaction.answer, body);
  notify(interaction);
  return ok(drawMessage(call.world, interaction.answer));
}

function getOriginal(call: Call): Answer {
  const { answer } = openInteraction(call);
  if (answer === null || answer.isDeleted) throw faultOf(10_008);
  return ok(drawMessage(call.world, answer));
}

function deleteOriginal(call: Call): Answer {
  const { answer } = openInteraction(call);
  if (answer === null) throw faultOf(10_008);
  answer.isDeleted = true;
  return noContent;
}

function followUp(call: Call): Answer {
  const interaction = openInteraction(call);
  // A follow-up straight after a defer edits the deferred answer.
  if (interaction.answer === null) return editOriginal(call);
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
