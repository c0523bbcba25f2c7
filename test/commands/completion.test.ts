import { describe, expect, it } from "vitest";
import { makeSource, noon } from "../contract/store/documents.ts";
import { createRig, ownChat, type Rig } from "./rig.ts";
import { tellExchange } from "./told-exchange.ts";

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
    // What is told of more, before the shorter names of Kharg, Harare and Haradh.
    expect((await complete(rig, "settings", "хар", "places"))[0]).toMatch(/^UA:kharkiv: Харків/u);
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
