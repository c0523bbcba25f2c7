import type { Database } from "./connection.ts";
import { and, asc, bound, eq, excluded, gt, isNull, sql } from "./drizzle.ts";
import { everybody } from "./ledger-documents.ts";
import { chats, items, sources } from "./schema/index.ts";

const columns = { source: sources.source, state: sources.state };

/** The statements on sources. */
export function prepareSources(db: Database) {
  const parameter = sql.placeholder;
  const followed = isNull(sources.removedAt);
  const isEverybodys = eq(sources.owner, everybody);
  const ofId = and(eq(sources.id, parameter("id")), sql`(${followed} OR ${isTombstone})`);
  return {
    known: db
      .select({ id: sources.id })
      .from(sources)
      .where(eq(sources.id, parameter("id")))
      .prepare(),
    ofUrl: db
      .select({ id: sources.id })
      .from(sources)
      .where(and(eq(sources.owner, parameter("owner")), eq(sources.url, parameter("url")), followed))
      .prepare(),
    everIds: db.select({ id: sources.id }).from(sources).where(isEverybodys).prepare(),
    list: db
      .select(columns)
      .from(sources)
      .where(and(followed, isEverybodys))
      .orderBy(asc(sources.id))
      .prepare(),
    ...prepareOwn(db),
    find: db.select(columns).from(sources).where(ofId).prepare(),
    ...prepareDue(db),
    ...prepareItems(db),
    save: prepareSave(db),
    remove: db
      .update(sources)
      .set({ removedAt: bound("now", sources.removedAt) })
      .where(ofId)
      .prepare(),
    revive: db
      .update(sources)
      .set({ removedAt: null })
      .where(eq(sources.id, parameter("id")))
      .prepare(),
    edit: db
      .update(sources)
      .set({
        url: bound("url", sources.url),
        isUrgent: bound("isUrgent", sources.isUrgent),
        source: bound("source", sources.source),
      })
      .where(ofId)
      .prepare(),
    saveState: db
      .update(sources)
      .set({
        halt: bound("halt", sources.halt),
        dueAt: bound("dueAt", sources.dueAt),
        state: bound("state", sources.state),
      })
      .where(ofId)
      .prepare(),
  };
}

function prepareOwn(db: Database) {
  const followed = isNull(sources.removedAt);
  const list = (where: ReturnType<typeof and>) =>
    db.select(columns).from(sources).where(and(followed, where)).orderBy(asc(sources.id)).prepare();
  return {
    ownOf: list(eq(sources.owner, sql.placeholder("owner"))),
    allOwn: db
      .select(columns)
      .from(sources)
      .where(and(gt(sources.owner, everybody), sql`(${followed} OR ${isTombstone})`))
      .orderBy(asc(sources.id))
      .prepare(),
    refusedOf: db
      .select({ id: sources.id })
      .from(sources)
      .where(
        and(
          eq(sources.owner, sql.placeholder("owner")),
          eq(sources.url, sql.placeholder("url")),
          eq(sources.halt, "refused"),
        ),
      )
      .prepare(),
    // What is not polled, as of chats that are gone, keeps nobody else from having one.
    countOwn: db
      .select({ count: sql<number>`count(*)` })
      .from(sources)
      .where(and(followed, isNull(sources.halt), sql`EXISTS (${ownerIsActive})`))
      .prepare(),
    countWaiting: db
      .select({ count: sql<number>`count(*)` })
      .from(sources)
      .where(and(followed, eq(sources.halt, "waiting"), sql`${sources.owner} IN (${chatsOfChannel})`))
      .prepare(),
  };
}

/** What a chat took off its list after it was refused: kept, so that it cannot be asked for once more. */
const isTombstone = sql`(${sources.owner} > ${sql.raw(String(everybody))} AND ${sources.halt} = 'refused')`;

/** All topics of the channel in which the chat `owner` is. */
const chatsOfChannel = sql`SELECT spot.id FROM ${chats} spot JOIN ${chats} asking ON spot.platform = asking.platform AND spot.channel = asking.channel WHERE asking.id = ${sql.placeholder("owner")}`;

/** The chat whose own source it is, while it is told of anything. */
const ownerIsActive = sql`SELECT 1 FROM ${chats} WHERE ${chats.id} = ${sources.owner} AND ${chats.state} = 'active'`;

function prepareDue(db: Database) {
  const parameter = sql.placeholder;
  // A chat's own source rests while the chat is gone or unsubscribed.
  const isWanted = sql`(${sources.owner} = ${sql.raw(String(everybody))} OR EXISTS (${ownerIsActive}))`;
  const polled = and(isNull(sources.removedAt), isNull(sources.halt), isWanted);
  return {
    due: db
      .select(columns)
      .from(sources)
      .where(and(polled, sql`${sources.dueAt} <= ${parameter("now")}`))
      .orderBy(sql`${sources.isUrgent} DESC`, asc(sources.dueAt))
      .limit(parameter("limit"))
      .prepare(),
    nextDue: db
      .select({ dueAt: sql<number | null>`min(${sources.dueAt})` })
      .from(sources)
      .where(polled)
      .prepare(),
  };
}

function prepareItems(db: Database) {
  const parameter = sql.placeholder;
  return {
    items: db
      .select({ key: items.key, reportId: items.reportId, contentHash: items.contentHash })
      .from(items)
      .where(
        sql`${items.sourceId} = ${parameter("sourceId")} AND ${items.key} IN (SELECT value FROM json_each(${parameter("keys")}))`,
      )
      .prepare(),
    remember: db
      .insert(items)
      .values({
        sourceId: parameter("sourceId"),
        key: parameter("key"),
        reportId: parameter("reportId"),
        contentHash: parameter("contentHash"),
      })
      .onConflictDoNothing()
      .prepare(),
  };
}

function prepareSave(db: Database) {
  const parameter = sql.placeholder;
  return db
    .insert(sources)
    .values({
      id: parameter("id"),
      url: parameter("url"),
      owner: parameter("owner"),
      isUrgent: parameter("isUrgent"),
      halt: null,
      dueAt: parameter("dueAt"),
      addedAt: parameter("addedAt"),
      removedAt: parameter("removedAt"),
      source: parameter("source"),
      state: parameter("state"),
    })
    .onConflictDoUpdate({
      target: sources.id,
      set: {
        url: excluded(sources.url),
        owner: excluded(sources.owner),
        isUrgent: excluded(sources.isUrgent),
        halt: excluded(sources.halt),
        dueAt: excluded(sources.dueAt),
        addedAt: excluded(sources.addedAt),
        removedAt: excluded(sources.removedAt),
        source: excluded(sources.source),
        state: excluded(sources.state),
      },
    })
    .prepare();
}
