import { describe, expect, it } from "vitest";
import type { Alert } from "../../src/model/alert.ts";
import { Story, event, figure, moscowOfficial } from "./story.ts";
import { alertsOf, kharkiv, odesa, strike, textOf } from "./reviewing.ts";

describe("two developments that a reviewer makes one", () => {
  async function merged(): Promise<{ readonly story: Story; readonly alerts: readonly Alert[] }> {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(3) });
    await story.tell({ at: "08:10", ...strike(5, odesa) });
    const alerts = alertsOf(await story.review("08:20", { kind: "merge", development: "d2", other: "d1" }));
    return { story, alerts };
  }

  it("go on under the id that was told first, with the claims of both", async () => {
    const { story } = await merged();

    expect((await story.developments()).map(({ id }) => id)).toEqual(["d1"]);
    expect((await story.store.ledger.development("d2"))?.id).toBe("d1");
    expect((await story.developments())[0]?.reports).toHaveLength(2);
  });

  it("make of the second message a pointer to the first", async () => {
    const { alerts } = await merged();

    const pointer = alerts.find(({ development }) => development === "d2");
    expect(pointer).toMatchObject({ type: "correction", isLoud: false, mergedInto: "d1" });
    expect(textOf(pointer)).toContain(
      "one event with No. d1, which was told here. News of it come in that message.",
    );
  });

  it("tell again what each had told itself when the merge is undone, and nothing of what the other told", async () => {
    const { story } = await merged();
    const { seq } = await story.lastEntry();

    const alerts = alertsOf(await story.review("08:40", { kind: "undo", seq }));

    const [again] = alerts.filter(({ development }) => development === "d2");
    expect(again).toMatchObject({ isLoud: false, changes: [], figures: [{ low: 5 }] });
    expect(again?.mergedInto).toBeUndefined();
  });

  it("take in later reports on either", async () => {
    const { story } = await merged();

    await story.tell({ at: "08:30", ...strike(6, odesa) });
    await story.tell({ at: "08:40", ...strike(7) });

    expect((await story.developments()).map(({ id, reports }) => [id, reports.length])).toEqual([["d1", 4]]);
  });

  it("are two again when the merge is undone, and what came since stays", async () => {
    const { story } = await merged();
    const { seq } = await story.lastEntry();
    await story.tell({ at: "08:30", ...strike(6) });

    const alerts = alertsOf(await story.review("08:40", { kind: "undo", seq }));

    expect((await story.developments()).map(({ id, reports }) => [id, reports.length])).toEqual([
      ["d1", 2],
      ["d2", 1],
    ]);
    const [again] = alerts.filter(({ development }) => development === "d2");
    expect(again?.mergedInto).toBeUndefined();
    expect(again?.figures.map(({ low }) => low)).toEqual([5]);
  });

  it("are refused when they are of two kinds, or one already", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(3) });
    await story.tell({
      at: "08:10",
      figures: [figure("prisoners.released", "UA", 300)],
      events: [event("exchange", "done")],
    });

    expect(await story.review("08:20", { kind: "merge", development: "d1", other: "d2" })).toEqual({
      kind: "refused",
      code: "other-kind",
    });
    expect(await story.review("08:20", { kind: "merge", development: "d1", other: "d1" })).toEqual({
      kind: "refused",
      code: "same-development",
    });
  });
});

describe("a development that a reviewer splits", () => {
  async function splitStory(): Promise<{ readonly story: Story; readonly alerts: readonly Alert[] }> {
    const story = await Story.begin();
    await story.tell({ at: "08:00", id: "first", ...strike(3) });
    await story.tell({ at: "18:00", id: "second", ...strike(7) });
    const alerts = alertsOf(
      await story.review("18:20", { kind: "split", development: "d1", reports: ["second"] }),
    );
    return { story, alerts };
  }

  it("is corrected where it was told, and the new one is news", async () => {
    const { alerts } = await splitStory();

    expect(alerts.map(({ development, type, figures }) => [development, type, figures[0]?.low])).toEqual([
      ["d1", "correction", 3],
      ["d2", "new", 7],
    ]);
  });

  it.each([
    ["en", "Corrected 18:20: two events were told here as one; Killed 7 → 3"],
    ["uk", "Виправлено 18:20: дві події тут подано як одну; Загинули 7 → 3"],
    ["ru", "Исправлено 18:20: два события здесь поданы как одно; Погибли 7 → 3"],
  ])("says in %s that two events were told as one", async (language, line) => {
    const { alerts } = await splitStory();

    expect(textOf(alerts[0], language)).toContain(line);
  });

  it("says whose number is gone with the other event, and rings for that", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", id: "first", ...strike(3) });
    const rival = figure("killed", "UA", 30, { ...kharkiv, by: moscowOfficial });
    await story.tell({ at: "18:00", id: "second", figures: [rival], events: strike(30).events });

    const [correction] = alertsOf(
      await story.review("18:20", { kind: "split", development: "d1", reports: ["second"] }),
    );

    expect(story.alerts.at(-2)?.figures.some(({ isRival }) => isRival)).toBe(true);
    expect(correction).toMatchObject({ development: "d1", type: "correction", isLoud: true });
    expect(textOf(correction)).toContain(
      "Corrected 18:20: two events were told here as one; A Russian official: Killed 30 (no longer told here)",
    );
  });

  it("does not ring where the numbers that were told stay", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", id: "first", ...strike(3) });
    await story.tell({ at: "18:00", id: "second", ...strike(3) });

    const alerts = alertsOf(
      await story.review("18:20", { kind: "split", development: "d1", reports: ["second"] }),
    );

    expect(alerts.filter(({ development, isLoud }) => development === "d1" && isLoud)).toEqual([]);
  });

  it("keeps the revision of a report where the report went", async () => {
    const { story } = await splitStory();

    await story.tell({ at: "18:30", id: "second", text: "The same in other words.", ...strike(8) });

    const sizes = (await story.developments()).map(({ id, figures }) => [id, figures[0]?.best]);
    expect(sizes).toEqual([
      ["d1", 3],
      ["d2", 8],
    ]);
  });

  it("is one again when the split is undone", async () => {
    const { story } = await splitStory();
    const { seq } = await story.lastEntry();

    await story.review("18:40", { kind: "undo", seq });

    expect((await story.developments()).map(({ id, figures }) => [id, figures[0]?.best])).toEqual([
      ["d1", 7],
    ]);
  });
});
