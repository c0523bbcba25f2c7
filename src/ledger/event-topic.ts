import type { Subject } from "../model/development.ts";
import type { EventKind, EventStage } from "../model/event.ts";
import type { ReadEvent, Reading } from "../model/reading.ts";
import { holderOf } from "../reference/holders.ts";
import { isHarm, isSalvo } from "./counts.ts";
import { countryOfScene, mainScene, narrowPlaces, onlyScene } from "./scene.ts";
import { isOpponent, opponentOf } from "./sides.ts";
import type { Telling, Topic } from "./topic.ts";
import { dayFor, reportDay, sinceOf, strikeSince } from "./topic.ts";

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
  const places = isStrike ? placesOf(event, told.reading, conflict) : event.places;
  const isPlaced = narrowPlaces(places).length > 0;
  const subject = isStrike
    ? isPlaced
      ? "place"
      : "night"
    : (subjectOfStage[event.kind]?.[event.stage] ?? "event");
  const speaker = event.by?.side ?? report.source.side;
  const date = dayFor(event.date, report);
  const hit = holderOf(places, date ?? reportDay(report));
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
      date,
      ...(isStrike ? strikeSince(event.date, told) : sinceOf(event.date)),
      places: isStrike ? mainScene(places) : places,
      parties: event.parties,
      attacker,
      ...(event.attacker == null ? {} : { isAttackerTold: true }),
      ...(event.limit == null ? {} : { limit: event.limit }),
      conflict,
      figures: [],
      events: [event],
    },
  ];
}

/**
 * Where a strike hit: where the event says, else where all the dead and injured of the report are, or, where nobody says where those are, the one
 * place that the report names on the ground of the attacker's foe. Drones and missiles that a report counts are a country's night.
 */
function placesOf(event: ReadEvent, reading: Reading, conflict: string | null): ReadEvent["places"] {
  const { figures } = reading;
  if (narrowPlaces(event.places).length > 0 || figures.some(({ measure }) => isSalvo(measure)))
    return event.places;
  const harmed = figures.filter(({ measure }) => isHarm(measure)).map((figure) => figure.places);
  const scene = onlyScene(harmed) ?? (harmed.length > 0 ? foesGround(event, reading, conflict) : null);
  const country = countryOfScene(event.places);
  return scene !== null && (country === null || country === countryOfScene(scene)) ? scene : event.places;
}

/** The one place of a report, on the ground of whom the attacker fights. Null: the report names none, or several, or nobody is said to have attacked. */
function foesGround(
  { attacker }: ReadEvent,
  { places }: Reading,
  conflict: string | null,
): ReadEvent["places"] | null {
  const scene = onlyScene(places.map((place) => [place]));
  const hit = scene === null ? null : countryOfScene(scene);
  return attacker != null && hit !== null && isOpponent(conflict, attacker, hit) ? scene : null;
}
