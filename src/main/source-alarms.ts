import type { Clock } from "../clock.ts";
import { shortKey } from "../commands/short-key.ts";
import { sourceStateText } from "../commands/source-state.ts";
import { messageOf } from "../errors.ts";
import type { Log } from "../log.ts";
import type { ChatAddress } from "../model/chat.ts";
import type { Message } from "../model/message.ts";
import { createAlarmWatch, type PollAlarm } from "../poll/alarms.ts";
import type { OutboxStore } from "../ports/outbox-store.ts";
import type { FollowedSource, SourceStore } from "../ports/source-store.ts";
import type { Polling } from "./polling.ts";

/** A failure that counts lasts an hour at least; looking more often would tell nobody anything sooner. */
const everyMs = 60_000;

export interface SourceAlarmsOptions {
  readonly sources: Pick<SourceStore, "list">;
  readonly polling: Pick<Polling, "lastRoundAt">;
  readonly outbox: Pick<OutboxStore, "addNotice">;
  /** Of platforms that this process speaks for. */
  readonly admins: readonly ChatAddress[];
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
 * Alarms of sources and poller: each is logged as a warning, and so is its end, and each goes to every admin as a notice of its own, by its
 * key exactly once: a restart repeats none, and none is lost in it.
 */
export function createSourceAlarms(options: SourceAlarmsOptions): SourceAlarms {
  const { sources, polling, clock, log } = options;
  const watch = createAlarmWatch();
  const ending = new AbortController();
  let running: Promise<void> = Promise.resolve();
  /** Seen, but not with the outbox yet. */
  let untold: PollAlarm[] = [];

  async function look(): Promise<void> {
    const followed = await sources.list();
    const alarms = watch.look({ followed, lastRoundAt: polling.lastRoundAt(), now: clock.now() });
    for (const alarm of alarms) log("warn", ...logOf(alarm));
    untold.push(...alarms);
    for (const alarm of untold) {
      await tell(options, alarm, followed);
      untold = untold.filter((one) => one !== alarm);
    }
  }

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      await look().catch((error: unknown) =>
        log("error", "The sources could not be looked at, or admins not be told of them.", {
          error: messageOf(error),
        }),
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

async function tell(
  options: SourceAlarmsOptions,
  alarm: PollAlarm,
  followed: readonly FollowedSource[],
): Promise<void> {
  const { admins, outbox, clock } = options;
  const message = messageFor(options, alarm, followed);
  const now = clock.now();
  for (const address of admins)
    await outbox.addNotice(
      {
        key: `alarm:${alarm.key}`,
        message,
        isLoud: true,
        forSubscribers: false,
        to: { address },
        dueAt: now,
      },
      now,
    );
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
    case "most-failing":
      return [
        "Most sources fail at once: is this machine's network at fault?",
        { failing: alarm.failing, polled: alarm.polled },
      ];
    case "most-recovered":
      return ["Most sources work again.", {}];
    case "poller-stalled":
      return ["The poller has begun no round for long.", { lastRoundAt: alarm.lastRoundAt }];
    case "poller-recovered":
      return ["The poller begins rounds again.", {}];
  }
}

function messageFor(
  { text, language, clock }: SourceAlarmsOptions,
  alarm: PollAlarm,
  followed: readonly FollowedSource[],
): Message {
  const said = wordsFor(text, alarm, { followed, now: clock.now() });
  return {
    title: text("alarm-title", { count: 1 }),
    blocks: [{ kind: "text", text: said }],
    actions:
      alarm.kind === "source"
        ? [
            {
              command: "sources",
              argument: `show ${shortKey(alarm.sourceId)}`,
              label: text("button-open-source"),
            },
          ]
        : [],
    language,
  };
}

function wordsFor(
  text: SourceAlarmsOptions["text"],
  alarm: PollAlarm,
  { followed, now }: { readonly followed: readonly FollowedSource[]; readonly now: number },
): string {
  switch (alarm.kind) {
    case "source": {
      const { sourceId, name, health } = alarm;
      const one = followed.find(({ source }) => source.id === sourceId);
      const why = one === undefined ? health.text : sourceStateText(text, one, now);
      return text("alarm-source", { name: `${name} (${sourceId})`, why });
    }
    case "source-recovered":
      return text("alarm-recovered", { name: alarm.name });
    case "most-failing":
      return text("alarm-most-failing", { failing: alarm.failing, polled: alarm.polled });
    default:
      return text(`alarm-${alarm.kind}`);
  }
}
