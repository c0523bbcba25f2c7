import { beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../../src/model/message.ts";
import { event, figure, moscowOfficial, type Story } from "../ledger/story.ts";
import { askedStory } from "./asked-story.ts";
import { createRig, wordsOf, type Rig } from "./rig.ts";

let rig: Rig;
let story: Story;
let ids: Readonly<Record<string, string>>;
beforeEach(async () => {
  ({ rig, story, ids } = await askedStory());
});
const titles = (message: Message): readonly string[] =>
  message.selects?.flatMap(({ options }) => options.map(({ label }) => label)) ?? [];

it("tells four developments of the story", () => {
  expect(Object.keys(ids).toSorted()).toEqual(["captives", "deal", "night", "place"]);
});

describe("the latest", () => {
  it("is shown in full, the earlier ones in a list to open", async () => {
    const answer = await rig.type("/latest");
    const opened = await rig.choose(answer, titles(answer)[0] ?? "");

    expect(answer.title).toContain("Air attack");
    expect(titles(answer)[0]).toContain("Kharkiv");
    expect(wordsOf(opened)).toContain("погибли пять человек");
  });

  it("goes by what the chat asks for", async () => {
    await rig.type("/subscribe exchange");

    const answer = await rig.type("/latest");
    await rig.type("/settings places SD");
    const none = await rig.type("/latest");

    expect(wordsOf(answer)).not.toContain("Kharkiv");
    expect(wordsOf(answer)).toContain("390");
    expect(none.title).toContain("Nothing that this chat follows");
  });

  it("is what a new subscriber is shown, by their own settings", async () => {
    await rig.type("/subscribe exchange");

    const sample = wordsOf(await rig.type("/subscribe"));
    expect(sample).toContain("Prisoner exchange");
    expect(sample).not.toContain("Air attack");
  });
});

describe("the totals", () => {
  it.each([
    [
      "en",
      [
        "390 of 1,000",
        "610 left",
        "Air attacks in the last week",
        "200 drones",
        "Deadliest strikes",
        "5 killed",
      ],
    ],
    ["uk", ["390", "лишилося", "Повітряні атаки", "200 дронів", "5 загиблих"]],
    ["ru", ["390", "осталось", "Воздушные атаки", "200", "5 погибших"]],
  ])("say in %s how far an exchange has come, and what each day brought", async (language, parts) => {
    rig.become({ language });

    const words = wordsOf(await rig.type("/totals"));

    for (const part of parts) expect(words).toContain(part);
  });

  it("leave out conflicts that the chat does not follow", async () => {
    await rig.type("/subscribe");
    await rig.type("/settings conflicts SD");

    expect((await rig.type("/totals")).title).toBe("Nothing has been counted yet.");
  });
});

describe("a night that was withdrawn whole", () => {
  it("is none of the totals any more, and has no chart", async () => {
    const night = ids["night"] ?? "";
    const before = wordsOf(await rig.type("/totals"));

    await story.review(
      "11:30",
      { kind: "withdraw", development: night, figure: null, reportId: null },
      "wrong",
    );

    expect(before).toContain("Air attacks in the last week");
    expect(wordsOf(await rig.type("/totals"))).not.toContain("Air attacks in the last week");
    const open = await rig.type(`/development ${night}`);
    expect(open.actions.filter(({ command }) => command === "chart")).toEqual([]);
  });
});

describe("a development", () => {
  it("has its claims side by side, its sources, and its sentences in their language", async () => {
    const words = wordsOf(await rig.type(`/development ${ids["captives"]}`));

    expect(words).toContain("Prisoners returned to Ukraine: 390. A Ukrainian official");
    expect(words).toContain("Prisoners returned to Russia: 390. A Russian official");
    expect(words).toContain("Додому повернулися 390 полонених");
    expect(words).toContain("Вигаданий вісник");
  });

  it("names the id that other commands take", async () => {
    const id = ids["captives"] ?? "";

    expect(wordsOf(await rig.type(`/development ${id}`))).toContain(`No. ${id}`);
  });

  it("shows a rival's number beside the leading one", async () => {
    await story.tell({
      at: "11:30",
      outlet: "The Other Gazette",
      figures: [
        figure("prisoners.released", "UA", 385, { by: moscowOfficial, evidence: "385 were handed over" }),
      ],
      events: [event("exchange", "done")],
    });

    const words = wordsOf(await rig.type(`/development ${ids["captives"]}`));

    expect(words).toMatch(/✓ Prisoners returned to Ukraine: 390\. .*shown in the message/u);
    expect(words).toContain("385");
    expect(words).toContain("385 were handed over");
  });

  it("goes through all sentences, page by page, where it stands", async () => {
    for (let at = 0; at < 12; at += 1)
      await story.tell({
        at: `11:${String(at + 10)}`,
        outlet: `Outlet ${at}`,
        figures: [
          figure("killed", "UA", 5, {
            places: ["UA:kharkiv", "UA-63", "UA"],
            evidence: `sentence ${at}: 5 killed`,
          }),
        ],
        events: [event("strike", "done", { places: ["UA:kharkiv", "UA-63", "UA"] })],
      });

    const first = await rig.type(`/development ${ids["place"]}`);
    const second = await rig.press(first, "More sentences");
    const back = await rig.press(second, "Overview");

    expect(wordsOf(second)).toContain("sentence 5");
    expect(back.blocks).toEqual(first.blocks);
    expect(await rig.reply(`/development ${ids["place"]} 2`)).toMatchObject({ isInPlace: true });
  });
});

describe("a chart", () => {
  it("that there is none of is said to be unknown, with those that there are", async () => {
    const { title, blocks, actions } = await rig.type("/chart nights");

    expect([title, ...blocks.map((block) => ("text" in block ? block.text : ""))]).toContain(
      "There is no chart “nights”.",
    );
    expect(actions.length).toBeGreaterThan(2);
  });

  it("of an exchange has its legs up to the target", async () => {
    const { chart } = await rig.type("/chart exchange");

    expect(chart?.plot).toEqual({
      kind: "legs",
      legs: [{ label: "4 Mar", value: 390 }],
      target: 1000,
      targetLabel: "Agreed: 1,000",
    });
    expect(chart?.alternative).toContain("390 of 1,000 agreed");
    expect(chart?.source).toContain("Вигаданий вісник");
    expect(chart?.source).toMatch(/As of 4 March 2031 at \d\d:\d\d$/u);
  });

  it("of an exchange is of a conflict that the chat follows", async () => {
    await rig.type("/subscribe");
    await rig.type("/settings conflicts Sudan");

    expect((await rig.type("/chart exchange")).chart).toBeUndefined();
    expect((await rig.type("/chart")).actions.map(({ label }) => label).join()).not.toContain("exchange");
  });

  it("of the nights has what was launched and what was stopped", async () => {
    const { chart } = await rig.type("/chart days");

    expect(chart?.plot).toMatchObject({
      kind: "days",
      series: [{ label: "Drones launched" }, { label: "Drones stopped" }],
    });
    if (chart?.plot.kind !== "days") throw new Error("no chart of days");
    expect(chart.plot.days).toHaveLength(14);
    expect(chart.plot.series.map(({ values }) => values.at(-1))).toEqual([200, 180]);
    expect(chart.plot.series[0]?.values[0]).toBeNull();
  });

  it("of a night of long ago ends with that night, for who attacked then", async () => {
    await rig.clock.advance(40 * 86_400_000);

    const old = await rig.type(`/chart ${ids["night"]}`);
    const longer = await rig.press(old, "30 days");
    const today = await rig.type("/chart days");

    expect(old.chart?.plot).toMatchObject({ kind: "days" });
    expect(old.chart?.subtitle).toBe("19 Feb – 4 Mar 2031");
    expect(longer.chart?.subtitle).toBe("3 Feb – 4 Mar 2031");
    expect(today.title).toBe("There are no numbers yet to draw.");
  });

  it("of missiles is drawn where no drones were counted", async () => {
    await story.tell({
      at: "11:50",
      figures: [
        figure("missiles.launched", "UA", 120, {
          by: moscowOfficial,
          places: ["RU"],
          evidence: "120 missiles",
        }),
        figure("missiles.stopped", "UA", 110, {
          by: moscowOfficial,
          places: ["RU"],
          evidence: "110 stopped",
        }),
      ],
      events: [event("strike", "done", { places: ["RU"], parties: ["UA", "RU"] })],
    });

    const missiles = await rig.type("/chart days UA");
    const drones = await rig.press(missiles, "Attacks: Russia");

    expect(missiles.title).toBe("Missiles by day (Ukraine)");
    expect(drones.title).toBe("Drones by day (Russia)");
  });

  it("of a strike has a line a speaker, of places a bar a place", async () => {
    const toll = (await rig.type(`/chart ${ids["place"]}`)).chart;
    const places = (await rig.type("/chart places")).chart;

    expect(toll?.plot).toMatchObject({
      kind: "toll",
      lines: [{ label: "A Ukrainian official", points: [{ low: 5, best: 5, high: 5 }] }],
    });
    expect(places?.plot).toEqual({ kind: "places", places: [{ label: "Kharkiv", value: 5 }] });
  });

  it("is offered in a menu, and each of its buttons leads somewhere", async () => {
    const menu = await rig.type("/chart");

    for (const { label } of menu.actions) expect((await rig.press(menu, label)).chart).toBeDefined();
  });

  it("is offered only where there are numbers for it", async () => {
    const empty = await createRig();
    const menu = await empty.type("/chart");

    expect(menu.actions).toEqual([]);
    expect(wordsOf(menu)).toContain("There are no numbers yet to draw.");
  });

  it.each(["en", "uk", "ru"])("has all its words in %s, and a text that says the same", async (language) => {
    rig.become({ language });

    for (const line of ["/chart exchange", "/chart days", "/chart places", `/chart ${ids["place"]}`]) {
      const { chart } = await rig.type(line);
      expect(chart?.language).toBe(language);
      expect(chart?.alternative.length).toBeGreaterThan(20);
      expect(chart?.alternative.length).toBeLessThanOrEqual(900);
    }
  });
});
