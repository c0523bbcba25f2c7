import { expect, it } from "vitest";
import { begin, strike } from "./reviewed-strike.ts";

it("the newest development is the one that was told last, not one that is merely heard of again", async () => {
  const { rig, story } = await begin();
  await story.tell({ at: "10:00", ...strike(14) });
  await story.tell({ at: "10:30", ...strike(7, { places: ["UA:odesa", "UA-51", "UA"] }) });
  await story.tell({ at: "11:00", id: "again", ...strike(14) });

  const latest = await rig.type("/latest");

  expect((await rig.store.ledger.developments({ limit: 1 }))[0]?.id).toBe("d1");
  expect(latest.title).toContain("Odesa");
});
