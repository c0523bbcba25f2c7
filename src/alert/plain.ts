import type { Block, FigureRow, Message } from "../model/message.ts";

/** A message as plain text: for lines of a replay, logs and places that draw no blocks. Title and buttons are left out. */
export function plainText(message: Message): string {
  return message.blocks.map(plainBlock).join("\n");
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case "figures":
      return block.rows.map(plainRow).join("\n");
    case "list":
      return block.items.map((item) => `- ${item.text}`).join("\n");
    case "story":
      return [block.title, ...block.rows.map(plainRow), ...block.lines, block.note]
        .filter((line) => line !== "")
        .join("\n");
    case "text":
    case "note":
    case "quote":
    case "progress":
    case "change":
    case "sources":
      return block.text;
  }
}

function plainRow(row: FigureRow): string {
  return row.by === null ? `${row.label}: ${row.value}` : `${row.label}: ${row.value} (${row.by})`;
}
