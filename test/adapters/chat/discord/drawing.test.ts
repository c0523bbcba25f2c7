import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  drawMessage,
  drawPlainMessage,
  type DiscordMessage,
} from "../../../../adapters/chat/discord/drawing.ts";
import type { Chart } from "../../../../src/model/chart.ts";
import type { Action, Block, Message, Select } from "../../../../src/model/message.ts";
import { checkMessageForm, pingsOf } from "../../../fakes/discord/message-form.ts";
import { messageWith, sample } from "./stage.ts";

const everyoneRules = {
  defaults: ["everyone", "users", "roles"],
  mayMentionEveryone: true,
  roles: new Set<string>(),
};
const textOf = (message: DiscordMessage): string =>
  [message.content, ...message.embeds.map(({ description }) => description ?? "")].join("\n");

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.stringMatching(/^[*_~`|>#\-\d.()[\]<>@:/ \n]{0,80}$/),
  fc.constantFrom(
    "@everyone <@123456789012345678> <@&123456789012345678> https://x.example/ [a](https://b.example)",
  ),
  fc.string({ unit: "grapheme", minLength: 4_000, maxLength: 9_000 }),
);
const link = fc.record({
  label: text,
  url: fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), text),
});
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom("text" as const, "note" as const, "change" as const), text }),
  fc.record({ kind: fc.constant("quote" as const), text, source: fc.option(link) }),
  fc.record({
    kind: fc.constant("figures" as const),
    rows: fc.array(fc.record({ label: text, value: text, by: fc.option(text), isRival: fc.boolean() }), {
      maxLength: 40,
    }),
  }),
  fc.record({ kind: fc.constant("progress" as const), text, done: fc.integer(), target: fc.integer() }),
  fc.record({ kind: fc.constant("sources" as const), text, links: fc.array(link, { maxLength: 60 }) }),
  fc.record({
    kind: fc.constant("list" as const),
    items: fc.array(fc.record({ text, link: fc.option(link) }), { maxLength: 60 }),
  }),
);
const action: fc.Arbitrary<Action> = fc.record({
  command: fc.stringMatching(/^[a-z]{1,32}$/),
  argument: fc.stringMatching(/^[ -~]{0,32}$/),
  label: text,
});
const ask = fc.record({ title: text, example: text, maxLength: fc.integer({ min: 1, max: 9_000 }) });
const asking: fc.Arbitrary<Action> = fc.tuple(action, ask).map(([base, asked]) => ({ ...base, ask: asked }));
const select: fc.Arbitrary<Select> = fc.record({
  command: fc.stringMatching(/^[a-z]{1,32}$/),
  argument: fc.stringMatching(/^[ -~]{0,40}$/),
  label: text,
  isMultiple: fc.boolean(),
  options: fc.array(
    fc.record({ value: fc.stringMatching(/^[!-+\--~]{1,20}$/), label: text, isChosen: fc.boolean() }),
    { maxLength: 40 },
  ),
});
const chart: fc.Arbitrary<Chart> = fc.record({
  title: text,
  subtitle: text,
  source: text,
  alternative: text,
  language: fc.constant("en"),
  plot: fc.constant({ kind: "places" as const, places: [] }),
});
const message: fc.Arbitrary<Message> = fc
  .record({
    title: text,
    blocks: fc.array(block, { maxLength: 12 }),
    actions: fc.array(fc.oneof(action, asking), { maxLength: 40 }),
    selects: fc.array(select, { maxLength: 7 }),
    chart: fc.option(chart, { nil: undefined }),
    language: fc.constantFrom("en", "uk", "ru"),
  })
  .map(({ chart: drawn, ...rest }) => (drawn === undefined ? rest : { ...rest, chart: drawn }));

describe("drawMessage", () => {
  it("keeps every documented limit whatever the message holds, and pings nobody", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(message, (any) => {
        const role = "123456789012345678";
        const key = "d123456789-r12";
        const extras = { mention: role, picture: "chart.png" };
        for (const drawn of [drawMessage(any, key), drawPlainMessage(any), drawPlainMessage(any, key)]) {
          checkMessageForm({ ...drawn }, "create");
          expect(pingsOf({ ...drawn }, everyoneRules)).toEqual([]);
        }
        for (const drawn of [drawMessage(any, key, extras), drawPlainMessage(any, key, extras)]) {
          checkMessageForm({ ...drawn }, "create");
          expect(new Set(pingsOf({ ...drawn }, everyoneRules))).toEqual(new Set([role]));
        }
      }),
      { numRuns: 30 },
    );
  });

  it("keeps the last button, which leads on or back, where there are more than rows hold", () => {
    const actions = Array.from({ length: 25 }, (_, index) => ({
      command: "why",
      argument: `n${index}`,
      label: `Button ${index}`,
    }));
    const one = { command: "why", argument: "", label: "List", isMultiple: false };
    const selects = [{ ...one, options: [{ value: "a", label: "A", isChosen: false }] }];

    const { components } = drawMessage(messageWith({ actions, selects }), "");

    expect(components).toHaveLength(5);
    expect(JSON.stringify(components[0])).toContain("List");
    expect(JSON.stringify(components)).toContain("Button 18");
    expect(JSON.stringify(components.at(-1))).toContain("Button 24");
  });

  it("shows the title as content, so that a phone's notification has words", () => {
    const drawn = drawMessage(sample, "k");

    expect(drawn.content).toBe("**Exchange of prisoners, 24 May**");
  });

  it("shows figures with who says them, a rival one marked, and the progress as a bar", () => {
    const shown = textOf(drawMessage(sample, "k"));

    expect(shown).toContain("• Released to Ukraine: **307** (a ministry)");
    expect(shown).toContain("↔ Released to Russia: **300**");
    expect(shown).toContain("▰▰▰▰▰▰▱▱▱▱ 697 of 1,000");
  });

  it("does not fill the bar before the target is reached", () => {
    const shown = (done: number): string =>
      textOf(drawMessage(messageWith({ blocks: [{ kind: "progress", text: "", done, target: 1_000 }] }), ""));

    expect(shown(999)).toContain("▱");
    expect(shown(1_000)).not.toContain("▱");
  });

  it("keeps figures, changes and sources when long words around them must be cut, and cuts those after a sentence", () => {
    const words = "The delegation met again in the capital. ".repeat(300);
    const drawn = drawMessage(
      messageWith({
        blocks: [
          { kind: "text", text: words },
          { kind: "change", text: "updated 14:05: 14 → 16" },
          ...sample.blocks,
        ],
      }),
      "",
    );

    const shown = textOf(drawn);
    expect(shown).toContain("14 → 16");
    expect(shown).toContain("**307**");
    expect(shown).toContain("[Example Wire](https://wire.example/a)");
    expect(shown).toContain("capital. …");
    expect(drawn.embeds.length).toBeGreaterThan(1);
  });

  it("marks each line of a quote and of small print", () => {
    const shown = textOf(
      drawMessage(
        messageWith({
          blocks: [
            { kind: "quote", text: "one\ntwo", source: null },
            { kind: "note", text: "a\nb" },
          ],
        }),
        "",
      ),
    );

    expect(shown).toContain("> one\n> two");
    expect(shown).toContain("-# a\n-# b");
  });

  it.each([
    ["emphasis", "*a* _b_ ~~c~~ `d` ||e||", String.raw`\*a\* \_b\_ \~\~c\~\~ \`d\` \|\|e\|\|`],
    ["a mention", "<@123456789012345678>", String.raw`\<@123456789012345678\>`],
    ["@everyone", "@everyone", "@\u200Beveryone"],
    ["a masked link", "[bank](https://evil.example)", String.raw`\[bank\](https:\//evil.example)`],
    ["a bare link", "see http://evil.example", String.raw`see http:\//evil.example`],
    ["a heading", "# 16 dead", String.raw`\# 16 dead`],
    ["a numbered list, which would be renumbered", "2024. A year", String.raw`2024\. A year`],
    ["text turned around", "a\u202Ecba", "a cba"],
  ])("shows %s in a report word for word", (_, given, drawn) => {
    const shown = textOf(drawMessage(messageWith({ blocks: [{ kind: "text", text: given }] }), ""));

    expect(shown).toContain(drawn);
  });

  it("leaves numbers as they are", () => {
    const shown = textOf(
      drawMessage(messageWith({ blocks: [{ kind: "text", text: "1,000 and 3.5 and 250–300" }] }), ""),
    );

    expect(shown).toContain("1,000 and 3.5 and 250–300");
  });

  it.each([
    [
      "closing brackets in an address",
      { label: "a", url: "https://x.example/a)b(c" },
      "[a](https://x.example/a%29b%28c)",
    ],
    [
      "brackets in a label",
      { label: "a](https://evil.example) [", url: "https://x.example/" },
      String.raw`[a\](evil.example) \[](https://x.example/)`,
    ],
    ["another scheme", { label: "a", url: "javascript:alert(1)" }, "↗ a"],
  ])("draws a link with %s safely", (_, given, drawn) => {
    const shown = textOf(
      drawMessage(messageWith({ blocks: [{ kind: "sources", text: "", links: [given] }] }), ""),
    );

    expect(shown).toContain(drawn);
    expect(shown).not.toContain("javascript:");
  });

  it("gives every button the delivery's key, and leaves out a second one that would do the same", () => {
    const twice = messageWith({
      actions: [...sample.actions, ...sample.actions, { command: "mute", argument: "a:b", label: "Mute" }],
    });

    const ids = drawMessage(twice, "d1:r1").components.flatMap((row) =>
      "components" in row
        ? row.components.map((button) => ("custom_id" in button ? button.custom_id : ""))
        : [],
    );

    expect(ids).toEqual(["why:d7:d1;r1", "mute:a:b:d1;r1"]);
  });
});

describe("several developments where embeds are not allowed", () => {
  it.each([10, 25])("are all told, the last ones shorter: %i of them", (count) => {
    const stories = Array.from({ length: count }, (_, index): Block => ({
      kind: "story",
      title: `${index + 1}. Strike in Town ${index + 1}, ${index + 3} killed`,
      rows: [
        { label: "Killed", value: String(index + 3), by: "the regional governor", isRival: false },
        { label: "Injured", value: String(index + 30), by: "the regional governor", isRival: false },
      ],
      lines: ["Some of the injured are in a grave condition, a spokesman said."],
      note: "2 sources",
      source: { label: "The Invented Courier", url: `https://courier.example/articles/${index}` },
    }));

    const { content } = drawPlainMessage(messageWith({ title: "Meanwhile", blocks: stories }));

    expect(content.length).toBeLessThanOrEqual(2_000);
    for (let index = 1; index <= count; index += 1) expect(content).toContain(`Town ${index},`);
    expect(content).toContain("spokesman");
    if (count === 10) expect(content).toContain("https://courier.example/articles/9");
  });
});
