import type { Measure } from "./fonts.ts";

/** How a text is set: a CSS font, the width that there is, and how many lines at most. */
export interface Setting {
  readonly font: string;
  readonly width: number;
  readonly maxLines: number;
}

/**
 * Breaks a text into lines between words; what has no room ends in "…". ECharts breaks by itself, but takes every letter outside
 * ASCII for one em wide.
 */
export function wrapText(text: string, setting: Setting, measure: Measure): string {
  const fits = (line: string): boolean => measure(line, setting.font).width <= setting.width;
  const lines = text.split(" ").reduce<string[]>((done, word) => {
    const last = done.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) return [...done.slice(0, -1), `${last} ${word}`];
    return [...done, word];
  }, []);
  const kept = lines.slice(0, setting.maxLines);
  const isCut = lines.length > kept.length;
  return kept.map((line, index) => shorten(line, isCut && index === kept.length - 1, fits)).join("\n");
}

/** The line, shortened to its room, with "…" where something is left out. */
function shorten(line: string, isCut: boolean, fits: (line: string) => boolean): string {
  if (!isCut && fits(line)) return line;
  const characters = Array.from(line);
  while (characters.length > 0 && !fits(`${characters.join("")}…`)) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}
