import { openStore } from "../../adapters/store/index.ts";
import { silentLog, type Log } from "../../src/log.ts";
import type { Alert } from "../../src/model/alert.ts";
import type { Chat } from "../../src/model/chat.ts";
import { defaultSubscription, type Subscription } from "../../src/model/subscription.ts";
import type { Development } from "../../src/model/development.ts";
import type { Message } from "../../src/model/message.ts";
import { createDispatcher, type Dispatcher } from "../../src/outbox/dispatch.ts";
import { createExpander } from "../../src/outbox/expand.ts";
import type { ComposeCatchUp } from "../../src/outbox/catch-up-compose.ts";
import type { DispatcherOptions } from "../../src/outbox/options.ts";
import type {
  ChatPlatform,
  EditRequest,
  RateLimit,
  SendOutcome,
  SendRequest,
} from "../../src/ports/chat-platform.ts";
import type { DeliveryEvent } from "../../src/ports/metrics.ts";
import type { Store } from "../../src/ports/store.ts";
import { createFakeClock, type FakeClock } from "../fakes/clock.ts";

/** A Friday in May at noon, UTC. */
export const startAt = Date.UTC(2025, 4, 23, 12);

export const wantsAll: Subscription = defaultSubscription("en", "UTC");

/** An alert on `d1` of two sides' exchange; name only what matters to the test. */
export function alertOf(fields: Partial<Alert> = {}): Alert {
  return {
    seq: null,
    at: startAt,
    type: "new",
    isLoud: true,
    development: "d1",
    revision: 1,
    kind: "exchange",
    subject: "captives",
    attacker: null,
    stage: "done",
    date: "2025-05-23",
    conflict: "ru-ua",
    places: [],
    parties: ["RU", "UA"],
    reports: [],
    figures: [],
    speakers: [],
    progress: [],
    changes: [],
    sources: [],
    origins: 1,
    isConfirmedByBothSides: false,
    ...fields,
  };
}

/** Shows which development and revision it tells, and whether it is marked. */
export function composePlainly(
  alerts: readonly Alert[],
  how: { readonly isPossibleRepeat: boolean },
): Message {
  const newest = alerts.at(-1);
  const mark = how.isPossibleRepeat ? " (possible repeat)" : "";
  return {
    title: `${newest?.development ?? "?"} r${newest?.revision ?? 0}${mark}`,
    blocks: [],
    actions: [],
    language: "en",
  };
}

/** Shows the same of each development in a catch-up. */
export const composeCatchUpPlainly: ComposeCatchUp = (stories, { isPossibleRepeat }) => ({
  title: stories
    .map(({ newest }) => composePlainly([newest], { isPossibleRepeat: false }).title)
    .join(", ")
    .concat(isPossibleRepeat ? " (possible repeat)" : ""),
  blocks: [],
  actions: [],
  language: "en",
});

/** A call as it reached the platform. */
export interface SeenCall {
  readonly kind: "send" | "edit";
  readonly at: number;
  readonly channel: string;
  /** The forum topic; null: none. */
  readonly thread: string | null;
  readonly title: string;
  readonly key: string;
  readonly isLoud: boolean;
  readonly replyTo: string | null;
  /** The message that was edited; null for a send. */
  readonly messageId: string | null;
  readonly mayRepeat: boolean;
  /** Only the message of an earlier attempt is wanted. */
  readonly isOnlyIfTold: boolean;
  /** Whether the call may still be made, asked in its moment. */
  readonly mayCall: () => boolean;
}

/** What the platform answers: an outcome, or one that comes later. Null: it is done. */
export type Script = (call: SeenCall, index: number) => SendOutcome | Promise<SendOutcome> | null;

export interface ScriptedPlatform extends ChatPlatform {
  readonly calls: SeenCall[];
  script: Script;
  /** Whether it answers when it is asked who the bot is. */
  isUp: boolean;
}

export function createScriptedPlatform(
  clock: FakeClock,
  fields: {
    readonly limits?: readonly RateLimit[];
    readonly tellsRepeats?: boolean;
    readonly name?: string;
  } = {},
): ScriptedPlatform {
  const calls: SeenCall[] = [];
  let messages = 0;
  async function answer(seen: SeenCall): Promise<SendOutcome> {
    calls.push(seen);
    const scripted = await platform.script(seen, calls.length - 1);
    return scripted ?? { kind: "sent", messageId: seen.messageId ?? `m${(messages += 1)}` };
  }
  const platform: ScriptedPlatform = {
    name: fields.name ?? "telegram",
    limits: fields.limits ?? [],
    ...(fields.tellsRepeats === undefined ? {} : { tellsRepeats: fields.tellsRepeats }),
    calls,
    script: () => null,
    isUp: true,
    start: () => Promise.resolve(),
    check: () =>
      platform.isUp ? Promise.resolve("a scripted platform") : Promise.reject(new Error("no answer")),
    stop: () => Promise.resolve(),
    isGroup: (address) => address.channel.startsWith("-"),
    send: (request: SendRequest) =>
      answer({
        kind: "send",
        at: clock.now(),
        channel: request.address.channel,
        thread: request.address.thread,
        title: request.message.title,
        key: request.key,
        isLoud: request.isLoud,
        replyTo: request.replyTo,
        messageId: null,
        mayRepeat: request.mayRepeat,
        isOnlyIfTold: request.isOnlyIfTold ?? false,
        mayCall: request.mayCall ?? (() => true),
      }),
    edit: (request: EditRequest) =>
      answer({
        kind: "edit",
        at: clock.now(),
        channel: request.address.channel,
        thread: request.address.thread,
        title: request.message.title,
        key: request.key,
        isLoud: false,
        replyTo: null,
        messageId: request.messageId,
        mayRepeat: false,
        isOnlyIfTold: false,
        mayCall: request.mayCall ?? (() => true),
      }),
  };
  return platform;
}

/** One line of a log. */
export interface LogLine {
  readonly level: Parameters<Log>[0];
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A store in memory, a clock, a scripted platform and what stands between them. */
export interface Scene {
  readonly store: Store;
  readonly clock: FakeClock;
  readonly platform: ScriptedPlatform;
  readonly logged: LogLine[];
  readonly events: DeliveryEvent[];
  readonly dispatcher: (fields?: Partial<DispatcherOptions>) => Dispatcher;
  readonly subscribe: (
    channel: string,
    subscription?: Partial<Subscription>,
    thread?: string,
  ) => Promise<Chat>;
  /** Commits an alert with its development and spreads it over the chats. */
  readonly tell: (fields?: Partial<Alert>) => Promise<void>;
}

export async function createScene(
  fields: {
    readonly limits?: readonly RateLimit[];
    readonly tellsRepeats?: boolean;
    readonly store?: Store;
    readonly clock?: FakeClock;
  } = {},
): Promise<Scene> {
  const clock = fields.clock ?? createFakeClock(startAt);
  const store = fields.store ?? (await openStore(":memory:"));
  const platform = createScriptedPlatform(clock, fields);
  const logged: LogLine[] = [];
  const events: DeliveryEvent[] = [];
  const log: Log = (level, message, lineFields = {}) => logged.push({ level, message, fields: lineFields });
  return {
    store,
    clock,
    platform,
    logged,
    events,
    dispatcher: (own = {}) =>
      createDispatcher({
        store,
        platform,
        compose: composePlainly,
        composeCatchUp: composeCatchUpPlainly,
        clock,
        log,
        holder: "this",
        gatherMs: 0,
        onEvent: (event) => events.push(event),
        ...own,
      }),
    subscribe: (channel, subscription = {}, thread) =>
      store.chats.subscribe(
        { platform: platform.name, channel, thread: thread ?? null },
        { ...wantsAll, ...subscription },
        clock.now(),
      ),
    async tell(alertFields = {}) {
      await commitAlert(store, alertOf({ at: clock.now(), ...alertFields }));
      await createExpander({ store, clock, log: silentLog }).expandAll();
    },
  };
}

/** Writes an alert and the state of its development, as the ledger does, without a report behind it. */
export async function commitAlert(store: Store, alert: Alert): Promise<void> {
  const view = await store.ledger.near(
    {
      kinds: [],
      fromDate: "2025-05-23",
      toDate: "2025-05-23",
      seenSince: 0,
      conflicts: null,
      reportId: "none",
    },
    [],
  );
  const result = await store.ledger.commit({
    version: view.version,
    report: null,
    change: { cause: { kind: "hold" }, at: alert.at, developments: [developmentOf(alert)], operations: [] },
    alerts: [alert],
  });
  if (result.kind === "stale") throw new Error("Somebody else changed the ledger of this test.");
}

function developmentOf(alert: Alert): Development {
  return {
    id: alert.development,
    kind: alert.kind,
    subject: alert.subject,
    attacker: alert.attacker,
    stage: alert.stage,
    stages: [],
    conflict: alert.conflict,
    date: alert.date,
    places: alert.places,
    parties: alert.parties,
    operation: null,
    reports: alert.reports,
    figures: [],
    firstSeenAt: alert.at,
    lastSeenAt: alert.at,
    told: {
      revision: alert.revision,
      at: alert.at,
      stage: alert.stage,
      figures: alert.figures,
      rungFigures: alert.figures,
      isConfirmedByBothSides: alert.isConfirmedByBothSides,
    },
    holdUntil: null,
    mergedInto: null,
  };
}
