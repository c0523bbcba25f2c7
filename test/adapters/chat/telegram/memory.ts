import type { KeptLimits } from "../../../../adapters/chat/telegram/memory.ts";
import type { Chart } from "../../../../src/model/chart.ts";
import type { ChartRenderer } from "../../../../src/ports/chart-renderer.ts";
import type { FileStore } from "../../../../src/ports/file-store.ts";
import type { RecentCall, Rest } from "../../../../src/ports/outbox-store.ts";
import type { OpenQuestion, QuestionStore } from "../../../../src/ports/question-store.ts";
import type { UpdateStore } from "../../../../src/ports/update-store.ts";
import { pngOf } from "../../../fakes/telegram/png.ts";

/** Updates in memory, with faults on demand. */
export interface MemoryUpdates extends UpdateStore {
  readonly rows: Map<number, { body: string; isHandled: boolean; mayBeAnswered?: true }>;
  /** Runs before each write; what it throws is the store's fault. */
  beforeWrite: (operation: "save" | "mark") => void;
}

export function memoryUpdates(): MemoryUpdates {
  const rows: MemoryUpdates["rows"] = new Map();
  const store: MemoryUpdates = {
    rows,
    beforeWrite: () => undefined,
    async lastUpdateId() {
      return rows.size === 0 ? null : Math.max(...rows.keys());
    },
    async saveUpdates(_platform, updates) {
      store.beforeWrite("save");
      for (const { id, body } of updates) {
        const known = rows.get(id);
        if (known === undefined || (known.isHandled && known.body !== body))
          rows.set(id, { body, isHandled: false });
      }
    },
    async pendingUpdates(_platform, limit) {
      const waiting = [...rows].filter(([, row]) => !row.isHandled).toSorted(([a], [b]) => a - b);
      return waiting.slice(0, limit).map(([id, { body, mayBeAnswered }]) => ({
        id,
        body,
        ...(mayBeAnswered === true ? { mayBeAnswered } : {}),
      }));
    },
    async noteAnswering(_platform, ids) {
      for (const id of ids) {
        const row = rows.get(id);
        if (row !== undefined) row.mayBeAnswered = true;
      }
    },
    async markHandled(_platform, ids) {
      store.beforeWrite("mark");
      for (const id of ids) {
        const row = rows.get(id);
        if (row !== undefined) row.isHandled = true;
      }
    },
  };
  return store;
}

/** Files in memory: ids by key. */
export function memoryFiles(): FileStore & { readonly ids: Map<string, string> } {
  const ids = new Map<string, string>();
  return {
    ids,
    find: async (_platform, key) => ids.get(key) ?? null,
    save: async (_platform, key, fileId) => void ids.set(key, fileId),
  };
}

/** Calls and waits in memory. */
export function memoryLimits(): KeptLimits {
  const calls: RecentCall[] = [];
  const rests: Rest[] = [];
  return {
    callsSince: async (_platform, since) => calls.filter(({ at }) => at >= since),
    noteCalls: async (_platform, made) => void calls.push(...made),
    noteRest: async (_platform, rest) => void rests.push(rest),
    restsOf: async (_platform, now) => rests.filter(({ untilAt }) => untilAt > now),
  };
}

/** Buttons and questions in memory. */
export interface MemoryQuestions extends QuestionStore {
  readonly buttons: Map<string, string>;
  readonly asked: OpenQuestion[];
}

export function memoryQuestions(): MemoryQuestions {
  const buttons = new Map<string, string>();
  const asked: OpenQuestion[] = [];
  return {
    buttons,
    asked,
    saveButton: async (_platform, key, body) => void (buttons.has(key) || buttons.set(key, body)),
    button: async (_platform, key) => buttons.get(key) ?? null,
    open: async (question) => void asked.unshift(question),
    waiting: async ({ channel, userId }, now) =>
      asked.filter((each) => each.channel === channel && each.userId === userId && each.expiresAt > now),
    askedBy: async ({ channel, messageId }, now) =>
      asked.find(
        (each) => each.channel === channel && each.messageId === messageId && each.expiresAt > now,
      ) ?? null,
    async close({ channel, messageId }) {
      const index = asked.findIndex((each) => each.channel === channel && each.messageId === messageId);
      return index !== -1 && asked.splice(index, 1).length === 1;
    },
  };
}

/** Draws white pictures, and notes what it drew; `fails` makes it refuse. */
export interface NotedCharts extends ChartRenderer {
  readonly drawn: Chart[];
  fails: boolean;
}

export function notedCharts(): NotedCharts {
  const drawn: Chart[] = [];
  const charts: NotedCharts = {
    drawn,
    fails: false,
    keyOf: ({ title }) => `key of ${title}`,
    async png(chart) {
      if (charts.fails) throw new Error("no picture");
      drawn.push(chart);
      // Another size for another title, so that pictures differ.
      const width = 90 + chart.title.length;
      return { key: charts.keyOf(chart), png: pngOf(width, 60), width, height: 60 };
    },
    svg: () => Promise.reject(new Error("not drawn here")),
    stop: () => Promise.resolve(),
  };
  return charts;
}

/** A chart of two places. */
export function chartOf(title: string, change: Partial<Chart> = {}): Chart {
  return {
    title,
    subtitle: "Drones downed, 1 to 7 June",
    source: "Reports of 3 outlets, as of 8 June",
    alternative: "Kharkiv region leads with 60, before Sumy region with 20.",
    language: "en",
    plot: { kind: "places", places: [{ label: "Kharkiv region", value: 60 }] },
    ...change,
  };
}
