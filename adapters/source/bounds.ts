/** The longest daily reports have about 60,000 characters. */
const MAX_TEXT = 200_000;
const MAX_TITLE = 1_000;
const MAX_ORIGIN = 200;
/** Chat platforms link no longer ones (Discord's embeds: 2,048). */
const MAX_URL = 2_000;

/** What people will see of an item, within bounds. */
export interface Shown {
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly origin: string | null;
}

/** An item of which nobody can be harmed by showing it: a link to a web page or none, and no more text than a report can have. */
export function bounded<Item extends Shown>(item: Item): Item {
  const { url, title, text, origin } = item;
  return {
    ...item,
    url: pageUrl(url),
    title: cut(title, MAX_TITLE),
    text: cut(text, MAX_TEXT),
    origin: origin === null ? null : cut(origin, MAX_ORIGIN),
  };
}

/** The URL when it leads to a web page and carries no password; "" for all others (`javascript:`, `data:`, relative ones). */
function pageUrl(text: string): string {
  if (text === "" || text.length > MAX_URL || !URL.canParse(text)) return "";
  const { protocol, username, password } = new URL(text);
  return ["http:", "https:"].includes(protocol) && username === "" && password === "" ? text : "";
}

/** At most `max` characters, ended between two words: half a number is a wrong number. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const kept = text.slice(0, max);
  const end = kept.search(/\s\S*$/u);
  return (end > 0 ? kept.slice(0, end) : "").trimEnd();
}
