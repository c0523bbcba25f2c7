import { expect, it } from "vitest";
import { event, figure } from "../ledger/story.ts";
import { askedStory } from "./asked-story.ts";
import { wordsOf } from "./rig.ts";

it("the evidence of a number quotes the report's text rather than its headline where nobody else gives the number", async () => {
  const { rig, story } = await askedStory();
  const places = ["UA:dnipro", "UA-12", "UA"];
  const title = "Attack on Dnipro: five dead, 21 injured";
  const by = { name: "Serhii Lysak", side: "UA" } as const;
  await story.tell({
    at: "11:46",
    title,
    text: "Drones hit Dnipro at night. Five people were killed in a Russian drone strike on Dnipro, governor Serhii Lysak said. Shops are open.",
    figures: [figure("killed", "UA", 5, { places, by, evidence: title })],
    events: [event("strike", "done", { places, evidence: title })],
  });
  const id = story.alerts.at(-1)?.development ?? "";

  const [why, development] = [await rig.type(`/why ${id}`), await rig.type(`/development ${id}`)];

  expect(wordsOf(why)).toContain(
    "Five people were killed in a Russian drone strike on Dnipro, governor Serhii Lysak said.",
  );
  expect(wordsOf(why)).not.toContain(title);
  expect(wordsOf(development)).toContain(
    "Five people were killed in a Russian drone strike on Dnipro, governor Serhii Lysak said.",
  );
});
