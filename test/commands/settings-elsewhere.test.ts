import { beforeEach, describe, expect, it } from "vitest";
import { createRig, ownChat, wordsOf, type Rig } from "./rig.ts";

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
