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

describe("a bare office right after what was struck", () => {
  it("is the region's, whoever attacked it", () => {
    const text = "A Ukrainian drone wounded four people in the Belgorod region on Monday, its governor said.";
    expect(told("2024-07-09", "", text)).toEqual(["injured 4: RU"]);
  });

  it("is the outlet's own side's, not that of the foe whose land is named", () => {
    const publishedAt = Date.parse("2023-09-21T15:00:00Z");
    const source = { name: "Own Agency", side: "AZ" };
    const text = "192 servicemen of the Azerbaijani army were killed in Nagorno-Karabakh, the ministry said.";
    const report = makeReport({ id: "a", lang: "en", publishedAt, source, title: "", text });
    expect(readReport(report).figures.map(({ by }) => by?.side)).toEqual(["AZ"]);
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

/** Whose, over what time and what is counted: "killed PS 192 running". */
function counted(day: string, title: string, text: string): string[] {
  const publishedAt = Date.parse(`${day}T15:00:00Z`);
  const { figures } = readReport(makeReport({ id: "a", lang: "en", publishedAt, title, text }));
  return figures.map(({ measure, side, group, low, scope }) =>
    [measure, side, ...(group === null ? [] : [group]), low, scope].join(" "),
  );
}

describe("figures of wars of other years", () => {
  it.each([
    [
      "a toll after a part of the dead is of all",
      "2021-05-16",
      "Forty-two Palestinians, including 10 children, were killed in Gaza City on Sunday, the health ministry said, bringing the toll since Monday to 192.",
      ["killed PS 192 running"],
    ],
    [
      "a war told by its length is counted as a whole, the other side's dead beside it too",
      "2014-08-26",
      "The truce in Gaza began on Tuesday after 50 days in which more than 2,100 Palestinians died.\n\nOn the Israeli side 64 soldiers have been killed.",
      ["killed PS 2100 overall", "killed IL military 64 overall"],
    ],
    [
      "an offensive told by its length is counted as a whole",
      "2009-01-18",
      "The three-week offensive killed 1,300 Palestinians in Gaza, medics say.",
      ["killed PS 1300 overall"],
    ],
    [
      "rockets toward Israel from Gaza are those of the group that fires from there",
      "2021-05-20",
      "More than 3,100 rockets have been fired toward Israel from Gaza over the past week, the Israeli military said.",
      ["rockets.launched x-hamas 3100 running"],
    ],
    [
      "detainees flown home in an exchange are both sides'",
      "2020-10-16",
      "Planes took off in Yemen on Friday, completing the exchange of prisoners between the Houthi rebels and the government. The Red Cross said 1,056 detainees had been flown home in two days.",
      ["prisoners.released both 1056 running"],
    ],
    [
      "hostages who are rescued are freed by no exchange, and the dead that a group tells of are people of its land",
      "2024-06-09",
      "Israeli forces rescued four hostages alive in Gaza on Saturday. Hamas said 274 people were killed.",
      ["rescued IL 4 event", "killed PS 274 event"],
    ],
    [
      "rebels traded for servicemen are the one side's, servicemen the other's",
      "2014-12-27",
      "Ukraine and pro-Russian separatists carried out a prisoner swap on Friday, trading 222 rebels for 146 servicemen.",
      ["prisoners.released RU 222 event", "prisoners.released UA military 146 event"],
    ],
    [
      "patients whom hospitals took in were hurt, the bodies of children are dead children",
      "2018-08-09",
      "Air strikes hit Saada in Yemen on Thursday. Hospitals received 48 people, and the bodies of 29 children, the Red Cross said.",
      ["injured YE 48 event", "killed YE children 29 event"],
    ],
    [
      "people of whom nothing is known are missing",
      "2022-09-20",
      "Strikes hit Aleppo in Syria on Monday. The fate of more than 30 people remained unknown, rescuers said.",
      ["missing SY 30 event"],
    ],
    [
      "soldiers who are looked for are missing",
      "2024-05-06",
      "Fighting went on in Khartoum. The whereabouts of more than 40 soldiers are being established, the Sudanese army said.",
      ["missing SD military 40 event"],
    ],
    [
      "injuries told with their severity are injuries",
      "2024-05-05",
      "Shells hit Omdurman in Sudan on Saturday. Twelve people sustained injuries of varying severity.",
      ["injured SD 12 event"],
    ],
    [
      "drones that are wiped out are downed",
      "2024-06-01",
      "Air defences wiped out 58 Ukrainian drones over Russia overnight, the Russian Defence Ministry said.",
      ["drones.downed UA 58 event"],
    ],
    [
      "a party named like a land tells of its own soldiers",
      "2020-10-28",
      "Shelling went on in Karabakh. Nagorno-Karabakh's army said 1,068 of its soldiers had been killed.",
      ["killed x-artsakh military 1068 event"],
    ],
  ])("%s", (_, day, text, expected) => {
    expect(counted(day, "", text)).toEqual(expect.arrayContaining(expected));
  });
});
