import { defaultPolicy, type TellingPolicy } from "../../src/alert/policy.ts";
import { defaultSubscription } from "../../src/model/subscription.ts";
import { event, figure, kyivOfficial, Story } from "../ledger/story.ts";
import { createRig, type Rig } from "./rig.ts";

/** When all of it is read. */
export const noonThere = Date.parse("2031-03-04T12:00:00Z");
export const admin = { id: "1", address: { platform: "telegram", channel: "1", thread: null } };
export const stranger = { id: "7", address: { platform: "telegram", channel: "7", thread: null } };
export const kharkiv = { places: ["UA:kharkiv", "UA-63", "UA"] };

export function strike(count: number, where = kharkiv) {
  return {
    figures: [
      figure("killed", "UA", count, { ...where, by: kyivOfficial, evidence: `${count} were killed` }),
    ],
    events: [event("strike", "done", where)],
  };
}

/** A strike that was told, in a rig whose admin speaks. */
export async function begin(
  policy: Partial<TellingPolicy> = {},
  language = "en",
): Promise<{ rig: Rig; story: Story }> {
  const whole = { ...defaultPolicy, holdMs: 0, ...policy };
  const rig = await createRig({ policy: whole });
  rig.clock.jumpTo(noonThere);
  rig.become(admin);
  await rig.store.chats.subscribe(admin.address, defaultSubscription(language, "UTC"), noonThere);
  const story = new Story(rig.store, whole);
  return { rig, story };
}
