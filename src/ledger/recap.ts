import type { Figure } from "../model/figure.ts";
import { pointOf } from "./counts.ts";
import { matchTopic } from "./match.ts";
import { standingOf } from "./numbers.ts";
import type { MatchContext } from "./same-day.ts";
import type { Topic } from "./topic.ts";

/** A number this far from the standing one is of another leg. */
const otherShare = 0.25;

/** The topics, marked where the report tells them as the story so far. */
export function withRecaps(topics: readonly Topic[]): readonly Topic[] {
  return topics.map((topic) => (laterThan(topic, topics) === null ? topic : { ...topic, isRecap: true }));
}

/** The later leg or night beside which a report tells the topic as the story so far. Null: the topic is what the report is about. */
function laterThan(topic: Topic, topics: readonly Topic[]): Topic | null {
  const later = topics.filter((other) => isLater(other, topic) && isOneSeries(other, topic));
  return later.toSorted((a, b) => ((a.date ?? "") < (b.date ?? "") ? 1 : -1))[0] ?? null;
}

function isLater(other: Topic, topic: Topic): boolean {
  return topic.date !== null && other.date !== null && other.date > topic.date;
}

/** Legs of exchanges follow each other whatever they hand over, nights where one party attacks. */
function isOneSeries(a: Topic, b: Topic): boolean {
  if (a.kind !== b.kind || a.conflict !== b.conflict || a.figures.length === 0) return false;
  if (isHandover(a) && isHandover(b)) return true;
  return a.subject === "night" && b.subject === "night" && a.attacker === b.attacker;
}

function isHandover({ kind, subject }: Topic): boolean {
  return kind === "exchange" && (subject === "captives" || subject === "bodies" || subject === "children");
}

/**
 * The topics with numbers put where they fit: one that a report gives an earlier leg, far from what stands there, is of the report's
 * own leg where that has none of its kind. A day told in passing ("five more, whom it got on the 9th") easily takes numbers with it.
 */
export function refile(topics: readonly Topic[], context: MatchContext): readonly Topic[] {
  return topics.reduce<readonly Topic[]>((filed, topic) => {
    const same = filed.filter(({ subject }) => subject === topic.subject);
    const later = isHandover(topic) ? laterThan(topic, same) : null;
    const leg = later === null ? null : matchTopic(topic, context);
    if (later === null || leg === null) return filed;
    const odd = topic.figures.filter((figure) => isOdd(figure, standingOf(leg, figure)));
    const moved = odd.filter((figure) => !later.figures.some((known) => isSameCount(known, figure)));
    if (moved.length === 0) return filed;
    const gained = {
      ...later,
      figures: [...later.figures, ...moved.map((figure) => ({ ...figure, date: later.date }))],
    };
    return filed.map((other) =>
      other === topic
        ? { ...topic, figures: topic.figures.filter((figure) => !odd.includes(figure)) }
        : other === later
          ? gained
          : other,
    );
  }, topics);
}

function isOdd(figure: Figure, standing: number | null): boolean {
  const value = pointOf(figure);
  return value !== null && standing !== null && Math.abs(value - standing) >= otherShare * standing;
}

function isSameCount(a: Figure, b: Figure): boolean {
  return a.measure === b.measure && a.side === b.side;
}
