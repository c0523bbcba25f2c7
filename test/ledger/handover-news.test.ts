import { describe, expect, it } from "vitest";
import type { Figure } from "../../src/model/figure.ts";
import { Story, event, figure } from "./story.ts";

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
