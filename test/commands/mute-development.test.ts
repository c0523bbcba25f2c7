import { beforeEach, describe, expect, it } from "vitest";
import { askedStory, noonThere } from "./asked-story.ts";
import { ownChat, wordsOf, type Rig } from "./rig.ts";

let rig: Rig;
let ids: Readonly<Record<string, string>>;
beforeEach(async () => {
  ({ rig, ids } = await askedStory());
});
const settings = async () => (await rig.store.chats.find(ownChat))?.subscription;

describe("a mute", () => {
  it("of one development is pressed under its alert, and undone", async () => {
    await rig.type("/subscribe");
    const muted = await rig.press(await rig.type("/latest"), "Mute");
    const during = (await settings())?.mutedDevelopments;
    await rig.press(muted, "Undo");

    expect(during).toEqual([ids["night"]]);
    expect((await settings())?.mutedDevelopments).toEqual([]);
    expect(await rig.reply(`/mute ${ids["night"]}`)).toMatchObject({ isInPlace: false });
  });

  it("of one development stands in the panel and in its details, and is ended in each", async () => {
    await rig.type("/subscribe");
    const id = ids["night"] ?? "";
    for (const line of ["/mute", `/why ${id}`, `/development ${id}`]) {
      const before = (await rig.type(line)).actions.map(({ command }) => command);
      await rig.type(`/mute ${id}`);
      const shown = await rig.type(line);
      await rig.press(shown, /^Unmute/u);

      expect(before).not.toContain("unmute");
      expect(wordsOf(shown)).toMatch(/This development is muted here|Muted developments/u);
      expect((await settings())?.mutedDevelopments).toEqual([]);
    }
    expect(rig.faults).toEqual([]);
  });

  it("is ended in capital letters, and says when there was none", async () => {
    await rig.type("/subscribe");
    const nothing = await rig.type("/unmute");
    await rig.type(`/mute ${ids["night"]}`);
    const ended = await rig.type(`/unmute ${ids["night"]?.toUpperCase()}`);

    expect(nothing.title).toBe("Nothing was muted.");
    expect(ended.title).toBe("News on this comes again.");
    expect((await settings())?.mutedDevelopments).toEqual([]);
  });

  it.each([
    ["/mute 8h", 8],
    ["/mute 30 хвилин", 0.5],
    ["/mute 2 дня", 48],
    ["/mute 1 week", 168],
  ])("for a time is said as %s", async (line, hours) => {
    await rig.type("/subscribe");
    await rig.type(line);

    expect((await settings())?.mutedUntil).toBe(noonThere + hours * 3_600_000);
    await rig.press(await rig.type("/mute"), "Unmute");
    expect((await settings())?.mutedUntil).toBeNull();
  });

  it("says what it understands", async () => {
    await rig.type("/subscribe");

    expect(wordsOf(await rig.type("/mute a bit"))).toContain("Give a time, such as 8h");
    expect((await rig.type("/unmute d999")).title).toBe("That was not muted.");
    expect((await rig.type("/mute d999")).title).toContain("No such development");
  });
});
