import { beforeEach, describe, expect, it } from "vitest";
import { placeRows } from "../../src/reference/places.ts";
import { measureNames } from "../../src/measures.ts";
import { hashKey } from "../../src/commands/short-key.ts";
import { makeSource, noon } from "../contract/store/documents.ts";
import { createRig, ownChat, wordsOf, type Rig } from "./rig.ts";

describe("the settings panel", () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await createRig();
  });
  const settings = async () => (await rig.store.chats.find(ownChat))?.subscription;
  const open = async () => {
    await rig.type("/subscribe");
    return rig.type("/settings");
  };

  it("offers to subscribe where nothing is subscribed yet", async () => {
    const answer = await rig.type("/settings kinds");

    expect(answer.title).toBe("This chat is not subscribed");
    await rig.press(answer, "Subscribe");
    expect(await settings()).toBeDefined();
  });

  it.each([
    [
      "en",
      ["Topics: everything", "Places: everywhere", "Quiet hours: none", "Time zone: Europe/Kyiv (UTC+3)"],
    ],
    ["uk", ["Теми: усе", "Місця: усюди", "Тихі години: немає", "Часовий пояс: Europe/Kyiv (UTC+3)"]],
    ["ru", ["Темы: всё", "Места: везде", "Тихие часы: нет", "Часовой пояс: Europe/Kyiv (UTC+3)"]],
  ])("says in %s what is chosen, in one place", async (language, lines) => {
    rig.become({ language });

    const words = wordsOf(await open());

    for (const line of lines) expect(words).toContain(line);
  });

  it("changes where it stands, and leads back from each page", async () => {
    const panel = await open();

    for (const { label } of panel.actions) {
      const page = await rig.press(panel, label);
      const back = await rig.press(page, "Back");
      expect(back).toEqual(panel);
    }
    expect(await rig.reply("/settings kinds")).toMatchObject({ isInPlace: true });
    expect(rig.faults).toEqual([]);
  });

  it("takes topics out and in, by buttons and by a list", async () => {
    const page = await rig.press(await open(), "Topics");
    const without = await rig.choose(page, "talks");
    const kinds = (await settings())?.kinds;
    await rig.choose(without, "exchanges", "cease-fires");
    const two = (await settings())?.kinds;
    await rig.press(await rig.type("/settings kinds"), "everything");

    expect(kinds).not.toContain("talks");
    expect(kinds).toContain("exchange");
    expect(two).toEqual(["exchange", "ceasefire"]);
    expect((await settings())?.kinds).toBeNull();
  });

  it("keeps the last topic, and says how to stop everything", async () => {
    await rig.type("/subscribe exchange");

    const answer = await rig.type("/settings kinds -exchange");

    expect(wordsOf(answer)).toContain("/unsubscribe");
    expect((await settings())?.kinds).toEqual(["exchange"]);
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
    ["/settings sound whisper", "can be: policy, loud, silent"],
    ["/settings language fr", "can be: en, uk, ru"],
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

  it("asks which place is meant where several have a name", async () => {
    await rig.type("/subscribe");

    const which = await rig.press(await rig.type("/settings places"), "Type a place", "Kharkiv");
    await rig.press(which, "Kharkiv region");

    expect(which.actions.map(({ label }) => label)).toContain("Kharkiv (Kharkiv region)");
    expect((await settings())?.places?.codes).toEqual(["UA-63"]);
  });

  it("leads from a country to its regions, and takes places out again", async () => {
    await rig.type("/subscribe");
    const regions = await rig.choose(await rig.type("/settings places"), "Ukraine");
    const chosen = await rig.choose(regions, "Ukraine: the whole country");
    await rig.press(await rig.press(chosen, "All places"), "place unknown");
    const all = (await settings())?.places;
    await rig.choose(await rig.type("/settings places"), "Remove: Ukraine");

    expect(all).toEqual({ codes: ["UA"], withUnknown: true });
    expect((await settings())?.places).toEqual({ codes: [], withUnknown: true });
    await rig.press(await rig.type("/settings places"), "✓ place unknown");
    expect((await settings())?.places).toBeNull();
  });

  it("adds a number by buttons, and takes it out again", async () => {
    await rig.type("/subscribe");
    const measure = await rig.choose(await rig.type("/settings thresholds"), "Killed");
    await rig.press(measure, "10 or more");
    const ten = (await settings())?.thresholds;
    const again = await rig.choose(await rig.type("/settings thresholds"), "Killed");
    await rig.press(again, "Another number or place", "3 Сумська область");
    const both = await rig.type("/settings thresholds");
    await rig.choose(both, "Remove: Killed: 10 or more");

    expect(ten).toEqual([{ measure: "killed", atLeast: 10, place: null }]);
    expect((await settings())?.thresholds).toEqual([{ measure: "killed", atLeast: 3, place: "UA-59" }]);
  });

  it("holds as many numbers and places as it takes, within what platforms show", async () => {
    await rig.type("/subscribe");
    for (let at = 1; at <= 20; at += 1)
      await rig.type(`/threshold killed ${at} ${placeRows()[at]?.code ?? ""}`);
    const tooMany = await rig.type("/threshold injured 5");
    await rig.type(
      `/settings places ${placeRows()
        .slice(0, 60)
        .map(({ code }) => code)
        .join(",")}`,
    );
    const places = await rig.type("/settings places");

    expect(wordsOf(tooMany)).toContain("20 numbers are as many as one chat can have.");
    expect((await settings())?.thresholds).toHaveLength(20);
    expect((await settings())?.places?.codes).toHaveLength(60);
    expect(wordsOf(places)).toContain("and 56 more");
  });

  it("sets the day of a weekly digest by a list", async () => {
    await rig.type("/subscribe");
    const weekly = await rig.type("/settings pace digest weekly");
    await rig.choose(weekly, "Friday");

    expect((await settings())?.digest).toEqual({ every: "week", weekday: 5, at: "09:00" });
  });

  it("shows sources page by page, and refuses a choice that was made from another list", async () => {
    for (let at = 1; at <= 30; at += 1) {
      const name = `Outlet ${String(at).padStart(2, "0")}`;
      const source = makeSource({ id: `outlet-${at}`, name, url: `https://outlet${at}.example/feed` });
      await rig.store.sources.add({ ...source, isStateControlled: at === 1 }, noon);
    }
    await rig.type("/subscribe");
    const first = await rig.type("/settings sources");
    const second = await rig.press(first, "Page 2 of 2");
    await rig.choose(first, "Outlet 01 (state-controlled)");
    await rig.choose(second, "Outlet 29", "Outlet 30");
    const three = (await settings())?.sources;
    await rig.store.sources.remove("outlet-25", noon);
    const stale = await rig.choose(second, "Outlet 21", "Outlet 22");

    expect(three).toEqual(["outlet-1", "outlet-29", "outlet-30"]);
    expect((await settings())?.sources).toEqual(three);
    expect(stale.selects?.[0]?.options.map(({ label }) => label)).not.toContain("Outlet 25");
  });

  it.each([
    "/settings kinds +bogus",
    "/settings kinds =",
    "/settings conflicts 999 +XX",
    "/settings places +nowhere",
    "/settings places -UA",
    "/settings places in ZZ 1 +ZZ",
    "/settings sides +zz",
    "/settings sources 7 #zzzz =courier",
    "/settings thresholds -_1234567",
    "/settings quiet kinds +exchange",
    "/settings nonsense",
  ])("changes nothing for a forged or stale %s", async (line) => {
    await rig.type("/subscribe");
    const before = await settings();

    await rig.type(line);

    expect(await settings()).toEqual(before);
    expect(rig.faults).toEqual([]);
  });

  it("goes on in the language that was just chosen", async () => {
    await rig.type("/subscribe");

    const answer = await rig.press(await rig.type("/settings language"), "Українська");

    expect(answer.title).toBe("Мова");
    expect(wordsOf(answer)).toContain("Збережено: Українська");
  });

  it("keeps every one of two presses at once", async () => {
    await rig.type("/subscribe");

    await Promise.all([rig.type("/settings sound loud"), rig.type("/settings zone UTC")]);

    expect(await settings()).toMatchObject({ loudness: "loud", timeZone: "UTC" });
  });

  it("shows a role to mention on Discord only", async () => {
    const address = { platform: "discord", channel: "555555555555555555", thread: null };
    await rig.type("/subscribe");
    const onTelegram = await rig.type("/settings");
    rig.become({ address, id: "1", administers: [address.channel] });
    await rig.type("/subscribe");
    const onDiscord = await rig.type("/settings");
    await rig.type("/settings mention 123456789012345678");
    const mention = (await rig.store.chats.find(address))?.subscription.mention;

    expect(onTelegram.actions.map(({ argument }) => argument)).not.toContain("mention");
    expect(onDiscord.actions.map(({ argument }) => argument)).toContain("mention");
    expect(mention).toBe("123456789012345678");
  });
});

describe("settings of another chat", () => {
  const channel = { platform: "telegram", channel: "-1001234567890", thread: null };
  const target = { address: channel, title: "The channel" };
  let rig: Rig;
  beforeEach(async () => {
    rig = await createRig();
  });

  it("are changed from one's own chat, button by button", async () => {
    rig.become({ target, administers: [channel.channel] });
    const subscribed = await rig.type("/subscribe exchange @channel");
    const panel = await rig.press(subscribed, "Settings");
    const page = await rig.press(panel, "Sound");
    await rig.press(page, "Never");

    expect(subscribed.title).toBe("Subscribed: The channel");
    expect((await rig.store.chats.find(channel))?.subscription).toMatchObject({
      kinds: ["exchange"],
      loudness: "silent",
    });
    expect(await rig.store.chats.find(ownChat)).toBeNull();
  });

  it("need the right there, at each press", async () => {
    rig.become({ target, administers: [channel.channel] });
    const panel = await rig.press(await rig.type("/subscribe @channel"), "Settings");
    rig.become({ administers: [] });

    const refused = await rig.press(panel, "Sound");
    rig.become({ target });
    const unsubscribed = await rig.type("/unsubscribe @channel");

    expect(refused.title).toBe("Only administrators of that chat may do that.");
    expect(unsubscribed.title).toBe("Only administrators of that chat may do that.");
    expect((await rig.store.chats.find(channel))?.state).toBe("active");
  });

  it.each([
    ["/settings @channel", "Not subscribed: The channel"],
    ["/mute @channel 8h", "Not subscribed: The channel"],
    ["/unsubscribe @channel", "Not subscribed: The channel"],
  ])("that is not subscribed are named: %s", async (line, title) => {
    rig.become({ target, administers: [channel.channel] });

    expect((await rig.type(line)).title).toBe(title);
  });

  it.each(["/mute @channel", "/mute 8h @channel", "/unmute @channel", "/unsubscribe @channel"])(
    "is named in what %s says, and is not taken for this one",
    async (line) => {
      rig.become({ target, administers: [channel.channel] });
      await rig.type("/subscribe @channel");

      const words = wordsOf(await rig.type(line));

      expect(words).toContain("The channel");
      expect(words).not.toMatch(/this chat|\bhere\b|\/subscribe/iu);
    },
  );

  it("names the rights that the bot lacks there", async () => {
    rig.become({ target, administers: [channel.channel], missing: ["send", "attach"] });

    expect(wordsOf(await rig.type("/subscribe @channel"))).toContain(
      "Please give me the right to: send messages, attach files.",
    );
  });

  it("says so when the bot cannot see the chat", async () => {
    expect((await rig.type("/subscribe exchange en @somewhere")).title).toContain("I cannot see that chat");
    expect(await rig.store.chats.find(ownChat)).toBeNull();
  });
});

describe("short keys", () => {
  it("tell all places and all measures apart", () => {
    const ids = [...placeRows().map(({ code }) => code), ...measureNames];

    expect(new Set(ids.map(hashKey)).size).toBe(ids.length);
  });
});
