import { describe, expect, it } from "vitest";
import { fitsMessage as fitsDiscord } from "../../adapters/chat/discord/drawing.ts";
import { fitsMessage as fitsTelegram } from "../../adapters/chat/telegram/render.ts";
import { textLanguages } from "../../src/languages/texts.ts";
import type { Message } from "../../src/model/message.ts";
import {
  at,
  daily,
  dayMs,
  digestsAt,
  digestsOf,
  hourMs,
  linesOf,
  nightOf,
  sourceOf,
  strikeOn,
} from "./digest-scene.ts";
import { createScene } from "./scene.ts";
import { figure, strike } from "./told-stories.ts";

/** Of each development that a digest tells: its title, what is said of who says it, and the outlet that it links to. */
const storiesOf = (digest: Message | undefined) =>
  (digest?.blocks ?? []).flatMap((block) =>
    block.kind === "story" ? [[block.title, block.note, block.source?.label ?? null]] : [],
  );

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
      expect.stringMatching(/^- 1\. Prisoner exchange/u),
      "Changed: 1",
      expect.stringMatching(/^- 2\. Kharkiv.*5 killed/u),
      expect.stringMatching(/^Updated 18:00: .*3 → 5$/u),
    ]);
    expect(digest?.actions).toEqual([
      { command: "development", argument: "d2", label: "1" },
      { command: "development", argument: "d1", label: "2" },
      { command: "latest", argument: "", label: "Latest" },
    ]);
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

  it.each([
    ["en", "State Emergency Service of Ukraine", "The Village Herald (state-controlled)", "the sides differ"],
    [
      "uk",
      "Державна служба України з надзвичайних ситуацій",
      "The Village Herald (підконтрольне державі)",
      "дані сторін різняться",
    ],
    [
      "ru",
      "Государственная служба Украины по чрезвычайным ситуациям",
      "The Village Herald (подконтролен государству)",
      "данные сторон расходятся",
    ],
  ])(
    "names beside each development who says its numbers, else the outlet: %s",
    async (language, speaker, outlet, differ) => {
      const scene = await createScene();
      await scene.subscribe("1", { ...daily, language });
      await digestsOf(scene).makeDue();
      const quoted = strike();
      const rival = figure({ low: 1, high: 1, isRival: true, by: { name: "A spokesperson", side: "RU" } });
      const [source] = quoted.sources;
      if (source === undefined) throw new Error("The strike has no source.");
      const herald = { ...source, label: "The Village Herald", isStateControlled: true };
      await scene.tell({ ...quoted, development: "d1" });
      await scene.tell({ ...quoted, development: "d2", figures: [...quoted.figures, rival] });
      await scene.tell({ ...quoted, development: "d3", figures: [figure({})], sources: [herald] });
      await scene.tell({
        ...quoted,
        development: "d4",
        figures: [figure({})],
        sources: [{ ...herald, url: "" }],
      });

      const [digest] = await digestsAt(scene, at("2025-05-23T18:00:00Z"));

      expect(storiesOf(digest).map(([, note, source]) => [note, source])).toEqual([
        [speaker, "The Example Courier"],
        [`${speaker}; ${differ}`, "The Example Courier"],
        ["", outlet],
        [outlet, null],
      ]);
    },
  );

  it("says whose word a sum is where it is one speaker's, else where that stands", async () => {
    const scene = await createScene();
    await scene.subscribe("1", daily);
    await digestsOf(scene).makeDue();
    const airForce = { name: "Ukrainian Air Force", side: "UA" } as const;
    const launched = { measure: "drones.launched", low: 50, high: 50, by: airForce } as const;
    await scene.tell({ development: "d1", ...nightOf("2025-05-22", launched) });
    await scene.tell({ development: "d2", ...nightOf("2025-05-23", launched) });
    const [digest] = await digestsAt(scene, at("2025-05-23T18:00:00Z"));
    await scene.tell({ development: "d3", ...strikeOn("UA:kharkiv", { low: 4, high: 4 }) });
    await scene.tell({ development: "d4", ...strikeOn("UA:sumy", { low: 2, high: 2, by: airForce }) });
    const [next] = await digestsAt(scene, at("2025-05-24T18:00:00Z"));

    const rowsOf = (message: Message | undefined) =>
      message?.blocks.flatMap((block) => (block.kind === "figures" ? block.rows : []));
    const where = "Who says each of the numbers added up stands beside its development.";
    expect(rowsOf(digest)).toMatchObject([{ value: "100 launched", by: "Ukrainian Air Force" }]);
    expect(linesOf(digest)).not.toContain(where);
    expect(rowsOf(next)).toMatchObject([{ value: "6", by: null }]);
    expect(linesOf(next)).toContain(where);
  });

  it("has room on every platform for the titles of all that it names, with a button for each", async () => {
    const scene = await createScene();
    await scene.subscribe("1", daily);
    await digestsOf(scene).makeDue();
    const quoted = strike({ figures: [figure({ by: { name: "N".repeat(90), side: "UA" } })] });
    const sources = quoted.sources.map((source) => ({
      ...source,
      url: `https://a.example/${"a".repeat(300)}`,
    }));
    for (let index = 1; index <= 30; index += 1)
      await scene.tell({ ...quoted, sources, development: `d${index}` });

    const [digest] = await digestsAt(scene, at("2025-05-23T18:00:00Z"));

    if (digest === undefined) throw new Error("No digest was made.");
    expect(storiesOf(digest)).toHaveLength(15);
    expect(storiesOf(digest)[0]?.[2]).toBe("The Example Courier");
    expect(storiesOf(digest).filter(([, note]) => !note?.startsWith("NNN"))).toEqual([]);
    expect(digest.actions.map(({ label }) => label)).toEqual([
      ...Array.from({ length: 15 }, (_, index) => `${index + 1}`),
      "Latest",
    ]);
    expect([fitsTelegram(digest, new Set()), fitsDiscord(digest)]).toEqual([true, true]);
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

    expect(digest?.chart?.subtitle).toBe("Launched and stopped, 22 May to 23 May 2025");
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
