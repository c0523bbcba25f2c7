import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import type { PacedChat } from "../../src/outbox/chat-pace.ts";
import { createPace } from "../../src/outbox/pace.ts";
import type { RateLimit } from "../../src/ports/chat-platform.ts";

/** As Telegram documents them: https://core.telegram.org/bots/faq. */
const telegramLike: readonly RateLimit[] = [
  { scope: "all", max: 30, perMs: 1_000 },
  { scope: "chat", max: 1, perMs: 1_000 },
  { scope: "group", max: 20, perMs: 60_000 },
];
const person = (id: number): PacedChat => ({ channel: String(id), isGroup: false });
const group = (id: number): PacedChat => ({ channel: String(id), isGroup: true });

/** The most calls in any window of `perMs`, its begin included and its end not. */
function mostIn(times: readonly number[], perMs: number): number {
  let first = 0;
  let most = 0;
  for (const [index, time] of times.entries()) {
    while ((times[first] ?? 0) <= time - perMs) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}

/** Calls chats in the order given, each as soon as the pace lets it, with timers that ring late. */
function callInOrder(
  limits: readonly RateLimit[],
  chats: readonly PacedChat[],
  lateMs: () => number,
): readonly { readonly at: number; readonly chat: PacedChat }[] {
  const pace = createPace(limits);
  const calls: { readonly at: number; readonly chat: PacedChat }[] = [];
  let now = 0;
  for (const chat of chats) {
    const readyAt = Math.max(pace.readyAt(), pace.chatReadyAt(chat.channel));
    if (readyAt > now) now = Math.ceil(readyAt) + lateMs();
    pace.take(chat, now);
    calls.push({ at: now, chat });
  }
  return calls;
}

/** Late by 0 to 4 ms in turn, and by 60 ms once in 200, as when memory is cleared up. */
function lateNowAndThen(): () => number {
  let rings = 0;
  return () => {
    rings += 1;
    return rings % 200 === 0 ? 60 : rings % 5;
  };
}

describe("pace", () => {
  it("exceeds no limit in any window, whatever is called when", () => {
    const limit = record({
      scope: constantFrom("all" as const, "chat" as const, "group" as const),
      max: integer({ min: 1, max: 40 }),
      perMs: integer({ min: 100, max: 60_000 }),
    });
    const chat = record({
      id: integer({ min: 1, max: 6 }),
      pauseMs: integer({ min: 0, max: 3_000 }),
    });
    assert(
      property(
        array(limit, { maxLength: 4 }),
        array(chat, { minLength: 1, maxLength: 200 }),
        (limits, wishes) => {
          const pace = createPace(limits);
          const calls: { at: number; id: number }[] = [];
          let now = 0;
          for (const { id, pauseMs } of wishes) {
            now = Math.max(
              now + (pauseMs % 7 === 0 ? pauseMs : 0),
              Math.ceil(Math.max(pace.readyAt(), pace.chatReadyAt(String(id)))),
            );
            pace.take({ channel: String(id), isGroup: id % 2 === 0 }, now);
            calls.push({ at: now, id });
          }

          for (const { scope, max, perMs } of limits) {
            const ids =
              scope === "all" ? [null] : [1, 2, 3, 4, 5, 6].filter((id) => scope === "chat" || id % 2 === 0);
            for (const id of ids) {
              const times = calls.filter((call) => id === null || call.id === id).map((call) => call.at);
              expect(mostIn(times, perMs)).toBeLessThanOrEqual(max);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each<[string, () => number]>([
    ["at their time", () => 0],
    ["1 ms late", () => 1],
    ["3 ms late", () => 3],
    ["up to 4 ms late, and 60 ms once in 200", lateNowAndThen()],
  ])("uses 99 percent of the overall rate with a backlog when timers ring %s", (_, lateMs) => {
    const chats = Array.from({ length: 6_000 }, (_, index) => person(index));

    const calls = callInOrder(telegramLike, chats, lateMs);

    const times = calls.map((call) => call.at);
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000;
    expect(times.length / seconds / 30).toBeGreaterThanOrEqual(0.99);
    expect(mostIn(times, 1_000)).toBeLessThanOrEqual(30);
  });

  it("uses 99 % of a group's minute", () => {
    const calls = callInOrder(
      telegramLike,
      Array.from({ length: 400 }, () => group(1)),
      () => 1,
    );

    const times = calls.map((call) => call.at);
    expect(mostIn(times, 60_000)).toBe(20);
    expect(380 / (((times[380] ?? 0) - (times[0] ?? 0)) / 60_000) / 20).toBeGreaterThanOrEqual(0.99);
  });

  it("lets a first call out at once, and a few more with it", () => {
    const pace = createPace(telegramLike);

    expect(pace.readyAt()).toBeLessThanOrEqual(0);
    expect(pace.callsUntil(0, 0)).toBe(1);
    expect(callInOrder(telegramLike, [1, 2, 3].map(person), () => 0).map((call) => call.at)).toEqual([
      0, 0, 0,
    ]);
  });

  it("rests one chat for hours without holding back another", () => {
    const pace = createPace(telegramLike);
    const hours = 43_837_000;

    pace.restChat(person(1), hours, 0);

    expect(pace.chatReadyAt("1")).toBe(hours);
    expect(pace.chatReadyAt("2")).toBe(-Infinity);
    expect(pace.readyAt()).toBeLessThanOrEqual(0);
    expect(pace.restingChats(0, hours)).toEqual({ channels: ["1"], firstReadyAt: hours });
    expect(pace.restingChats(0, 10_000)).toEqual({ channels: [], firstReadyAt: null });
    expect(pace.restingChats(hours, hours)).toEqual({ channels: [], firstReadyAt: null });
  });

  it("keeps a chat's limits while it rests", () => {
    const pace = createPace(telegramLike);
    pace.restChat(group(1), 500, 0);

    pace.take(group(1), 600);

    expect(pace.chatReadyAt("1")).toBeGreaterThan(1_600);
  });

  it("rests everything until the longest of several requests ends", () => {
    const pace = createPace(telegramLike);

    pace.restAll(9_000, 0);
    pace.restAll(4_000, 0);

    expect(pace.readyAt()).toBe(9_000);
    expect(pace.callsUntil(8_999, 0)).toBe(0);
  });

  it("takes no request to rest for more than a day", () => {
    const pace = createPace([]);

    pace.restAll(1e15, 0);

    expect(pace.readyAt()).toBe(24 * 3_600_000);
  });

  it("counts a call as late as its answer tells, once another one shows how long the way is", () => {
    const pace = createPace([{ scope: "chat", max: 3, perMs: 1_000 }]);
    const [first, second] = [0, 400, 800].map((at) => pace.take(person(1), at));

    first?.(390);
    second?.(410);

    expect(pace.chatReadyAt("1")).toBeGreaterThanOrEqual(1_345);
    expect(pace.chatReadyAt("1")).toBeLessThan(1_400);
  });

  it("counts calls as late while most of them are, so that a quicker one after them is not one too many", () => {
    const pace = createPace([{ scope: "all", max: 30, perMs: 1_000 }]);
    const arrivals: number[] = [];
    let now = 0;
    for (let call = 0; call < 300; call += 1) {
      now = Math.max(now, Math.ceil(pace.readyAt()));
      // The way there is busy for a second now and then.
      const wayMs = Math.floor(now / 1_000) % 3 === 1 ? 120 : 4;
      const answered = pace.take(person(call), now);
      answered(now + wayMs);
      arrivals.push(now + wayMs);
    }

    // So little is no lateness: docs/delivery.md.
    const unnoticedMs = 30;
    const inOrder = arrivals.toSorted((a, b) => a - b);
    expect(mostIn(inOrder, 1_000 - unnoticedMs)).toBeLessThanOrEqual(30);
  });

  it("loses nothing to answers that take their usual time", () => {
    const pace = createPace([{ scope: "all", max: 30, perMs: 1_000 }]);
    let now = 0;
    let doneAt = 0;
    for (let call = 0; call < 3_000; call += 1) {
      now = Math.max(now, Math.ceil(pace.readyAt()));
      pace.take(person(call), now)(now + 50 + ((call * 37) % 150));
      if (call === 299) doneAt = now;
    }

    expect(2_700 / ((now - doneAt) / 1_000) / 30).toBeGreaterThanOrEqual(0.99);
  });

  it("has no limit where the platform names none", () => {
    expect(createPace([]).callsUntil(0, 0)).toBe(Infinity);
  });

  it("counts a call in its chat when it was answered, while there are too few to tell how long the way is", () => {
    const pace = createPace(telegramLike);
    pace.take(person(1), 0)(900);
    expect(pace.chatReadyAt("1")).toBeCloseTo(900 + 1_003);

    for (let call = 0; call < 40; call += 1)
      pace.take(person(100 + call), 1_000 + 40 * call)(1_020 + 40 * call);
    pace.take(person(2), 10_000)(10_900);

    // After a pause connections may be made anew.
    expect(pace.chatReadyAt("2")).toBeCloseTo(10_900 + 1_003);
  });

  it("counts a call in its chat as late as it can have been, beside the fastest of the last ones", () => {
    const pace = createPace(telegramLike);
    for (let call = 0; call < 40; call += 1) pace.take(person(100 + call), 40 * call)(40 * call + 20);
    const now = 40 * 40;
    pace.take(person(1), now)(now + 20);
    pace.take(person(2), now + 100)(now + 100 + 55);

    expect(pace.chatReadyAt("1")).toBeCloseTo(now + 1_003);
    expect(pace.chatReadyAt("2")).toBeCloseTo(now + 100 + 35 + 1_003);
    expect(pace.readyAt()).toBeLessThanOrEqual(now + 100);
  });
});
