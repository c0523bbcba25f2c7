import type { Figure } from "../model/figure.ts";
import type { ReadEvent, Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { Party } from "../model/side.ts";
import { conflictOf, conflictRows } from "../reference/conflicts.ts";
import { countryOf } from "../reference/places.ts";
import { handedOver } from "./counts.ts";
import { narrowPlaces } from "./scene.ts";
import { campOf, campsOf, partiesOf } from "./sides.ts";

/** Tells to which conflict each thing in one report belongs. Null: it cannot be told, and that is a value of its own. */
export interface Theatre {
  ofEvent(event: ReadEvent): string | null;
  ofFigure(figure: Figure): string | null;
}

/**
 * The conflicts of a report. What is nearest decides: where a strike hit, then the two parties that an event names, then an outlet
 * that is a side's own, then the whole report. Where talks or an exchange take place says nothing: they are held on neutral ground.
 */
export function theatreOf(report: Report, reading: Reading): Theatre {
  const named = [...reading.parties, ...reading.events.flatMap((event) => event.parties)];
  const outlet = onlyConflictOf(report.source.side);
  const whole = conflictOf({ parties: named, places: reading.places });
  const homes = reading.figures.flatMap(({ measure, side }) =>
    handedOver(measure) === null || side === null || side === "both" ? [] : [side],
  );
  const ofEvent = (event: ReadEvent) => {
    const own = ownConflict(event);
    if (own !== null) return own;
    const around = outlet ?? whole ?? conflictOf({ parties: event.parties, places: event.places });
    return isBetweenOthers(event, around, homes) ? null : around;
  };
  const ofFigure = (figure: Figure) => {
    const parties: readonly Party[] = figure.side === null || figure.side === "both" ? [] : [figure.side];
    const hit = handedOver(figure.measure) === null && narrowPlaces(figure.places).length > 0;
    const struck = hit ? strikeAt(figure, reading) : null;
    const attacked = struck === null ? null : ownConflict(struck);
    if (attacked !== null) return attacked;
    const placed = hit ? conflictOf({ parties, places: figure.places }) : null;
    if (placed !== null) return placed;
    const told = new Set(reading.events.filter((event) => shareCamp(event.parties, parties)).map(ofEvent));
    const [only] = told;
    if (told.size === 1 && only != null) return only;
    const own = conflictOf({ parties, places: handedOver(figure.measure) === null ? figure.places : [] });
    if (own !== null && isNamed(own, named)) return own;
    return outlet ?? whole ?? own;
  };
  return { ofEvent, ofFigure };
}

/** The strike that hit where a figure is, by an attacker that is named: whose war the dead are of. Null: there is none, or several. */
function strikeAt(figure: Figure, { events }: Reading): ReadEvent | null {
  const [only, ...others] = events.filter(
    ({ kind, attacker, places }) =>
      kind === "strike" && attacker != null && places.some((place) => figure.places.includes(place)),
  );
  return others.length > 0 ? null : (only ?? null);
}

/** The conflict of an event by what it itself names. Null: it names too little. */
function ownConflict(event: ReadEvent): string | null {
  const { kind, parties, places } = event;
  if (kind === "strike" || kind === "capture") {
    const placed = conflictOf({ parties, places });
    return narrowPlaces(places).length > 0 || isPair(parties, placed) ? placed : null;
  }
  const countries = places.map(countryOf).filter((country) => country !== null);
  const between = conflictOf({ parties, places: [] });
  if (isPair(parties, between)) return between;
  // A truce in Gaza names its ground and one party.
  const around = conflictOf({ parties: [...parties, ...countries], places: [] });
  return isPair([...parties, ...countries], around) ? around : null;
}

/**
 * Whether an exchange or talks name two sides, and not two of the conflict: a swap between one party and a third state is none of its war.
 * `homes`: whose people are told to have come home in the report; who fought in their ranks may be of other states.
 */
function isBetweenOthers(
  { kind, parties, places }: ReadEvent,
  conflict: string | null,
  homes: readonly Party[],
): boolean {
  if (kind !== "exchange" && kind !== "talks") return false;
  const camps = campsOf(conflict);
  const hosts = new Set(places.map(countryOf));
  const all = kind === "exchange" ? [...parties, ...homes] : parties;
  const named = new Set(all.filter((party) => !hosts.has(party)).map(campOf));
  return named.size > 1 && [...named].filter((camp) => camps.includes(camp)).length < 2;
}

/** Whether two camps of the conflict are among the parties. */
function isPair(parties: readonly Party[], conflict: string | null): boolean {
  const camps = campsOf(conflict);
  return new Set(parties.map(campOf).filter((camp) => camps.includes(camp))).size > 1;
}

function shareCamp(a: readonly Party[], b: readonly Party[]): boolean {
  return a.some((party) => b.some((other) => campOf(party) === campOf(other)));
}

/** Whether the report names parties of the conflict, if it names any at all. */
function isNamed(conflict: string, named: readonly Party[]): boolean {
  return named.length === 0 || named.some((party) => partiesOf(conflict).includes(party));
}

/** The conflict of a party that is in one only. */
function onlyConflictOf(party: Party | null): string | null {
  const rows = conflictRows().filter((row) => party !== null && row.parties.includes(party));
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}
