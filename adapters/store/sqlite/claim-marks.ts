import type { ClaimRequest } from "../../../src/ports/outbox-store.ts";
import type { StoryOfChat } from "./chat-looks.ts";
import { prepareMarks, prepareRecall } from "./claim-statements.ts";
import type { Database } from "./connection.ts";
import type { Lane } from "./schema/index.ts";
import type { WaitingDeliveries } from "./waiting.ts";

/** What a claim does to a waiting delivery. Call it inside a write transaction. */
export class ClaimMarks {
  readonly #waiting: WaitingDeliveries;
  readonly #statements: ReturnType<typeof prepareMarks> & ReturnType<typeof prepareRecall>;

  constructor(db: Database, waiting: WaitingDeliveries) {
    this.#waiting = waiting;
    this.#statements = { ...prepareMarks(db), ...prepareRecall(db) };
  }

  /** It is under way. */
  take(id: number, lane: Lane, attempts: number, { fence, now, leaseMs }: ClaimRequest): void {
    this.#statements.take.run({ id, lane, attempts, fence, leaseUntil: now + leaseMs });
  }

  /** What may have been told and was dropped unanswered waits again, to be resolved. False: there is none that is newer than what is shown. */
  recall(of: StoryOfChat & { readonly shownRevision: number }, now: number): boolean {
    const { changes } = this.#statements.recall.run({ ...of, now });
    this.#waiting.addTotal("superseded", -changes);
    return changes > 0;
  }

  /** It is due later, epoch milliseconds. */
  putOff(id: number, dueAt: number): void {
    this.#statements.putOff.run({ id, dueAt });
  }

  /** Another delivery goes in the stead of each. */
  supersedeAll(ids: readonly number[], by: number, now: number): void {
    this.#statements.supersedeAll.run({ ids: JSON.stringify(ids), by, now });
    this.#waiting.addTotal("superseded", ids.length);
  }

  /** It is not sent. `by`: the delivery that goes in its stead; null: none does, and `why` says what for. */
  supersede(id: number, by: number | null, why: string | null, now: number): void {
    this.#statements.supersede.run({ id, by, why, now });
    this.#waiting.addTotal("superseded", 1);
  }
}
