import type { Database } from "./connection.ts";
import { and, asc, desc, eq, sql } from "./drizzle.ts";
import { catchUpParts, catchUps, deliveries } from "./schema/index.ts";

const columns = {
  id: catchUps.id,
  position: catchUps.position,
  sinceAt: catchUps.sinceAt,
  untilAt: catchUps.untilAt,
  left: catchUps.left,
};

/** The statements of catch-ups. */
export function prepareCatchUps(db: Database) {
  return { ...prepareLooks(db), ...prepareParts(db), ...prepareEnds(db), ...prepareWrites(db) };
}

/** What there is of a chat. */
function prepareLooks(db: Database) {
  const parameter = sql.placeholder;
  const ofChat = eq(catchUps.chatId, parameter("chatId"));
  return {
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
        calledAt: deliveries.calledAt,
      })
      .from(catchUps)
      .innerJoin(deliveries, eq(deliveries.id, catchUps.deliveryId))
      .where(and(ofChat, sql`${catchUps.messageId} IS NULL`))
      .orderBy(asc(catchUps.id))
      .prepare(),
    ...prepareRecall(db),
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
  };
}

/** What an unanswered call told and is not told any more. */
function prepareRecall(db: Database) {
  const parameter = sql.placeholder;
  const mayHaveTold = sql`${catchUps.chatId} = ${parameter("chatId")} AND ${deliveries.mayRepeat} = 1
    AND ${catchUpParts.developmentId} = ${parameter("developmentId")}`;
  const found = () =>
    db
      .select({ id: catchUps.id, deliveryId: catchUps.deliveryId })
      .from(catchUps)
      .innerJoin(deliveries, eq(deliveries.id, catchUps.deliveryId))
      .innerJoin(catchUpParts, eq(catchUpParts.catchUpId, catchUps.id));
  return {
    dropped: found()
      .where(
        sql`${mayHaveTold} AND ${catchUps.messageId} IS NULL
          AND ${deliveries.state} = 'superseded' AND ${deliveries.supersededBy} IS NULL
          AND EXISTS (SELECT 1 FROM ${deliveries} told WHERE coalesce(told.superseded_by, told.id) = ${deliveries.id}
            AND told.chat_id = ${parameter("chatId")} AND told.development_id = ${parameter("developmentId")}
            AND told.revision > ${parameter("shownRevision")})`,
      )
      .orderBy(asc(catchUps.id))
      .limit(1)
      .prepare(),
    leftOut: found()
      .where(sql`${mayHaveTold} AND ${catchUpParts.place} IS NULL`)
      .limit(1)
      .prepare(),
    recall: db
      .update(deliveries)
      .set({ state: "unknown", isReady: true, dueAt: sql`${parameter("now")}`, settledAt: null })
      .where(eq(deliveries.id, parameter("id")))
      .prepare(),
  };
}

function prepareWrites(db: Database) {
  const parameter = sql.placeholder;
  return {
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
    restDue: db
      .update(deliveries)
      .set({ isReady: true, dueAt: sql`${parameter("now")}` })
      .where(
        sql`${deliveries.chatId} = (SELECT chat_id FROM ${catchUps} WHERE id = ${parameter("id")} AND "left" > 0)
          AND ${deliveries.alertSeq} <= (SELECT told_seq FROM ${catchUps} WHERE id = ${parameter("id")})
          AND ${deliveries.state} = 'queued' AND ${deliveries.isReady} = 0 AND ${deliveries.mayRepeat} = 0 AND ${deliveries.attempts} = 0`,
      )
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
