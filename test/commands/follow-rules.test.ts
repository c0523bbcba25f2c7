import { afterEach, describe, expect, it } from "vitest";
import { textsOf } from "../../src/languages/texts.ts";
import { askingFirst, noticesOf, tried } from "./own-trial.ts";
import { createRig, type Rig } from "./rig.ts";
import { asBoss, asReader, feed, group, ownOf } from "./following.ts";

let rig: Rig;
afterEach(() => rig.store.close());

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
    expect(await ownOf(rig)).toEqual([]);
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
    expect(await ownOf(rig, group)).toHaveLength(1);
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
    asReader(rig);
    await rig.type("/unsubscribe");
    rig.become({ address: group });
    expect((await rig.type(`/follow ${feed}`)).title).toBe("This chat now follows The Harbour Post");
  });

  it("need no approval where one of the bot's admins follows them", async () => {
    rig = await createRig({ ownSources: askingFirst, trySource: tried });
    asBoss(rig);
    await rig.type("/subscribe");

    expect((await rig.type(`/follow ${feed}`)).title).toBe("This chat now follows The Harbour Post");
    expect(await noticesOf(rig, "1")).toEqual([]);
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
    asReader(rig);
    await rig.type("/unsubscribe");
    expect(await due()).toBe(1);
  });
});
