import type { Clock } from "../../src/clock.ts";
import { textsOf } from "../../src/languages/texts.ts";
import { silentLog } from "../../src/log.ts";
import { createSourceAlarms } from "../../src/main/source-alarms.ts";
import type { PollState } from "../../src/model/source.ts";
import { freshState } from "../../src/model/source.ts";
import type { FollowedSource } from "../../src/ports/source-store.ts";
import type { NotedNotice } from "./notices.ts";

const now = Date.parse("2031-03-04T12:00:00Z");
const hourMs = 3_600_000;
const well: Partial<PollState> = { lastSuccessAt: now - hourMs / 2, lastNewItemAt: now - hourMs };
const failing: Partial<PollState> = {
  failures: 5,
  firstFailureAt: now - 30 * hourMs,
  failure: { code: "timeout", text: "No answer." },
};
const silent: Partial<PollState> = {
  ...well,
  lastNewItemAt: now - 400 * hourMs,
  firstPolledAt: now - 900 * hourMs,
  usualGapMs: hourMs,
};

/** How six sources do at one look after the other. */
const looks: readonly (readonly Partial<PollState>[])[] = [
  [failing, silent, { halt: "disabled", ...failing }, well, well, well],
  [well, well, well, well, well, well],
  [failing, failing, failing, failing, failing, failing],
  [well, well, well, well, well, well],
];

/** Notes what admins are told of sources that fail, fall silent and work again, and of many that fail at once. */
export async function ringAlarms(language: string, note: (notice: NotedNotice) => void): Promise<void> {
  const over = Promise.withResolvers<void>();
  let look = 0;
  const clock: Clock = {
    now: () => now,
    sleep() {
      look += 1;
      if (look < looks.length) return Promise.resolve();
      over.resolve();
      return new Promise(() => undefined);
    },
  };
  const alarms = createSourceAlarms({
    sources: { list: () => Promise.resolve((looks[look] ?? []).map(followed)) },
    polling: { lastRoundAt: () => now },
    outbox: {
      addNotice({ message }) {
        note({ kind: "alarm", message });
        return Promise.resolve(true);
      },
    },
    admins: [{ platform: "telegram", channel: "1", thread: null }],
    text: (key, args) => textsOf(language).text(key, args),
    language,
    clock,
    log: silentLog,
  });
  alarms.start();
  await over.promise;
}

function followed(state: Partial<PollState>, index: number): FollowedSource {
  return {
    source: {
      id: `invented-${index + 1}`,
      kind: "feed",
      url: `https://invented-${index + 1}.example/feed.xml`,
      name: `Invented outlet ${index + 1}`,
      lang: "en",
      side: null,
      isStateControlled: false,
      isUrgent: false,
      note: "",
    },
    state: { ...freshState(now), ...state },
  };
}
