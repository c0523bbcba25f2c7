import { InteractionResponseType, InteractionType, MessageFlags } from "discord.js";
import type { APIInteraction, RawFile } from "discord.js";
import type { Reply } from "../../../src/ports/command.ts";
import { readComponentId } from "./component-id.ts";
import { drawMessage, drawPlainMessage, type DiscordMessage } from "./drawing.ts";
import type { CommandMentions } from "./mentions.ts";
import type { Picture } from "./picture.ts";
import { isOwnChat } from "./place.ts";

/** What an answer is made of. `reply` null: the command broke without one. */
export interface Prepared {
  readonly reply: Reply | null;
  readonly picture: Picture | null;
  /** Absent: commands are named as they are called. */
  readonly mentions?: CommandMentions;
}

/** A body of a call, with the files that go with it. */
export interface Payload {
  readonly body: object;
  readonly files: RawFile[];
}

/** A command that broke without an answer is still answered, in no language. */
const broken = { content: "⚠️", embeds: [], components: [], allowed_mentions: { parse: [] } };

/** An answer in its forms, the richest first; the next one is for when Discord refuses that. */
export function drawReply({ reply, picture, mentions }: Prepared): readonly Payload[] {
  const dressed = (message: DiscordMessage): DiscordMessage => mentions?.in(message) ?? message;
  if (reply === null) return [{ body: broken, files: [] }];
  const rich = (shown: Picture | null): Payload => ({
    body: {
      ...dressed(drawMessage(reply.message, "", { picture: shown?.attachment.filename ?? null })),
      attachments: shown === null ? [] : [shown.attachment],
    },
    files: shown === null ? [] : [shown.file],
  });
  const plain = { body: { ...dressed(drawPlainMessage(reply.message)), attachments: [] }, files: [] };
  return [...(picture === null ? [] : [rich(picture)]), rich(null), plain];
}

/** The message whose component was used. */
export interface Origin {
  /** The delivery that it is; "" for an answer to a command. */
  readonly key: string;
  readonly isEphemeral: boolean;
  readonly isDirect: boolean;
}

/** Null: no message's component was used. */
export function originOf(interaction: APIInteraction): Origin | null {
  if (
    interaction.type !== InteractionType.MessageComponent &&
    interaction.type !== InteractionType.ModalSubmit
  )
    return null;
  const use = readComponentId(interaction.data.custom_id);
  if (use === null || interaction.message === undefined) return null;
  const flags = interaction.message.flags ?? 0;
  return {
    key: use.key,
    isEphemeral: (flags & MessageFlags.Ephemeral) !== 0,
    isDirect: isOwnChat(interaction),
  };
}

/** Whether the answer takes the message's place: never that of an alert, and what is one person's never that of what all see. */
export function isInPlace(reply: Reply | null, origin: Origin | null): boolean {
  if (reply?.isInPlace !== true || origin === null || origin.key !== "") return false;
  return !reply.isPrivate || origin.isEphemeral || origin.isDirect;
}

/** First answers, the best first. */
export function firstAnswers(prepared: Prepared, origin: Origin | null): readonly Payload[] {
  const { reply } = prepared;
  const drawn = drawReply(prepared);
  const flags = reply === null || reply.isPrivate ? MessageFlags.Ephemeral : 0;
  const anew = drawn.map(({ body, files }) => ({
    body: { type: InteractionResponseType.ChannelMessageWithSource, data: { ...body, flags } },
    files,
  }));
  if (!isInPlace(reply, origin)) return anew;
  const inPlace = drawn.map(({ body, files }) => ({
    body: { type: InteractionResponseType.UpdateMessage, data: body },
    files,
  }));
  // An update in answer to a form is documented for components only, so that a new message stands behind it.
  return [...inPlace.slice(0, 1), ...anew];
}

/** What the answer will be is not known yet, so that it is kept private: the first response decides that for good. */
const loading: Payload = {
  body: {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: { flags: MessageFlags.Ephemeral },
  },
  files: [],
};
const silently: Payload = { body: { type: InteractionResponseType.DeferredMessageUpdate }, files: [] };

/** Deferrals, the best first. `isUpdate`: the message of the component is what can be edited then. */
export function deferrals(
  origin: Origin | null,
): readonly { readonly payload: Payload; readonly isUpdate: boolean }[] {
  const anew = { payload: loading, isUpdate: false };
  return origin === null || origin.key !== "" ? [anew] : [{ payload: silently, isUpdate: true }, anew];
}

/** For what calls nothing: the component keeps its place, and a form is told that it was in vain. */
export function nothingToDo(interaction: APIInteraction): readonly Payload[] {
  return interaction.type === InteractionType.MessageComponent
    ? [silently]
    : firstAnswers({ reply: null, picture: null }, null);
}
