import type { Block, Message } from "../../../src/model/message.ts";
import type { ChatPlatform, SendOutcome } from "../../../src/ports/chat-platform.ts";

/** Prints messages to a terminal: the chat of the demo. It takes no commands. */
export function createConsole(write: (text: string) => void): ChatPlatform {
  let printed = 0;
  const print = (mark: string, message: Message): SendOutcome => {
    printed += 1;
    write(`${drawConsole(message, mark)}\n`);
    return { kind: "sent", messageId: String(printed) };
  };
  return {
    name: "console",
    limits: [],
    start: () => Promise.resolve(),
    check: () => Promise.resolve("this terminal"),
    stop: () => Promise.resolve(),
    isGroup: () => false,
    send: (request) => Promise.resolve(print(request.isLoud ? "●" : "○", request.message)),
    edit: (request) => Promise.resolve(print("↻", request.message)),
  };
}

/** A message as plain lines. `mark` stands before the title: ● notifies, ○ is silent, ↻ edits what was printed before. */
export function drawConsole(message: Message, mark: string): string {
  // A terminal shows no pictures: the chart's words stand in its place.
  const chart = message.chart === undefined ? [] : [oneLine(message.chart.alternative)];
  const lines = [...message.blocks.flatMap(drawBlock), ...chart];
  return [`${mark} ${oneLine(message.title)}`, ...lines.map((line) => `    ${line}`)].join("\n");
}

function drawBlock(block: Block): string[] {
  switch (block.kind) {
    case "text":
    case "note":
    case "change":
      return [oneLine(block.text)];
    case "quote":
      return [`“${oneLine(block.text)}”${block.source === null ? "" : ` (${oneLine(block.source.label)})`}`];
    case "figures":
      return block.rows.map((row) =>
        oneLine(
          `${row.isRival ? "  ≠ " : ""}${row.label}: ${row.value}${row.by === null ? "" : ` (${row.by})`}`,
        ),
      );
    case "progress":
      return [oneLine(block.text)];
    case "sources":
      return [oneLine(block.text), ...block.links.map((link) => oneLine(`  ${link.label}: ${link.url}`))];
    case "story":
      return [
        oneLine(block.title),
        ...drawBlock({ kind: "figures", rows: block.rows }).map((line) => `  ${line}`),
        ...block.lines.map((line) => `  ${oneLine(line)}`),
        ...(block.note === "" ? [] : [`  ${oneLine(block.note)}`]),
      ];
    case "list":
      return block.items.map((item) =>
        oneLine(`- ${item.text}${item.link === null ? "" : ` (${item.link.url})`}`),
      );
  }
}

/** One line, without control characters: a report cannot move the terminal's cursor. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
}
