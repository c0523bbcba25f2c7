import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defaultPolicy } from "../../src/alert/policy.ts";
import { textLanguages, textsOf } from "../../src/languages/texts.ts";
import type { Message } from "../../src/model/message.ts";
import { makeSource } from "../contract/store/documents.ts";
import { event, figure, kyivOfficial, Story, type Told } from "../ledger/story.ts";
import { askingFirst, noticesOf, tried } from "./own-trial.ts";
import { createRig, ownChat, wordsOf, type Rig } from "./rig.ts";

const feed = "https://harbour.example/feed.xml";
const group = { platform: "telegram", channel: "-100777", thread: null };
const places = ["UA:kharkiv", "UA-63", "UA"];
const strike = (at: string, dead: number, more: Partial<Told> = {}): Told => ({
  at,
  outlet: "The Harbour Post",
  figures: [
    figure("killed", "UA", dead, { places, by: kyivOfficial, evidence: `${dead} people died there` }),
  ],
  events: [event("strike", "done", { places })],
  ...more,
});

let rig: Rig;
afterEach(() => rig.store.close());

const noticesTo = (channel: string): Promise<readonly Message[]> => noticesOf(rig, channel);

const own = async (address = ownChat) =>
  rig.store.sources.own((await rig.store.chats.find(address))?.id ?? -1);
const asBoss = () => rig.become({ id: "1", address: { ...ownChat, channel: "1" }, language: null });
const asReader = () => rig.become({ id: "7", address: ownChat });

describe.each(textLanguages)("who administers a chat and speaks %s", (language) => {
  const t = (key: string, values = {}): string => textsOf(language).text(key, values);
  beforeEach(async () => {
    rig = await createRig({ ownSources: { ...askingFirst, mode: "on" }, trySource: tried });
    rig.become({ language });
    await rig.type("/subscribe");
  });

  it.each([
    "@harbour_post",
    "t.me/harbour_post/123",
    "telegram.me/harbour_post",
    "https://www.t.me/harbour_post",
  ])("follows a channel by %s", async (word) => {
    await rig.type(`/follow ${word}`);

    expect((await own()).map(({ source }) => source.url)).toEqual(["https://t.me/s/harbour_post"]);
  });

  it.each([
    ["https://t.me/+AbCdEf", "follow-private-channel"],
    ["Harbour", "sources-bad-url"],
  ])("is told why %s cannot be followed", async (word, why) => {
    expect((await rig.type(`/follow ${word}`)).title).toBe(t(why));
    expect(await own()).toEqual([]);
  });

  it("follows a source for the chat alone, sees what it would bring, and gives it up by button", async () => {
    const followed = await rig.type(`/follow ${feed}`);

    expect(followed.title).toBe(t("followed-title", { name: "The Harbour Post" }));
    expect(wordsOf(followed)).toContain("Three ships left the invented harbour");
    expect(await own()).toMatchObject([
      { source: { url: feed, name: "The Harbour Post" }, state: { halt: null } },
    ]);
    expect(rig.pokes()).toBeGreaterThan(0);
    const left = await rig.press(followed, t("button-unfollow", { name: "The Harbour Post" }));
    expect(left.title).toBe(t("unfollowed", { name: "The Harbour Post" }));
    expect(await own()).toEqual([]);
    expect(rig.faults).toEqual([]);
  });

  it("is asked for an address by the panel of the settings", async () => {
    const page = await rig.press(await rig.type("/settings"), t("settings-sources"));
    const panel = await rig.press(page, t("button-own-sources"));

    const followed = await rig.press(panel, t("button-follow"), "t.me/harbour_post");

    expect(wordsOf(panel)).toContain(t("follow-none"));
    expect(followed.title).toBe(t("followed-title", { name: "The Harbour Post" }));
    expect((await own())[0]?.source).toMatchObject({
      kind: "telegram-channel",
      url: "https://t.me/s/harbour_post",
    });
    const again = await rig.press(await rig.type("/settings"), t("settings-sources"));
    expect(wordsOf(again)).toContain("The Harbour Post");
    expect(wordsOf(await rig.type("/settings"))).toContain(
      t("settings-sources-own", { sources: t("settings-sources-all"), count: 1 }),
    );
  });

  it.each([
    ["a page that is no feed", "https://broken.example/", "follow-failed"],
    ["a private address", "https://192.168.0.1/feed.xml", "failure-private-address"],
    ["something that is no address", "ftp://harbour.example/x", "sources-bad-url"],
    ["what everybody's sources have", "https://courier.example/feed.xml", "follow-everybodys"],
  ])("is refused %s in words", async (_what, url, key) => {
    await rig.store.sources.add(
      makeSource({ url: "https://courier.example/feed.xml", name: "The Courier" }),
      1,
    );

    const answer = await rig.type(`/follow ${url}`);

    const name = key === "follow-failed" ? "broken.example" : "The Courier";
    expect(wordsOf(answer)).toContain(t(key, { name, why: t("failure-not-a-feed") }));
    expect(await own()).toEqual([]);
  });

  it("hears of the limits, and that a source is there already", async () => {
    await rig.type(`/follow ${feed}`);
    expect((await rig.type(`/follow ${feed}`)).title).toBe(t("follow-twice", { name: "The Harbour Post" }));
    await rig.type("/follow https://pier.example/rss");

    const third = await rig.type("/follow https://quay.example/rss");

    expect(third.title).toBe(t("follow-limit", { count: 2 }));
    expect(await own()).toHaveLength(2);
    const panel = await rig.type("/follow");
    expect(panel.actions.map(({ command }) => command)).toEqual(["unfollow", "unfollow"]);
    expect((await rig.type("/unfollow nothing")).title).toBe(t("unfollow-unknown", { word: "nothing" }));
    expect((await rig.type(`/unfollow ${feed}`)).title).toBe(t("unfollowed", { name: "The Harbour Post" }));
    expect(await own()).toHaveLength(1);
  });

  it("sees it among the sources, in the chat's data, and loses all of it with them", async () => {
    await rig.type(`/follow ${feed}`);
    const id = (await rig.store.chats.find(ownChat))?.id ?? -1;
    await new Story({ ...rig.store, ledger: rig.store.ownLedger(id) }, defaultPolicy).tell(
      strike("08:00", 3),
    );

    expect(wordsOf(await rig.type("/sources"))).toContain(t("sources-own"));
    const kept = (await rig.type("/export")).blocks[0];
    expect(JSON.parse(kept?.kind === "text" ? kept.text : "")).toMatchObject({
      ownSources: [{ name: "The Harbour Post", address: feed, state: "followed" }],
      ownDevelopments: [{ kind: "strike", reports: 1 }],
    });
    expect(wordsOf(await rig.type("/privacy"))).toContain(t("privacy-own"));
    await rig.press(await rig.type("/forget"), t("forget-yes"));

    expect(await rig.store.sources.own()).toEqual([]);
    expect(await rig.store.ownLedgers()).toEqual([]);
    await rig.type("/subscribe");
    expect(wordsOf(await rig.type("/sources"))).not.toContain("The Harbour Post");
  });
});

describe.each(textLanguages)("where the bot's admins are asked first, in %s", (language) => {
  const t = (key: string, values = {}): string => textsOf(language).text(key, values);
  const name = "The Harbour Post";
  beforeEach(async () => {
    rig = await createRig({
      ownSources: askingFirst,
      trySource: tried,
      defaults: { language, timeZone: "Europe/Kyiv" },
    });
    rig.become({ language });
    await rig.type("/subscribe");
  });

  it("a request waits, an admin approves it by button, and the chat hears of it", async () => {
    const asked = await rig.type(`/follow ${feed}`);
    expect(asked.title).toBe(t("followed-title-waiting", { name }));
    expect(await rig.store.sources.due(rig.clock.now(), 9)).toEqual([]);
    expect(wordsOf(await rig.type("/sources"))).toContain(t("source-halt-waiting"));
    const [request] = await noticesTo("1");
    if (request === undefined) throw new Error("nobody was asked");
    expect(wordsOf(request)).toContain(feed);

    asBoss();
    const done = await rig.press(request, t("button-own-approve"));

    expect(wordsOf(done)).toContain(t("own-approve-done"));
    expect((await rig.store.sources.due(rig.clock.now(), 9)).map(({ source }) => source.url)).toEqual([feed]);
    expect((await noticesTo("7")).map(({ title }) => title)).toEqual([t("own-approved-title", { name })]);
    expect(wordsOf(await rig.type("/audit"))).toContain(
      t("audit-source-approve", { subject: (await rig.store.sources.own())[0]?.source.id ?? "" }),
    );
    expect(rig.faults).toEqual([]);
  });

  it("a request that is made again is one request", async () => {
    await rig.type(`/follow ${feed}`);
    const again = await rig.type(`/follow ${feed}`);

    expect(again.title).toBe(t("followed-title-waiting", { name }));
    expect(await noticesTo("1")).toHaveLength(1);
    expect(await own()).toHaveLength(1);
  });

  it("a refusal is told, stands in the list, and can be turned round by the admin", async () => {
    await rig.type(`/follow ${feed}`);
    const [request] = await noticesTo("1");
    if (request === undefined) throw new Error("nobody was asked");
    asBoss();
    const refused = await rig.press(request, t("button-own-refuse"));

    expect((await noticesTo("7")).map(({ title }) => title)).toEqual([t("own-refused-title", { name })]);
    // A second admin's button on what was decided decides nothing.
    const late = await rig.press(request, t("button-own-approve"));
    expect(wordsOf(late)).toContain(t("own-decided"));
    expect(await rig.store.sources.due(rig.clock.now(), 9)).toEqual([]);
    asReader();
    expect((await rig.type(`/follow ${feed}`)).title).toBe(t("follow-refused", { name }));

    asBoss();
    const turned = await rig.press(refused, t("button-own-approve"));
    expect(wordsOf(turned)).toContain(t("own-approve-done"));
    expect(await rig.store.sources.due(rig.clock.now(), 9)).toHaveLength(1);
    const back = await rig.press(turned, t("button-own-refuse"));
    expect(wordsOf(back)).toContain(t("own-refuse-done"));
    expect(await rig.store.sources.due(rig.clock.now(), 9)).toEqual([]);
    expect((await rig.store.audit.list({ limit: 9 })).map(({ act, outcome }) => [act, outcome])).toEqual([
      ["source.refuse", "done"],
      ["source.approve", "done"],
      ["source.refuse", "done"],
    ]);
  });

  it("the buttons are an admin's only, pressed by anybody else they do nothing", async () => {
    await rig.type(`/follow ${feed}`);
    const [request] = await noticesTo("1");
    if (request === undefined) throw new Error("nobody was asked");

    for (const label of ["button-own-approve", "button-own-refuse"])
      expect((await rig.press(request, t(label))).title).toBe(t("refused-admin"));
    expect(await own()).toMatchObject([{ state: { halt: "waiting" } }]);
  });

  it("what was withdrawn meanwhile cannot be approved", async () => {
    const asked = await rig.type(`/follow ${feed}`);
    const [request] = await noticesTo("1");
    await rig.press(asked, t("button-unfollow", { name }));
    if (request === undefined) throw new Error("nobody was asked");

    asBoss();
    const answer = await rig.press(request, t("button-own-approve"));

    expect(answer.title.length).toBeGreaterThan(0);
    expect(await rig.store.sources.own()).toEqual([]);
    expect(rig.faults).toEqual([]);
  });

  it("an admin lists what chats follow, and takes one out", async () => {
    await rig.type(`/follow ${feed}`);
    await noticesTo("1");
    asBoss();
    const list = await rig.type("/sources own");
    expect(list.title).toBe(t("own-list-title", { count: 1 }));
    expect(wordsOf(list)).toContain(t("source-halt-waiting"));
    const id = (await rig.store.sources.own())[0]?.source.id ?? "";

    await rig.type(`/sources resume ${id}`);
    expect(await rig.store.sources.due(rig.clock.now(), 9)).toEqual([]);
    await rig.type(`/sources remove ${id} yes`);

    expect((await noticesTo("7")).map(({ title }) => title)).toEqual([t("own-removed-title", { name })]);
    expect(await rig.store.sources.own()).toEqual([]);
    expect((await rig.type("/sources own")).title).toBe(t("own-list-title", { count: 0 }));
  });
});

describe("own sources", () => {
  const on = { ...askingFirst, mode: "on" } as const;

  it.each([
    ["are off", { ownSources: { ...askingFirst, mode: "off" as const } }],
    ["wait for admins whom nobody named", { ownSources: askingFirst, adminChats: [] }],
    ["are not configured", {}],
  ])("are refused politely where they %s", async (_how, fields) => {
    rig = await createRig({ trySource: tried, ...fields });
    await rig.type("/subscribe");

    const answer = await rig.type(`/follow ${feed}`);

    expect(answer.title).toBe(textsOf("en").text("follow-off"));
    expect((await rig.type("/follow")).actions).toEqual([]);
    expect(await own()).toEqual([]);
  });

  it("are for who administers the chat at that moment, and for nobody else", async () => {
    rig = await createRig({ ownSources: on, trySource: tried });
    rig.become({ address: group, administers: [group.channel] });
    await rig.type("/subscribe");
    const followed = await rig.type(`/follow ${feed}`);
    rig.become({ administers: [] });

    for (const answer of [
      await rig.type("/follow https://pier.example/rss"),
      await rig.press(followed, /No longer/u),
    ])
      expect(answer.title).toBe("Only administrators of this chat may do that.");
    expect(await own(group)).toHaveLength(1);
  });

  it("need a chat that is subscribed", async () => {
    rig = await createRig({ ownSources: on, trySource: tried });

    const answer = await rig.type(`/follow ${feed}`);

    expect(answer.actions.map(({ command }) => command)).toEqual(["subscribe"]);
    expect(await rig.store.sources.own()).toEqual([]);
  });

  it("have a limit over all chats that are subscribed", async () => {
    rig = await createRig({ ownSources: { ...on, limits: { perChat: 2, inAll: 1 } }, trySource: tried });
    await rig.type("/subscribe");
    await rig.type(`/follow ${feed}`);
    rig.become({ address: group, administers: [group.channel] });
    await rig.type("/subscribe");

    expect((await rig.type(`/follow ${feed}`)).title).toBe(textsOf("en").text("follow-limit-all"));
    asReader();
    await rig.type("/unsubscribe");
    rig.become({ address: group });
    expect((await rig.type(`/follow ${feed}`)).title).toBe("This chat now follows The Harbour Post");
  });

  it("need no approval where one of the bot's admins follows them", async () => {
    rig = await createRig({ ownSources: askingFirst, trySource: tried });
    asBoss();
    await rig.type("/subscribe");

    expect((await rig.type(`/follow ${feed}`)).title).toBe("This chat now follows The Harbour Post");
    expect(await noticesTo("1")).toEqual([]);
  });

  it("of two chats with one address are two, and rest while their chat is gone", async () => {
    rig = await createRig({ ownSources: on, trySource: tried });
    await rig.type("/subscribe");
    await rig.type(`/follow ${feed}`);
    rig.become({ address: group, administers: [group.channel] });
    await rig.type("/subscribe");
    await rig.type(`/follow ${feed}`);
    const due = async () => (await rig.store.sources.due(rig.clock.now(), 9)).length;
    expect(await due()).toBe(2);

    await rig.commands.chatGone(group, "bot was kicked from the group");
    expect(await due()).toBe(1);
    await rig.commands.chatBack?.(group);
    expect(await due()).toBe(2);
    asReader();
    await rig.type("/unsubscribe");
    expect(await due()).toBe(1);
  });
});

describe("what is asked where a chat has a ledger of its own", () => {
  let everybody: Story;
  let mine: Story;
  beforeEach(async () => {
    rig = await createRig({ ownSources: { ...askingFirst, mode: "on" }, trySource: tried });
    await rig.type("/subscribe");
    await rig.type(`/follow ${feed}`);
    const id = (await rig.store.chats.find(ownChat))?.id ?? -1;
    const policy = { ...defaultPolicy, holdMs: 0 };
    everybody = new Story(rig.store, policy);
    mine = new Story({ ...rig.store, ledger: rig.store.ownLedger(id) }, policy);
    rig.become({ address: group, administers: [group.channel] });
    await rig.type("/subscribe");
    asReader();
  });
  const elsewhere = () => rig.become({ address: group });

  it("is answered with it there, and as if it were not elsewhere", async () => {
    const [alert] = await mine.tell({ ...strike("08:00", 3) });
    const id = alert?.development ?? "";

    expect(wordsOf(await rig.type(`/development ${id}`))).toContain("3 people died there");
    expect(wordsOf(await rig.type(`/development ${id}`))).toContain(
      "From a source that only this chat follows.",
    );
    expect(wordsOf(await rig.type(`/why ${id}`))).toContain("3 people died there");
    expect(wordsOf(await rig.type("/latest"))).toContain("3 killed");
    expect((await rig.type(`/mute ${id}`)).title).not.toContain("There is no");
    elsewhere();
    const unknown = textsOf("en").text("development-elsewhere");
    for (const line of [`/development ${id}`, `/why ${id}`, `/whynot ${id}`])
      expect((await rig.type(line)).title).toBe(unknown);
    for (const line of ["/latest", "/totals", "/search Kharkiv", "/status", "/sources", "/chart"])
      expect(wordsOf(await rig.type(line))).not.toMatch(/Harbour|3 killed/u);
    expect(await rig.commands.cards("strike", { platform: "telegram", id: "9", language: "en" })).toEqual([]);
  });

  it("is evidence apart under what everybody's sources tell, and is listed once", async () => {
    await everybody.tell(strike("08:00", 3, { outlet: "The Courier" }));
    await mine.tell(strike("09:00", 9));

    const here = wordsOf(await rig.type("/development d1"));
    expect(here).toContain("From this chat's own sources:");
    expect(here).toContain("The Harbour Post");
    expect(here).toMatch(/^.*3 killed/u);
    expect(wordsOf(await rig.type("/latest")).match(/killed/gu)).toHaveLength(1);
    elsewhere();
    const there = wordsOf(await rig.type("/development d1"));
    expect(there).not.toMatch(/Harbour|9/u);
    expect(wordsOf(await rig.type("/why d1"))).not.toContain("Harbour");
  });

  it("explains an address that only its source brought, and knows nothing of it elsewhere", async () => {
    await mine.tell({ ...strike("08:00", 3), id: "own-1" });
    const url = (await rig.store.ownLedger(1).reports({ limit: 1 }))[0]?.url ?? "";

    const here = wordsOf(await rig.type(`/whynot ${url}`));
    elsewhere();
    const there = wordsOf(await rig.type(`/whynot ${url}`));

    expect(here).toContain("3 killed");
    expect(there).not.toContain("3 killed");
  });

  it("is not for reviews, though an admin asks there", async () => {
    const [alert] = await mine.tell(strike("08:00", 3));
    asBoss();
    rig.become({ address: ownChat, administers: [ownChat.channel] });

    const answer = await rig.type(`/review show ${alert?.development ?? ""}`);

    expect(wordsOf(answer)).not.toContain("3 killed");
    const details = await rig.type(`/development ${alert?.development ?? ""}`);
    expect(details.actions.map(({ command }) => command)).not.toContain("review");
  });
});
