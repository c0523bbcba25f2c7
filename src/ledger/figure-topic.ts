import type { Subject } from "../model/development.ts";
import type { Figure } from "../model/figure.ts";
import type { PlaceCode } from "../model/place.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { Party } from "../model/side.ts";
import { holderOf } from "../reference/holders.ts";
import { handedOver, isFront, isHarm, isSalvo, kindOf } from "./counts.ts";
import { countryOfScene, isCountry, isTown, mainScene, narrowPlaces, onlyScene } from "./scene.ts";
import { isOpponent, isSameCamp, opponentOf, partiesOf } from "./sides.ts";
import type { Telling, Topic } from "./topic.ts";
import { dayFor, reportDay, sinceOf, strikeSince } from "./topic.ts";

/** Salvos of this size are a country's night whatever place is named beside them: no town is attacked so. */
const nightSize = 50;

/** So many customers without power are a country's: no town or region of a war zone has more. */
const nationalOutage = 2_000_000;

/** What a figure by itself tells of. []: of no development. */
export function figureDraft(given: Figure, told: Telling): readonly Topic[] {
  const { report, reading } = told;
  const figure = asKilled(given, told);
  const kind = kindOf(figure.measure);
  const isDeal = figure.scope === "planned" && handedOver(figure.measure) !== null;
  if (kind === null || (figure.scope !== "event" && !isDeal)) return [];
  const conflict = told.theatre.ofFigure(figure);
  const scene = sceneOf(figure, reading, conflict);
  const subject = isDeal ? "deal" : subjectOf(figure, scene);
  if (isOwnLoss(figure, report)) return [];
  // A salvo's parts by place say nothing of those places that the whole does not say.
  if (figure.within === true && isSalvo(figure.measure) && narrowPlaces(figure.places).length > 0) return [];
  // The day in a promise is the day it is for; a deal is of the day it was made.
  const date = isDeal ? null : dayFor(figure.date, report);
  return [
    {
      kind,
      subject,
      date,
      ...(isDeal ? {} : kind === "strike" ? strikeSince(figure.date, told) : sinceOf(figure.date)),
      places: subject === "night" || kind === "exchange" ? [] : mainScene(scene),
      parties: partiesIn(figure),
      attacker: kind === "strike" ? attackerOf(figure, scene, conflict, date ?? reportDay(report)) : null,
      conflict,
      figures: [figure],
      events: [],
    },
  ];
}

/** "Eliminated in one strike", in the attacker's words on one place, are dead there and no daily count of the front's losses. */
function asKilled(figure: Figure, { report, theatre }: Telling): Figure {
  if (figure.measure !== "casualties" || figure.scope !== "event" || narrowPlaces(figure.places).length === 0)
    return figure;
  const voice = figure.by === null ? report.source.side : figure.by.side;
  const isBoast = isOpponent(theatre.ofFigure(figure), voice, figure.side);
  return isBoast ? { ...figure, measure: "killed" } : figure;
}

/** A side neither shoots down its own drones nor counts them: a reading that says so took the defender for the launcher. */
function isOwnLoss(figure: Figure, report: Report): boolean {
  const voice = figure.by === null ? report.source.side : figure.by.side;
  return (
    isSalvo(figure.measure) &&
    /\.(?:launched|downed|stopped|suppressed)$/u.test(figure.measure) &&
    figure.side !== "both" &&
    isSameCamp(voice, figure.side)
  );
}

function partiesIn(figure: Figure): readonly Party[] {
  return figure.side === null || figure.side === "both" ? [] : [figure.side];
}

/**
 * Where a strike's figure stands: its own places, else those of the report's strikes; a count of people without any place, else
 * where the report counts others, or the one place that it names.
 */
function sceneOf(figure: Figure, reading: Reading, conflict: string | null): readonly PlaceCode[] {
  if (figure.measure === "customers.without_power" && (figure.low ?? figure.high ?? 0) >= nationalOutage)
    return figure.places.filter(isCountry);
  if (narrowPlaces(figure.places).length > 0 || isSalvo(figure.measure)) return figure.places;
  const strikes = reading.events.filter((event) => event.kind === "strike").map((event) => event.places);
  const counts = reading.figures.filter((other) => isHarm(other.measure)).map((other) => other.places);
  const scene =
    onlyScene(strikes) ??
    (figure.places.length > 0 ? null : (onlyScene(counts) ?? groundNamed(reading, conflict)));
  if (scene === null || isOfFoes(scene, { figure, reading, conflict })) return figure.places;
  const country = countryOfScene(figure.places);
  return country === null || country === countryOfScene(scene) ? scene : figure.places;
}

interface Counted {
  readonly figure: Figure;
  readonly reading: Reading;
  readonly conflict: string | null;
}

/** "Four were killed, said Kyiv. Drones hit a base at Ryazan, killing three servicemen": the dead of one side are not where only the other's were counted. */
function isOfFoes(scene: readonly PlaceCode[], { figure, reading, conflict }: Counted): boolean {
  const there = reading.figures.filter(
    (other) => isHarm(other.measure) && other.places.some((code) => scene.includes(code)),
  );
  return there.length > 0 && there.every((other) => areFoes(other, figure, conflict));
}

function areFoes(a: Figure, b: Figure, conflict: string | null): boolean {
  return partiesIn(a).some((left) => partiesIn(b).some((right) => isOpponent(conflict, left, right)));
}

/** The one place that a report names, on the ground of a party. Null: it names none, or several, or one where somebody may only meet. */
function groundNamed({ places }: Reading, conflict: string | null): readonly PlaceCode[] | null {
  const scene = onlyScene(places.map((place) => [place]));
  const country = scene === null ? null : countryOfScene(scene);
  return conflict === null || (country !== null && partiesOf(conflict).includes(country)) ? scene : null;
}

function subjectOf(figure: Figure, scene: readonly PlaceCode[]): Subject {
  const handed = handedOver(figure.measure);
  if (handed !== null) return handed;
  if (kindOf(figure.measure) === "capture") return "event";
  if (isFront(figure.measure)) return "front";
  const narrow = narrowPlaces(scene);
  if (!isSalvo(figure.measure)) return narrow.length > 0 ? "place" : "night";
  const isBig = (figure.low ?? figure.high ?? 0) >= nightSize;
  return narrow.length === 1 && !isBig
    ? "place"
    : narrow.length > 0 && !isBig && isOneScene(narrow)
      ? "place"
      : "night";
}

/** Several names of one place (a district and its town) are one scene; several regions are many. */
function isOneScene(narrow: readonly PlaceCode[]): boolean {
  return narrow.filter((code) => !isTown(code)).length <= 1;
}

/** Who attacked: the side of a salvo's weapons, else whoever fights those who held the place where it happened on that day. */
function attackerOf(
  figure: Figure,
  scene: readonly PlaceCode[],
  conflict: string | null,
  day: string,
): Party | null {
  if (isSalvo(figure.measure)) return figure.side === "both" ? null : figure.side;
  const side = figure.side === "both" ? null : figure.side;
  const hit = holderOf(scene, day) ?? side;
  const foe = hit === null ? null : opponentOf(conflict, hit);
  // Where the dead are that foe's own, on the ground of another, it was not the foe who attacked.
  const isAbroad = foe !== null && isSameCamp(foe, side) && !isSameCamp(countryOfScene(scene), side);
  return isAbroad ? opponentOf(conflict, foe) : foe;
}
