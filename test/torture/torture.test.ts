import { describe, expect, it } from "vitest";
import { torture } from "./torture.ts";

describe("a sender that is killed again and again", () => {
  it(
    "loses nothing, doubles nothing on Discord, and marks what may double on Telegram",
    { timeout: 300_000 },
    async () => {
      const result = await torture({ kills: 6, seed: 20_250_523 });

      expect(result.faults).toEqual([]);
      expect(result.messages).toBeGreaterThan(0);
      expect(result.identifies).toBeGreaterThan(0);
      expect(Object.values(result.killsAt).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(4);
    },
  );
});
