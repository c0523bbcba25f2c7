import { readFileSync } from "node:fs";

/**
 * A reader of one reference table: a file of JSON lines under data/, parsed at the first call and
 * kept. `path`: relative to the repository's root. Throws what the file system or JSON throws: a
 * missing or broken table is a broken installation, not a state to live with.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the row of its table
export function lazyRows<Row>(path: string): () => readonly Row[] {
  let rows: readonly Row[] | null = null;
  return () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each table's form is held by its build script's tests
    rows ??= parseRows(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8")) as readonly Row[];
    return rows;
  };
}

/** One parse of the whole table is several times quicker than one a line. */
function parseRows(text: string): unknown {
  return JSON.parse(`[${text.trim().replaceAll("\n", ",")}]`);
}

/** An index over a table, built at the first call and kept. */
export function lazyIndex<Row, Key>(
  rows: () => readonly Row[],
  keyOf: (row: Row) => Key,
): () => ReadonlyMap<Key, Row> {
  let index: ReadonlyMap<Key, Row> | null = null;
  return () => {
    index ??= new Map(rows().map((row) => [keyOf(row), row]));
    return index;
  };
}
