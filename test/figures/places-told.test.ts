import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { writeReading } from "../../src/figures/write.ts";
import { parseReportLine } from "../../src/report/parse.ts";

interface Row {
  readonly kind: string;
  readonly lang: string;
  readonly title: string;
  readonly text: string;
  readonly told: string;
}

const rows: readonly Row[] = readFileSync(new URL("places-told.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const [kind = "", lang = "", title = "", text = "", told = ""] = line
      .split("~")
      .map((field) => field.trim());
    return { kind, lang, title, text: text.replaceAll(" // ", "\n\n"), told };
  });

function placesIn({ lang, title, text }: Row): string {
  const line = { id: "r", lang, publishedAt: "2025-06-14T12:00:00Z", title, text, url: "" };
  const report = parseReportLine(JSON.stringify({ ...line, source: { name: "Own", side: null } }));
  return writeReading("r", readReport(report))
    .figures.map(({ measure, low, high, places }) => `${measure} ${low ?? high}: ${places.join(", ") || "-"}`)
    .join("; ");
}

describe("where counts happened, told in other words", () => {
  it.each(rows)("$kind, $lang: $title $text", (row) => {
    expect(placesIn(row)).toBe(row.told);
  });
});
