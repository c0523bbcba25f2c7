import { beforeEach, describe, expect, it } from "vitest";
import { placeRows } from "../../src/reference/places.ts";
import type { Message } from "../../src/model/message.ts";
import { createRig, ownChat, wordsOf, type Rig } from "./rig.ts";

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
    const offered = await rig.type(`/start ${payload}`);
    const shown = await rig.press(offered, "Show my data");
    rig.become({ administers: [] });
    const refused = await rig.press(offered, "Show my data");
    const offeredToOthers = await rig.type(`/start ${payload}`);

    expect(wordsOf(inGroup)).not.toContain("settings");
    expect(wordsOf(shown)).toContain('"channel": "-100777"');
    expect(wordsOf(refused)).not.toContain("-100777");
    expect(wordsOf(offeredToOthers)).toContain("Only administrators of that chat may do that.");
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
