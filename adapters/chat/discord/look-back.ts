import { Routes } from "discord.js";
import type { REST } from "discord.js";
import { holdsKey } from "./component-id.ts";
import { snowflakeAt } from "./snowflake.ts";

/** Newest first, as many as one call gives. */
const pageSize = 100;
/** A channel where more than this was said since the attempt is not searched further; the nonce is what is left. */
const maxPages = 3;
/** No attempt is looked for longer than this after it. */
const maxAgeMs = 24 * 3_600_000;

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
  readonly signal: AbortSignal;
}

/**
 * The id of our message that carries a delivery's key in a button. Null: not among the channel's recent messages, which
 * proves nothing where the bot may not read the history, for Discord then shows none. Throws what the calls throw.
 */
export async function findByKey(from: LookBack, sought: Sought): Promise<string | null> {
  let before: string | null = null;
  for (let page = 0; page < maxPages; page += 1) {
    const messages = await readPage(from.rest, sought, before);
    const found = messages.find((message) => isSought(message, from.selfId, sought));
    if (found !== undefined) return found.id;
    const last = messages.at(-1);
    if (last === undefined || messages.length < pageSize || isTooOld(last.id, from.now)) return null;
    before = last.id;
  }
  return null;
}

interface Seen {
  readonly id: string;
  readonly authorId: string | null;
  readonly nonce: unknown;
  readonly components: unknown;
}

async function readPage(rest: REST, sought: Sought, before: string | null): Promise<Seen[]> {
  const query = new URLSearchParams({ limit: String(pageSize), ...(before === null ? {} : { before }) });
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
    },
  ];
}

function isSought(message: Seen, selfId: string | null, { key, except }: Sought): boolean {
  if (message.id === except || (selfId !== null && message.authorId !== selfId)) return false;
  return message.nonce === key || holdsKey(message.components, key);
}

function isTooOld(id: string, now: number): boolean {
  return snowflakeAt(id) < now - maxAgeMs;
}
