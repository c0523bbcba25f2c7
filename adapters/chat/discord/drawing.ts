import type { APIEmbed, APIMessageTopLevelComponent } from "discord.js";
import type { Block, FigureRow, ListItem, Message } from "../../../src/model/message.ts";
import { drawComponents } from "./components.ts";
import { messageLimits } from "./limits.ts";
import { cut, drawBar, drawLink, escapeLine, escapeWithin } from "./markdown.ts";

/** A message as Discord takes it, within all of its limits. */
export interface DiscordMessage {
  readonly content: string;
  readonly embeds: APIEmbed[];
  readonly components: APIMessageTopLevelComponent[];
  /** Nothing in a message ever pings but the one role that was asked for: the default without this is that everything does. */
  readonly allowed_mentions: {
    readonly parse: [];
    readonly roles?: string[];
    readonly replied_user: false;
  };
}

/** What a message is drawn with. */
export interface DrawingExtras {
  /** Id of a role to mention before the title; null or absent: none. */
  readonly mention?: string | null;
  /** File name of the chart's picture, which goes with the message; null or absent: there is none, and a chart is told in words. */
  readonly picture?: string | null;
}

/**
 * Draws a message: the title as content, because that is what a phone's notification shows (an embed alone shows nothing
 * there), the rest as embeds, whose narrow column reads the same on phone and desktop; lists and buttons under them
 * (docs/decisions: embeds). `key`: the delivery's, carried by every component so that the message can be found again; "" for none.
 */
export function drawMessage(message: Message, key: string, extras: DrawingExtras = {}): DiscordMessage {
  const mention = readMention(extras.mention);
  return {
    content: drawMention(mention) + drawTitle(message.title),
    embeds: drawEmbeds(message, extras.picture ?? null),
    components: drawComponents(message, key),
    allowed_mentions: allowOnly(mention),
  };
}

/**
 * The same as content alone: whole lines, as many as fit; of several developments the last ones are shortened, so that none is left out. `key` null: without components, for when Discord refuses the
 * richer form; else with them, where the bot may not embed.
 */
export function drawPlainMessage(
  message: Message,
  key: string | null = null,
  extras: DrawingExtras = {},
): DiscordMessage {
  const mention = readMention(extras.mention);
  const kept: string[] = [drawMention(mention) + drawTitle(message.title)];
  let room = messageLimits.content - (kept[0]?.length ?? 0);
  for (const text of shortened(toldBlocks(message, extras.picture ?? null), room)) {
    if (text.length + 1 > room) break;
    kept.push(text);
    room -= text.length + 1;
  }
  return {
    content: kept.join("\n"),
    embeds: [],
    components: key === null ? [] : drawComponents(message, key),
    allowed_mentions: allowOnly(mention),
  };
}

/** The lines of blocks, those of the last stories shortened where there is not `room` for all: to title and source, and where that is too much to the title. */
function shortened(blocks: readonly Block[], room: number): readonly string[] {
  const stories = blocks.filter(({ kind }) => kind === "story");
  let lines = blocks.flatMap(drawPlainLines);
  for (const isSourced of [true, false])
    for (let whole = stories.length; whole >= 0; whole -= 1) {
      const short = new Set<Block>(stories.slice(whole));
      lines = blocks.flatMap((block) =>
        drawPlainLines(short.has(block) ? shortBlock(block, isSourced) : block),
      );
      if (lines.reduce((sum, line) => sum + line.length + 1, 0) <= room) return lines;
    }
  return lines;
}

function shortBlock(block: Block, isSourced: boolean): Block {
  if (block.kind !== "story") return block;
  return { ...block, rows: [], lines: [], ...(isSourced ? {} : { note: "", source: null }) };
}

function drawPlainLines(block: Block): string[] {
  return drawLines(block).map(({ before, text, after }) => before + escapeLine(text) + after);
}

/** An id, or null for what is none. */
function readMention(mention: string | null | undefined): string | null {
  return mention !== null && mention !== undefined && /^\d{15,20}$/.test(mention) ? mention : null;
}

function drawMention(mention: string | null): string {
  return mention === null ? "" : `<@&${mention}> `;
}

function allowOnly(mention: string | null): DiscordMessage["allowed_mentions"] {
  return { parse: [], ...(mention === null ? {} : { roles: [mention] }), replied_user: false };
}

/** The blocks with the chart's words among them where its picture is not shown. */
function toldBlocks(message: Message, picture: string | null): readonly Block[] {
  const { blocks, chart } = message;
  return chart === undefined || picture !== null
    ? blocks
    : [...blocks, { kind: "text", text: chart.alternative }];
}

const maxTitle = 300;

function drawTitle(title: string): string {
  const words = escapeLine(cut(title.replaceAll(/\s+/g, " ").trim(), maxTitle));
  // Content must not be empty where a message has no blocks (50006).
  return words === "" ? "…" : `**${words}**`;
}

/** A calm blue, the same for all: colour must not say what the words do not. */
const embedColour = 0x3b6ea5;
const separator = "\n\n";
/** Below both documented limits, so that counting in another way than theirs does not matter. */
const bodyBudget = messageLimits.embedTotal - 100;
const embedBudget = messageLimits.embedDescription - 96;

function drawEmbeds(message: Message, picture: string | null): APIEmbed[] {
  const pages: string[] = [];
  for (const text of fitBlocks(toldBlocks(message, picture), message.language)) {
    const last = pages.at(-1);
    if (last !== undefined && last.length + separator.length + text.length <= embedBudget)
      pages[pages.length - 1] = last + separator + text;
    else pages.push(text);
  }
  const embeds: APIEmbed[] = pages
    .slice(0, messageLimits.embeds)
    .map((description) => ({ description, color: embedColour }));
  if (picture === null) return embeds;
  const image = { url: `attachment://${picture}` };
  const last = embeds.pop() ?? { color: embedColour };
  return [...embeds, { ...last, image }];
}

/** Blocks whose every line matters: they get their room before the ones that can be shortened. */
const firstServed: ReadonlySet<Block["kind"]> = new Set([
  "figures",
  "progress",
  "change",
  "sources",
  "story",
]);

/** Each block drawn, in their order, all together within the budget; those without room are left out. */
function fitBlocks(blocks: readonly Block[], language: string): string[] {
  const drawn = new Map<Block, string>();
  let room = bodyBudget;
  const serve = (block: Block): void => {
    const text = drawBlock(block, Math.min(room - separator.length, embedBudget), language);
    drawn.set(block, text);
    if (text !== "") room -= text.length + separator.length;
  };
  blocks.filter(({ kind }) => firstServed.has(kind)).forEach(serve);
  blocks.filter(({ kind }) => !firstServed.has(kind)).forEach(serve);
  return blocks.map((block) => drawn.get(block) ?? "").filter((text) => text !== "");
}

/** Whether a message with embeds has room for all of its blocks. */
export function fitsMessage(message: Message): boolean {
  const whole = message.blocks.map((block) => drawBlock(block, Infinity, message.language));
  const drawn = fitBlocks(message.blocks, message.language);
  return drawn.join(separator) === whole.filter((text) => text !== "").join(separator);
}

/** One line of a block: what stands before its words, the words, and drawn markup after them. */
interface Line {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

/** A block in at most `max` characters: whole lines, and the first one that does not fit cut if that is its words' fault. */
function drawBlock(block: Block, max: number, language: string): string {
  const drawn: string[] = [];
  let room = max;
  for (const line of drawLines(block)) {
    const frame = line.before.length + line.after.length;
    const words = escapeWithin(line.text, room - frame, language);
    if (frame + words.length > room || (words === "" && line.text !== "")) break;
    const text = prefixLines(line.before, words) + line.after;
    if (text.length > room) break;
    drawn.push(text);
    room -= text.length + 1;
  }
  return drawn.join("\n");
}

/** A quote and small print mark each of their lines, or only the first would be drawn so. */
function prefixLines(before: string, words: string): string {
  return before === "> " || before === "-# "
    ? before + words.replaceAll("\n", `\n${before}`)
    : before + words;
}

function drawLines(block: Block): Line[] {
  switch (block.kind) {
    case "text":
      return [{ before: "", text: block.text, after: "" }];
    case "note":
      return [{ before: "-# ", text: block.text, after: "" }];
    case "change":
      return [{ before: "✎ ", text: block.text, after: "" }];
    case "quote":
      return [
        { before: "> ", text: block.text, after: "" },
        ...(block.source === null ? [] : [{ before: "> — ", text: "", after: drawLink(block.source) }]),
      ];
    case "figures":
      return block.rows.map(drawFigure);
    case "progress":
      return [{ before: `${drawBar(block.done, block.target)} `, text: block.text, after: "" }];
    case "sources":
      return [
        ...(block.text === "" ? [] : [{ before: "", text: block.text, after: "" }]),
        ...block.links.map((link) => ({ before: "↗ ", text: "", after: drawLink(link) })),
      ];
    case "story":
      return [
        { before: "**", text: block.title, after: "**" },
        ...block.rows.map(drawFigure),
        ...block.lines.map((text) => ({ before: "", text, after: "" })),
        ...(block.note === "" && block.source === null
          ? []
          : [
              {
                before: "-# ",
                text: block.note,
                after: block.source === null ? "" : ` ${drawLink(block.source)}`,
              },
            ]),
      ];
    case "list":
      return block.items.map(drawItem);
  }
}

function drawFigure(row: FigureRow): Line {
  const by = row.by === null ? "" : ` (${escapeLine(row.by)})`;
  return {
    before: `${row.isRival ? "↔" : "•"} ${escapeLine(row.label)}: **${escapeLine(row.value)}**`,
    text: "",
    after: by,
  };
}

function drawItem(item: ListItem): Line {
  return { before: "• ", text: item.text, after: item.link === null ? "" : ` ${drawLink(item.link)}` };
}
