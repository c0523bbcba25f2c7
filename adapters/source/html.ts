import { Parser } from "htmlparser2";

/** Elements that begin and end a paragraph. */
const BLOCKS = new Set(
  "p div section article header footer main aside blockquote pre ul ol dl dt dd table tbody thead tfoot h1 h2 h3 h4 h5 h6 figure figcaption form fieldset address hr details summary center".split(
    " ",
  ),
);
/** Elements that begin a new line. */
const LINES = new Set(["br", "li", "tr"]);
const CELLS = new Set(["td", "th"]);
/** Elements whose text is not text of the report. */
const SILENT = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "iframe",
  "object",
  "svg",
  "math",
  "head",
  "select",
  "button",
  "nav",
  "form",
]);

/** Soft hyphens, zero-width spaces, marks of direction: they split words, or let a text show otherwise than it reads. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/g;

/** The HTML parser's stack is quadratic in depth; beyond this the rest is taken without its tags. */
const MAX_DEPTH = 200;

/**
 * The text of an HTML fragment: paragraphs apart by a blank line, `<br>` and list items on lines of their own, spaces collapsed.
 * No-break spaces stay, because "1 050" is one number. A text without tags keeps its own line breaks. Never throws.
 */
export function plainText(html: string): string {
  const writer = new TextWriter(!/<[a-z!/]/i.test(html));
  const parser = new Parser(writer, { decodeEntities: true });
  try {
    parser.end(html);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return plainText(html.replace(/<[^<>]*>/g, " ").replace(/<(?=[a-z!/])/gi, " "));
  }
  return tidy(writer.text());
}

/** The text of an HTML fragment on one line: for titles. */
export function plainLine(html: string): string {
  return plainText(html)
    .replace(/\s+/g, (space) => (/^\u00a0+$/.test(space) ? space : " "))
    .trim();
}

class TooDeep extends Error {}

class TextWriter {
  readonly #keepsLines: boolean;
  readonly #parts: string[] = [];
  #depth = 0;
  #silentDepth = 0;

  constructor(keepsLines: boolean) {
    this.#keepsLines = keepsLines;
  }

  text(): string {
    return this.#parts.join("");
  }

  onopentagname(name: string): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new TooDeep();
    if (SILENT.has(name)) this.#silentDepth += 1;
    this.#breakAt(name);
    if (CELLS.has(name)) this.#parts.push(" ");
  }

  onclosetag(name: string): void {
    this.#depth -= 1;
    if (SILENT.has(name) && this.#silentDepth > 0) this.#silentDepth -= 1;
    if (!LINES.has(name)) this.#breakAt(name);
  }

  ontext(data: string): void {
    if (this.#silentDepth > 0) return;
    this.#parts.push(this.#keepsLines ? data : data.replace(/[ \t\r\n\f]+/g, " "));
  }

  #breakAt(name: string): void {
    if (BLOCKS.has(name)) this.#parts.push("\n\n");
    else if (LINES.has(name)) this.#parts.push("\n");
  }
}

function tidy(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((paragraph) =>
      paragraph
        .split("\n")
        .map((line) =>
          line
            .replace(INVISIBLE, "")
            .replace(/[ \t\f\v]+/g, " ")
            .trim(),
        )
        .filter((line) => line !== "")
        .join("\n"),
    )
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}
