import { describe, expect, it } from "vitest";
import type { Scene } from "./scene.ts";
import { noon } from "./documents.ts";

const update = (id: number) => ({ id, body: `{"update_id":${id}}` });

/** Updates of a platform, each handled once. */
export function describeUpdates(scene: Scene): void {
  describe("updates", () => {
    it("are pending in the order of their ids until they are handled", async () => {
      const { updates } = scene.store;
      await updates.saveUpdates("telegram", [update(12), update(9), update(10)], noon);

      expect(await updates.pendingUpdates("telegram", 2)).toEqual([update(9), update(10)]);
      await updates.markHandled("telegram", [9]);

      expect(await updates.pendingUpdates("telegram", 9)).toEqual([update(10), update(12)]);
      expect(await updates.pendingUpdates("discord", 9)).toEqual([]);
    });

    it("that come again are left alone, handled or not", async () => {
      const { updates } = scene.store;
      await updates.saveUpdates("telegram", [update(1), update(2)], noon);
      await updates.markHandled("telegram", [1]);

      await updates.saveUpdates("telegram", [update(1), { id: 2, body: "again" }, update(3)], noon);

      expect(await updates.pendingUpdates("telegram", 9)).toEqual([update(2), update(3)]);
    });

    it("whose ids begin anew are not those that were handled, however near", async () => {
      const { updates } = scene.store;
      await updates.saveUpdates("telegram", [update(1), update(2)], noon);
      await updates.markHandled("telegram", [1, 2]);
      const others = [1, 2].map((id) => ({ id, body: `{"update_id":${id},"message":{}}` }));

      await updates.saveUpdates("telegram", others, noon + 60_000);
      expect(await updates.pendingUpdates("telegram", 9)).toEqual(others);
      await updates.markHandled("telegram", [1, 2]);
      await updates.saveUpdates("telegram", others, noon + 120_000);

      expect(await updates.pendingUpdates("telegram", 9)).toEqual([]);
    });

    it("are known again also where their count began anew far below", async () => {
      const { updates } = scene.store;
      await updates.saveUpdates("telegram", [update(500_000_000)], noon);
      await updates.saveUpdates("telegram", [update(7)], noon);
      await updates.markHandled("telegram", [7]);

      await updates.saveUpdates("telegram", [update(8)], noon);
      await updates.saveUpdates("telegram", [update(7)], noon);

      expect(await updates.pendingUpdates("telegram", 9)).toEqual([update(8), update(500_000_000)]);
    });

    it("have a highest id for each platform, also when all are handled", async () => {
      const { updates } = scene.store;
      expect(await updates.lastUpdateId("telegram")).toBeNull();
      await updates.saveUpdates("telegram", [update(5), update(3)], noon);
      await updates.markHandled("telegram", [5]);

      expect(await updates.lastUpdateId("telegram")).toBe(5);
      expect(await updates.lastUpdateId("discord")).toBeNull();
      await updates.saveUpdates("telegram", [], noon);
      expect(await updates.lastUpdateId("telegram")).toBe(5);
    });

    it("tell that an answer to them was begun, until their id stands for another one", async () => {
      const { updates } = scene.store;
      await updates.saveUpdates("telegram", [update(1), update(2)], noon);
      await updates.noteAnswering("telegram", [1]);
      expect(await updates.pendingUpdates("telegram", 9)).toEqual([
        { ...update(1), mayBeAnswered: true },
        update(2),
      ]);
      await updates.markHandled("telegram", [1]);
      const another = { id: 1, body: `{"update_id":1,"message":{}}` };

      await updates.saveUpdates("telegram", [another], noon + 60_000);

      expect(await updates.pendingUpdates("telegram", 9)).toEqual([another, update(2)]);
    });

    it("wait however long while others are handled", async () => {
      const { updates } = scene.store;
      await updates.saveUpdates("telegram", [update(1)], noon);
      await updates.saveUpdates("telegram", [update(1_000_000)], noon);

      expect(await updates.pendingUpdates("telegram", 9)).toEqual([update(1), update(1_000_000)]);
    });
  });
}
