import type { Rest } from "../../../src/ports/outbox-store.ts";
import type { Database } from "./connection.ts";
import { bound, sql } from "./drizzle.ts";
import { rests } from "./schema/index.ts";

/** In the place of a channel: all of them. */
const everywhere = "";

/** How long a platform wants to be left alone, beyond the process that it told so. */
export class Rests {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /** Of two rests of a channel the one that ends later stays, of one limit the newer one. Call it inside a write transaction. */
  note(platform: string, { isOfOneLimit = false, ...rest }: Rest, now: number): void {
    const { channel, untilAt, toldMs, isOfEdits = false } = rest;
    const isNewest = isOfOneLimit ? 1 : 0;
    const key = { platform, channel: channel ?? everywhere, isOfEdits };
    this.#statements.forget.run({ now });
    this.#statements.note.run({ ...key, untilAt, toldMs, isNewest, now });
  }

  /** Those that are not over. */
  open(platform: string, now: number): readonly Rest[] {
    return this.#statements.open.all({ platform, now }).map(({ channel, isOfEdits, ...rest }) => ({
      ...rest,
      channel: channel === everywhere ? null : channel,
      ...(isOfEdits ? { isOfEdits } : {}),
    }));
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  return {
    note: db
      .insert(rests)
      .values({
        platform: bound("platform", rests.platform),
        channel: bound("channel", rests.channel),
        isOfEdits: bound("isOfEdits", rests.isOfEdits),
        untilAt: bound("untilAt", rests.untilAt),
        toldMs: bound("toldMs", rests.toldMs),
      })
      .onConflictDoUpdate({
        target: [rests.platform, rests.channel, rests.isOfEdits],
        set: { untilAt: sql`excluded.until_at`, toldMs: sql`excluded.told_ms` },
        // As it is read: where the clock was put back since, a rest is no longer than it was told.
        setWhere: sql`${parameter("isNewest")} OR excluded.until_at > min(${rests.untilAt}, ${parameter("now")} + ${rests.toldMs})`,
      })
      .prepare(),
    forget: db
      .delete(rests)
      .where(sql`${rests.untilAt} <= ${parameter("now")}`)
      .prepare(),
    open: db
      .select({
        channel: rests.channel,
        isOfEdits: rests.isOfEdits,
        untilAt: rests.untilAt,
        toldMs: rests.toldMs,
      })
      .from(rests)
      .where(sql`${rests.platform} = ${parameter("platform")} AND ${rests.untilAt} > ${parameter("now")}`)
      .prepare(),
  };
}
