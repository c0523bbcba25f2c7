import { describe, expect, it } from "vitest";
import type { LedgerStore } from "../../../src/ports/ledger-store.ts";
import type { Scene } from "./scene.ts";
import {
  makeAddress,
  makeAlert,
  makeDevelopment,
  makeNearQuery,
  makeReading,
  makeReport,
  makeSource,
  noon,
} from "./documents.ts";
import { changeTo, claimAny, expandAll, subscribe, tell } from "./steps.ts";

const limits = { perChat: 2, inAll: 3 };

/** Sources of single chats, and the ledgers of what they report. */
export function describeOwnLedgers(scene: Scene): void {
  const near = (ledger: LedgerStore) => ledger.near(makeNearQuery(), []);
  /** An own source of the chat at the address. */
  const ownSource = (ownerChat: number, id: string, url = `https://${id}.example/feed`) =>
    makeSource({ id, url, ownerChat });

  /** A report with its development and alert in a chat's own ledger. */
  async function tellOwn(chatId: number, reportId: string): Promise<string> {
    const ledger = scene.store.ownLedger(chatId);
    const { version, nextDevelopment } = await near(ledger);
    const id = `d${nextDevelopment}`;
    const result = await ledger.commit({
      version,
      report: {
        report: makeReport({ id: reportId }),
        reading: makeReading(),
        signature: null,
        bands: [],
        mark: null,
      },
      change: changeTo({ developments: [makeDevelopment({ id, reports: [reportId] })] }),
      alerts: [makeAlert({ development: id })],
    });
    if (result.kind === "stale") throw new Error("a commit on the newest version is stale");
    expect(result.alerts).toMatchObject([{ ownerChat: chatId }]);
    return id;
  }

  describe("a chat's own ledger", () => {
    it("counts by itself: a commit to one makes none of the other stale", async () => {
      const mine = await near(scene.store.ownLedger(1));
      const everybodys = await near(scene.store.ledger);
      await tellOwn(1, "o1");

      expect((await near(scene.store.ledger)).version).toBe(everybodys.version);
      expect((await near(scene.store.ownLedger(1))).version).toBe(mine.version + 1);
      await tell(scene.store);
      expect(await near(scene.store.ownLedger(1))).toMatchObject({ version: mine.version + 1 });
    });

    it("is near only to what belongs to it", async () => {
      const id = await tellOwn(1, "o1");
      await tell(scene.store);

      expect((await near(scene.store.ownLedger(1))).developments.map((each) => each.id)).toEqual([id]);
      expect((await near(scene.store.ledger)).developments.map((each) => each.id)).toEqual(["d1"]);
      expect((await near(scene.store.ownLedger(2))).developments).toEqual([]);
      expect(await scene.store.ownLedgers()).toEqual([1]);
    });

    it("finds a copy among its own texts only", async () => {
      const bands = [7, 8, 9];
      const keep = (ledger: LedgerStore, id: string) =>
        near(ledger).then(({ version }) =>
          ledger.commit({
            version,
            report: {
              report: makeReport({ id }),
              reading: makeReading(),
              signature: { reportId: id, origin: id, signature: new Uint32Array(128), seenAt: noon },
              bands,
              mark: null,
            },
            change: null,
            alerts: [],
          }),
        );
      await keep(scene.store.ledger, "public");
      await keep(scene.store.ownLedger(1), "one");
      await keep(scene.store.ownLedger(2), "two");

      const copies = async (ledger: LedgerStore) =>
        (await ledger.near(makeNearQuery({ reportId: "new" }), bands)).copies.map(({ reportId }) => reportId);
      expect(await copies(scene.store.ledger)).toEqual(["public"]);
      expect(await copies(scene.store.ownLedger(1))).toEqual(["one"]);
      expect(await copies(scene.store.ownLedger(2))).toEqual(["two"]);
    });

    it("tells its chat alone, and nobody when that is gone", async () => {
      const [first, second] = [await subscribe(scene.store, "1"), await subscribe(scene.store, "2")];
      await subscribe(scene.store, "3");
      await tellOwn(second.id, "o1");
      await expandAll(scene.store);
      expect((await claimAny(scene.store)).map(({ chat }) => chat.id)).toEqual([second.id]);

      await scene.store.chats.markGone(first.id, "gone", noon);
      await tellOwn(first.id, "o2");
      await expandAll(scene.store);
      expect(await claimAny(scene.store)).toEqual([]);
    });

    it("goes to the chat that its own becomes one with", async () => {
      const group = await subscribe(scene.store, "-1");
      const there = await subscribe(scene.store, "-1001");
      await scene.store.sources.addOwn(ownSource(there.id, "own"), null, limits, noon);
      const id = await tellOwn(there.id, "o1");

      const to = makeAddress({ channel: "-1001" });
      await scene.store.chats.move(makeAddress({ channel: "-1" }), to, noon);

      expect(await scene.store.ownLedger(group.id).development(id)).not.toBeNull();
      expect(await scene.store.sources.own(group.id)).toMatchObject([{ source: { ownerChat: group.id } }]);
      expect(await scene.store.ownLedgers()).toEqual([group.id]);
    });

    it("is deleted with its chat, and no other is", async () => {
      const [first, second] = [await subscribe(scene.store, "1"), await subscribe(scene.store, "2")];
      for (const chat of [first, second]) {
        await scene.store.sources.addOwn(ownSource(chat.id, `own-${chat.id}`), null, limits, noon);
        await tellOwn(chat.id, `o-${chat.id}`);
      }
      await expandAll(scene.store);

      await scene.store.chats.forget(makeAddress({ channel: "1" }));

      expect(await scene.store.ownLedgers()).toEqual([second.id]);
      expect((await scene.store.sources.own()).map(({ source }) => source.id)).toEqual([`own-${second.id}`]);
      expect((await claimAny(scene.store)).map(({ chat }) => chat.id)).toEqual([second.id]);
    });
  });

  describe("sources of single chats", () => {
    const add = (chat: number, id: string, url?: string) =>
      scene.store.sources.addOwn(ownSource(chat, id, url), null, limits, noon);

    it("are in no list of everybody's", async () => {
      const { id } = await subscribe(scene.store, "1");
      await scene.store.sources.add(makeSource({ id: "courier" }), noon);
      await add(id, "own");

      expect((await scene.store.sources.list()).map(({ source }) => source.id)).toEqual(["courier"]);
      expect(await scene.store.sources.everIds()).toEqual(new Set(["courier"]));
      expect((await scene.store.sources.own(id)).map(({ source }) => source.id)).toEqual(["own"]);
      expect(await scene.store.sources.own(id + 1)).toEqual([]);
    });

    it("are refused beyond the limits, twice in a chat, and where everybody has them", async () => {
      const chats = [await subscribe(scene.store, "1"), await subscribe(scene.store, "2")];
      const [first = 0, second = 0] = chats.map(({ id }) => id);
      await scene.store.sources.add(makeSource({ id: "courier", url: "https://courier.example/feed" }), noon);
      await add(first, "a", "https://a.example/");

      await expect(add(first, "b", "https://a.example/")).rejects.toMatchObject({ code: "source-exists" });
      await expect(add(first, "b", "https://courier.example/feed")).rejects.toMatchObject({
        code: "followed-by-all",
      });
      await add(first, "c");
      await expect(add(first, "d")).rejects.toMatchObject({ code: "own-limit" });
      await add(second, "e", "https://a.example/");
      await expect(add(second, "f")).rejects.toMatchObject({ code: "own-limit-all" });
    });

    it("are due while their chat is subscribed and nobody has to decide on them", async () => {
      const { id } = await subscribe(scene.store, "1");
      await add(id, "own");
      await scene.store.sources.addOwn(ownSource(id, "asked"), "waiting", limits, noon);
      const due = async () => (await scene.store.sources.due(noon, 9)).map(({ source }) => source.id);
      expect(await due()).toEqual(["own"]);

      await scene.store.sources.halt("asked", null, noon);
      expect(await due()).toEqual(expect.arrayContaining(["asked", "own"]));
      await scene.store.chats.unsubscribe(makeAddress({ channel: "1" }), noon);
      expect(await due()).toEqual([]);
      expect(await scene.store.sources.nextDueAt()).toBeNull();
      await subscribe(scene.store, "1");
      expect(await due()).toHaveLength(2);
    });
  });
}
