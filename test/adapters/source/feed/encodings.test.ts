import { describe, expect, it } from "vitest";

import { decodeText } from "../../../../adapters/source/decode.ts";

const UKRAINIAN =
  "Україна повернула з полону ще 303 захисників: це третій день великого обміну, повідомив речник. Її зустріли «на кордоні».";
const RUSSIAN =
  "За ночь средства противовоздушной обороны уничтожили 95 беспилотников, сообщили в министерстве. Об этом пишут «Вести».";

/** Every byte of a single-byte encoding, turned round. */
function encodeSingle(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text, (character) => byteOf.get(character) ?? 0x3f);
}

function utf16(text: string, isBig: boolean): Uint8Array {
  const buffer = Buffer.from(text, "utf16le");
  return isBig ? buffer.swap16() : buffer;
}

const ENCODINGS: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ["utf-8", (text) => new TextEncoder().encode(text)],
  ["utf-16le", (text) => utf16(text, false)],
  ["utf-16be", (text) => utf16(text, true)],
  ["windows-1251", (text) => encodeSingle(text, "windows-1251")],
  ["koi8-u", (text) => encodeSingle(text, "koi8-u")],
  ["iso-8859-5", (text) => encodeSingle(text, "iso-8859-5")],
  ["ibm866", (text) => encodeSingle(text, "ibm866")],
  ["x-mac-cyrillic", (text) => encodeSingle(text, "x-mac-cyrillic")],
];

/** What header and declaration say of a text in `real`: the truth, half of it, nothing, or a lie. */
const DECLARATIONS: readonly (readonly [string, (real: string) => { http: string; xml: string }])[] = [
  ["both say the truth", (real) => ({ http: real, xml: real })],
  ["only the header says the truth", (real) => ({ http: real, xml: "" })],
  ["only the declaration says the truth", (real) => ({ http: "", xml: real })],
  ["neither says anything", () => ({ http: "", xml: "" })],
  ["the header says the default", (real) => ({ http: "iso-8859-1", xml: real })],
  ["both say utf-8", () => ({ http: "utf-8", xml: "utf-8" })],
  [
    "the header says another Cyrillic encoding",
    (real) => ({ http: real === "windows-1251" ? "koi8-r" : "windows-1251", xml: real }),
  ],
  ["both say what does not exist", () => ({ http: "x-no-such", xml: "cp99999" })],
];

describe.each(ENCODINGS)("a text in %s", (real, encode) => {
  it.each(DECLARATIONS)("is read right when %s", (_, declare) => {
    const { http, xml } = declare(real);
    const declaration = xml === "" ? "" : `<?xml version="1.0" encoding="${xml}"?>`;
    // Box-drawing quotes and Ukrainian letters are missing in some of these encodings.
    const words =
      real === "ibm866"
        ? RUSSIAN.replaceAll(/[«»]/g, "")
        : real === "iso-8859-5"
          ? UKRAINIAN.replaceAll(/[«»]/g, "")
          : UKRAINIAN;
    const text = `${declaration}<rss version="2.0"><channel><title>${words.replaceAll(/[«»]/g, real === "koi8-u" ? "" : "$&")}</title></channel></rss>`;

    const decoded = decodeText(encode(text), http === "" ? "" : `application/rss+xml; charset=${http}`);

    expect(decoded).toBe(text);
  });
});

describe("decoding", () => {
  it("takes valid UTF-8 for UTF-8 whatever is declared", () => {
    const text = `<?xml version="1.0" encoding="windows-1251"?><rss>${UKRAINIAN}</rss>`;

    expect(decodeText(new TextEncoder().encode(text), "text/xml; charset=koi8-r")).toBe(text);
  });

  it("takes UTF-8 with one broken character for UTF-8", () => {
    const bytes = Buffer.concat([Buffer.from(UKRAINIAN), Buffer.of(0xd0)]);

    expect(decodeText(bytes, "")).toBe(`${UKRAINIAN}\ufffd`);
  });

  it("reads French in windows-1252 that nothing declares", () => {
    const text = "<rss>L’armée a été prévenue à Genève, où l’échange s’achève déjà.</rss>";

    expect(decodeText(encodeSingle(text, "windows-1252"), "")).toBe(text);
  });

  it.each([true, false])("reads UTF-32 (mark: %s)", (hasMark) => {
    const text = `${hasMark ? "\ufeff" : ""}<rss>Київ</rss>`;
    const bytes = new Uint8Array(Uint32Array.from(text, (character) => character.codePointAt(0) ?? 0).buffer);

    expect(decodeText(bytes, "")).toBe("<rss>Київ</rss>");
  });

  it("reads what it declares when that is no Cyrillic encoding", () => {
    const bytes = Buffer.from([
      ...Buffer.from('<?xml version="1.0" encoding="shift_jis"?><rss>'),
      0x93,
      0xfa,
      0x96,
      0x7b,
    ]);

    expect(decodeText(bytes, "").endsWith("<rss>日本")).toBe(true);
  });
});
