import { isDeepStrictEqual } from "node:util";
import type { Development, DevelopmentId, Operation, OperationId, Told } from "../model/development.ts";
import { isConfirmedByBothSides, shownFigures } from "../alert/shown.ts";
import { emptied } from "../ledger/unite.ts";
import type { LedgerChange } from "../ports/ledger-store.ts";
import type { Store } from "../ports/store.ts";
import { pairByScore, type Pair } from "./rebuild-pairs.ts";
import { supportedBy } from "./supported.ts";

/** One thing that a rebuild changes. */
export type Difference =
  | { readonly kind: "gained"; readonly after: Development }
  | { readonly kind: "lost"; readonly before: Development; readonly into: DevelopmentId | null }
  | { readonly kind: "changed"; readonly before: Development; readonly after: Development }
  | { readonly kind: "operation"; readonly before: Operation | null; readonly after: Operation };

export interface Mapped {
  readonly change: LedgerChange | null;
  readonly differences: readonly Difference[];
  readonly unchanged: number;
}

interface Ledgers {
  readonly store: Pick<Store, "ledger">;
  readonly fresh: Pick<Store, "ledger">;
  readonly now: number;
}

type Ledger = Pick<Store, "ledger">;

/** Documents read in one go. */
const pageSize = 200;

/** What has to change in the old ledger, under its ids, for it to say what the fresh one says. */
export async function mapLedger({ store, fresh, now }: Ledgers): Promise<Mapped> {
  const { nextDevelopment, nextOperation } = await supportedBy(store, "");
  const pairs = await pairsOf(store, fresh);
  const ids = new Map(pairByScore(pairs));
  const names = new Names(ids, nextDevelopment);
  const operations = await mapOperations({ store, fresh, names, next: nextOperation });
  const differences: Difference[] = [];
  let unchanged = 0;
  for await (const development of developmentsOf(fresh)) {
    if (development.reports.length === 0) continue;
    const old = ids.get(development.id);
    const before = old === undefined ? null : ((await store.ledger.stored([old]))[0] ?? null);
    const told = before === null ? await toldOfOthers(development, pairs, store) : before.told;
    const after = withOldIds(development, { before, told, names, operations: operations.ids });
    if (before !== null && isDeepStrictEqual(plain(before), plain(after))) unchanged += 1;
    else differences.push(before === null ? { kind: "gained", after } : { kind: "changed", before, after });
  }
  differences.push(...(await lostOnes(store, { pairs, ids })), ...operations.differences);
  return { differences, unchanged, change: changeOf(differences, now) };
}

/** The id of each fresh development in the old ledger: its own old one, or the next that is free. */
class Names {
  readonly #ids: Map<DevelopmentId, DevelopmentId>;
  #next: number;

  constructor(ids: ReadonlyMap<DevelopmentId, DevelopmentId>, next: number) {
    this.#ids = new Map(ids);
    this.#next = next;
  }

  of(fresh: DevelopmentId): DevelopmentId {
    const known = this.#ids.get(fresh);
    if (known !== undefined) return known;
    const id = `d${this.#next}`;
    this.#next += 1;
    this.#ids.set(fresh, id);
    return id;
  }
}

/** Every development of a ledger in the order of their making, merged and emptied ones too. */
async function* developmentsOf({ ledger }: Ledger): AsyncGenerator<Development> {
  const ids = await ledger.developmentIds();
  for (let first = 0; first < ids.length; first += pageSize)
    yield* await ledger.stored(ids.slice(first, first + pageSize));
}

/** Which old developments have reports in common with which fresh ones, and how much. */
async function pairsOf(store: Ledger, fresh: Ledger): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  for await (const development of developmentsOf(fresh)) {
    const shared = new Map<DevelopmentId, Pair>();
    for (const reportId of development.reports) {
      for (const old of (await supportedBy(store, reportId)).developments) {
        if (old.kind !== development.kind) continue;
        const known = shared.get(old.id)?.score ?? likeness(old, development);
        shared.set(old.id, { fresh: development.id, old: old.id, score: known + 10 });
      }
    }
    pairs.push(...shared.values());
  }
  return pairs;
}

/** What is alike decides between two that have as many reports in common; told ones keep their ids first. */
function likeness(old: Development, fresh: Development): number {
  const places = fresh.places.some((place) => old.places.includes(place));
  return [old.subject === fresh.subject, old.date === fresh.date, places, old.told !== null].filter(Boolean)
    .length;
}

/** Old developments that nothing fresh goes by: merged into the one that took their reports over, or empty. */
async function lostOnes(
  store: Ledger,
  { pairs, ids }: { readonly pairs: readonly Pair[]; readonly ids: ReadonlyMap<string, string> },
): Promise<readonly Difference[]> {
  const kept = new Set(ids.values());
  const best = new Map<string, Pair>();
  for (const pair of pairs) if (pair.score > (best.get(pair.old)?.score ?? 0)) best.set(pair.old, pair);
  const lost: Difference[] = [];
  for await (const before of developmentsOf(store)) {
    if (kept.has(before.id) || before.mergedInto !== null || before.reports.length === 0) continue;
    const into = ids.get(best.get(before.id)?.fresh ?? "") ?? null;
    lost.push({ kind: "lost", before, into });
  }
  return lost;
}

/** As it was told where it goes by a new id, though an old development told the same: it is no news. Null: nobody was told of it. */
async function toldOfOthers(fresh: Development, pairs: readonly Pair[], store: Ledger): Promise<Told | null> {
  const others = await store.ledger.stored(
    pairs.filter((pair) => pair.fresh === fresh.id).map(({ old }) => old),
  );
  const told = others.find((other) => other.told !== null)?.told;
  if (told === undefined || told === null) return null;
  const figures = shownFigures(fresh);
  return {
    revision: 0,
    at: told.at,
    stage: fresh.stage,
    figures,
    rungFigures: figures,
    isConfirmedByBothSides: isConfirmedByBothSides(fresh),
  };
}

interface Renaming {
  readonly before: Development | null;
  readonly told: Told | null;
  readonly names: Names;
  readonly operations: ReadonlyMap<OperationId, OperationId>;
}

function withOldIds(development: Development, { before, told, names, operations }: Renaming): Development {
  const { operation, faces } = development;
  return {
    ...development,
    id: names.of(development.id),
    operation: operation === null ? null : (operations.get(operation) ?? null),
    told,
    holdUntil: before?.holdUntil ?? null,
    mergedInto: null,
    ...(faces === undefined ? {} : { faces: faces.map((face) => ({ ...face, id: names.of(face.id) })) }),
    ...(before?.approval === undefined ? {} : { approval: before.approval }),
  };
}

/** As a store gives it back: nothing undefined, in the order of the keys. */
function plain(state: object): unknown {
  return JSON.parse(JSON.stringify(state));
}

interface MappedOperations {
  readonly ids: ReadonlyMap<OperationId, OperationId>;
  readonly differences: readonly Difference[];
}

/** Operations are few: they are mapped at once, by the legs that they have in common. */
async function mapOperations(of: {
  readonly store: Ledger;
  readonly fresh: Ledger;
  readonly names: Names;
  readonly next: number;
}): Promise<MappedOperations> {
  const everything = Number.MAX_SAFE_INTEGER;
  const [old, made] = [
    await of.store.ledger.operations(everything),
    await of.fresh.ledger.operations(everything),
  ];
  const renamed = made.map((operation) => ({
    ...operation,
    developments: operation.developments.map((id) => of.names.of(id)),
    agreement: operation.agreement === null ? null : of.names.of(operation.agreement),
  }));
  const pairs = renamed.flatMap((fresh) =>
    old.flatMap((before): readonly Pair[] => {
      if (before.subject !== fresh.subject || before.conflict !== fresh.conflict) return [];
      const legs = fresh.developments.filter((id) => before.developments.includes(id)).length;
      const score = 10 * legs + (fresh.agreement !== null && fresh.agreement === before.agreement ? 5 : 0);
      return score === 0 ? [] : [{ fresh: fresh.id, old: before.id, score }];
    }),
  );
  const ids = new Map(pairByScore(pairs));
  let { next } = of;
  for (const { id } of renamed.toReversed()) {
    if (ids.has(id)) continue;
    ids.set(id, `o${next}`);
    next += 1;
  }
  const differences = renamed.flatMap((fresh): readonly Difference[] => {
    const after = { ...fresh, id: ids.get(fresh.id) ?? fresh.id };
    const before = old.find(({ id }) => id === after.id) ?? null;
    if (before !== null && isDeepStrictEqual(plain(before), plain(after))) return [];
    return [{ kind: "operation", before, after }];
  });
  const kept = new Set(ids.values());
  const empty = { developments: [], planned: [], claimed: [], running: [] };
  const ended = old
    .filter(({ id, developments, planned }) => !kept.has(id) && developments.length + planned.length > 0)
    .map((before): Difference => ({ kind: "operation", before, after: { ...before, ...empty } }));
  return { ids, differences: [...differences, ...ended] };
}

function changeOf(differences: readonly Difference[], at: number): LedgerChange | null {
  if (differences.length === 0) return null;
  return {
    cause: { kind: "rebuild" },
    at,
    developments: differences.flatMap((difference): readonly Development[] => {
      if (difference.kind === "operation") return [];
      return [difference.kind === "lost" ? emptied(difference.before, difference.into) : difference.after];
    }),
    operations: differences.flatMap((difference) =>
      difference.kind === "operation" ? [difference.after] : [],
    ),
  };
}
