import { describe, expect, it } from "vitest";
import { readCallbackData } from "../../../../adapters/chat/telegram/keyboard.ts";
import {
  drawCaption,
  drawMessage,
  drawWithoutChart,
  progressBar,
} from "../../../../adapters/chat/telegram/render.ts";
import type { Block, Message } from "../../../../src/model/message.ts";
import { chartOf } from "./memory.ts";
import { parseHtml } from "../../../fakes/telegram/html.ts";
import { detectEntities } from "../../../fakes/telegram/text.ts";
import { arrives, live } from "./arrival.ts";
import { messageOf } from "./support.ts";

const alert: Message = messageOf("Prisoner exchange: 307 released on 24 May", {
  blocks: [
    {
      kind: "sources",
      text: "2 independent sources",
      links: [
        { label: "The Daily Example", url: "https://daily.example/a?b=1&c=2" },
        { label: "Wire <1>", url: "https://wire.example/x" },
      ],
    },
    { kind: "change", text: "Updated 14:05: 300 → 307" },
    { kind: "progress", text: "697 of 1,000 released", done: 697, target: 1000 },
    {
      kind: "figures",
      rows: [
        { label: "Released to Ukraine", value: "307", by: "a presidential spokesperson", isRival: false },
        { label: "Released to Ukraine", value: "about 300", by: "a ministry", isRival: true },
      ],
    },
    {
      kind: "quote",
      text: "307 came home & more will.",
      source: { label: "The Daily Example", url: "https://daily.example/a" },
    },
    { kind: "note", text: "No air-raid siren." },
  ],
});

describe("drawing a message", () => {
  it("shows every block in its order", () => {
    expect(arrives(alert).text).toBe(
      [
        "Prisoner exchange: 307 released on 24 May",
        "2 independent sources: The Daily Example, Wire <1>",
        "Updated 14:05: 300 → 307",
        "697 of 1,000 released\n■■■■■■□□□□",
        "• Released to Ukraine: 307 (a presidential spokesperson)\n    ◦ Released to Ukraine: about 300 (a ministry)",
        "307 came home & more will.\n— The Daily Example",
        "No air-raid siren.",
      ].join("\n\n"),
    );
  });

  it("marks up title, values, quotes and links", () => {
    const { entities, text } = arrives(alert);
    const marked = entities.map(({ type, offset, length, url }) => [
      type,
      text.slice(offset, offset + length),
      url,
    ]);

    expect(marked).toContainEqual(["bold", "Prisoner exchange: 307 released on 24 May", undefined]);
    expect(marked).toContainEqual(["bold", "307", undefined]);
    expect(marked).toContainEqual(["blockquote", "307 came home & more will.", undefined]);
    expect(marked).toContainEqual(["text_link", "The Daily Example", "https://daily.example/a?b=1&c=2"]);
  });

  it.each([
    ["<b>bold</b>", "<b>bold</b>"],
    ['a < b > c & d &amp; &nbsp; "q"', 'a < b > c & d &amp; &nbsp; "q"'],
    [
      '</blockquote><a href="https://evil.example">x</a>',
      '</blockquote><a href="https://evil.example">x</a>',
    ],
    ["*_`[x](y)", "*_`[x](y)"],
  ])("shows %s as it is written, without markup", (written, shown) => {
    const { text, entities } = arrives(messageOf("T", { blocks: [{ kind: "text", text: written }] }));

    expect(text).toBe(`T\n\n${shown}`);
    expect(entities.filter(({ type }) => type !== "code")).toHaveLength(1);
  });

  it.each([
    "@durov",
    "/stop",
    "#tag",
    "$USD",
    "https://evil.example/x",
    "evil.com",
    "a@evil.com",
    "tg://user?id=1",
    "/start",
  ])("lets nobody make %s of a report into a link", (words) => {
    const blocks: Block[] = [
      { kind: "quote", text: `Said ${words} today`, source: null },
      { kind: "figures", rows: [{ label: words, value: words, by: words, isRival: false }] },
    ];

    const { detected, text } = arrives(messageOf(`On ${words}`, { blocks }));

    expect(detected).toEqual([]);
    expect(text.split("\n\n")).toEqual([
      `On ${words}`,
      `Said ${words} today`,
      `• ${words}: ${words} (${words})`,
    ]);
  });

  it.each(["м.Київ", "killed.The", "U.S.-led", "#12", "24/7", "3.5"])("leaves %s as it is", (words) => {
    const { entities } = arrives(messageOf("T", { blocks: [{ kind: "text", text: `In ${words} then` }] }));

    expect(entities.map(({ type }) => type)).toEqual(["bold"]);
  });

  it("leaves out what there are too many of to draw as code", () => {
    const { entities, detected } = arrives(
      messageOf("T", { blocks: [{ kind: "text", text: "@name_of_one and ".repeat(200) }] }),
    );

    expect(entities.length).toBeGreaterThan(40);
    expect(entities.length).toBeLessThanOrEqual(100);
    expect(detected).toEqual([]);
  });

  it("keeps its own commands in its own texts, and no others", () => {
    const { detected, text } = arrives(
      messageOf("Help", { blocks: [{ kind: "text", text: "Send /subscribe, not /stop." }] }),
    );

    expect(detected.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(["/subscribe"]);
  });

  it("keeps its commands in a list only where one is explained: other rows may hold somebody's words", () => {
    const rows = ["/start: Begin here", "#1: tap /start now", "/start news", "Names of /subscribe"];
    const items = rows.map((text) => ({ text, link: null }));

    const { detected, text } = arrives(messageOf("A list", { blocks: [{ kind: "list", items }] }));

    expect(detected.map(({ type, offset }) => [type, text.slice(offset, offset + 18)])).toEqual([
      ["bot_command", "/start: Begin here"],
    ]);
  });

  it("keeps its commands in a title, too, where nothing of a report stands", () => {
    const ours = arrives(messageOf("No such source. /subscribe or /stop.", { blocks: [] }));
    const ofReport = arrives(
      messageOf("On /subscribe", { blocks: [{ kind: "quote", text: "Words.", source: null }] }),
    );

    expect(ours.detected.map(({ offset, length }) => ours.text.slice(offset, offset + length))).toEqual([
      "/subscribe",
    ]);
    expect(ofReport.detected).toEqual([]);
  });

  it("shows what people copy letter by letter, as code, so that it is no link either", () => {
    const words = "Send https://t.me/s/name, or @news_of_the_day.";
    const { text, entities, detected } = arrives(
      messageOf("Sources", { blocks: [{ kind: "note", text: words }] }),
    );

    expect(text).toBe(`Sources\n\n${words}`);
    expect(
      entities
        .filter(({ type }) => type === "code")
        .map(({ offset, length }) => text.slice(offset, offset + length)),
    ).toEqual(["https://t.me/s/name", "@news_of_the_day"]);
    expect(detected).toEqual([]);
  });

  it("leaves numbers, dates, times and sums as they are", () => {
    const words = "1,000.5 on 24/05/2025 at 14:30, $100 million, 3.5 km, 50 % and/or more";

    expect(arrives(messageOf(words)).text).toBe(words);
  });

  it.each([
    ["a script", "javascript:alert(1)"],
    ["a host without a dot", "http://localhost/x"],
    ["another scheme", "ftp://a.example/x"],
    ["no address", "not an address"],
    ["an endless address", `https://a.example/${"x".repeat(3000)}`],
  ])("shows a link to %s as words", (_, url) => {
    const { entities, text } = arrives(
      messageOf("T", { blocks: [{ kind: "list", items: [{ text: "Words", link: { label: "", url } }] }] }),
    );

    expect(text).toContain("Words");
    expect(entities.filter(({ type }) => type === "text_link")).toEqual([]);
  });
});

describe("buttons", () => {
  it("carry command and argument", () => {
    const { keyboard } = drawMessage(
      messageOf("T", {
        actions: [
          { command: "why", argument: "d42", label: "Why" },
          { command: "help", argument: "", label: "Help" },
        ],
      }),
      live,
    );

    expect(keyboard?.inline_keyboard.flat()).toEqual([
      { text: "Why", callback_data: "why:d42" },
      { text: "Help", callback_data: "help" },
    ]);
  });

  it("that would carry more than 64 bytes carry a key to what is kept", () => {
    const long = { command: "c".repeat(32), argument: "a".repeat(32) };
    const fits = { command: "c".repeat(32), argument: "a".repeat(31) };
    const { keyboard, stored, droppedActions } = drawMessage(
      messageOf("T", {
        actions: [
          { ...long, label: "Long" },
          { ...fits, label: "Fits" },
          { ...fits, label: " " },
        ],
      }),
      live,
    );

    const [first, second, ...others] = keyboard?.inline_keyboard.flat() ?? [];
    expect(readCallbackData(first?.callback_data ?? "")).toEqual({
      kind: "key",
      key: [...stored.keys()][0],
      rest: "",
    });
    expect([...stored.values()]).toEqual([{ ...long, ask: null }]);
    expect(second?.callback_data).toBe(`${fits.command}:${fits.argument}`);
    expect(others).toEqual([]);
    expect(droppedActions).toEqual([{ ...fits, label: " " }]);
  });

  it("stand in rows that a narrow screen holds", () => {
    const labels = ["Sources", "Chart", "Why", "Mute", "A rather long label for a button"];
    const { keyboard } = drawMessage(
      messageOf("T", { actions: labels.map((label) => ({ command: "x", argument: "", label })) }),
      live,
    );

    expect(keyboard?.inline_keyboard.map((row) => row.map(({ text }) => text))).toEqual([
      ["Sources", "Chart", "Why", "Mute"],
      ["A rather long label for a button"],
    ]);
  });
});

describe("a progress bar", () => {
  it.each([
    [0, 1000, "□□□□□□□□□□"],
    [1, 1000, "■□□□□□□□□□"],
    [999, 1000, "■■■■■■■■■□"],
    [1000, 1000, "■■■■■■■■■■"],
    [1200, 1000, "■■■■■■■■■■"],
    [5, 0, ""],
    [Number.NaN, 10, ""],
  ])("of %d of %d is %s", (done, target, bar) => {
    expect(progressBar(done, target)).toBe(bar);
  });
});

describe("the words of a chart", () => {
  it.each([
    ["as a caption", drawCaption],
    ["without the picture", drawWithoutChart],
  ])("name speakers as reports call them: nothing in them can be tapped, %s", (_, draw) => {
    const chart = { ...chartOf("Killed (/forget)"), alternative: "A speaker called /forget: 7." };
    const message = messageOf("Kharkiv", { chart });

    const { text, entities } = parseHtml(draw(message, new Set(["forget"])).html);

    expect(text).toContain("A speaker called /forget: 7.");
    expect(detectEntities(text, entities)).toEqual([]);
  });
});
