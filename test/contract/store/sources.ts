import { describe, expect, it } from "vitest";
import type { Scene } from "./scene.ts";
import { makePollState, makeSource, noon } from "./documents.ts";

/** The sources that are followed. */
export function describeSources(scene: Scene): void {
  const courier = makeSource();
  const herald = makeSource({ id: "herald", url: "https://herald.example/feed" });
  const ids = async () => (await scene.store.sources.list()).map((each) => each.source.id);
  const due = async (now: number, limit = 9) =>
    (await scene.store.sources.due(now, limit)).map((each) => each.source.id);

  describe("seeding", () => {
    it("adds each source once, due at once", async () => {
      expect(await scene.store.sources.seed([courier, herald], noon)).toBe(2);
      expect(await scene.store.sources.seed([courier, herald], noon + 1)).toBe(0);

      expect(await scene.store.sources.list()).toEqual([
        { source: courier, state: makePollState() },
        { source: herald, state: makePollState() },
      ]);
    });

    it("leaves alone what admins have changed, removed or follow under another name", async () => {
      await scene.store.sources.seed([courier, herald], noon);
      await scene.store.sources.edit("courier", { name: "Renamed" });
      await scene.store.sources.remove("herald", noon);
      const own = makeSource({ id: "own", url: "https://new.example/feed" });
      await scene.store.sources.add(own, noon);
      const twin = makeSource({ id: "new", url: "https://new.example/feed" });

      expect(await scene.store.sources.seed([courier, herald, twin], noon)).toBe(0);
      await scene.store.sources.remove("own", noon);
      expect(await scene.store.sources.seed([courier, herald, twin], noon)).toBe(0);

      expect(await scene.store.sources.list()).toMatchObject([
        { source: { id: "courier", name: "Renamed" } },
      ]);
    });
  });

  describe("sources", () => {
    it("are refused under an id or a URL that is followed", async () => {
      await scene.store.sources.add(courier, noon);

      const sameId = scene.store.sources.add({ ...herald, id: "courier" }, noon);
      const sameUrl = scene.store.sources.add({ ...herald, url: courier.url }, noon);

      await expect(sameId).rejects.toMatchObject({ name: "SourceError", code: "source-exists" });
      await expect(sameUrl).rejects.toMatchObject({ name: "SourceError", code: "source-exists" });
      expect(await ids()).toEqual(["courier"]);
    });

    it("are added again after they were removed, as if never polled", async () => {
      await scene.store.sources.add(courier, noon);
      await scene.store.sources.saveState("courier", makePollState({ etag: '"a"', halt: "gone" }));

      expect(await scene.store.sources.remove("courier", noon)).toBe(true);
      expect(await scene.store.sources.remove("courier", noon)).toBe(false);
      expect(await scene.store.sources.find("courier")).toBeNull();
      await scene.store.sources.add(courier, noon + 1);

      expect(await scene.store.sources.find("courier")).toEqual({
        source: courier,
        state: makePollState({ dueAt: noon + 1, followedAt: noon + 1 }),
      });
    });

    it("leave their ids behind when they are removed", async () => {
      await scene.store.sources.seed([courier, herald], noon);
      await scene.store.sources.remove("herald", noon);

      expect([...(await scene.store.sources.everIds())].toSorted()).toEqual(["courier", "herald"]);
      expect(await ids()).toEqual(["courier"]);
    });

    it("are edited field by field, not onto another's URL", async () => {
      await scene.store.sources.seed([courier, herald], noon);

      expect(await scene.store.sources.edit("courier", { isUrgent: true, note: "slow" })).toBe(true);
      expect(await scene.store.sources.edit("courier", { url: courier.url })).toBe(true);
      expect(await scene.store.sources.edit("nobody", { note: "" })).toBe(false);
      const stolen = scene.store.sources.edit("courier", { url: herald.url });

      await expect(stolen).rejects.toMatchObject({ code: "source-exists" });
      const found = await scene.store.sources.find("courier");
      expect(found?.source).toEqual({ ...courier, isUrgent: true, note: "slow" });
    });

    it("are due urgent first, then the longest due", async () => {
      for (const [id, isUrgent, dueAt] of [
        ["a", false, noon + 1],
        ["b", false, noon],
        ["c", true, noon + 2],
        ["d", true, noon + 1],
        ["e", true, noon + 3],
      ] as const) {
        await scene.store.sources.add(makeSource({ id, url: `https://${id}.example`, isUrgent }), noon);
        await scene.store.sources.saveState(id, makePollState({ dueAt }));
      }

      expect(await due(noon + 2)).toEqual(["d", "c", "b", "a"]);
      expect(await due(noon + 2, 1)).toEqual(["d"]);
      expect(await due(noon - 1)).toEqual([]);
      expect(await scene.store.sources.nextDueAt()).toBe(noon);
    });

    it("are not due while they are halted or after they were removed", async () => {
      await scene.store.sources.seed([courier, herald], noon);

      expect(await scene.store.sources.halt("courier", "paused", noon)).toBe(true);
      expect(await scene.store.sources.halt("nobody", "paused", noon)).toBe(false);
      await scene.store.sources.remove("herald", noon);

      expect(await due(noon)).toEqual([]);
      expect(await scene.store.sources.nextDueAt()).toBeNull();
      expect((await scene.store.sources.find("courier"))?.state.halt).toBe("paused");
    });

    it("begin anew, due at once, when they are restarted; a pause stays", async () => {
      await scene.store.sources.seed([courier, herald], noon);
      const polled = { firstPolledAt: noon, lastSuccessAt: noon, etag: '"a"', bodyHash: "h", failures: 3 };
      await scene.store.sources.saveState("courier", makePollState({ ...polled, halt: "gone" }));
      await scene.store.sources.saveState("herald", makePollState({ ...polled, halt: "paused" }));

      expect(await scene.store.sources.restart("courier", noon + 5)).toBe(true);
      expect(await scene.store.sources.restart("herald", noon + 5)).toBe(true);
      expect(await scene.store.sources.restart("nobody", noon + 5)).toBe(false);

      expect((await scene.store.sources.list()).map(({ state }) => state)).toEqual([
        makePollState({ dueAt: noon + 5, followedAt: noon + 5 }),
        makePollState({ dueAt: noon + 5, followedAt: noon + 5, halt: "paused" }),
      ]);
    });

    it("are due at once, their failures forgotten, when they are resumed", async () => {
      await scene.store.sources.seed([courier], noon);
      await scene.store.sources.saveState(
        "courier",
        makePollState({
          dueAt: noon + 9_999,
          etag: '"a"',
          halt: "disabled",
          failures: 20,
          firstFailureAt: noon - 9_999,
          failure: { code: "http-404", text: "There is nothing at this address. (HTTP 404)" },
        }),
      );

      await scene.store.sources.halt("courier", null, noon + 5);

      expect(await scene.store.sources.due(noon + 5, 9)).toEqual([
        { source: courier, state: makePollState({ dueAt: noon + 5, followedAt: noon + 5, etag: '"a"' }) },
      ]);
    });

    it("keep the state of a poll whole", async () => {
      await scene.store.sources.seed([courier], noon);
      const state = makePollState({
        dueAt: noon + 60_000,
        lastModified: "Sat, 24 May 2025 12:00:00 GMT",
        validatorUrl: courier.url,
        failures: 2,
        failure: { code: "http-502", text: "502" },
        movedTo: { url: "https://courier.example/new", times: 1 },
        usualGapMs: 1234.5,
      });

      await scene.store.sources.saveState("courier", state);
      await scene.store.sources.saveState("nobody", state);

      expect((await scene.store.sources.find("courier"))?.state).toEqual(state);
    });

    it("stay paused when a poll ends that began before", async () => {
      await scene.store.sources.seed([courier], noon);
      await scene.store.sources.halt("courier", "paused", noon);

      await scene.store.sources.saveState("courier", makePollState({ etag: '"a"' }));

      expect((await scene.store.sources.find("courier"))?.state).toMatchObject({
        halt: "paused",
        etag: '"a"',
      });
    });
  });
}
