import { describe, expect, it } from "vitest";
import type { Scene } from "./scene.ts";
import { noon } from "./documents.ts";

/** One sender a platform. */
export function describeLeases(scene: Scene): void {
  const hold = async (holder: string, now: number, platform = "telegram") =>
    (await scene.store.outbox.holdSenderLease(platform, holder, now, 1_000))?.fence ?? null;

  describe("the sender's lease", () => {
    it("is one holder's until it runs out, and then another's with a greater fence", async () => {
      const mine = await hold("a", noon);

      expect(await hold("b", noon + 999)).toBeNull();
      const theirs = await hold("b", noon + 1_000);

      expect(mine).not.toBeNull();
      expect(theirs).toBeGreaterThan(mine ?? 0);
      expect(await hold("a", noon + 1_001)).toBeNull();
    });

    it("is renewed under the same fence", async () => {
      const fence = await hold("a", noon);

      expect(await hold("a", noon + 900)).toBe(fence);
      expect(await hold("b", noon + 1_000)).toBeNull();
      expect(await hold("b", noon + 1_900)).not.toBeNull();
    });

    it("keeps its fence when nobody took it meanwhile", async () => {
      const fence = await hold("a", noon);

      expect(await hold("a", noon + 60_000)).toBe(fence);
    });

    it("is free at once when its holder releases it, under a new fence also for that one", async () => {
      const fence = await hold("a", noon);
      await scene.store.outbox.releaseSenderLease("telegram", "b");
      expect(await hold("b", noon)).toBeNull();
      await scene.store.outbox.releaseSenderLease("telegram", "a");

      expect(await hold("a", noon)).toBeGreaterThan(fence ?? Infinity);
    });

    it("that runs into a far future, since the clock was put back, is its holder's for its length", async () => {
      const fence = await hold("a", noon);
      const before = noon - 3_600_000;

      expect(await hold("b", before)).toBeNull();
      expect(await hold("a", before + 500)).toBe(fence);
      expect(await hold("b", before + 1_400)).toBeNull();
      expect(await hold("b", before + 1_500)).toBeGreaterThan(fence ?? Infinity);
    });

    it("is of one platform", async () => {
      await hold("a", noon);

      expect(await hold("b", noon, "discord")).not.toBeNull();
    });
  });
}
