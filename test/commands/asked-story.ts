import { indexNext } from "../../src/commands/search/indexer.ts";
import { defaultPolicy } from "../../src/alert/policy.ts";
import { event, figure, kyivOfficial, moscowOfficial, Story } from "../ledger/story.ts";
import { createRig, type Rig } from "./rig.ts";

/** When the story is told, epoch milliseconds. */
export const noonThere = Date.parse("2031-03-04T12:00:00Z");

/** A rig whose ledger was told a story. */
export interface AskedStory {
  readonly rig: Rig;
  readonly story: Story;
  /** The development of each subject. */
  readonly ids: Readonly<Record<string, string>>;
}

/** What people ask about: a deal, a leg of it, a strike on a place and a night of attacks. */
export async function askedStory(): Promise<AskedStory> {
  const rig = await createRig();
  const story = await tellStory(rig);
  const ids = Object.fromEntries(story.alerts.map((alert) => [alert.subject, alert.development]));
  return { rig, story, ids };
}

/** An exchange in two legs, a night and a strike, told in three languages by invented outlets. */
async function tellStory(rig: Rig): Promise<Story> {
  rig.clock.jumpTo(noonThere);
  const story = new Story(rig.store, { ...defaultPolicy, holdMs: 0 });
  await story.tell({
    at: "08:00",
    outlet: "The Invented Courier",
    text: "Both sides agreed to exchange prisoners, 1,000 for 1,000.",
    figures: [
      figure("prisoners.released", "UA", 1000, { scope: "planned", by: kyivOfficial }),
      figure("prisoners.released", "RU", 1000, { scope: "planned", by: kyivOfficial }),
    ],
    events: [event("exchange", "agreed")],
  });
  await story.tell({
    at: "10:00",
    outlet: "Вигаданий вісник",
    text: "Додому повернулися 390 полонених, сказав речник.",
    figures: [
      figure("prisoners.released", "UA", 390, {
        by: kyivOfficial,
        evidence: "Додому повернулися 390 полонених",
      }),
      figure("prisoners.released", "RU", 390, { by: moscowOfficial, evidence: "390 передано іншій стороні" }),
    ],
    events: [event("exchange", "done")],
  });
  await story.tell({
    at: "10:30",
    outlet: "Вымышленная хроника",
    text: "В Харькове после удара погибли пять человек.",
    figures: [
      figure("killed", "UA", 5, {
        places: ["UA:kharkiv", "UA-63", "UA"],
        by: kyivOfficial,
        evidence: "погибли пять человек",
      }),
    ],
    events: [event("strike", "done", { places: ["UA:kharkiv", "UA-63", "UA"], parties: ["RU", "UA"] })],
  });
  await story.tell({
    at: "11:00",
    outlet: "The Invented Courier",
    text: "The air force says 200 drones were launched overnight, 180 of them stopped.",
    figures: [
      figure("drones.launched", "RU", 200, {
        by: kyivOfficial,
        places: ["UA"],
        evidence: "200 drones were launched",
      }),
      figure("drones.stopped", "RU", 180, {
        by: kyivOfficial,
        places: ["UA"],
        evidence: "180 of them stopped",
      }),
    ],
    events: [event("strike", "done", { places: ["UA"], parties: ["RU", "UA"] })],
  });
  while (await indexNext(rig.store)) continue;
  return story;
}
