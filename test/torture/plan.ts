import type { Alert } from "../../src/model/alert.ts";
import type { Message } from "../../src/model/message.ts";
import type { Step } from "../../src/outbox/options.ts";
import { alertOf } from "../outbox/scene.ts";

/** Limits and lease are this many times shorter than real ones, here and in the loopback platforms. */
export const factor = 10;
export const developments = 3;

/** Where a child stops for ever and waits to be killed. `answered-in-call`: the platform took the call and keeps its answer. */
export type KillPoint = Step | "committed" | "expanded" | "in-call" | "at-random";

export const killPoints: readonly KillPoint[] = [
  "committed",
  "expanded",
  "claimed",
  "calling",
  "in-call",
  "answered",
  "settled",
  "at-random",
];

/** What a child is told, as JSON in its first argument. */
export interface ChildOrder {
  readonly database: string;
  readonly telegramRoot: string;
  readonly telegramToken: string;
  readonly discordRoot: string;
  readonly discordToken: string;
  /** The step at which it stops; null: at none. */
  readonly stopAt: KillPoint | null;
  /** How often it passes that step before. */
  readonly passes: number;
  /** One store write in so many fails, as on a full disk; 0: none. */
  readonly oneWriteFailsIn: number;
  /** How many alerts there are to be in all. */
  readonly alerts: number;
}

/** The alert that follows `seq` others: the developments in turn, every third revision loud. */
export function alertAfter(seq: number, at: number): Alert {
  const revision = Math.floor(seq / developments) + 1;
  return alertOf({
    at,
    development: `d${(seq % developments) + 1}`,
    revision,
    type: revision === 1 ? "new" : "update",
    isLoud: isLoudRevision(revision),
  });
}

export const isLoudRevision = (revision: number): boolean => revision % 3 === 1;

/** The newest revision of a development once there are so many alerts. */
export function newestRevision(development: string, alerts: number): number {
  const index = Number(development.slice(1)) - 1;
  return Math.ceil((alerts - index) / developments);
}

const mark = "possible repeat";

/** A message whose text says what it tells. Its button lets Discord's look-back find it. */
export function composeForTorture(
  alerts: readonly Alert[],
  how: { readonly isPossibleRepeat: boolean },
): Message {
  const newest = alerts.at(-1);
  if (newest === undefined) throw new Error("There is no alert to compose.");
  return {
    title: `${newest.development} revision ${newest.revision}`,
    blocks: how.isPossibleRepeat ? [{ kind: "note", text: mark }] : [],
    actions: [{ command: "development", argument: newest.development, label: "Details" }],
    language: "en",
  };
}

/** What a text that was composed above says. Throws for any other. */
export function readText(text: string): {
  readonly development: string;
  readonly revision: number;
  readonly isMarked: boolean;
} {
  const [, development, revision] = /(d\d+) revision (\d+)/u.exec(text) ?? [];
  if (development === undefined || revision === undefined)
    throw new Error(`Not a text of this test: ${text}`);
  return { development, revision: Number(revision), isMarked: text.includes(mark) };
}
