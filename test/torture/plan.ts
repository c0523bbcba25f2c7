import type { Clock } from "../../src/clock.ts";
import type { Alert } from "../../src/model/alert.ts";
import type { Chart } from "../../src/model/chart.ts";
import type { Message } from "../../src/model/message.ts";
import type { CatchUpPolicy } from "../../src/outbox/catch-up.ts";
import type { ComposeCatchUp } from "../../src/outbox/catch-up-compose.ts";
import type { Step } from "../../src/outbox/options.ts";
import type { NewNotice } from "../../src/ports/outbox-store.ts";
import { alertOf } from "../outbox/scene.ts";

/** Limits and lease are this many times shorter than real ones, here and in the loopback platforms. */
export const factor = 10;
export const developments = 3;

/**
 * Where a child stops for ever and waits to be killed. `in-call`: the platform took the call and keeps its answer; `drawn`: a picture is there and its
 * message is not sent; `filed`: the message with a new picture has arrived and what the picture is called there is kept.
 */
export type KillPoint = Step | "committed" | "expanded" | "in-call" | "drawn" | "filed" | "at-random";

export const killPoints: readonly KillPoint[] = [
  "committed",
  "expanded",
  "claimed",
  "calling",
  "in-call",
  "answered",
  "drawn",
  "filed",
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
  /** Of the dice that choose those writes. */
  readonly seed: number;
  /** How many alerts there are to be in all. */
  readonly alerts: number;
  /** When the test began, epoch milliseconds: the clock of digests counts from it. */
  readonly begunAt: number;
}

/** A day of digests passes in so long a time, two years ago, so that what is due then is due now. */
const digestDayMs = 6_000;
const digestFactor = 86_400_000 / digestDayMs;
const twoYearsMs = 2 * 365 * 86_400_000;

/** The clock that digests go by: days pass in seconds, and a process that was killed has missed some. */
export function digestClock(clock: Clock, begunAt: number): Clock {
  return {
    now: () => begunAt - twoYearsMs + (clock.now() - begunAt) * digestFactor,
    sleep: (ms, signal) => clock.sleep(Math.min(ms / digestFactor, digestDayMs / 10), signal),
  };
}

/** After every so many alerts comes an announcement to all. */
const announcementEvery = 12;

/** The announcements that are due once there are so many alerts. They are added again and again, and told once. */
export function announcementsUpTo(alerts: number, now: number): NewNotice[] {
  return Array.from({ length: Math.floor(alerts / announcementEvery) }, (_, index) => ({
    to: "all",
    key: `announce:${index + 1}`,
    message: { title: `Announcement ${index + 1}`, blocks: [], actions: [], language: "en" },
    isLoud: index % 2 === 0,
    forSubscribers: true,
    dueAt: now,
  }));
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

/** A picture for everything that has the same name; each has an upload of its own. */
export const chartOf = (name: string): Chart => ({
  title: `${pictureTitle} ${name}`,
  subtitle: "",
  source: "",
  alternative: "A picture.",
  language: "en",
  plot: { kind: "places", places: [{ label: "Here", value: 1 }] },
});

const pictureTitle = "Picture of";

/** Whether a text is that of a picture which follows its words, drawn or told in words as well. */
export const isOfPicture = (text: string): boolean => text.replace(/^<b>/u, "").startsWith(pictureTitle);

/** The second development has a chart in its messages; the third one, too, with words that no caption has room for. */
function extrasOf({ development, revision }: Alert): Pick<Message, "chart" | "blocks"> {
  const blocks: Message["blocks"] =
    development === "d3" ? [{ kind: "text", text: "A sentence about it. ".repeat(60) }] : [];
  return development === "d1" ? { blocks } : { blocks, chart: chartOf(`${development}-${revision}`) };
}

/** A message whose text says what it tells. Its button lets Discord's look-back find it. */
export function composeForTorture(
  alerts: readonly Alert[],
  how: { readonly isPossibleRepeat: boolean },
): Message {
  const newest = alerts.at(-1);
  if (newest === undefined) throw new Error("There is no alert to compose.");
  const extras = extrasOf(newest);
  return {
    ...extras,
    title: `${newest.development} revision ${newest.revision}`,
    blocks: how.isPossibleRepeat ? [...extras.blocks, { kind: "note", text: mark }] : extras.blocks,
    actions: [{ command: "development", argument: newest.development, label: "Details" }],
    language: "en",
  };
}

/** The same of several developments at once. */
export const composeCatchUpForTorture: ComposeCatchUp = (stories, { isPossibleRepeat }) => ({
  title: stories.map(({ newest }) => `${newest.development} revision ${newest.revision}`).join(", "),
  blocks: isPossibleRepeat ? [{ kind: "note", text: mark }] : [],
  actions: stories.map(({ newest: { development } }) => ({
    command: "development",
    argument: development,
    label: development,
  })),
  language: "en",
});

/** What a chat is not told for so long, as after a kill, comes as one message where it is more than one development. */
export const catchUpForTorture: CatchUpPolicy = {
  moreThan: 1,
  afterMs: 2_000 / factor,
  heldMs: 2_000 / factor,
};

/** Whether a text was composed above; the others are notices. */
export function isOfAlert(text: string): boolean {
  return /d\d+ revision \d+/u.test(text);
}

/** The title of a notice, and whether it says that it may be a repeat. */
export function readNotice(text: string): { readonly title: string; readonly isMarked: boolean } {
  const [, title] = /(Announcement \d+|Digest of \d+ \w+ \d+)/u.exec(text) ?? [];
  if (title === undefined) throw new Error(`Not a text of this test: ${text}`);
  return { title, isMarked: text.includes("may be a repeat") };
}

/** What a text says of one development. */
export interface ReadStory {
  readonly development: string;
  readonly revision: number;
  readonly isMarked: boolean;
}

/** What a text that was composed above says, of one development or several. Throws for any other. */
export function readText(text: string): readonly ReadStory[] {
  const found = [...text.matchAll(/(d\d+) revision (\d+)/gu)];
  if (found.length === 0) throw new Error(`Not a text of this test: ${text}`);
  return found.map(([, development = "", revision]) => ({
    development,
    revision: Number(revision),
    isMarked: text.includes(mark),
  }));
}
