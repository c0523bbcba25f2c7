import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { messageLimits } from "../../../../adapters/chat/telegram/limits.ts";
import { drawMessage } from "../../../../adapters/chat/telegram/render.ts";
import type { Block, Message } from "../../../../src/model/message.ts";
import { parseHtml } from "../../../fakes/telegram/html.ts";
import { entityBytes, lengthOf } from "../../../fakes/telegram/text.ts";
import { arrives, live, squeeze } from "./arrival.ts";
import { messageOf } from "./support.ts";

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
