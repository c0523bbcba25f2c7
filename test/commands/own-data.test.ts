import { beforeEach, describe, expect, it } from "vitest";
import { readPreset, writePreset } from "../../src/commands/preset.ts";
import { placeRows } from "../../src/reference/places.ts";
import type { Message } from "../../src/model/message.ts";
import {
  makeAlert,
  makeClaim,
  makeDevelopment,
  makeFigure,
  makePollState,
  makeSource,
  makeTold,
  noon,
} from "../contract/store/documents.ts";
import { createRig, ownChat, wordsOf, type Rig } from "./rig.ts";

/** One exchange that was told. */
async function tellExchange(rig: Rig): Promise<void> {
  const claim = makeClaim({ evidence: "307 people came home, the invented ministry said" });
  const development = makeDevelopment({
    conflict: "RU-UA",
    figures: [makeFigure([claim])],
    told: makeTold(),
  });
  await rig.store.ledger.commit({
    version: 0,
    report: null,
    change: { cause: { kind: "hold" }, at: noon, developments: [development], operations: [] },
    alerts: [makeAlert({ conflict: "RU-UA" })],
  });
}

/** What waits for an admin's chat. */
async function noticesTo(rig: Rig): Promise<readonly Message[]> {
  const { outbox } = rig.store;
  const now = rig.clock.now();
  const lease = await outbox.holdSenderLease("telegram", "h", now, 60_000);
  const claimed = await outbox.claim({
    platform: "telegram",
    now,
    leaseMs: 60_000,
    limit: 9,
    exceptChannels: [],
    fence: lease?.fence ?? 0,
    plan: () => null,
    planNotice: () => ({ isLoud: true }),
  });
  return claimed.flatMap((delivery) => (delivery.kind === "notice" ? [delivery.notice.message] : []));
}

describe("a person's own data", () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await createRig();
  });

  it("is exported as it is kept", async () => {
    await rig.type("/subscribe exchange");

    const answer = await rig.type("/export");

    const text = answer.blocks[0]?.kind === "text" ? answer.blocks[0].text : "";
    expect(JSON.parse(text)).toMatchObject({
      chat: { channel: "7" },
      settings: { kinds: ["exchange"], timeZone: "Europe/Kyiv" },
    });
  });

  it("is exported whole, however much it is", async () => {
    await rig.type("/subscribe");
    const codes = placeRows()
      .slice(0, 190)
      .map(({ code }) => code);
    await rig.type(`/settings places ${codes.join(",")}`);
    const textOf = (message: Message): string =>
      message.blocks[0]?.kind === "text" ? message.blocks[0].text : "";

    let page = await rig.type("/export");
    let whole = textOf(page);
    while (page.actions.some(({ label }) => label === "More")) {
      page = await rig.press(page, "More");
      whole += `\n${textOf(page)}`;
    }

    expect(JSON.parse(whole)).toMatchObject({ settings: { places: { codes } } });
    expect(textOf(page).length).toBeLessThan(3_100);
  });

  it("is deleted only when that is confirmed", async () => {
    await rig.type("/subscribe");
    const asked = await rig.type("/forget");
    const before = await rig.store.chats.find(ownChat);
    await rig.press(asked, "Delete");

    expect(before?.state).toBe("active");
    expect(await rig.store.chats.find(ownChat)).toBeNull();
    expect((await rig.type("/forget")).title).toBe("Nothing is stored about this chat.");
  });

  it("is not deleted by a button from another chat", async () => {
    const other = { platform: "telegram", channel: "-100777", thread: null };
    const button = (await (await rig.type("/subscribe"), rig.type("/forget"))).actions[0];
    rig.become({ address: other, administers: [other.channel] });
    await rig.type("/subscribe");
    await rig.type(`/forget ${button?.argument}`);

    expect((await rig.store.chats.find(other))?.state).toBe("active");
  });

  it("of a group is shown in the private chat only, to who administers it there", async () => {
    const group = { platform: "telegram", channel: "-100777", thread: "5" };
    rig.become({ address: group, administers: [group.channel] });
    await rig.type("/subscribe exchange");
    const inGroup = await rig.type("/export");
    const payload = /start=(\S+)/u.exec(JSON.stringify(inGroup.blocks))?.[1]?.split('"')[0];
    rig.become({ address: ownChat });
    const shown = await rig.press(await rig.type(`/start ${payload}`), "Show my data");
    rig.become({ administers: [] });
    const refused = await rig.press(await rig.type(`/start ${payload}`), "Show my data");

    expect(wordsOf(inGroup)).not.toContain("settings");
    expect(wordsOf(shown)).toContain('"channel": "-100777"');
    expect(wordsOf(refused)).not.toContain("-100777");
  });

  it("of another chat is forgotten from the private one, once that is confirmed", async () => {
    const channel = { platform: "telegram", channel: "-100777", thread: null };
    rig.become({ administers: [channel.channel] });
    await rig.type("/subscribe");
    rig.become({ target: { address: channel, title: "News of the day" } });
    await rig.type("/subscribe @news_of_the_day");
    const asked = await rig.type("/forget @news_of_the_day");
    const before = await rig.store.chats.find(channel);
    await rig.press(asked, "Delete");

    expect(asked.title).toContain("News of the day");
    expect(before?.state).toBe("active");
    expect(await rig.store.chats.find(channel)).toBeNull();
    expect((await rig.store.chats.find(ownChat))?.state).toBe("active");
  });

  it("belongs to a group's administrators", async () => {
    const group = { platform: "telegram", channel: "-100777", thread: null };
    rig.become({ address: group, administers: [group.channel] });
    await rig.type("/subscribe");
    rig.become({ administers: [] });

    for (const line of ["/export", "/forget", "/settings", "/mute 8h", "/unsubscribe"])
      expect((await rig.type(line)).title).toBe("Only administrators of this chat may do that.");
  });

  it.each([
    ["en", ["ids of the messages", "for good in their audit log", "/forget does not delete them"]],
    ["uk", ["номери надісланих", "назавжди лишаються в їхньому журналі", "/forget не видаляє"]],
    ["ru", ["номера отправленных", "навсегда остаются в их журнале", "/forget не удаляет"]],
  ])("is explained in %s, with the ways to see and delete it and what stays", async (language, parts) => {
    rig.become({ language });

    const answer = await rig.type("/privacy");

    expect(answer.actions.map(({ command }) => command)).toEqual(["export", "forget"]);
    for (const part of parts) expect(wordsOf(answer)).toContain(part);
  });

  it("has no error report in it, whose words the admins keep when the chat is forgotten", async () => {
    await rig.type("/subscribe");
    await rig.type("/report It was 308");
    const exported = wordsOf(await rig.type("/export"));
    await rig.press(await rig.type("/forget"), "Delete");

    expect(exported).not.toContain("308");
    expect(await rig.store.audit.list({ limit: 5 })).toContainEqual(
      expect.objectContaining({ act: "report", after: "It was 308" }),
    );
  });
});

describe("an error report", () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await createRig();
    await tellExchange(rig);
  });

  it("reaches the admins with the alert and its evidence", async () => {
    const development = await rig.type("/development d1");
    const thanks = await rig.press(development, "Report an error", "It was 308");
    const [notice] = await noticesTo(rig);

    expect(thanks.title).toContain("Thank you");
    expect(wordsOf(notice as Message)).toContain("It was 308");
    expect(wordsOf(notice as Message)).toContain("d1: Prisoner exchange: 307 to Ukraine");
    expect(wordsOf(notice as Message)).toContain("307 people came home, the invented ministry said");
    expect(notice?.actions).toEqual([
      { command: "development", argument: "d1", label: "Details and sources" },
      { command: "review", argument: "show d1", label: "Review" },
      { command: "review", argument: "close 1", label: "Dealt with" },
    ]);
  });

  it("says how it is made when nothing is named", async () => {
    expect((await rig.type("/report")).title).toContain("/report d12");
    expect((await rig.type("/report d1")).actions[0]?.ask?.title).toBe("What is wrong?");
    expect(await noticesTo(rig)).toEqual([]);
  });

  it("is made now and then, so that nobody drowns the admins", async () => {
    for (let at = 0; at < 3; at += 1) await rig.type("/report d1 wrong");

    expect((await rig.type("/report d1 wrong")).title).toContain("Please try again in 300 s");
    expect(await noticesTo(rig)).toHaveLength(1);
  });

  it("says so when no admin can be reached", async () => {
    const lonely = await createRig({ adminChats: [] });

    expect((await lonely.type("/report something is wrong")).title).toContain("No admin can be reached");
  });
});

describe("links", () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await createRig();
  });

  it("open a development", async () => {
    await tellExchange(rig);

    expect((await rig.type("/start d1")).title).toBe("Prisoner exchange: 307 to Ukraine");
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
    const word = writePreset({ kinds, conflicts: ["RU-UA"], places });

    expect(word.length).toBeLessThanOrEqual(40);
    expect(readPreset(word, kinds)?.preset).toEqual({ kinds, conflicts: ["RU-UA"], places: null });
    expect(readPreset("s-all", kinds)?.preset).toEqual({ kinds: null, conflicts: null, places: null });
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
    const word = writePreset({ kinds: null, conflicts: null, places });

    expect(readPreset(word, [])?.preset.places).toEqual(places);
  });

  it("ask for all places where one of them can stand in no link", () => {
    const places = { codes: ["UA-63", "UA:kharkiv"], withUnknown: true };

    expect(writePreset({ kinds: null, conflicts: null, places })).toBe("s-all");
  });

  it("leave out of a preset the topics that nobody tells here", async () => {
    const offered = await rig.type("/start s-sa_ex");
    await rig.press(offered, "Subscribe");

    expect(wordsOf(offered)).toContain("Topics: exchanges");
    expect((await rig.store.chats.find(ownChat))?.subscription.kinds).toEqual(["exchange"]);
  });
});

describe("status", () => {
  it.each([
    ["en", ["1 source is followed", "1 source fails or is silent", "Courier: The last 3 polls failed"]],
    ["uk", ["за 1 джерелом", "1 джерело не працює", "Останні 3 опитування не вдалися"]],
    ["ru", ["за 1 источником", "1 источник не работает", "Последние 3 опроса не удались"]],
  ])("says in %s what is followed and what fails", async (language, parts) => {
    const rig = await createRig();
    rig.become({ language });
    await rig.store.sources.add(makeSource(), noon);
    await rig.store.sources.saveState(
      "courier",
      makePollState({ failures: 3, firstFailureAt: noon, failure: { code: "dns", text: "no such host" } }),
    );

    const words = wordsOf(await rig.type("/status"));

    for (const part of parts) expect(words).toContain(part);
  });

  it("says how this chat is told", async () => {
    const rig = await createRig();
    await rig.type("/subscribe exchange");
    await rig.type("/mute 8h");

    expect(wordsOf(await rig.type("/status"))).toContain(
      "This chat: exchanges. At once.\nMuted until 24 May at 23:00",
    );
  });
});

describe("cards to share", () => {
  it("are the newest developments, or what is found for words", async () => {
    const rig = await createRig();
    await tellExchange(rig);
    const user = { platform: "telegram", id: "9", language: "uk" };

    const newest = await rig.commands.cards("", user);
    const found = await rig.commands.cards("Sudan", user);

    expect(newest.map(({ message }) => message.title)).toEqual(["Обмін полоненими: 307 – Україні"]);
    expect(newest[0]?.message.actions).toMatchObject([{ command: "development", argument: "d1" }]);
    expect(newest[0]?.summary.length).toBeGreaterThan(10);
    expect(found).toEqual([]);
  });
});

describe("completion", () => {
  const complete = async (rig: Rig, command: string, typed: string, subcommand: string | null = null) =>
    (
      await rig.commands.complete({
        command,
        subcommand,
        option: "x",
        typed,
        address: ownChat,
        user: { platform: "discord", id: "9", language: "uk" },
      })
    ).map(({ value, label }) => `${value}: ${label}`);

  it("offers places, zones, conflicts, sides and sources in the person's language", async () => {
    const rig = await createRig();
    await rig.store.sources.add(makeSource(), noon);

    expect((await complete(rig, "settings", "kharki", "places"))[0]).toMatch(/^UA:kharkiv: Харків/u);
    expect((await complete(rig, "settings", "харків", "zone"))[0]).toMatch(/^Europe\/Kyiv: Харків/u);
    expect(await complete(rig, "settings", "суд", "conflicts")).toEqual(["SD: Судан", "SS: Південний Судан"]);
    expect(await complete(rig, "settings", "украї", "sides")).toEqual(["UA: Україна"]);
    expect(await complete(rig, "settings", "cour", "sources")).toEqual(["courier: The Invented Courier"]);
  });

  it("offers developments by their titles, and no more than 25 of anything", async () => {
    const rig = await createRig();
    await tellExchange(rig);

    expect(await complete(rig, "development", "обмін")).toEqual(["d1: Обмін полоненими: 307 – Україні"]);
    expect(await complete(rig, "mute", "обмін")).toEqual(["d1: Обмін полоненими: 307 – Україні"]);
    expect(await complete(rig, "mute", "8")).toEqual(["8h: 8 годин"]);
    expect(await complete(rig, "settings", "а", "places")).toHaveLength(25);
    expect(await complete(rig, "nothing", "a")).toEqual([]);
  });

  it("offers kinds after those that are typed", async () => {
    const rig = await createRig();

    expect(await complete(rig, "subscribe", "exchange,ex")).toEqual([]);
    expect(await complete(rig, "subscribe", "exchange,пер")).toEqual(["exchange,talks: обміни, переговори"]);
  });
});
