import { plausibility } from "./cyrillic.ts";

/** Encodings that Cyrillic feeds are found in, as the Encoding Standard names them, tried when a declaration cannot be believed. */
const CYRILLIC = ["windows-1251", "koi8-u", "koi8-r", "iso-8859-5", "ibm866", "x-mac-cyrillic"] as const;

/** Labels that stand for "not configured" as often as for what they say. */
const DEFAULTS = new Set(["windows-1252", "us-ascii"]);

/** UTF-8 with so few faults that it is UTF-8 with an accident: a cut, a stray byte. Share of the non-ASCII characters. */
const ACCIDENT_SHARE = 0.02;

/**
 * The text of a feed or page. In order: byte order mark, the zero bytes of UTF-16/32, valid UTF-8, what the declarations say where the
 * text then reads like one, the most plausible Cyrillic encoding. Never throws; bytes without a meaning become U+FFFD.
 *
 * @param contentType the Content-Type header; "" for none
 */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  return decode(bytes, contentType).replace(/[\u0080-\u0084\u0086-\u009f]/g, fromWindows);
}

const WINDOWS = new TextDecoder("windows-1252");

/** Control characters that nobody means: bytes of windows-1252 that were taken for Latin-1 on their way into UTF-8. */
function fromWindows(character: string): string {
  return WINDOWS.decode(Uint8Array.of(character.charCodeAt(0)));
}

function decode(bytes: Uint8Array, contentType: string): string {
  const wide = decodeWide(bytes);
  if (wide !== null) return wide;
  const declared = declaredEncodings(bytes, contentType);
  // ISO-2022-JP is made of ASCII bytes, and so is valid UTF-8 without being it.
  if (declared[0] === "iso-2022-jp") return decodeAs(bytes, "iso-2022-jp");
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) return utf8;
  const trusted = declared.find(
    (label) => !DEFAULTS.has(label) && !isCyrillic(label) && decodesCleanly(bytes, label),
  );
  if (trusted !== undefined) return decodeAs(bytes, trusted);
  return decodeAs(bytes, mostPlausible(bytes, declared));
}

/** UTF-16 and UTF-32, by their mark or by the zero bytes around the first `<` or `{`. */
function decodeWide(bytes: Uint8Array): string | null {
  const [a = -1, b = -1, c = -1, d = -1] = bytes;
  if (a === 0xff && b === 0xfe)
    return c === 0 && d === 0 ? decodeUtf32(bytes.subarray(4), true) : decodeAs(bytes, "utf-16le");
  if (a === 0xfe && b === 0xff) return decodeAs(bytes, "utf-16be");
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return decodeUtf32(bytes.subarray(4), false);
  if (a === 0 && b === 0 && c === 0 && d > 0) return decodeUtf32(bytes, false);
  if (a > 0 && b === 0 && c === 0 && d === 0) return decodeUtf32(bytes, true);
  if (a > 0 && b === 0 && c > 0 && d === 0) return decodeAs(bytes, "utf-16le");
  if (a === 0 && b > 0 && c === 0 && d > 0) return decodeAs(bytes, "utf-16be");
  return null;
}

function decodeUtf32(bytes: Uint8Array, isLittleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength - (bytes.byteLength % 4));
  const parts: string[] = [];
  for (let at = 0; at < view.byteLength; at += 4) {
    const point = view.getUint32(at, isLittleEndian);
    parts.push(
      point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? "\ufffd" : String.fromCodePoint(point),
    );
  }
  return parts.join("");
}

function decodeUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder("utf-8").decode(bytes);
  if (!text.includes("\ufffd")) return text;
  let faults = 0;
  let others = 0;
  for (const [run] of text.matchAll(/[^\0-\x7f]+/g)) {
    for (const character of run) {
      if (character === "\ufffd") faults += 1;
      else others += 1;
    }
  }
  return faults <= others * ACCIDENT_SHARE ? text : null;
}

/** Encodings named by the XML declaration and the HTTP header, the more trustworthy first, as TextDecoder names them. */
function declaredEncodings(bytes: Uint8Array, contentType: string): string[] {
  const http = canonicalLabel(/charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1]);
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const xml = canonicalLabel(
    /<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i.exec(start)?.[1] ??
      /<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)/i.exec(start)?.[1],
  );
  const ordered = http !== null && DEFAULTS.has(http) ? [xml, http] : [http, xml];
  return ordered.filter((label) => label !== null);
}

/** Null: no label, or one that nothing here decodes. UTF labels are of no use either: the bytes have said that they are not UTF. */
function canonicalLabel(label: string | undefined): string | null {
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label.trim());
    return encoding.startsWith("utf-") ? null : encoding;
  } catch {
    return null;
  }
}

function isCyrillic(label: string): boolean {
  return (CYRILLIC as readonly string[]).includes(label);
}

function decodesCleanly(bytes: Uint8Array, label: string): boolean {
  return !decodeAs(bytes, label).includes("\ufffd");
}

function mostPlausible(bytes: Uint8Array, declared: readonly string[]): string {
  const sample = sampleOf(bytes);
  let best = declared[0] ?? "windows-1252";
  let bestScore = -Infinity;
  for (const label of new Set([...declared, ...CYRILLIC, "windows-1252"])) {
    const rank = declared.indexOf(label);
    // A declaration decides between readings that are as good as one another.
    const bonus = rank === 0 ? 0.1 : rank > 0 ? 0.05 : 0;
    const score = plausibility(decodeAs(sample, label)) + bonus;
    if (score > bestScore) [best, bestScore] = [label, score];
  }
  return best;
}

/** Up to 16 KB that begin where the first byte beyond ASCII stands. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  return bytes.subarray(Math.max(0, first - 40), Math.max(0, first) + 16_384);
}

function decodeAs(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label).decode(bytes);
}
