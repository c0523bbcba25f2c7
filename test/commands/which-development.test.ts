import { beforeEach, describe, expect, it } from "vitest";
import { expandAll, claimAny } from "../contract/store/steps.ts";
import { event, figure, kyivOfficial, type Story } from "../ledger/story.ts";
import type { Message } from "../../src/model/message.ts";
import { askedStory } from "./asked-story.ts";
import { wordsOf, type Rig } from "./rig.ts";

let rig: Rig;
let story: Story;
beforeEach(async () => {
  ({ rig, story } = await askedStory());
  await rig.type("/subscribe");
  await strikes("Sumy", ["UA:sumy", "UA-59", "UA"], 9);
  await strikes("Poltava", ["UA:poltava", "UA-53", "UA"], 4);
  await catchUp("m9");
});

async function strikes(name: string, places: readonly string[], killed: number): Promise<void> {
  const evidence = `${killed} died in ${name}`;
  await story.tell({
    at: "11:45",
    figures: [figure("killed", "UA", killed, { places, by: kyivOfficial, evidence })],
    events: [event("strike", "done", { places })],
  });
}

/** All that waits goes to the chat as one message. */
async function catchUp(messageId: string): Promise<void> {
  const { store, clock } = rig;
  const now = clock.now();
  await expandAll(store);
  const [delivery] = await claimAny(store, {
    now,
    catchUp: {
      moreThan: 1,
      afterMs: 0,
      heldMs: 0,
      joins: () => true,
      choose: (_, stories) => stories.toSorted((a, b) => (a.newest.seq ?? 0) - (b.newest.seq ?? 0)),
    },
  });
  if (delivery?.kind !== "catch-up") throw new Error("no catch-up is due");
  const others = delivery.stories.map(({ newest: { development, revision } }) => ({ development, revision }));
  await store.outbox.settle(delivery, { kind: "sent", messageId, isEdit: false, revision: 0, others }, now);
}

const offered = ({ selects = [] }: Message): readonly string[] =>
  selects.flatMap(({ options }) => options.map(({ label }) => label));

describe("a message that tells several developments", () => {
  it("offers them to who asks why it came, and the chosen one is explained", async () => {
    rig.become({ about: "m9" });

    const which = await rig.type("/why");
    const why = await rig.choose(which, offered(which)[1] ?? "");

    expect(which.title).toContain("tells several developments");
    expect(offered(which)).toEqual([expect.stringContaining("Sumy"), expect.stringContaining("Poltava")]);
    expect(wordsOf(why)).toContain("4 died in Poltava");
  });

  it.each(["/report", "/report the number is of last year"])(
    "offers them to who says %s, and asks what is wrong with the chosen one",
    async (line) => {
      rig.become({ about: "m9" });

      const which = await rig.type(line);
      const asking = await rig.choose(which, offered(which)[0] ?? "");
      const thanks = await rig.press(asking, "Report an error", "It was 8");

      expect(offered(which)).toHaveLength(2);
      expect(asking.actions[0]?.ask?.title).toBe("What is wrong?");
      expect(thanks.title).toContain("Thank you");
    },
  );
});

describe("a message that tells no development", () => {
  it.each(["/why", "/report", "/report wrong"])(
    "has the newest ones offered to who says %s",
    async (line) => {
      rig.become({ about: "m1" });

      const which = await rig.type(line);

      expect(which.title).toContain("That message tells no one development");
      expect(offered(which).slice(0, 2)).toEqual([
        expect.stringContaining("Poltava"),
        expect.stringContaining("Sumy"),
      ]);
    },
  );
});
