import type { Subscription } from "../model/subscription.ts";
import type { Reply } from "../ports/command.ts";
import { noRightsPrefix } from "../model/chat.ts";
import { plainReply, type CommandCall } from "./context.ts";
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

/** Whether the chat is told nothing only because the bot may not write there. */
export function isResting({ chat }: Pick<CommandCall, "chat">): boolean {
  return chat?.state === "gone" && chat.reason?.startsWith(noRightsPrefix) === true;
}

/** What is said where a subscription is needed and there is none, or it rests. */
export function notSubscribedReply(call: CommandCall): Reply {
  if (isResting(call)) {
    const title = otherTitle(call);
    return plainReply(
      call,
      title === null ? call.text("status-resting") : call.text("status-resting-of", { title }),
    );
  }
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
