import { describe, expect, it } from "vitest";
import { DocumentCache } from "../../../../adapters/store/sqlite/document-cache.ts";

describe("DocumentCache", () => {
  it("gives a document of the version asked for only", () => {
    const cache = new DocumentCache<string>(100);
    cache.set("d1", 3, { value: "third", size: 10 });

    expect([cache.get("d1", 3), cache.get("d1", 4), cache.get("d2", 3)]).toEqual(["third", null, null]);
  });

  it("drops what was used longest ago when it is full", () => {
    const cache = new DocumentCache<string>(30);
    for (const id of ["d1", "d2", "d3"]) cache.set(id, 1, { value: id, size: 10 });
    cache.get("d1", 1);
    cache.set("d4", 1, { value: "d4", size: 15 });

    expect(["d1", "d2", "d3", "d4"].map((id) => cache.get(id, 1))).toEqual(["d1", null, null, "d4"]);
  });

  it("counts a document's newest version only", () => {
    const cache = new DocumentCache<string>(30);
    cache.set("d1", 1, { value: "d1", size: 10 });
    for (let version = 1; version < 9; version++) cache.set("d2", version, { value: "d2", size: 20 });

    expect(cache.get("d1", 1)).toBe("d1");
  });

  it("keeps no document that is larger than all of it", () => {
    const cache = new DocumentCache<string>(30);
    cache.set("d1", 1, { value: "d1", size: 31 });

    expect(cache.get("d1", 1)).toBeNull();
  });
});
