import { composeAlert } from "../alert/compose.ts";
import { speakerText } from "../alert/wording.ts";
import type { Texts } from "../languages/texts.ts";
import type { Alert } from "../model/alert.ts";
import type { Action, Block, Link, Message } from "../model/message.ts";
import type { Subscription } from "../model/subscription.ts";
import type { Story } from "./digest-material.ts";

/** Developments that one digest names of each sort, with a button for each: 24 and "latest" are as many as fit on every platform. */
const maxNew = 15;
const maxChanged = 9;
/** Speakers named beside one development. */
const maxSpeakers = 2;
/** Characters for all of them: of words (Telegram's message has 4,096) and of words with addresses (Discord's embeds have 6,000). The rest is the digest's other parts. */
const wordsRoom = 3_200;
const wholeRoom = 4_600;
/** What is drawn around a development's title and words, and beside them around its address. */
const wordsFrame = 4;
const addressFrame = 20;

/** What a digest says of its developments, and the buttons that lead to them. */
export interface ToldStories {
  readonly blocks: readonly Block[];
  readonly actions: readonly Action[];
}

/** Each development with who says its numbers and an outlet that tells them; numbered through, as its button is. */
export function storyList(
  stories: readonly Story[],
  wording: Pick<Subscription, "language" | "timeZone">,
  texts: Texts,
): ToldStories {
  const fresh = stories.filter(({ isNew }) => isNew);
  const changed = stories.filter(({ isNew }) => !isNew);
  const named = [...fresh.slice(0, maxNew), ...changed.slice(0, maxChanged)];
  const drawn = withinRoom(named.map((story, index) => storyBlock(story, index, { wording, texts })));
  const ofNew = Math.min(fresh.length, maxNew);
  return {
    blocks: [
      ...listBlocks("digest-new", { all: fresh.length, drawn: drawn.slice(0, ofNew), texts }),
      ...listBlocks("digest-changed", { all: changed.length, drawn: drawn.slice(ofNew), texts }),
    ],
    actions: named.map(({ newest }, index) => ({
      command: "development",
      argument: newest.development,
      label: texts.number(index + 1),
    })),
  };
}

interface List {
  readonly all: number;
  readonly drawn: readonly StoryBlock[];
  readonly texts: Texts;
}

function listBlocks(id: string, { all, drawn, texts }: List): readonly Block[] {
  if (all === 0) return [];
  const left = all - drawn.length;
  const counted = (n: number) => ({ n, count: texts.number(n) });
  const more: readonly Block[] =
    left === 0 ? [] : [{ kind: "note", text: texts.text("digest-more", counted(left)) }];
  return [{ kind: "text", text: texts.text(id, counted(all)) }, ...drawn, ...more];
}

type StoryBlock = Extract<Block, { kind: "story" }>;

interface Drawing {
  readonly wording: Pick<Subscription, "language" | "timeZone">;
  readonly texts: Texts;
}

function storyBlock(
  { alerts, newest, isNew }: Story,
  index: number,
  { wording, texts }: Drawing,
): StoryBlock {
  const message = composeAlert(alerts, { ...wording, isPossibleRepeat: false });
  const changes = message.blocks.flatMap((block) => (block.kind === "change" ? [block.text] : []));
  const sources = message.blocks.find(({ kind }) => kind === "sources");
  const source = sources?.kind === "sources" ? (sources.links[0] ?? null) : null;
  const note = [wordOf(newest, message, texts), source === null ? outletOf(newest, texts) : ""];
  return {
    kind: "story",
    title: `${index + 1}. ${message.title}`,
    rows: [],
    lines: isNew ? [] : changes.slice(-1),
    note: note.filter((part) => part !== "").join("; "),
    source,
  };
}

/** Who says it, and whether the sides differ on it; "": the outlet itself. */
function wordOf(alert: Alert, { blocks }: Message, texts: Texts): string {
  const said = blocks.flatMap((block) =>
    block.kind === "figures" ? block.rows.flatMap(({ by, isRival }) => (isRival ? [] : (by ?? []))) : [],
  );
  const names =
    alert.figures.length > 0 ? said : alert.speakers.flatMap((speaker) => speakerText(speaker, texts) ?? []);
  const word = [...new Set(names)].slice(0, maxSpeakers).join(", ");
  if (!alert.figures.some(({ isRival }) => isRival)) return word;
  if (word !== "") return texts.text("sources-differ", { sources: word });
  return blocks.find((block) => block.kind === "sources")?.text ?? "";
}

/** An outlet that has no address to link to; "": none is known. */
function outletOf({ sources: [first] }: Alert, texts: Texts): string {
  if (first === undefined) return "";
  return first.isStateControlled ? texts.text("source-state", { name: first.label }) : first.label;
}

/** Where there is not room for all, the later ones give up the address first, then all but the title: the button leads to it. */
function withinRoom(blocks: readonly StoryBlock[]): readonly StoryBlock[] {
  let words = blocks.reduce((sum, { title }) => sum + title.length + wordsFrame, 0);
  const worded = blocks.map((block) => {
    if (words + wordsIn(block) > wordsRoom) return { ...block, lines: [], note: "", source: null };
    words += wordsIn(block);
    return block;
  });
  let whole = words;
  return worded.map((block) => {
    if (whole + addressIn(block.source) > wholeRoom) return unlinked(block);
    whole += addressIn(block.source);
    return block;
  });
}

function unlinked(block: StoryBlock): StoryBlock {
  const outlet = block.source?.label ?? "";
  const note = [block.note, outlet].filter((part) => part !== "").join("; ");
  return { ...block, note, source: null };
}

function wordsIn({ lines, note, source }: StoryBlock): number {
  return [...lines, note, source?.label ?? ""].reduce((sum, text) => sum + text.length + 1, 0);
}

function addressIn(source: Link | null): number {
  return source === null ? 0 : source.url.length + addressFrame;
}
