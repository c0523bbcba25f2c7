import { describe, expect, it } from "vitest";
import type { Subscription } from "../../../src/model/subscription.ts";
import type { DigestStep, DueDigest } from "../../../src/ports/digest-store.ts";
import type { Scene } from "./scene.ts";
import { makeAddress, makeSubscription, noon } from "./documents.ts";
import { claimNotices, makeNotice, tell } from "./steps.ts";

const hour = 3_600_000;

/** Which chats' digests are due. */
export function describeDigests(scene: Scene): void {
  const want = (channel: string, fields: Partial<Subscription> = { pace: "both" }, now = noon) =>
    scene.store.chats.subscribe(makeAddress({ channel }), makeSubscription(fields), now);
  const due = (now = noon) => scene.store.digests.due(now, 100);
  const one = async (now = noon): Promise<DueDigest> => {
    const [only, ...more] = await due(now);
    expect(more).toEqual([]);
    if (only === undefined) throw new Error("no digest is due");
    return only;
  };
  const planned = async (channel: string, dueAt: number) => {
    await want(channel);
    await scene.store.digests.step([{ due: await one(), nextAt: dueAt, made: null }], noon);
  };
  const made = (of: DueDigest, key: string, nextAt = noon + 24 * hour): DigestStep => ({
    due: of,
    nextAt,
    made: { notice: makeNotice({ key }), untilAt: noon + hour, untilAlert: 7 },
  });

  describe("digests", () => {
    it("are of nobody before somebody wants one", async () => {
      await want("1", { pace: "instant" });

      expect(await due()).toEqual([]);
      expect(await scene.store.digests.nextDueAt()).toBeNull();
    });

    it("of a chat that wants them have no time at first, and tell from then on", async () => {
      const told = await tell(scene.store);
      const chat = await want("1", { pace: "digest" });

      expect(await one()).toEqual({ chat, dueAt: null, sinceAt: noon, sinceAlert: told.seq });
      expect(await scene.store.digests.nextDueAt()).toBe(0);
    });

    it("are due at the time that they were given", async () => {
      await planned("1", noon + hour);

      expect(await due(noon + hour - 1)).toEqual([]);
      expect(await scene.store.digests.nextDueAt()).toBe(noon + hour);
      expect(await one(noon + hour)).toMatchObject({ dueAt: noon + hour, sinceAt: noon });
    });

    it("are queued as notices, once, and the next goes on from there", async () => {
      await planned("1", noon + hour);
      const now = await one(noon + hour);

      expect(await scene.store.digests.step([made(now, "digest:1")], noon + hour)).toBe(1);
      expect(await scene.store.digests.step([made(now, "digest:1")], noon + hour)).toBe(0);

      expect(await claimNotices(scene.store, { now: noon + hour })).toMatchObject([
        { notice: { key: "digest:1" } },
      ]);
      expect(await one(noon + 24 * hour)).toMatchObject({ sinceAt: noon + hour, sinceAlert: 7 });
    });

    it("with a key that is known are not queued again, and the next tells from the same moment on", async () => {
      await planned("1", noon + hour);
      await scene.store.digests.step(
        [made(await one(noon + hour), "digest:1", noon + 2 * hour)],
        noon + hour,
      );
      const again = { ...made(await one(noon + 2 * hour), "digest:1"), nextAt: noon + 3 * hour };

      expect(await scene.store.digests.step([again], noon + 2 * hour)).toBe(0);

      expect(await one(noon + 3 * hour)).toMatchObject({ sinceAt: noon + hour, sinceAlert: 7 });
    });

    it("of a chat whose wishes were changed meanwhile are looked at again", async () => {
      await planned("1", noon + hour);
      const before = await one(noon + hour);
      await want("1", { pace: "digest" }, noon + hour);

      expect(await scene.store.digests.step([made(before, "digest:1")], noon + hour)).toBe(0);

      expect(await one(noon + hour)).toMatchObject({ dueAt: null, sinceAt: noon });
    });

    it("begin anew for a chat that wanted none for a while", async () => {
      await planned("1", noon + hour);
      await want("1", { pace: "instant" }, noon + 2 * hour);
      expect(await due(noon + 9 * hour)).toEqual([]);

      await want("1", { pace: "both" }, noon + 9 * hour);

      expect(await one(noon + 9 * hour)).toMatchObject({ dueAt: null, sinceAt: noon + 9 * hour });
    });

    it("are of active chats only, and begin anew for one that comes back", async () => {
      await planned("1", noon + hour);
      await scene.store.chats.unsubscribe(makeAddress({ channel: "1" }), noon);
      expect(await due(noon + hour)).toEqual([]);

      await want("1", { pace: "both" }, noon + 2 * hour);

      expect(await one(noon + 2 * hour)).toMatchObject({ dueAt: null, sinceAt: noon + 2 * hour });
    });

    it("are listed by when they are due, as many as asked for", async () => {
      for (const [channel, at] of [
        ["1", 3],
        ["2", 1],
        ["3", 2],
      ] as const)
        await planned(channel, noon + at * hour);

      const first = await scene.store.digests.due(noon + 9 * hour, 2);

      expect(first.map(({ chat }) => chat.address.channel)).toEqual(["2", "3"]);
    });

    it("read the alerts after a seq, oldest first", async () => {
      const first = await tell(scene.store);
      const second = await tell(scene.store, { revision: 2 });
      const third = await tell(scene.store, { development: "d2" });

      expect(await scene.store.digests.alertsAfter(first.seq ?? 0, 9)).toEqual([second, third]);
      expect(await scene.store.digests.alertsAfter(0, 1)).toEqual([first]);
    });
  });
}
