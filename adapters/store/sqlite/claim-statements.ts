import { candidateColumns, heldMs } from "./candidate-columns.ts";
import { carriesNone } from "./catch-ups.ts";
import { chatColumns } from "./chat-rows.ts";
import type { Database } from "./connection.ts";
import { and, asc, bound, eq, sql } from "./drizzle.ts";
import { catchUps, chats, deliveries, shownMessages } from "./schema/index.ts";

/** The statements of a claim. */
export function prepareClaim(db: Database) {
  const parameter = sql.placeholder;
  return {
    promote: db
      .update(deliveries)
      .set({ isReady: true })
      .where(
        sql`${deliveries.id} IN (
          SELECT id FROM ${deliveries} WHERE platform = ${parameter("platform")} AND is_ready = 0
          AND state IN ('queued', 'unknown') AND due_at <= ${parameter("now")} ORDER BY due_at LIMIT ${parameter("limit")})`,
      )
      .prepare(),
    candidates: db
      .select(candidateColumns)
      .from(deliveries)
      .where(
        sql`${deliveries.platform} = ${parameter("platform")} AND ${deliveries.isReady} = 1
          AND ${deliveries.lane} = ${parameter("lane")} AND ${deliveries.id} > ${parameter("afterId")}
          AND ${deliveries.chatId} NOT IN (SELECT c.id FROM json_each(${parameter("exceptChannels")}) excepted
            CROSS JOIN ${chats} c ON c.platform = ${parameter("platform")} AND c.channel = excepted.value)
          AND NOT EXISTS (SELECT 1 FROM ${deliveries} other
            WHERE other.chat_id = ${deliveries.chatId} AND other.state = 'sending')`,
      )
      .orderBy(asc(deliveries.id))
      .limit(parameter("limit"))
      .prepare(),
  };
}

const waits = sql`${deliveries.state} IN ('queued', 'unknown')`;
/** Not only for the edit of a first message (`first-messages.ts`). */
const isToTell = sql`${deliveries.messageId} IS NULL`;
const groupColumns = {
  id: deliveries.id,
  chatId: deliveries.chatId,
  developmentId: sql<string>`${deliveries.developmentId}`,
  alertSeq: sql<number>`${deliveries.alertSeq}`,
  revision: sql<number>`${deliveries.revision}`,
  attempts: deliveries.attempts,
  mayRepeat: deliveries.mayRepeat,
  calledRevision: deliveries.calledRevision,
  lane: deliveries.lane,
  isReady: deliveries.isReady,
  dueAt: deliveries.dueAt,
};
const shownColumns = {
  messageId: shownMessages.messageId,
  firstMessageId: shownMessages.firstMessageId,
  revision: shownMessages.revision,
  firstRevision: shownMessages.firstRevision,
};

/** What there is for one chat on one development. */
export function prepareGroup(db: Database) {
  const parameter = sql.placeholder;
  const ofGroup = and(
    eq(deliveries.chatId, parameter("chatId")),
    eq(deliveries.developmentId, parameter("developmentId")),
  );
  return {
    group: db
      .select(groupColumns)
      .from(deliveries)
      .where(and(ofGroup, waits, isToTell, carriesNone))
      .orderBy(asc(deliveries.alertSeq))
      .prepare(),
    firstSeq: db
      .select({ alertSeq: sql<number | null>`min(${deliveries.alertSeq})` })
      .from(deliveries)
      .where(ofGroup)
      .prepare(),
  };
}

/** What waits for the edit of the first message alone. */
export function prepareFirstWaiting(db: Database) {
  const parameter = sql.placeholder;
  return db
    .select(groupColumns)
    .from(deliveries)
    .where(
      and(
        eq(deliveries.chatId, parameter("chatId")),
        eq(deliveries.developmentId, parameter("developmentId")),
        waits,
        sql`${deliveries.messageId} IS NOT NULL`,
      ),
    )
    .orderBy(asc(deliveries.alertSeq))
    .prepare();
}

/** The same for many developments of a chat at once. `developments`: a JSON list. */
export function prepareChatLooks(db: Database) {
  const parameter = sql.placeholder;
  const isAsked = sql`IN (SELECT value FROM json_each(${parameter("developments")}))`;
  const ofChat = eq(deliveries.chatId, parameter("chatId"));
  return {
    groups: db
      .select(groupColumns)
      .from(deliveries)
      .where(and(ofChat, sql`${deliveries.developmentId} ${isAsked}`, waits, isToTell, carriesNone))
      .orderBy(asc(deliveries.alertSeq))
      .prepare(),
    firstSeqs: db
      .select({
        developmentId: sql<string>`${deliveries.developmentId}`,
        alertSeq: sql<number>`min(${deliveries.alertSeq})`,
      })
      .from(deliveries)
      .where(and(ofChat, sql`${deliveries.developmentId} ${isAsked}`))
      .groupBy(deliveries.developmentId)
      .prepare(),
    shownOf: db
      .select({ developmentId: shownMessages.developmentId, ...shownColumns })
      .from(shownMessages)
      .where(
        and(eq(shownMessages.chatId, parameter("chatId")), sql`${shownMessages.developmentId} ${isAsked}`),
      )
      .prepare(),
  };
}

/** What a group's chat is, wants and has before it. */
export function prepareLooks(db: Database) {
  const parameter = sql.placeholder;
  return {
    shown: db
      .select(shownColumns)
      .from(shownMessages)
      .where(
        and(
          eq(shownMessages.chatId, parameter("chatId")),
          eq(shownMessages.developmentId, parameter("developmentId")),
        ),
      )
      .prepare(),
    chat: db
      .select({ ...chatColumns, afterAlert: chats.afterAlert })
      .from(chats)
      .where(eq(chats.id, parameter("id")))
      .prepare(),
  };
}

/** What waits for a chat, for a message that tells several developments. */
export function prepareCatchUpLooks(db: Database) {
  const parameter = sql.placeholder;
  const ofChat = eq(deliveries.chatId, parameter("chatId"));
  return {
    // What may have been sent is resolved by itself, and so is what was tried.
    waiting: db
      .select({
        developmentId: sql<string>`${deliveries.developmentId}`,
        oldestAt: sql<number>`min(${deliveries.createdAt})`,
        oldestSeq: sql<number>`min(${deliveries.alertSeq})`,
        heldMs: sql<number>`max(${heldMs})`,
      })
      .from(deliveries)
      .where(
        and(
          ofChat,
          waits,
          isToTell,
          sql`${deliveries.developmentId} IS NOT NULL AND ${deliveries.dueAt} <= ${parameter("now")}`,
        ),
      )
      .groupBy(deliveries.developmentId)
      .having(sql`max(${deliveries.mayRepeat}) = 0 AND max(${deliveries.attempts}) = 0`)
      .prepare(),
    rows: db
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(
        and(ofChat, eq(deliveries.developmentId, parameter("developmentId")), waits, isToTell, carriesNone),
      )
      .prepare(),
  };
}

/** What is written of a waiting delivery. */
export function prepareMarks(db: Database) {
  const parameter = sql.placeholder;
  return {
    take: db
      .update(deliveries)
      .set({
        state: "sending",
        isReady: false,
        lane: bound("lane", deliveries.lane),
        attempts: bound("attempts", deliveries.attempts),
        fence: bound("fence", deliveries.fence),
        leaseUntil: bound("leaseUntil", deliveries.leaseUntil),
        calledAt: null,
      })
      .where(eq(deliveries.id, parameter("id")))
      .prepare(),
    putOff: db
      .update(deliveries)
      .set({ isReady: false, dueAt: bound("dueAt", deliveries.dueAt), why: null })
      .where(eq(deliveries.id, parameter("id")))
      .prepare(),
    supersedeAll: db
      .update(deliveries)
      .set({
        state: "superseded",
        isReady: false,
        supersededBy: bound("by", deliveries.supersededBy),
        why: null,
        settledAt: bound("now", deliveries.settledAt),
      })
      .where(sql`${deliveries.id} IN (SELECT value FROM json_each(${parameter("ids")}))`)
      .prepare(),
    supersede: db
      .update(deliveries)
      .set({
        state: "superseded",
        isReady: false,
        supersededBy: bound("by", deliveries.supersededBy),
        why: bound("why", deliveries.why),
        settledAt: bound("now", deliveries.settledAt),
      })
      .where(eq(deliveries.id, parameter("id")))
      .prepare(),
  };
}

/** What was dropped unanswered and may stand in a chat. */
export function prepareRecall(db: Database) {
  const parameter = sql.placeholder;
  return {
    recall: db
      .update(deliveries)
      .set({
        state: "unknown",
        isReady: true,
        dueAt: bound("now", deliveries.dueAt),
        settledAt: null,
      })
      .where(
        sql`${deliveries.id} = (SELECT id FROM ${deliveries} dropped WHERE dropped.chat_id = ${parameter("chatId")}
          AND dropped.development_id = ${parameter("developmentId")} AND dropped.state = 'superseded'
          AND dropped.superseded_by IS NULL AND dropped.may_repeat = 1 AND dropped.revision > ${parameter("shownRevision")}
          AND NOT EXISTS (SELECT 1 FROM ${catchUps} c WHERE c.delivery_id = dropped.id)
          ORDER BY dropped.revision LIMIT 1)`,
      )
      .prepare(),
  };
}
