import type { Database } from "./connection.ts";
import { and, eq, excluded, sql } from "./drizzle.ts";
import { senderLeases } from "./schema/index.ts";

/** A clock that goes back by less is being adjusted, or the wait for a write lock was longer than usual: nothing is lost by waiting it out. */
const toleranceMs = 10_000;

/** What became of taking or renewing a lease. */
export interface Held {
  /** Null: another holder has it. */
  readonly fence: number | null;
  /** The machine's clock was put back by so much since it was last renewed; 0: it was not. Told once. */
  readonly putBackMs: number;
  /** The holder did not renew it in time and nobody took it: for so long it slept, or the clock was put on. 0: neither. */
  readonly missedMs: number;
  /** For so long nobody had renewed it, by whoever held it; 0: nobody ever did, or a version before did not write it down. */
  readonly absentMs: number;
}

/** Who may send on a platform. Call it inside a transaction. */
export class SenderLeases {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /** Takes or renews. A renewal keeps the fence; every other taking makes a greater one. */
  hold(platform: string, holder: string, times: { readonly now: number; readonly leaseMs: number }): Held {
    const { now, leaseMs } = times;
    const found = this.#statements.find.get({ platform });
    const putBackMs = putBackBy(found, now);
    const before = found === undefined ? undefined : { ...found, expiresAt: found.expiresAt - putBackMs };
    const isOurs = before?.holder === holder;
    if (before !== undefined && !isOurs && before.expiresAt > now) {
      // Put right and left to its holder: who lives renews it within its length.
      if (putBackMs > 0) this.#statements.save.run({ ...before, renewedAt: now });
      return { fence: null, putBackMs, missedMs: 0, absentMs: 0 };
    }
    const fence = isOurs ? before.fence : (before?.fence ?? 0) + 1;
    this.#statements.save.run({ platform, holder, fence, expiresAt: now + leaseMs, renewedAt: now });
    const hasMissed = isOurs && before.expiresAt <= now;
    const renewedAt = before?.renewedAt ?? 0;
    const absentMs = renewedAt === 0 ? 0 : Math.max(0, now - renewedAt);
    return { fence, putBackMs, missedMs: hasMissed ? now - renewedAt : 0, absentMs };
  }

  release(platform: string, holder: string): void {
    this.#statements.release.run({ platform, holder });
  }

  /** Whether the fence is the newest and its lease still runs: else another sender may have begun, or may at any time. */
  isValid(platform: string, fence: number, now: number): boolean {
    const lease = this.#statements.find.get({ platform });
    return lease !== undefined && lease.holder !== "" && lease.fence === fence && lease.expiresAt > now;
  }
}

function putBackBy(lease: { readonly renewedAt: number } | undefined, now: number): number {
  const byMs = (lease?.renewedAt ?? 0) - now;
  return byMs > toleranceMs ? byMs : 0;
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const ofPlatform = eq(senderLeases.platform, parameter("platform"));
  return {
    find: db.select().from(senderLeases).where(ofPlatform).prepare(),
    save: db
      .insert(senderLeases)
      .values({
        platform: parameter("platform"),
        holder: parameter("holder"),
        fence: parameter("fence"),
        expiresAt: parameter("expiresAt"),
        renewedAt: parameter("renewedAt"),
      })
      .onConflictDoUpdate({
        target: senderLeases.platform,
        set: {
          holder: excluded(senderLeases.holder),
          fence: excluded(senderLeases.fence),
          expiresAt: excluded(senderLeases.expiresAt),
          renewedAt: excluded(senderLeases.renewedAt),
        },
      })
      .prepare(),
    release: db
      .update(senderLeases)
      .set({ holder: "", expiresAt: 0 })
      .where(and(ofPlatform, eq(senderLeases.holder, parameter("holder"))))
      .prepare(),
  };
}
