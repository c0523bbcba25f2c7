import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutText } from "../../../../adapters/chat/telegram/fit.ts";
import { messageLimits } from "../../../../adapters/chat/telegram/limits.ts";
import { drawMessage, progressBar } from "../../../../adapters/chat/telegram/render.ts";
import { cleanText } from "../../../../adapters/chat/telegram/visible.ts";
import type { Block, Message } from "../../../../src/model/message.ts";
import { parseHtml } from "../../../fakes/telegram/html.ts";
import { detectEntities, entityBytes, lengthOf, settleText } from "../../../fakes/telegram/text.ts";
import { messageOf } from "./support.ts";

const live = new Set(["start", "subscribe"]);

/** What arrives of a message, as the server reads it. */
function arrives(message: Message) {
  const { html } = drawMessage(message, live);
  const settled = settleText(parseHtml(html));
  return { html, ...settled, detected: detectEntities(settled.text, settled.entities) };
}

const squeeze = (words: string) => withoutBreaks(cleanText(words)).replaceAll(/\s+/gu, "");
const withoutBreaks = (text: string) => text.replaceAll("\u200b", "");

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
  it("shows every block in its order, the sources last", () => {
    expect(arrives(alert).text).toBe(
      [
        "Prisoner exchange: 307 released on 24 May",
        "Updated 14:05: 300 → 307",
        "697 of 1,000 released\n■■■■■■□□□□",
        "• Released to Ukraine: 307 (a presidential spokesperson)\n    ◦ Released to Ukraine: about 300 (a ministry)",
        "307 came home & more will.\n— The Daily Example",
        "No air-raid siren.",
        "2 independent sources: The Daily Example, Wire <1>",
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

    expect(withoutBreaks(text)).toBe(`T\n\n${shown}`);
    expect(entities).toHaveLength(1);
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

    expect(arrives(messageOf(`On ${words}`, { blocks })).detected).toEqual([]);
  });

  it("keeps its own commands in its own texts, and no others", () => {
    const { detected, text } = arrives(
      messageOf("Help", { blocks: [{ kind: "text", text: "Send /subscribe, not /stop." }] }),
    );

    expect(detected.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(["/subscribe"]);
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

  it("that would carry more than 64 bytes are left out and named", () => {
    const long = { command: "c".repeat(32), argument: "a".repeat(32), label: "Too long" };
    const drawn = drawMessage(
      messageOf("T", { actions: [long, { ...long, argument: "a".repeat(31), label: "Fits" }] }),
      live,
    );

    expect(drawn.keyboard?.inline_keyboard.flat().map(({ text }) => text)).toEqual(["Fits"]);
    expect(drawn.droppedActions).toEqual([long]);
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

describe("cutting", () => {
  it("ends at a sentence where it can", () => {
    expect(cutText("One sentence ends here. Another one follows it.", 30)).toBe("One sentence ends here.");
  });

  it("ends at a word otherwise", () => {
    expect(cutText("a few words without any end to them", 16)).toBe("a few words");
  });

  it.each([
    "more than 1,000 people",
    "more than 1 000 people",
    "more than 1\u00a0000 people",
    "about 5 million people",
  ])("never leaves part of the number in %s", (text) => {
    for (let max = 1; max < text.length; max += 1) expect(cutText(text, max)).not.toMatch(/\d$/u);
  });

  it("keeps the sources when the rest is too long", () => {
    const text = "A sentence about something. ".repeat(400);
    const arrived = arrives(
      messageOf("Title", {
        blocks: [
          { kind: "text", text },
          {
            kind: "sources",
            text: "Sources",
            links: [{ label: "The Daily Example", url: "https://daily.example/" }],
          },
        ],
      }),
    );

    expect(lengthOf(arrived.text)).toBeLessThanOrEqual(4096);
    expect(lengthOf(arrived.text)).toBeGreaterThan(4000);
    expect(arrived.text).toMatch(/something\.…\n\nSources: The Daily Example$/u);
  });

  it("keeps figures and changes before words and quotes", () => {
    const rows = Array.from({ length: 40 }, (_, index) => ({
      label: `Measure ${index}`,
      value: String(index),
      by: null,
      isRival: false,
    }));
    const arrived = arrives(
      messageOf("Title", {
        blocks: [
          { kind: "quote", text: "Word. ".repeat(2000), source: null },
          { kind: "text", text: "Word. ".repeat(2000) },
          { kind: "figures", rows },
          { kind: "change", text: "Updated 14:05" },
        ],
      }),
    );

    expect(arrived.text).toContain("Measure 39: 39");
    expect(arrived.text).toContain("Updated 14:05");
  });

  it("leaves out the rows of a list that would have more than a hundred entities", () => {
    const items = Array.from({ length: 120 }, (_, index) => ({
      text: `Item ${index}`,
      link: { label: "", url: `https://a.example/${index}` },
    }));
    const arrived = arrives(messageOf("Title", { blocks: [{ kind: "list", items }] }));

    expect(arrived.text).toMatch(/• Item 97\n• Item 98\n…$/u);
    expect(arrived.entities).toHaveLength(100);
  });

  it("leaves out links that are too many or too large, not the words before them", () => {
    const links = Array.from({ length: 150 }, (_, index) => ({
      label: `S${index}`,
      url: `https://news.example/${"x".repeat(150)}/${index}`,
    }));
    const arrived = arrives(messageOf("Title", { blocks: [{ kind: "sources", text: "Sources", links }] }));

    expect(arrived.text).toMatch(/^Title\n\nSources: S0, S1, .*, …$/u);
    expect(entityBytes(arrived.entities)).toBeLessThanOrEqual(9_500);
  });
});

describe("any message", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom(
        "<",
        ">",
        "&",
        '"',
        "'",
        "/",
        "a",
        "Б",
        " ",
        "\n",
        "@",
        "1",
        ",",
        "🕊",
        "\u202e",
        "\r",
        ";",
        "#",
        ".",
      ),
    }),
  );
  const link = fc.record({ label: text, url: fc.oneof(fc.webUrl({ withQueryParameters: true }), text) });
  const maybeLink = fc.option(link);
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ kind: fc.constantFrom("text", "note", "change"), text }),
    fc.record({ kind: fc.constant("quote"), text, source: maybeLink }),
    fc.record({
      kind: fc.constant("figures"),
      rows: fc.array(fc.record({ label: text, value: text, by: fc.option(text), isRival: fc.boolean() }), {
        maxLength: 5,
      }),
    }),
    fc.record({ kind: fc.constant("progress"), text, done: fc.integer(), target: fc.integer() }),
    fc.record({ kind: fc.constant("sources"), text, links: fc.array(link, { maxLength: 8 }) }),
    fc.record({
      kind: fc.constant("list"),
      items: fc.array(fc.record({ text, link: maybeLink }), { maxLength: 8 }),
    }),
  ) as fc.Arbitrary<Block>;
  const action = fc.record({ command: text, argument: text, label: text });
  const anyMessage: fc.Arbitrary<Message> = fc.record({
    title: text,
    blocks: fc.array(block, { maxLength: 8 }),
    actions: fc.array(action, { maxLength: 6 }),
    language: fc.constant("en"),
  });

  it("is accepted by the entity parser, within all limits", () => {
    fc.assert(
      fc.property(anyMessage, fc.constantFrom(1, 20, 60), (message, times) => {
        const blocks = Array.from({ length: times }, () => message.blocks).flat();

        const { html, text: shown, entities, detected } = arrives({ ...message, blocks });

        expect(Buffer.byteLength(html)).toBeLessThanOrEqual(messageLimits.htmlBytes);
        expect(lengthOf(shown)).toBeLessThanOrEqual(4096);
        expect(entities.length).toBeLessThanOrEqual(100);
        expect(entityBytes(entities)).toBeLessThanOrEqual(9_500);
        expect(detected).toEqual([]);
      }),
    );
  });

  it("shows what it was given, letter for letter", () => {
    fc.assert(
      fc.property(text, text, (title, words) => {
        const { text: shown } = arrives(messageOf(title, { blocks: [{ kind: "text", text: words }] }));

        expect(squeeze(shown)).toBe(squeeze(title) + squeeze(words));
      }),
    );
  });

  it("says the same without markup", () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const { html, plain } = drawMessage(message, live);

        expect(parseHtml(html).text).toBe(plain);
      }),
    );
  });

  it("makes no number that was not there", () => {
    const prose = fc.array(fc.constantFrom("12", "1,000", "1 000", "some", "words.", "3.5", "and\n"), {
      minLength: 3_000,
      maxLength: 3_500,
    });
    fc.assert(
      fc.property(prose, (words) => {
        const { text: shown } = arrives(
          messageOf("Title", { blocks: [{ kind: "text", text: words.join(" ") }] }),
        );

        const end = shown.slice(shown.indexOf("\n\n") + 2).replace(/…$/u, "");
        expect(words.join(" ").startsWith(end)).toBe(true);
        expect(end).not.toMatch(/\p{N}$/u);
      }),
      { numRuns: 50 },
    );
  });

  it("has only buttons that the platform takes", () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        for (const { text: label, callback_data: data } of drawMessage(
          message,
          live,
        ).keyboard?.inline_keyboard.flat() ?? []) {
          expect(label.trim()).not.toBe("");
          expect(Buffer.byteLength(data)).toBeGreaterThan(0);
          expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        }
      }),
    );
  });
});
