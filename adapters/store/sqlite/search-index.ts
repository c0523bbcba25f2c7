import type { Development, DevelopmentId } from "../../../src/model/development.ts";
import type { SearchEntry } from "../../../src/ports/archive-store.ts";
import type { Database } from "./connection.ts";
import { and, desc, eq, excluded, sql } from "./drizzle.ts";
import { everybody, type LedgerDocuments, numberOf } from "./ledger-documents.ts";
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
    const rarest = this.#postings(groups);
    if (rarest === null) return [];
    const others = groups.filter((group) => group !== rarest.group);
    const found: DevelopmentId[] = [];
    let left = offset;
    for (const number of rarest.numbers) {
      if (!others.every((group) => group.some((term) => this.#has(term, number)))) continue;
      if (left > 0) left -= 1;
      else found.push(`d${number}`);
      if (found.length >= limit) break;
    }
    return found;
  }

  /** The group that the fewest developments have a term of, and these, newest first. Null: there is no group. */
  #postings(groups: readonly (readonly string[])[]) {
    let rarest: { readonly group: readonly string[]; readonly numbers: readonly number[] } | null = null;
    for (const group of groups) {
      const numbers = new Set(
        group.flatMap((term) => this.#statements.postings.all({ term }).map(({ number }) => number)),
      );
      if (rarest === null || numbers.size < rarest.numbers.length)
        rarest = { group, numbers: [...numbers].sort((a, b) => b - a) };
    }
    return rarest;
  }

  #has(term: string, number: number): boolean {
    return this.#statements.posting.get({ term, number }) !== undefined;
  }
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
    postings: db
      .select({ number })
      .from(searchTerms)
      .where(eq(term, parameter("term")))
      .orderBy(desc(number))
      .limit(postingsRead)
      .prepare(),
    posting: db
      .select({ number })
      .from(searchTerms)
      .where(and(eq(term, parameter("term")), eq(number, parameter("number"))))
      .prepare(),
  };
}
