import { SourceError } from "../errors.ts";
import type { Source } from "../model/source.ts";
import { checkUrl } from "../model/web-address.ts";
import { addressOfWord, channelAt } from "./channel-address.ts";
import type { SourceStore } from "../ports/source-store.ts";

/** What an admin may say of a source, in their own words: unchecked. What is absent is left as it is. */
export interface SourceWords {
  readonly url?: string;
  /** A registered source kind; absent: what the address suggests. */
  readonly kind?: string;
  readonly name?: string;
  /** A language tag, or `none`: to be detected for each item. */
  readonly lang?: string;
  /** A party, or `none`. */
  readonly side?: string;
  readonly urgent?: boolean;
  readonly stateControlled?: boolean;
  readonly article?: boolean;
  /** On its reliability, for admins; "" takes it away. */
  readonly note?: string;
}

/** What the configuration allows. */
export interface SourceRules {
  /** ALLOW_PRIVATE_SOURCES. */
  readonly allowPrivate: boolean;
  /** Exact origins that are allowed though they are private. Absent: none. */
  readonly allowOrigins?: readonly string[];
}

const NONE = "none";
const MAX_NAME = 100;
const MAX_NOTE = 500;

/** A new source. Throws SourceError `bad-url`, `private-address`, `private-channel` or `bad-source`, each with what to write instead. */
export function newSource(url: string, words: SourceWords, rules: SourceRules): Source {
  const plain: Source = {
    ...placeOf(url, words.kind, rules),
    lang: null,
    side: null,
    isStateControlled: false,
    isUrgent: false,
    note: "",
  };
  return { ...plain, ...fieldsOf(words) };
}

/**
 * Changes a followed source as an admin says. Another address is as good as another source: its first items are read quietly, and what
 * the old one's polls came to (failures, validators, a switch-off; not a pause) is forgotten. False: no source has this id.
 * Throws as `newSource` does, and SourceError `source-exists` when the address is followed already.
 */
export async function editSource(
  sources: SourceStore,
  { id, words, rules, now }: { id: string; words: SourceWords; rules: SourceRules; now: number },
): Promise<boolean> {
  const before = await sources.find(id);
  if (before === null) return false;
  const url = words.url ?? before.source.url;
  const isOwn = before.source.ownerChat !== undefined;
  const isMoved = words.url !== undefined || words.kind !== undefined;
  const place = isMoved ? placeOf(url, words.kind, isOwn ? guarded(rules) : rules) : before.source;
  const isElsewhere = place.url !== before.source.url || place.kind !== before.source.kind;
  const change = { ...fieldsOf(words), ...(isElsewhere ? { url: place.url, kind: place.kind } : {}) };
  if (Object.keys(change).length === 0 && !isMoved) throw bad("Nothing is to be changed.", "Say what is.");
  if (!(await sources.edit(id, change))) return false;
  if (isElsewhere) await sources.restart(id, now);
  return true;
}

/** The rules for what single chats follow: never the operator's own network. */
export function guarded({ allowOrigins = [] }: Pick<SourceRules, "allowOrigins">): SourceRules {
  return { allowPrivate: false, allowOrigins };
}

function placeOf(
  text: string,
  kind: string | undefined,
  { allowPrivate, allowOrigins = [] }: SourceRules,
): Pick<Source, "id" | "kind" | "url" | "name"> {
  const word = text.trim();
  const address = checkUrl(
    word.startsWith("@") ? addressOfWord(word) : word,
    ({ origin }) => allowPrivate || allowOrigins.includes(origin),
  );
  const plain = placeAt(address);
  // Another kind than the address suggests is read at the address as it was given.
  return kind === undefined || kind === plain.kind ? plain : { ...plain, kind, url: address.href };
}

function fieldsOf(words: SourceWords): Partial<Omit<Source, "id" | "url" | "kind">> {
  const { name, lang, side, urgent, stateControlled, article, note } = words;
  return {
    ...(name === undefined ? {} : { name: lineOf(name, "name", MAX_NAME) }),
    ...(lang === undefined ? {} : { lang: lang === NONE ? null : checkedLang(lang) }),
    ...(side === undefined ? {} : { side: side === NONE ? null : checkedSide(side) }),
    ...(urgent === undefined ? {} : { isUrgent: urgent }),
    ...(stateControlled === undefined ? {} : { isStateControlled: stateControlled }),
    ...(article === undefined ? {} : { wantsArticle: article }),
    ...(note === undefined ? {} : { note: note === "" ? "" : lineOf(note, "note", MAX_NOTE) }),
  };
}

/** Names and notes stand in messages, lists and logs: one line of them. */
function lineOf(text: string, what: string, maxLength: number): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  if (line !== "" && line.length <= maxLength) return line;
  throw bad(`That is no ${what}.`, `Give 1 to ${maxLength} characters.`);
}

function checkedLang(lang: string): string {
  if (/^[a-z]{2,3}$/u.test(lang)) return lang;
  throw bad(`${shown(lang)} is no language tag.`, "Give two or three letters, such as uk, or none.");
}

function checkedSide(side: string): string {
  if (/^(?:[A-Z]{2}|x-[a-z0-9-]{1,40})$/u.test(side)) return side;
  throw bad(`${shown(side)} is no side.`, "Give a country's code such as UA, x- and a slug, or none.");
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 50));
}

/** Id, kind and name as the address alone suggests them. */
function placeAt(address: URL): Pick<Source, "id" | "kind" | "url" | "name"> {
  const channel = channelAt(address);
  if (channel !== null)
    return {
      id: `t-me-${channel.toLowerCase().replaceAll("_", "-")}`,
      kind: "telegram-channel",
      url: `https://t.me/s/${channel}`,
      name: `t.me/${channel}`,
    };
  const host = address.hostname.replace(/^(?:www|feeds?|rss)\./u, "");
  const path = address.pathname.replace(/\.(?:xml|rss|json|atom)$/u, "");
  const slug = `${host}${path}`.toLowerCase().replace(/[^a-z0-9]+/gu, "-");
  const id = slug.slice(0, 60).replace(/^-+|-+$/gu, "");
  return { id: id === "" ? "source" : id, kind: "feed", url: address.href, name: host };
}

function bad(message: string, hint: string): SourceError {
  return new SourceError(message, { code: "bad-source", permanent: true, hint });
}
