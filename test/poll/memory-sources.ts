import { SourceError } from "../../src/errors.ts";
import type { PollState, Source } from "../../src/model/source.ts";
import { freshState } from "../../src/model/source.ts";
import type { ItemMark } from "../../src/ports/ledger-store.ts";
import type { FollowedSource, SourceStore } from "../../src/ports/source-store.ts";

/** Never polled, and followed since nobody knows when, as in old files. */
export const FRESH: PollState = { ...freshState(0), followedAt: null };

/** A source as tests need it. */
export function sourceAt(id: string, url: string, change: Partial<Source> = {}): Source {
  return {
    id,
    kind: "feed",
    url,
    name: `Outlet ${id}`,
    lang: "en",
    side: null,
    isStateControlled: false,
    isUrgent: false,
    note: "",
    ...change,
  };
}

/** A source store in memory that survives a "restart" of the poller over it, and what a commit would remember of items. */
export interface MemorySources extends SourceStore {
  /** What a commit does with the mark of its report. */
  commitMark(mark: ItemMark, reportId: string): void;
  state(id: string): PollState;
}

export function memorySources(...sources: readonly Source[]): MemorySources {
  const followed = new Map<string, FollowedSource>(
    sources.map((source) => [source.id, { source, state: FRESH }]),
  );
  const ever = new Set(followed.keys());
  const items = new Map<string, { reportId: string; contentHash: string }>();
  const change = (id: string, next: (one: FollowedSource) => FollowedSource): boolean => {
    const one = followed.get(id);
    if (one !== undefined) followed.set(id, next(one));
    return one !== undefined;
  };
  return {
    seed: async () => 0,
    list: async () => [...followed.values()],
    own: async () => [],
    addOwn: async () => Promise.reject(new Error("no chat has a source of its own here")),
    everIds: async () => new Set(ever),
    find: async (id) => followed.get(id) ?? null,
    async add(source, now) {
      if ([...followed.values()].some((one) => one.source.url === source.url)) {
        throw new SourceError("followed already", { code: "source-exists" });
      }
      followed.set(source.id, { source, state: freshState(now) });
      ever.add(source.id);
    },
    remove: async (id) => followed.delete(id),
    withdraw: async (id) => followed.delete(id),
    edit: async (id, fields) =>
      change(id, ({ source, state }) => ({ source: { ...source, ...fields }, state })),
    halt: async (id, halt, now) =>
      change(id, ({ source, state }) => ({
        source,
        state:
          halt === null
            ? { ...state, halt, dueAt: now, failures: 0, firstFailureAt: null, failure: null }
            : { ...state, halt },
      })),
    restart: async (id, now) =>
      change(id, ({ source, state }) => ({
        source,
        state: { ...FRESH, dueAt: now, halt: state.halt === "paused" ? "paused" : null },
      })),
    due: async (now, limit) =>
      [...followed.values()]
        .filter(({ state }) => state.halt === null && state.dueAt <= now)
        .toSorted(
          (a, b) => Number(b.source.isUrgent) - Number(a.source.isUrgent) || a.state.dueAt - b.state.dueAt,
        )
        .slice(0, limit),
    nextDueAt: async () => null,
    async saveState(id, state) {
      change(id, ({ source }) => ({ source, state }));
    },
    async knownItems(sourceId, keys) {
      const found = keys.map((key) => [key, items.get(`${sourceId}\n${key}`)] as const);
      return new Map(found.flatMap(([key, item]) => (item === undefined ? [] : [[key, item] as const])));
    },
    async remember(marks) {
      for (const { sourceId, keys, reportId, contentHash } of marks) {
        for (const key of keys) {
          const name = `${sourceId}\n${key}`;
          if (!items.has(name)) items.set(name, { reportId, contentHash });
        }
      }
    },
    commitMark(mark, reportId) {
      for (const key of mark.keys)
        items.set(`${mark.sourceId}\n${key}`, { reportId, contentHash: mark.contentHash });
    },
    state: (id) => followed.get(id)?.state ?? FRESH,
  };
}
