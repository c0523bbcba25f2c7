import type { ForceReply, Message as SentMessage, ReplyKeyboardMarkup } from "grammy/types";
import type { ChatAddress } from "../../../src/model/chat.ts";
import type { EditRequest, SendRequest } from "../../../src/ports/chat-platform.ts";
import { callSignal } from "./api.ts";
import type { TelegramApi } from "./api.ts";
import type { Picture, Shown } from "./photos.ts";
import { chatId, messageNumber, placeOf } from "./place.ts";
import type { Drawing } from "./render.ts";
import type { Done, Job, Manner, Run } from "./runner.ts";
import { deadenLinks } from "./visible.ts";

/** A question, drawn. */
export interface Question {
  readonly address: ChatAddress;
  readonly html: string;
  readonly plain: string;
  readonly markup: ForceReply | ReplyKeyboardMarkup;
  readonly replyTo: string | null;
}

/** Where a new message goes, and how. */
export type SendTarget = Pick<SendRequest, "address" | "isLoud" | "replyTo" | "mayCall">;

/** A caption and its picture. */
export interface Pictured {
  readonly drawing: Drawing;
  readonly picture: Picture;
}

/** A message that is edited. */
export interface EditTarget extends Pick<EditRequest, "address" | "mayCall"> {
  readonly messageId: number;
}

/** The part of a form that an edit's picture stands in. */
const editPart = "chart";

/** Each way to show something, as one call. */
export class Calls {
  readonly #api: TelegramApi;
  readonly #run: Run;

  constructor(api: TelegramApi, run: Run) {
    this.#api = api;
    this.#run = run;
  }

  text(target: SendTarget, drawing: Drawing, signal: AbortSignal): Promise<Done> {
    const call = (manner: Manner) =>
      this.#api.calls.sendMessage(
        { ...placeOf(target.address), ...sendOptions(target, manner), ...textFields(drawing, manner) },
        callSignal(signal),
      );
    return this.#run({ ...jobAt(target), drawing, isEdit: false, call }, signal);
  }

  photo(target: SendTarget, { drawing, picture }: Pictured, signal: AbortSignal): Promise<Shown<Done>> {
    const call = (manner: Manner) => {
      const fields = {
        ...placeOf(target.address),
        ...sendOptions(target, manner),
        ...captionFields(drawing, manner),
        ...keyboardField(drawing, manner),
      };
      return picture.kind === "kept"
        ? this.#api.calls.sendPhoto({ ...fields, photo: picture.fileId }, callSignal(signal))
        : this.#api.upload("sendPhoto", { fields, file: { part: "photo", png: picture.png } }, signal);
    };
    return this.#show({ ...jobAt(target), drawing, isEdit: false, call }, picture, signal);
  }

  editedText(target: EditTarget, drawing: Drawing, signal: AbortSignal): Promise<Done> {
    const call = (manner: Manner) =>
      this.#api.calls.editMessageText(
        {
          chat_id: chatId(target.address),
          message_id: target.messageId,
          ...textFields(drawing, manner),
        },
        callSignal(signal),
      );
    return this.#run({ ...jobAt(target), drawing, isEdit: true, call }, signal);
  }

  editedPhoto(target: EditTarget, { drawing, picture }: Pictured, signal: AbortSignal): Promise<Shown<Done>> {
    const { address, messageId } = target;
    const call = (manner: Manner) => {
      const isKept = picture.kind === "kept";
      const media = isKept ? picture.fileId : `attach://${editPart}`;
      const fields = {
        chat_id: chatId(address),
        message_id: messageId,
        media: { type: "photo" as const, media, ...captionFields(drawing, manner) },
        ...keyboardField(drawing, manner),
      };
      return isKept
        ? this.#api.calls.editMessageMedia(fields, callSignal(signal))
        : this.#api.upload(
            "editMessageMedia",
            { fields, file: { part: editPart, png: picture.png } },
            signal,
          );
    };
    return this.#show({ ...jobAt(target), drawing, isEdit: true, call }, picture, signal);
  }

  question({ address, html, plain, markup, replyTo }: Question, signal: AbortSignal): Promise<Done> {
    const drawing = { stored: new Map(), droppedActions: [] };
    const call = (manner: Manner) =>
      this.#api.calls.sendMessage(
        {
          ...placeOf(address),
          ...sendOptions({ address, replyTo, isLoud: true }, manner),
          ...(manner.hasMarkup ? { text: html, parse_mode: "HTML" as const } : { text: plain }),
          reply_markup: markup,
        },
        callSignal(signal),
      );
    return this.#run({ ...jobAt({ address }), drawing, isEdit: false, call }, signal);
  }

  async #show(job: Job, picture: Picture, signal: AbortSignal): Promise<Shown<Done>> {
    const done = await this.#run(job, signal);
    return { result: done, fileId: fileIdOf(done.message), isStale: done.isStale && picture.kind === "kept" };
  }
}

/** Answers to people may be sent by anybody. */
const jobAt = ({
  address,
  mayCall = () => true,
}: Pick<SendTarget, "address" | "mayCall">): Pick<Job, "address" | "mayCall"> => ({ address, mayCall });

/** The words. An edit without its keyboard would lose it, so it is always given. */
function textFields(drawing: Drawing, manner: Manner) {
  const words = manner.hasMarkup
    ? { text: drawing.html, parse_mode: "HTML" as const }
    : { text: deadenLinks(drawing.plain) };
  return { ...words, link_preview_options: { is_disabled: true }, ...keyboardField(drawing, manner) };
}

function captionFields(drawing: Drawing, manner: Manner) {
  return manner.hasMarkup
    ? { caption: drawing.html, parse_mode: "HTML" as const }
    : { caption: deadenLinks(drawing.plain) };
}

function keyboardField({ keyboard }: Drawing, { hasKeyboard }: Manner) {
  return keyboard === null || !hasKeyboard ? {} : { reply_markup: keyboard };
}

function sendOptions({ isLoud, replyTo }: SendTarget, manner: Manner) {
  const message_id = messageNumber(replyTo);
  const isReply = message_id !== null && manner.hasReply;
  return {
    ...(isLoud ? {} : { disable_notification: true }),
    ...(isReply ? { reply_parameters: { message_id, allow_sending_without_reply: true } } : {}),
  };
}

/** The largest of a photo's sizes stands for all of them: https://core.telegram.org/bots/api#photosize */
function fileIdOf(message: SentMessage | null): string | null {
  const sizes = message?.photo ?? [];
  return sizes.at(-1)?.file_id ?? null;
}
