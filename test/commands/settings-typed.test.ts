import { beforeEach, describe, expect, it } from "vitest";
import { createRig, ownChat, wordsOf, type Rig } from "./rig.ts";

describe("settings that are typed", () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await createRig();
  });
  const settings = async () => (await rig.store.chats.find(ownChat))?.subscription;

  it.each([
    ["/settings pace дайджест", { pace: "digest" }],
    ["/settings pace сразу", { pace: "instant" }],
    ["/settings pace оба", { pace: "both" }],
    ["/settings pace digest daily at 18:00", { pace: "digest", digest: { every: "day", at: "18:00" } }],
    [
      "/settings digest weekly friday 18:00",
      { pace: "digest", digest: { every: "week", weekday: 5, at: "18:00" } },
    ],
    ["/settings pace weekly", { pace: "digest", digest: { every: "week" } }],
    ["/settings pace daily 8", { pace: "digest", digest: { every: "day", at: "08:00" } }],
    ["/settings pace щодня 9", { pace: "digest", digest: { every: "day", at: "09:00" } }],
    ["/threshold полонених 1 000", { thresholds: [{ measure: "prisoners.released", atLeast: 1000 }] }],
    [
      "/threshold killed 5, Kharkiv",
      { thresholds: [{ measure: "killed", atLeast: 5, place: "UA:kharkiv" }] },
    ],
    [
      "/threshold Killed: 1,000 or more, Kharkiv",
      { thresholds: [{ measure: "killed", atLeast: 1000, place: "UA:kharkiv" }] },
    ],
    [
      "/threshold Загинули: від 5, Харків",
      { thresholds: [{ measure: "killed", atLeast: 5, place: "UA:kharkiv" }] },
    ],
    [
      "/threshold killed 5+ , Kharkiv",
      { thresholds: [{ measure: "killed", atLeast: 5, place: "UA:kharkiv" }] },
    ],
    ["/threshold killed >= 5", { thresholds: [{ measure: "killed", atLeast: 5 }] }],
    ["/threshold будь-які обміни", { thresholds: [] }],
    ["/threshold любые обмены", { thresholds: [] }],
    ["/settings дайджест 09:30", { pace: "digest", digest: { at: "09:30" } }],
    ["/settings часовий пояс Тбілісі", { timeZone: "Asia/Tbilisi" }],
    ["/settings часовой пояс Тбилиси", { timeZone: "Asia/Tbilisi" }],
    ["/settings topics talks", { kinds: ["talks"] }],
    ["/settings темы переговоры", { kinds: ["talks"] }],
    ["/settings sound тихо", { loudness: "silent" }],
    ["/settings звук лише важливе", { loudness: "policy" }],
    ["/settings sound Всегда", { loudness: "loud" }],
    [
      "/threshold drones more than 200",
      { thresholds: [{ measure: "drones.launched", atLeast: 200, place: null }] },
    ],
    [
      "/threshold дронів понад 200",
      { thresholds: [{ measure: "drones.launched", atLeast: 200, place: null }] },
    ],
    [
      "/threshold дронов больше 200",
      { thresholds: [{ measure: "drones.launched", atLeast: 200, place: null }] },
    ],
  ])("are understood in people's own words: %s", async (line, expected) => {
    await rig.type("/subscribe");

    const answer = await rig.type(line);

    expect(await settings()).toMatchObject(expected);
    expect(wordsOf(answer)).toContain("Saved");
  });

  it.each([
    ["uk", "/settings kinds плітки", "Є такі: усе, обміни, припинення, переговори, удари"],
    ["ru", "/settings kinds слухи", "обмены"],
  ])(
    "are answered in the chat's language by words that it understands: %s",
    async (language, line, words) => {
      await rig.type("/subscribe");
      await rig.type(`/settings language ${language}`);

      expect(wordsOf(await rig.type(line))).toContain(words);
      for (const word of ["усе", "обміни", "припинення", "переговори", "удари"])
        expect(wordsOf(await rig.type(`/settings kinds ${word}`))).toMatch(/Збережено|Сохранено/u);
    },
  );

  it("are what the buttons say, in three languages", async () => {
    const said: readonly (readonly [string, string, object])[] = [
      ["/settings places Kharkiv", "/settings places everywhere", { places: null }],
      ["/settings places Kharkiv", "/settings places скрізь", { places: null }],
      ["/settings places Kharkiv", "/settings places везде", { places: null }],
      ["/settings pace digest", "/settings pace at once", { pace: "instant" }],
      ["/settings pace digest", "/settings pace Одразу", { pace: "instant" }],
      ["/settings pace digest", "/settings pace Дайджестом", { pace: "digest" }],
      ["/settings pace digest", "/settings pace every week", { digest: { every: "week" } }],
      ["/settings sides Ukraine", "/settings sides all sides", { sides: null }],
      ["/settings sides Ukraine", "/settings sides усі сторони", { sides: null }],
      ["/settings conflicts Sudan", "/settings conflicts all conflicts", { conflicts: null }],
      ["/settings quiet 23-7", "/settings quiet немає", { quiet: null }],
      ["/threshold killed 5", "/threshold none", { thresholds: [] }],
      ["/threshold killed 5", "/threshold any number", { thresholds: [] }],
      ["/threshold killed 5", "/threshold немає", { thresholds: [] }],
      ["/threshold killed 5", "/threshold нет", { thresholds: [] }],
      ["/threshold killed 5", "/threshold Remove: Killed: 5 or more", { thresholds: [] }],
    ];
    await rig.type("/subscribe");

    for (const [before, line, expected] of said) {
      await rig.type(before);
      const answer = await rig.type(line);

      expect(await settings(), line).toMatchObject(expected);
      expect(wordsOf(answer), line).toContain("Saved");
    }
  });

  it("take one of several numbers out", async () => {
    await rig.type("/subscribe");
    await rig.type("/threshold drones 200");

    for (const words of [
      "none killed",
      "off killed 5",
      "нет погибших",
      "Remove: Killed: 5 or more, Kharkiv",
    ]) {
      await rig.type("/threshold killed 5 Kharkiv");
      await rig.type(`/threshold ${words}`);

      expect(
        (await settings())?.thresholds.map(({ measure }) => measure),
        words,
      ).toEqual(["drones.launched"]);
    }
  });

  it("are completed to a number's removal", async () => {
    await rig.type("/subscribe");
    await rig.type("/threshold killed 5 Kharkiv");
    await rig.type("/threshold drones 200");

    const [first] = await rig.commands.complete({
      command: "threshold",
      subcommand: null,
      option: "threshold",
      typed: "none",
      address: ownChat,
      user: { platform: "telegram", id: "7", language: "en" },
    });
    await rig.type(`/threshold ${first?.value ?? ""}`);

    expect(first?.label).toBe("Remove: Killed: 5 or more, Kharkiv");
    expect((await settings())?.thresholds.map(({ measure }) => measure)).toEqual(["drones.launched"]);
  });

  it("lead nowhere else where they name no page", async () => {
    await rig.type("/subscribe");
    const before = await settings();

    const answer = await rig.type("/settings whatever 5");

    expect(answer.title).toBe("Settings");
    expect(await settings()).toEqual(before);
  });

  it.each([
    ["/settings kinds exchange,strike", { kinds: ["exchange", "strike"] }],
    ["/settings conflicts Russia-Ukraine", { conflicts: ["RU-UA"] }],
    ["/settings conflicts Судан, IL-PS", { conflicts: ["SD", "IL-PS"] }],
    ["/settings places UA-63", { places: { codes: ["UA-63"], withUnknown: false } }],
    ["/settings places Харківська область", { places: { codes: ["UA-63"], withUnknown: false } }],
    ["/settings places Харьков, Сумы", { places: { codes: ["UA:kharkiv", "UA:sumy"], withUnknown: false } }],
    ["/settings places unknown", { places: { codes: [], withUnknown: true } }],
    ["/settings places невідоме", { places: { codes: [], withUnknown: true } }],
    ["/settings sides Ukraine", { sides: ["UA"] }],
    ["/settings sides ХАМАС", { sides: ["x-hamas"] }],
    [
      "/settings pace digest 08:30 weekly",
      { pace: "digest", digest: { every: "week", weekday: 1, at: "08:30" } },
    ],
    ["/settings pace both п'ятниця 9", { pace: "both", digest: { every: "week", weekday: 5, at: "09:00" } }],
    ["/settings pace digest 7", { pace: "digest", digest: { every: "day", weekday: 1, at: "07:00" } }],
    ["/settings quiet 23:00-07:00", { quiet: { from: "23:00", to: "07:00", except: [] } }],
    ["/settings quiet 23-7 except exchange", { quiet: { from: "23:00", to: "07:00", except: ["exchange"] } }],
    ["/settings sound silent", { loudness: "silent" }],
    ["/settings language uk", { language: "uk" }],
    ["/settings zone Europe/Warsaw", { timeZone: "Europe/Warsaw" }],
    ["/settings zone Хайфа", { timeZone: "Asia/Jerusalem" }],
    ["/settings zone new york", { timeZone: "America/New_York" }],
    ["/settings zone UTC+2", { timeZone: "Etc/GMT-2" }],
    ["/threshold killed 5 Kharkiv", { thresholds: [{ measure: "killed", atLeast: 5, place: "UA:kharkiv" }] }],
    [
      "/threshold drones at least 1,200",
      { thresholds: [{ measure: "drones.launched", atLeast: 1200, place: null }] },
    ],
    [
      "/threshold prisoners any",
      { thresholds: [{ measure: "prisoners.released", atLeast: 1, place: null }] },
    ],
    ["/threshold дрони 200", { thresholds: [{ measure: "drones.launched", atLeast: 200, place: null }] }],
    [
      "/threshold пленные любое",
      { thresholds: [{ measure: "prisoners.released", atLeast: 1, place: null }] },
    ],
    [
      "/threshold killed at least 5 in Kharkiv",
      { thresholds: [{ measure: "killed", atLeast: 5, place: "UA:kharkiv" }] },
    ],
    ["/threshold any exchange", { thresholds: [] }],
    ["/threshold будь-який обмін", { thresholds: [] }],
    ["/threshold 200 drones", { thresholds: [{ measure: "drones.launched", atLeast: 200, place: null }] }],
    [
      "/threshold 5 killed in Kharkiv",
      { thresholds: [{ measure: "killed", atLeast: 5, place: "UA:kharkiv" }] },
    ],
    [
      "/threshold від 200 дронів",
      { thresholds: [{ measure: "drones.launched", atLeast: 200, place: null }] },
    ],
    [
      "/threshold дронів щонайменше 200",
      { thresholds: [{ measure: "drones.launched", atLeast: 200, place: null }] },
    ],
    [
      "/threshold убито не меньше 5 в Харькове",
      { thresholds: [{ measure: "killed", atLeast: 5, place: "UA:kharkiv" }] },
    ],
    ["/settings kinds обмін", { kinds: ["exchange"] }],
    ["/settings kinds attacks, переговоры", { kinds: ["talks", "strike"] }],
    ["/threshold поранені 5", { thresholds: [{ measure: "injured", atLeast: 5, place: null }] }],
    ["/threshold загинули 3 в Сумах", { thresholds: [{ measure: "killed", atLeast: 3, place: "UA:sumy" }] }],
  ])("understands %s when it is typed", async (line, expected) => {
    await rig.type("/subscribe");

    const answer = await rig.type(line);

    expect(await settings()).toMatchObject(expected);
    expect(wordsOf(answer)).toMatch(/Saved|Збережено/u);
  });

  it.each([
    ["/settings kinds gossip", "“gossip” is no topic"],
    ["/settings conflicts Atlantis", "No conflict is called “Atlantis”"],
    ["/settings places Atlantis", "No place is called “Atlantis”"],
    ["/settings sides Atlantis", "No side is called “Atlantis”"],
    ["/settings sources Atlantis", "No source is called “Atlantis”"],
    ["/settings pace sometimes", "“sometimes” is not understood"],
    ["/settings quiet tonight", "Give two times"],
    ["/settings quiet 25:00-07:00", "Give two times"],
    ["/settings sound whisper", "can be: What matters, Always, Never"],
    ["/settings language fr", "can be: English, Українська, Русский"],
    ["/settings zone Atlantis", "No city or zone is called “Atlantis”"],
    ["/threshold gossip 5", "“gossip” is nothing that is counted here"],
    ["/threshold 5", "“5” is nothing that is counted here"],
    ["/threshold any", "“any” is nothing that is counted here"],
    ["/threshold killed 0", "How many at least?"],
    ["/threshold constructor 5", "“constructor” is nothing that is counted here."],
    ["/threshold killed 5 Atlantis", "No place is called “Atlantis”"],
  ])("says of %s what to write instead, and changes nothing", async (line, words) => {
    await rig.type("/subscribe");
    const before = await settings();

    const answer = await rig.type(line);

    expect(wordsOf(answer)).toContain(words);
    expect(await settings()).toEqual(before);
  });

  it("says long words back in short", async () => {
    await rig.type("/subscribe");

    for (const page of ["kinds", "conflicts", "places", "sides", "sources", "pace", "zone", "thresholds"]) {
      const answer = await rig.type(`/settings ${page} ${"atlantis".repeat(400)}`);
      expect(wordsOf(answer).length).toBeLessThan(700);
    }
  });
});
