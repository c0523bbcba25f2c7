import { describe, expect, it } from "vitest";
import {
  drawMessage as drawOnDiscord,
  fitsMessage as fitsDiscord,
} from "../../adapters/chat/discord/drawing.ts";
import { drawConsole } from "../../adapters/chat/console/index.ts";
import { messageLimits as telegramLimits } from "../../adapters/chat/telegram/limits.ts";
import {
  drawMessage as drawOnTelegram,
  fitsMessage as fitsTelegram,
} from "../../adapters/chat/telegram/render.ts";
import { textLanguages } from "../../src/languages/texts.ts";
import type { Chat } from "../../src/model/chat.ts";
import type { CaughtUp } from "../../src/model/delivery.ts";
import type { Message } from "../../src/model/message.ts";
import { catchUpPolicy, catchUpRules } from "../../src/outbox/catch-up.ts";
import { composeCatchUp, type CatchUpWording } from "../../src/outbox/catch-up-compose.ts";
import { startAt, wantsAll } from "./scene.ts";
import { exchange, figure, strike, towns } from "./told-stories.ts";

const hourMs = 3_600_000;
const noCommands: ReadonlySet<string> = new Set();

const told = (newest: CaughtUp["newest"], fields: Partial<CaughtUp> = {}): CaughtUp => ({
  newest,
  unseen: [newest],
  isNew: true,
  ...fields,
});

const wording = (fields: Partial<CatchUpWording> = {}): CatchUpWording => ({
  language: "en",
  timeZone: "Europe/Kyiv",
  isPossibleRepeat: false,
  catchUp: { position: 1, sinceAt: startAt, untilAt: startAt + 9 * hourMs, left: 0 },
  fits: () => true,
  ...fields,
});

const textOf = (message: Message): string => drawOnTelegram(message, noCommands).plain;

describe("a catch-up", () => {
  it("says of each development what a message of its own would say, in short", () => {
    const message = composeCatchUp([told(strike()), told(exchange)], wording());

    expect(
      drawConsole(message, "●")
        .split("\n")
        .map((line) => line.trim()),
    ).toEqual([
      "● Meanwhile: 2 developments",
      "From 23 May at 15:00 to 24 May at 00:00.",
      "1. Kharkiv: strike, 3 killed, 14 injured",
      "Killed: 3 (State Emergency Service of Ukraine)",
      "Injured: 14",
      "23 May 2025",
      "3 independent sources, heard through one outlet",
      "2. Prisoner exchange: 307 for 307",
      "Prisoners returned to Ukraine: 307",
      "Prisoners returned to Russia: 307",
      "≠ Prisoners returned to Russia: 305 (A spokesperson, Russia)",
      "23 May 2025",
      "In all · Prisoners returned: 697 of 1,000 each; 303 left",
      "One source so far; the sides differ",
    ]);
    expect(message.actions).toEqual([
      { command: "development", argument: "d1", label: "1" },
      { command: "development", argument: "d2", label: "2" },
    ]);
  });

  it("tells final values alone of what is new, and what has changed of what was told before", () => {
    const first = strike();
    const changed = strike({
      revision: 2,
      type: "update",
      figures: [figure({ low: 7, high: 7 })],
      changes: [{ kind: "figure", from: figure({ low: 3, high: 3 }), to: figure({ low: 7, high: 7 }) }],
    });

    const ofNew = textOf(composeCatchUp([told(changed, { unseen: [first, changed] })], wording()));
    const ofKnown = textOf(composeCatchUp([told(changed, { isNew: false })], wording()));
    const unchanged = textOf(composeCatchUp([told(changed, { isNew: false, unseen: [] })], wording()));

    expect(ofNew).not.toContain("→");
    expect(ofKnown).toContain("Updated 15:00: Killed 3 → 7");
    expect(unchanged).not.toContain("→");
  });

  it("keeps what was corrected in sight, whatever came after it", () => {
    const killed = (count: number) => figure({ low: count, high: count });
    const step = (
      revision: number,
      type: "update" | "correction",
      [from, to]: readonly [number, number],
    ): CaughtUp["newest"] =>
      strike({
        revision,
        type,
        figures: [killed(to)],
        changes: [{ kind: "figure", from: killed(from), to: killed(to) }],
      });
    const unseen = [step(2, "correction", [14, 9]), step(3, "update", [9, 10]), step(4, "update", [10, 11])];

    const text = textOf(
      composeCatchUp([told(step(4, "update", [10, 11]), { isNew: false, unseen })], wording()),
    );

    expect(text).toContain("Corrected 15:00: Killed 14 → 9");
    expect(text).not.toContain("9 → 10");
    expect(text).toContain("Updated 15:00: Killed 10 → 11");
  });

  it("says that it goes on, how many follow, and that it may be a repeat", () => {
    const catchUp = { position: 2, sinceAt: startAt, untilAt: startAt, left: 5 };
    const message = composeCatchUp([told(strike())], wording({ catchUp, isPossibleRepeat: true }));

    expect(message.title).toBe("Meanwhile, continued: 6 developments");
    expect(textOf(message)).toContain("5 more follow.");
    expect(textOf(message)).toContain("may be a repeat");
  });

  it("keeps the titles of what has no room any more", () => {
    const stories = towns.map((place, index) => told(strike({ development: `d${index}`, places: [place] })));
    const fits = (message: Message): boolean => textOf(message).length <= 600;

    const message = composeCatchUp(stories, wording({ fits }));

    expect(textOf(message).length).toBeLessThanOrEqual(600);
    const shown = message.blocks.flatMap((block) => (block.kind === "story" ? [block.rows.length] : []));
    expect(shown).toHaveLength(6);
    expect([shown[0], shown.at(-1)]).toEqual([2, 0]);
  });
});

describe.each(textLanguages)("forty developments in %s", (language) => {
  const chat: Chat = {
    id: 1,
    address: { platform: "telegram", channel: "1", thread: null },
    state: "active",
    reason: null,
    subscription: { ...wantsAll, language, timeZone: "Europe/Kyiv" },
    createdAt: startAt,
  };
  const stories = Array.from({ length: 40 }, (_, index) => {
    const place = towns[index % towns.length] ?? "UA:kyiv";
    const isLoud = index % 4 === 0;
    const newest =
      index % 5 === 0
        ? { ...exchange, development: `d${index + 1}` }
        : strike({ development: `d${index + 1}`, places: [place], at: startAt + index });
    return { ...told(newest), isLoud };
  });

  /** The messages that they are divided into, and what was told in them. */
  function divided(fits: (message: Message) => boolean): readonly Message[] {
    const rules = catchUpRules(catchUpPolicy, { fits });
    const messages: Message[] = [];
    let rest: typeof stories = stories;
    while (rest.length > 0) {
      const when = { position: messages.length + 1, sinceAt: startAt, untilAt: startAt + hourMs };
      const chosen = rules.choose(chat, rest, when);
      rest = rest.filter((story) => !chosen.includes(story));
      const catchUp = { ...when, left: rest.length };
      messages.push(composeCatchUp(chosen, wording({ language, catchUp, fits })));
    }
    return messages;
  }

  const idsIn = (messages: readonly Message[]) =>
    messages.flatMap(({ actions }) => actions.map(({ argument }) => argument));

  it("come on Telegram in few messages, each whole and within its limits", () => {
    const messages = divided((message) => fitsTelegram(message, noCommands));

    expect(messages.length).toBeLessThanOrEqual(4);
    expect(idsIn(messages).toSorted()).toEqual(stories.map(({ newest }) => newest.development).toSorted());
    for (const message of messages) {
      const { plain, html, keyboard, droppedActions } = drawOnTelegram(message, noCommands);
      for (const block of message.blocks)
        if (block.kind === "story")
          for (const words of [block.title, ...block.rows.map(({ value }) => value)])
            expect(plain).toContain(words);
      expect(Array.from(plain).length).toBeLessThanOrEqual(telegramLimits.characters);
      expect(html.match(/<(?:b|i|a|code)\b/gu)?.length).toBeLessThanOrEqual(telegramLimits.entities);
      expect(droppedActions).toEqual([]);
      expect(keyboard?.inline_keyboard.flat()).toHaveLength(message.actions.length);
    }
  });

  it("come on Discord in few messages, each whole and within its limits", () => {
    const messages = divided(fitsDiscord);

    expect(messages.length).toBeLessThanOrEqual(3);
    expect(idsIn(messages).toSorted()).toEqual(stories.map(({ newest }) => newest.development).toSorted());
    for (const message of messages) {
      const { embeds, components } = drawOnDiscord(message, "1-c1");
      const text = embeds.map(({ description = "" }) => description).join("\n");
      expect(text.length).toBeLessThanOrEqual(6_000);
      const titles = message.blocks.flatMap((block) => (block.kind === "story" ? [block.title] : []));
      expect(text.match(/^\*\*/gmu)).toHaveLength(titles.length);
      expect(JSON.stringify(components).match(/"custom_id"/gu)).toHaveLength(message.actions.length);
    }
  });

  it("come in order of weight: what notifies first, then the latest first", () => {
    const [first] = divided((message) => fitsTelegram(message, noCommands));
    const loud = stories.filter(({ isLoud }) => isLoud).map(({ newest }) => newest);
    const latest = loud.toSorted((a, b) => b.at - a.at).map(({ development }) => development);

    expect(idsIn(first === undefined ? [] : [first]).slice(0, latest.length)).toEqual(latest);
  });
});
