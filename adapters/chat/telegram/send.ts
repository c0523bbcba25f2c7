import type { Clock } from "../../../src/clock.ts";
import type { Chart } from "../../../src/model/chart.ts";
import type { EditRequest, SendOutcome, SendRequest } from "../../../src/ports/chat-platform.ts";
import type { TelegramApi } from "./api.ts";
import { Calls } from "./calls.ts";
import type { Question } from "./calls.ts";
import { Followers, type FollowerParts } from "./followers.ts";
import { messageLimits } from "./limits.ts";
import type { Photos } from "./photos.ts";
import { messageNumber } from "./place.ts";
import { drawCaption, drawMessage, drawWithoutChart } from "./render.ts";
import type { Caller } from "./flood.ts";
import { createRunner } from "./runner.ts";
import type { RunnerParts } from "./runner.ts";
import { codePoints } from "./visible.ts";

/** `CHAT_SEND_PHOTOS_FORBIDDEN`, `CHAT_SEND_MEDIA_FORBIDDEN`, "not enough rights to send photos to the chat": unofficial, see `outcome.ts`. */
const isAboutPictures = /photo|media/iu;

/** What sending needs. `commands`: names that may be tapped in our own texts. */
export interface SenderParts extends RunnerParts {
  readonly api: TelegramApi;
  readonly photos: Photos;
  readonly clock: Clock;
  readonly commands: ReadonlySet<string>;
}

/** The sending half: each call is made once, and its end is told. */
export interface Sender {
  send(request: SendRequest, signal: AbortSignal): Promise<SendOutcome>;
  edit(request: EditRequest, signal: AbortSignal): Promise<SendOutcome>;
  ask(question: Question, signal: AbortSignal): Promise<SendOutcome>;
  /** Resolves when no picture is on its way behind its words. */
  settled(): Promise<void>;
}

/**
 * The sender of alerts, or of answers. A message with a chart is a photo with the words as its caption where they fit one; longer words are a message of
 * their own, and the photo follows: how the words ended is told at once, whatever becomes of it. Where no picture can be drawn or
 * sent the chart's words stand in its place.
 */
export function createSender(parts: SenderParts, caller: Caller): Sender {
  const { photos, commands } = parts;
  const show = new Calls(parts.api, createRunner(parts, caller));
  const follower = caller === "answers" ? "answers" : "photos";
  const turn: FollowerParts["turn"] = (address, signal) =>
    follower === "answers" ? parts.pace.turn(address, signal) : parts.pace.photoTurn(address, signal);
  const followers = new Followers(new Calls(parts.api, createRunner(parts, follower)), { ...parts, turn });

  const sendChart = async (request: SendRequest, chart: Chart, signal: AbortSignal): Promise<SendOutcome> => {
    const words = drawMessage(request.message, commands);
    const isShort = codePoints(words.plain) <= messageLimits.captionCharacters;
    if (isShort) {
      const done = await photos.show(chart, (picture) =>
        show.photo(request, { drawing: drawCaption(request.message, commands), picture }, signal),
      );
      if (done !== null && !isUnshowable(done.outcome)) return done.outcome;
    } else if (await photos.has(chart)) {
      const { outcome } = await show.text(request, words, signal);
      // Not awaited: a photo that hangs must not leave open whether the words have arrived.
      if (outcome.kind === "sent") followers.send(request, outcome.messageId, { chart, signal });
      return outcome;
    }
    return (await show.text(request, drawWithoutChart(request.message, commands), signal)).outcome;
  };

  return {
    async send(request, signal) {
      const { message } = request;
      if (message.chart !== undefined) return sendChart(request, message.chart, signal);
      return (await show.text(request, drawMessage(message, commands), signal)).outcome;
    },
    async edit(request, signal) {
      const { message, messageId } = request;
      const number = messageNumber(messageId);
      if (number === null) return { kind: "message-gone", why: "not a message id" };
      const target = { ...request, messageId: number };
      const { chart } = message;
      const words = drawWithoutChart(message, commands);
      const isShort = codePoints(drawMessage(message, commands).plain) <= messageLimits.captionCharacters;
      const pictured =
        chart === undefined || !isShort
          ? null
          : await photos.show(chart, (picture) =>
              show.editedPhoto(target, { drawing: drawCaption(message, commands), picture }, signal),
            );
      const isShown = pictured !== null && !isUnshowable(pictured.outcome);
      const { outcome } = isShown ? pictured : await show.editedText(target, words, signal);
      return outcome.kind === "sent" ? { kind: "sent", messageId } : outcome;
    },
    settled: () => followers.settled(),
    ask: async (question, signal) => (await show.question(question, signal)).outcome,
  };
}

/** A picture that may not be sent there, or that Telegram does not take: words may. Where nothing may be sent, words would be a call in vain. */
function isUnshowable(outcome: SendOutcome): boolean {
  return outcome.kind === "refused" || (outcome.kind === "no-rights" && isAboutPictures.test(outcome.why));
}
