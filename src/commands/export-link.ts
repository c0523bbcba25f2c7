import type { ChatAddress } from "../model/chat.ts";
import type { Reply } from "../ports/command.ts";
import { plainReply, type CommandCall } from "./context.ts";
import { placeWord, readPlaceWord } from "./place-word.ts";

/** What a link of Telegram can carry: no `~` and no `.`. */
const payloadShape = /^e-(-?[0-9a-z]{1,14})(?:_([0-9a-z]{1,8}))?$/u;

/** The payload of /start that leads to what is stored about a chat: `e--cs2f4x`, with a topic `e--cs2f4x_5k`. */
function exportPayload(place: ChatAddress): string {
  return `e-${placeWord(place).slice(1).replace(".", "_")}`;
}

/** The word of the chat that such a payload names; null: it is another payload. */
export function readExportPayload(payload: string, platform: string): string | null {
  const [, chat, topic] = payloadShape.exec(payload) ?? [];
  if (chat === undefined) return null;
  const word = topic === undefined ? `~${chat}` : `~${chat}.${topic}`;
  return readPlaceWord(word, platform) === null ? null : word;
}

/** In place of the data, where all members would read them: the way to the private chat. */
export function exportLinkReply(call: CommandCall): Reply {
  const payload = exportPayload(call.place);
  const link = call.context.linkTo?.(call.place.platform, payload) ?? null;
  return {
    isPrivate: true,
    message: {
      title: call.text("export-in-private"),
      blocks: [
        link === null
          ? { kind: "text", text: `/start ${payload}` }
          : { kind: "list", items: [{ text: link, link: { label: link, url: link } }] },
      ],
      actions: [],
      language: call.language,
    },
  };
}

/** What the link leads to: nothing is shown before who followed it asks for it, which is when their rights there are looked at again. */
export async function exportOffer(call: CommandCall, word: string): Promise<Reply> {
  const { invocation } = call;
  const { user, address } = invocation;
  const place = readPlaceWord(word, address.platform);
  if (place === null || (await user.isChatAdmin(place)) !== true)
    return plainReply(call, call.text("refused-other-chat"));
  const title = (await invocation.titleOf?.(place)) ?? call.text("other-chat");
  return {
    isPrivate: true,
    message: {
      title: call.text("settings-page-of", { label: call.text("command-export"), title }),
      blocks: [],
      actions: [{ command: "export", argument: word, label: call.text("button-export") }],
      language: call.language,
    },
  };
}
