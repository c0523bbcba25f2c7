import type { Subject } from "../model/development.ts";
import type { EventKind, EventStage } from "../model/event.ts";
import type { ReadEvent } from "../model/reading.ts";
import { countryOfScene, mainScene, narrowPlaces } from "./scene.ts";
import { isOpponent, opponentOf } from "./sides.ts";
import type { Telling, Topic } from "./topic.ts";
import { dayFor } from "./topic.ts";

const subjectOfStage: Readonly<Partial<Record<EventKind, Readonly<Partial<Record<EventStage, Subject>>>>>> = {
  exchange: { agreed: "deal", announced: "deal", done: "captives", delayed: "delay", cancelled: "delay" },
  ceasefire: {
    proposed: "offer",
    rejected: "offer",
    agreed: "truce",
    started: "start",
    violated: "breach",
    ended: "end",
  },
};

/** What an event by itself tells of. */
export function eventDraft(event: ReadEvent, told: Telling): readonly Topic[] {
  const { report } = told;
  const conflict = told.theatre.ofEvent(event);
  const isStrike = event.kind === "strike";
  const isPlaced = narrowPlaces(event.places).length > 0;
  const subject = isStrike
    ? isPlaced
      ? "place"
      : "night"
    : (subjectOfStage[event.kind]?.[event.stage] ?? "event");
  const speaker = event.by?.side ?? report.source.side;
  const hit = countryOfScene(event.places);
  const attacker = !isStrike
    ? null
    : event.attacker != null
      ? event.attacker
      : hit !== null && opponentOf(conflict, hit) !== null
        ? opponentOf(conflict, hit)
        : (event.parties[0] ?? (isOpponent(conflict, speaker, hit) ? speaker : null));
  return [
    {
      kind: event.kind,
      subject,
      date: dayFor(event.date, report),
      places: isStrike ? mainScene(event.places) : event.places,
      parties: event.parties,
      attacker,
      ...(event.attacker == null ? {} : { isAttackerTold: true }),
      conflict,
      figures: [],
      events: [event],
    },
  ];
}
