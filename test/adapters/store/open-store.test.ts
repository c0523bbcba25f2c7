import { describe, expect, it } from "vitest";
import { openStore, storeEngines } from "../../../adapters/store/index.ts";

describe("openStore", () => {
  it("opens a store in memory, which replays and tests work on", async () => {
    const store = await openStore(":memory:");

    expect(await store.chats.count()).toBe(0);
    await store.close();
  });

  it.each(["postgres://user:secret@localhost/tallywire", "postgresql://localhost", "MYSQL://localhost"])(
    "says of %s that this version knows only SQLite, and keeps the password to itself",
    async (url) => {
      const opened = openStore(url);

      await expect(opened).rejects.toMatchObject({ name: "ConfigError", code: "unknown-database" });
      await expect(opened).rejects.toThrow(/only SQLite/);
      await expect(opened).rejects.not.toThrow(/secret/);
    },
  );

  it("knows each engine by a scheme of its own", () => {
    const schemes = storeEngines.map((each) => each.scheme);

    expect(new Set(schemes).size).toBe(schemes.length);
  });
});
