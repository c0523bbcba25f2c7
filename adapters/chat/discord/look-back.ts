import { createHash } from "node:crypto";
import { Routes } from "discord.js";
import type { REST } from "discord.js";
import type { Message } from "../../../src/model/message.ts";
import type { SendRequest } from "../../../src/ports/chat-platform.ts";
import { heldKey, type HeldKey } from "./component-id.ts";
import { drawComponents } from "./components.ts";
import { drawMessage, drawPlainMessage } from "./drawing.ts";
import { messageLimits } from "./limits.ts";
import { snowflakeAt, snowflakeOf } from "./snowflake.ts";
import { saidIn, wordsIn } from "./words.ts";

/** Newest first, as many as one call gives. */
const pageSize = 100;
/** So many back from the newest message, and so many on from the moment before which there was no attempt: it was soon after that, or just now. */
const maxPages = 3;
/** Where that moment is not known, no attempt is looked for longer than this after it. */
const maxAgeMs = 24 * 3_600_000;
/** Our clock and Discord's, by which messages are numbered, may be apart by so much. */
const clocksApartMs = 120_000;
/** A message without components is told by its words, which may be said again some day. */
const maxWordsAgeMs = 2 * 3_600_000;
/**
 * By words nothing counts from before the first attempt, for the same may have been said then by another message. The clocks' difference is taken as
 * no more than this here: a longer one would lose what is said again soon.
 */
const wordsClocksApartMs = 5_000;

export interface LookBack {
  readonly rest: REST;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Null: not known; then any author's message that holds the key is taken. */
  readonly selfId: string | null;
}

export interface Sought {
  readonly channel: string;
  readonly key: string;
  /** The message that the sought one replies to, which is never the sought one; null: none. */
  readonly except: string | null;
  /** What was to be sent. */
  readonly message: Message;
  /** What it is to show, as in `SendRequest`. */
  readonly revision: number | undefined;
  /** As in `SendRequest`; undefined: not known. */
  readonly sinceAt: number | undefined;
  readonly signal: AbortSignal;
}

/** A message that an earlier attempt left. */
export interface Found extends HeldKey {
  readonly id: string;
}

/** Only a message of an earlier attempt was wanted, and there is none. */
export class NeverArrived extends Error {
  constructor() {
    super("no earlier attempt is found");
  }
}

/** What a look back came to. */
export interface LookedBack {
  readonly found: Found | null;
  /** False: more was said in the channel than was looked at, and the message may be among that. */
  readonly isWhole: boolean;
}

/**
 * Our message that carries a delivery's key in a component, or that has none and says just what it says without: it may have none to have, or was sent bare
 * because Discord refused its form. That none is found
 * proves nothing where the bot may not read the history, for Discord then shows none. Throws what the calls throw.
 */
export async function findByKey(from: LookBack, sought: Sought): Promise<LookedBack> {
  // Put right since, our clock does not tell where to look.
  const sinceAt = sought.sinceAt === undefined || sought.sinceAt > from.now ? null : sought.sinceAt;
  const wordsFromAt = Math.max(from.now - maxWordsAgeMs, (sinceAt ?? -Infinity) - wordsClocksApartMs);
  const words = { said: wordsOf(sought), fromAt: wordsFromAt };
  const foundIn = (messages: readonly Seen[]): Found | null => {
    for (const message of messages) {
      const held = heldIn(message, from, { ...sought, words });
      if (held !== null) return { id: message.id, ...held };
    }
    return null;
  };
  const firstAt = sinceAt === null ? from.now - maxAgeMs : sinceAt - clocksApartMs;
  let before: string | null = null;
  for (let page = 0; page < maxPages; page += 1) {
    const messages = await readPage(from.rest, sought, before === null ? {} : { before });
    const found = foundIn(messages);
    const last = messages.at(-1);
    const isWhole = last === undefined || messages.length < pageSize || snowflakeAt(last.id) < firstAt;
    if (found !== null || isWhole) return { found, isWhole };
    before = last.id;
  }
  if (sinceAt === null) return { found: null, isWhole: false };
  let after = snowflakeOf(firstAt);
  for (let page = 0; page < maxPages; page += 1) {
    const messages = await readPage(from.rest, sought, { after });
    const found = foundIn(messages);
    const first = messages[0];
    if (found !== null || first === undefined || BigInt(first.id) >= BigInt(before ?? "0"))
      return { found, isWhole: true };
    after = first.id;
  }
  return { found: null, isWhole: false };
}

/**
 * The key, or what stands for it where it is too long: cutting it would make two keys one, and lose a message. One that is made anew has another: Discord refuses
 * that of a message that is deleted (10008).
 */
export function nonceOf({ key, isAnew = false }: Pick<SendRequest, "key" | "isAnew">): string {
  return shortened(isAnew ? `${key}-g` : key);
}

function shortened(key: string): string {
  if (key.length <= messageLimits.nonce) return key;
  return createHash("sha256").update(key).digest("base64url").slice(0, messageLimits.nonce);
}

interface Seen {
  readonly id: string;
  readonly authorId: string | null;
  readonly nonce: unknown;
  readonly components: unknown;
  readonly words: string;
}

/** What tells a message without components. */
interface Words {
  readonly said: ReadonlySet<string>;
  /** No message from before it is told by them, epoch milliseconds. */
  readonly fromAt: number;
}

/** All that the message may say, in its forms without components. */
function wordsOf({ message, key }: Sought): ReadonlySet<string> {
  const isBareOnly = drawComponents(message, key).length > 0;
  const pictures = message.chart === undefined ? [null] : [null, "picture"];
  const drawn = pictures.flatMap((picture) => [
    ...(isBareOnly ? [] : [drawMessage(message, key, { picture })]),
    drawPlainMessage(message, null, { picture }),
  ]);
  return new Set(drawn.map(wordsIn));
}

/** Newest first, whichever way it goes. */
async function readPage(
  rest: REST,
  sought: Sought,
  where: { readonly before?: string; readonly after?: string },
): Promise<Seen[]> {
  const query = new URLSearchParams({ limit: String(pageSize), ...where });
  const answer: unknown = await rest.get(Routes.channelMessages(sought.channel), {
    query,
    signal: sought.signal,
  });
  return Array.isArray(answer) ? answer.flatMap(readSeen) : [];
}

function readSeen(message: unknown): Seen[] {
  if (typeof message !== "object" || message === null) return [];
  const id: unknown = Reflect.get(message, "id");
  if (typeof id !== "string") return [];
  const author: unknown = Reflect.get(message, "author");
  const authorId: unknown = typeof author === "object" && author !== null ? Reflect.get(author, "id") : null;
  return [
    {
      id,
      authorId: typeof authorId === "string" ? authorId : null,
      nonce: Reflect.get(message, "nonce"),
      components: Reflect.get(message, "components"),
      words: wordsIn(saidIn(message)),
    },
  ];
}

/** Null: it is not the sought one. */
function heldIn(
  message: Seen,
  { selfId }: LookBack,
  { key, except, words, revision }: Sought & { readonly words: Words },
): HeldKey | null {
  if (message.id === except || (selfId !== null && message.authorId !== selfId)) return null;
  const held = heldKey(message.components, key);
  if (held !== null) return held;
  if ([false, true].some((isAnew) => message.nonce === nonceOf({ key, isAnew }))) return {};
  // One with components tells by them that it is another one.
  if (Array.isArray(message.components) && message.components.length > 0) return null;
  if (!words.said.has(message.words) || snowflakeAt(message.id) < words.fromAt) return null;
  return revision === undefined ? {} : { revision };
}
