import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { makeReport } from "../contract/store/documents.ts";

/** The events that a report of a day tells: "talks scheduled 2025-08-08". */
function events(day: string, title: string, text: string): string[] {
  const publishedAt = Date.parse(`${day}T15:00:00Z`);
  const read = readReport(makeReport({ id: "a", lang: "en", publishedAt, title, text }));
  return read.events.map(({ kind, stage, date }) => `${kind} ${stage} ${date}`);
}

describe("events of wars of other years", () => {
  it.each([
    [
      "a town that its own government says was taken is confirmed",
      "2025-02-16",
      "Rebels in Bukavu",
      "M23 fighters took up positions in Bukavu on Sunday. The government acknowledged that the city had been taken.",
      "capture confirmed 2025-02-16",
    ],
    [
      "forces in full control of a town have taken it",
      "2020-11-28",
      "Ethiopia declares victory in Tigray",
      "The prime minister said federal forces were in full control of Mekelle.",
      "capture claimed null",
    ],
    [
      "two sides that met held talks",
      "2024-01-12",
      "Myanmar junta, rebels agree ceasefire",
      "The two sides met in Kunming on January 10.",
      "talks held 2024-01-10",
    ],
    [
      "talks that are to begin on a day ahead are scheduled, whatever was signed before",
      "2025-07-19",
      "DRC, M23 sign declaration in Doha",
      "Kinshasa and the rebels committed themselves on Saturday to talks, which are to begin no later than August 8.",
      "talks scheduled 2025-08-08",
    ],
    [
      "those who commit themselves to a truce have agreed on it",
      "2025-07-19",
      "DRC, M23 sign declaration in Doha",
      "Kinshasa and M23 committed themselves on Saturday to a permanent ceasefire.",
      "ceasefire agreed 2025-07-19",
    ],
    [
      "a title's truce is of the day that the text tells of",
      "2020-10-10",
      "Armenia, Azerbaijan agree to ceasefire",
      "The ministers met in Moscow on Friday.",
      "ceasefire agreed 2020-10-09",
    ],
    [
      "a title's swap is agreed on the day that the text tells of",
      "2018-12-14",
      "Yemen government, Houthis agree to exchange prisoners",
      "The delegations met on Tuesday near Stockholm.",
      "exchange agreed 2018-12-11",
    ],
    [
      "a title's sanctions are of the day that the text tells of",
      "2024-06-13",
      "US imposes sanctions on Sudanese companies",
      "The Treasury added three firms to its list on Wednesday.",
      "sanctions adopted 2024-06-12",
    ],
    [
      "one side that accuses the other of breaches tells of a broken truce",
      "2025-05-10",
      "India and Pakistan agree truce",
      "The truce came into force on Saturday. By nightfall India accused Pakistan of breaches.",
      "ceasefire violated 2025-05-10",
    ],
    [
      "an agreement to pause fire that is breached is a broken truce",
      "2022-03-05",
      "Evacuation of Mariupol halted",
      "Ukrainian authorities accused Russian forces of breaching an agreement to pause fire.",
      "ceasefire violated null",
    ],
    [
      "talks that yield something were held",
      "2022-03-03",
      "Ukraine: talks on corridors",
      "The talks between Russian and Ukrainian negotiators yielded only limited progress.",
      "talks held null",
    ],
    [
      "the end of a truce that an army declares is no agreement",
      "2016-09-19",
      "Syrian army declares end of truce",
      "The Syrian military said the ceasefire was over.",
      "ceasefire ended null",
    ],
  ])("%s", (_, ...[day, title, text, expected]) => {
    expect(events(day, title, text)).toContain(expected);
  });

  it("take no city for lost that its government only warns of", () => {
    expect(
      events("2025-02-16", "Congo warns of rebels", "The government did not confirm that Goma had fallen."),
    ).toEqual([]);
  });
});
