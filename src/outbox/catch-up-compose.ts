import { composeAlert, type ComposeOptions } from "../alert/compose.ts";
import { momentFormat } from "../languages/date-format.ts";
import { textsOf, type Texts } from "../languages/texts.ts";
import type { Alert } from "../model/alert.ts";
import type { CatchUp, CaughtUp } from "../model/delivery.ts";
import type { Block, FigureRow, Message } from "../model/message.ts";

/** As many buttons as fit under a message on every platform: each development has one. */
export const mostStories = 25;
/** Numbers of one development, each with its rivals'; all the rest stands behind its button. */
const maxLeading = 2;

export interface CatchUpWording extends ComposeOptions {
  readonly catchUp: Pick<CatchUp, "position" | "sinceAt" | "untilAt" | "left">;
  /** Whether the platform's message has room for all of it. */
  readonly fits: (message: Message) => boolean;
}

/** How its developments are worded. */
type Wording = Omit<CatchUpWording, "fits">;

/** Words a catch-up. */
export type ComposeCatchUp = (stories: readonly CaughtUp[], wording: CatchUpWording) => Message;

/**
 * One message for several developments, each as it stands now. Where there is no room for all (numbers have grown since it was sent), the
 * last ones keep their titles only.
 */
export function composeCatchUp(stories: readonly CaughtUp[], wording: CatchUpWording): Message {
  const blocks = stories.map((story, index) => storyBlock(story, index, wording));
  const withWhole = (whole: number): Message =>
    messageOf(
      blocks.map((block, index) => (index < whole ? block : titleOnly(block))),
      stories,
      wording,
    );
  return withWhole(mostThat(stories.length, (whole) => wording.fits(withWhole(whole))));
}

/** Whether there are words for it: there are none only for a defect of ours. */
export function canBeWorded(story: CaughtUp, wording: Wording): boolean {
  try {
    return keptBlock(story, wording).title !== "";
  } catch {
    return false;
  }
}

/** How many of the stories, the first ones, one message has room for with all that is told of them; at least one. */
export function roomFor(stories: readonly CaughtUp[], wording: CatchUpWording): number {
  const blocks = stories.slice(0, mostStories).map((story, index) => storyBlock(story, index, wording));
  const left = stories.length;
  const hasRoom = (count: number): boolean =>
    wording.fits(
      messageOf(blocks.slice(0, count), stories, { ...wording, catchUp: { ...wording.catchUp, left } }),
    );
  return Math.max(1, mostThat(blocks.length, hasRoom));
}

/** The greatest number up to `max` for which it holds, given that it holds for all smaller ones; 0: for none. */
function mostThat(max: number, holds: (count: number) => boolean): number {
  // Mostly all have room.
  if (holds(max)) return max;
  let [low, high] = [0, Math.max(0, max - 1)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

type StoryBlock = Extract<Block, { kind: "story" }>;

function messageOf(
  blocks: readonly StoryBlock[],
  stories: readonly CaughtUp[],
  { catchUp, language, timeZone, isPossibleRepeat }: CatchUpWording,
): Message {
  const texts = textsOf(language);
  const { position, sinceAt, untilAt, left } = catchUp;
  const moment = momentFormat(timeZone, texts);
  const period = { from: moment.format(sinceAt), to: moment.format(untilAt) };
  const all = blocks.length + left;
  return {
    title: texts.text(position === 1 ? "catch-up-title" : "catch-up-next", {
      n: all,
      count: texts.number(all),
    }),
    blocks: [
      { kind: "note", text: texts.text("digest-period", period) },
      ...blocks,
      ...(left === 0 ? [] : [noteOf("catch-up-left", texts, { n: left, count: texts.number(left) })]),
      ...(isPossibleRepeat ? [noteOf("note-repeat", texts)] : []),
    ],
    actions: stories.slice(0, blocks.length).map(({ newest }, index) => ({
      command: "development",
      argument: newest.development,
      label: texts.number(index + 1),
    })),
    language: texts.language,
  };
}

function noteOf(id: string, texts: Texts, values: Parameters<Texts["text"]>[1] = {}): Block {
  return { kind: "note", text: texts.text(id, values) };
}

/** After a night thousands of chats are told the same: what is worded is kept beside its alert, for so many languages and zones. */
const worded = new WeakMap<Alert, Map<string, StoryBlock>>();
const keptWordings = 64;

/** A development as it stands in a catch-up, with its number there. */
function storyBlock(story: CaughtUp, index: number, wording: Wording): StoryBlock {
  const block = keptBlock(story, wording);
  return { ...block, title: `${index + 1}. ${block.title}` };
}

function keptBlock(story: CaughtUp, wording: Wording): StoryBlock {
  const { newest, unseen, isNew } = story;
  const told = isNew ? [0] : unseen.map(({ seq }) => seq);
  // One that the store did not give has no number to be known by.
  if (told.includes(null)) return wordStory(story, wording);
  const key = [wording.language, wording.timeZone, ...told].join(" ");
  const kept = worded.get(newest) ?? new Map<string, StoryBlock>();
  const known = kept.get(key);
  if (known !== undefined) return known;
  const block = wordStory(story, wording);
  if (kept.size >= keptWordings) kept.clear();
  worded.set(newest, kept.set(key, block));
  return block;
}

/** What a message of its own would say, in short: with final values only where nothing was told before. */
function wordStory({ newest, unseen, isNew }: CaughtUp, wording: Wording): StoryBlock {
  const { title, blocks } = composeAlert(isNew ? [newest] : wordedOf(newest, unseen), {
    ...wording,
    isPossibleRepeat: false,
  });
  const lines = blocks.flatMap((block) => {
    if (block.kind === "change") return isNew || unseen.length === 0 ? [] : [block.text];
    return block.kind === "text" || block.kind === "progress" || block.kind === "note" ? [block.text] : [];
  });
  const sources = blocks.find((block) => block.kind === "sources");
  return {
    kind: "story",
    title,
    rows: blocks.flatMap((block) => (block.kind === "figures" ? leadingRows(block.rows) : [])),
    lines,
    note: sources?.text ?? "",
    source: sources?.links[0] ?? null,
  };
}

/** Of the changes on the way only the last one is worded, and each correction: what was wrong must not be hidden by what came after it. */
function wordedOf(newest: Alert, unseen: readonly Alert[]): readonly Alert[] {
  const last = unseen.findLast(({ changes }) => changes.length > 0);
  const worded = unseen.filter((alert) => alert === last || alert.type === "correction");
  return worded.at(-1)?.revision === newest.revision ? worded : [...worded, newest];
}

/** A number is never shown without the other side's beside it. */
function leadingRows(rows: readonly FigureRow[]): readonly FigureRow[] {
  let leading = 0;
  return rows.filter(({ isRival }) => {
    if (!isRival) leading += 1;
    return leading <= maxLeading;
  });
}

function titleOnly(block: StoryBlock): StoryBlock {
  return { ...block, rows: [], lines: [], note: "", source: null };
}
