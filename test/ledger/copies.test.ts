import { describe, expect, it } from "vitest";
import { bandsOf, isCopy, signText } from "../../src/ledger/signature.ts";
import { Story, event, figure } from "./story.ts";

const tally =
  "The air force of the invented republic said on Tuesday that its crews had shot down 131 of 168 drones which the other side " +
  "launched overnight from three directions, while six of them hit two sites in the north and debris of others fell in four more places.";
const cut = `${tally.slice(0, 190)} …`;
const nextDay = tally.replace("131", "176").replace("168", "203").replace("Tuesday", "Wednesday");
const unrelated =
  "Bakers in the old harbour town opened their ovens two hours early this week because the annual fair brings more guests than " +
  "there are beds, and everyone of them seems to want bread with sesame before the boats go out in the morning.";

describe("copies of a text", () => {
  it("knows a cut copy by its words and numbers", () => {
    expect(isCopy(tally, cut)).toBe(true);
  });

  it("takes two daily tallies that differ in their numbers for two texts", () => {
    expect(isCopy(tally, nextDay)).toBe(false);
  });

  it("takes texts on other matters for two texts", () => {
    expect(isCopy(tally, unrelated)).toBe(false);
  });

  it("finds a cut copy by a band in common and an unrelated text by none", () => {
    const bands = (text: string) => new Set(bandsOf(signText(text) ?? new Uint32Array()));

    expect(bands(tally).isDisjointFrom(bands(cut))).toBe(false);
    expect(bands(tally).isDisjointFrom(bands(unrelated))).toBe(true);
  });

  it("gives a text of a few words no signature", () => {
    expect(signText("Two killed in Kherson")).toBeNull();
  });
});

describe("independent origins", () => {
  const told = { figures: [figure("drones.launched", "RU", 168)], events: [event("strike", "done")] };

  it("counts a text and its copies as one origin", async () => {
    const story = await Story.begin();
    await story.tell({ at: "06:00", outlet: "First Wire", text: tally, ...told });
    await story.tell({ at: "06:10", outlet: "Second Paper", text: cut, ...told });

    const [alert] = await story.tell({
      at: "06:20",
      outlet: "Third Paper",
      text: unrelated,
      ...told,
      figures: [figure("drones.launched", "RU", 203)],
    });

    expect(alert?.origins).toBe(2);
  });

  it("counts two relays of one speaker as one origin", async () => {
    const story = await Story.begin();
    const by = { name: "An air force", side: "UA" };
    const said = {
      figures: [figure("drones.launched", "RU", 168, { by })],
      events: [event("strike", "done", { by })],
    };
    await story.tell({ at: "06:00", outlet: "First Wire", ...said });
    await story.tell({ at: "06:10", outlet: "Second Paper", ...said });

    const [alert] = await story.tell({
      at: "06:20",
      outlet: "Third Paper",
      ...said,
      figures: [figure("drones.launched", "RU", 203, { by })],
    });

    expect(alert?.origins).toBe(1);
  });

  it("names the followed sources that an alert came through, each once, and none for a replay", async () => {
    const story = await Story.begin();
    const outlet = "First Wire";
    await story.tell({ at: "06:00", outlet, sourceId: "first-en", ...told });
    await story.tell({ at: "06:05", outlet, sourceId: "first-en", ...told });
    await story.tell({ at: "06:10", outlet, sourceId: "first-uk", ...told });

    const [alert] = await story.tell({
      at: "06:20",
      ...told,
      figures: [figure("drones.launched", "RU", 203)],
    });

    expect(alert?.sources.map(({ sourceId }) => sourceId).toSorted()).toEqual(["first-en", "first-uk", null]);
  });

  it("counts an outlet that quotes somebody as that one origin, whatever it adds in its own voice", async () => {
    const story = await Story.begin();
    const by = { name: "An air force", side: "UA" };

    const [alert] = await story.tell({
      at: "06:00",
      outlet: "First Wire",
      figures: [figure("drones.launched", "RU", 168, { by })],
      events: [event("strike", "done")],
    });

    expect(alert?.origins).toBe(1);
  });
});
