import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import type { Figure } from "../../src/model/figure.ts";
import { parseReportLine } from "../../src/report/parse.ts";

interface Row {
  readonly lang: string;
  readonly kind: string;
  readonly day: string;
  readonly title: string;
  readonly text: string;
  readonly told: readonly string[];
}

/** The kind begins with the language where that is not English. */
const files = ["other-words.txt", "other-words-cyrillic.txt", "other-words-stories.txt"];
const languages: ReadonlySet<string> = new Set(["uk", "ru"]);

const rows: readonly Row[] = files
  .flatMap((file) => readFileSync(new URL(file, import.meta.url), "utf8").split("\n"))
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const [kind = "", day = "", title = "", text = "", told = ""] = line
      .split("~")
      .map((field) => field.trim());
    const [first = "", ...rest] = kind.split(" ");
    const isTagged = languages.has(first);
    const tagged = isTagged ? { lang: first, kind: rest.join(" ") } : { lang: "en", kind };
    return { ...tagged, day, title, text, told: told.split("; ").filter((one) => one !== "") };
  });

function reading({ lang, day, title, text }: Row) {
  const source = { name: "Own", side: null };
  const line = { id: "r", lang, publishedAt: `${day}T15:00:00Z`, source, url: "", title };
  return readReport(parseReportLine(JSON.stringify({ ...line, text: text.replaceAll("//", "\n\n") })));
}

function written({ measure, side, group, low, high, scope }: Figure): string {
  const number = low === high ? `${low}` : `${low ?? ""}..${high ?? ""}`;
  return [measure, side ?? "-", group ?? "-", number, scope].join(" ");
}

describe("the same told in other words", () => {
  it.each(rows)("is read the same, by $lang $kind: $title $text", (row) => {
    const { figures, events } = reading(row);
    const counted = figures.filter(({ isLone }) => isLone !== true).map(written);
    const expected = row.told.filter((one) => !/^(?:no )?E /u.test(one));
    expect(counted.toSorted()).toEqual(expected.toSorted());
    const happened = events.map(({ kind, stage }) => `E ${kind} ${stage}`);
    expect(happened).toEqual(expect.arrayContaining(row.told.filter((one) => one.startsWith("E "))));
    const unlike = row.told.filter((one) => one.startsWith("no E ")).map((one) => one.slice("no ".length));
    expect(happened.filter((one) => unlike.includes(one))).toEqual([]);
  });
});
