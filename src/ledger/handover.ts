import type { Development, Operation } from "../model/development.ts";
import type { Figure } from "../model/figure.ts";
import { pointOf } from "./counts.ts";
import type { Draft } from "./draft.ts";
import { standingOf } from "./numbers.ts";
import { operationFor } from "./operation.ts";
import type { Topic } from "./topic.ts";
import { isOneTruce, reportDay } from "./topic.ts";

/** A handover without a number in a report on an agreement is what was agreed. */
export function isEcho(topic: Topic, topics: readonly Topic[]): boolean {
  if (topic.subject === "offer") return isTakenUp(topic, topics);
  if (topic.subject !== "captives" || topic.figures.length > 0) return false;
  const isMade = (other: Topic) =>
    other.subject === "deal" &&
    other.conflict === topic.conflict &&
    other.events.some((event) => event.stage === "agreed");
  return topics.some(isMade);
}

/** "Will respect the cease-fire that the other side proposed": an offer in a report of what came of it. */
function isTakenUp(offer: Topic, topics: readonly Topic[]): boolean {
  return (
    offer.events.every(({ stage }) => stage === "proposed") &&
    topics.some(
      (other) =>
        (other.subject === "truce" || other.subject === "start") &&
        other.conflict === offer.conflict &&
        isOneTruce(other, offer),
    )
  );
}

/** A handover in a report that tells of its delay, on the same day or on none, is what was to be handed over. */
export function isPutOff(topic: Topic, topics: readonly Topic[]): boolean {
  if (topic.kind !== "exchange" || topic.subject === "deal" || topic.subject === "delay") return false;
  return topics.some(
    (other) =>
      other.subject === "delay" &&
      other.conflict === topic.conflict &&
      (topic.date === null || other.date === null || topic.date === other.date),
  );
}

/**
 * A handover told with the numbers of a deal and no later day than the deal's own is the deal told as done: nothing that was agreed
 * on a day is carried out whole on it.
 */
export function asAgreed(topic: Topic, draft: Draft): Topic {
  if (topic.kind !== "exchange" || topic.subject === "deal" || topic.subject === "delay") return topic;
  for (const deal of draft.developments.values()) {
    if (deal.subject !== "deal" || deal.conflict !== topic.conflict || deal.date === null) continue;
    const isLater = (topic.date ?? reportDay(draft.request.report)) > deal.date;
    if (isLater) continue;
    const planned = (figure: Figure) => standingOf(deal, { ...figure, scope: "planned" });
    const isSmaller = topic.figures.some((figure) => (pointOf(figure) ?? 0) < (planned(figure) ?? 0));
    const isKnown = topic.figures.some((figure) => planned(figure) !== null);
    if (
      isSmaller ||
      (topic.figures.length > 0 && !isKnown) ||
      (topic.figures.length === 0 && topic.date !== deal.date)
    )
      continue;
    const promised = topic.figures.filter((figure) => planned(figure) === pointOf(figure));
    return {
      ...topic,
      subject: "deal",
      events: [],
      figures: promised.map((figure) => ({ ...figure, scope: "planned" as const })),
    };
  }
  return topic;
}

/**
 * Of a leg that is not an operation's first, a number that is what was agreed, or what all legs make together, is told of the
 * whole ("the 1,000-for-1,000 exchange is complete") and not of the leg.
 */
export function asHandedOver(topic: Topic, leg: Development, draft: Draft): Topic {
  const operation =
    draft.operations.get(leg.operation ?? "") ??
    operationFor(leg, [...draft.operations.values()], [...draft.developments.values()]);
  if (topic.kind !== "exchange" || operation === null) return topic;
  const legs = [...draft.developments.values()].filter((other) => other.operation === operation.id);
  return {
    ...topic,
    figures: topic.figures.filter(
      (figure) => !isOfWhole(figure, leg, operation) && !isOfOtherLeg(figure, leg, legs),
    ),
  };
}

/** Recaps give every leg the day of the last. A number nobody rounds that stands for another leg, in an outlet's own voice, is that leg's. */
function isOfOtherLeg(figure: Figure, leg: Development, legs: readonly Development[]): boolean {
  const value = pointOf(figure);
  if (value === null || value % 10 === 0 || figure.by !== null || standingOf(leg, figure) !== null)
    return false;
  return legs.some((other) => other.id !== leg.id && standingOf(other, figure) === value);
}

function isOfWhole(figure: Figure, leg: Development, operation: Operation): boolean {
  const isSame = (total: { readonly measure: string; readonly side: string | null }) =>
    total.measure === figure.measure && total.side === figure.side;
  const value = pointOf(figure);
  if (value === null || standingOf(leg, figure) === value) return false;
  const others = operation.running.find(isSame)?.best ?? 0;
  // No leg is larger than the whole.
  if (operation.planned.some((plan) => isSame(plan) && plan.best !== null && value > plan.best)) return true;
  const isTogether = others > 0 && standingOf(leg, figure) !== null && value === others;
  return isTogether || (others > 0 && operation.planned.some((plan) => isSame(plan) && plan.best === value));
}

/** Of a report that does not tell of the agreement itself only its own numbers count: other promises are about single legs. */
export function asPromised(topic: Topic, deal: Development): Topic {
  if (topic.events.some((event) => event.stage === "agreed")) return topic;
  return {
    ...topic,
    figures: topic.figures.filter((figure) => standingOf(deal, figure) === pointOf(figure)),
  };
}
