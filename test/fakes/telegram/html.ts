import { badRequest } from "./api-error.ts";
import type { ApiError } from "./api-error.ts";
import { checkedLink } from "./link.ts";

/** A formatted stretch: https://core.telegram.org/bots/api#messageentity (offsets in UTF-16 code units). */
export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
}

interface OpenTag {
  readonly name: string;
  readonly argument: string;
  readonly offset: number;
}

const entityTypes: Readonly<Record<string, string>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  "tg-spoiler": "spoiler",
  span: "spoiler",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  a: "text_link",
  "tg-emoji": "custom_emoji",
  "tg-time": "date_time",
};
const namedCharacters: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/**
 * Telegram's HTML, as strictly as the server reads it (documented at https://core.telegram.org/bots/api#html-style; the
 * error texts and their byte offsets as tdlib/td MessageEntity.cpp gives them, read 2026-11-25). Throws the 400.
 */
export function parseHtml(html: string): { readonly text: string; readonly entities: readonly Entity[] } {
  return new HtmlReader(html).read();
}

class HtmlReader {
  readonly #html: string;
  readonly #open: OpenTag[] = [];
  readonly #entities: Entity[] = [];
  #at = 0;
  #text = "";

  constructor(html: string) {
    this.#html = html;
  }

  read(): { readonly text: string; readonly entities: readonly Entity[] } {
    while (this.#at < this.#html.length) {
      const character = this.#html.charAt(this.#at);
      if (character === "&") this.#text += this.#readReference();
      else if (character !== "<") this.#text += this.#take();
      else if (this.#html.charAt(this.#at + 1) === "/") this.#readEndTag();
      else this.#readStartTag();
    }
    const unclosed = this.#open.at(-1);
    if (unclosed !== undefined)
      throw unparsable(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
    if (!this.#text.isWellFormed())
      throw unparsable(
        "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units",
      );
    this.#entities.sort((a, b) => a.offset - b.offset || b.length - a.length);
    return { text: this.#text, entities: this.#entities };
  }

  #take(): string {
    const character = this.#html.charAt(this.#at);
    this.#at += 1;
    return character;
  }

  /** `&lt; &gt; &amp; &quot;` and numbers; a bare `&` and every other name stay as text. */
  #readReference(): string {
    const rest = this.#html.slice(this.#at, this.#at + 12);
    const numeric = /^&#(?:x([0-9a-f]+)|(\d+));?/iu.exec(rest);
    if (numeric !== null && numeric[0].replace(";", "").length < 10) {
      const [whole, hex, decimal] = numeric;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (code > 0 && code < 0x10ffff) {
        this.#at += whole.length;
        return String.fromCodePoint(code);
      }
    }
    const [named = "", name = ""] = /^&([a-z]+);?/iu.exec(rest) ?? [];
    const character = namedCharacters[name];
    if (character === undefined) return this.#take();
    this.#at += named.length;
    return character;
  }

  #readStartTag(): void {
    const begin = this.#at;
    const offset = byteOffset(this.#html, begin);
    const [whole = "", written = ""] = /^<([^\s>]*)/u.exec(this.#html.slice(begin)) ?? [];
    this.#at += whole.length;
    if (this.#at >= this.#html.length) throw unparsable(`Unclosed start tag at byte offset ${offset}`);
    const name = written.toLowerCase();
    if (entityTypes[name] === undefined)
      throw unparsable(`Unsupported start tag "${name}" at byte offset ${offset}`);
    const argument = this.#readAttributes(name, offset);
    if (name === "span" && argument !== "spoiler")
      throw unparsable(`Tag "span" must have class "tg-spoiler" at byte offset ${offset}`);
    this.#open.push({ name, argument, offset: this.#text.length });
  }

  /** The one argument that the tag takes: address, language, class or `1` for an expandable quote. */
  #readAttributes(tag: string, offset: number): string {
    let argument = "";
    for (;;) {
      this.#skipSpace();
      if (this.#at >= this.#html.length)
        throw unparsable(`Unclosed start tag "${tag}" at byte offset ${offset}`);
      if (this.#html.charAt(this.#at) === ">") break;
      const [name = ""] = /^[^\s=>/"']*/u.exec(this.#html.slice(this.#at)) ?? [];
      if (name === "") throw unparsable(`Empty attribute name in the tag "${tag}" at byte offset ${offset}`);
      this.#at += name.length;
      this.#skipSpace();
      if (this.#at >= this.#html.length)
        throw unparsable(`Unclosed start tag "${tag}" at byte offset ${offset}`);
      if (this.#html.charAt(this.#at) !== "=") {
        if (tag === "blockquote" && name === "expandable") argument = "1";
        continue;
      }
      this.#at += 1;
      argument = argumentOf(tag, name, this.#readValue(tag, offset)) ?? argument;
    }
    this.#at += 1;
    return argument;
  }

  #readValue(tag: string, offset: number): string {
    this.#skipSpace();
    if (this.#at >= this.#html.length)
      throw unparsable(`Unclosed start tag "${tag}" at byte offset ${offset}`);
    const quote = this.#html.charAt(this.#at);
    if (quote !== '"' && quote !== "'") return this.#readToken();
    this.#at += 1;
    let value = "";
    while (this.#at < this.#html.length && this.#html.charAt(this.#at) !== quote) {
      value += this.#html.charAt(this.#at) === "&" ? this.#readReference() : this.#take();
    }
    this.#at += 1;
    if (this.#at >= this.#html.length) throw unparsable(`Unclosed start tag at byte offset ${offset}`);
    return value;
  }

  #readToken(): string {
    const begin = this.#at;
    const [token = ""] = /^[a-z0-9.-]*/iu.exec(this.#html.slice(begin)) ?? [];
    this.#at += token.length;
    if (!/[\s>]/u.test(this.#html.charAt(this.#at))) {
      throw unparsable(`Unexpected end of name token at byte offset ${byteOffset(this.#html, begin)}`);
    }
    return token.toLowerCase();
  }

  #readEndTag(): void {
    const offset = byteOffset(this.#html, this.#at);
    const tag = this.#open.at(-1);
    if (tag === undefined) throw unparsable(`Unexpected end tag at byte offset ${offset}`);
    const [whole = "", written = ""] = /^<\/([^\s>]*)\s*/u.exec(this.#html.slice(this.#at)) ?? [];
    this.#at += whole.length;
    if (this.#html.charAt(this.#at) !== ">") throw unparsable(`Unclosed end tag at byte offset ${offset}`);
    this.#at += 1;
    const name = written.toLowerCase();
    if (name !== "" && name !== tag.name) {
      throw unparsable(
        `Unmatched end tag at byte offset ${offset}, expected "</${tag.name}>", found "</${name}>"`,
      );
    }
    this.#open.pop();
    this.#addEntity(tag);
  }

  #addEntity(tag: OpenTag): void {
    const length = this.#text.length - tag.offset;
    const type = entityTypes[tag.name] ?? tag.name;
    if (length === 0) return;
    if (type === "text_link") {
      const url = checkedLink(tag.argument === "" ? this.#text.slice(tag.offset) : tag.argument);
      if (url !== null) this.#entities.push({ type, offset: tag.offset, length, url });
      return;
    }
    const last = this.#entities.at(-1);
    const isSame = last !== undefined && last.offset === tag.offset && last.length === length;
    if (type === "code" && isSame && last.type === "pre" && tag.argument !== "")
      return void (last.language = tag.argument);
    if (type === "pre" && isSame && last.type === "code" && last.language !== undefined)
      return void (last.type = "pre");
    const isExpandable = type === "blockquote" && tag.argument !== "";
    const language = type === "code" && tag.argument !== "" ? { language: tag.argument } : {};
    this.#entities.push({
      type: isExpandable ? "expandable_blockquote" : type,
      offset: tag.offset,
      length,
      ...language,
    });
  }

  #skipSpace(): void {
    while (/\s/u.test(this.#html.charAt(this.#at))) this.#at += 1;
  }
}

function argumentOf(tag: string, name: string, value: string): string | null {
  if (tag === "a" && name === "href") return value;
  if (tag === "code" && name === "class" && value.startsWith("language-"))
    return value.slice("language-".length);
  if (tag === "span" && name === "class" && value.startsWith("tg-")) return value.slice("tg-".length);
  if (tag === "tg-emoji" && name === "emoji-id") return value;
  return tag === "blockquote" && name === "expandable" ? "1" : null;
}

function byteOffset(html: string, index: number): number {
  return Buffer.byteLength(html.slice(0, index));
}

function unparsable(text: string): ApiError {
  return badRequest(`Can't parse entities: ${text}`);
}
