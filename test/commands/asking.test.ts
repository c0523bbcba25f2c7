import { beforeEach, describe, expect, it } from "vitest";
import { indexNext } from "../../src/commands/search/indexer.ts";
import { defaultPolicy } from "../../src/alert/policy.ts";
import type { Message } from "../../src/model/message.ts";
import { placeRows } from "../../src/reference/places.ts";
import { event, figure, kyivOfficial, moscowOfficial, Story } from "../ledger/story.ts";
import { makeSource } from "../contract/store/documents.ts";
import { createRig, ownChat, wordsOf, type Rig } from "./rig.ts";

const noonThere = Date.parse("2031-03-04T12:00:00Z");

/** An exchange in two legs, a night and a strike, told in three languages by invented outlets. */
async function tellStory(rig: Rig): Promise<Story> {
  rig.clock.jumpTo(noonThere);
  const story = new Story(rig.store, { ...defaultPolicy, holdMs: 0 });
  await story.tell({
    at: "08:00",
    outlet: "The Invented Courier",
    text: "Both sides agreed to exchange prisoners, 1,000 for 1,000.",
    figures: [
      figure("prisoners.released", "UA", 1000, { scope: "planned", by: kyivOfficial }),
      figure("prisoners.released", "RU", 1000, { scope: "planned", by: kyivOfficial }),
    ],
    events: [event("exchange", "agreed")],
  });
  await story.tell({
    at: "10:00",
    outlet: "Вигаданий вісник",
    text: "Додому повернулися 390 полонених, сказав речник.",
    figures: [
      figure("prisoners.released", "UA", 390, {
        by: kyivOfficial,
        evidence: "Додому повернулися 390 полонених",
      }),
      figure("prisoners.released", "RU", 390, { by: moscowOfficial, evidence: "390 передано іншій стороні" }),
    ],
    events: [event("exchange", "done")],
  });
  await story.tell({
    at: "10:30",
    outlet: "Вымышленная хроника",
    text: "В Харькове после удара погибли пять человек.",
    figures: [
      figure("killed", "UA", 5, {
        places: ["UA:kharkiv", "UA-63", "UA"],
        by: kyivOfficial,
        evidence: "погибли пять человек",
      }),
    ],
    events: [event("strike", "done", { places: ["UA:kharkiv", "UA-63", "UA"], parties: ["RU", "UA"] })],
  });
  await story.tell({
    at: "11:00",
    outlet: "The Invented Courier",
    text: "The air force says 200 drones were launched overnight, 180 of them stopped.",
    figures: [
      figure("drones.launched", "RU", 200, {
        by: kyivOfficial,
        places: ["UA"],
        evidence: "200 drones were launched",
      }),
      figure("drones.stopped", "RU", 180, {
        by: kyivOfficial,
        places: ["UA"],
        evidence: "180 of them stopped",
      }),
    ],
    events: [event("strike", "done", { places: ["UA"], parties: ["RU", "UA"] })],
  });
  while (await indexNext(rig.store)) continue;
  return story;
}

describe("asking", () => {
  let rig: Rig;
  let story: Story;
  let ids: Readonly<Record<string, string>>;
  beforeEach(async () => {
    rig = await createRig();
    story = await tellStory(rig);
    ids = Object.fromEntries(story.alerts.map((alert) => [alert.subject, alert.development]));
  });
  const settings = async () => (await rig.store.chats.find(ownChat))?.subscription;
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

  describe("a development", () => {
    it("has its claims side by side, its sources, and its sentences in their language", async () => {
      const words = wordsOf(await rig.type(`/development ${ids["captives"]}`));

      expect(words).toContain("Prisoners returned to Ukraine: 390. A Ukrainian official");
      expect(words).toContain("Prisoners returned to Russia: 390. A Russian official");
      expect(words).toContain("Додому повернулися 390 полонених");
      expect(words).toContain("Вигаданий вісник");
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

  describe("why", () => {
    it("names the settings that an alert met, and the sentence behind each number", async () => {
      await rig.type("/subscribe strike");
      await rig.type("/settings places Харківська область");
      await rig.type("/threshold killed 3");

      const words = wordsOf(await rig.type(`/why ${ids["place"]}`));

      expect(words).toContain("Topics: attacks and their victims, as this chat asks for");
      expect(words).toContain("Places: Kharkiv region, as this chat asks for");
      expect(words).toContain("Numbers: Killed: from 3 on, as this chat asks for");
      expect(words).toContain("Killed: 5 (A Ukrainian official)\nпогибли пять человек");
    });

    it("names of what was chosen only what the alert has", async () => {
      await rig.type("/subscribe");
      await rig.type("/settings places Суми, Харків, UA");
      await rig.type("/settings sides UA,x-hamas");
      await rig.type("/threshold killed 3 Харків");
      await rig.type("/threshold killed 100");
      await rig.type("/threshold prisoners 1000");

      const words = wordsOf(await rig.type(`/why ${ids["place"]}`));

      expect(words).toContain("Places: Kharkiv, Ukraine, as this chat asks for");
      expect(words).toContain("Sides: Ukraine, as this chat asks for");
      expect(words).toContain("Numbers: Killed: from 3 on, Kharkiv, as this chat asks for");
    });

    it("says which setting would keep it out today", async () => {
      await rig.type("/subscribe strike");

      expect(wordsOf(await rig.type(`/why ${ids["captives"]}`))).toContain(
        "Topics: by today’s settings it would not come",
      );
    });

    it("is asked in answer to a message of the chat", async () => {
      await rig.type("/subscribe");
      const chat = await rig.store.chats.find(ownChat);
      await story.tell({
        at: "11:45",
        figures: [
          figure("killed", "UA", 9, {
            places: ["UA:sumy", "UA-59", "UA"],
            by: kyivOfficial,
            evidence: "nine died",
          }),
        ],
        events: [event("strike", "done", { places: ["UA:sumy", "UA-59", "UA"] })],
      });
      await deliver(rig, "m77");
      rig.become({ about: "m77" });

      expect(chat?.state).toBe("active");
      expect(wordsOf(await rig.type("/why"))).toContain("nine died");
      rig.become({ about: "m1" });
      expect((await rig.type("/why")).title).toContain("Answer an alert with /why");
    });
  });

  describe("why not", () => {
    const address = (at: number): string => `https://courier.example/${at}`;

    it("says that an outlet is not followed, or that an item has not come", async () => {
      await rig.store.sources.add(makeSource(), noonThere);

      expect((await rig.type("/whynot https://elsewhere.example/a")).title).toBe(
        "elsewhere.example is not followed.",
      );
      expect(wordsOf(await rig.type("/whynot www.courier.example/unseen"))).toContain(
        "has not come through its feed.\nThe Invented Courier: Not polled yet.",
      );
      expect((await rig.type("/whynot something")).title).toContain("Give the address");
      expect(address(1)).toContain("courier");
    });

    it("finds a report however its address is spelled, and explains each development of it", async () => {
      const url = await urlOf(rig, ids["place"] ?? "");
      await rig.type("/subscribe exchange");

      const answer = await rig.type(`/whynot ${url.replace("https://", "http://www.")}/?utm_source=x`);

      expect(wordsOf(answer)).toContain(`(${ids["place"]})\nKept out by the settings of this chat: Topics.`);
      expect(titles(answer)).toHaveLength(1);
    });

    it.each([
      ["/mute 8h", "Muted until 4 March at 22:00"],
      ["/settings pace digest", "This chat gets a digest only."],
      ["/settings sound loud", "It was told before this chat subscribed"],
    ])("after %s says: %s", async (line, words) => {
      await rig.type("/subscribe");
      await rig.type(line);

      expect(wordsOf(await rig.type(`/whynot ${ids["place"]}`))).toContain(words);
    });

    it("says of a chat that is not subscribed that it is not", async () => {
      expect(wordsOf(await rig.type(`/whynot ${ids["place"]}`))).toContain("This chat is not subscribed.");
    });

    it("says into what a development was merged", async () => {
      const [captives, place] = [ids["captives"] ?? "", ids["place"] ?? ""];
      const [from] = await rig.store.ledger.stored([place]);
      const state = await rig.store.ledger.journal({ limit: 100 });
      if (from === undefined) throw new Error("no development");
      await rig.store.ledger.commit({
        version: state.at(-1)?.version ?? 0,
        report: null,
        change: {
          cause: { kind: "review", by: "telegram:1", note: "" },
          at: noonThere,
          developments: [{ ...from, mergedInto: captives }],
          operations: [],
        },
        alerts: [],
      });

      expect(wordsOf(await rig.type(`/whynot ${place}`))).toContain(
        `${place} turned out to be the same as ${captives}.`,
      );
    });

    it("says that nothing was read in a report, or only background", async () => {
      await rig.store.ledger.keep([kept("empty", [])]);
      await rig.store.ledger.keep([
        kept("background", [figure("killed", "UA", 12_000, { scope: "overall" })]),
      ]);

      expect(wordsOf(await rig.type("/whynot https://kept.example/empty"))).toContain(
        "Nothing was read in it",
      );
      expect(wordsOf(await rig.type("/whynot https://kept.example/background"))).toContain(
        "read as background",
      );
    });
  });

  describe("searching", () => {
    it.each([
      ["Харкові", "Kharkiv"],
      ["харьков", "Kharkiv"],
      ["kharkiv", "Kharkiv"],
      ["Харківська область", "Kharkiv"],
      ["полонених", "exchange"],
      ["обмен", "exchange"],
      ["prisoners", "exchange"],
      ["загиблі Харків", "Kharkiv"],
      ["drones", "Air attack"],
      ["дронів", "Air attack"],
      ["390", "exchange"],
    ])("for %s finds what was told in any language", async (words, title) => {
      const found = await rig.type(`/search ${words}`);

      expect(titles(found).join("\n")).toContain(title);
      expect(rig.faults).toEqual([]);
    });

    it.each([["Сумах"], ["Sudan"], ["Харків дрони"]])("for %s finds nothing", async (words) => {
      expect((await rig.type(`/search ${words}`)).title).toContain("Nothing found");
    });

    it("goes on by a button, in any letters", async () => {
      const towns = placeRows().filter(({ kind, parent }) => kind === "town" && parent === "UA-59");
      for (const [at, { code }] of towns.slice(0, 10).entries())
        await story.tell({
          at: `11:${at + 10}`,
          outlet: `Outlet ${at}`,
          figures: [figure("killed", "UA", at + 1, { places: [code, "UA-59", "UA"], by: kyivOfficial })],
          events: [event("strike", "done", { places: [code, "UA-59", "UA"] })],
        });
      while (await indexNext(rig.store)) continue;

      const first = await rig.type("/search Сумська область");
      const second = await rig.press(first, "More");

      expect(titles(first)).toHaveLength(8);
      expect(titles(second).length).toBeGreaterThan(0);
      expect(second.title).toBe("Found for “сумська область”");
    });

    it("asks people to wait who ask too fast, each for themselves", async () => {
      for (let at = 0; at < 6; at += 1) await rig.type("/search Kharkiv");
      const refused = await rig.type("/search Kharkiv");
      rig.become({ id: "8" });
      const other = await rig.type("/search Kharkiv");
      rig.become({ id: "7" });
      await rig.clock.advance(10_000);

      expect(refused.title).toMatch(/That is a lot at once\. Please try again in \d+ s/u);
      expect(other.title).toContain("Found");
      expect((await rig.type("/search Kharkiv")).title).toContain("Found");
    });
  });

  describe("a mute", () => {
    it("of one development is pressed under its alert, and undone", async () => {
      await rig.type("/subscribe");
      const muted = await rig.press(await rig.type("/latest"), "Mute");
      const during = (await settings())?.mutedDevelopments;
      await rig.press(muted, "Undo");

      expect(during).toEqual([ids["night"]]);
      expect((await settings())?.mutedDevelopments).toEqual([]);
      expect(await rig.reply(`/mute ${ids["night"]}`)).toMatchObject({ isInPlace: false });
    });

    it("of one development stands in the panel and in its details, and is ended in each", async () => {
      await rig.type("/subscribe");
      const id = ids["night"] ?? "";
      for (const line of ["/mute", `/why ${id}`, `/development ${id}`]) {
        const before = (await rig.type(line)).actions.map(({ command }) => command);
        await rig.type(`/mute ${id}`);
        const shown = await rig.type(line);
        await rig.press(shown, /^Unmute/u);

        expect(before).not.toContain("unmute");
        expect(wordsOf(shown)).toMatch(/This development is muted here|Muted developments/u);
        expect((await settings())?.mutedDevelopments).toEqual([]);
      }
      expect(rig.faults).toEqual([]);
    });

    it("is ended in capital letters, and says when there was none", async () => {
      await rig.type("/subscribe");
      const nothing = await rig.type("/unmute");
      await rig.type(`/mute ${ids["night"]}`);
      const ended = await rig.type(`/unmute ${ids["night"]?.toUpperCase()}`);

      expect(nothing.title).toBe("Nothing was muted here.");
      expect(ended.title).toBe("News on this comes again.");
      expect((await settings())?.mutedDevelopments).toEqual([]);
    });

    it.each([
      ["/mute 8h", 8],
      ["/mute 30 хвилин", 0.5],
      ["/mute 2 дня", 48],
      ["/mute 1 week", 168],
    ])("for a time is said as %s", async (line, hours) => {
      await rig.type("/subscribe");
      await rig.type(line);

      expect((await settings())?.mutedUntil).toBe(noonThere + hours * 3_600_000);
      await rig.press(await rig.type("/mute"), "Unmute");
      expect((await settings())?.mutedUntil).toBeNull();
    });

    it("says what it understands", async () => {
      await rig.type("/subscribe");

      expect(wordsOf(await rig.type("/mute a bit"))).toContain("Give a time, such as 8h");
      expect((await rig.type("/unmute d999")).title).toBe("That was not muted.");
      expect((await rig.type("/mute d999")).title).toContain("No such development");
    });
  });

  describe("a chart", () => {
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
      expect(old.chart?.subtitle).toBe("19 Feb – 4 Mar");
      expect(longer.chart?.subtitle).toBe("3 Feb – 4 Mar");
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

    it.each(["en", "uk", "ru"])(
      "has all its words in %s, and a text that says the same",
      async (language) => {
        rig.become({ language });

        for (const line of ["/chart exchange", "/chart days", "/chart places", `/chart ${ids["place"]}`]) {
          const { chart } = await rig.type(line);
          expect(chart?.language).toBe(language);
          expect(chart?.alternative.length).toBeGreaterThan(20);
          expect(chart?.alternative.length).toBeLessThanOrEqual(900);
        }
      },
    );
  });
});

function kept(id: string, figures: readonly ReturnType<typeof figure>[]) {
  return {
    report: {
      id,
      lang: "en",
      publishedAt: noonThere,
      seenAt: noonThere,
      source: { name: "The Kept", side: null },
      url: `https://kept.example/${id}`,
      title: "",
      text: "Words.",
      isBackfill: false,
      isStateControlled: false,
    },
    reading: { figures, events: [], parties: [], places: [], lang: "en" },
    signature: null,
    bands: [],
    mark: null,
  };
}

async function urlOf(rig: Rig, id: string): Promise<string> {
  const development = await rig.store.ledger.development(id);
  const report = await rig.store.ledger.report(development?.reports[0] ?? "");
  return report?.url ?? "";
}

/** Sends what waits, as the platform would, and answers with that message id. */
async function deliver(rig: Rig, messageId: string): Promise<void> {
  const { outbox } = rig.store;
  const now = rig.clock.now();
  const plan = () => ({ isLoud: true });
  while (await outbox.expand({ now, maxChats: 100, plan })) continue;
  const lease = await outbox.holdSenderLease("telegram", "h", now, 60_000);
  const claimed = await outbox.claim({
    platform: "telegram",
    now,
    leaseMs: 60_000,
    limit: 10,
    exceptChannels: [],
    fence: lease?.fence ?? 0,
    plan,
    planNotice: () => ({ isLoud: true }),
  });
  for (const delivery of claimed)
    await outbox.settle(delivery, { kind: "sent", messageId, isEdit: false, revision: 1 }, now);
}
