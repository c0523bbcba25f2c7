import { Parser } from "htmlparser2";

import { plainLine, plainText } from "../html.ts";

/** A post of a public channel as its preview page shows it. */
export interface Post {
  /** `channel/123`: stable. */
  readonly id: string;
  /** The number in the id: posts of a channel count up, with holes where some were deleted. */
  readonly number: number;
  readonly url: string;
  /** Plain text; "" for a post of pictures alone. */
  readonly text: string;
  readonly publishedAt: number | null;
  /** The name that it was forwarded from; null: it is the channel's own. */
  readonly forwardedFrom: string | null;
}

/** A preview page: the newest posts, oldest first. */
export interface ChannelPage {
  readonly title: string | null;
  readonly posts: readonly Post[];
}

interface Draft {
  readonly id: string;
  /** HTML of the message's own text, pieces of an album in order. */
  text: string;
  forwardedFrom: string;
  url: string;
  time: string;
  isService: boolean;
}

/** An open element that collects text or holds a place. */
interface Open {
  readonly name: string;
  readonly role: "post" | "text" | "reply" | "forward" | "title" | "history" | null;
}

const VOID = new Set(["br", "img", "hr", "input", "meta", "link", "source", "wbr"]);
const MAX_DEPTH = 200;
/** Markup of a post's text that carries meaning into plain text. */
const KEPT = new Set(["br", "p", "blockquote", "pre", "li"]);

/**
 * Reads a page of `https://t.me/s/NAME`. Null: the page shows no channel (it has no public preview, or the name is not taken).
 * The markup is not documented; the class names are those of the public preview as several readers know them (2026-11).
 */
export function readChannelPage(html: string): ChannelPage | null {
  const reader = new PageReader();
  const parser = new Parser(reader, { decodeEntities: true });
  parser.end(html);
  if (!reader.hasHistory) return null;
  const posts = reader.drafts
    .filter((draft) => !draft.isService)
    .map(finish)
    .filter((post) => post !== null);
  return { title: reader.title === "" ? null : plainLine(reader.title), posts };
}

function finish(draft: Draft): Post | null {
  const number = Number(/\/(\d{1,10})$/.exec(draft.id)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(number)) return null;
  const publishedAt = Date.parse(draft.time);
  return {
    id: draft.id,
    number,
    url: draft.url === "" ? `https://t.me/${draft.id}` : draft.url,
    text: plainText(draft.text),
    publishedAt: Number.isNaN(publishedAt) ? null : publishedAt,
    forwardedFrom: draft.forwardedFrom.trim() === "" ? null : plainLine(draft.forwardedFrom),
  };
}

class PageReader {
  readonly drafts: Draft[] = [];
  hasHistory = false;
  title = "";
  readonly #open: Open[] = [];
  /** What the roles of the open elements are, counted, so that each look-up is constant. */
  readonly #within: Record<"post" | "text" | "reply" | "forward" | "title" | "history", number> = {
    post: 0,
    text: 0,
    reply: 0,
    forward: 0,
    title: 0,
    history: 0,
  };

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    const classes = new Set((attributes["class"] ?? "").split(/\s+/));
    const draft = this.#draft;
    const role = this.#roleOf(classes, attributes);
    if (role === "history") this.hasHistory = true;
    if (role === "post") {
      const isService = classes.has("service_message");
      this.drafts.push({
        id: attributes["data-post"] ?? "",
        text: "",
        forwardedFrom: "",
        url: "",
        time: "",
        isService,
      });
    } else if (draft !== null) {
      if (classes.has("service_message")) draft.isService = true;
      if (classes.has("tgme_widget_message_date")) draft.url = attributes["href"] ?? "";
      if (name === "time" && attributes["datetime"] !== undefined && draft.time === "")
        draft.time = attributes["datetime"];
      if (role === "text" && draft.text !== "" && this.#within.reply === 0) draft.text += "<p>";
      if (this.#isInText && KEPT.has(name)) draft.text += `<${name}>`;
    }
    if (VOID.has(name)) return;
    if (this.#open.length < MAX_DEPTH) this.#open.push({ name, role });
    if (role !== null && this.#open.at(-1)?.role === role) this.#within[role] += 1;
  }

  onclosetag(name: string): void {
    const at = this.#open.findLastIndex((open) => open.name === name);
    if (at < 0 || VOID.has(name)) return;
    if (this.#isInText && KEPT.has(name) && this.#draft !== null) this.#draft.text += `</${name}>`;
    for (const { role } of this.#open.splice(at)) {
      if (role !== null) this.#within[role] -= 1;
    }
  }

  ontext(data: string): void {
    if (this.#within.title > 0) this.title += escape(data);
    const draft = this.#draft;
    if (draft === null) return;
    if (this.#within.forward > 0) draft.forwardedFrom += escape(data);
    if (this.#isInText) draft.text += escape(data);
  }

  get #draft(): Draft | null {
    return this.#within.post > 0 ? (this.drafts.at(-1) ?? null) : null;
  }

  /** A quoted message's text is another post's. */
  get #isInText(): boolean {
    return this.#within.text > 0 && this.#within.reply === 0;
  }

  #roleOf(classes: ReadonlySet<string>, attributes: Readonly<Record<string, string>>): Open["role"] {
    if (classes.has("tgme_channel_history")) return "history";
    if (classes.has("tgme_channel_info_header_title")) return "title";
    if (classes.has("tgme_widget_message") && attributes["data-post"] !== undefined) return "post";
    if (classes.has("tgme_widget_message_reply")) return "reply";
    if (classes.has("tgme_widget_message_forwarded_from_name")) return "forward";
    // Albums wrap one text in another of the same class: only the outer one counts, and it holds the inner.
    if (classes.has("js-message_text") && this.#within.text === 0) return "text";
    return null;
  }
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
