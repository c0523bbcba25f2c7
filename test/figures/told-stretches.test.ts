import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { writeReading } from "../../src/figures/write.ts";
import { makeReport } from "../contract/store/documents.ts";

function datesIn(lang: string, text: string): string[] {
  const report = makeReport({
    id: "a",
    lang,
    publishedAt: Date.parse("2025-06-17T12:00:00Z"),
    title: "",
    text,
  });
  return writeReading("a", readReport(report)).figures.map((figure) => `${figure.measure}: ${figure.date}`);
}

describe("a stretch counted back from the telling", () => {
  it("ends on the day that it was told", () => {
    const text =
      "The president said on Sunday that Russia had launched 780 glide bombs at Ukraine over the past week.";
    expect(datesIn("en", text)).toEqual(["bombs.launched: 2025-06-09/2025-06-15"]);
  });

  it("is the stretch of that length that the report has stated by its days", () => {
    const text =
      "Із 9 по 15 червня окупанти завдали 912 ударів по населених пунктах Запорізької області. Через ворожі атаки за тиждень загинули семеро жителів.";
    expect(datesIn("uk", text)).toEqual(["attacks: 2025-06-09/2025-06-15", "killed: 2025-06-09/2025-06-15"]);
  });

  it("ends with the report where neither is told", () => {
    const text = "Russia has launched 780 glide bombs at Ukraine over the past week.";
    expect(datesIn("en", text)).toEqual(["bombs.launched: 2025-06-11/2025-06-17"]);
  });
});
