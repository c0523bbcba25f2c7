import type { Alert } from "../model/alert.ts";
import type { Message } from "../model/message.ts";
import type { ComposeOptions } from "./compose.ts";

type Compose = (alerts: readonly Alert[], options: ComposeOptions) => Message;

/** Messages kept for one alert: three languages, the zones that most chats live in. */
const maxKept = 64;

/**
 * `compose`, but each message is made once: a hundred thousand chats are told one alert in a few dozen wordings. What was made
 * is kept as long as its newest alert is held by whoever asks, and the same message is the same object. Alerts never change;
 * those that were not stored yet have no number to be told apart by and are composed each time, as is what points to one chat's message.
 */
export function composeOnce(compose: Compose): Compose {
  const made = new WeakMap<Alert, Map<string, Message>>();
  return (alerts, options) => {
    const newest = alerts.at(-1);
    const isOneChats = options.pointsTo !== undefined;
    if (newest === undefined || isOneChats || alerts.some(({ seq }) => seq === null))
      return compose(alerts, options);
    const { language, timeZone, isPossibleRepeat, isNumbered = false } = options;
    const key = [language, timeZone, isPossibleRepeat, isNumbered, ...alerts.map(({ seq }) => seq)].join(" ");
    const ofNewest = made.get(newest) ?? new Map<string, Message>();
    const known = ofNewest.get(key);
    if (known !== undefined) return known;
    const message = compose(alerts, options);
    if (ofNewest.size >= maxKept) ofNewest.clear();
    ofNewest.set(key, message);
    made.set(newest, ofNewest);
    return message;
  };
}
