import type { Log } from "../../../src/log.ts";
import { messageOf } from "../../../src/errors.ts";
import type { Message } from "../../../src/model/message.ts";
import type { PendingUpdate, UpdateStore } from "../../../src/ports/update-store.ts";
import { platformName } from "./limits.ts";
import type { Sender } from "./send.ts";
import type { Text } from "./texts.ts";

/** What answers to an update are sent with. */
export interface AnswersToParts {
  readonly sender: Sender;
  readonly updates: Pick<UpdateStore, "noteAnswering">;
  readonly text: Text;
  readonly log: Log;
}

/**
 * Sends the answers to one update. That there are any is written down before the first: an update counts as handled only after them, so a kill in between has it
 * handled once more, and what is answered then says that it may be a repeat. Telegram has nothing to look for the first answer by.
 */
export function answersTo(
  { id, mayBeAnswered }: Pick<PendingUpdate, "id" | "mayBeAnswered">,
  { sender, updates, text, log }: AnswersToParts,
): Sender {
  let noting: Promise<void> | null = null;
  const noted = (): Promise<void> =>
    (noting ??= updates.noteAnswering(platformName, id).catch((error: unknown) => {
      const why = messageOf(error);
      log("warn", "telegram: an answer could not be written down; a restart may repeat it unmarked", { why });
    }));
  const marked = (message: Message): Message =>
    mayBeAnswered === true
      ? {
          ...message,
          blocks: [...message.blocks, { kind: "note", text: text(message.language, "note-repeat") }],
        }
      : message;
  return {
    ...sender,
    async send(request, signal) {
      // No call is begun any more.
      if (!signal.aborted) await noted();
      return sender.send({ ...request, message: marked(request.message) }, signal);
    },
  };
}
