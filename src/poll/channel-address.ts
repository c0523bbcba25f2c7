import { SourceError } from "../errors.ts";

/** Hosts of Telegram's links: https://core.telegram.org/api/links, read 2026-11-26. */
const hosts: ReadonlySet<string> = new Set(["t.me", "www.t.me", "telegram.me", "www.telegram.me"]);
/** A channel by its name, its page on the web, or one of its posts. */
const channelPath = /^\/(?:s\/)?(\w{4,32})(?:\/\d+)?\/?$/u;
/** An invitation, or a post that members alone can open. */
const privatePath = /^\/(?:\+|joinchat\/|c\/\d)/u;
const atName = /^@([A-Za-z]\w{3,31})$/u;

/**
 * The address that a word is meant as: people write `@name`, and leave the scheme out. What has neither a scheme nor a dot in its host is no
 * address, and comes back as it is.
 */
export function addressOfWord(word: string): string {
  const name = atName.exec(word)?.[1];
  if (name !== undefined) return `https://t.me/${name}`;
  if (/^[a-z][a-z0-9+.-]*:/iu.test(word)) return word;
  const [host = ""] = word.split(/[/?#]/u);
  return host.includes(".") ? `https://${word}` : word;
}

/** The public channel of Telegram that an address leads to; null: to none. Throws SourceError `private-channel` for one that nobody can read from outside. */
export function channelAt(address: URL): string | null {
  if (!hosts.has(address.hostname)) return null;
  if (privatePath.test(address.pathname))
    throw new SourceError("That is a private channel, which cannot be read from outside.", {
      code: "private-channel",
      permanent: true,
      hint: "Give a public one, such as https://t.me/name.",
    });
  return channelPath.exec(address.pathname)?.[1] ?? null;
}
