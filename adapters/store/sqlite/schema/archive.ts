import { check, index, integer, primaryKey, sql, sqliteTable, text } from "../drizzle.ts";

/** What developments are found by. The migration makes it WITHOUT ROWID, which the builder cannot say: the key is all of the row. */
export const searchTerms = sqliteTable(
  "search_terms",
  {
    term: text().notNull(),
    /** The number in the development's id: later ones were made later. */
    number: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.term, t.number] }), index("search_terms_number").on(t.number)],
);

/** One row: the ledger's version that the index reaches up to. */
export const searchState = sqliteTable(
  "search_state",
  { id: integer().primaryKey(), version: integer().notNull() },
  (t) => [check("search_state_one_row", sql`${t.id} = 1`)],
);
