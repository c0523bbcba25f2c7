import { describe, expect, it } from "vitest";
import { textLanguages } from "../../src/languages/texts.ts";
import type { Alert } from "../../src/model/alert.ts";
import type { ToldFigure } from "../../src/model/development.ts";
import type { Message } from "../../src/model/message.ts";
import type { Source } from "../../src/model/source.ts";
import type { Subscription } from "../../src/model/subscription.ts";
import { createDigests } from "../../src/outbox/digests.ts";
import { nightsChart } from "../../src/outbox/digest-chart.ts";
import { createScene, startAt, type Scene } from "./scene.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** The scene begins on a Friday at noon in UTC. */
const daily: Partial<Subscription> = { pace: "digest", digest: { every: "day", weekday: 1, at: "18:00" } };

const figure = (fields: Partial<ToldFigure>): ToldFigure => ({
  measure: "killed",
  side: "UA",
  group: null,
  weapon: null,
  scope: "event",
  low: 5,
  high: 5,
  approx: false,
  by: null,
  isRival: false,
  ...fields,
});
const strikeOn = (place: string, ...figures: Partial<ToldFigure>[]): Partial<Alert> => ({
  kind: "strike",
  subject: "place",
  attacker: "RU",
  places: [place],
  figures: figures.map(figure),
});
const nightOf = (date: string, ...figures: Partial<ToldFigure>[]): Partial<Alert> => ({
  kind: "strike",
  subject: "night",
  attacker: "RU",
  places: ["UA"],
  date,
  figures: figures.map((each) => figure({ side: "RU", ...each })),
});
const sourceOf = (id: string): Source => ({
  id,
  kind: "feed",
  url: `https://${id}.example/feed`,
  name: `The ${id} Post`,
  lang: "en",
  side: null,
  isStateControlled: false,
  isUrgent: false,
  note: "",
});

const digestsOf = (scene: Scene, maxAlerts?: number) =>
  createDigests({
    ...(maxAlerts === undefined ? {} : { maxAlerts }),
    store: scene.store,
    clock: scene.clock,
    log: (level, message, fields = {}) => void scene.logged.push({ level, message, fields }),
    chart: nightsChart,
  });

/** Moves to a moment and gives the digests that are queued then, oldest first. */
async function digestsAt(scene: Scene, at: number, digests = digestsOf(scene)): Promise<Message[]> {
  await digests.makeDue();
  await scene.clock.advance(at - scene.clock.now());
  await digests.makeDue();
  return takeQueued(scene);
}

async function takeQueued(scene: Scene): Promise<Message[]> {
  const lease = await scene.store.outbox.holdSenderLease("telegram", "test", scene.clock.now(), dayMs);
  const messages: Message[] = [];
  for (;;) {
    const claimed = await scene.store.outbox.claim({
      platform: "telegram",
      now: scene.clock.now(),
      leaseMs: hourMs,
      limit: 100,
      exceptChannels: [],
      fence: lease?.fence ?? 0,
      plan: () => null,
      planNotice: (_chat, { isLoud }) => ({ isLoud }),
    });
    if (claimed.length === 0) return messages;
    for (const delivery of claimed) {
      if (delivery.kind !== "notice") continue;
      messages.push(delivery.notice.message);
      const sent = { kind: "sent", messageId: "m", isEdit: false, revision: 0 } as const;
      await scene.store.outbox.settle(delivery, sent, scene.clock.now());
    }
  }
}

/** All that a message says, a line a block. */
const linesOf = (message: Message | undefined): string[] =>
  message === undefined
    ? []
    : [
        message.title,
        ...message.blocks.flatMap((block) => {
          if (block.kind === "list") return block.items.map(({ text }) => `- ${text}`);
          if (block.kind === "figures") return block.rows.map(({ label, value }) => `${label}: ${value}`);
          return "text" in block ? block.text : [];
        }),
      ];

const at = (text: string): number => Date.parse(text);

describe("when a digest comes", () => {
  it("comes each day at the hour of the chat's clock, once", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { ...daily, timeZone: "Asia/Kolkata" });
    const digests = digestsOf(scene);

    // 18:00 in India is 12:30 in UTC.
    expect(await digestsAt(scene, at("2025-05-23T12:29:59Z"), digests)).toHaveLength(0);
    expect(await digestsAt(scene, at("2025-05-23T12:30:00Z"), digests)).toHaveLength(1);
    expect(await digestsAt(scene, at("2025-05-24T12:29:59Z"), digests)).toHaveLength(0);
    expect(await digestsAt(scene, at("2025-05-24T12:30:00Z"), digests)).toHaveLength(1);
  });

  it("comes once a week where that is asked for", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { pace: "both", digest: { every: "week", weekday: 7, at: "09:00" } });
    const digests = digestsOf(scene);

    expect(await digestsAt(scene, at("2025-05-25T08:59:00Z"), digests)).toHaveLength(0);
    const [digest, ...more] = await digestsAt(scene, at("2025-06-01T08:00:00Z"), digests);

    expect(more).toEqual([]);
    expect(digest?.title).toBe("The week to 25 May 2025");
  });

  it("comes late, and once for all of the time, after a time without a process", async () => {
    const scene = await createScene();
    await scene.subscribe("1", daily);
    await digestsOf(scene).makeDue();
    await scene.tell({ development: "d1" });
    await scene.clock.advance(3 * dayMs);
    await scene.tell({ development: "d2" });

    const [digest, ...more] = await digestsAt(scene, at("2025-05-26T13:00:00Z"));

    expect(more).toEqual([]);
    expect(linesOf(digest)).toContain("New: 2");
    expect(linesOf(digest)).toContain("This digest comes late: it was due at 25 May at 18:00.");
    expect(linesOf(digest)).toContain("From 23 May at 12:00 to 26 May at 12:00.");
    // And that of the day comes at its hour.
    expect(await digestsAt(scene, at("2025-05-26T18:00:00Z"))).toHaveLength(1);
  });

  it("is none for a chat that wants its news at once, and begins anew when that is changed", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    await scene.tell();
    expect(await digestsAt(scene, at("2025-05-24T20:00:00Z"))).toEqual([]);

    await scene.subscribe("1", daily);

    const [digest] = await digestsAt(scene, at("2025-05-25T18:00:00Z"));
    expect(linesOf(digest)).toContain("Nothing that this chat follows was told in this time.");
  });

  it("comes at once for a chat that is heard again after its hour has passed in a mute, once that day", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { ...daily, mutedUntil: at("2025-05-25T12:00:00Z") });
    const digests = digestsOf(scene);
    expect(await digestsAt(scene, at("2025-05-24T19:00:00Z"), digests)).toEqual([]);

    await scene.subscribe("1", { ...daily, mutedUntil: null });

    expect(await digestsAt(scene, at("2025-05-24T19:01:00Z"), digests)).toHaveLength(1);
    expect(await digestsAt(scene, at("2025-05-25T17:59:00Z"), digests)).toEqual([]);
    expect(await digestsAt(scene, at("2025-05-25T18:00:00Z"), digests)).toHaveLength(1);
  });

  it("is no second one on a day when its hour is put off", async () => {
    const scene = await createScene();
    await scene.subscribe("1", daily);
    expect(await digestsAt(scene, at("2025-05-23T18:00:00Z"))).toHaveLength(1);
    await scene.tell();

    await scene.subscribe("1", { ...daily, digest: { every: "day", weekday: 1, at: "20:00" } });

    expect(await digestsAt(scene, at("2025-05-23T21:00:00Z"))).toEqual([]);
    const [digest] = await digestsAt(scene, at("2025-05-24T20:00:00Z"));
    expect(linesOf(digest)).toContain("New: 1");
  });

  it("waits while the chat is muted, and then tells of all of the time", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { ...daily, mutedUntil: at("2025-05-25T00:00:00Z") });
    await scene.tell();

    expect(await digestsAt(scene, at("2025-05-24T18:00:00Z"))).toEqual([]);
    const [digest] = await digestsAt(scene, at("2025-05-25T18:00:00Z"));

    expect(linesOf(digest)).toContain("New: 1");
  });

  it("loses nothing for a chat that is muted for ever", async () => {
    const scene = await createScene();
    await scene.subscribe("muted", { ...daily, mutedUntil: startAt + 36_500 * dayMs });
    for (const revision of [1, 2, 3, 4]) await scene.tell({ development: "d1", revision });
    await scene.subscribe("reader", daily);
    await scene.tell({ development: "d2" });

    const [digest, ...more] = await digestsAt(scene, at("2025-05-23T18:00:00Z"), digestsOf(scene, 3));

    expect(more).toEqual([]);
    expect(linesOf(digest)).toContain("New: 1");
  });

  it("reads for each chat from where its own last one ended, when there is too much for one reading", async () => {
    const scene = await createScene();
    await scene.subscribe("behind", { ...daily, kinds: ["strike"] });
    for (const revision of [1, 2, 3, 4]) await scene.tell({ development: "d1", revision });
    await scene.subscribe("reader", daily);
    await scene.tell({ development: "d2" });

    const made = await digestsAt(scene, at("2025-05-23T18:00:00Z"), digestsOf(scene, 3));

    expect(made.map(linesOf).filter((lines) => lines.includes("New: 1"))).toHaveLength(1);
  });

  it("says that there is more than it holds, and the next one goes on from there", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { ...daily, kinds: ["exchange"] });
    for (const revision of [1, 2]) await scene.tell({ development: "d1", kind: "strike", revision });
    await scene.clock.advance(hourMs);
    await scene.tell({ development: "d2" });
    const digests = digestsOf(scene, 2);

    const [cut] = await digestsAt(scene, at("2025-05-23T18:00:00Z"), digests);
    const [next] = await digestsAt(scene, at("2025-05-24T18:00:00Z"), digests);

    expect(linesOf(cut)).toContain(
      "More has been told since 23 May at 12:00 than one digest holds: the next one goes on from there.",
    );
    expect(linesOf(cut).join("\n")).not.toContain("Nothing that this chat follows");
    expect(linesOf(next)).toContain("From 23 May at 12:00 to 24 May at 18:00.");
    expect(linesOf(next)).toContain("New: 1");
  });

  it("is made by a loop as well, to the second", async () => {
    const scene = await createScene();
    await scene.subscribe("1", daily);
    const digests = digestsOf(scene);
    digests.start(new AbortController().signal);
    await scene.clock.advance(6 * hourMs + 1_000);
    await digests.stop();

    expect(await takeQueued(scene)).toHaveLength(1);
  });

  it("keeps others' from nobody when one cannot be made", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { ...daily, timeZone: "Nowhere/Atall" });
    await scene.subscribe("2", daily);

    expect(await digestsAt(scene, at("2025-05-23T18:00:00Z"))).toHaveLength(1);
    expect(scene.logged.map(({ message }) => message)).toContain("a digest could not be made (defect)");
  });
});

describe("what a digest tells", () => {
  it("is what is new, what has changed and how far operations have come", async () => {
    const scene = await createScene();
    await scene.subscribe("1", daily);
    await digestsOf(scene).makeDue();
    const killed = (n: number) => figure({ low: n, high: n });
    await scene.tell({ development: "d1", ...strikeOn("UA:kharkiv", { low: 3, high: 3 }) });
    expect(await digestsAt(scene, at("2025-05-23T18:00:00Z"))).toHaveLength(1);
    await scene.tell({
      development: "d1",
      revision: 2,
      type: "update",
      ...strikeOn("UA:kharkiv", { low: 5, high: 5 }),
      changes: [{ kind: "figure", from: killed(3), to: killed(5) }],
    });
    await scene.tell({
      development: "d2",
      figures: [figure({ measure: "prisoners.released", low: 307, high: 307 })],
      progress: [
        {
          operation: "o1",
          measure: "prisoners.released",
          side: "UA",
          done: 697,
          target: 1_000,
          claimed: null,
        },
      ],
    });

    const [digest] = await digestsAt(scene, at("2025-05-24T18:00:00Z"));

    expect(linesOf(digest)).toEqual([
      "Digest of 24 May 2025",
      "From 23 May at 18:00 to 24 May at 18:00.",
      "In all · Prisoners returned to Ukraine: 697 of 1,000; 303 left",
      "New: 1",
      expect.stringMatching(/^- Prisoner exchange/u),
      "Changed: 1",
      expect.stringMatching(/^- Kharkiv.*5 killed.*\. Updated 18:00: .*3 → 5$/u),
    ]);
    expect(digest?.actions).toEqual([{ command: "latest", argument: "", label: "Latest" }]);
  });

  it("adds up the nights and places that are new, as at least where a part is open or missing", async () => {
    const scene = await createScene();
    await scene.subscribe("1", daily);
    await digestsOf(scene).makeDue();
    await scene.tell({
      development: "d1",
      ...nightOf(
        "2025-05-22",
        { measure: "drones.launched", low: 100, high: 100 },
        { measure: "drones.stopped", low: 90, high: 90 },
      ),
    });
    await scene.tell({
      development: "d2",
      ...nightOf("2025-05-23", { measure: "drones.launched", low: 50, high: 50 }),
    });
    await scene.tell({
      development: "d3",
      ...strikeOn("UA:kharkiv", { low: 4, high: 4 }, { measure: "injured", low: 10, high: null }),
    });
    await scene.tell({ development: "d4", ...strikeOn("UA:sumy", { low: 2, high: 2 }) });

    const [digest] = await digestsAt(scene, at("2025-05-23T18:00:00Z"));

    expect(linesOf(digest).slice(2, 7)).toEqual([
      "Air attacks first told in this time, added up: 2",
      "Drones (Russia): 150 launched, at least 90 stopped",
      "Places hit, first told in this time, added up: 2",
      "Killed, Ukraine: 6",
      "Injured, Ukraine: at least 10",
    ]);
  });

  it("counts a town that lies in a region counted on the same day once", async () => {
    const scene = await createScene();
    await scene.subscribe("1", daily);
    await digestsOf(scene).makeDue();
    await scene.tell({ development: "d1", ...strikeOn("UA-63", { low: 6, high: 6 }) });
    await scene.tell({ development: "d2", ...strikeOn("UA:kharkiv", { low: 4, high: 4 }) });

    const [digest] = await digestsAt(scene, at("2025-05-23T18:00:00Z"));

    expect(linesOf(digest)).toContain("Killed, Ukraine: 6");
  });

  it("is only what the chat follows", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { ...daily, kinds: ["strike"], mutedDevelopments: ["d3"] });
    await scene.subscribe("2", { ...daily, thresholds: [{ measure: "killed", atLeast: 10, place: null }] });
    await digestsOf(scene).makeDue();
    await scene.tell({ development: "d1" });
    await scene.tell({ development: "d2", ...strikeOn("UA:kharkiv", { low: 3, high: 3 }) });
    await scene.tell({ development: "d3", ...strikeOn("UA:sumy", { low: 3, high: 3 }) });

    const digests = await digestsAt(scene, at("2025-05-23T18:00:00Z"));

    expect(digests.map((digest) => linesOf(digest).filter((line) => line.startsWith("- ")))).toEqual([
      [expect.stringMatching(/Kharkiv/u)],
      [expect.stringMatching(/Prisoner exchange/u)],
    ]);
  });

  it("leaves out a development that was merged into another", async () => {
    const scene = await createScene();
    await scene.subscribe("1", daily);
    await digestsOf(scene).makeDue();
    await scene.tell({ development: "d1" });
    await scene.tell({ development: "d2" });
    await scene.tell({ development: "d2", revision: 2, type: "correction", mergedInto: "d1" });

    const [digest] = await digestsAt(scene, at("2025-05-23T18:00:00Z"));

    expect(linesOf(digest)).toContain("New: 1");
  });

  it("counts what it does not name", async () => {
    const scene = await createScene();
    await scene.subscribe("1", daily);
    await digestsOf(scene).makeDue();
    for (let index = 1; index <= 18; index += 1) await scene.tell({ development: `d${index}` });

    const [digest] = await digestsAt(scene, at("2025-05-23T18:00:00Z"));

    expect(linesOf(digest).filter((line) => line.startsWith("- "))).toHaveLength(15);
    expect(linesOf(digest)).toContain("And 3 more.");
  });

  it("names the sources that are silent or failing and for how long, so that silence is not taken for calm", async () => {
    const scene = await createScene();
    await scene.subscribe("1", daily);
    await scene.subscribe("2", { ...daily, sources: ["well"] });
    const { sources } = scene.store;
    const now = scene.clock.now();
    await sources.seed([sourceOf("well"), sourceOf("silent"), sourceOf("broken"), sourceOf("paused")], now);
    const known = new Map((await sources.list()).map(({ source, state }) => [source.id, state]));
    for (const [id, fields] of [
      ["well", { lastSuccessAt: now + 6 * hourMs, lastNewItemAt: now + 5 * hourMs, usualGapMs: hourMs }],
      ["silent", { lastSuccessAt: now + 6 * hourMs, lastNewItemAt: now - 14 * hourMs, usualGapMs: hourMs }],
      [
        "broken",
        {
          lastSuccessAt: now - 9 * dayMs,
          failures: 40,
          firstFailureAt: now - 3 * dayMs + 6 * hourMs,
          failure: { code: "http-502", text: "HTTP 502" },
        },
      ],
    ] as const) {
      const state = known.get(id);
      if (state !== undefined) await sources.saveState(id, { ...state, ...fields });
    }
    await sources.halt("paused", "paused", now);

    const [all, own] = await digestsAt(scene, at("2025-05-23T18:00:00Z"));

    expect(linesOf(all).slice(2)).toEqual([
      "Nothing that this chat follows was told in this time.",
      "That need not mean that it was calm: 2 of 3 sources were silent or failing.",
      "Silent or failing: 2 of 3 sources",
      "- The broken Post: cannot be read, for 3 days",
      "- The silent Post: nothing new for 20 hours",
    ]);
    expect(linesOf(own).at(-1)).toBe("The one source followed here brought news as usual.");
  });

  it.each(textLanguages)("is written in the chat's language: %s", async (language) => {
    const scene = await createScene();
    await scene.subscribe("1", { ...daily, language });
    await digestsOf(scene).makeDue();
    await scene.tell({ development: "d1", ...strikeOn("UA:kharkiv", { low: 3, high: 3 }) });
    await scene.tell({
      development: "d2",
      ...nightOf("2025-05-23", { measure: "drones.launched", low: 21, high: 21 }),
    });

    const [digest] = await digestsAt(scene, at("2025-05-23T18:00:00Z"));

    const words = {
      en: "Digest of 23 May 2025",
      uk: "Дайджест за 23 травня 2025",
      ru: "Дайджест за 23 мая 2025",
    };
    expect(digest?.language).toBe(language);
    expect(digest?.title).toContain(words[language]);
    if (language !== "en")
      expect(
        linesOf(digest)
          .join(" ")
          .replaceAll(/[A-Z]{2}\b/gu, ""),
      ).not.toMatch(/[A-Za-z]{3}/u);
  });

  it("has a chart of the nights when there are several, with the numbers in words", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { ...daily, digest: { every: "week", weekday: 7, at: "18:00" } });
    await digestsOf(scene).makeDue();
    await scene.tell({
      development: "d1",
      ...nightOf("2025-05-22", { measure: "drones.launched", low: 100, high: 100 }),
    });
    await scene.tell({
      development: "d2",
      ...nightOf(
        "2025-05-23",
        { measure: "drones.launched", low: 50, high: 50 },
        { measure: "drones.downed", low: 40, high: 40 },
      ),
    });

    const [digest] = await digestsAt(scene, at("2025-05-25T18:00:00Z"));

    expect(digest?.chart?.plot).toEqual({
      kind: "days",
      days: ["22 May", "23 May"],
      series: [
        { label: "Drones launched", values: [100, 50] },
        { label: "Drones stopped", values: [null, 40] },
      ],
    });
    expect(digest?.chart?.alternative).toBe(
      "22 May: 100 launched, not stated stopped. 23 May: 50 launched, 40 stopped.",
    );
  });
});
