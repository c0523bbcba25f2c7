import type { QuestionStore } from "../../../src/ports/question-store.ts";
import { readCallbackData } from "./keyboard.ts";
import type { StoredButton } from "./keyboard.ts";
import { platformName } from "./limits.ts";

/** Keeps what buttons stand for where their 64 bytes do not hold it: https://core.telegram.org/bots/api#inlinekeyboardbutton */
export interface Buttons {
  /** Before the message goes out: no button may be pressed that nothing is known of. Throws what the store throws. */
  keep(stored: ReadonlyMap<string, StoredButton>): Promise<void>;
  /** What data from outside stand for; null: nothing of ours. */
  read(data: string): Promise<StoredButton | null>;
}

/** Keys that this process knows to be kept: the buttons of all alerts in three languages are far fewer. */
const maxKnown = 10_000;

/** Over the store of questions. */
export function createButtons(questions: QuestionStore): Buttons {
  const known = new Set<string>();
  return {
    async keep(stored) {
      for (const [key, button] of stored) {
        if (known.has(key)) continue;
        await questions.saveButton(platformName, key, JSON.stringify(button));
        const [oldest] = known;
        if (known.size >= maxKnown && oldest !== undefined) known.delete(oldest);
        known.add(key);
      }
    },
    async read(data) {
      const read = readCallbackData(data);
      if (read.kind === "command") {
        const { command, argument } = read;
        return { command: command.toLowerCase(), argument: argument.trim(), ask: null };
      }
      const body = await questions.button(platformName, read.key);
      if (body === null) return null;
      const button = JSON.parse(body) as StoredButton;
      const argument = [button.argument, read.rest.trim()].filter((part) => part !== "").join(" ");
      return { ...button, argument };
    },
  };
}
