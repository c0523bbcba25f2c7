/** Alerts of short stories, composed for the tests of what they say. */

import { composeAlert } from "../../src/alert/compose.ts";
import { plainText } from "../../src/alert/plain.ts";
import type { Alert } from "../../src/model/alert.ts";
import { Story, event, figure, kyivOfficial, moscowOfficial } from "../ledger/story.ts";

/** The place of most stories here. */
export const kharkiv = ["UA:kharkiv"];

/** Alerts as the chat of a language sees them: the message, and its plain text. */
export function shown(
  alerts: readonly Alert[],
  language: string,
  more: { timeZone?: string; isPossibleRepeat?: boolean } = {},
) {
  const message = composeAlert(alerts, { language, timeZone: "UTC", isPossibleRepeat: false, ...more });
  return { message, text: plainText(message) };
}

/** An exchange whose two sides count differently. */
export async function exchangeStory(): Promise<Story> {
  const story = await Story.begin();
  await story.tell({
    at: "10:00",
    figures: [figure("prisoners.released", "UA", 1265, { by: kyivOfficial })],
    events: [event("exchange", "done")],
  });
  await story.tell({
    at: "11:00",
    figures: [
      figure("prisoners.released", "UA", 1260, { by: moscowOfficial }),
      figure("prisoners.released", "RU", 1260, { by: moscowOfficial }),
    ],
    events: [event("exchange", "done")],
  });
  return story;
}
