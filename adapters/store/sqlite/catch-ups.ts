import type { CatchUp, DeliveryState } from "../../../src/model/delivery.ts";
import { prepareCatchUps } from "./catch-up-statements.ts";
import type { Database } from "./connection.ts";
import { sql } from "./drizzle.ts";
import { type catchUpParts, catchUps, deliveries } from "./schema/index.ts";
import type { WaitingDeliveries } from "./waiting.ts";

/** A catch-up, and what the first one of its row stood for. */
export interface ToldCatchUp extends CatchUp {
  /** The seq of the newest alert that waited then: up to it what is told after it needs no sound. */
  readonly toldSeq: number;
}

/** One that was sent. */
export interface SentCatchUp extends ToldCatchUp {
  /** Its last call, epoch milliseconds. */
  readonly calledAt: number;
}

/** A catch-up that is not known to be sent, with the delivery that carries it. */
export interface OpenCatchUp extends ToldCatchUp {
  readonly deliveryId: number;
  /** A call of it was made, or may be under way, and is not known to have failed. */
  readonly mayHaveArrived: boolean;
  readonly isReady: boolean;
  readonly dueAt: number;
  readonly attempts: number;
  readonly mayRepeat: boolean;
  /** As of a `ClaimedCatchUp`. */
  readonly calledRevision: number | null;
}

/** A development of a catch-up. */
export type CatchUpPart = Pick<typeof catchUpParts.$inferSelect, "developmentId" | "place">;

/** Whether it is still told. */
export const isWanted = ({ place }: CatchUpPart): boolean => place !== null;

/** A development in a chat. */
type StoryOfChat = { readonly chatId: number; readonly developmentId: string };

/** A catch-up before it has an id. */
export interface NewCatchUp extends Omit<ToldCatchUp, "id"> {
  readonly chatId: number;
  readonly deliveryId: number;
  /** In the order in which they are shown. */
  readonly developments: readonly string[];
}

/**
 * SQL of "the delivery does not carry a catch-up that is not known to be sent". Such a one stands for the deliveries of other developments: what
 * happens to its own development must not end it.
 */
export const carriesNone = sql`NOT EXISTS (
  SELECT 1 FROM ${catchUps} carried WHERE carried.delivery_id = ${deliveries.id} AND carried.message_id IS NULL)`;

const isOpen: readonly DeliveryState[] = ["queued", "sending", "unknown"];

/** The catch-ups and what they tell. Call it inside a transaction. */
export class CatchUps {
  readonly #waiting: WaitingDeliveries;
  readonly #statements: ReturnType<typeof prepareCatchUps>;

  constructor(db: Database, waiting: WaitingDeliveries) {
    this.#waiting = waiting;
    this.#statements = prepareCatchUps(db);
  }

  /** The chat's last one that was sent. Null: it never had one, or that is long ago. */
  latest(chatId: number): SentCatchUp | null {
    return this.#statements.latest.get({ chatId }) ?? null;
  }

  /** Those of a chat that are not known to be sent, and neither given up. */
  open(chatId: number): readonly OpenCatchUp[] {
    return this.#statements.open.all({ chatId }).flatMap(({ state, calledAt, ...open }) => {
      const mayHaveArrived = open.mayRepeat || (state === "sending" && calledAt !== null);
      return isOpen.includes(state) ? [{ ...open, mayHaveArrived }] : [];
    });
  }

  /**
   * Brings back one that was dropped unanswered and may have told the development, further than to `shownRevision`: it is to be looked for as a whole. Null: there
   * is none.
   */
  recall(of: StoryOfChat & { readonly shownRevision: number }, now: number): OpenCatchUp | null {
    const dropped = this.#statements.dropped.get(of);
    if (dropped === undefined) return null;
    this.#statements.recall.run({ id: dropped.deliveryId, now });
    this.#waiting.addTotal("superseded", -1);
    return this.open(of.chatId).find(({ id }) => id === dropped.id) ?? null;
  }

  /** Whether an unanswered call told the development in a catch-up that goes on without it. */
  hasLeftOut(of: StoryOfChat): boolean {
    return this.#statements.leftOut.get(of) !== undefined;
  }

  /** The one that a message is. Null: the message is none. */
  shownAs(chatId: number, messageId: string): CatchUp | null {
    return this.#statements.shownAs.get({ chatId, messageId }) ?? null;
  }

  /** In the order in which they are shown, what is not wanted any more before them. */
  parts(id: number): readonly CatchUpPart[] {
    return this.#statements.parts.all({ id });
  }

  /** The chat's messages that tell the one development tell the other from now on. */
  rename(of: { readonly chatId: number; readonly from: string; readonly into: string }): void {
    this.#statements.keepPlace.run(of);
    this.#statements.removeTwin.run(of);
    this.#statements.rename.run(of);
  }

  /** Its id. */
  add({ developments, ...catchUp }: NewCatchUp): number {
    const id = Number(this.#statements.add.run(catchUp).lastInsertRowid);
    for (const [place, developmentId] of developments.entries())
      this.#statements.addPart.run({ id, developmentId, place });
    return id;
  }

  /** It is not to tell the development any more, which an unanswered call of it told. */
  leaveOut(id: number, developmentId: string): void {
    this.#statements.leaveOut.run({ id, developmentId });
  }

  /** Null: there is none, it was taken apart when its chat moved. */
  carriedBy(deliveryId: number): { readonly id: number } | null {
    return this.#statements.carriedBy.get({ deliveryId }) ?? null;
  }

  /** It is the message. What it has left, put off until it would be sent, is due. */
  sent(id: number, messageId: string, now: number): void {
    this.#statements.sent.run({ id, messageId });
    this.#statements.restDue.run({ id, now });
  }

  /**
   * Takes one apart: what it was to tell waits as before. `attempts`: how often each counts as tried, so that what is to go by itself is told
   * from what may go into the next one. `mayRepeat`: a call of it may have arrived, so each of them is a possible repeat. Absent: surely nothing was sent.
   */
  dissolve(
    { id, deliveryId }: Pick<OpenCatchUp, "id" | "deliveryId">,
    how: {
      readonly dueAt: number;
      readonly now: number;
      readonly attempts: number;
      readonly mayRepeat?: boolean;
    },
  ): void {
    const revived = this.#statements.revive.run({
      deliveryId,
      ...how,
      mayRepeat: how.mayRepeat === true ? 1 : 0,
      isReady: how.dueAt <= how.now ? 1 : 0,
    });
    this.#waiting.addTotal("superseded", -revived.changes);
    this.#statements.count.run({ deliveryId, attempts: how.attempts });
    this.#statements.removeParts.run({ id });
    this.#statements.remove.run({ id });
  }
}
