import { beforeEach, describe, expect, it } from "vitest";
import { openPreset, readPreset, writePreset } from "../../src/commands/preset.ts";
import { makeSource, noon } from "../contract/store/documents.ts";
import { createRig, ownChat, wordsOf, type Rig } from "./rig.ts";
import { tellExchange } from "./told-exchange.ts";

describe("links", () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await createRig();
  });

  it("open a development", async () => {
    await tellExchange(rig);

    expect((await rig.type("/start d1")).title).toBe("Prisoner exchange: 307 to Ukraine");
  });

  it("to a shared subscription say what it would replace, and what it has replaced", async () => {
    await rig.type("/subscribe exchange");

    const offered = await rig.type("/start s-st");
    const taken = await rig.press(offered, "Subscribe");
    const again = await rig.press(offered, "Subscribe");

    expect(wordsOf(offered)).toMatch(/would replace what is chosen now:\s+Topics: exchanges/u);
    expect(wordsOf(taken)).toMatch(/This replaces what was chosen before:\s+Topics: exchanges/u);
    expect(wordsOf(again)).not.toContain("This replaces");
    expect(wordsOf(await rig.type("/start"))).toContain("This chat is subscribed");
  });

  it("offer a shared subscription, which one tap takes", async () => {
    await rig.type("/subscribe exchange,strike");
    await rig.type("/settings conflicts RU-UA");
    await rig.type("/settings places UA-63");
    const shared = wordsOf(await rig.type("/share"));
    const payload = /start=(\S+)/u.exec(shared)?.[1] ?? "";
    rig.become({ id: "8", address: { ...ownChat, channel: "8" } });
    const offered = await rig.type(`/start ${payload}`);
    const before = await rig.store.chats.find({ ...ownChat, channel: "8" });
    await rig.press(offered, "Subscribe");

    expect(wordsOf(offered)).toContain("Topics: exchanges, attacks and their victims");
    expect(wordsOf(offered)).toContain("Places: Kharkiv region");
    expect(before).toBeNull();
    expect((await rig.store.chats.find({ ...ownChat, channel: "8" }))?.subscription).toMatchObject({
      kinds: ["exchange", "strike"],
      conflicts: ["RU-UA"],
      places: { codes: ["UA-63"], withUnknown: false },
    });
  });

  it.each(["s-", "s-nonsense", "d0x", "s-all; drop", "x".repeat(80)])(
    "with the payload %s begin as usual",
    async (payload) => {
      expect((await rig.type(`/start ${payload}`)).title).toContain("Tallywire");
    },
  );

  it("never ask for something else when a preset is cut short", () => {
    const kinds = ["exchange", "ceasefire", "talks", "strike"] as const;
    const places = { codes: ["UA-63", "UA-59", "UA-65", "UA-12"], withUnknown: true };
    const word = writePreset({ ...openPreset, kinds, conflicts: ["RU-UA"], places });

    expect(word.length).toBeLessThanOrEqual(40);
    expect(readPreset(word, { kinds, sources: [] })?.preset).toEqual({
      ...openPreset,
      kinds,
      conflicts: ["RU-UA"],
    });
    expect(readPreset("s-all", { kinds, sources: [] })?.preset).toEqual(openPreset);
  });

  it.each<[of: string, Partial<typeof openPreset>]>([
    ["sides", { sides: ["UA", "x-hamas"] }],
    ["a number", { thresholds: [{ measure: "killed", atLeast: 5, place: null }] }],
    [
      "a number in a town",
      { thresholds: [{ measure: "drones.launched", atLeast: 200, place: "UA:kharkiv" }] },
    ],
    [
      "any exchange in a region",
      { thresholds: [{ measure: "prisoners.released", atLeast: 0, place: "UA-63" }] },
    ],
    ["sources", { sources: ["courier", "a-source-with-a-long-id"] }],
    ["a town and a sea", { places: { codes: ["UA:kharkiv", "black-sea"], withUnknown: false } }],
    [
      "much at once",
      { kinds: ["strike"], sides: ["UA"], thresholds: [{ measure: "killed", atLeast: 5, place: "UA-63" }] },
    ],
  ])("carry %s", (_, of) => {
    const preset = { ...openPreset, ...of };
    const offered = { kinds: ["strike"] as const, sources: ["other", "courier", "a-source-with-a-long-id"] };

    const word = writePreset(preset);

    expect(word).toMatch(/^[\w-]{1,40}$/u);
    expect(readPreset(word, offered)?.preset).toEqual(preset);
  });

  it.each([
    ["en", ["Sides: Ukraine", "Numbers: Killed: 5 or more"], "no room for: Numbers, Sources."],
    ["uk", ["Сторони: Україна", "Числа: Загинули: від 5"], "немає місця для такого: Числа, Джерела."],
    ["ru", ["Стороны: Украина", "Числа: Погибли: от 5"], "нет места для такого: Числа, Источники."],
  ])("say in %s what they carry, and what they have no room for", async (language, carried, left) => {
    await rig.store.sources.add(makeSource(), noon);
    await rig.type("/subscribe");
    await rig.type(`/settings language ${language}`);
    rig.become({ language });
    await rig.type("/settings sides UA");
    await rig.type("/settings sources courier");
    await rig.type("/threshold killed 5");

    const whole = wordsOf(await rig.type("/share"));
    await rig.type("/settings places Харків, Суми");
    const full = wordsOf(await rig.type("/share"));

    for (const words of [...carried, "The Invented Courier"]) expect(whole).toContain(words);
    expect(full).toContain(left);
    expect(full).not.toContain("The Invented Courier");
  });

  it("set all of that up where they are opened", async () => {
    await rig.type("/subscribe");
    await rig.type("/settings sides UA");
    await rig.type("/threshold killed 5 Kharkiv");
    const payload = /start=(\S+)/u.exec(wordsOf(await rig.type("/share")))?.[1] ?? "";
    rig.become({ id: "8", address: { ...ownChat, channel: "8" } });

    await rig.press(await rig.type(`/start ${payload}`), "Subscribe");

    expect((await rig.store.chats.find({ ...ownChat, channel: "8" }))?.subscription).toMatchObject({
      sides: ["UA"],
      thresholds: [{ measure: "killed", atLeast: 5, place: "UA:kharkiv" }],
    });
  });

  it("ask for everything that is told, and say so, where a preset's topics are told by nobody here", async () => {
    const offered = await rig.type("/start s-sa");
    const subscribed = await rig.press(offered, "Subscribe");

    for (const message of [offered, subscribed])
      expect(wordsOf(message)).toContain("This installation does not tell of: sanctions");
    expect(wordsOf(offered)).toContain("Topics: everything");
    expect((await rig.store.chats.find(ownChat))?.subscription.kinds).toBeNull();
  });

  it.each([
    { codes: ["UA-63"], withUnknown: true },
    { codes: [], withUnknown: true },
    { codes: ["UA", "SD"], withUnknown: false },
  ])("carry the places $codes, and whether an unknown one belongs to them: $withUnknown", (places) => {
    const word = writePreset({ ...openPreset, places });

    expect(readPreset(word, { kinds: [], sources: [] })?.preset.places).toEqual(places);
  });

  it("leave out of a preset the topics that nobody tells here", async () => {
    const offered = await rig.type("/start s-sa_ex");
    await rig.press(offered, "Subscribe");

    expect(wordsOf(offered)).toContain("Topics: exchanges");
    expect((await rig.store.chats.find(ownChat))?.subscription.kinds).toEqual(["exchange"]);
  });
});
