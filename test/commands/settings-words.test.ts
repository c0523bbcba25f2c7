import { beforeEach, describe, expect, it } from "vitest";
import { defaultPolicy } from "../../src/alert/policy.ts";
import { meetsThresholds } from "../../src/outbox/wants.ts";
import { alertOf } from "../outbox/scene.ts";
import { createRig, ownChat, wordsOf, type Rig } from "./rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig();
  await rig.type("/subscribe");
});
const settings = async () => (await rig.store.chats.find(ownChat))?.subscription;

describe("any exchange", () => {
  it.each(["any exchange", "exchanges any", "будь-який обмін", "любой обмен"])(
    "lets every exchange through when typed as %s, whatever number was asked for before",
    async (typed) => {
      await rig.type("/threshold prisoners 50");
      await rig.type("/threshold bodies 100");
      await rig.type("/threshold killed 5");

      const answer = await rig.type(`/threshold ${typed}`);

      const thresholds = (await settings())?.thresholds ?? [];
      expect(thresholds).toEqual([{ measure: "killed", atLeast: 5, place: null }]);
      expect(meetsThresholds(thresholds, alertOf({ kind: "exchange", stage: "delayed", figures: [] }))).toBe(
        true,
      );
      expect(wordsOf(answer)).toContain("Saved");
    },
  );

  it.each([
    ["en", "any exchange", "Saved: Exchanges: any, everywhere"],
    ["uk", "будь-який обмін", "Збережено: Обміни: будь-які, усюди"],
    ["ru", "любой обмен", "Сохранено: Обмены: любые, везде"],
  ])("is confirmed in %s, also where there was nothing to take out", async (language, typed, saved) => {
    rig.become({ language });
    await rig.type(`/settings language ${language}`);
    await rig.type("/threshold killed 5");

    expect(wordsOf(await rig.type(`/threshold ${typed}`))).toContain(saved);
  });

  it("lets every attack through when typed as any strike", async () => {
    await rig.type("/threshold prisoners 50");
    await rig.type("/threshold killed 5 Kharkiv");

    await rig.type("/threshold any strike");

    expect((await settings())?.thresholds).toEqual([
      { measure: "prisoners.released", atLeast: 50, place: null },
    ]);
  });
});

describe("any development of a kind in a place", () => {
  const inKharkiv = ["UA:kharkiv", "UA-63", "UA"];

  it.each([
    ["any exchange in Kharkiv", "exchange"],
    ["будь-який обмін у Харкові", "exchange"],
    ["любой обмен в Харькове", "exchange"],
    ["any strike in Kharkiv", "strike"],
    ["будь-який удар у Харкові", "strike"],
    ["любой удар в Харькове", "strike"],
  ] as const)("comes when asked for as %s, with a number or without", async (typed, kind) => {
    await rig.type("/threshold bodies 100");
    await rig.type("/threshold killed 50");

    const answer = await rig.type(`/threshold ${typed}`);

    const thresholds = (await settings())?.thresholds ?? [];
    const stage = kind === "exchange" ? "delayed" : "done";
    const there = alertOf({ kind, stage, figures: [], places: inKharkiv });
    expect(meetsThresholds(thresholds, there)).toBe(true);
    expect(meetsThresholds(thresholds, { ...there, places: ["UA:sumy", "UA-59", "UA"] })).toBe(false);
    expect(wordsOf(answer)).toContain("Saved");
    expect(thresholds).toHaveLength(3);
  });

  it.each([
    ["en", "any exchange in Kharkiv", "Exchanges: any, Kharkiv"],
    ["uk", "будь-який обмін у Харкові", "Обміни: будь-які, Харків"],
    ["ru", "любой обмен в Харькове", "Обмены: любые, Харьков"],
  ])("is named as such in %s, and taken out by its line", async (language, typed, shown) => {
    rig.become({ language });
    await rig.type(`/settings language ${language}`);

    const panel = await rig.type(`/threshold ${typed}`);
    const line = panel.selects?.flatMap(({ options }) => options).find(({ label }) => label.includes(shown));
    await rig.choose(panel, line?.label ?? "");

    expect(wordsOf(panel)).toContain(shown);
    expect((await settings())?.thresholds).toEqual([]);
  });

  it("takes the place of a number for that kind there, and a number takes its place", async () => {
    await rig.type("/threshold prisoners 50 Kharkiv");
    await rig.type("/threshold any exchange in Kharkiv");
    const any = (await settings())?.thresholds;
    await rig.type("/threshold prisoners 70 Kharkiv");

    expect(any).toHaveLength(1);
    expect((await settings())?.thresholds).toEqual([
      { measure: "prisoners.released", atLeast: 70, place: "UA:kharkiv" },
    ]);
  });

  it("is refused where no such place is known", async () => {
    const answer = await rig.type("/threshold any exchange in Atlantis");

    expect(wordsOf(answer)).toContain("No place is called “Atlantis”");
    expect((await settings())?.thresholds).toEqual([]);
  });
});

describe("place unknown", () => {
  it("takes nothing away where it is pressed while everything is told", async () => {
    const answer = await rig.press(await rig.type("/settings places"), "place unknown");

    expect((await settings())?.places).toBeNull();
    expect(wordsOf(answer)).toContain("are told already");
  });

  it.each(["place unknown", "Place unknown", "місце невідоме", "место неизвестно", "невідомо"])(
    "is understood when typed as %s, as it is shown",
    async (typed) => {
      const answer = await rig.type(`/settings places ${typed}`);

      expect((await settings())?.places).toEqual({ codes: [], withUnknown: true });
      expect(wordsOf(answer)).toContain("Saved");
    },
  );

  it.each(["UA-63, place unknown", "місце невідоме, UA-63", "unknown, UA-63"])(
    "stands beside places in %s",
    async (typed) => {
      await rig.type(`/settings places ${typed}`);

      expect((await settings())?.places).toEqual({ codes: ["UA-63"], withUnknown: true });
    },
  );

  it("stays chosen when another place is typed", async () => {
    await rig.type("/settings places place unknown");
    await rig.type("/settings places UA-63");

    expect((await settings())?.places).toEqual({ codes: ["UA-63"], withUnknown: true });
  });
});

describe("topics that are told on request", () => {
  beforeEach(async () => {
    rig = await createRig({ policy: { ...defaultPolicy, onRequest: ["sanctions", "capture"] } });
    await rig.type("/subscribe");
  });

  it("are no part of a subscription that chose nothing, whose topics are named", async () => {
    const answer = await rig.type("/subscribe");

    expect((await settings())?.kinds).toBeNull();
    expect(wordsOf(answer)).toContain("Topics: exchanges, cease-fires, talks, attacks and their victims.");
  });

  it("come beside the usual ones when they are chosen in the list", async () => {
    await rig.choose(await rig.type("/settings kinds"), "sanctions");

    expect((await settings())?.kinds).toEqual(["exchange", "ceasefire", "talks", "strike", "sanctions"]);
  });

  it.each([
    ["all", ["exchange", "ceasefire", "talks", "strike", "sanctions", "capture"]],
    ["всё", ["exchange", "ceasefire", "talks", "strike", "sanctions", "capture"]],
    ["usual", null],
    ["звичайне", null],
    ["обычное", null],
  ])("are among all and not among the usual ones: %s", async (typed, kinds) => {
    await rig.type("/settings kinds capture");

    await rig.type(`/settings kinds ${typed}`);

    expect((await settings())?.kinds).toEqual(kinds);
  });

  it.each([
    ["en", "the usual", "everything", "Topics: everything"],
    ["uk", "звичайне", "усе", "Теми: усе"],
    ["ru", "обычное", "всё", "Темы: всё"],
  ])("have buttons for both in %s, each marked when it stands", async (language, usual, all, shown) => {
    await rig.type(`/settings language ${language}`);
    rig.become({ language });

    const before = await rig.type("/settings kinds");
    const after = await rig.press(before, all);

    expect(before.actions.map(({ label }) => label)).toContain(`✓ ${usual}`);
    expect(after.actions.map(({ label }) => label)).toContain(`✓ ${all}`);
    expect(wordsOf(await rig.type("/settings"))).toContain(shown);
    await rig.press(after, usual);
    expect((await settings())?.kinds).toBeNull();
  });

  it("go along in a link that somebody shares", async () => {
    await rig.type("/settings kinds all");
    const shared = /s-[\w-]+/u.exec(wordsOf(await rig.type("/share")))?.[0] ?? "";
    await rig.type("/settings kinds usual");

    await rig.press(await rig.type(`/start ${shared}`), /./u);

    expect((await settings())?.kinds).toHaveLength(6);
  });
});

describe("topics that an installation may tell or not", () => {
  const wide = async () => {
    rig = await createRig({
      policy: { ...defaultPolicy, kinds: [...defaultPolicy.kinds, "sanctions", "capture", "aid"] },
    });
    await rig.type("/subscribe");
  };

  it.each([
    ["sanctions", "sanctions"],
    ["territory", "capture"],
    ["aid", "aid"],
    ["санкції", "sanctions"],
    ["території", "capture"],
    ["допомога", "aid"],
    ["санкции", "sanctions"],
    ["территория", "capture"],
    ["помощь", "aid"],
  ])("are chosen by typing %s where they are told", async (typed, kind) => {
    await wide();

    await rig.type(`/settings kinds ${typed}`);

    expect((await settings())?.kinds).toEqual([kind]);
  });

  it("are chosen by button where they are told", async () => {
    await wide();

    await rig.choose(await rig.type("/settings kinds"), "sanctions", "territory", "aid");

    expect((await settings())?.kinds).toEqual(["sanctions", "capture", "aid"]);
  });

  it.each([
    ["en", "sanctions", "This installation does not tell of: sanctions."],
    ["en", "exchange, territory", "This installation does not tell of: territory."],
    ["uk", "допомога", "Тут не повідомляють про таке: допомога."],
    ["ru", "санкции", "Здесь не сообщают о таком: санкции."],
  ])("are refused as such in %s where they are not told: %s", async (language, typed, words) => {
    rig.become({ language });
    await rig.type(`/settings language ${language}`);
    const before = await settings();

    const set = await rig.type(`/settings kinds ${typed}`);
    const subscribed = await rig.type(`/subscribe ${typed}`);

    expect(wordsOf(set)).toContain(words);
    expect(wordsOf(subscribed)).toContain(words);
    expect(await settings()).toEqual(before);
  });
});

describe("a time zone", () => {
  it.each([
    ["MSK", "Europe/Moscow", "Europe/Moscow"],
    ["EST", "America/New_York", "America/New York"],
    ["CET", "Europe/Warsaw", "Europe/Warsaw"],
    ["GMT", "UTC", "UTC+0"],
    ["-5", "Etc/GMT+5", "UTC-5"],
    ["Хайфа", "Asia/Jerusalem", "Haifa (Israel): Asia/Jerusalem"],
    ["Ukraine", "Europe/Kyiv", "Ukraine: Europe/Kyiv"],
    ["Los Angeles", "America/Los_Angeles", "America/Los Angeles"],
    ["Нью-Йорк", "America/New_York", "New York (United States): America/New York"],
  ])("is taken by its whole name, and the answer says what was meant: %s", async (typed, zone, said) => {
    const answer = await rig.type(`/settings zone ${typed}`);

    expect((await settings())?.timeZone).toBe(zone);
    expect(wordsOf(answer)).toContain(`Saved: ${said}`);
  });

  it.each([
    ["blah", /^Blahodatne/u],
    ["a", /^Aruba/u],
    ["no", /^Norway/u],
    ["IST", /^Asia\/Jerusalem/u],
    ["UTC+5:30", /^Asia\/Kolkata/u],
    ["Argentina/Buenos", /^America\/Argentina\/Buenos Aires/u],
  ])("is asked about where only a part of a name is typed: %s", async (typed, button) => {
    const before = (await settings())?.timeZone;

    const which = await rig.type(`/settings zone ${typed}`);
    const unchanged = (await settings())?.timeZone;
    const answer = await rig.press(which, button);

    expect(wordsOf(which)).toContain("Which one do you mean?");
    expect(unchanged).toBe(before);
    expect(wordsOf(answer)).toContain("Saved");
    expect(answer.actions.some(({ label }) => label.startsWith("✓"))).toBe(true);
  });
});

describe("a conflict", () => {
  it.each([
    ["Russia Ukraine", "RU-UA"],
    ["Gaza", "IL-PS"],
    ["Ліван", "IL-LB"],
    ["Судан", "SD"],
    ["Russia", "RU-UA"],
  ])("is taken by its sides, its name or a place where it is fought: %s", async (typed, id) => {
    const answer = await rig.type(`/settings conflicts ${typed}`);

    expect((await settings())?.conflicts).toEqual([id]);
    expect(wordsOf(answer)).toContain("Saved");
  });

  it("is asked about where several are called so, beside what is sure", async () => {
    const several = await rig.type("/settings conflicts Israel");
    const none = (await settings())?.conflicts;
    await rig.press(several, "Israel–Iran");
    const one = (await settings())?.conflicts;
    const both = await rig.type("/settings conflicts Somalia, Israel");

    expect(none).toBeNull();
    expect(several.actions.map(({ label }) => label)).toContain("Israel–Hezbollah");
    expect(one).toEqual(["IL-IR"]);
    expect((await settings())?.conflicts).toEqual(["IL-IR", "SO"]);
    expect(wordsOf(both)).toContain("Which one do you mean?");
  });
});
