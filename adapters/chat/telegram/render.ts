import type { Action, Block, Message } from "../../../src/model/message.ts";
import { fitParts } from "./fit.ts";
import type { Part } from "./fit.ts";
import { drawKeyboard } from "./keyboard.ts";
import type { Keyboard, StoredButton } from "./keyboard.ts";
import { messageLimits } from "./limits.ts";
import { toHtml, toPlain } from "./span.ts";
import type { Span } from "./span.ts";
import { cleanLine, cleanText, linkTarget } from "./visible.ts";

/** A message as Telegram takes it. */
export interface Drawing {
  /** For parse_mode HTML, within all limits. */
  readonly html: string;
  /** The same words without markup, for when the markup is refused. */
  readonly plain: string;
  /** Null: no buttons. */
  readonly keyboard: Keyboard | null;
  /** What is to be kept before it goes out, so that its buttons work. */
  readonly stored: ReadonlyMap<string, StoredButton>;
  /** Buttons that could not be drawn, by their commands: defects of ours. */
  readonly droppedActions: readonly Action[];
}

const noCommands: ReadonlySet<string> = new Set();
const barCells = 10;
/** A row may hold somebody's words, such as a reported error: in it a command may be tapped only where the row explains one ("/start: …"). */
const explainedCommand = /^\/\w{1,32}(?=:\s)/u;
/** Messages as they were drawn last: an alert's is the same for many chats. */
const drawn = new WeakMap<
  Message,
  { readonly liveCommands: ReadonlySet<string>; readonly drawing: Drawing }
>();

/**
 * Draws a message in Telegram's HTML. Sources keep their room; texts are cut at sentences where the
 * whole is too long. `liveCommands`: the commands that may be tapped where our own texts name them.
 */
export function drawMessage(message: Message, liveCommands: ReadonlySet<string>): Drawing {
  const known = drawn.get(message);
  if (known?.liveCommands === liveCommands) return known.drawing;
  const drawing = draw(message, partsOf(message, liveCommands), messageLimits.characters);
  drawn.set(message, { liveCommands, drawing });
  return drawing;
}

/** As `drawMessage`, as the caption of its chart, with what the picture says in words, which goes first where room is short. */
export function drawCaption(message: Message, liveCommands: ReadonlySet<string>): Drawing {
  const said = message.blocks.map((block) => ("text" in block ? block.text.trim() : ""));
  const words = alternativeOf(message);
  const alternative: Block = { kind: "note", text: said.includes(words) ? "" : words };
  // It names speakers as reports call them.
  const last = { ...drawBlock(alternative, noCommands), rank: 8 };
  return draw(message, [...partsOf(message, liveCommands), last], messageLimits.captionCharacters);
}

/** What the picture says in words, without the title where that stands above already. */
function alternativeOf({ title, chart }: Message): string {
  const words = chart?.alternative.trim() ?? "";
  const opening = `${title.trim()}. `;
  return words.startsWith(opening) ? words.slice(opening.length) : words;
}

/** As `drawMessage`, with the words of its chart instead of the picture; a chart names speakers as reports call them, so none can be tapped. */
export function drawWithoutChart(message: Message, liveCommands: ReadonlySet<string>): Drawing {
  const { chart, blocks, ...rest } = message;
  if (chart === undefined) return drawMessage(message, liveCommands);
  const title: Block = { kind: "text", text: chart.title === message.title ? chart.subtitle : chart.title };
  const words: readonly Block[] = [title, { kind: "text", text: alternativeOf(message) }];
  return drawMessage({ ...rest, blocks: [...blocks, ...words] }, noCommands);
}

/** Whether the message has room for all of its words. */
export function fitsMessage(message: Message, liveCommands: ReadonlySet<string>): boolean {
  const parts = partsOf(message, liveCommands).filter(hasWords);
  return toPlain(joinParts(fitParts(parts, messageLimits.characters))) === toPlain(joinParts(parts));
}

function draw(message: Message, parts: readonly Part[], characters: number): Drawing {
  const spans = joinParts(fitParts(parts.filter(hasWords), characters));
  const { keyboard, stored, dropped } = drawKeyboard(message);
  return { html: toHtml(spans), plain: toPlain(spans), keyboard, stored, droppedActions: dropped };
}

function partsOf(message: Message, liveCommands: ReadonlySet<string>): readonly Part[] {
  // Where nothing of a report stands the words are ours, and commands in the title may be tapped, too.
  const isOurs =
    message.chart === undefined &&
    message.blocks.every(({ kind }) => kind === "text" || kind === "note" || kind === "list");
  const live = isOurs ? liveCommands : noCommands;
  const title = part([[{ text: cleanLine(message.title), style: "bold", liveCommands: live }]], {
    rank: 0,
    share: 0.25,
    canCutRows: true,
  });
  const body = message.blocks.map((block) => drawBlock(block, liveCommands));
  return [title, ...body, ...selectParts(message)];
}

/** One list explains itself by the message; of several each in which something is or may stay chosen is named, with what that is. */
function selectParts({ selects = [] }: Message): readonly Part[] {
  const named = selects.filter(
    ({ isMultiple, options }) => isMultiple || options.some(({ isChosen }) => isChosen),
  );
  if (selects.length < 2 || named.length === 0) return [];
  const rows = named.map(({ label, options }) => {
    const chosen = options.filter(({ isChosen }) => isChosen).map((option) => cleanLine(option.label));
    return [{ text: chosen.length === 0 ? cleanLine(label) : `${cleanLine(label)}: ${chosen.join(", ")}` }];
  });
  return [part(rows, { rank: 5, share: 0.5, canCutRows: true })];
}

function drawBlock(block: Block, liveCommands: ReadonlySet<string>): Part {
  switch (block.kind) {
    case "text":
      return part([[{ text: wordsOf(block.text), liveCommands }]], { rank: 5, share: 1, canCutRows: true });
    case "note":
      return part([[{ text: wordsOf(block.text), style: "italic", liveCommands }]], {
        rank: 6,
        share: 0.5,
        canCutRows: true,
      });
    case "change":
      return part([[{ text: wordsOf(block.text), style: "bold" }]], {
        rank: 1,
        share: 0.25,
        canCutRows: true,
      });
    case "quote":
      return part(quoteRows(block), { rank: 7, share: 0.5, canCutRows: true });
    case "figures":
      return part(block.rows.map(figureRow), { rank: 3, share: 0.75 });
    case "progress":
      return part(progressRows(block), { rank: 2, share: 0.25, canCutRows: true });
    case "list":
      return part(
        block.items.map((item) => listRow(item, liveCommands)),
        { rank: 5, share: 1, canCutRows: true },
      );
    case "story":
      return part(storyRows(block), { rank: 3, share: 1 });
    case "sources":
      return part(sourceRows(block), { rank: 4, share: 0.5, between: ", " });
  }
}

type PartManner = Pick<Part, "rank" | "share"> & Partial<Pick<Part, "between" | "canCutRows">>;

function part(rows: Part["rows"], manner: PartManner): Part {
  return { rows, between: "\n", canCutRows: false, ...manner };
}

function quoteRows(block: Extract<Block, { kind: "quote" }>): Part["rows"] {
  const words: readonly Span[] = [{ text: wordsOf(block.text), style: "quote" }];
  return block.source === null
    ? [words]
    : [words, [{ text: "— " }, link(block.source.label, block.source.url)]];
}

/** "• Released to Ukraine: 307 (Volodymyr Zelenskyy)"; a rival's is set in, its words say whose it is. */
function figureRow(row: Extract<Block, { kind: "figures" }>["rows"][number]): readonly Span[] {
  const by = row.by === null || row.by.trim() === "" ? "" : ` (${cleanLine(row.by)})`;
  const value: Span = row.isRival
    ? { text: cleanLine(row.value) }
    : { text: cleanLine(row.value), style: "bold" };
  return [{ text: `${row.isRival ? "    ◦ " : "• "}${cleanLine(row.label)}: ` }, value, { text: by }];
}

function storyRows(block: Extract<Block, { kind: "story" }>): Part["rows"] {
  const note = wordsOf(block.note);
  const source: readonly Span[] = block.source === null ? [] : [link(block.source.label, block.source.url)];
  const between: readonly Span[] = note === "" || source.length === 0 ? [] : [{ text: ": " }];
  const end: readonly Span[] = [...(note === "" ? [] : [{ text: note }]), ...between, ...source];
  return [
    [{ text: cleanLine(block.title), style: "bold" }],
    ...block.rows.map(figureRow),
    ...block.lines.map((text): readonly Span[] => [{ text: wordsOf(text) }]),
    ...(end.length === 0 ? [] : [end]),
  ];
}

/** The words, and under them the same as a bar. */
function progressRows(block: Extract<Block, { kind: "progress" }>): Part["rows"] {
  const words: readonly Span[] = [{ text: wordsOf(block.text) }];
  const bar = progressBar(block.done, block.target);
  return bar === "" ? [words] : [words, [{ text: bar }]];
}

/** Full only at the target, and never empty once something is done. "" without a target. */
export function progressBar(done: number, target: number): string {
  const share = done / target;
  if (!Number.isFinite(share) || target <= 0) return "";
  const least = done > 0 ? 1 : 0;
  const full = Math.max(least, Math.min(barCells, Math.floor(Math.max(0, share) * barCells)));
  return "■".repeat(full) + "□".repeat(barCells - full);
}

function listRow(
  item: Extract<Block, { kind: "list" }>["items"][number],
  liveCommands: ReadonlySet<string>,
): readonly Span[] {
  const mark: Span = { text: "• " };
  if (item.link !== null) return [mark, link(item.text, item.link.url)];
  const command = explainedCommand.exec(item.text)?.[0] ?? "";
  const rest: Span = { text: wordsOf(item.text.slice(command.length)) };
  return command === "" ? [mark, rest] : [mark, { text: command, liveCommands }, rest];
}

function sourceRows(block: Extract<Block, { kind: "sources" }>): Part["rows"] {
  const words = wordsOf(block.text);
  const lead: Span = { text: words === "" || words.endsWith(":") ? `${words} ` : `${words}: ` };
  const [first, ...others] = block.links.map((each) => link(each.label, each.url));
  if (first === undefined) return [[{ text: words }]];
  return [words === "" ? [first] : [lead, first], ...others.map((each) => [each])];
}

/** A link keeps its label as it is. Without an address that holds, it is text. */
function link(label: string, url: string): Span {
  const target = linkTarget(url);
  const shown = cleanLine(label);
  if (target === null) return { text: shown };
  return { text: shown === "" ? target : shown, url: target };
}

/** A text as it arrives. */
function wordsOf(text: string): string {
  return cleanText(text).trim();
}

function hasWords(each: Part): boolean {
  return toPlain(each.rows.flat()).trim() !== "";
}

function joinParts(parts: readonly Part[]): readonly Span[] {
  return parts.flatMap((each, index) => {
    const rows = each.rows.flatMap((row, at) => (at === 0 ? row : [{ text: each.between }, ...row]));
    return index === 0 ? rows : [{ text: "\n\n" }, ...rows];
  });
}
