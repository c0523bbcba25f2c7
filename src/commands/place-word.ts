import type { ChatAddress } from "../model/chat.ts";
import type { Invocation } from "../ports/command.ts";

const shape = /^~(-?)([0-9a-z]{1,14})(?:\.([0-9a-z]{1,8}))?$/u;
const base = 36;

/**
 * One word that stands for a chat of the platform in a button's argument: `~-cs2f4x`, with a topic `~-cs2f4x.5k`. At most 24
 * characters. It is no secret: who uses it must have the right there.
 */
export function placeWord({ channel, thread }: ChatAddress): string {
  const [sign, digits] = channel.startsWith("-") ? ["-", channel.slice(1)] : ["", channel];
  const topic = thread === null ? "" : `.${shorten(thread)}`;
  return `~${sign}${shorten(digits)}${topic}`;
}

/** The chat that a word stands for; null: the word is none of that kind. */
export function readPlaceWord(word: string, platform: string): ChatAddress | null {
  const [, sign = "", digits, topic] = shape.exec(word) ?? [];
  if (digits === undefined) return null;
  return {
    platform,
    channel: `${sign}${lengthen(digits)}`,
    thread: topic === undefined ? null : lengthen(topic),
  };
}

/** The chat that a call is about, by its title, where that is another one or more than is seen where it is made; null: it is about the one where it is made. */
export function otherTitle({
  elsewhere,
  invocation,
  text,
}: {
  readonly elsewhere: string | null;
  readonly invocation: Pick<Invocation, "partOf">;
  readonly text: (key: string) => string;
}): string | null {
  return elsewhere === null ? (invocation.partOf ?? null) : elsewhere || text("other-chat");
}

/** Whether a word can only be meant to name a chat: a name, an id of Telegram's, a mention, a link, or a channel's name as people write it (four letters may be a button's mark of its list). */
export function looksLikePlace(word: string): boolean {
  return /^(?:@[A-Za-z]\w{3,}|-\d{5,}|<#\d+>|#(?![0-9a-z]{4}$)[\p{L}\p{N}_-]*\p{L}[\p{L}\p{N}_-]*|(?:https?:\/\/)?t\.me\/\S+)$/u.test(
    word,
  );
}

function shorten(digits: string): string {
  return BigInt(digits).toString(base);
}

function lengthen(short: string): string {
  let value = 0n;
  for (const letter of short) value = value * BigInt(base) + BigInt(Number.parseInt(letter, base));
  return value.toString();
}
