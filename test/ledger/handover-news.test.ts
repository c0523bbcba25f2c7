import { describe, expect, it } from "vitest";
import type { Figure } from "../../src/model/figure.ts";
import type { ReadEvent } from "../../src/model/reading.ts";
import { Story, event, figure, kyivOfficial } from "./story.ts";

const undated = { date: null, by: null };

/** One outlet's report of people of one side who came home, without a day; invented. */
function home(at: string, count: number, more: Partial<Figure> & { readonly title?: string } = {}) {
  const { title = "", ...rest } = more;
  const told = { ...undated, ...(title === "" ? {} : { evidence: title }), ...rest };
  return {
    at,
    title,
    figures: [figure("prisoners.released", "UA", count, told)],
    events: [event("exchange", "done", told)],
  };
}

const best = async (story: Story) =>
  (await story.developments()).map(({ figures }) => figures.find(({ group }) => group === null)?.best);

describe("an exchange of which the first reports know a few", () => {
  it("is one of its day, whatever number is told of it later", async () => {
    const story = await Story.begin();
    await story.tell(home("09:00", 10, { title: "Ten foreigners freed by Russia" }));

    const more = await story.tell(home("12:00", 215, { title: "Russia frees 215 fighters" }));

    expect(more.map(({ type, isLoud }) => [type, isLoud])).toEqual([["update", true]]);
    expect(await best(story)).toEqual([215]);
  });

  it("keeps the number of all where others tell of foreigners among them", async () => {
    const story = await Story.begin();
    await story.tell(home("09:00", 10, { title: "Ten prisoners freed by Russia" }));
    await story.tell(home("10:00", 5, { group: "foreigners" }));

    expect(await story.tell(home("11:00", 5))).toEqual([]);
    expect(await best(story)).toEqual([10]);
  });

  it("is another one where its first report is of the day before", async () => {
    const story = await Story.begin();
    await story.tell(home("2031-03-03T20:00:00Z", 75, { title: "75 Ukrainians back home" }));
    await story.tell(home("09:00", 103, { title: "103 Ukrainians freed in swap" }));

    expect(await best(story)).toEqual([75, 103]);
  });
});

describe("people of third states who come home with those in whose ranks they fought", () => {
  it("are of the exchange between the two who fight", async () => {
    const story = await Story.begin();
    const told = home("09:00", 10, { title: "Britons among ten freed by Russia" });
    const events = [event("exchange", "done", { ...undated, parties: ["GB", "US", "RU"] })];

    expect(await story.tell({ ...told, events, parties: ["GB", "US", "RU"] })).toHaveLength(1);
    expect((await story.developments()).map(({ conflict }) => conflict)).toEqual(["RU-UA"]);
  });

  it("are of no war where they came home to a third state", async () => {
    const story = await Story.begin();
    const freed = figure("prisoners.released", "US", 1, { ...undated, evidence: "An American is free" });
    const events = [event("exchange", "done", { ...undated, parties: ["US", "RU"] })];

    await story.tell({
      at: "09:00",
      title: "An American is free",
      figures: [freed],
      events,
      parties: ["US", "RU"],
    });

    expect((await story.developments()).filter(({ conflict }) => conflict === "RU-UA")).toEqual([]);
  });
});

describe("a second swap of one day", () => {
  const swap = (at: string, count: number, more: Partial<ReadEvent> = {}) => ({
    at,
    figures: [figure("prisoners.released", "UA", count), figure("prisoners.released", "RU", count)],
    events: [event("exchange", "done", { by: kyivOfficial, ...more })],
  });

  it("is news of its own, and its repeat is none", async () => {
    const story = await Story.begin();
    await story.tell(swap("08:00", 205));

    expect(await story.tell(swap("12:00", 300, { isAnother: true }))).toMatchObject([{ type: "new" }]);
    expect((await story.tell(swap("13:00", 300))).filter(({ isLoud }) => isLoud)).toEqual([]);
    expect(await best(story)).toEqual([205, 300]);
  });

  it("is the first one where it has that one's number", async () => {
    const story = await Story.begin();
    await story.tell(swap("08:00", 205));

    const alerts = await story.tell(swap("12:00", 205, { isAnother: true }));
    expect(alerts.filter(({ isLoud }) => isLoud)).toEqual([]);
  });

  it("adds up to the day's sum where the report gives it", async () => {
    const story = await Story.begin();
    await story.tell(swap("08:00", 205));
    const [first, second] = [swap("12:00", 103, { isAnother: true }), swap("12:00", 308)];

    await story.tell({ ...first, figures: [...first.figures, ...second.figures] });

    expect(await best(story)).toHaveLength(1);
  });
});
