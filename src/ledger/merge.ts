import type { Figure } from "../model/figure.ts";
import { daysBetween } from "./days.ts";
import { relateScenes } from "./scene.ts";
import { isManySided } from "./sides.ts";
import type { Topic } from "./topic.ts";
import { isOneTruce, union } from "./topic.ts";

/** Drafts about one thing put together; those without a day join the one of their kind that has one. */
export function mergeTopics(drafts: readonly Topic[]): readonly Topic[] {
  const merged: Topic[] = [];
  const dated = drafts.filter((draft) => draft.date !== null);
  const undated = drafts.filter((draft) => draft.date === null);
  for (const draft of [...dated.toSorted(agreedFirst), ...undated]) {
    const index = findPartner(merged, draft);
    const partner = index < 0 ? undefined : merged[index];
    if (partner === undefined) merged.push(draft);
    else merged[index] = join(partner, draft);
  }
  return merged;
}

/**
 * A number, or what happened, that one report dates a day off from the rest: of one thing, where both give no number for one count and one of
 * them is no more than numbers, or no more than what happened. What is known of its own day (`isKnown`) is no slip.
 */
export function joinSlips(topics: readonly Topic[], isKnown: (topic: Topic) => boolean): readonly Topic[] {
  return topics.reduce<readonly Topic[]>((kept, topic) => {
    const partner = kept.find((other) => isSlipOf(topic, other));
    if (partner === undefined) return [...kept, topic];
    const [major, minor] = weightOf(topic) > weightOf(partner) ? [topic, partner] : [partner, topic];
    if (isKnown(minor)) return [...kept, topic];
    return kept.map((other) => (other === partner ? join(major, minor) : other));
  }, []);
}

/** What happened gives the day; without it the more numbers do. */
function weightOf({ events, figures }: Topic): number {
  return figures.length + 2 * events.length;
}

function isSlipOf(topic: Topic, other: Topic): boolean {
  if (topic.date === null || other.date === null || topic.date === other.date) return false;
  if (!isOneThing({ ...topic, date: other.date }, other)) return false;
  if (topic.subject === "deal" || Math.abs(daysBetween(topic.date, other.date)) > 1) return false;
  const isBare = [topic, other].some(({ figures, events }) => figures.length === 0 || events.length === 0);
  return isBare && !topic.figures.some((figure) => other.figures.some((known) => isSameCount(known, figure)));
}

function isSameCount(a: Figure, b: Figure): boolean {
  return a.measure === b.measure && a.side === b.side && a.group === b.group && a.weapon === b.weapon;
}

/** What was agreed gives a deal its day, not the day announced for its first leg. */
function agreedFirst(a: Topic, b: Topic): number {
  const isAgreed = (topic: Topic) => topic.events.some((event) => event.stage === "agreed");
  return Number(isAgreed(b)) - Number(isAgreed(a));
}

function findPartner(merged: readonly Topic[], draft: Topic): number {
  const fits = merged
    .map((topic, index) => ({ topic, index }))
    .filter(({ topic }) => isOneThing(topic, draft));
  const ofDay = fits.filter(({ topic }) => topic.subject === draft.subject && topic.date === draft.date);
  // An attack on a region is told of the region, though a town in it is counted first.
  const exact = ofDay.find(({ topic }) => relateScenes(topic.places, draft.places) === "same") ?? ofDay[0];
  if (exact !== undefined) return exact.index;
  const own = fits.filter(({ topic }) => topic.subject === draft.subject);
  // A handover without a number belongs to whatever is counted on its day.
  const pool = own.length > 0 ? own : fits.filter(({ topic }) => topic.date === draft.date);
  return pool.length === 1 || (draft.date === null && pool.length > 0) ? (pool[0]?.index ?? -1) : -1;
}

function isOneThing(topic: Topic, draft: Topic): boolean {
  if (topic.kind !== draft.kind || topic.conflict !== draft.conflict || !isOneTruce(topic, draft))
    return false;
  if (topic.subject !== draft.subject && !isBareHandover(topic, draft)) return false;
  const isDeal = topic.subject === "deal";
  if (!isDeal && topic.date !== null && draft.date !== null && topic.date !== draft.date) return false;
  if (topic.kind !== "strike") return true;
  if (topic.subject === "night" || topic.subject === "front")
    return topic.attacker === draft.attacker || draft.attacker === null || isAnyones(topic);
  const relation = relateScenes(topic.places, draft.places);
  return (
    relation === "same" ||
    ((relation === "holds" || relation === "within") &&
      (topic.figures.length === 0 || draft.figures.length === 0))
  );
}

/** Of a war of more than two sides numbers alone do not tell who attacked. */
function isAnyones({ attacker, conflict }: Topic): boolean {
  return attacker === null && isManySided(conflict);
}

function isBareHandover(topic: Topic, draft: Topic): boolean {
  const isHandover = (of: Topic) =>
    of.kind === "exchange" && ["captives", "bodies", "children"].includes(of.subject);
  return isHandover(topic) && isHandover(draft) && (draft.figures.length === 0 || topic.figures.length === 0);
}

function join(topic: Topic, draft: Topic): Topic {
  const subject = topic.figures.length === 0 && draft.figures.length > 0 ? draft.subject : topic.subject;
  return {
    ...topic,
    subject,
    date: topic.date ?? draft.date,
    ...(topic.limit == null && draft.limit == null ? {} : { limit: topic.limit ?? draft.limit }),
    places: union(topic.places, draft.places),
    parties: union(topic.parties, draft.parties),
    attacker: draft.isAttackerTold === true ? draft.attacker : (topic.attacker ?? draft.attacker),
    isAttackerTold: topic.isAttackerTold === true || draft.isAttackerTold === true,
    figures: [...topic.figures, ...draft.figures],
    events: [...topic.events, ...draft.events],
  };
}
