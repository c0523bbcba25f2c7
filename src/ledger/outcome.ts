import type { MatchContext } from "./same-day.ts";
import type { Topic } from "./topic.ts";

/**
 * The topics, and with them the talks that were set for the day on which two sides are told to have agreed: what they agreed on shows that these
 * were held, though nobody says so in as many words.
 */
export function withOutcomes(topics: readonly Topic[], context: MatchContext): readonly Topic[] {
  if (topics.some(({ kind }) => kind === "talks")) return topics;
  const [agreed] = topics.flatMap((topic) => heldBy(topic, context));
  return agreed === undefined ? topics : [...topics, agreed];
}

function heldBy(topic: Topic, { developments, day }: MatchContext): readonly Topic[] {
  const event = topic.events.find(({ stage }) => stage === "agreed");
  if (event === undefined || (topic.kind !== "exchange" && topic.kind !== "ceasefire")) return [];
  const date = topic.date ?? day;
  const set = developments.find(
    (talks) =>
      talks.kind === "talks" &&
      talks.mergedInto === null &&
      talks.conflict === topic.conflict &&
      talks.date === date &&
      talks.stages.some(({ stage }) => stage === "scheduled"),
  );
  if (set === undefined) return [];
  const { places, parties, subject, conflict } = set;
  const held = { ...event, kind: "talks", stage: "held", date, places, parties } as const;
  return [
    { kind: "talks", subject, date, places, parties, attacker: null, conflict, figures: [], events: [held] },
  ];
}
