import { Parser } from "htmlparser2";

const XML_NAMES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};
/** Names met so far, with their characters; null: no such name. Bounded, because names come from outside. */
const seen = new Map<string, string | null>();
const MAX_SEEN = 3_000;

/** What an entity of the document's own stands for; undefined: it declares no such one. */
export type OwnEntities = (name: string) => string | undefined;

const NO_ENTITIES: OwnEntities = () => undefined;

/**
 * Text with its character references resolved once: decimal, hexadecimal, HTML's names, and the document's own entities. What is
 * no reference stays as it is (a bare `&`); references to characters that XML forbids vanish.
 */
export function decodeReferences(text: string, own: OwnEntities = NO_ENTITIES): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{0,40});?/g,
    (whole, name: string) => {
      if (name.startsWith("#")) return characterOf(name);
      const known = own(name) ?? XML_NAMES[name];
      if (known !== undefined) return known;
      return (whole.endsWith(";") ? htmlCharacter(name) : null) ?? whole;
    },
  );
}

/** Numbers 128-159 mean windows-1252's characters, as in every browser. */
const C1 = new TextDecoder("windows-1252");

function characterOf(reference: string): string {
  const isHex = reference[1] === "x" || reference[1] === "X";
  const point = isHex ? Number.parseInt(reference.slice(2), 16) : Number.parseInt(reference.slice(1), 10);
  if (point >= 0x80 && point <= 0x9f) return C1.decode(Uint8Array.of(point));
  const isAllowed =
    point === 9 ||
    point === 10 ||
    point === 13 ||
    (point >= 0x20 && point < 0xd800) ||
    (point > 0xdfff && point <= 0x10ffff && point !== 0xfffe && point !== 0xffff);
  return isAllowed ? String.fromCodePoint(point) : "";
}

function htmlCharacter(name: string): string | null {
  const known = seen.get(name);
  if (known !== undefined) return known;
  let text = "";
  const parser = new Parser({ ontext: (data) => (text += data) }, { decodeEntities: true });
  parser.end(`&${name};`);
  const found = text === `&${name};` ? null : text;
  if (seen.size < MAX_SEEN) seen.set(name, found);
  return found;
}

/** Whatever is neither a blank nor between the space and the last character that XML 1.0 can hold. */
const FORBIDDEN = /[^\t\n\r -\ufffd]+/g;

/** A text without what XML 1.0 cannot hold: control characters, lone halves of surrogate pairs, and the two that are no characters. */
export function withoutControls(text: string): string {
  const printable = text.replace(FORBIDDEN, "");
  return printable.isWellFormed() ? printable : printable.replace(/\p{Cs}/gu, "");
}
