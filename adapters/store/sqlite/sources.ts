import { SourceError } from "../../../src/errors.ts";
import type { PollState, Source } from "../../../src/model/source.ts";
import type { FollowedSource, SourceStore } from "../../../src/ports/source-store.ts";
import type { Connection, Database } from "./connection.ts";
import { and, asc, bound, eq, excluded, gt, isNull, sql } from "./drizzle.ts";
import { everybody } from "./ledger-documents.ts";
import { chats, items, sources } from "./schema/index.ts";

/** The followed sources in SQLite. */
export class SqliteSources implements SourceStore {
  readonly #connection: Connection;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#statements = prepare(connection.db);
  }

  async seed(seeds: readonly Source[], now: number): Promise<number> {
    return this.#connection.write(() => {
      let added = 0;
      for (const source of seeds) {
        if (this.#statements.known.get({ id: source.id }) !== undefined) continue;
        // Its URL is followed under an id of the admins' own: noted as removed, so that it stays out for good.
        const isFollowed = this.#statements.ofUrl.get({ owner: everybody, url: source.url }) !== undefined;
        this.#save(source, freshState(now), { addedAt: now, removedAt: isFollowed ? now : null });
        if (!isFollowed) added++;
      }
      return added;
    });
  }

  async list(): Promise<readonly FollowedSource[]> {
    return this.#connection.read(() => this.#statements.list.all());
  }

  async everIds(): Promise<ReadonlySet<string>> {
    return this.#connection.read(() => new Set(this.#statements.everIds.all().map(({ id }) => id)));
  }

  async own(chatId?: number): Promise<readonly FollowedSource[]> {
    return this.#connection.read(() =>
      chatId === undefined ? this.#statements.allOwn.all() : this.#statements.ownOf.all({ owner: chatId }),
    );
  }

  async addOwn(...[source, halt, limits, now]: Parameters<SourceStore["addOwn"]>): Promise<void> {
    this.#connection.write(() => {
      const owner = source.ownerChat;
      if (owner === undefined) throw new Error("an own source names no chat");
      if (this.#statements.ofUrl.get({ owner: everybody, url: source.url }) !== undefined)
        throw new SourceError(`${source.url} is followed for all.`, {
          code: "followed-by-all",
          permanent: true,
        });
      this.#refuseOthersUrl(source);
      if (this.#statements.ownOf.all({ owner }).length >= limits.perChat)
        throw new SourceError("The chat has as many sources of its own as it may.", {
          code: "own-limit",
          permanent: true,
        });
      if ((this.#statements.countOwn.get()?.count ?? 0) >= limits.inAll)
        throw new SourceError("There are as many sources of single chats as there may be.", {
          code: "own-limit-all",
          permanent: true,
        });
      const { id, state } = { id: source.id, state: { ...freshState(now), halt } };
      this.#save(source, state, { addedAt: now, removedAt: null });
      this.#saveState(id, state);
    });
  }

  async find(id: string): Promise<FollowedSource | null> {
    return this.#connection.read(() => this.#find(id));
  }

  async add(source: Source, now: number): Promise<void> {
    this.#connection.write(() => {
      if (this.#find(source.id) !== null)
        throw alreadyFollowed(`A source "${source.id}" is followed already.`);
      this.#refuseOthersUrl(source);
      this.#save(source, freshState(now), { addedAt: now, removedAt: null });
    });
  }

  async remove(id: string, now: number): Promise<boolean> {
    return this.#connection.write(() => this.#statements.remove.run({ id, now }).changes > 0);
  }

  async edit(id: string, change: Partial<Omit<Source, "id">>): Promise<boolean> {
    return this.#connection.write(() => {
      const before = this.#find(id);
      if (before === null) return false;
      const source: Source = { ...before.source, ...change, id };
      this.#refuseOthersUrl(source);
      this.#statements.edit.run({ id, url: source.url, isUrgent: source.isUrgent, source });
      return true;
    });
  }

  async halt(id: string, halt: PollState["halt"], now: number): Promise<boolean> {
    return this.#connection.write(() => {
      const before = this.#find(id);
      if (before === null) return false;
      // A source that was switched off would be again at its first failure, were the old ones still counted.
      const anew = { dueAt: now, failures: 0, firstFailureAt: null, failure: null };
      this.#saveState(id, { ...before.state, ...(halt === null ? anew : {}), halt });
      return true;
    });
  }

  async restart(id: string, now: number): Promise<boolean> {
    return this.#connection.write(() => {
      const before = this.#find(id);
      if (before === null) return false;
      const halt = before.state.halt === "paused" ? "paused" : null;
      this.#saveState(id, { ...freshState(now), halt });
      return true;
    });
  }

  async due(now: number, limit: number): Promise<readonly FollowedSource[]> {
    return this.#connection.read(() => this.#statements.due.all({ now, limit }));
  }

  async nextDueAt(): Promise<number | null> {
    return this.#connection.read(() => this.#statements.nextDue.get()?.dueAt ?? null);
  }

  async saveState(id: string, state: PollState): Promise<void> {
    this.#connection.write(() => {
      const before = this.#find(id);
      if (before === null) return;
      this.#saveState(id, { ...state, halt: state.halt ?? before.state.halt });
    });
  }

  async knownItems(
    ...[sourceId, keys]: Parameters<SourceStore["knownItems"]>
  ): ReturnType<SourceStore["knownItems"]> {
    return this.#connection.read(() => {
      const rows = this.#statements.items.all({ sourceId, keys: JSON.stringify(keys) });
      return new Map(rows.map(({ key, ...item }) => [key, item]));
    });
  }

  async remember(marks: Parameters<SourceStore["remember"]>[0]): Promise<void> {
    this.#connection.write(() => {
      for (const { keys, ...mark } of marks)
        for (const key of keys) this.#statements.remember.run({ ...mark, key });
    });
  }

  #find(id: string): FollowedSource | null {
    return this.#statements.find.get({ id }) ?? null;
  }

  #refuseOthersUrl(source: Source): void {
    const owner = source.ownerChat ?? everybody;
    const other = this.#statements.ofUrl.get({ owner, url: source.url });
    if (other === undefined || other.id === source.id) return;
    throw alreadyFollowed(`${source.url} is followed already, as "${other.id}".`);
  }

  #save(
    source: Source,
    state: PollState,
    times: { readonly addedAt: number; readonly removedAt: number | null },
  ): void {
    const { id, url, isUrgent } = source;
    const owner = source.ownerChat ?? everybody;
    this.#statements.save.run({ id, url, owner, isUrgent, dueAt: state.dueAt, ...times, source, state });
  }

  #saveState(id: string, state: PollState): void {
    this.#statements.saveState.run({ id, halt: state.halt, dueAt: state.dueAt, state });
  }
}

/** Of a source that was never polled: due at once. */
function freshState(now: number): PollState {
  return {
    halt: null,
    dueAt: now,
    etag: null,
    lastModified: null,
    validatorUrl: null,
    bodyHash: null,
    firstPolledAt: null,
    lastSuccessAt: null,
    lastNewItemAt: null,
    usualGapMs: null,
    failures: 0,
    firstFailureAt: null,
    failure: null,
    movedTo: null,
  };
}

function alreadyFollowed(text: string): SourceError {
  return new SourceError(text, { code: "source-exists", permanent: true });
}

const columns = { source: sources.source, state: sources.state };

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const followed = isNull(sources.removedAt);
  const isEverybodys = eq(sources.owner, everybody);
  const ofId = and(eq(sources.id, parameter("id")), followed);
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
    allOwn: list(gt(sources.owner, everybody)),
    // Those of chats that are gone are not polled, and keep nobody else from having one.
    countOwn: db
      .select({ count: sql<number>`count(*)` })
      .from(sources)
      .where(and(followed, sql`EXISTS (${ownerIsActive})`))
      .prepare(),
  };
}

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
