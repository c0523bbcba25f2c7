import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../adapters/store/index.ts";
import { alertLine } from "../../src/alert/line.ts";
import { defaultPolicy } from "../../src/alert/policy.ts";
import { groupsOfQuery } from "../../src/commands/search/terms.ts";
import { indexNext } from "../../src/commands/search/indexer.ts";
import { developmentLine, operationLine } from "../../src/ledger/line.ts";
import { defaultSubscription } from "../../src/model/subscription.ts";
import type { Store } from "../../src/ports/store.ts";
import { event, figure, kyivOfficial, moscowOfficial, Story, type Told } from "./story.ts";

const places = ["UA:kharkiv", "UA-63", "UA"];
const strike = (at: string, dead: number, more: Partial<Told> = {}): Told => ({
  at,
  outlet: "The Invented Courier",
  figures: [figure("killed", "UA", dead, { places, by: kyivOfficial })],
  events: [event("strike", "done", { places })],
  ...more,
});
const handover = (at: string, people: number, more: Partial<Told> = {}): Told => ({
  at,
  outlet: "The Invented Courier",
  figures: [figure("prisoners.released", "UA", people, { by: kyivOfficial })],
  events: [event("exchange", "done")],
  ...more,
});
const tale =
  "In the invented harbour town the lamps went out at six and came back when the ferry blew its horn twice.";

/** What everybody's sources report, with other things between that only chats' own sources say. */
const everybodys: readonly Told[] = [
  handover("08:00", 390, { text: tale }),
  strike("09:00", 3, { text: `${tale} Three people died.` }),
  strike("10:00", 4, { outlet: "The Imaginary Wire" }),
  handover("11:00", 390, {
    outlet: "The Made-up Mail",
    figures: [figure("prisoners.released", "RU", 390, { by: moscowOfficial })],
  }),
];
const own: readonly Told[] = [
  handover("07:30", 500, { text: tale, outlet: "Own Post" }),
  strike("08:30", 40, { outlet: "Own Post", text: `${tale} Three people died.` }),
  strike("09:30", 60, { outlet: "Own Post" }),
  handover("12:00", 900, { outlet: "Own Post" }),
];

describe("the ledger of a chat's own sources", () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(":memory:");
  });
  afterEach(() => store.close());

  const policy = { ...defaultPolicy, holdMs: 0 };
  const storyIn = (of: Store, chatId: number) => new Story({ ...of, ledger: of.ownLedger(chatId) }, policy);

  async function linesOf(of: Store): Promise<readonly string[]> {
    const { ledger } = of;
    const all = 10_000;
    const alerts = (await ledger.alerts({ limit: all })).toReversed();
    return [
      ...(await ledger.developments({ limit: all })).map((each) => JSON.stringify(developmentLine(each))),
      ...(await ledger.operations(all)).map((each) => JSON.stringify(operationLine(each))),
      ...alerts.map((alert) => JSON.stringify(alertLine({ ...alert, seq: null }, "en"))),
    ];
  }

  /** Everything in the order of its times. */
  async function tellAll(of: Store, chats: readonly number[]): Promise<void> {
    const everybody = new Story(of, policy);
    const mine = chats.map((chat) => storyIn(of, chat));
    const queue = [
      ...everybodys.map((told, n) => ({ told: { ...told, id: `e${n}` }, of: everybody })),
      ...mine.flatMap((story, chat) =>
        own.map((told, n) => ({ told: { ...told, id: `o${chat}-${n}` }, of: story })),
      ),
    ].toSorted((a, b) => a.told.at.localeCompare(b.told.at));
    for (const { told, of: story } of queue) await story.tell(told);
  }

  it("changes no byte of everybody's, and no byte of another chat's", async () => {
    const plain = await openStore(":memory:");
    await tellAll(plain, []);
    await tellAll(store, [4, 9]);

    expect(await linesOf(store)).toEqual(await linesOf(plain));
    expect((await linesOf(plain)).length).toBeGreaterThan(4);
    const alone = await openStore(":memory:");
    const story = storyIn(alone, 4);
    for (const [n, told] of own.entries()) await story.tell({ ...told, id: `o0-${n}` });
    const bests = async (of: Store, chat: number) =>
      (await of.ownLedger(chat).developments({ limit: 99 })).map(({ kind, figures }) => [
        kind,
        figures.map(({ best }) => best),
      ]);
    expect(await bests(store, 4)).toEqual(await bests(alone, 4));
    await plain.close();
    await alone.close();
  });

  it("has ids that everybody's ledger never gives", async () => {
    await tellAll(store, [4]);

    const ids = (await store.ownLedger(4).developments({ limit: 99 })).map(({ id }) => id);
    for (const id of ids) {
      expect(id).toMatch(/^d\d{10}$/u);
      expect(await store.ledger.development(id)).toBeNull();
      expect(await store.ownLedger(9).development(id)).toBeNull();
    }
    expect(ids).toHaveLength(2);
    expect(await store.ownLedger(4).development("d1")).toBeNull();
  });

  it("makes no origin of everybody's, though its text came first", async () => {
    await tellAll(store, [4]);

    const claims = (await store.ledger.developments({ limit: 99 })).flatMap(({ figures }) =>
      figures.flatMap((each) => each.claims),
    );
    expect(claims.map(({ outlet }) => outlet.name)).not.toContain("Own Post");
    expect(claims.map(({ origin }) => origin).join()).not.toContain("Own Post");
  });

  it("is in no list, search, count, journal or look-up of everybody's", async () => {
    await tellAll(store, [4]);
    while (await indexNext(store)) continue;
    const { archive, ledger } = store;
    const query = { fromDate: "2031-03-01", toDate: "2031-03-09", conflicts: null, limit: 99 };

    const found = [
      ...(await archive.search(groupsOfQuery("Kharkiv"), { limit: 99, offset: 0 })),
      ...(await archive.search(groupsOfQuery("900"), { limit: 99, offset: 0 })),
      ...(await archive.developmentsOn({ ...query, subject: "place" })).map(({ id }) => id),
      ...(await archive.developmentsOn({ ...query, subject: "captives" })).map(({ id }) => id),
      ...(await ledger.developments({ limit: 99, toldOnly: true })).map(({ id }) => id),
      ...(await ledger.alerts({ limit: 99 })).map(({ development }) => development),
    ];
    expect(new Set(found)).toEqual(new Set(["d1", "d2"]));
    expect(await archive.countSince(0)).toEqual({ reports: everybodys.length, told: 2 });
    expect((await ledger.reports({ limit: 99 })).map(({ id }) => id)).toEqual(["e0", "e1", "e2", "e3"]);
    expect(await ledger.report("o0-1")).toBeNull();
    expect((await ledger.journal({ limit: 99 })).map(({ cause }) => cause)).toEqual(
      expect.not.arrayContaining([{ kind: "report", reportId: "o0-1" }]),
    );
  });

  it("goes with its chat when that is forgotten, and nothing else does", async () => {
    const address = { platform: "telegram", channel: "7", thread: null };
    const { id } = await store.chats.subscribe(address, defaultSubscription("en", "UTC"), 1);
    await tellAll(store, [id, id + 1]);
    const before = await linesOf(store);

    await store.chats.forget(address);

    expect(await store.ownLedger(id).developments({ limit: 9 })).toEqual([]);
    expect(await store.ownLedger(id).reports({ limit: 9 })).toEqual([]);
    expect(await store.ownLedgers()).toEqual([id + 1]);
    expect(await linesOf(store)).toEqual(before);
  });
});
