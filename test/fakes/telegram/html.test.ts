import { describe, expect, it } from "vitest";
import { parseHtml } from "./html.ts";
import { keepFirstEntities, settleText } from "./text.ts";

const prefix = "Bad Request: can't parse entities: ";

describe("parsing HTML as the server does", () => {
  it.each([
    ["a<br>b", 'Unsupported start tag "br" at byte offset 1'],
    ["Київ <p>x</p>", 'Unsupported start tag "p" at byte offset 9'],
    ["1 < 2", 'Unsupported start tag "" at byte offset 2'],
    ["a <!-- note -->", 'Unsupported start tag "!--" at byte offset 2'],
    ["<b>x", `Can't find end tag corresponding to start tag "b"`],
    ["<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ["<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ["x</b>", "Unexpected end tag at byte offset 1"],
    ["x <b", "Unclosed start tag at byte offset 2"],
    ["x <a ", 'Unclosed start tag "a" at byte offset 2'],
    ['x <a href="y', "Unclosed start tag at byte offset 2"],
    ["<b>x</b", "Unclosed end tag at byte offset 4"],
    ['<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ["<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ["<a href=x&y>z</a>", "Unexpected end of name token at byte offset 8"],
  ])("refuses %s", (html, error) => {
    expect(() => parseHtml(html)).toThrow(prefix + error);
  });

  it.each([
    ["&lt;b&gt; &amp; &quot;x&quot;", '<b> & "x"'],
    ["&nbsp;&copy; R&D a&b", "&nbsp;&copy; R&D a&b"],
    ["&#1050;&#x418; &#0; &#39;", "КИ &#0; '"],
    ["a > b", "a > b"],
  ])("reads %s as text", (html, text) => {
    expect(parseHtml(html)).toEqual({ text, entities: [] });
  });

  it.each([
    ["<b>x</b>", { type: "bold", offset: 0, length: 1 }],
    ["🕊<STRONG>x</STRONG>", { type: "bold", offset: 2, length: 1 }],
    ['<pre><code class="language-py">x</code></pre>', { type: "pre", offset: 0, length: 1, language: "py" }],
    ["<blockquote expandable>x</blockquote>", { type: "expandable_blockquote", offset: 0, length: 1 }],
    ['<span class="tg-spoiler">x</span>', { type: "spoiler", offset: 0, length: 1 }],
    [
      '<a href="https://a.example/?x=1&amp;y=2">x</a>',
      { type: "text_link", offset: 0, length: 1, url: "https://a.example/?x=1&y=2" },
    ],
    ["<a>a.example</a>", { type: "text_link", offset: 0, length: 9, url: "http://a.example/" }],
    ["<i>x</>", { type: "italic", offset: 0, length: 1 }],
  ])("finds the entity in %s", (html, entity) => {
    expect(parseHtml(html).entities).toEqual([entity]);
  });

  it.each(['<a href="http://localhost/">x</a>', '<a href="javascript:x">x</a>', "<b></b>x"])(
    "drops the entity of %s without a word",
    (html) => {
      expect(parseHtml(html)).toEqual({ text: "x", entities: [] });
    },
  );
});

describe("settling a text", () => {
  it("trims the end, and the beginning up to the first entity", () => {
    expect(settleText(parseHtml("  \n a <b> x </b> \n"))).toEqual({
      text: "a  x",
      entities: [{ type: "bold", offset: 2, length: 2 }],
    });
    expect(settleText(parseHtml(" <b> x</b>")).text).toBe(" x");
  });

  it("turns control characters into spaces and drops overriding marks, with the entities in place", () => {
    const settled = settleText(parseHtml("a\tb\u202ec<b>d</b>\r"));

    expect(settled).toEqual({ text: "a bcd", entities: [{ type: "bold", offset: 4, length: 1 }] });
  });

  it("keeps a hundred entities, links before styles", () => {
    const html = `${"<b>x</b> ".repeat(80)}${'<a href="https://a.example/">y</a> '.repeat(60)}`;
    const kept = keepFirstEntities(parseHtml(html).entities);

    expect(kept).toHaveLength(100);
    expect(kept.filter(({ type }) => type === "text_link")).toHaveLength(60);
  });
});
