import type { Alert } from "../../../src/model/alert.ts";
import { StoreError } from "../../../src/errors.ts";
import type { Database } from "./connection.ts";
import { DocumentCache } from "./document-cache.ts";
import { asc, eq, max, sql } from "./drizzle.ts";
import { everybody } from "./ledger-documents.ts";
import { alerts } from "./schema/index.ts";

/** Characters of JSON. A burst claims one alert a hundred thousand times; few are on their way at once. */
const cacheSize = 4_000_000;

/** Developments whose alerts are remembered; then all are forgotten. */
const keptStories = 2_000;

/** Where an alert stands in its development's story. */
interface Told {
  readonly seq: number;
  readonly revision: number;
}

/** Reads alerts through a cache: they never change. Call it inside a transaction. */
export class Alerts {
  readonly #cache = new DocumentCache<Alert>(cacheSize);
  readonly #statements: ReturnType<typeof prepare>;
  /** By development; null: not remembered. */
  #stories: Map<string, readonly Told[]> | null = null;
  #storiesUpTo = 0;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /**
   * Which alerts there are on each development is remembered until another alert is told, for the claims of thousands of chats that wait for the
   * same. Who asks for it once asks at the beginning of every transaction.
   */
  rememberStories(): void {
    const last = this.#statements.last.get()?.seq ?? 0;
    if (this.#stories === null || last !== this.#storiesUpTo || this.#stories.size >= keptStories)
      this.#stories = new Map();
    this.#storiesUpTo = last;
  }

  /** The alert told as number `seq`. Throws StoreError when there is none: rows refer to alerts that are kept. */
  bySeq(seq: number): Alert {
    const cached = this.#cache.get(String(seq), 0);
    if (cached !== null) return cached;
    const row = this.#statements.body.get({ seq });
    if (row === undefined) throw new StoreError(`There is no alert ${seq}.`, { code: "store-corrupt" });
    const value: Alert = withOwner({ ...JSON.parse(row.body), seq }, row.owner);
    this.#cache.set(String(seq), 0, { value, size: row.body.length });
    return value;
  }

  /** The development's alerts after a seq and after a revision, oldest first. */
  later(development: string, after: Told): Alert[] {
    return this.#story(development)
      .filter(({ seq, revision }) => seq > after.seq && revision > after.revision)
      .map(({ seq }) => this.bySeq(seq));
  }

  /** The newest alert on the development; null: nothing was told. */
  newest(development: string): Alert | null {
    const last = this.#story(development).at(-1);
    return last === undefined ? null : this.bySeq(last.seq);
  }

  /** All that was told of a development, by revision. */
  #story(development: string): readonly Told[] {
    const known = this.#stories?.get(development);
    if (known !== undefined) return known;
    const story = this.#statements.story.all({ development });
    this.#stories?.set(development, story);
    return story;
  }
}

/** An alert with whose it is. */
export function withOwner(alert: Alert, owner: number): Alert {
  return owner === everybody ? alert : { ...alert, ownerChat: owner };
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  return {
    body: db
      .select({ body: sql<string>`${alerts.body}`, owner: alerts.owner })
      .from(alerts)
      .where(eq(alerts.seq, parameter("seq")))
      .prepare(),
    story: db
      .select({ seq: alerts.seq, revision: alerts.revision })
      .from(alerts)
      .where(eq(alerts.developmentId, parameter("development")))
      .orderBy(asc(alerts.revision))
      .prepare(),
    last: db
      .select({ seq: max(alerts.seq) })
      .from(alerts)
      .prepare(),
  };
}
