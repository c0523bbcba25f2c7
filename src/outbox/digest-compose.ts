import { composeAlert } from "../alert/compose.ts";
import { placeText } from "../alert/place-text.ts";
import { figureRows } from "../alert/rows.ts";
import { saidBy, spanText } from "../alert/wording.ts";
import { dateFormat, momentFormat } from "../languages/date-format.ts";
import { textsOf, type Texts } from "../languages/texts.ts";
import { isSalvo } from "../ledger/counts.ts";
import { countryOfScene } from "../ledger/scene.ts";
import type { Alert } from "../model/alert.ts";
import type { Chart } from "../model/chart.ts";
import type { Block, FigureRow, Message } from "../model/message.ts";
import type { Subscription } from "../model/subscription.ts";
import type { FollowedSource } from "../ports/source-store.ts";
import {
  addUp,
  newNights,
  newPlaces,
  operationsOf,
  storiesFor,
  withOnly,
  type Story,
} from "./digest-material.ts";
import { sourceBlocks, sourceNews, type SourceNews } from "./digest-sources.ts";
import { storyList } from "./digest-stories.ts";

/** One that is made so much after its time says so. */
const lateMs = 15 * 60_000;

export interface DigestInput {
  readonly subscription: Subscription;
  /** All alerts of the time that it tells of, oldest first. */
  readonly alerts: readonly Alert[];
  readonly followed: readonly FollowedSource[];
  /** Epoch milliseconds. */
  readonly sinceAt: number;
  readonly untilAt: number;
  readonly dueAt: number;
  /** More was told by `now` than `alerts` holds: the next digest goes on from `untilAt`. */
  readonly isCut: boolean;
  readonly now: number;
  /** A picture for what it tells; null: none fits. Absent: digests have none. */
  readonly chart?: (stories: readonly Story[], texts: Texts) => Chart | null;
}

export interface Digest {
  readonly message: Message;
  /** Nothing that the chat follows was told: it says so, and does not notify. */
  readonly isEmpty: boolean;
}

/** What happened since the last digest, in the chat's language, as far as it wants to know, and how far the silence can be trusted. */
export function composeDigest(input: DigestInput): Digest {
  const { subscription, alerts, followed, isCut, now } = input;
  const texts = textsOf(subscription.language);
  const stories = storiesFor(alerts, subscription);
  const sources = sourceNews(followed, subscription, { texts, now });
  const chart = input.chart?.(stories, texts) ?? null;
  const told = storyList(stories, subscription, texts);
  const blocks = [
    ...timeBlocks(input, texts),
    ...(stories.length > 0
      ? [...sumBlocks(stories, subscription, texts), ...told.blocks]
      : isCut
        ? []
        : emptyBlocks(sources, texts)),
    ...sourceBlocks(sources, texts),
  ];
  const message: Message = {
    title: titleFor(input, texts),
    blocks,
    actions: [...told.actions, { command: "latest", argument: "", label: texts.text("button-latest") }],
    ...(chart === null ? {} : { chart }),
    language: texts.language,
  };
  return { message, isEmpty: stories.length === 0 };
}

function titleFor({ subscription, dueAt }: DigestInput, texts: Texts): string {
  const { timeZone, digest } = subscription;
  const date = dateFormat(texts.language, {
    timeZone,
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(dueAt);
  return texts.text(digest.every === "day" ? "digest-title-day" : "digest-title-week", { date });
}

function timeBlocks(input: DigestInput, texts: Texts): readonly Block[] {
  const { subscription, sinceAt, untilAt, dueAt, isCut, now } = input;
  const { timeZone } = subscription;
  const moment = momentFormat(timeZone, texts);
  const [from, to] = [moment.format(sinceAt), moment.format(untilAt)];
  const period: Block = { kind: "note", text: texts.text("digest-period", { from, to }) };
  const cut: readonly Block[] = isCut ? [{ kind: "note", text: texts.text("digest-cut", { to }) }] : [];
  if (now - dueAt < lateMs) return [period, ...cut];
  return [period, ...cut, { kind: "note", text: texts.text("digest-late", { at: moment.format(dueAt) }) }];
}

/** An empty digest is honest about what it cannot know. */
function emptyBlocks({ all, unwell }: SourceNews, texts: Texts): readonly Block[] {
  const empty: Block = { kind: "text", text: texts.text("digest-empty") };
  if (unwell.length === 0) return [empty];
  const counts = { all: texts.number(all), unwell: texts.number(unwell.length) };
  return [empty, { kind: "text", text: texts.text("digest-not-calm", counts) }];
}

/** How far operations have come, and what is added up. */
function sumBlocks(
  stories: readonly Story[],
  { timeZone, language }: Subscription,
  texts: Texts,
): readonly Block[] {
  const wording = { language, timeZone, isPossibleRepeat: false };
  const progress = operationsOf(stories).flatMap((alert) =>
    composeAlert([alert], wording).blocks.filter(({ kind }) => kind === "progress"),
  );
  const sums = [...nightBlocks(stories, texts), ...tollBlocks(stories, texts)];
  const isUnsaid = sums.some((block) => block.kind === "figures" && block.rows.some(({ by }) => by === null));
  const note: readonly Block[] = isUnsaid ? [{ kind: "note", text: texts.text("digest-sums-said") }] : [];
  return [...progress, ...sums, ...note];
}

function nightBlocks(stories: readonly Story[], texts: Texts): readonly Block[] {
  return [...newNights(stories)].flatMap(([, nights]): readonly Block[] => {
    const [first] = nights;
    const figures = addUp(nights, isSalvo);
    if (first === undefined || figures.length === 0) return [];
    // Whose they are is said by each row: the title of this message does not.
    const rows = figureRows({ ...first, attacker: null, conflict: null, figures }, texts);
    return [headingOf("digest-nights", nights.length, texts), { kind: "figures", rows }];
  });
}

const tollMeasures = ["killed", "injured"] as const;

function tollBlocks(stories: readonly Story[], texts: Texts): readonly Block[] {
  const places = newPlaces(stories);
  const rows = [...Map.groupBy(places, (alert) => countryOfScene(alert.places))].flatMap(
    ([country, hit]): readonly FigureRow[] =>
      tollMeasures.flatMap((measure) => {
        const [sum] = addUp(
          hit.map((alert) => withOnly(measure, alert)),
          (each) => each === measure,
        );
        if (sum === undefined) return [];
        const name = texts.text(`measure-${measure}`);
        const label =
          country === null
            ? name
            : texts.text("digest-toll", { measure: name, place: placeText(country, texts) });
        return [{ label, value: spanText(sum, texts), by: saidBy(sum, texts), isRival: false }];
      }),
  );
  if (rows.length === 0) return [];
  return [headingOf("digest-tolls", places.length, texts), { kind: "figures", rows }];
}

function headingOf(id: string, n: number, texts: Texts): Block {
  return { kind: "text", text: texts.text(id, { n, count: texts.number(n) }) };
}
