import { describe, expect, it } from "vitest";
import { composeAlert } from "../../src/alert/compose.ts";
import { plainText } from "../../src/alert/plain.ts";
import { textLanguages } from "../../src/languages/texts.ts";
import type { Alert } from "../../src/model/alert.ts";
import type { FigureKey } from "../../src/model/development.ts";
import type { ReviewAction } from "../../src/model/review.ts";
import type { ReviewResult } from "../../src/pipeline/review.ts";
import { Story, event, figure, kyivOfficial, moscowOfficial } from "./story.ts";

const kharkiv = { places: ["UA:kharkiv"] };
const odesa = { places: ["UA:odesa"] };
const killed: FigureKey = { measure: "killed", side: "UA", group: null, weapon: null, scope: "event" };
const freed: FigureKey = { ...killed, measure: "prisoners.released" };

function strike(count: number, where = kharkiv) {
  return {
    figures: [figure("killed", "UA", count, { ...where, by: kyivOfficial })],
    events: [event("strike", "done", where)],
  };
}

function alertsOf(result: ReviewResult): readonly Alert[] {
  return result.kind === "reviewed" ? result.alerts : [];
}

function textOf(alert: Alert | undefined, language = "en"): string {
  if (alert === undefined) return "";
  const message = composeAlert([alert], { language, timeZone: "UTC", isPossibleRepeat: false });
  return `${message.title}\n${plainText(message)}`;
}

describe("a number that a reviewer corrects", () => {
  async function corrected(): Promise<{ readonly story: Story; readonly alerts: readonly Alert[] }> {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(14) });
    const alerts = alertsOf(
      await story.review("08:10", {
        kind: "correct",
        development: "d1",
        figure: killed,
        span: { low: 4, high: 4, approx: false },
      }),
    );
    return { story, alerts };
  }

  it("leads, and the chats that were told get a loud correction that says whose word it is", async () => {
    const { alerts } = await corrected();

    expect(alerts).toMatchObject([{ type: "correction", isLoud: true, figures: [{ low: 4 }] }]);
    expect(textOf(alerts[0])).toContain("put right by the editors");
    expect(textOf(alerts[0])).not.toContain("telegram:7");
  });

  it("goes when all is withdrawn later, and is back when that is undone", async () => {
    const { story } = await corrected();

    const gone = await story.review("08:20", {
      kind: "withdraw",
      development: "d1",
      figure: killed,
      reportId: null,
    });

    expect(alertsOf(gone)).toMatchObject([{ type: "correction", figures: [] }]);
    expect(await story.best("killed", "UA")).toBeNull();
    await story.review("08:30", { kind: "undo", seq: (await story.lastEntry()).seq });
    expect(await story.best("killed", "UA")).toBe(4);
  });

  it("is a claim of its own beside the ones made before", async () => {
    const { story } = await corrected();

    const [development] = await story.developments();

    const claims = development?.figures.flatMap((each) => each.claims) ?? [];
    expect(claims.map(({ low, review }) => [low, review?.note ?? null])).toEqual([
      [14, null],
      [4, "checked"],
    ]);
  });

  it("stands when others repeat the number that it put right", async () => {
    const { story } = await corrected();

    const alerts = await story.tell({ at: "08:20", ...strike(14) });

    expect(alerts).toEqual([]);
    expect(await story.best("killed", "UA")).toBe(4);
  });

  it("gives way to a number that nobody had given before", async () => {
    const { story } = await corrected();

    await story.tell({ at: "09:20", ...strike(6) });

    expect(await story.best("killed", "UA")).toBe(6);
  });

  it("is told however small the change is", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "10:00",
      figures: [figure("prisoners.released", "UA", 307, { by: kyivOfficial })],
      events: [event("exchange", "done")],
    });

    const span = { low: 303, high: 303, approx: false };
    const result = await story.review("10:10", { kind: "correct", development: "d1", figure: freed, span });

    expect(alertsOf(result)).toMatchObject([{ type: "correction", isLoud: true }]);
  });

  it("takes no other side's number away", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "10:00",
      figures: [
        figure("prisoners.released", "UA", 390, { by: kyivOfficial }),
        figure("prisoners.released", "UA", 270, { by: moscowOfficial }),
      ],
      events: [event("exchange", "done")],
    });

    const span = { low: 290, high: 290, approx: false };
    const [alert] = alertsOf(
      await story.review("10:10", { kind: "correct", development: "d1", figure: freed, span }),
    );

    expect(alert?.figures.map(({ low, isRival }) => [low, isRival])).toEqual([
      [290, false],
      [270, true],
    ]);
  });

  it("keeps its speaker when it is only confirmed", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(14) });

    await story.review("08:10", { kind: "confirm", development: "d1", figure: killed });
    await story.tell({ at: "08:20", ...strike(20) });

    const [development] = await story.developments();
    const claim = development?.figures[0]?.claims.find(({ review }) => review !== undefined);
    expect(claim).toMatchObject({ low: 14, by: kyivOfficial });
  });
});

describe("what a reviewer takes out", () => {
  it("leaves the claims of a report in the ledger, marked, and lets the next one lead", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(3) });
    await story.tell({ at: "08:10", id: "wrong", ...strike(30) });

    const [alert] = alertsOf(
      await story.review("08:20", { kind: "withdraw", development: "d1", figure: killed, reportId: "wrong" }),
    );

    expect(alert).toMatchObject({ type: "correction", figures: [{ low: 3 }] });
    const claims = (await story.developments())[0]?.figures[0]?.claims ?? [];
    expect(claims.map(({ low, isWithdrawn }) => [low, isWithdrawn ?? false])).toEqual([
      [3, false],
      [30, true],
    ]);
  });

  it("does not come back with a revision of the report", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(3) });
    await story.tell({ at: "08:10", id: "wrong", ...strike(30) });
    await story.review("08:20", { kind: "withdraw", development: "d1", figure: killed, reportId: "wrong" });

    await story.tell({ at: "08:30", id: "wrong", text: "The same in other words.", ...strike(30) });

    expect(await story.best("killed", "UA")).toBe(3);
  });

  it.each(textLanguages)("says in %s that all of it was withdrawn", async (language) => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(3) });

    const [alert] = alertsOf(
      await story.review("08:20", { kind: "withdraw", development: "d1", figure: null, reportId: null }),
    );

    expect(alert).toMatchObject({ type: "correction", isLoud: true, figures: [] });
    const word = { en: "Withdrawn: Kharkiv", uk: "Відкликано: Харків", ru: "Отозвано: Харьков" };
    expect(textOf(alert, language)).toContain(word[language]);
  });

  it("is not told again when another outlet repeats it", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(3) });
    await story.review("08:20", { kind: "withdraw", development: "d1", figure: null, reportId: null });

    expect(await story.tell({ at: "08:30", ...strike(3) })).toEqual([]);
  });

  it("is withdrawn wherever the report said it, when the report is retracted", async () => {
    const story = await Story.begin();
    const [one, two] = [strike(3), strike(5, odesa)];
    const figures = [...one.figures, ...two.figures];
    await story.tell({ at: "08:00", id: "wrong", figures, events: [...one.events, ...two.events] });

    const alerts = alertsOf(await story.review("08:20", { kind: "retract", reportId: "wrong" }));

    expect(alerts.map(({ type, figures: shown }) => [type, shown])).toEqual([
      ["correction", []],
      ["correction", []],
    ]);
  });
});

describe("what a reviewer holds", () => {
  it("is told when it is released, as it then stands, and not before", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(3) });
    await story.review("08:05", { kind: "hold", development: "d1" });

    const meanwhile = await story.tell({ at: "08:10", ...strike(9) });
    const released = alertsOf(await story.review("08:20", { kind: "release", development: "d1" }));

    expect(meanwhile).toEqual([]);
    expect(released).toMatchObject([{ type: "update", isLoud: true, figures: [{ low: 9 }] }]);
  });

  it("tells what the policy would not tell, when a reviewer confirms it", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "08:00",
      figures: [figure("injured", "UA", 1, kharkiv)],
      events: [event("strike", "done", kharkiv)],
    });

    const alerts = alertsOf(
      await story.review("08:05", { kind: "confirm", development: "d1", figure: null }),
    );

    expect(story.alerts).toHaveLength(1);
    expect(alerts).toMatchObject([{ type: "new", isLoud: true }]);
  });
});

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
    expect(textOf(pointer)).toContain("News of it come in that message.");
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

describe("an undo", () => {
  it("of a report takes back what it said, and an undo of that brings it back", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(3) });
    await story.tell({ at: "08:10", ...strike(9) });
    const { seq } = await story.lastEntry();

    await story.review("08:20", { kind: "undo", seq });
    const without = await story.best("killed", "UA");
    await story.review("08:30", { kind: "undo", seq: (await story.lastEntry()).seq });

    expect([without, await story.best("killed", "UA")]).toEqual([3, 9]);
  });

  const spans = { low: 4, high: 4, approx: false };
  it.each<ReviewAction>([
    { kind: "correct", development: "d1", figure: killed, span: spans },
    { kind: "withdraw", development: "d1", figure: killed, reportId: null },
    { kind: "hold", development: "d1" },
  ])("of a review ($kind) brings the development back as it was", async (action) => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(14) });
    const [before] = await story.developments();
    await story.review("08:10", action);

    await story.review("08:20", { kind: "undo", seq: (await story.lastEntry()).seq });

    const [after] = await story.developments();
    expect([after?.figures, after?.rulings]).toEqual([before?.figures, []]);
  });

  it("keeps what came after it", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(14) });
    const span = { low: 4, high: 4, approx: false };
    await story.review("08:10", { kind: "correct", development: "d1", figure: killed, span });
    const { seq } = await story.lastEntry();
    await story.tell({ at: "08:20", ...strike(20) });

    await story.review("08:30", { kind: "undo", seq });

    expect(await story.best("killed", "UA")).toBe(20);
  });

  it("is refused for what was told and for what is not in the journal", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(14) });

    expect(await story.review("08:10", { kind: "undo", seq: 99 })).toEqual({
      kind: "refused",
      code: "no-entry",
    });
  });

  it("adds the legs of an operation up again", async () => {
    const story = await Story.begin();
    const leg = (count: number) => ({
      figures: [figure("prisoners.released", "UA", count, { by: kyivOfficial })],
      events: [event("exchange", "done")],
    });
    const agreed = {
      figures: [figure("prisoners.released", "UA", 1000, { scope: "planned", by: kyivOfficial })],
      events: [event("exchange", "agreed", { by: kyivOfficial })],
    };
    await story.tell({ at: "08:00", ...agreed });
    await story.tell({
      at: "2031-03-05T09:00:00Z",
      figures: leg(390).figures.map((each) => ({ ...each, date: "2031-03-05" })),
      events: [event("exchange", "done", { date: "2031-03-05" })],
    });

    const span = { low: 290, high: 290, approx: false };
    await story.review("2031-03-05T10:00:00Z", { kind: "correct", development: "d2", figure: freed, span });

    expect((await story.store.ledger.operation("o1"))?.running).toMatchObject([{ best: 290 }]);
    await story.review("2031-03-05T11:00:00Z", { kind: "undo", seq: (await story.lastEntry()).seq });
    expect((await story.store.ledger.operation("o1"))?.running).toMatchObject([{ best: 390 }]);
  });
});

describe("a review", () => {
  it("is journaled with who decided what and why", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(14) });
    const action: ReviewAction = { kind: "hold", development: "d1" };

    await story.review("08:10", action, "waiting for the prosecutor");

    const [entry] = await story.store.ledger.journal({ reviewsOnly: true, limit: 5 });
    expect(entry?.cause).toEqual({
      kind: "review",
      by: "telegram:7",
      note: "waiting for the prosecutor",
      action,
    });
  });

  it("of a development that is not there is refused", async () => {
    const story = await Story.begin();

    expect(await story.review("08:10", { kind: "hold", development: "d9" })).toEqual({
      kind: "refused",
      code: "no-development",
    });
  });
});
