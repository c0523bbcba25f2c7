import type { SQL } from "drizzle-orm";
import { carriesNone } from "./catch-ups.ts";
import type { Database } from "./connection.ts";
import { and, bound, eq, excluded, sql } from "./drizzle.ts";
import { chats, deliveries, recentCalls, shownMessages } from "./schema/index.ts";

const underNoClaim = { fence: null, leaseUntil: null } as const;

/** The statements of a settlement. */
export function prepareSettle(db: Database) {
  const parameter = sql.placeholder;
  return {
    ...prepareShow(db),
    ...prepareCalls(db),
    ...prepareEnds(db),
    ...prepareOthers(db),
    ...prepareWaits(db),
    claimed: db
      .select({
        id: deliveries.id,
        chatId: deliveries.chatId,
        platform: deliveries.platform,
        developmentId: deliveries.developmentId,
        revision: deliveries.revision,
        attempts: deliveries.attempts,
        mayRepeat: deliveries.mayRepeat,
        chatState: chats.state,
      })
      .from(deliveries)
      .innerJoin(chats, eq(chats.id, deliveries.chatId))
      .where(
        and(
          eq(deliveries.id, parameter("id")),
          eq(deliveries.state, "sending"),
          eq(deliveries.fence, parameter("fence")),
        ),
      )
      .prepare(),
  };
}

/** What is written before a call. */
function prepareCalls(db: Database) {
  const parameter = sql.placeholder;
  return {
    calling: db
      .update(deliveries)
      .set({
        calledAt: bound("now", deliveries.calledAt),
        // Of several unanswered calls the first may be the one that arrived. An edit, which has no revision here, is none of them.
        calledRevision: sql`iif(${deliveries.mayRepeat}, coalesce(${deliveries.calledRevision}, 0), ${parameter("revision")})`,
      })
      .where(
        and(
          eq(deliveries.id, parameter("id")),
          eq(deliveries.state, "sending"),
          eq(deliveries.fence, parameter("fence")),
        ),
      )
      .prepare(),
    noteCall: db
      .insert(recentCalls)
      .values({
        platform: bound("platform", recentCalls.platform),
        channel: bound("channel", recentCalls.channel),
        at: bound("at", recentCalls.at),
      })
      .prepare(),
    // Those ahead were made before the clock was put back.
    forgetCalls: db
      .delete(recentCalls)
      .where(
        sql`${recentCalls.platform} = ${parameter("platform")}
          AND (${recentCalls.at} < ${parameter("before")} OR ${recentCalls.at} > ${parameter("after")})`,
      )
      .prepare(),
  };
}

/** How the delivery itself ends or waits. */
function prepareEnds(db: Database) {
  const parameter = sql.placeholder;
  const ofId = eq(deliveries.id, parameter("id"));
  const settledAt = bound("now", deliveries.settledAt);
  return {
    sent: db
      .update(deliveries)
      .set({ ...underNoClaim, state: "sent", messageId: bound("messageId", deliveries.messageId), settledAt })
      .where(ofId)
      .prepare(),
    goOn: db
      .update(deliveries)
      .set({
        ...underNoClaim,
        state: "queued",
        isReady: true,
        dueAt: bound("now", deliveries.dueAt),
        mayRepeat: false,
      })
      .where(ofId)
      .prepare(),
    end: db
      .update(deliveries)
      .set({
        ...underNoClaim,
        state: bound("state", deliveries.state),
        why: bound("why", deliveries.why),
        settledAt,
      })
      .where(ofId)
      .prepare(),
    mayRepeat: db.update(deliveries).set({ mayRepeat: true }).where(ofId).prepare(),
    wait: db
      .update(deliveries)
      .set({
        ...underNoClaim,
        state: bound("state", deliveries.state),
        isReady: bound("isReady", deliveries.isReady),
        dueAt: bound("dueAt", deliveries.dueAt),
        calledAt: sql`iif(${parameter("isCalled")}, ${deliveries.calledAt}, NULL)`,
        attempts: bound("attempts", deliveries.attempts),
        mayRepeat: bound("mayRepeat", deliveries.mayRepeat),
        why: bound("why", deliveries.why),
      })
      .where(ofId)
      .prepare(),
  };
}

/** What follows for other deliveries. */
function prepareOthers(db: Database) {
  const parameter = sql.placeholder;
  const settledAt = bound("now", deliveries.settledAt);
  const queuedAgain = {
    state: "queued",
    isReady: true,
    dueAt: bound("now", deliveries.dueAt),
    supersededBy: null,
    settledAt: null,
  } as const;
  return {
    cover: db
      .update(deliveries)
      .set({
        state: "superseded",
        isReady: false,
        supersededBy: bound("by", deliveries.supersededBy),
        settledAt,
      })
      .where(
        sql`${deliveries.chatId} = ${parameter("chatId")} AND ${deliveries.developmentId} = ${parameter("developmentId")}
          AND ${deliveries.state} IN ('queued', 'unknown') AND ${deliveries.messageId} IS NULL
          AND ${deliveries.revision} <= ${parameter("revision")}
          AND ${carriesNone}`,
      )
      .prepare(),
    revive: db
      .update(deliveries)
      .set(queuedAgain)
      .where(
        sql`${deliveries.id} = (SELECT id FROM ${deliveries} WHERE superseded_by = ${parameter("by")}
          AND revision > ${parameter("revision")} ORDER BY revision DESC LIMIT 1)`,
      )
      .prepare(),
    // Of a catch-up's other developments each by itself.
    reviveOf: db
      .update(deliveries)
      .set(queuedAgain)
      .where(
        sql`${deliveries.id} = (SELECT id FROM ${deliveries} WHERE superseded_by = ${parameter("by")}
          AND development_id = ${parameter("developmentId")} AND revision > ${parameter("revision")}
          ORDER BY revision DESC LIMIT 1)`,
      )
      .prepare(),
  };
}

/** SQL of when a delivery is due whose last `calls` were not answered: now, or where a repeat is among them as long after the last one as `RepeatWaits` tells. */
function repeatAt(calls: SQL, parameter: typeof sql.placeholder): SQL {
  const now = parameter("now");
  // Never longer than that: the clock may have been put back since the call.
  const after = (ms: "secondMs" | "laterMs") =>
    sql`max(${now}, min(${deliveries.calledAt}, ${now}) + ${parameter(ms)})`;
  return sql`CASE WHEN ${deliveries.mayRepeat} = 0 OR ${deliveries.calledAt} IS NULL OR ${calls} < 2 THEN ${now}
    WHEN ${calls} = 2 THEN ${after("secondMs")} ELSE ${after("laterMs")} END`;
}

/** What becomes of calls that nobody settled, or nobody answered. */
function prepareWaits(db: Database) {
  const parameter = sql.placeholder;
  const left = sql`${deliveries.state} = 'sending' AND ${deliveries.platform} = ${parameter("platform")}
    AND (${deliveries.fence} < ${parameter("fence")} OR ${deliveries.leaseUntil} <= ${parameter("now")})`;
  const unanswered = (calls: SQL) => repeatAt(calls, parameter);
  const forwardAt = unanswered(sql`${deliveries.attempts}`);
  // One that was claimed again and not called is none.
  const attempts = sql`${deliveries.attempts} + iif(${deliveries.calledAt} IS NULL, 0, 1)`;
  const abandonedAt = unanswered(attempts);
  return {
    bringForward: db
      .update(deliveries)
      .set({ dueAt: forwardAt })
      .where(
        sql`${deliveries.platform} = ${parameter("platform")} AND ${deliveries.isReady} = 0
          AND ${deliveries.state} IN ('queued', 'unknown') AND ${deliveries.dueAt} > ${forwardAt}
          AND ${deliveries.calledAt} >= ${parameter("since")}`,
      )
      .prepare(),
    giveBack: db
      .update(deliveries)
      .set({
        ...underNoClaim,
        state: "queued",
        isReady: true,
        dueAt: bound("now", deliveries.dueAt),
        why: "its sender stopped before the call, or during an edit",
      })
      .where(
        sql`${left} AND ${deliveries.mayRepeat} = 0
          AND (${deliveries.calledAt} IS NULL OR ${deliveries.calledRevision} IS NULL)`,
      )
      .prepare(),
    abandon: db
      .update(deliveries)
      .set({
        ...underNoClaim,
        state: "unknown",
        isReady: sql`${abandonedAt} <= ${parameter("now")}`,
        dueAt: abandonedAt,
        attempts,
        mayRepeat: true,
        why: "its sender stopped during the call",
      })
      .where(left)
      .prepare(),
  };
}

function prepareShow(db: Database) {
  const parameter = sql.placeholder;
  const target = [shownMessages.chatId, shownMessages.developmentId];
  const shown = () =>
    db.insert(shownMessages).values({
      chatId: parameter("chatId"),
      developmentId: parameter("developmentId"),
      messageId: parameter("messageId"),
      firstMessageId: parameter("messageId"),
      revision: parameter("revision"),
    });
  const messageId = excluded(shownMessages.messageId);
  const revision = excluded(shownMessages.revision);
  // After a message that is gone, the new one is the first.
  const firstMessageId = sql`coalesce(${shownMessages.firstMessageId}, excluded.first_message_id)`;
  // Beside an answer it shows what it showed until it is edited itself.
  const firstRevision = sql`iif(coalesce(${shownMessages.firstMessageId}, excluded.message_id) = excluded.message_id, NULL,
    coalesce(${shownMessages.firstRevision}, ${shownMessages.revision}))`;
  return {
    show: shown()
      .onConflictDoUpdate({ target, set: { messageId, firstMessageId, revision, firstRevision } })
      .prepare(),
    showMore: db
      .update(shownMessages)
      .set({ revision: bound("revision", shownMessages.revision) })
      .where(
        and(
          eq(shownMessages.chatId, parameter("chatId")),
          eq(shownMessages.developmentId, parameter("developmentId")),
          sql`${shownMessages.messageId} = ${parameter("messageId")} AND ${shownMessages.revision} < ${parameter("revision")}`,
        ),
      )
      .prepare(),
    forgetAll: db
      .update(shownMessages)
      .set({ messageId: null, firstMessageId: null, firstRevision: null })
      .where(
        and(
          eq(shownMessages.chatId, parameter("chatId")),
          eq(shownMessages.messageId, parameter("messageId")),
        ),
      )
      .prepare(),
    forget: db
      .update(shownMessages)
      .set({ messageId: null, firstMessageId: null, firstRevision: null })
      .where(
        and(
          eq(shownMessages.chatId, parameter("chatId")),
          eq(shownMessages.developmentId, parameter("developmentId")),
        ),
      )
      .prepare(),
  };
}
