import type { PlaceCode } from "../model/place.ts";
import type { Party } from "../model/side.ts";
import type { ConflictRow } from "../reference/conflicts.ts";
import { conflictsAt, conflictsBy, conflictsOf } from "../reference/conflicts.ts";
import { speakerById } from "../reference/speakers.ts";
import { countryOf, timeZoneOf } from "../reference/places.ts";
import { isFarOff } from "./places/far-off.ts";
import { isOfAgreement } from "./places/place-uses.ts";
import type { Document, Sentence } from "./text/document.ts";
import type { Hit } from "./text/entries.ts";
import { CalendarDay } from "./dates/calendar-day.ts";
import { offsetMsAt } from "./dates/zone-offset.ts";
import { isPartyName } from "./text/party-names.ts";

/** Whom and where the whole report is about. */
export interface Profile {
  /** Parties by how often they are named, most often first. */
  readonly parties: readonly Party[];
  /** Places likewise. */
  readonly places: readonly PlaceCode[];
  /** Parties of the conflict that the report tells of, best guess; [] if none is seen. */
  readonly foes: readonly Party[];
  /** The party that publishes, where the report is of a war of its own; null: it has none, or tells of others' war. */
  readonly outlet: Party | null;
  /** The party whose wording the report uses ("orcs", "the Kyiv regime"); null: none is seen. */
  readonly teller: Party | null;
  /** The day of publication; null: not known. */
  readonly day: string | null;
  /** The conflicts that may be meant on that day. */
  readonly wars: readonly ConflictRow[];
}

const placeWeight = 0.6;

/** What a war is named after is what the report is about, however often others are named. */
const warWeight = 3;

/** Counts what the report names. */
export function profileOf(document: Document): Profile {
  const parties = new Map<Party, number>();
  const places = new Map<PlaceCode, number>();
  const add = <Key>(map: Map<Key, number>, key: Key, weight: number): void =>
    void map.set(key, (map.get(key) ?? 0) + weight);
  for (const sentence of document.sentences) {
    for (let at = 0; at < sentence.hits.length; at++) {
      const hit = sentence.hits[at];
      if (hit === undefined) break;
      // "The first group under the agreement reached in Ankara": a venue is no party.
      const isNamed = hit.family === "place" || hit.family === "metonym";
      if (isNamed && sentence.hits.has.agreed && isOfAgreement(sentence, hit)) continue;
      if (isPartyName(hit)) add(parties, hit.id, isOfWar(sentence, hit) ? warWeight : 1);
      // "Окупанти": who is called so is named by it.
      if (hit.family === "scorn") add(parties, hit.id, placeWeight);
      if (hit.family !== "place" && !(hit.family === "placeAdjective" && document.language.freeOrder))
        continue;
      if (isPartOfParty(sentence.hits, at)) continue;
      if (!isFarOff(document, sentence, hit)) add(places, hit.id, 1);
      const country = countryOf(hit.id);
      if (country !== null && country !== hit.id) add(parties, country, placeWeight);
    }
  }
  const { side } = document.report.source;
  if (side !== null) add(parties, side, placeWeight);
  const order = <Key>(map: Map<Key, number>): Key[] => {
    const keys = [...map.keys()];
    return keys.length < 2 ? keys : keys.sort((a, b) => (map.get(b) ?? 0) - (map.get(a) ?? 0));
  };
  const ordered = order(parties);
  const named = order(places);
  const fighting = isHelperAbroad(document, parties, named) ? without(parties, helper) : parties;
  const told = foesOf(fighting, dayOf(document));
  const foes = told.length === 0 && !document.language.freeOrder ? foesLed(document) : told;
  const outlet =
    side !== null && isOfOthers(document, side, { parties: ordered, places: named, foes }) ? null : side;
  return {
    parties: ordered,
    places: named,
    foes,
    outlet,
    teller: outlet ?? (side === null ? tellerOf(document, foes) : null),
    day: dayOf(document),
    wars: conflictsAt(dayOf(document)),
  };
}

/** "Trump and Putin to meet": where no party to a war is named, the war of those who lead one. */
function foesLed(document: Document): readonly Party[] {
  const led = new Map<Party, number>();
  for (const { hits } of document.sentences)
    for (const { id } of hits.of.speaker) {
      const row = speakerById(id);
      if (row !== null && row.side !== null && row.rank === "party") led.set(row.side, 1);
    }
  return led.size === 0 ? [] : foesOf(led, dayOf(document));
}

/** "Ukraine war", "the war in Ukraine". */
function isOfWar({ hits }: Sentence, { from, to }: Hit): boolean {
  return hits.of.wholeWar.some((war) => war.from === to || war.to === from - 1);
}

/** "Українці" is a people before it is a town of that name. Hits stand in the order of their beginning. */
function isPartOfParty(hits: readonly Hit[], at: number): boolean {
  const place = hits[at];
  if (place === undefined) return false;
  const isParty = (hit: Hit | undefined): boolean =>
    hit?.family === "party" && hit.to === place.to && countryOf(place.id) !== hit.id;
  for (let back = at - 1; hits[back]?.from === place.from; back--) if (isParty(hits[back])) return true;
  for (let next = at + 1; hits[next]?.from === place.from; next++) if (isParty(hits[next])) return true;
  return false;
}

/** Fights beside the governments of other lands. */
const helper: Party = "RU";

/** "В Сирии уничтожено 200 боевиков, сообщили в российском центре", in Ukrainian and Russian: Russia without its foe, in nothing but a land where another war is fought. */
function isHelperAbroad(
  document: Document,
  parties: ReadonlyMap<Party, number>,
  places: readonly PlaceCode[],
): boolean {
  if (!document.language.freeOrder || !parties.has(helper) || parties.has(ofOneWar[helper] ?? ""))
    return false;
  const abroad = new Set(places.map((code) => countryOf(code)).filter((land) => land !== helper));
  const [land, ...others] = abroad;
  if (land === undefined || land === null || others.length > 0) return false;
  return conflictsBy(dayOf(document)).some((row) => row.parties.includes(land) && row.places.includes(land));
}

function without(parties: ReadonlyMap<Party, number>, party: Party): ReadonlyMap<Party, number> {
  return new Map([...parties].filter(([other]) => other !== party));
}

/** "Армия Сирии уничтожила 1600 террористов", in an outlet of Russia's: a land, an army or two parties of a war that the outlet's side does not fight, and no foe of its own. */
function isOfOthers(document: Document, side: Party, { parties, places, foes }: Told): boolean {
  if (foes.length === 0 || foes.includes(side) || parties.includes(ofOneWar[side] ?? "")) return false;
  const named = foes.filter((party) => parties.includes(party));
  // "Иранские дроны" alone are what others fire, too.
  return (
    named.length > 1 ||
    named.some((party) => party.startsWith("x-")) ||
    places.some((code) => named.includes(countryOf(code) ?? "")) ||
    document.sentences.some(({ hits }) =>
      hits.of.party.some(({ id, to }) => named.includes(id) && hits.of.army.some((army) => army.from === to)),
    )
  );
}

type Told = Pick<Profile, "parties" | "places" | "foes">;

/** Who scorns one party more than its foe tells for the foe; a language of one party to the conflict is its own. */
function tellerOf(document: Document, foes: readonly Party[]): Party | null {
  const { language } = document;
  if (language.home !== null && (foes.length === 0 || foes.includes(language.home))) return language.home;
  const scorned = new Map<Party, number>();
  for (const sentence of document.sentences) {
    for (const { id } of sentence.hits.of.scorn) scorned.set(id, (scorned.get(id) ?? 0) + 1);
  }
  if (scorned.size === 0) return null;
  const [first, second] = [...scorned].toSorted((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] === second?.[1]) return null;
  return foes.find((party) => party !== first[0]) ?? null;
}

/** The day of publication in UTC, near enough to tell which conflicts had begun; null: not known. */
export function dayOf(document: Document): string | null {
  const { publishedAt } = document.report;
  if (publishedAt === null) return null;
  if (lastDay?.publishedAt !== publishedAt)
    lastDay = { publishedAt, day: CalendarDay.at(publishedAt, 0).toString() };
  return lastDay.day;
}

/** The last answer: a report is asked for it more than once. */
let lastDay: { readonly publishedAt: number; readonly day: string } | null = null;

/** Named in reports of many wars that it does not fight in. */
const mediator: Party = "US";
const mediatorShare = 0.4;

function foesOf(parties: ReadonlyMap<Party, number>, date: string | null): readonly Party[] {
  let most: readonly Party[] = [];
  let mostWeight = 0;
  for (const row of conflictsOf(parties, date)) {
    let count = 0;
    let sum = 0;
    let isOfMediator = false;
    for (const party of row.parties) {
      const own = parties.get(party);
      if (own === undefined) continue;
      count++;
      sum += own;
      isOfMediator ||= party === mediator;
    }
    const weight = sum * (count > 1 ? 2 : isOfMediator ? mediatorShare : 1);
    if (weight <= mostWeight) continue;
    most = row.parties;
    mostWeight = weight;
  }
  if (most.length === 0) return most;
  const named = most.filter((party) => parties.has(party));
  const rest = most.filter((party) => !named.includes(party));
  return [...named.toSorted((a, b) => (parties.get(b) ?? 0) - (parties.get(a) ?? 0)), ...rest];
}

/** The armed group that fires from a land whose own forces do not. */
export function gunnersOf(land: Party): Party | null {
  return Object.keys(camps).find((group) => camps[group] === land && launchers.has(group)) ?? null;
}

/** Parties that fight beside another one of their conflict, never against it. */
const camps: Readonly<Record<Party, Party>> = {
  "x-hamas": "PS",
  "x-islamic-jihad": "PS",
  "x-hezbollah": "LB",
  "x-lashkar-e-taiba": "PK",
  "x-jaish-e-mohammed": "PK",
  "x-artsakh": "AM",
};

const launchers: ReadonlySet<Party> = new Set(["x-hamas", "x-hezbollah"]);

/** The state or territory that a party fights for; itself for all others. */
export function campOf(party: Party): Party {
  return camps[party] ?? party;
}

const campsOfGroups: ReadonlySet<Party> = new Set(Object.values(camps));

/** Whether armed groups fight for a state or territory, and not it itself. */
export function hasArmedGroup(party: Party): boolean {
  return campsOfGroups.has(party);
}

const fullScaleWar = "2022-02-24";

/** The armed group that words like "the rebels" mean: the one that the report names most, else the only one at war where it happens. Null: none, or several. */
export function rebelsOf({ parties, foes, day }: Profile): Party | null {
  const named = parties.find((party) => party.startsWith("x-"));
  if (named !== undefined) return named;
  const groups = foes.filter((party) => party.startsWith("x-"));
  if (groups.length > 0) return groups.length === 1 ? (groups[0] ?? null) : null;
  // The separatists in the east of Ukraine fought for Russia; of two states at war neither is anybody's rebels.
  return foes.includes("UA") && day !== null && day < fullScaleWar ? "RU" : null;
}

/** Parties whose one war leaves no doubt whom they fight. */
const ofOneWar: Readonly<Record<Party, Party>> = { UA: "RU", RU: "UA" };

/** Who fights `party` in this report. Null: not known, or the report is of a war that the party does not fight. */
export function opponentOf(profile: Profile, party: Party | null): Party | null {
  if (party === null) return null;
  const only = ofOneWar[party];
  if (only !== undefined) return isBeside(profile, party, only) ? null : only;
  const shared = profile.wars.filter((row) => row.parties.includes(party));
  const named = profile.parties.find(
    (other) => campOf(other) !== campOf(party) && shared.some((row) => row.parties.includes(other)),
  );
  if (named !== undefined) return named;
  const others = new Set(
    shared.flatMap((row) => row.parties).filter((other) => campOf(other) !== campOf(party)),
  );
  return others.size === 1 ? ([...others][0] ?? null) : null;
}

/** "Армия Сирии при содействии ВКС России уничтожила 320 боевиков": who helps in a war of others fights no foe of its own there. */
function isBeside({ foes, parties, outlet, places }: Profile, party: Party, foe: Party): boolean {
  if (foes.length === 0 || foes.includes(party) || parties.includes(foe)) return false;
  return outlet === null && places.some((code) => foes.includes(countryOf(code) ?? ""));
}

/** Whether two parties fight each other in a war of the report's day; those of one camp never do. */
export function areFoes({ wars }: Profile, a: Party, b: Party): boolean {
  return (
    campOf(a) !== campOf(b) &&
    wars.some(({ parties }) => parties.includes(a) && parties.some((party) => campOf(party) === campOf(b)))
  );
}

/** So long after midnight "overnight" and "in 24 hours" still tell of the day that has ended. */
const lateMs = 3_600_000;

/** The day of publication where the report's events happen, its first hour counted to the day before; null: not published at a known time. */
export function publicationDay(document: Document, profile: Profile): CalendarDay | null {
  const { publishedAt, source } = document.report;
  if (publishedAt === null) return null;
  return CalendarDay.at(publishedAt - lateMs, offsetMsAt(zoneOf(profile, source.side), publishedAt));
}

function zoneOf(profile: Profile, side: Party | null): string {
  const place = side ?? profile.places[0] ?? profile.parties[0];
  if (place === undefined || place.startsWith("x-")) return "UTC";
  return timeZoneOf(place) ?? "UTC";
}
