import type { Development, DevelopmentId, Operation, OperationId } from "../../../src/model/development.ts";
import type { Database } from "./connection.ts";
import { DocumentCache } from "./document-cache.ts";
import { and, eq, sql } from "./drizzle.ts";
import type { Found } from "./found.ts";
import type { WrittenRow } from "./near-windows.ts";
import { packText, unpackText } from "./packed-text.ts";
import { developments, operations } from "./schema/index.ts";

/** A development as it was written. */
export interface Written {
  readonly value: Development;
  /** Characters of its JSON. */
  readonly size: number;
  readonly row: WrittenRow;
}

/** A state as it is stored, with its JSON as `packText` makes it. */
export interface Stored<State> {
  readonly value: State;
  readonly packed: Uint8Array;
}

/** The owner of what everybody sees. */
export const everybody = 0;

/** Characters of JSON; decoded they take about three times as many bytes. */
const cacheSize = 8_000_000;
/** Far more than people merge; it ends a ring, which no commit should make. */
const maxMerges = 50;

/** Reads developments and operations of one owner by id, through a cache. Call it inside a transaction. */
export class LedgerDocuments {
  readonly #statements: ReturnType<typeof prepare>;
  readonly #developments = new DocumentCache<Development>(cacheSize);
  readonly #operations = new DocumentCache<Operation>(cacheSize / 8);

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /** The development as it is stored, merged or not. Null: there is none. */
  stored(id: DevelopmentId, owner: number = everybody): Development | null {
    const found = this.#statements.development.get({ id, owner });
    return found === undefined ? null : this.#read(found);
  }

  /** The development that the id stands for: a merged one's is the one it went into. Null: there is none. */
  development(id: DevelopmentId, owner: number = everybody): Development | null {
    let found = this.stored(id, owner);
    for (let hops = 0; found !== null && found.mergedInto !== null && hops < maxMerges; hops++) {
      found = this.stored(found.mergedInto, owner);
    }
    return found;
  }

  /** The developments found, read. */
  developments(found: readonly Found[]): Development[] {
    return found.map((each) => this.#read(each));
  }

  /**
   * Keeps what was written: the next report on it would decode it else. Only once its transaction has been committed, as the version of one
   * that was not is given again.
   */
  keep(written: readonly Written[]): void {
    for (const { row, value, size } of written) this.#developments.set(row.id, row.version, { value, size });
  }

  /** The development before a change of it, for the journal: as `stored`. */
  developmentBefore(id: DevelopmentId, owner: number): Stored<Development> | null {
    const found = this.#statements.whole.get({ id, owner });
    if (found === undefined) return null;
    const { body } = found;
    return { value: this.#decode(found, body), packed: typeof body === "string" ? packText(body) : body };
  }

  /** Likewise. Few changes touch an operation: its JSON lies unpacked. */
  operationBefore(id: OperationId, owner: number): Stored<Operation> | null {
    const value = this.operation(id, owner);
    return value === null ? null : { value, packed: packText(JSON.stringify(value)) };
  }

  operation(id: OperationId, owner: number = everybody): Operation | null {
    const found = this.#statements.operation.get({ id, owner });
    if (found === undefined) return null;
    const cached = this.#operations.get(id, found.version);
    if (cached !== null) return cached;
    const value: Operation = JSON.parse(found.body);
    this.#operations.set(id, found.version, { value, size: found.body.length });
    return value;
  }

  #read(found: Found): Development {
    const cached = this.#developments.get(found.id, found.version);
    return cached ?? this.#decode(found, this.#statements.body.get({ id: found.id })?.body ?? "null");
  }

  #decode({ id, version }: Found, body: string | Uint8Array): Development {
    const cached = this.#developments.get(id, version);
    if (cached !== null) return cached;
    const text = unpackText(body);
    const value: Development = JSON.parse(text);
    this.#developments.set(id, version, { value, size: text.length });
    return value;
  }
}

function prepare(db: Database) {
  const byId = eq(developments.id, sql.placeholder("id"));
  const isOwn = eq(developments.owner, sql.placeholder("owner"));
  const body = sql<string | Uint8Array>`${developments.body}`;
  return {
    // The body stays out: it lies on pages of its own, which a cached document need not touch.
    development: db
      .select({ id: developments.id, version: developments.version })
      .from(developments)
      .where(and(byId, isOwn))
      .prepare(),
    whole: db
      .select({ id: developments.id, version: developments.version, body })
      .from(developments)
      .where(and(byId, isOwn))
      .prepare(),
    body: db.select({ body }).from(developments).where(byId).prepare(),
    operation: db
      .select({ version: operations.version, body: sql<string>`${operations.body}` })
      .from(operations)
      .where(and(eq(operations.id, sql.placeholder("id")), eq(operations.owner, sql.placeholder("owner"))))
      .prepare(),
  };
}
