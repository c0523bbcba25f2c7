import { describe, expect, it } from "vitest";

import { plainLine, plainText } from "../../../adapters/source/html.ts";

describe("plain text", () => {
  it.each([
    ["<p>One.</p><p>Two.</p>", "One.\n\nTwo."],
    ["<div>One.<div>Two.</div></div>", "One.\n\nTwo."],
    ["One.<br>Two.<br/><br />Three.", "One.\nTwo.\n\nThree."],
    ["<ul><li>One</li><li>Two</li></ul>", "One\nTwo"],
    ["<p>A <b>bold</b>, <a href='x'>linked</a> word</p>", "A bold, linked word"],
    [
      "<table><tr><td>Tanks</td><td>12</td></tr><tr><td>Drones</td><td>30</td></tr></table>",
      "Tanks 12\nDrones 30",
    ],
    ["<p>Text</p><script>var x = '<p>no</p>';</script><style>p{}</style>", "Text"],
    ["Tom &amp; Ann &mdash; 5 &lt; 6", "Tom & Ann — 5 < 6"],
    ["5 < 6 and 7 > 6", "5 < 6 and 7 > 6"],
    ["First line\nsame paragraph\n\nSecond paragraph", "First line\nsame paragraph\n\nSecond paragraph"],
    ["<p>wrapped\n   in the source</p>", "wrapped in the source"],
    ["1&nbsp;050 people", "1\u00a0050 people"],
    ["со\u00adбы\u200bтие", "событие"],
    [
      "<img src='x'><figure><figcaption>Photo: A. Author</figcaption></figure><p>Text</p>",
      "Photo: A. Author\n\nText",
    ],
    ["", ""],
  ])("of %j", (html, expected) => {
    expect(plainText(html)).toBe(expected);
  });

  it("of a title is one line", () => {
    expect(plainLine("<b>Big</b><br>news\n\nhere")).toBe("Big news here");
  });
});
