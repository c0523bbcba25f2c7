import { beforeEach, describe, expect, it } from "vitest";
import { createRig, ownChat, wordsOf, type Rig } from "./rig.ts";

let rig: Rig;
const settings = async () => (await rig.store.chats.find(ownChat))?.subscription;

beforeEach(async () => {
  rig = await createRig();
});

describe("a mute of the whole chat", () => {
  it("is ended by subscribing again", async () => {
    await rig.type("/subscribe");
    await rig.type("/mute forever");
    await rig.type("/unsubscribe");
    await rig.type("/subscribe");

    expect((await settings())?.mutedUntil).toBeNull();
  });

  it("is ended by an explicit /subscribe of who is subscribed", async () => {
    await rig.type("/subscribe");
    await rig.type("/mute 8h");
    await rig.type("/subscribe exchange");

    expect(await settings()).toMatchObject({ mutedUntil: null, kinds: ["exchange"] });
  });

  it.each(["/settings", "/start", "/status"])("is said by %s", async (line) => {
    await rig.type("/subscribe");
    const before = wordsOf(await rig.type(line));
    await rig.type("/mute forever");

    expect(wordsOf(await rig.type(line))).toContain("Muted until you unmute");
    expect(before).not.toContain("Muted");
  });

  it.each(["/settings", "/start"])("is ended by a button of %s", async (line) => {
    await rig.type("/subscribe");
    await rig.type("/mute forever");
    await rig.press(await rig.type(line), "Unmute");

    expect((await settings())?.mutedUntil).toBeNull();
  });
});
