import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defaultPolicy } from "../../src/alert/policy.ts";
import { textLanguages, textsOf } from "../../src/languages/texts.ts";
import { makeSource } from "../contract/store/documents.ts";
import { Story } from "../ledger/story.ts";
import { askingFirst, tried } from "./own-trial.ts";
import { createRig, ownChat, wordsOf, type Rig } from "./rig.ts";
import { feed, ownOf, strike } from "./following.ts";

let rig: Rig;
afterEach(() => rig.store.close());

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

    expect((await ownOf(rig)).map(({ source }) => source.url)).toEqual(["https://t.me/s/harbour_post"]);
  });

  it.each([
    ["https://t.me/+AbCdEf", "follow-private-channel"],
    ["Harbour", "sources-bad-url"],
  ])("is told why %s cannot be followed", async (word, why) => {
    expect((await rig.type(`/follow ${word}`)).title).toBe(t(why));
    expect(await ownOf(rig)).toEqual([]);
  });

  it("follows a source for the chat alone, sees what it would bring, and gives it up by button", async () => {
    const followed = await rig.type(`/follow ${feed}`);

    expect(followed.title).toBe(t("followed-title", { name: "The Harbour Post" }));
    expect(wordsOf(followed)).toContain("Three ships left the invented harbour");
    expect(await ownOf(rig)).toMatchObject([
      { source: { url: feed, name: "The Harbour Post" }, state: { halt: null } },
    ]);
    expect(rig.pokes()).toBeGreaterThan(0);
    const left = await rig.press(followed, t("button-unfollow", { name: "The Harbour Post" }));
    expect(left.title).toBe(t("unfollowed", { name: "The Harbour Post" }));
    expect(await ownOf(rig)).toEqual([]);
    expect(rig.faults).toEqual([]);
  });

  it("is asked for an address by the panel of the settings", async () => {
    const page = await rig.press(await rig.type("/settings"), t("settings-sources"));
    const panel = await rig.press(page, t("button-own-sources"));

    const followed = await rig.press(panel, t("button-follow"), "t.me/harbour_post");

    expect(wordsOf(panel)).toContain(t("follow-none"));
    expect(followed.title).toBe(t("followed-title", { name: "The Harbour Post" }));
    expect((await ownOf(rig))[0]?.source).toMatchObject({
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
    expect(await ownOf(rig)).toEqual([]);
  });

  it("hears of the limits, and that a source is there already", async () => {
    await rig.type(`/follow ${feed}`);
    expect((await rig.type(`/follow ${feed}`)).title).toBe(t("follow-twice", { name: "The Harbour Post" }));
    await rig.type("/follow https://pier.example/rss");

    const third = await rig.type("/follow https://quay.example/rss");

    expect(third.title).toBe(t("follow-limit", { count: 2 }));
    expect(await ownOf(rig)).toHaveLength(2);
    const panel = await rig.type("/follow");
    expect(panel.actions.map(({ command }) => command)).toEqual(["unfollow", "unfollow"]);
    expect((await rig.type("/unfollow nothing")).title).toBe(t("unfollow-unknown", { word: "nothing" }));
    expect((await rig.type(`/unfollow ${feed}`)).title).toBe(t("unfollowed", { name: "The Harbour Post" }));
    expect(await ownOf(rig)).toHaveLength(1);
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
