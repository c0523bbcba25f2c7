import { beforeEach, describe, expect, it } from "vitest";
import { indexNext } from "../../src/commands/search/indexer.ts";
import type { Message } from "../../src/model/message.ts";
import { placeRows } from "../../src/reference/places.ts";
import { event, figure, kyivOfficial, type Story } from "../ledger/story.ts";
import { askedStory } from "./asked-story.ts";
import { type Rig } from "./rig.ts";

let rig: Rig;
let story: Story;
beforeEach(async () => {
  ({ rig, story } = await askedStory());
});
const titles = (message: Message): readonly string[] =>
  message.selects?.flatMap(({ options }) => options.map(({ label }) => label)) ?? [];

describe("searching", () => {
  it.each([
    ["Харкові", "Kharkiv"],
    ["харьков", "Kharkiv"],
    ["kharkiv", "Kharkiv"],
    ["Харківська область", "Kharkiv"],
    ["полонених", "exchange"],
    ["обмен", "exchange"],
    ["prisoners", "exchange"],
    ["загиблі Харків", "Kharkiv"],
    ["drones", "Air attack"],
    ["дронів", "Air attack"],
    ["390", "exchange"],
  ])("for %s finds what was told in any language", async (words, title) => {
    const found = await rig.type(`/search ${words}`);

    expect(titles(found).join("\n")).toContain(title);
    expect(rig.faults).toEqual([]);
  });

  it.each([
    ["Сумах"],
    ["Sudan"],
    ["Харків дрони"],
    ["Kyiv"],
    ["Київ"],
    ["в Киеве"],
    ["attack on Kyiv"],
    ["Moscow"],
  ])("for %s finds nothing", async (words) => {
    expect((await rig.type(`/search ${words}`)).title).toContain("Nothing found");
  });

  it("goes on by a button, in any letters", async () => {
    const towns = placeRows().filter(({ kind, parent }) => kind === "town" && parent === "UA-59");
    for (const [at, { code }] of towns.slice(0, 10).entries())
      await story.tell({
        at: `11:${at + 10}`,
        outlet: `Outlet ${at}`,
        figures: [figure("killed", "UA", at + 1, { places: [code, "UA-59", "UA"], by: kyivOfficial })],
        events: [event("strike", "done", { places: [code, "UA-59", "UA"] })],
      });
    while (await indexNext(rig.store)) continue;

    const first = await rig.type("/search Сумська область");
    const second = await rig.press(first, "More");

    expect(titles(first)).toHaveLength(8);
    expect(titles(second).length).toBeGreaterThan(0);
    expect(second.title).toBe("Found for “сумська область”");
  });

  it("asks people to wait who ask too fast, each for themselves", async () => {
    for (let at = 0; at < 6; at += 1) await rig.type("/search Kharkiv");
    const refused = await rig.type("/search Kharkiv");
    rig.become({ id: "8" });
    const other = await rig.type("/search Kharkiv");
    rig.become({ id: "7" });
    await rig.clock.advance(10_000);

    expect(refused.title).toMatch(/That is a lot at once\. Please try again in \d+ s/u);
    expect(other.title).toContain("Found");
    expect((await rig.type("/search Kharkiv")).title).toContain("Found");
  });

  it("gives cards to who types fast, and none to who asks faster than anybody types", async () => {
    const user = { platform: "telegram", id: "7", language: "en" };
    const ask = () => rig.commands.cards("Kharkiv", user);

    const typed = await Promise.all(Array.from({ length: 30 }, ask));
    const refused = await ask();
    const other = await rig.commands.cards("Kharkiv", { ...user, id: "8" });
    await rig.clock.advance(1_000);

    expect(typed.every((cards) => cards.length > 0)).toBe(true);
    expect(refused).toEqual([]);
    expect(other).toEqual(typed[0]);
    expect(await ask()).toEqual(typed[0]);
  });
});
