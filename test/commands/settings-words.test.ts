import { beforeEach, describe, expect, it } from "vitest";
import { meetsThresholds } from "../../src/outbox/wants.ts";
import { alertOf } from "../outbox/scene.ts";
import { createRig, ownChat, wordsOf, type Rig } from "./rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig();
  await rig.type("/subscribe");
});
const settings = async () => (await rig.store.chats.find(ownChat))?.subscription;

describe("any exchange", () => {
  it.each(["any exchange", "exchanges any", "будь-який обмін", "любой обмен"])(
    "lets every exchange through when typed as %s, whatever number was asked for before",
    async (typed) => {
      await rig.type("/threshold prisoners 50");
      await rig.type("/threshold bodies 100");
      await rig.type("/threshold killed 5");

      const answer = await rig.type(`/threshold ${typed}`);

      const thresholds = (await settings())?.thresholds ?? [];
      expect(thresholds).toEqual([{ measure: "killed", atLeast: 5, place: null }]);
      expect(meetsThresholds(thresholds, alertOf({ kind: "exchange", stage: "delayed", figures: [] }))).toBe(
        true,
      );
      expect(wordsOf(answer)).toContain("Saved");
    },
  );
});
