import type { ActConcept, ThingConcept } from "../languages/concepts.ts";
import type { Group, Scope } from "../model/figure.ts";
import type { Speaker } from "../model/speaker.ts";
import type { Measure } from "../measures.ts";
import type { SideQuestion } from "./sides.ts";
import type { PlaceCode } from "../model/place.ts";
import { countryOf } from "../reference/places.ts";
import type { Deed } from "./acts.ts";
import { deedOf } from "./acts.ts";
import type { Claim, Scene, Setting } from "./claim.ts";
import { findConcept, hasConcept } from "./document.ts";
import { measureOf } from "./measure.ts";
import { sharedSides } from "./each.ts";
import type { NumberHit } from "./numbers.ts";
import { orderPlaces } from "./places.ts";
import { opponentOf } from "./profile.ts";
import { timingOf } from "./scope.ts";
import { hasOwner, releaserOf, sideOf } from "./sides.ts";
import type { Counted } from "./things.ts";
import { isPeople, isRatio } from "./things.ts";
import { weaponOf } from "./weapon.ts";

const bareMaxCost = 7;
const rateReach = 8;
const grownMaxCost = 30;
const weaponThings: ReadonlySet<ThingConcept> = new Set([
  "body",
  "drone",
  "missile",
  "aerial",
  "bomb",
  "rocket",
  "shell",
]);
const losses: ReadonlySet<Measure> = new Set(["casualties", "equipment.lost", "captured"]);

/** Every figure that the settings of a report assert, in order of the text. */
export function readClaims(scene: Scene, settings: readonly Setting[]): Claim[] {
  const claims: Claim[] = [];
  for (const setting of settings) {
    for (let index = 0; index < setting.numbers.length; index++) {
      const claim = claimOf(scene, setting, index, claims);
      if (claim !== null) claims.push(claim);
    }
  }
  return claims;
}

function claimOf(scene: Scene, setting: Setting, index: number, earlier: readonly Claim[]): Claim | null {
  const number = setting.numbers[index];
  const counted = setting.counted[index];
  if (number === undefined || counted === undefined || counted.isNoise) return null;
  if (number.isWeak && counted.thing === null) return null;
  if (number.isYear && (counted.thing === null || counted.from - number.to > 1)) return null;
  if ((number.low ?? 1) === 0 || number.high === 0) return null;
  if (isAge(scene, number) || isUncounted(scene, setting, number)) return null;
  const deed = deedFor(scene, setting, index, earlier);
  if (deed === null || isWhereabouts(setting, number, deed)) return null;
  const by = speakerOf(setting, number);
  const timing = timingOf(scene, setting, number, deed);
  const places = fitting(placesOf(setting, index, deed), setting, deed, timing.scope);
  const parent = parentOf(setting, index, earlier);
  const group = deed.measure === "casualties" ? null : counted.group;
  const own = parent === null || counted.thing !== null ? null : parent;
  const lastLauncher = earlier.findLast((claim) => weaponThings.has(claim.deed.thing))?.sides[0] ?? null;
  const previous = earlier.at(-1);
  const lastLoser =
    previous?.setting === setting && losses.has(previous.measure) ? (previous.sides[0] ?? null) : null;
  const question = { scene, setting, number, counted, deed, places, by, lastLauncher, lastLoser };
  const single = sideOf(question);
  const side = single;
  const isWide =
    places.length === 0 &&
    /^(?:drones|missiles|weapons)\.launched/.test(deed.measure) &&
    hasConcept(setting.sentence, "nationwide");
  const target = isWide && side !== null && side !== "both" ? opponentOf(scene.profile, side) : null;
  return {
    setting,
    index,
    number,
    counted,
    deed,
    measure: hostageMeasure(question, earlier),
    group: own?.group ?? group ?? sharedGroup(scene, setting, index, earlier),
    weapon: weaponOf(setting.sentence, number, counted, deed) ?? own?.weapon ?? null,
    ...timing,
    places: target === null ? places : [target],
    by,
    sides: hasOwner(question) ? [single] : (sharedSides(scene, setting, index, deed) ?? [single]),
    isWithin: parent !== null,
  };
}

/** "One civilian was killed and three injured": the group goes on over "and". */
function sharedGroup(scene: Scene, setting: Setting, index: number, earlier: readonly Claim[]): Group | null {
  const previous = earlier.at(-1);
  const number = setting.numbers[index];
  if (
    previous === undefined ||
    number === undefined ||
    previous.setting !== setting ||
    previous.index !== index - 1
  )
    return null;
  if (
    setting.counted[index]?.thing !== null ||
    (previous.group !== "civilians" && previous.group !== "military")
  )
    return null;
  for (let at = previous.number.to; at < number.start; at++)
    if (scene.document.tokens[at]?.kind === "mark") return null;
  return previous.group;
}

/** "Ivanov, 52, was killed". */
function isAge(scene: Scene, number: NumberHit): boolean {
  const { tokens } = scene.document;
  return (
    tokens[number.from - 1]?.norm === "," &&
    tokens[number.to]?.norm === "," &&
    tokens[number.from - 2]?.capital === true &&
    number.to - number.from === 1
  );
}

/** "22 drones over eight regions": a number of places where something was, not what was struck. */
function isWhereabouts(setting: Setting, number: NumberHit, deed: Deed): boolean {
  if (
    deed.thing !== "site" ||
    (deed.measure === "sites.hit" && (deed.act?.id === "hit" || deed.act?.id === "attack"))
  )
    return false;
  return setting.sentence.hits.some((hit) => hit.id === "in" && hit.to === number.start);
}

/** The speaker of the part of the sentence, between semicolons, that holds the number; else of the parts before it. */
function speakerOf(setting: Setting, number: NumberHit): Speaker | null {
  const own = setting.voices.findLast((part) => part.from <= number.from && part.voice !== null);
  return own?.voice?.speaker ?? setting.speaker;
}

/** Captives of a non-state party, and parts of a number of hostages, are hostages. */
function hostageMeasure(question: SideQuestion, earlier: readonly Claim[]): Measure {
  const { measure } = question.deed;
  const kind =
    measure === "prisoners.released"
      ? "hostages.released"
      : measure === "prisoners.held"
        ? "hostages.held"
        : null;
  if (kind === null || question.counted.thing === "captive") return measure;
  const previous = earlier.at(-1);
  const isPart = previous?.setting === question.setting && previous.measure.startsWith("hostages");
  return isPart || releaserOf(question)?.startsWith("x-") === true ? kind : measure;
}

/** "One of", "day 285", "no one", "200 each day". */
function isUncounted(scene: Scene, setting: Setting, number: NumberHit): boolean {
  const { hits } = setting.sentence;
  if (number.isWeak && hits.some((hit) => hit.id === "outOf" && hit.from === number.to)) return true;
  if (hits.some((hit) => hit.id === "negation" && hit.to === number.start)) return true;
  if (hits.some((hit) => hit.id === "rate" && hit.from >= number.to && hit.from - number.to <= rateReach))
    return true;
  return (
    !scene.document.language.freeOrder && hits.some((hit) => hit.id === "duration" && hit.to === number.from)
  );
}

function deedFor(scene: Scene, setting: Setting, index: number, earlier: readonly Claim[]): Deed | null {
  const counted = setting.counted[index];
  if (counted === undefined) return null;
  const whole = wholeDeed(scene, setting, index);
  if (whole !== null) return whole;
  const part = partDeed(scene, setting, index, earlier);
  if (part !== null) return part;
  const isCaptivity = scene.isExchange || hasConcept(setting.sentence, "exchangeTalk");
  const deed = deedOf({
    document: scene.document,
    sentence: setting.sentence,
    numbers: setting.numbers,
    index,
    counted,
    allCounted: setting.counted,
    isCaptivity,
    bareThings: bareThings(setting, index, earlier),
    isGrown: counted.thing === null && isGrown(setting, index),
  });
  const limit = isGrown(setting, index) ? grownMaxCost : bareMaxCost;
  if (deed !== null && counted.thing === null && deed.cost > limit) return inherited(setting, index, earlier);
  if (deed !== null) return deed;
  if (counted.thing === null) return inherited(setting, index, earlier);
  return incidentDeed(counted) ?? headingDeed(setting, counted) ?? listedDeed(setting, counted, earlier);
}

/** "Shot down:" over a list, "losses were:" over a table. */
function headingDeed(setting: Setting, counted: Counted): Deed | null {
  for (const act of setting.heading?.sentence.hits.toReversed() ?? []) {
    if (act.family !== "act") continue;
    for (const thing of counted.things) {
      const measure = measureOf(thing, act.id as ActConcept, false);
      if (measure !== null) return { act, measure, thing, cost: 0 };
    }
  }
  return null;
}

/** "367 aerial targets: 69 missiles and 298 drones": a part of a list has the act of the number before. */
function listedDeed(setting: Setting, counted: Counted, earlier: readonly Claim[]): Deed | null {
  const previous = earlier.at(-1);
  if (previous === undefined || counted.thing === null || previous.deed.act === null) return null;
  const isRow = previous.setting === setting && !isPeople(counted.thing);
  if (!isRow && !(weaponThings.has(counted.thing) && weaponThings.has(previous.deed.thing))) return null;
  if (setting.sentence.index - previous.setting.sentence.index > 1) return null;
  const measure = measureOf(counted.thing, previous.deed.act.id as ActConcept, false);
  return measure === null ? null : { ...previous.deed, measure, thing: counted.thing };
}

function incidentDeed(counted: Counted): Deed | null {
  if (counted.thing !== "strike" && counted.thing !== "assault" && counted.thing !== "clash") return null;
  return { act: null, measure: "attacks", thing: counted.thing, cost: 0 };
}

/** "29 of 38 drones were downed": the whole is what was launched. */
function wholeDeed(scene: Scene, setting: Setting, index: number): Deed | null {
  const number = setting.numbers[index];
  const before = setting.numbers[index - 1];
  const nouns = [...(setting.counted[index]?.things ?? []), ...(setting.counted[index - 1]?.things ?? [])];
  const thing = nouns.find((one) => weaponThings.has(one)) ?? null;
  if (
    number === undefined ||
    before === undefined ||
    !isRatio(
      scene.document,
      setting.sentence,
      Math.max(before.to, isNounBetween(setting, index) ? (setting.counted[index - 1]?.to ?? 0) : 0),
      number.from,
    )
  )
    return null;
  const measure = thing === null ? null : measureOf(thing, "launch", false);
  return measure === null || thing === null ? null : { act: null, measure, thing, cost: 0 };
}

/** "15 missiles of 18": the noun stands with the first number. */
function isNounBetween(setting: Setting, index: number): boolean {
  return (setting.counted[index - 1]?.to ?? Infinity) <= (setting.numbers[index]?.from ?? 0);
}

/** "47 missiles, 45 cruise missiles among them": a part with a noun of its own has the act of its whole. */
function partDeed(scene: Scene, setting: Setting, index: number, earlier: readonly Claim[]): Deed | null {
  const parent = parentOf(setting, index, earlier);
  const counted = setting.counted[index];
  const act = parent?.deed.act ?? null;
  if (parent === null || act === null || counted === undefined || parent.setting !== setting) return null;
  const isPeoplePart = counted.thing !== null && isPeople(counted.thing) && isPeople(parent.deed.thing);
  if (isPeoplePart && !hasOwnAct(setting, index)) return { ...parent.deed, thing: parent.deed.thing };
  if (counted.thing === null || !weaponThings.has(counted.thing) || hasOwnAct(setting, index)) return null;
  const measure = measureOf(counted.thing, act.id as ActConcept, scene.isExchange);
  return measure === null ? null : { ...parent.deed, measure, thing: counted.thing };
}

const ownActReach = 2;

/** Whether an act's word stands right by the number or its noun. */
function hasOwnAct(setting: Setting, index: number): boolean {
  const number = setting.numbers[index];
  const counted = setting.counted[index];
  if (number === undefined || counted === undefined) return false;
  const to = Math.max(number.to, counted.to);
  return setting.sentence.hits.some(
    (hit) =>
      hit.family === "act" &&
      ((hit.from >= to && hit.from - to <= ownActReach) ||
        (hit.to <= number.start && number.start - hit.to === 0)),
  );
}

/** "The number of dead in ... rose to 15": what is counted stands before the verb of growth. */
function isGrown(setting: Setting, index: number): boolean {
  const number = setting.numbers[index];
  return (
    number !== undefined &&
    setting.sentence.hits.some(
      (hit) => hit.id === "risesTo" && hit.from < number.from && number.start - hit.to <= 4,
    )
  );
}

/** What a number without a noun counts: people, or what the number before it counted. */
function bareThings(setting: Setting, index: number, earlier: readonly Claim[]): ThingConcept[] {
  const previous = earlier.findLast(
    (claim) =>
      weaponThings.has(claim.deed.thing) && setting.sentence.index - claim.setting.sentence.index <= 3,
  );
  const before = setting.counted.slice(0, index).findLast((counted) => counted.thing !== null)?.thing ?? null;
  const things: ThingConcept[] = [];
  if (before !== null && before !== "person") things.push(before);
  if (previous !== undefined) things.push(previous.deed.thing);
  return [...things, "person"];
}

/** "of them 270 ...", "and 16 over Belgorod": the deed of the number before, in the same sentence. */
function inherited(setting: Setting, index: number, earlier: readonly Claim[]): Deed | null {
  const previous = earlier.at(-1);
  const number = setting.numbers[index];
  if (previous === undefined || number === undefined || previous.setting !== setting) return null;
  const isListed = setting.places.some((place) => place.from >= number.to && place.from - number.to <= 4);
  const isPart =
    findConcept(setting.sentence, ["ofThem", "including"], number.start - 3, number.start) !== null;
  return isListed || isPart ? previous.deed : null;
}

/** The figure that this number is a part of: told by "including", "of them". Null: it stands by itself. */
function parentOf(setting: Setting, index: number, earlier: readonly Claim[]): Claim | null {
  const number = setting.numbers[index];
  if (number === undefined) return null;
  const noun = setting.counted[index]?.to ?? number.to;
  const cue = findConcept(
    setting.sentence,
    ["including", "ofThem"],
    Math.max(setting.sentence.from, number.start - 4),
    Math.max(number.to, noun) + 3,
  );
  const previous = earlier.at(-1);
  const isListed =
    previous?.isWithin === true &&
    previous.setting === setting &&
    previous.index === index - 1 &&
    number.start - Math.max(previous.counted.to, previous.number.to) <= 2;
  if (cue === null && !isListed) return null;
  return (
    earlier.findLast(
      (claim) => claim.setting === setting || setting.sentence.index - claim.setting.sentence.index === 1,
    ) ?? null
  );
}

/** Captives come home somewhere only if it is said so; over a whole country what was aimed at it is not yet downed. */
function fitting(places: readonly PlaceCode[], setting: Setting, deed: Deed, scope: Scope): PlaceCode[] {
  const mentions = setting.places;
  const isOf = (code: PlaceCode, test: (from: number, isLocated: boolean) => boolean): boolean =>
    mentions.some((place) => place.code === code && test(place.from, place.isLocated));
  if (deed.measure.endsWith(".released") || deed.measure === "bodies.returned") {
    return scope === "event"
      ? places.filter(
          (code) =>
            isOf(code, (from, isLocated) => isLocated && !isAgreedThere(setting, from)) &&
            code !== "RU" &&
            code !== "UA",
        )
      : [];
  }
  const act = deed.act;
  if (!deed.measure.endsWith(".downed") || act === null) return [...places];
  return places.filter((code) => !/^[A-Z]{2}$/u.test(code) || !isOf(code, (from) => from < act.from));
}

/** "Under the accord reached in Istanbul": where it was agreed, not where they came home. */
function isAgreedThere(setting: Setting, from: number): boolean {
  return setting.sentence.hits.some((hit) => hit.id === "agreed" && hit.to <= from && from - hit.to <= 3);
}

const carriesPlaces =
  /^(?:killed|injured|missing|casualties|rescued|evacuated|buildings|sites|customers|attacks)/;

/** Where the counted thing happened: stated between this number and the next, before all numbers, after them, or earlier. */
function placesOf(setting: Setting, index: number, deed: Deed): PlaceCode[] {
  const mentions = isDeparture(deed) ? [...setting.places, ...setting.origins] : setting.places;
  const number = setting.numbers[index];
  if (number === undefined) return [];
  if (mentions.length > 0) {
    const own = mentions.filter((place) => ownerIndex(setting, place.from) === index);
    const leading = mentions.filter((place) => ownerIndex(setting, place.from) === -1);
    const earlier = mentions.filter((place) => ownerIndex(setting, place.from) < index);
    const nearest =
      own.length > 0 ? own : leading.length > 0 ? leading : earlier.length > 0 ? earlier : mentions;
    return orderPlaces([...nearest, ...(own.length > 0 ? leading : [])].map((place) => place.code));
  }
  return carriesPlaces.test(deed.measure) ? [...setting.carriedPlaces] : [];
}

function isDeparture(deed: Deed): boolean {
  return deed.measure === "evacuated" || deed.measure === "displaced";
}

/** The number that a place belongs to: the one before it, or the next when a comma or "and" parts them; -1: before all. */
function ownerIndex(setting: Setting, at: number): number {
  let owner = -1;
  for (let index = 0; index < setting.numbers.length; index++) {
    const number = setting.numbers[index];
    if (number !== undefined && number.from < at) owner = index;
  }
  return owner;
}

/** The country of the first place; null: none. */
export function countryOfPlaces(places: readonly PlaceCode[]): string | null {
  return places.map((code) => countryOf(code)).find((party) => party !== null) ?? null;
}
