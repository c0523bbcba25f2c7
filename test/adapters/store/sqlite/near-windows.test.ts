import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { openSqlite } from "../../../../adapters/store/sqlite/index.ts";
import type { Development } from "../../../../src/model/development.ts";
import type { NearQuery } from "../../../../src/ports/ledger-store.ts";
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
    mergedInto: fc.constantFrom(null, null, "d11"),
  })
  .map(makeDevelopment);

const queries: fc.Arbitrary<NearQuery> = fc
  .record({
    kinds: fc.constantFrom(["strike" as const], ["strike" as const, "exchange" as const], []),
    conflicts: fc.constantFrom(null, ["RU-UA"], ["gaza", null]),
    seenSince: fc.integer({ min: -3, max: 3 }).map((hours) => noon + hours * hourMs),
  })
  .map(makeNearQuery);

it("what is near is the same to who has asked before as to who has not", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tallywire-near-"));
  const path = join(folder, "tallywire.db");
  const [asking, other] = [await openSqlite(path), await openSqlite(path)];
  await commit(asking, { change: changeTo({ developments: [makeDevelopment({ id: "d11" })] }) });
  const play = fc.array(fc.record({ state: states, isOthers: fc.boolean(), query: queries }), {
    minLength: 4,
    maxLength: 10,
  });
  await fc.assert(
    fc.asyncProperty(play, async (steps) => {
      for (const { state, isOthers, query } of steps) {
        await commit(isOthers ? other : asking, { change: changeTo({ developments: [state] }) });
        const fresh = await openSqlite(path);
        const [known, read] = [await asking.ledger.near(query, []), await fresh.ledger.near(query, [])];
        await fresh.close();
        expect(known).toEqual(read);
      }
    }),
    { numRuns: 10 },
  );
  await Promise.all([asking.close(), other.close()]);
  rmSync(folder, { recursive: true });
});
