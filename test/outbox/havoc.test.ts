import { describe, expect, it } from "vitest";
import { playHavoc } from "./havoc.ts";

describe("whatever happens to a sender, its chats and its news", () => {
  it.each([1, 5, 18])("nothing is lost, doubled unmarked or left waiting (seed %i)", async (seed) => {
    expect(await playHavoc(seed, { tellsRepeats: seed % 2 === 0 })).toEqual([]);
  });
});
