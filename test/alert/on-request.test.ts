import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../src/alert/policy.ts";
import { readConfig } from "../../src/config.ts";
import { tellingPolicy } from "../../src/main/telling-policy.ts";
import type { ReadEvent } from "../../src/model/reading.ts";
import { event, figure, kyivOfficial, Story } from "../ledger/story.ts";
import { shown } from "./composing.ts";

const asInstalled = tellingPolicy(readConfig({}));
const sanctions = (more: Partial<ReadEvent> = {}) => ({
  text: "Sanctions were adopted, an official said.",
  events: [event("sanctions", "adopted", { by: kyivOfficial, ...more })],
});

describe("kinds that are told on request", () => {
  it("are sanctions, territory, evacuations and aid where nothing is configured, and none in a replay", () => {
    expect(asInstalled.onRequest).toEqual(["sanctions", "capture", "evacuation", "aid"]);
    expect(asInstalled.kinds).toEqual(defaultPolicy.kinds);
    expect(defaultPolicy.onRequest).toEqual([]);
    expect(tellingPolicy(readConfig({ TELL_ON_REQUEST: "none" })).onRequest).toEqual([]);
  });

  it("are told with a mark, which what is told to all does not bear", async () => {
    const story = await Story.begin({ onRequest: asInstalled.onRequest });

    await story.tell({ at: "08:00", ...sanctions() });
    await story.tell({
      at: "09:00",
      text: "Five people were killed in Kharkiv.",
      figures: [figure("killed", "UA", 5, { places: ["UA:kharkiv"], by: kyivOfficial })],
      events: [event("strike", "done", { places: ["UA:kharkiv"] })],
    });

    expect(story.alerts.map(({ kind, isOnRequest }) => [kind, isOnRequest])).toEqual([
      ["sanctions", true],
      ["strike", undefined],
    ]);
  });

  it("bear no mark where the operator tells them to all", async () => {
    const story = await Story.begin({
      kinds: [...defaultPolicy.kinds, "sanctions"],
      onRequest: asInstalled.onRequest,
    });

    await story.tell({ at: "08:00", ...sanctions() });

    expect(story.alerts).toMatchObject([{ kind: "sanctions" }]);
    expect(story.alerts[0]).not.toHaveProperty("isOnRequest");
  });

  it.each<[told: string, Partial<ReadEvent>, count: number]>([
    ["with its day and somebody's word", {}, 1],
    ["without a day", { date: null }, 0],
    ["in an outlet's own voice", { by: null }, 0],
  ])("take a day and somebody's word from one outlet: %s", async (_, more, count) => {
    const story = await Story.begin({ onRequest: asInstalled.onRequest });

    expect(
      await story.tell({ at: "08:00", outlet: "The Invented Courier", ...sanctions(more) }),
    ).toHaveLength(count);
  });

  it("take a second outlet where the first one's word was too little", async () => {
    const story = await Story.begin({ onRequest: asInstalled.onRequest });
    await story.tell({ at: "08:00", outlet: "The Invented Courier", ...sanctions({ by: null }) });

    const second = await story.tell({
      at: "09:00",
      outlet: "The Made-up Herald",
      text: "New measures against the economy came into force today, ministers decided at a meeting.",
      events: [event("sanctions", "adopted")],
    });

    expect(second).toMatchObject([{ type: "new", kind: "sanctions" }]);
  });

  it.each([
    ["en", "Parties named: United Kingdom, Russia"],
    ["uk", "Названі сторони: Велика Британія, Росія"],
    ["ru", "Названы стороны: Великобритания, Россия"],
  ])("of sanctions name in %s the parties that are told where the war does not", async (language, line) => {
    const linesOf = async (parties: readonly string[]) => {
      const story = await Story.begin({ onRequest: asInstalled.onRequest });
      await story.tell({ at: "08:00", ...sanctions({ parties }) });
      return shown(story.alerts, language).text.split("\n");
    };

    expect(await linesOf(["GB", "RU"])).toContain(line);
    expect((await linesOf(["RU", "UA"])).join("\n")).not.toContain(line.split(":")[0]);
  });
});
