import type { Development, DevelopmentId } from "../../../src/model/development.ts";
import type { SearchEntry } from "../../../src/ports/archive-store.ts";
import type { Database } from "./connection.ts";
import { and, eq, excluded, sql } from "./drizzle.ts";
import { numberOf } from "./found.ts";
import { everybody, type LedgerDocuments } from "./ledger-documents.ts";
import { developments, searchState, searchTerms } from "./schema/index.ts";

/** For each term only the newest developments are looked through, so that a word that stands everywhere costs no more. */
const postingsRead = 2_000;

/** The search index. Call it inside a transaction. */
export class SearchIndex {
  readonly #documents: LedgerDocuments;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database, documents: LedgerDocuments) {
    this.#documents = documents;
    this.#statements = prepare(db);
  }

  unindexed(limit: number): { readonly developments: readonly Development[]; readonly upTo: number | null } {
    const version = this.#statements.reached.get()?.version ?? 0;
    const upTo = this.#statements.next.all({ version, limit }).at(-1)?.version ?? null;
    if (upTo === null) return { developments: [], upTo };
    return {
      developments: this.#documents.developments(this.#statements.written.all({ version, upTo })),
      upTo,
    };
  }

  replace(entries: readonly SearchEntry[], upTo: number): void {
    for (const { id, terms } of entries) {
      const number = numberOf(id);
      this.#statements.forget.run({ number });
      for (const term of new Set(terms)) this.#statements.add.run({ term, number });
    }
    this.#statements.reach.run({ version: upTo });
  }

  search(
    groups: readonly (readonly string[])[],
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): readonly DevelopmentId[] {
    // Of a single group no more can be wanted of any term than of all together.
    const read = groups.length === 1 ? Math.min(postingsRead, offset + limit) : postingsRead;
    const lists = groups.map((terms) => terms.map((term) => this.#postings(term, read)));
    const [rarest, ...others] = lists.toSorted((a, b) => sizeOf(a) - sizeOf(b));
    if (rarest === undefined) return [];
    const found: DevelopmentId[] = [];
    let left = offset;
    for (const number of newestFirst(rarest)) {
      if (found.length >= limit) break;
      if (!others.every((group) => group.some((postings) => this.#has(postings, number)))) continue;
      if (left > 0) left -= 1;
      else found.push(`d${number}`);
    }
    return found;
  }

  #postings(term: string, limit: number): Postings {
    const { numbers = "[]" } = this.#statements.postings.get({ term, limit }) ?? {};
    const newest = (JSON.parse(numbers) as readonly number[]).toSorted((a, b) => b - a);
    return { term, numbers: new Set(newest), from: newest.length < limit ? 0 : (newest.at(-1) ?? 0) };
  }

  #has({ term, numbers, from }: Postings, number: number): boolean {
    if (number >= from) return numbers.has(number);
    return this.#statements.posting.get({ term, number }) !== undefined;
  }
}

/** The newest developments that a term finds: all of them from the number `from` on. */
interface Postings {
  readonly term: string;
  readonly numbers: ReadonlySet<number>;
  readonly from: number;
}

/** How many developments have a term of the group, as far as it was read; those with several count for each. */
function sizeOf(group: readonly Postings[]): number {
  return group.reduce((sum, { numbers }) => sum + numbers.size, 0);
}

function newestFirst(group: readonly Postings[]): readonly number[] {
  const [first, ...others] = group;
  // One list stands in its order already.
  if (first === undefined || others.length === 0) return [...(first?.numbers ?? [])];
  return [...new Set(group.flatMap(({ numbers }) => [...numbers]))].sort((a, b) => b - a);
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const { term, number } = searchTerms;
  const { id, version } = developments;
  // What a chat has of its own is found by no search.
  const after = sql`${developments.owner} = ${sql.raw(String(everybody))} AND ${version} > ${parameter("version")}`;
  return {
    reached: db.select({ version: searchState.version }).from(searchState).prepare(),
    reach: db
      .insert(searchState)
      .values({ id: 1, version: parameter("version") })
      .onConflictDoUpdate({ target: searchState.id, set: { version: excluded(searchState.version) } })
      .prepare(),
    next: db
      .select({ version })
      .from(developments)
      .where(after)
      .orderBy(version)
      .limit(parameter("limit"))
      .prepare(),
    written: db
      .select({ id, version })
      .from(developments)
      .where(sql`${after} AND ${version} <= ${parameter("upTo")}`)
      .orderBy(version)
      .prepare(),
    forget: db
      .delete(searchTerms)
      .where(eq(number, parameter("number")))
      .prepare(),
    add: db
      .insert(searchTerms)
      .values({ term: parameter("term"), number: parameter("number") })
      .prepare(),
    // As one value: handing over each row costs several times what finding it does.
    postings: db
      .select({ numbers: sql<string>`json_group_array(${number})` })
      .from(
        sql`(SELECT ${number} FROM ${searchTerms} WHERE ${term} = ${parameter("term")} ORDER BY ${number} DESC LIMIT ${parameter("limit")})`,
      )
      .prepare(),
    posting: db
      .select({ number })
      .from(searchTerms)
      .where(and(eq(term, parameter("term")), eq(number, parameter("number"))))
      .prepare(),
  };
}
