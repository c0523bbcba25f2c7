import type { Clock } from "../clock.ts";
import { sourceStateText } from "../commands/source-state.ts";
import { messageOf } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Message } from "../model/message.ts";
import { createAlarmWatch, type PollAlarm } from "../poll/alarms.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";
import type { FollowedSource, SourceStore } from "../ports/source-store.ts";
import type { Polling } from "./polling.ts";

/** A failure that counts lasts an hour at least; looking more often would tell nobody anything sooner. */
const everyMs = 60_000;
/** A platform that says "later" is tried so often; the log has the alarm in any case. */
const maxTries = 3;

export interface SourceAlarmsOptions {
  readonly sources: Pick<SourceStore, "list">;
  readonly polling: Pick<Polling, "lastRoundAt">;
  readonly platforms: readonly ChatPlatform[];
  /** User ids by the name of the platform on which a private message to them is their id as a channel. */
  readonly admins: Readonly<Record<string, readonly string[]>>;
  /** A text in `language`. */
  readonly text: (key: string, args?: Readonly<Record<string, string | number>>) => string;
  readonly language: string;
  /** The machine's clock, by which sources are polled. */
  readonly clock: Clock;
  readonly log: Log;
}

/** Looks at the sources once a minute and tells admins of each change once. */
export interface SourceAlarms {
  start(): void;
  stop(): Promise<void>;
}

/**
 * Alarms of sources and poller: each is logged as a warning, and so is its end; those of one look go to each admin as one private message.
 * They are sent directly and not through the outbox: they are no alerts of the ledger, nobody subscribed to them, and one that is lost stands in the log.
 */
export function createSourceAlarms(options: SourceAlarmsOptions): SourceAlarms {
  const { sources, polling, clock, log } = options;
  const watch = createAlarmWatch();
  const ending = new AbortController();
  let running: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    const followed = await sources.list();
    const now = clock.now();
    const alarms = watch.look({ followed, lastRoundAt: polling.lastRoundAt(), now });
    for (const alarm of alarms) log("warn", ...logOf(alarm));
    if (alarms.length > 0) await tellAdmins(options, messageFor(options, alarms, followed), ending.signal);
  }

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      await look().catch((error: unknown) =>
        log("error", "The sources could not be looked at.", { error: messageOf(error) }),
      );
      await clock.sleep(everyMs, ending.signal);
    }
  }

  return {
    start: () => void (running = run()),
    async stop() {
      ending.abort();
      await running;
    },
  };
}

function logOf(alarm: PollAlarm): [string, Record<string, string | number>] {
  switch (alarm.kind) {
    case "source":
      return [
        "A source needs attention.",
        { source: alarm.sourceId, state: alarm.health.state, why: alarm.health.text },
      ];
    case "source-recovered":
      return ["A source works again.", { source: alarm.sourceId, was: alarm.was.state }];
    case "poller-stalled":
      return ["The poller has begun no round for long.", { lastRoundAt: alarm.lastRoundAt }];
    case "poller-recovered":
      return ["The poller begins rounds again.", {}];
  }
}

function messageFor(
  { text, language, clock }: SourceAlarmsOptions,
  alarms: readonly PollAlarm[],
  followed: readonly FollowedSource[],
): Message {
  const now = clock.now();
  const items = alarms.map((alarm) => {
    if (alarm.kind === "poller-stalled" || alarm.kind === "poller-recovered")
      return { text: text(`alarm-${alarm.kind}`), link: null };
    const { sourceId, name } = alarm;
    if (alarm.kind === "source-recovered") return { text: text("alarm-recovered", { name }), link: null };
    const one = followed.find(({ source }) => source.id === sourceId);
    const why = one === undefined ? alarm.health.text : sourceStateText(text, one, now);
    return { text: text("alarm-source", { name: `${name} (${sourceId})`, why }), link: null };
  });
  const title = text("alarm-title", { count: items.length });
  return { title, blocks: [{ kind: "list", items }], actions: [], language };
}

async function tellAdmins(
  options: SourceAlarmsOptions,
  message: Message,
  signal: AbortSignal,
): Promise<void> {
  for (const platform of options.platforms) {
    for (const id of options.admins[platform.name] ?? [])
      await tellAdmin(options, { platform, id, message }, signal);
  }
}

interface Told {
  readonly platform: ChatPlatform;
  readonly id: string;
  readonly message: Message;
}

async function tellAdmin(
  { clock, log }: SourceAlarmsOptions,
  { platform, id, message }: Told,
  signal: AbortSignal,
): Promise<void> {
  const request = {
    key: `alarm-${clock.now().toString(36)}`,
    address: { platform: platform.name, channel: id, thread: null },
    message,
    isLoud: true,
    replyTo: null,
    mayRepeat: false,
  };
  for (let tries = 1; !signal.aborted; tries += 1) {
    const outcome = await platform.send(request, signal);
    if (outcome.kind === "sent" || signal.aborted) return;
    if (outcome.kind !== "wait" || tries === maxTries) {
      log("warn", "An admin could not be told of an alarm.", {
        platform: platform.name,
        outcome: outcome.kind,
      });
      return;
    }
    await clock.sleep(Math.min(outcome.retryAfterMs, everyMs), signal);
  }
}
