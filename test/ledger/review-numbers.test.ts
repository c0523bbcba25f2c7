import { describe, expect, it } from "vitest";
import { textLanguages } from "../../src/languages/texts.ts";
import type { Alert } from "../../src/model/alert.ts";
import { Story, event, figure, kyivOfficial, moscowOfficial } from "./story.ts";
import { alertsOf, freed, killed, odesa, strike, textOf } from "./reviewing.ts";

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

  it("is withdrawn as what the messages show, which had moved without a sound", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...strike(100) });
    expect(await story.tell({ at: "08:20", ...strike(105) })).toMatchObject([{ isLoud: false }]);

    const alerts = alertsOf(
      await story.review("08:30", { kind: "withdraw", development: "d1", figure: killed, reportId: null }),
    );

    expect(textOf(alerts[0])).toContain("105");
    expect(textOf(alerts[0])).not.toContain("100");
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
