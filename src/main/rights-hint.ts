import { textsOf } from "../languages/texts.ts";
import type { ChatAddress } from "../model/chat.ts";
import type { Message } from "../model/message.ts";
import type { MissingRight } from "../ports/command.ts";
import type { Store } from "../ports/store.ts";

/** Words for who administers a chat's server: what is lacking there, and what to do then; in the chat's language. Null: nobody subscribed it. */
export async function rightsHint(
  lost: { readonly address: ChatAddress; readonly title: string; readonly missing: readonly MissingRight[] },
  { chats }: Pick<Store, "chats">,
): Promise<Message | null> {
  const chat = await chats.find(lost.address);
  if (chat === null) return null;
  const { language } = chat.subscription;
  const texts = textsOf(language);
  const rights = lost.missing.map((right) => texts.text(`right-${right}`)).join(", ");
  const lines = [
    ...(rights === "" ? [] : [texts.text("rights-missing-send", { rights })]),
    texts.text("rights-lost-again"),
  ];
  return {
    title: texts.text("rights-lost", { title: lost.title }),
    blocks: lines.map((text) => ({ kind: "text", text })),
    actions: [],
    language,
  };
}
