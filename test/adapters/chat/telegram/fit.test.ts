import { describe, expect, it } from "vitest";
import { cutText } from "../../../../adapters/chat/telegram/fit.ts";
import { entityBytes, lengthOf } from "../../../fakes/telegram/text.ts";
import { arrives } from "./arrival.ts";
import { messageOf } from "./support.ts";

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
