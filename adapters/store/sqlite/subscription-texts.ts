import { completeSubscription, type Subscription } from "../../../src/model/subscription.ts";

/** Texts that are kept decoded, and as many that were in use before them. What a text says never changes. */
const kept = 10_000;

let known = new Map<string, Subscription>();
let older: ReadonlyMap<string, Subscription> = new Map();

/**
 * The subscription that a column's text says, the same object for the same text: most chats want the same, one alert after the other, and to decode it
 * takes as long as to find its row.
 */
export function subscriptionOf(text: string): Subscription {
  const found = known.get(text);
  if (found !== undefined) return found;
  const subscription = older.get(text) ?? completeSubscription(JSON.parse(text));
  if (known.size >= kept) {
    older = known;
    known = new Map();
  }
  known.set(text, subscription);
  return subscription;
}
