import type { RateLimit } from "../../../src/ports/chat-platform.ts";
import type { ChatAddress } from "../../../src/model/chat.ts";

/** The platform's name in addresses. */
export const platformName = "telegram";

/**
 * Telegram's published limits on sending, read 2026-11-25 at https://core.telegram.org/bots/faq
 * ("My bot is hitting limits, how do I avoid this?"). The exact ones are unpublished and may change;
 * whatever these say, a 429 is obeyed. Edits are held to the group row as well: about 20 a minute and
 * group, https://grammy.dev/advanced/flood.
 */
export const rateLimits: readonly RateLimit[] = [
  { scope: "all", max: 30, perMs: 1_000 },
  { scope: "chat", max: 1, perMs: 1_000 },
  { scope: "group", max: 20, perMs: 60_000 },
];

/**
 * Limits on one message, read 2026-11-25.
 * `characters`: code points after parsing, https://core.telegram.org/bots/api#sendmessage.
 * `captionCharacters`: likewise, of photos, https://core.telegram.org/bots/api#sendphoto.
 * `htmlBytes`: the server refuses more than 32,768 bytes before parsing (tdlib/telegram-bot-api, get_formatted_text).
 * `entities`: those beyond 100 are dropped silently; `entityBytes`: about 9.5 KB, else ENTITIES_TOO_LONG
 * (https://github.com/rubenlagus/TelegramBots/issues/854); kept a little under.
 * `callbackBytes`: https://core.telegram.org/bots/api#inlinekeyboardbutton.
 * `buttons` and `buttonsPerRow`: more are dropped by the server's library (tdlib/td, ReplyMarkup).
 */
export const messageLimits = {
  characters: 4_096,
  captionCharacters: 1_024,
  htmlBytes: 32_000,
  entities: 100,
  entityBytes: 9_200,
  callbackBytes: 64,
  buttons: 100,
  buttonsPerRow: 8,
  urlLength: 2_048,
} as const;

/** Only what is handled is asked for: https://core.telegram.org/bots/api#getupdates */
export const allowedUpdates = [
  "message",
  "channel_post",
  "callback_query",
  "inline_query",
  "my_chat_member",
] as const;

/** Whether the minute limit of groups holds: groups, supergroups and channels have negative ids. */
export function isGroupAddress(address: ChatAddress): boolean {
  return address.channel.startsWith("-");
}
