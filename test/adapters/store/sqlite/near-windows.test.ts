import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { openSqlite } from "../../../../adapters/store/sqlite/index.ts";
import type { Development } from "../../../../src/model/development.ts";
import type { NearQuery } from "../../../../src/ports/ledger-store.ts";
import type { Store } from "../../../../src/ports/store.ts";
import { makeDevelopment, makeNearQuery, noon } from "../../../contract/store/documents.ts";
import { changeTo, commit } from "../../../contract/store/steps.ts";

const hourMs = 3_600_000;

const dates = [
  null,
  "2025-05-20",
  "2025-05-22",
  "2025-05-26",
  "2025-05-28",
  "2025-05",
  "2025-05-18/2025-05-23",
];

/** A state of one of a few developments, which may be of another day, kind or war than the one before it. */
const states: fc.Arbitrary<Development> = fc
  .record({
    id: fc.constantFrom("d1", "d2", "d9", "d10"),
    date: fc.constantFrom(...dates),
    kind: fc.constantFrom("strike" as const, "exchange" as const),
    conflict: fc.constantFrom("RU-UA", "gaza", null),
    lastSeenAt: fc.integer({ min: -3, max: 3 }).map((hours) => noon + hours * hourMs),
    mergedInto: fc.constantFrom(null, null, null, "d11"),
  })
  .map(makeDevelopment);

/** Some ask for the same but for when things without a day were seen, the latest first: backwards, the first answer holds the others. */
const queries: readonly NearQuery[] = [
  makeNearQuery({ kinds: ["strike"], seenSince: noon + 2 * hourMs }),
  makeNearQuery({ kinds: ["strike"], seenSince: noon }),
  makeNearQuery({ kinds: ["strike"], seenSince: noon - 2 * hourMs }),
  makeNearQuery({ kinds: ["strike", "exchange"], conflicts: ["RU-UA"] }),
  makeNearQuery({ kinds: ["exchange"], conflicts: ["gaza", null] }),
];

it("what is near is the same to who has asked before as to who has not", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tallywire-near-"));
  const path = join(folder, "tallywire.db");
  const [asking, other] = [await openSqlite(path), await openSqlite(path)];
  // It never writes, so that it carries nothing on.
  const reading = await openSqlite(path);
  await commit(asking, { change: changeTo({ developments: [makeDevelopment({ id: "d11" })] }) });
  const nearOf = (store: Store, asked: readonly NearQuery[]) =>
    Promise.all(asked.map((query) => store.ledger.near(query, [])));
  const play = fc.array(fc.record({ state: states, isOthers: fc.constantFrom(true, false, false) }), {
    minLength: 8,
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(play, async (steps) => {
      for (const { state, isOthers } of steps) {
        await commit(isOthers ? other : asking, { change: changeTo({ developments: [state] }) });
        const read = await nearOf(reading, queries.toReversed());
        expect(await nearOf(asking, queries)).toEqual(read.toReversed());
      }
    }),
    // What was written stays, so that there is nothing to shrink.
    { numRuns: 6, endOnFailure: true },
  );
  await Promise.all([asking.close(), other.close(), reading.close()]);
  rmSync(folder, { recursive: true });
});
