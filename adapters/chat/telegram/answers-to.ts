import { setImmediate as nextRound } from "node:timers/promises";
import type { Log } from "../../../src/log.ts";
import { messageOf } from "../../../src/errors.ts";
import type { Message } from "../../../src/model/message.ts";
import type { PendingUpdate, UpdateStore } from "../../../src/ports/update-store.ts";
import { platformName } from "./limits.ts";
import type { Sender } from "./send.ts";
import type { Text } from "./texts.ts";

/** Writes down that an update is about to be answered; never rejects. */
export type NoteAnswering = (id: number) => Promise<void>;

/** All updates that are about to be answered in one turn of the event loop are written down at once: a write of its own for each command would halve how many can be answered. */
export function createNotes(updates: Pick<UpdateStore, "noteAnswering">, log: Log): NoteAnswering {
  let ids: number[] = [];
  let writing: Promise<void> | null = null;
  const write = async (): Promise<void> => {
    await nextRound();
    const due = ids;
    ids = [];
    writing = null;
    await updates.noteAnswering(platformName, due).catch((error: unknown) => {
      const why = messageOf(error);
      log("warn", "telegram: answers could not be written down; a restart may repeat them unmarked", { why });
    });
  };
  return async (id) => {
    ids.push(id);
    await (writing ??= write());
  };
}

/** What answers to an update are sent with. */
export interface AnswersToParts {
  readonly sender: Sender;
  readonly note: NoteAnswering;
  readonly text: Text;
}

/**
 * Sends the answers to one update. That there are any is written down before the first: an update counts as handled only after them, so a kill in between has it
 * handled once more, and what is answered then says that it may be a repeat. Telegram has nothing to look for the first answer by.
 */
export function answersTo(
  { id, mayBeAnswered }: Pick<PendingUpdate, "id" | "mayBeAnswered">,
  { sender, note, text }: AnswersToParts,
): Sender {
  let noting: Promise<void> | null = null;
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
      if (!signal.aborted) await (noting ??= note(id));
      return sender.send({ ...request, message: marked(request.message) }, signal);
    },
  };
}
