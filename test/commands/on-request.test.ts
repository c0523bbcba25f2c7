import { beforeEach, describe, expect, it } from "vitest";
import { defaultPolicy, type TellingPolicy } from "../../src/alert/policy.ts";
import { createBoardData } from "../../src/main/board-data.ts";
import { event, figure, kyivOfficial, Story } from "../ledger/story.ts";
import { noonThere } from "./asked-story.ts";
import { plainContext } from "./plain-context.ts";
import { createRig, wordsOf, type Rig } from "./rig.ts";

const policy: TellingPolicy = { ...defaultPolicy, holdMs: 0, onRequest: ["sanctions"] };

let rig: Rig;
/** A strike, and after it sanctions, which are told on request. */
beforeEach(async () => {
  rig = await createRig({ policy });
  rig.clock.jumpTo(noonThere);
  const story = new Story(rig.store, policy);
  await story.tell({
    at: "10:30",
    text: "Five people were killed in Kharkiv.",
    figures: [figure("killed", "UA", 5, { places: ["UA:kharkiv", "UA-63", "UA"], by: kyivOfficial })],
    events: [event("strike", "done", { places: ["UA:kharkiv", "UA-63", "UA"] })],
  });
  await story.tell({ at: "11:00", events: [event("sanctions", "adopted", { by: kyivOfficial })] });
});

const sanctions = "Sanctions adopted: Russia–Ukraine";

describe("a development that is told on request", () => {
  it("is no news to a chat that chose nothing, nor to one that is not subscribed", async () => {
    const before = await rig.type("/latest");
    await rig.type("/subscribe");
    const after = await rig.type("/latest");

    expect(before.title).toContain("Kharkiv");
    expect(wordsOf(before)).not.toContain(sanctions);
    expect(after.title).toContain("Kharkiv");
    expect(wordsOf(after)).not.toContain(sanctions);
  });

  it("is the newest one for a chat that chose it", async () => {
    const subscribed = await rig.type("/subscribe strike,sanctions");
    const latest = await rig.type("/latest");

    expect(wordsOf(subscribed)).toContain(sanctions);
    expect(latest.title).toBe(sanctions);
    expect(wordsOf(latest)).toContain("Kharkiv");
  });

  it("names the topics alone as what keeps it out where nothing was chosen", async () => {
    await rig.type("/subscribe");

    const words = wordsOf(await rig.type("/why d2"));

    expect(words).toContain("Topics: by today’s settings it would not come");
    expect(words.match(/by today’s settings/gu)).toHaveLength(1);
  });

  it("stands on the board no more than in a chat that chose nothing", async () => {
    const board = createBoardData({
      ...plainContext(rig.store, rig.clock, { admins: {}, policy }),
      charts: () => Promise.resolve([]),
      picture: () => Promise.resolve(null),
      health: () => Promise.reject(new Error("not asked")),
      isDemo: false,
    });

    expect((await board.entries("en")).map(({ id }) => id)).toEqual(["d1"]);
  });
});
