import { beforeEach, describe, expect, it } from "vitest";
import { createRig, wordsOf, type Rig } from "./rig.ts";

const server = (channel: string) => ({ platform: "discord", channel, thread: null });
const [here, there] = ["123456789012345678", "123456789012345679"].map(server) as [
  ReturnType<typeof server>,
  ReturnType<typeof server>,
];

let rig: Rig;
beforeEach(async () => {
  rig = await createRig();
  rig.become({ address: here, administers: [here.channel, there.channel], language: "uk" });
  await rig.type("/subscribe");
  rig.become({ language: "en-US" });
});

const languageAt = async (address: typeof here): Promise<string | undefined> =>
  (await rig.store.chats.find(address))?.subscription.language;

describe("in a channel of others, where answers are read alone", () => {
  it("a person is answered in their own language, and what all see is in the chat's", async () => {
    const status = await rig.type("/status");
    const start = await rig.reply("/start");
    const left = await rig.reply("/unsubscribe");

    expect(wordsOf(status)).toContain("This chat:");
    expect([start, left].map(({ isPrivate, message }) => [isPrivate, message.language])).toEqual([
      [false, "uk"],
      [false, "uk"],
    ]);
  });

  it("the settings stay in the person's language whatever is chosen for the chat", async () => {
    const panel = await rig.type("/settings language ru");

    expect(panel.language).toBe("en");
    expect(wordsOf(panel)).toContain("Saved");
    expect(await languageAt(here)).toBe("ru");
  });

  it("another channel is set up in the person's language, not in that of where it was asked", async () => {
    rig.become({ target: { address: there, title: "#there" } });

    await rig.type("/subscribe");

    expect(await languageAt(there)).toBe("en");
    expect(await languageAt(here)).toBe("uk");
  });
});
