import type { CatchUp, DeliveryState } from "../../../src/model/delivery.ts";
import type { Database } from "./connection.ts";
import { and, asc, desc, eq, sql } from "./drizzle.ts";
import { catchUpParts, catchUps, deliveries } from "./schema/index.ts";
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
  readonly isReady: boolean;
  readonly dueAt: number;
  readonly attempts: number;
  readonly mayRepeat: boolean;
  /** As of a `ClaimedCatchUp`. */
  readonly calledRevision: number | null;
}

/** A development of a catch-up. */
export type CatchUpPart = Pick<typeof catchUpParts.$inferSelect, "developmentId" | "place">;

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
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database, waiting: WaitingDeliveries) {
    this.#waiting = waiting;
    this.#statements = prepare(db);
  }

  /** The chat's last one that was sent. Null: it never had one, or that is long ago. */
  latest(chatId: number): SentCatchUp | null {
    return this.#statements.latest.get({ chatId }) ?? null;
  }

  /** Those of a chat that are not known to be sent, and neither given up. */
  open(chatId: number): readonly OpenCatchUp[] {
    return this.#statements.open
      .all({ chatId })
      .flatMap(({ state, ...open }) => (isOpen.includes(state) ? [open] : []));
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

const columns = {
  id: catchUps.id,
  position: catchUps.position,
  sinceAt: catchUps.sinceAt,
  untilAt: catchUps.untilAt,
  left: catchUps.left,
};

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const ofChat = eq(catchUps.chatId, parameter("chatId"));
  return {
    ...prepareParts(db),
    ...prepareEnds(db),
    latest: db
      .select({
        ...columns,
        toldSeq: catchUps.toldSeq,
        calledAt: sql<number>`coalesce(${deliveries.calledAt}, 0)`,
      })
      .from(catchUps)
      .innerJoin(deliveries, eq(deliveries.id, catchUps.deliveryId))
      .where(and(ofChat, sql`${catchUps.messageId} IS NOT NULL`))
      .orderBy(desc(catchUps.id))
      .limit(1)
      .prepare(),
    open: db
      .select({
        ...columns,
        toldSeq: catchUps.toldSeq,
        deliveryId: catchUps.deliveryId,
        state: deliveries.state,
        isReady: deliveries.isReady,
        dueAt: deliveries.dueAt,
        attempts: deliveries.attempts,
        mayRepeat: deliveries.mayRepeat,
        calledRevision: deliveries.calledRevision,
      })
      .from(catchUps)
      .innerJoin(deliveries, eq(deliveries.id, catchUps.deliveryId))
      .where(and(ofChat, sql`${catchUps.messageId} IS NULL`))
      .orderBy(asc(catchUps.id))
      .prepare(),
    shownAs: db
      .select(columns)
      .from(catchUps)
      .where(and(ofChat, eq(catchUps.messageId, parameter("messageId"))))
      .prepare(),
    carriedBy: db
      .select({ id: catchUps.id })
      .from(catchUps)
      .where(eq(catchUps.deliveryId, parameter("deliveryId")))
      .prepare(),
    add: db
      .insert(catchUps)
      .values({
        chatId: parameter("chatId"),
        deliveryId: parameter("deliveryId"),
        position: parameter("position"),
        sinceAt: parameter("sinceAt"),
        untilAt: parameter("untilAt"),
        left: parameter("left"),
        toldSeq: parameter("toldSeq"),
      })
      .prepare(),
    sent: db
      .update(catchUps)
      .set({ messageId: sql`${parameter("messageId")}` })
      .where(eq(catchUps.id, parameter("id")))
      .prepare(),
  };
}

function prepareParts(db: Database) {
  const parameter = sql.placeholder;
  const ofId = eq(catchUpParts.catchUpId, parameter("id"));
  const ofPart = and(ofId, eq(catchUpParts.developmentId, parameter("developmentId")));
  return {
    parts: db
      .select({
        developmentId: catchUpParts.developmentId,
        place: catchUpParts.place,
      })
      .from(catchUpParts)
      .where(ofId)
      .orderBy(asc(catchUpParts.place))
      .prepare(),
    addPart: db
      .insert(catchUpParts)
      .values({
        catchUpId: parameter("id"),
        developmentId: parameter("developmentId"),
        place: parameter("place"),
      })
      .prepare(),
    ...prepareRename(db),
    leaveOut: db.update(catchUpParts).set({ place: null }).where(ofPart).prepare(),
  };
}

/** One that tells both keeps one line for them, which is wanted if either was. */
function prepareRename(db: Database) {
  const parameter = sql.placeholder;
  const partOf = (development: "from" | "into") =>
    sql`${catchUpParts.developmentId} = ${parameter(development)}
      AND ${catchUpParts.catchUpId} IN (SELECT id FROM ${catchUps} WHERE chat_id = ${parameter("chatId")})`;
  const other = (development: "from" | "into") =>
    sql`(SELECT other.place FROM ${catchUpParts} other WHERE other.catch_up_id = ${catchUpParts.catchUpId}
      AND other.development_id = ${parameter(development)})`;
  return {
    keepPlace: db
      .update(catchUpParts)
      .set({ place: other("from") })
      .where(sql`${partOf("into")} AND ${catchUpParts.place} IS NULL`)
      .prepare(),
    removeTwin: db
      .delete(catchUpParts)
      .where(sql`${partOf("from")} AND EXISTS ${other("into")}`)
      .prepare(),
    rename: db
      .update(catchUpParts)
      .set({ developmentId: sql`${parameter("into")}` })
      .where(partOf("from"))
      .prepare(),
  };
}

function prepareEnds(db: Database) {
  const parameter = sql.placeholder;
  return {
    revive: db
      .update(deliveries)
      .set({
        state: "queued",
        isReady: sql`${parameter("isReady")}`,
        dueAt: sql`${parameter("dueAt")}`,
        attempts: sql`${parameter("attempts")}`,
        mayRepeat: sql`${parameter("mayRepeat")}`,
        calledRevision: null,
        supersededBy: null,
        settledAt: null,
      })
      .where(eq(deliveries.supersededBy, parameter("deliveryId")))
      .prepare(),
    restDue: db
      .update(deliveries)
      .set({ isReady: true, dueAt: sql`${parameter("now")}` })
      .where(
        sql`${deliveries.chatId} = (SELECT chat_id FROM ${catchUps} WHERE id = ${parameter("id")} AND "left" > 0)
          AND ${deliveries.alertSeq} <= (SELECT told_seq FROM ${catchUps} WHERE id = ${parameter("id")})
          AND ${deliveries.state} = 'queued' AND ${deliveries.isReady} = 0 AND ${deliveries.mayRepeat} = 0 AND ${deliveries.attempts} = 0`,
      )
      .prepare(),
    count: db
      .update(deliveries)
      .set({
        attempts: sql`${parameter("attempts")}`,
        // It told how far the catch-up tells, which is no revision of the development: it is not known.
        calledRevision: sql`iif(${deliveries.calledRevision} IS NULL, NULL, 0)`,
      })
      .where(eq(deliveries.id, parameter("deliveryId")))
      .prepare(),
    removeParts: db
      .delete(catchUpParts)
      .where(eq(catchUpParts.catchUpId, parameter("id")))
      .prepare(),
    remove: db
      .delete(catchUps)
      .where(eq(catchUps.id, parameter("id")))
      .prepare(),
  };
}
