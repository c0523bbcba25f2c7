import { SourceError } from "../../../src/errors.ts";
import type { PollState, Source } from "../../../src/model/source.ts";
import { freshState } from "../../../src/model/source.ts";
import type { FollowedSource, OwnLimits, SourceStore } from "../../../src/ports/source-store.ts";
import type { Connection } from "./connection.ts";
import { everybody } from "./ledger-documents.ts";
import { prepareSources } from "./source-statements.ts";

/** The followed sources in SQLite. */
export class SqliteSources implements SourceStore {
  readonly #connection: Connection;
  readonly #statements: ReturnType<typeof prepareSources>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#statements = prepareSources(connection.db);
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
    return this.#connection.readOne(() => this.#statements.list.all());
  }

  async everIds(): Promise<ReadonlySet<string>> {
    return this.#connection.read(() => new Set(this.#statements.everIds.all().map(({ id }) => id)));
  }

  async own(chatId?: number): Promise<readonly FollowedSource[]> {
    return this.#connection.readOne(() =>
      chatId === undefined ? this.#statements.allOwn.all() : this.#statements.ownOf.all({ owner: chatId }),
    );
  }

  async addOwn(...[source, halt, limits, now]: Parameters<SourceStore["addOwn"]>): Promise<void> {
    this.#connection.write(() => {
      const owner = source.ownerChat;
      if (owner === undefined) throw new Error("an own source names no chat");
      this.#refuseOthersUrl(source);
      this.#refuseBeyond({ owner, halt, url: source.url, limits });
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
    return this.#connection.write(() => {
      const before = this.#find(id);
      if (before?.state.halt === "refused") this.#saveState(id, { ...before.state, halt: "paused" });
      this.#statements.remove.run({ id, now });
      return before !== null;
    });
  }

  async withdraw(id: string, now: number): Promise<boolean> {
    return this.#connection.write(() => this.#statements.remove.run({ id, now }).changes > 0);
  }

  async edit(id: string, change: Partial<Omit<Source, "id">>): Promise<boolean> {
    return this.#connection.write(() => {
      const before = this.#find(id);
      if (before === null) return false;
      const source: Source = { ...before.source, ...change, id };
      if (source.url !== before.source.url) this.#refuseOthersUrl(source);
      this.#statements.edit.run({ id, url: source.url, isUrgent: source.isUrgent, source });
      return true;
    });
  }

  async halt(id: string, halt: PollState["halt"], now: number): Promise<boolean> {
    return this.#connection.write(() => {
      const before = this.#find(id);
      if (before === null) return false;
      // A source that was switched off would be again at its first failure, were the old ones still counted.
      if (halt === null && before.state.halt === "refused") {
        this.#refuseOthersUrl(before.source);
        this.#statements.revive.run({ id });
      }
      // While it waited nothing of it was to be told.
      const anew = { dueAt: now, followedAt: now, failures: 0, firstFailureAt: null, failure: null };
      this.#saveState(id, { ...before.state, ...(halt === null ? anew : {}), halt });
      return true;
    });
  }

  async restart(id: string, now: number): Promise<boolean> {
    return this.#connection.write(() => {
      const before = this.#find(id);
      if (before === null) return false;
      const stays = ["paused", "waiting", "refused"].includes(before.state.halt ?? "");
      const halt = stays ? before.state.halt : null;
      this.#saveState(id, { ...freshState(now), halt });
      return true;
    });
  }

  async due(now: number, limit: number): Promise<readonly FollowedSource[]> {
    return this.#connection.readOne(() => this.#statements.due.all({ now, limit }));
  }

  async nextDueAt(): Promise<number | null> {
    return this.#connection.readOne(() => this.#statements.nextDue.get()?.dueAt ?? null);
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
    if (
      owner !== everybody &&
      this.#statements.ofUrl.get({ owner: everybody, url: source.url }) !== undefined
    )
      throw refused("followed-by-all", `${source.url} is followed for all.`);
    const other = this.#statements.ofUrl.get({ owner, url: source.url });
    if (other === undefined || other.id === source.id) return;
    throw alreadyFollowed(`${source.url} is followed already, as "${other.id}".`);
  }

  #refuseBeyond({ owner, url, halt, limits }: Room): void {
    const { ownOf, countOwn, countWaiting, refusedOf } = this.#statements;
    if (refusedOf.get({ owner, url }) !== undefined)
      throw refused("own-refused", `${url} was refused to the chat.`);
    const takesRoom = ({ state }: FollowedSource): boolean => state.halt !== "refused";
    if (ownOf.all({ owner }).filter(takesRoom).length >= limits.perChat)
      throw refused("own-limit", "The chat has as many sources of its own as it may.");
    if (halt === "waiting" && (countWaiting.get({ owner })?.count ?? 0) >= limits.perChat)
      throw refused("own-limit-waiting", "As many sources wait for the admins as may in one channel.");
    if ((countOwn.get()?.count ?? 0) >= limits.inAll)
      throw refused("own-limit-all", "There are as many sources of single chats as there may be.");
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

/** A chat's wish for a source, and what bounds it. */
interface Room {
  readonly owner: number;
  readonly url: string;
  readonly halt: "waiting" | null;
  readonly limits: OwnLimits;
}

function refused(code: string, text: string): SourceError {
  return new SourceError(text, { code, permanent: true });
}

function alreadyFollowed(text: string): SourceError {
  return refused("source-exists", text);
}
