import type { Database } from "./connection.ts";
import { and, eq, sql } from "./drizzle.ts";
import { chats, deliveries } from "./schema/index.ts";

/** Puts right what was written by a clock that has been changed since. Call it inside a write transaction. */
export class ClockJumps {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /**
   * The clock was put back by `byMs`. What waits on the platform waits as long as it still had to; what is due too soon for it (a mute's
   * end is a time of day) is put off again when it is claimed. When digests come is to be found anew.
   */
  putBack(platform: string, byMs: number, now: number): void {
    this.#statements.waits.run({ platform, byMs, now });
    this.#statements.claims.run({ platform, byMs, now });
    this.#statements.digests.run({ platform, now });
  }

  /** The holder of this fence slept for `missedMs`, or the clock was put on: its claims, and the calls under way for them, live on. */
  missed(platform: string, fence: number, missedMs: number): void {
    this.#statements.prolong.run({ platform, fence, missedMs });
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const ofPlatform = eq(deliveries.platform, parameter("platform"));
  const byMs = parameter("byMs");
  const now = parameter("now");
  return {
    // What was called before the clock was ahead, and put off then, has its right time.
    waits: db
      .update(deliveries)
      .set({ dueAt: sql`max(${now}, ${deliveries.dueAt} - ${byMs})` })
      .where(
        sql`${ofPlatform} AND ${deliveries.isReady} = 0 AND ${deliveries.state} IN ('queued', 'unknown')
          AND ${deliveries.dueAt} > ${now} AND (${deliveries.calledAt} IS NULL OR ${deliveries.calledAt} > ${now})`,
      )
      .prepare(),
    claims: db
      .update(deliveries)
      .set({ leaseUntil: sql`${deliveries.leaseUntil} - ${byMs}` })
      .where(and(ofPlatform, sql`${deliveries.state} = 'sending' AND ${deliveries.leaseUntil} > ${now}`))
      .prepare(),
    digests: db
      .update(chats)
      .set({ digestDueAt: 0 })
      .where(and(eq(chats.platform, parameter("platform")), sql`${chats.digestDueAt} > ${now}`))
      .prepare(),
    prolong: db
      .update(deliveries)
      .set({ leaseUntil: sql`${deliveries.leaseUntil} + ${parameter("missedMs")}` })
      .where(and(ofPlatform, sql`${deliveries.state} = 'sending'`, eq(deliveries.fence, parameter("fence"))))
      .prepare(),
  };
}
