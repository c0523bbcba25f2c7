import { describe, expect, it } from "vitest";
import { placeRows } from "../../src/reference/places.ts";
import { measureNames } from "../../src/measures.ts";
import { hashKey } from "../../src/commands/short-key.ts";

describe("short keys", () => {
  it("tell all places and all measures apart", () => {
    const ids = [...placeRows().map(({ code }) => code), ...measureNames];

    expect(new Set(ids.map(hashKey)).size).toBe(ids.length);
  });
});
