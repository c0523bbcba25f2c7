import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type * as OpenType from "opentype.js";

const require = createRequire(import.meta.url);

/** The one family of the charts: Inter (OFL), which has all Ukrainian and Russian letters. System fonts are never used: pictures would differ from machine to machine. */
export const fontFamily = "Inter";

const files = {
  400: "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  600: "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
} as const;

/** A weight that the charts use. */
export type FontWeight = keyof typeof files;

/** The bytes of each weight's TTF. */
export function readFonts(): ReadonlyMap<FontWeight, Uint8Array> {
  return new Map(
    ([400, 600] as const).map((weight) => [
      weight,
      new Uint8Array(readFileSync(require.resolve(files[weight]))),
    ]),
  );
}

/** Width and height of a text in a CSS font, pixels. */
export type Measure = (text: string, font?: string) => { readonly width: number; readonly height: number };

/**
 * Measures by the fonts' own advance widths. ECharts, where there is no canvas, guesses widths from Latin letters, and
 * Cyrillic legends get gaps or overlap.
 */
export function createMeasure(fonts: ReadonlyMap<FontWeight, Uint8Array>): Measure {
  const widths = new Map(Array.from(fonts, ([weight, bytes]) => [weight, createAdvance(bytes)] as const));
  return (text, css = "") => {
    const size = Number(/(\d+(?:\.\d+)?)px/u.exec(css)?.[1] ?? 12);
    const weight: FontWeight = /\b(?:bold|600|700)\b/u.test(css) ? 600 : 400;
    const advance = widths.get(weight);
    const ems =
      advance === undefined
        ? text.length / 2
        : Array.from(text).reduce((sum, char) => sum + advance(char), 0);
    return { width: ems * size, height: size };
  };
}

/** Characters' widths in ems, looked up once each. */
function createAdvance(bytes: Uint8Array): (char: string) => number {
  // Loaded so because its main file is no module; and only here, since who asks for the family's name alone would have 3 MB of it for nothing.
  const { parse } = require("opentype.js") as Pick<typeof OpenType, "parse">;
  const font = parse(bytes.buffer);
  const known = new Map<string, number>();
  return (char) => {
    const kept = known.get(char);
    if (kept !== undefined) return kept;
    const glyph = font.charToGlyph(char);
    // ECharts takes the width of '国' for the height of a line: a glyph that is not there is one em.
    const width = glyph.index === 0 ? 1 : (glyph.advanceWidth ?? 0) / font.unitsPerEm;
    known.set(char, width);
    return width;
  };
}
