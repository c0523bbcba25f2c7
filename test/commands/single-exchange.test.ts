import { expect, it } from "vitest";
import { createRig, wordsOf } from "./rig.ts";
import { tellExchange } from "./told-exchange.ts";

it("/totals tell of an exchange that is no part of a larger one", async () => {
  const rig = await createRig();
  await tellExchange(rig);

  const words = wordsOf(await rig.type("/totals"));

  expect(words).toContain("Exchanges of the last week");
  expect(words).toContain("307");
});
