import type { Database } from "./connection.ts";
import { and, eq, excluded, sql } from "./drizzle.ts";
import { senderLeases } from "./schema/index.ts";

/** Who may send on a platform. Call it inside a transaction. */
export class SenderLeases {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /** Takes or renews. Null: another one has it. A renewal keeps the fence; every other taking makes a greater one. */
  hold(
    platform: string,
    holder: string,
    times: { readonly now: number; readonly leaseMs: number },
  ): number | null {
    const before = this.#statements.find.get({ platform });
    const isOurs = before?.holder === holder;
    if (before !== undefined && !isOurs && before.expiresAt > times.now) return null;
    const fence = isOurs ? before.fence : (before?.fence ?? 0) + 1;
    this.#statements.save.run({ platform, holder, fence, expiresAt: times.now + times.leaseMs });
    return fence;
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
      })
      .onConflictDoUpdate({
        target: senderLeases.platform,
        set: {
          holder: excluded(senderLeases.holder),
          fence: excluded(senderLeases.fence),
          expiresAt: excluded(senderLeases.expiresAt),
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
