import { readFileSync } from "node:fs";
import { parseReportLine } from "../../src/report/parse.ts";
import type { Report } from "../../src/model/report.ts";

/** A figure or event as a gold line tells it, in the reading contract's form. */
export type GoldItem = Readonly<Record<string, unknown>>;

/** One labelled report. */
export interface GoldReport {
  readonly report: Report;
  readonly id: string;
  readonly lang: string;
  readonly figures: readonly GoldItem[];
  readonly events: readonly GoldItem[];
}

const figureLine =
  /^F(\?)? (\S+) ([^/:\s]+)(?:\/(\w+))?(?::([\w-]+))? (\S+) (\w+)(?: (\S+))?(?: \[(.*)\])?$/u;

/**
 * The project's own gold of one language. A report begins with `@ id publishedAt side`, then `T: title`,
 * its text, then lines `F measure side/group:weapon number scope date [places]` and `E kind stage`;
 * `?` marks what is optional, `-` null, `20..`, `..20` and `20~` a bound or an approximate number.
 */
export function readGold(lang: string): GoldReport[] {
  const text = readFileSync(new URL(`${lang}.txt`, import.meta.url), "utf8");
  return text
    .split(/^@ /mu)
    .slice(1)
    .map((block) => parseBlock(lang, block.trim().split("\n")));
}

function parseBlock(lang: string, lines: readonly string[]): GoldReport {
  const [id, publishedAt, side] = (lines[0] ?? "").split(" ");
  const title = (lines[1] ?? "").slice(2).trim();
  const rest = lines.slice(2);
  const isLabel = (line: string): boolean => /^[FE]\??\s/u.test(line);
  const body = rest
    .filter((line) => !isLabel(line))
    .join("\n")
    .trim();
  const report = parseReportLine(
    JSON.stringify({
      id,
      lang,
      publishedAt,
      source: { name: "Own", side: side === "-" ? null : side },
      url: "",
      title,
      text: body,
    }),
  );
  const labels = rest.filter(isLabel);
  return {
    report,
    id: report.id,
    lang,
    figures: labels.filter((line) => line.startsWith("F")).map(parseFigure),
    events: labels.filter((line) => line.startsWith("E")).map(parseEvent),
  };
}

function parseFigure(line: string): GoldItem {
  const match = figureLine.exec(line.trim());
  if (match === null) throw new Error(`not a gold figure: ${line}`);
  const [, optional, measure, side, group, weapon, number, scope, date, places] = match;
  const [low, high] = spanOf(number ?? "");
  return {
    measure,
    side: side === "-" ? null : side,
    group: group ?? null,
    weapon: weapon ?? null,
    low,
    high,
    approx: number?.endsWith("~") ?? false,
    scope,
    date: date === undefined || date === "-" ? null : date,
    places: places?.split(";") ?? [],
    by: null,
    evidence: "",
    ...(optional === undefined ? {} : { optional: true }),
  };
}

function spanOf(number: string): readonly [number | null, number | null] {
  if (number.startsWith("..")) return [null, Number(number.slice(2))];
  if (number.endsWith("..")) return [Number(number.slice(0, -2)), null];
  const value = Number(number.replace("~", ""));
  return [value, value];
}

function parseEvent(line: string): GoldItem {
  const [mark, kind, stage] = line.trim().split(" ");
  return { kind, stage, date: null, by: null, evidence: "", ...(mark === "E?" ? { optional: true } : {}) };
}
