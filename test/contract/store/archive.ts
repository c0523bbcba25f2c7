import { describe, expect, it } from "vitest";
import type { Development } from "../../../src/model/development.ts";
import type { DaysQuery } from "../../../src/ports/archive-store.ts";
import {
  makeAddress,
  makeAlert,
  makeDevelopment,
  makeReading,
  makeReport,
  makeSubscription,
  makeTold,
  noon,
  today,
} from "./documents.ts";
import type { Scene } from "./scene.ts";

/** What every engine answers to people who ask. */
export function describeArchive(scene: Scene): void {
  let version = 0;
  const write = async (developments: readonly Development[], at = noon): Promise<void> => {
    const report = makeReport({ id: `r-${at}`, url: `https://courier.example/${at}`, seenAt: at });
    const result = await scene.store.ledger.commit({
      version,
      report: { report, reading: makeReading(), signature: null, bands: [], mark: null },
      change: { cause: { kind: "report", reportId: report.id }, at, developments, operations: [] },
      alerts: [],
    });
    expect(result.kind).toBe("committed");
    version += 1;
  };

  describe("the archive", () => {
    it("finds the newest report at an address, with the developments that it supports", async () => {
      version = 0;
      await write([makeDevelopment({ reports: [`r-${noon}`] })]);

      const found = await scene.store.archive.reportAt([
        "https://x.example",
        `https://courier.example/${noon}`,
      ]);

      expect(found?.report.id).toBe(`r-${noon}`);
      expect(found?.developments.map(({ id }) => id)).toEqual(["d1"]);
      expect(await scene.store.archive.reportAt(["https://courier.example/none"])).toBeNull();
    });

    it("lists developments of a subject between two days, the newest day first", async () => {
      version = 0;
      const night = (id: string, date: string, conflict: string | null = "RU-UA"): Development =>
        makeDevelopment({ id, kind: "strike", subject: "night", date, conflict });
      await write([
        night("d1", "2025-05-20"),
        night("d2", "2025-05-24"),
        { ...night("d3", "2025-05-22"), told: makeTold() },
        night("d4", "2025-05-25"),
        night("d5", "2025-05-23", "IL-PS"),
        makeDevelopment({ id: "d6", kind: "strike", subject: "place" }),
        { ...night("d7", "2025-05-23"), mergedInto: "d2" },
      ]);
      const query: DaysQuery = {
        subject: "night",
        fromDate: "2025-05-21",
        toDate: today,
        conflicts: ["RU-UA"],
        limit: 9,
      };

      const ids = async (fields: Partial<DaysQuery>) =>
        (await scene.store.archive.developmentsOn({ ...query, ...fields })).map(({ id }) => id);

      expect(await ids({})).toEqual(["d2", "d3"]);
      expect(await ids({ conflicts: null })).toEqual(["d2", "d5", "d3"]);
      expect(await ids({ limit: 1 })).toEqual(["d2"]);
      expect(await ids({ toldOnly: true })).toEqual(["d3"]);
    });

    it("hands out what was written since it was indexed, until all is", async () => {
      version = 0;
      await write([makeDevelopment(), makeDevelopment({ id: "d2" })]);
      await write([makeDevelopment({ id: "d3" })], noon + 1);
      const first = await scene.store.archive.unindexed(1);
      await scene.store.archive.index([], first.upTo ?? 0);
      const second = await scene.store.archive.unindexed(9);
      await scene.store.archive.index([], second.upTo ?? 0);
      const none = await scene.store.archive.unindexed(9);
      await write([makeDevelopment({ lastSeenAt: noon + 2 })], noon + 2);
      const changed = await scene.store.archive.unindexed(9);

      expect(first.developments.map(({ id }) => id)).toEqual(["d1", "d2"]);
      expect(second.developments.map(({ id }) => id)).toEqual(["d3"]);
      expect(none).toEqual({ developments: [], upTo: null });
      expect(changed.developments.map(({ id }) => id)).toEqual(["d1"]);
    });

    it("finds what has one term of each group, the latest first, page by page", async () => {
      const { archive } = scene.store;
      await archive.index(
        [
          { id: "d1", terms: ["p:UA-63", "c:kill"] },
          { id: "d2", terms: ["p:UA-63", "w:drone"] },
          { id: "d10", terms: ["p:UA-59", "c:kill", "c:kill"] },
        ],
        5,
      );
      const page = { limit: 9, offset: 0 };

      expect(await archive.search([["p:UA-63", "p:UA-59"]], page)).toEqual(["d10", "d2", "d1"]);
      expect(await archive.search([["p:UA-63", "p:UA-59"], ["c:kill"]], page)).toEqual(["d10", "d1"]);
      expect(await archive.search([["p:UA-63"]], { limit: 1, offset: 1 })).toEqual(["d1"]);
      expect(await archive.search([["p:UA-63"], ["nothing"]], page)).toEqual([]);
      expect(await archive.search([], page)).toEqual([]);
    });

    it("forgets the terms of what is indexed anew", async () => {
      const { archive } = scene.store;
      await archive.index([{ id: "d1", terms: ["old"] }], 1);
      await archive.index([{ id: "d1", terms: ["new"] }], 2);

      expect(await archive.search([["old"]], { limit: 9, offset: 0 })).toEqual([]);
      expect(await archive.search([["new"]], { limit: 9, offset: 0 })).toEqual(["d1"]);
    });

    it("knows which development a chat's message tells, and what became of its alert", async () => {
      version = 0;
      const { archive, chats, outbox } = scene.store;
      const chat = await chats.subscribe(makeAddress(), makeSubscription(), noon);
      await scene.store.ledger.commit({
        version: 0,
        report: null,
        change: {
          cause: { kind: "hold" },
          at: noon,
          developments: [makeDevelopment({ told: makeTold() })],
          operations: [],
        },
        alerts: [makeAlert()],
      });
      const before = await archive.toldState(chat.id, "d1");
      const plan = () => ({ isLoud: true });
      while (await outbox.expand({ now: noon, maxChats: 9, plan })) continue;
      const waiting = await archive.toldState(chat.id, "d1");
      const lease = await outbox.holdSenderLease("telegram", "h", noon, 60_000);
      const [delivery] = await outbox.claim({
        platform: "telegram",
        now: noon,
        leaseMs: 60_000,
        limit: 1,
        exceptChannels: [],
        fence: lease?.fence ?? 0,
        plan,
        planNotice: () => null,
      });
      if (delivery === undefined) throw new Error("nothing was claimed");
      await outbox.settle(delivery, { kind: "sent", messageId: "m5", isEdit: false, revision: 1 }, noon);

      expect(before).toBeNull();
      expect(waiting?.state).toBe("queued");
      expect((await archive.toldState(chat.id, "d1"))?.state).toBe("sent");
      expect(await archive.developmentShownAs(chat.id, "m5")).toBe("d1");
      expect(await archive.developmentShownAs(chat.id, "m6")).toBeNull();
      expect(await archive.developmentsShownAs(chat.id, "m5")).toEqual(["d1"]);
      expect(await archive.tracesOf(chat.id)).toEqual({ deliveries: 1, shownMessages: 1 });
    });

    it("counts what was seen since", async () => {
      version = 0;
      await write([makeDevelopment({ told: makeTold(), lastSeenAt: noon })]);

      expect(await scene.store.archive.countSince(noon - 1)).toEqual({ reports: 1, told: 1 });
      expect(await scene.store.archive.countSince(noon)).toEqual({ reports: 0, told: 0 });
    });
  });

  describe("a chat that is forgotten", () => {
    it("leaves nothing behind, and can begin anew", async () => {
      const { chats, archive, questions } = scene.store;
      const chat = await chats.subscribe(makeAddress(), makeSubscription(), noon);
      const { platform, channel } = chat.address;
      await scene.store.outbox.addNotice(
        {
          to: { chatId: chat.id },
          key: "k",
          message: { title: "Hello", blocks: [], actions: [], language: "en" },
          isLoud: false,
          forSubscribers: false,
          dueAt: noon,
        },
        noon,
      );
      await questions.open(
        { platform, channel, messageId: "1", userId: "7", body: "{}", expiresAt: noon + 1 },
        noon,
      );

      expect(await chats.forget(chat.address)).toBe(true);
      expect(await chats.find(chat.address)).toBeNull();
      expect(await questions.waiting({ platform, channel, userId: "7" }, noon)).toEqual([]);
      expect(await archive.tracesOf(chat.id)).toEqual({ deliveries: 0, shownMessages: 0 });
      expect(await chats.forget(chat.address)).toBe(false);
      expect((await chats.subscribe(makeAddress(), makeSubscription(), noon)).state).toBe("active");
    });
  });
}
