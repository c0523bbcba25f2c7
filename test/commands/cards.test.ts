import { describe, expect, it } from "vitest";
import { createRig } from "./rig.ts";
import { tellExchange } from "./told-exchange.ts";

describe("cards to share", () => {
  it("are the newest developments, or what is found for words", async () => {
    const rig = await createRig();
    await tellExchange(rig);
    const user = { platform: "telegram", id: "9", language: "uk" };

    const newest = await rig.commands.cards("", user);
    const found = await rig.commands.cards("Sudan", user);

    expect(newest.map(({ message }) => message.title)).toEqual(["Обмін полоненими: 307 – Україні"]);
    expect(newest[0]?.message.actions).toMatchObject([{ command: "development", argument: "d1" }]);
    expect(newest[0]?.summary.length).toBeGreaterThan(10);
    expect(found).toEqual([]);
  });
});
