import { describe, expect, it } from "vitest";
import type { NewAuditEntry } from "../../../src/ports/audit-store.ts";
import { makeAddress, makeSubscription, noon } from "./documents.ts";
import type { Scene } from "./scene.ts";

const entry = (fields: Partial<NewAuditEntry> = {}): NewAuditEntry => ({
  at: noon,
  by: "telegram:1",
  act: "source.pause",
  subject: "courier",
  before: "polled",
  after: "paused",
  ...fields,
});
const end = { by: "telegram:1", at: noon + 5, outcome: "done" } as const;

/** What admins did, and what is counted for them. */
export function describeAudit(scene: Scene): void {
  describe("the audit log", () => {
    it("keeps an act from before it is done, open until its end", async () => {
      const { audit } = scene.store;

      const seq = await audit.begin(entry());
      const open = await audit.find(seq);
      await audit.end(seq, { ...end, after: "paused by hand" });

      expect(open).toEqual({ ...entry(), seq, outcome: null, endedBy: null, endedAt: null });
      expect(await audit.find(seq)).toEqual({
        ...entry({ after: "paused by hand" }),
        seq,
        outcome: "done",
        endedBy: "telegram:1",
        endedAt: noon + 5,
      });
      expect(await audit.find(seq + 1)).toBeNull();
    });

    it("is ended by one of those who end it at once, and never anew", async () => {
      const { audit } = scene.store;
      const seq = await audit.begin(entry());

      const ends = await Promise.all([
        audit.end(seq, end),
        audit.end(seq, { ...end, by: "discord:2", outcome: "cancelled" }),
      ]);

      expect(ends).toEqual([true, false]);
      expect(await audit.find(seq)).toMatchObject({
        outcome: "done",
        endedBy: "telegram:1",
        after: "paused",
      });
      expect(await audit.end(99, end)).toBe(false);
    });

    it("lists the newest first, page by page, by act and by what is open", async () => {
      const { audit } = scene.store;
      for (const act of ["report", "source.pause", "report", "announce"]) await audit.begin(entry({ act }));
      await audit.end(1, end);
      const seqs = async (query: Parameters<typeof audit.list>[0]) =>
        (await audit.list(query)).map(({ seq }) => seq);

      expect(await seqs({ limit: 10 })).toEqual([4, 3, 2, 1]);
      expect(await seqs({ limit: 2, before: 4 })).toEqual([3, 2]);
      expect(await seqs({ limit: 10, acts: ["report"] })).toEqual([3, 1]);
      expect(await seqs({ limit: 10, acts: ["report", "announce"], openOnly: true })).toEqual([4, 3]);
    });

    it("is there when the store is opened again", async () => {
      await scene.store.audit.begin(entry());

      const again = await scene.database.open();
      const kept = await again.audit.list({ limit: 5 });
      await again.close();

      expect(kept).toMatchObject([entry()]);
    });
  });

  describe("counts for admins", () => {
    it("tell chats by platform and state", async () => {
      const { chats, stats } = scene.store;
      for (const channel of ["1", "2", "3"])
        await chats.subscribe(makeAddress({ channel }), makeSubscription(), noon);
      await chats.subscribe(makeAddress({ platform: "discord", channel: "9" }), makeSubscription(), noon);
      await chats.unsubscribe(makeAddress({ channel: "3" }), noon);

      const counts = (await stats.chats()).map(
        ({ platform, state, count }) => `${platform} ${state} ${count}`,
      );

      expect(counts.toSorted()).toEqual(["discord active 1", "telegram active 2", "telegram unsubscribed 1"]);
    });

    it("tell deliveries that ended since a moment, up to a limit", async () => {
      const { chats, outbox, stats } = scene.store;
      for (const channel of ["1", "2", "3"]) {
        await chats.subscribe(makeAddress({ channel }), makeSubscription(), noon);
        const message = { title: "Said", blocks: [], actions: [], language: "en" };
        const to = { address: makeAddress({ channel }) };
        const notice = { to, key: "said", message, isLoud: false, forSubscribers: true, dueAt: noon };
        await outbox.addNotice(notice, noon);
      }
      const { fence } = (await outbox.holdSenderLease("telegram", "one", noon, 60_000)) ?? { fence: 0 };
      const claim = {
        platform: "telegram",
        now: noon,
        leaseMs: 60_000,
        limit: 3,
        exceptChannels: [],
        fence,
        plan: () => null,
        planNotice: () => ({ isLoud: false }),
      };
      const claimed = await outbox.claim(claim);
      for (const [index, delivery] of claimed.entries())
        await outbox.settle(
          delivery,
          index === 2
            ? { kind: "failed", why: "refused" }
            : { kind: "sent", messageId: `m${index}`, isEdit: false, revision: 0 },
          noon + index,
        );

      expect(await stats.endedSince(noon, 100)).toEqual([{ platform: "telegram", sent: 2, failed: 1 }]);
      expect(await stats.endedSince(noon + 1, 100)).toEqual([{ platform: "telegram", sent: 1, failed: 1 }]);
      expect(await stats.endedSince(noon, 1)).toEqual([{ platform: "telegram", sent: 1, failed: 1 }]);
    });
  });
}
