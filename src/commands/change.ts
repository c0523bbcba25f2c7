import type { Subscription } from "../model/subscription.ts";
import type { Reply } from "../ports/command.ts";
import type { CommandCall } from "./context.ts";
import { otherTitle, placeWord } from "./place-word.ts";

/** Changes what the chat of the call wants, and tells the stages. Null: it is not subscribed, and nothing was changed. */
export async function changeSubscription(
  { chat, context, place }: CommandCall,
  change: Partial<Subscription>,
): Promise<Subscription | null> {
  if (chat === null || chat.state !== "active") return null;
  const subscription = { ...chat.subscription, ...change };
  await context.store.chats.subscribe(place, subscription, context.clock.now());
  context.poke();
  return subscription;
}

/** That the chat of the call is not subscribed; another chat is named. */
export function notSubscribedText(call: CommandCall): string {
  const title = otherTitle(call);
  return title === null
    ? call.text("settings-not-subscribed")
    : call.text("settings-not-subscribed-of", { title });
}

/** What is said where a subscription is needed and there is none. */
export function notSubscribedReply(call: CommandCall): Reply {
  const argument = call.elsewhere === null ? "" : placeWord(call.place);
  return {
    isPrivate: true,
    message: {
      title: notSubscribedText(call),
      blocks: [
        {
          kind: "text",
          text: call.text(
            call.elsewhere === null ? "settings-subscribe-first" : "settings-subscribe-first-of",
          ),
        },
      ],
      actions: [{ command: "subscribe", argument, label: call.text("button-subscribe") }],
      language: call.language,
    },
  };
}
