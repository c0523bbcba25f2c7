import { describe, expect, it } from "vitest";
import { composeAlert } from "../../src/alert/compose.ts";
import { plainText } from "../../src/alert/plain.ts";
import { textLanguages } from "../../src/languages/texts.ts";
import { Story, event, figure, kyivOfficial, moscowOfficial } from "./story.ts";

const kharkiv = { places: ["UA:kharkiv"] };
const struck = {
  figures: [figure("killed", "UA", 3, { ...kharkiv, by: kyivOfficial })],
  events: [event("strike", "done", kharkiv)],
};
const denied = { events: [event("strike", "done", { ...kharkiv, by: moscowOfficial, isDenial: true })] };

describe("a denial", () => {
  it("by the other side is told loud, and changes neither stage nor numbers", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...struck });

    const [alert] = await story.tell({ at: "09:00", ...denied });

    expect(alert).toMatchObject({
      type: "update",
      isLoud: true,
      changes: [{ kind: "denied", by: "A Russian official" }],
      denials: [moscowOfficial],
      figures: [{ low: 3, isRival: false }],
    });
  });

  it("is told once a side", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...struck });
    await story.tell({ at: "09:00", ...denied });

    expect((await story.tell({ at: "09:10", ...denied })).filter(({ isLoud }) => isLoud)).toEqual([]);
  });

  it.each(textLanguages)("stays in the message in %s when numbers move", async (language) => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...struck });
    await story.tell({ at: "09:00", ...denied });
    const [alert] = await story.tell({
      at: "10:00",
      ...struck,
      figures: [figure("killed", "UA", 9, { ...kharkiv, by: kyivOfficial })],
    });

    const text =
      alert === undefined
        ? ""
        : plainText(composeAlert([alert], { language, timeZone: "UTC", isPossibleRepeat: false }));

    expect(text).toContain({ en: "Denied by", uk: "Заперечує:", ru: "Отрицает:" }[language]);
  });

  it("opens nothing", async () => {
    const story = await Story.begin();

    expect(await story.tell({ at: "08:00", ...denied })).toEqual([]);
    expect(await story.developments()).toEqual([]);
  });

  it("is none of a strike that the denying side suffered", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...struck });

    const alerts = await story.tell({
      at: "09:00",
      events: [event("strike", "done", { ...kharkiv, by: kyivOfficial, isDenial: true })],
    });

    expect(alerts).toEqual([]);
  });

  it("of an exchange goes to the delay or the leg of its day", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", events: [event("exchange", "delayed", { by: moscowOfficial })] });

    const [alert] = await story.tell({
      at: "09:00",
      events: [event("exchange", "agreed", { by: kyivOfficial, isDenial: true })],
    });

    expect(alert).toMatchObject({ development: "d1", isLoud: true, changes: [{ kind: "denied" }] });
  });

  it("goes with the report that made it", async () => {
    const story = await Story.begin();
    await story.tell({ at: "08:00", ...struck });
    await story.tell({ at: "09:00", id: "denial", ...denied });

    await story.tell({ at: "09:10", id: "denial", events: [] });

    expect((await story.developments())[0]?.denials).toEqual([]);
  });
});

describe("the two sides' numbers of one exchange", () => {
  const each = (count: number, by: typeof kyivOfficial) => ({
    figures: ["UA", "RU"].map((side) => figure("prisoners.released", side, count, { by })),
    events: [event("exchange", "done")],
  });

  it("come from one account where two accounts give one number for both sides each", async () => {
    const story = await Story.begin();
    await story.tell({ at: "10:00", ...each(150, moscowOfficial) });

    const [alert] = await story.tell({ at: "11:00", ...each(205, kyivOfficial) });

    const numbers = alert?.figures.map(({ side, low, isRival }) => [side, low, isRival]);
    expect(numbers).toEqual([
      ["RU", 205, false],
      ["RU", 150, true],
      ["UA", 205, false],
      ["UA", 150, true],
    ]);
  });

  it("come from the account that more origins give", async () => {
    const story = await Story.begin();
    await story.tell({ at: "10:00", ...each(100, moscowOfficial) });
    await story.tell({ at: "10:05", ...each(100, { name: "A mediator", side: null }) });
    await story.tell({ at: "11:00", ...each(205, kyivOfficial) });

    expect([
      await story.best("prisoners.released", "UA"),
      await story.best("prisoners.released", "RU"),
    ]).toEqual([100, 100]);
  });

  it("stay each side's own where a side speaks of its own people only", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "10:00",
      figures: [figure("prisoners.released", "UA", 310, { by: kyivOfficial })],
      events: [event("exchange", "done")],
    });
    await story.tell({ at: "11:00", ...each(305, moscowOfficial) });

    expect([
      await story.best("prisoners.released", "UA"),
      await story.best("prisoners.released", "RU"),
    ]).toEqual([310, 305]);
  });
});
