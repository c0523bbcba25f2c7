import { describe, expect, it } from "vitest";
import { createConsole, drawConsole } from "../../../../adapters/chat/console/index.ts";
import { chartOf } from "../telegram/memory.ts";
import type { Message } from "../../../../src/model/message.ts";

const message: Message = {
  title: "Exchange: 307 released by each side",
  language: "en",
  actions: [],
  blocks: [
    {
      kind: "figures",
      rows: [{ label: "Released to Ukraine", value: "307", by: "Volodymyr Zelenskyy", isRival: false }],
    },
    { kind: "progress", text: "697 of 1,000", done: 697, target: 1000 },
    { kind: "sources", text: "2 sources", links: [{ label: "Outlet", url: "https://outlet.example/1" }] },
  ],
};
const address = { platform: "console", channel: "demo", thread: null };
const signal = new AbortController().signal;

describe("the console", () => {
  it("prints title, figures with their speakers, progress and sources", () => {
    expect(
      drawConsole(message, "●")
        .split("\n")
        .map((line) => line.trim()),
    ).toEqual([
      "● Exchange: 307 released by each side",
      "Released to Ukraine: 307 (Volodymyr Zelenskyy)",
      "697 of 1,000",
      "2 sources",
      "Outlet: https://outlet.example/1",
    ]);
  });

  it("says what a chart shows", () => {
    const chart = chartOf("Attacks by place");

    expect(drawConsole({ ...message, blocks: [], chart }, "●")).toContain(`    ${chart.alternative}`);
  });

  it("lets no report move the cursor", () => {
    const drawn = drawConsole({ ...message, title: "a\u001b[2Jb\nc\u202ed", blocks: [] }, "●");

    expect(drawn).toBe("● a [2Jb c d");
  });

  it("marks what notifies, what is silent and what is edited", async () => {
    const written: string[] = [];
    const console = createConsole((text) => written.push(text));
    const send = { key: "k", address, message, replyTo: null, mayRepeat: false };

    const sent = await console.send({ ...send, isLoud: true }, signal);
    await console.send({ ...send, isLoud: false }, signal);
    await console.edit({ address, messageId: "1", message, key: "k" }, signal);

    expect(written.map((text) => text[0])).toEqual(["●", "○", "↻"]);
    expect(sent).toEqual({ kind: "sent", messageId: "1" });
  });
});
