import { fitsMessage } from "../../adapters/chat/telegram/render.ts";
import { composeAlert } from "../../src/alert/compose.ts";
import type { Clock } from "../../src/clock.ts";
import type { SourceTrial } from "../../src/commands/admin/abilities.ts";
import type { CommandContext } from "../../src/commands/context.ts";
import { createCommands } from "../../src/commands/registry.ts";
import { settingsPages } from "../../src/commands/settings/pages.ts";
import { textLanguages, textsOf } from "../../src/languages/texts.ts";
import { silentLog } from "../../src/log.ts";
import type { Alert } from "../../src/model/alert.ts";
import type { Message } from "../../src/model/message.ts";
import type { Report } from "../../src/model/report.ts";
import { defaultSubscription } from "../../src/model/subscription.ts";
import { composeCatchUp, roomFor } from "../../src/outbox/catch-up-compose.ts";
import { byWeight } from "../../src/outbox/digest-material.ts";
import { composeDigest } from "../../src/outbox/digest-compose.ts";
import type { CommandSet, Invocation } from "../../src/ports/command.ts";
import { notingOutbox, type NotedNotice } from "./notices.ts";
import type { Scene } from "./scene.ts";

/** One message to look at, in one language. */
export interface Sample {
  readonly name: string;
  readonly language: string;
  readonly message: Message;
}

const timeZone = "Europe/Kyiv";
/** Of a source that is read once. */
const triedItems = 4;

/** Of a source that never ends being read. */
const slowAddress = "https://slow.example/feed.xml";

/** A line that somebody types, with its options. */
export interface Typed {
  readonly line: string;
  readonly options?: Invocation["options"];
}

/** What is typed, for every command that there is; the test holds this list against the registry. */
const typed: readonly Typed[] = [
  { line: "start" },
  { line: "start", options: { payload: "d1" } },
  { line: "help" },
  { line: "privacy" },
  { line: "subscribe" },
  { line: "settings show" },
  ...settingsPages.map(({ name }) => ({ line: `settings ${name}` })),
  { line: "threshold", options: { threshold: "killed 5 Kharkiv" } },
  { line: "threshold", options: { threshold: "nonsense" } },
  { line: "latest" },
  { line: "totals" },
  { line: "chart", options: {} },
  { line: "chart", options: { what: "days" } },
  { line: "chart", options: { what: "places" } },
  { line: "chart", options: { what: "d7" } },
  { line: "search", options: { words: "Київ" } },
  { line: "search", options: { words: "nothing like it" } },
  { line: "development", options: { id: "d2" } },
  { line: "why", options: { development: "d7" } },
  { line: "whynot", options: { url: "https://elsewhere.example/1" } },
  { line: "sources list" },
  { line: "sources add", options: { url: "https://feeds.example/rss.xml" } },
  { line: "follow" },
  { line: "follow", options: { url: slowAddress } },
  { line: "follow", options: { url: "https://own.example/feed.xml" } },
  { line: "sources own" },
  { line: "unfollow", options: { source: "https://own.example/feed.xml" } },
  { line: "status" },
  { line: "share" },
  { line: "mute", options: { what: "8h" } },
  { line: "unmute" },
  { line: "report", options: { words: "d7" } },
  { line: "report", options: { words: "d7 The number is of the whole month." } },
  { line: "sources show", options: { id: "example-rss" } },
  { line: "sources test", options: { url: "https://feeds.example/rss.xml" } },
  { line: "sources remove", options: { id: "example-rss" } },
  { line: "review list" },
  { line: "review show", options: { development: "d2" } },
  { line: "review withdraw", options: { development: "d2" } },
  {
    line: "announce draft",
    options: { text: "en: Tonight we move. uk: Сьогодні переїзд. ru: Сегодня переезд." },
  },
  { line: "stats" },
  { line: "audit" },
  { line: "export" },
  { line: "forget" },
  { line: "unsubscribe" },
];

/** Commands, by name, that are shown. */
export const shownCommands: readonly string[] = Array.from(
  new Set(typed.map(({ line }) => line.split(" ")[0] ?? "")),
);

/** Every kind of message of the demo's scene, in every language. */
export async function samplesOf(scene: Scene): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (const language of textLanguages) {
    const notices: NotedNotice[] = [];
    const commands = commandsOf(scene, { language, note: (notice) => notices.push(notice) });
    for (const { name, alerts } of toldIn(scene.alerts)) {
      const message = composeAlert(alerts, { language, timeZone, isPossibleRepeat: false, isNumbered: true });
      samples.push({ name, language, message });
    }
    const digest = digestOf(scene, language);
    samples.push({ name: "digest", language, message: digest });
    samples.push({ name: "catch-up after quiet hours", language, message: catchUpOf(scene, language) });
    for (const [index, call] of typed.entries()) {
      const { message } = await commands.run(invocationOf(call, language, String(index + 1)));
      const words = Object.values(call.options ?? {}).join(" ");
      samples.push({ name: `/${call.line} ${words}`.trim(), language, message });
    }
    for (const [index, { kind, message }] of notices.entries())
      samples.push({ name: `notice ${index + 1}: ${kind}`, language, message });
  }
  return samples;
}

/** Each development twice, as first told and as it ended, and every correction. */
function toldIn(
  alerts: readonly Alert[],
): readonly { readonly name: string; readonly alerts: readonly Alert[] }[] {
  const byDevelopment = Map.groupBy(alerts, ({ development }) => development);
  return Array.from(byDevelopment.values()).flatMap((told) => {
    const [first, ...later] = told;
    const last = later.at(-1);
    if (first === undefined) return [];
    const name = (alert: Alert): string =>
      `${alert.development} ${alert.kind}, ${alert.type} ${alert.revision}`;
    return [
      { name: name(first), alerts: [first] },
      ...(last === undefined ? [] : [{ name: name(last), alerts: told }]),
    ];
  });
}

function digestOf({ alerts, endedAt }: Scene, language: string): Message {
  const subscription = { ...defaultSubscription(language, timeZone), pace: "both" as const };
  const day = 24 * 3_600_000;
  const sinceAt = endedAt - day;
  const ofDay = alerts.filter(({ at }) => at > sinceAt);
  return composeDigest({
    subscription,
    alerts: ofDay,
    followed: [],
    sinceAt,
    untilAt: endedAt,
    dueAt: endedAt,
    isCut: false,
    now: endedAt,
  }).message;
}

/** What a chat gets in the morning whose night was quiet while all of the stream was told. */
function catchUpOf({ alerts, endedAt }: Scene, language: string): Message {
  const told = [...Map.groupBy(alerts, ({ development }) => development).values()];
  const stories = told.flatMap((unseen) => {
    const newest = unseen.at(-1);
    if (newest === undefined || newest.mergedInto !== undefined) return [];
    return [{ newest, unseen, isNew: true, isLoud: unseen.some(({ isLoud }) => isLoud) }];
  });
  const fits = (message: Message): boolean => fitsMessage(message, new Set());
  const catchUp = { position: 1, sinceAt: endedAt - 9 * 3_600_000, untilAt: endedAt, left: 0 };
  const wording = { language, timeZone, isPossibleRepeat: false, fits };
  const ordered = stories.toSorted(byWeight);
  const shown = ordered.slice(0, roomFor(ordered, { ...wording, catchUp }));
  return composeCatchUp(shown, {
    ...wording,
    catchUp: { ...catchUp, left: stories.length - shown.length },
  });
}

/** The commands over a scene, told by its clock. `language`: of who is told by default; `note` hears of each notice. */
export function commandsOf(
  { store, reports, alerts, endedAt }: Scene,
  {
    language = "en",
    note = () => undefined,
    ...fields
  }: Partial<CommandContext> & {
    readonly language?: string;
    readonly note?: (notice: NotedNotice) => void;
  } = {},
): CommandSet {
  return createCommands(
    { ...contextOf({ store, reports, alerts, endedAt }, { language, note }), ...fields },
    silentLog,
  );
}

/** What these commands work with, and what tells admins of what waits. */
export function contextOf(
  { store, reports, alerts, endedAt }: Scene,
  { language, note }: { readonly language: string; readonly note: (notice: NotedNotice) => void },
): CommandContext {
  const clock: Clock = { now: () => endedAt, sleep: () => new Promise((resolve) => setImmediate(resolve)) };
  return {
    store: { ...store, outbox: notingOutbox(store.outbox, note) },
    clock,
    translate: (language, key, args) => textsOf(language).text(key, args),
    languages: textLanguages,
    compose: (alerts, wording) => composeAlert(alerts, { ...wording, isPossibleRepeat: false }),
    defaults: { language, timeZone },
    // Who asks for a source of a chat alone is nobody special, so that the admins are asked.
    admins: {
      telegram: typed.flatMap(({ line }, index) => (line === "follow" ? [] : [String(index + 1)])),
    },
    sourceRules: { allowPrivate: false },
    adminChats: [{ platform: "telegram", channel: "1", thread: null }],
    ownSources: { mode: "approval", limits: { perChat: 5, inAll: 500 } },
    trySource: ({ url }) =>
      url === slowAddress
        ? Promise.withResolvers<SourceTrial>().promise
        : Promise.resolve(trialOf(reports, alerts)),
    linkTo: (_, payload) => `https://t.me/example_bot?start=${payload}`,
    poke: () => undefined,
  };
}

/** What a source would have brought that has the scene's first items and told its first alert. */
function trialOf(reports: readonly Report[], alerts: readonly Alert[]): SourceTrial {
  return {
    reports: reports.slice(0, triedItems),
    alerts: alerts.slice(0, 1),
    fault: null,
    title: "Example feed",
    usualGapMs: 3_600_000,
    intervalMs: 300_000,
    movedTo: null,
  };
}

/** `person`: another one for each call, since who asks much is asked to wait. */
export function invocationOf({ line, options = {} }: Typed, language: string, person: string): Invocation {
  const [command = "", subcommand = null] = line.split(" ");
  return {
    command,
    subcommand,
    options,
    // A chat for each language: what one subscribes to must not be seen by the next.
    address: {
      platform: "telegram",
      channel: String(100 + textLanguages.findIndex((tag) => tag === language)),
      thread: null,
    },
    chatTitle: "Preview",
    isDirect: true,
    target: null,
    about: null,
    user: { platform: "telegram", id: person, language, isChatAdmin: () => Promise.resolve(true) },
    missingRights: () => Promise.resolve([]),
  };
}
