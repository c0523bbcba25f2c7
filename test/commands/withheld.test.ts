import { beforeEach, describe, expect, it } from "vitest";
import { defaultPolicy } from "../../src/alert/policy.ts";
import { defaultSubscription } from "../../src/model/subscription.ts";
import { indexNext } from "../../src/commands/search/indexer.ts";
import { event, figure, kyivOfficial, Story } from "../ledger/story.ts";
import { createRig, ownChat, wordsOf, type Rig } from "./rig.ts";

const noonThere = Date.parse("2031-03-04T12:00:00Z");
const admin = { id: "1", address: { platform: "telegram", channel: "1", thread: null } };
const somebody = { id: "7", address: ownChat };
const places = ["UA:kharkiv", "UA-63", "UA"];
const policy = {
  ...defaultPolicy,
  holdMs: 0,
  approval: {
    kinds: [],
    fromPeople: 50,
    singleStateOrigin: false,
    waitMs: 7_200_000,
    atTimeout: "drop",
  },
} as const;

/** A strike that kills so many, as one report tells it. */
const strike = (at: string, count: number) => ({
  at,
  figures: [
    figure("killed", "UA", count, {
      places,
      by: kyivOfficial,
      evidence: `${count} people were killed in Kharkiv`,
    }),
  ],
  events: [event("strike", "done", { places })],
});

describe("what the admins keep back", () => {
  let rig: Rig;
  let story: Story;
  beforeEach(async () => {
    rig = await createRig({ policy });
    rig.clock.jumpTo(noonThere);
    await rig.store.chats.subscribe(ownChat, defaultSubscription("en", "UTC"), noonThere);
    story = new Story(rig.store, policy);
  });

  it("is open to nobody else while it waits for an approval, and once that was refused", async () => {
    await story.tell(strike("11:30", 60));
    await indexNext(rig.store);
    const lines = ["/development d1", "/why d1", "/chart d1", "/search Kharkiv", "/whynot d1", "/start d1"];
    const answers = async () => Promise.all(lines.map(async (line) => JSON.stringify(await rig.type(line))));
    const cards = () => rig.commands.cards?.("Kharkiv", { platform: "telegram", id: "7", language: "en" });

    expect((await answers()).join("\n")).not.toContain("60");
    expect(await cards()).toEqual([]);
    rig.become(admin);
    expect(wordsOf(await rig.type("/development d1"))).toContain("60");
    await rig.type("/review refuse d1");
    rig.become(somebody);
    expect((await answers()).join("\n")).not.toContain("60");
    rig.become(admin);
    await rig.type("/review release d1");
    rig.become(somebody);
    expect(wordsOf(await rig.type("/development d1"))).toContain("60");
    expect(await cards()).toHaveLength(1);
  });

  it("is, of what was told and is held, what came later", async () => {
    await story.tell(strike("11:30", 4));
    rig.become(admin);
    await rig.type("/review hold d1 the prosecutor speaks at one");
    await story.tell(strike("12:10", 7));
    rig.become(somebody);

    const development = wordsOf(await rig.type("/development d1"));
    const why = wordsOf(await rig.type("/whynot https://outlet-2.example/2"));

    expect(development).toContain("Killed: 4");
    expect(development).not.toContain("7 people");
    expect(why).toContain("Kharkiv: strike, 4 killed");
    expect(why).toContain("The admins hold it back to check it.");
    rig.become(admin);
    expect(wordsOf(await rig.type("/development d1"))).toContain("7 people were killed");
  });
});
