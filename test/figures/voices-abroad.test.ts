import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { makeReport } from "../contract/store/documents.ts";

/** Who tells each figure, in a report of a day: "killed 38: x-houthis"; "-": nobody's side. */
function told(day: string, title: string, text: string): string[] {
  const publishedAt = Date.parse(`${day}T15:00:00Z`);
  const { figures } = readReport(makeReport({ id: "a", lang: "en", publishedAt, title, text }));
  return figures.map(({ measure, low, by }) => `${measure} ${low}: ${by?.side ?? "-"}`);
}

describe("a body told of again", () => {
  it.each([
    [
      "2025-04-18",
      "Houthi-run health authorities said 38 people had been killed in Hodeidah. Five medics died, the authorities added.",
      ["killed 38: x-houthis", "killed 5: x-houthis"],
    ],
    [
      "2019-04-10",
      "Rockets hit the Libyan capital overnight, killing 27 people, the health ministry said. Another 128 were wounded, the ministry added.",
      ["killed 27: LY", "injured 128: LY"],
    ],
    [
      "2023-11-01",
      "A hospital in Gaza was hit, killing 50 people, a charity said. The charity said 30 others were wounded.",
      ["killed 50: -", "injured 30: -"],
    ],
    [
      "2023-10-25",
      "The RSF said it had captured 200 soldiers in Nyala. The army said 30 civilians were dead.",
      ["captured 200: x-rsf", "killed 30: SD"],
    ],
  ])("is the one that spoke before, unless it cannot be theirs (%s): %s", (day, text, expected) => {
    expect(told(day, "", text)).toEqual(expected);
  });
});

describe("whose a body without an owner is", () => {
  it.each([
    [
      "2020-10-17",
      "Rockets killed 13 civilians in Ganja, Azerbaijan, overnight, the Prosecutor General's Office said.",
      "killed 13: AZ",
    ],
    ["2025-06-12", "General Staff: Russia has lost 900 troops in Ukraine in a day", "casualties 900: UA"],
    [
      "2023-04-16",
      "Ten people were killed in Khartoum by shelling, an RSF statement said; the army's own count stood at 31 dead.",
      "killed 31: SD",
    ],
    [
      "2023-09-08",
      "Militants killed 49 civilians at a base in northern Mali on Thursday, the junta said.",
      "killed 49: ML",
    ],
  ])("is told by the land, and never by the accused (%s): %s", (day, text, expected) => {
    expect(told(day, "", text)).toContain(expected);
  });
});

describe("who is named beside a word of telling", () => {
  it.each([
    [
      "the one who is told",
      "The governor of Kursk put it all in a letter. Twelve civilians had been killed in Kursk, he told Vladimir Putin.",
      "killed 12: RU",
    ],
    [
      "one within a relative clause",
      "The Russian military, which backs Damascus, says six people were killed at an air base in Syria.",
      "killed 6: RU",
    ],
    [
      "who says whose the bodies are",
      "Ukraine brought home 1,000 bodies that Russia says belong to soldiers.",
      "bodies.returned 1000: -",
    ],
    [
      "those of whom it is said that they were killed",
      "Seven separatist fighters said killed in air strikes on Yemen.",
      "killed 7: -",
    ],
  ])("is not %s", (_, text, expected) => {
    expect(told("2024-08-12", "", text)).toContain(expected);
  });

  it("speaks for rebels where the report names whom it means", () => {
    const text = "Al-Shabab attacked a base in Somalia. The rebels said 30 soldiers were killed.";
    expect(told("2019-03-01", "", text)).toContain("killed 30: x-al-shabaab");
  });

  it("speaks for all that was told before, if they said this", () => {
    const text =
      "Ukraine's defenders destroyed 99 of 109 Russian drones overnight.\n\nThe Commander of the Air Force, Mykola Oleshchuk, said this on Telegram.";
    expect(told("2024-08-26", "", text)).toEqual(["drones.downed 99: UA", "drones.launched 109: UA"]);
  });
});
