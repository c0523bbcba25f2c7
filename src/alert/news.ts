import type { Development, LedgerFigure, StageClaim } from "../model/development.ts";
import type { Party } from "../model/side.ts";
import type { Measure } from "../measures.ts";
import { isSalvo, pointOf } from "../ledger/counts.ts";
import { dayOf, daysBetween } from "../ledger/days.ts";
import { firstDay } from "../ledger/first-day.ts";
import { countryOfScene, isTown, narrowPlaces } from "../ledger/scene.ts";
import { isOpponent, isSameCamp, partiesOf } from "../ledger/sides.ts";
import { conflictRows } from "../reference/conflicts.ts";
import { isWithin } from "../reference/places.ts";
import { isFirstHand } from "../ledger/nearness.ts";
import type { TellingPolicy } from "./policy.ts";
import { isOfPlace, toldKinds } from "./policy.ts";
import { countOrigins } from "./shown.ts";
import { originsAmong, outletsAmong } from "../ledger/origin.ts";

/**
 * Whether a development not told before is to be told as news: what the policy says must be told, when it rests on a day and a
 * word, or on two origins. What only one outlet says without a day or a speaker waits for a second one.
 */
export function isNews(development: Development, now: number, policy: TellingPolicy): boolean {
  if (development.reports.length === 0 || development.mergedInto !== null) return false;
  if (!toldKinds(policy).includes(development.kind)) return false;
  if (development.conflict === null && !policy.unknownConflict) return false;
  if (daysBetween(development.date ?? firstDay(development), dayOf(now)) > policy.newsDays) return false;
  switch (development.kind) {
    case "exchange":
      return isTellableExchange(development);
    case "ceasefire":
      return isTellableTruce(development);
    case "talks":
      return areTellableTalks(development);
    case "strike":
      return isTellableStrike(development, policy) && isGrounded(development);
    default:
      return isFirm(development);
  }
}

/**
 * A day, and somebody's word or two origins: of sanctions, aid, ground taken and evacuations much is said in passing, most of it background. The
 * ground that a side says it took may have its place in the day's stead.
 */
function isFirm(development: Development): boolean {
  const { kind, date, places } = development;
  const isTold = hasAnyWord(development) || countOrigins(development) > 1;
  return isTold && (date !== null || (kind === "capture" && narrowPlaces(places).length > 0));
}

/**
 * A day or somebody's word; or, of a town, two origins or a headline with the number: one outlet's undated and unattributed line
 * may be about anything, and many lines on a whole region are about the war, unless two origins give its dead.
 */
function isGrounded(development: Development): boolean {
  if (isOldToll(development)) return false;
  if (development.date !== null || hasAnyWord(development)) return true;
  if (narrowPlaces(development.places).length > 0 && isTwiceTold(development, "killed")) return true;
  const isLocal = development.places.some(isTown);
  return isLocal && (countOrigins(development) > 1 || isHeadline(development));
}

/** Whether a title tells of people killed or hurt. */
function isHeadline({ figures }: Development): boolean {
  const hurt = figures.filter(({ measure }) => measure === "killed" || measure === "injured");
  return hurt.some(({ leading }) => leading?.isHeadline === true);
}

/** Tolls from so many dead on take two origins that give them: without their day they are most often of long ago, in an outlet's own voice a sum. */
const largeToll = { undated: 50, unsaid: 100 } as const;

function isOldToll({ kind, date, figures }: Development): boolean {
  const toll = figures.find(({ measure, group }) => measure === "killed" && group === null);
  if (kind !== "strike" || toll === undefined) return false;
  const dead = toll.best ?? 0;
  const isUnsaid = toll.claims.every(({ by, outlet }) => by === null && outlet.side === null);
  if (!(date === null && dead >= largeToll.undated) && !(isUnsaid && dead >= largeToll.unsaid)) return false;
  return originsOf(toll) < 2;
}

/** How many independent origins give the standing number. */
function originsOf({ claims, best }: LedgerFigure): number {
  return originsAmong(claims.filter((claim) => pointOf(claim) === best));
}

/** Whether somebody but the outlets says so. */
export function hasAnyWord(development: Development): boolean {
  const isSaid = development.figures.some((figure) =>
    figure.claims.some((claim) => claim.by !== null || claim.outlet.side !== null),
  );
  return isSaid || development.stages.some((claim) => claim.by !== null || claim.voice !== null);
}

/** A handover is told with its number, or when a second origin tells it without one. */
function isTellableExchange(development: Development): boolean {
  if (development.stage === "announced") return false;
  if (development.subject === "delay") return hasAnyWord(development) || countOrigins(development) > 1;
  if (development.subject === "deal") return development.date !== null || development.figures.length > 0;
  const counts = development.figures.filter(
    (figure) => figure.scope === "event" && figure.best !== null && figure.side !== null,
  );
  // The story so far in one report is most often another leg's number with a wrong day.
  const isTold = counts.some(({ claims: said }) => said.some(({ isRecap }) => isRecap !== true));
  // Families flown home from a camp are told of in passing: somebody has to speak of children, or two outlets.
  const isAlone =
    development.subject === "children" && !hasAnyWord(development) && countOrigins(development) < 2;
  if (isTold && development.date !== null && !isAlone) return true;
  // Exchanges are much talked of: without a number or a day it takes the receiving party's quoted word on the number, or two origins.
  const claims = counts.flatMap((figure) => figure.claims);
  const isReceivers = ({ side, claims: said }: LedgerFigure) =>
    said.some(({ by }) => by !== null && isSameCamp(by.side, side === "both" ? null : side));
  if (counts.some(isReceivers)) return true;
  const dated = development.stages.filter((claim) => claim.date !== null);
  return originsAmong([...claims, ...dated]) > 1;
}

/** A proposal is a party's or a mediator's; a call from anybody else is opinion. A stage without its day needs a party's word. */
function isTellableTruce(development: Development): boolean {
  const { stage, stages, date } = development;
  if (stage === "proposed" && !stages.some((claim) => claim.voice !== null)) return false;
  const isTwice = countOrigins(development) > 1;
  // A truce is much called for in passing: who it is between is named with the proposal, or two say so.
  if (stage === "proposed" && !isTwice && !stages.some(({ parties }) => parties.length > 1)) return false;
  // One outlet's own word on a breach or an end is its view of things.
  if ((stage === "violated" || stage === "ended") && !isTwice && !stages.some(({ voice }) => voice !== null))
    return false;
  return (
    date !== null || stages.some((claim) => isPartys(claim, development) || isMediators(claim, development))
  );
}

/** What somebody says of a truce whose two sides it names. */
function isMediators(claim: StageClaim, development: Development): boolean {
  return claim.voice !== null && isBetweenOpponents(claim, development);
}

/**
 * Talks between those who fight each other, by a side's own outlet, or by two origins one of which is somebody's word: much is said to have been
 * talked of, most of it by commentators.
 */
function areTellableTalks(development: Development): boolean {
  const held = development.stages.filter(
    (claim) => claim.stage === "held" && isBetweenOpponents(claim, development),
  );
  if (held.some((claim) => isFirstHand(claim) && isPartys(claim, development))) return true;
  const fresh = held.filter((claim) => isOfDay(claim, development));
  if (fresh.some((claim) => isBetweenTwo(claim, development) && wereSet(development, claim))) return true;
  // Enemies hardly meet in one's own land: what is told of a meeting there without a day is of allies, or of other talks.
  const firm = isAtHome(development) ? fresh.filter(({ date }) => date !== null) : fresh;
  const origins = originsAmong(firm);
  if (!fresh.some(({ voice }) => voice !== null) || origins < 2) return false;
  const offers = development.stages.filter(({ stage }) => stage === "proposed");
  // Where most tell that talks are offered, who tells of talks that were held is misread.
  if (outletsAmong(offers) > 2 * outletsAmong(fresh)) return false;
  return origins >= manyTellers || fresh.some((claim) => isBetweenTwo(claim, development));
}

/** Whether it is told to have been in the land of one of the parties. */
function isAtHome(development: Development): boolean {
  return development.places.some((place) => isOfConflict(countryOfScene([place]), development));
}

/** Talks that so many tell of were held, whoever else is named with the parties. */
const manyTellers = 4;

/** Whether another origin had told that the talks were set for their day: who then tells that they were held needs no second. */
function wereSet(development: Development, { origin }: StageClaim): boolean {
  const { stages, date, places, conflict } = development;
  // Enemies meet on neutral ground.
  const hosts = places.map((place) => countryOfScene([place]));
  if (!hosts.some((host) => host !== null && !partiesOf(conflict).includes(host))) return false;
  return stages.some(
    (set) =>
      set.stage === "scheduled" &&
      set.date === date &&
      set.origin !== origin &&
      isBetweenOpponents(set, development) &&
      isBetweenTwo(set, development),
  );
}

/** Whether a claim is of the development's day: much is said of talks on the days between. */
function isOfDay({ date, seenAt }: StageClaim, development: Development): boolean {
  const day = development.date;
  if (day === null) return false;
  return date === null ? Math.abs(daysBetween(day, dayOf(seenAt))) <= 1 : date === day;
}

/** Whether nobody is named but the parties of the war and who hosts them: what the United States and Russia say of Ukraine is no talks with it. */
function isBetweenTwo({ parties }: StageClaim, { conflict, places }: Development): boolean {
  const hosts = places.map((place) => countryOfScene([place]));
  return parties.every(
    (party) => hosts.includes(party) || partiesOf(conflict).some((other) => isSameCamp(party, other)),
  );
}

function isBetweenOpponents({ parties }: StageClaim, { conflict }: Development): boolean {
  return parties.some((party) => parties.some((other) => isOpponent(conflict, party, other)));
}

function isPartys({ voice }: StageClaim, development: Development): boolean {
  return isOfConflict(voice, development);
}

function isOfConflict(side: Party | null, { conflict }: Development): boolean {
  return partiesOf(conflict).some((party) => isSameCamp(party, side));
}

function isTellableStrike(development: Development, policy: TellingPolicy): boolean {
  const count = (pattern: RegExp) =>
    development.figures
      .filter(
        (figure) =>
          pattern.test(figure.measure) &&
          figure.scope === "event" &&
          (development.subject !== "place" || isOfPlace(figure, development)),
      )
      .reduce((most, figure) => Math.max(most, figure.best ?? 0), 0);
  if (development.subject === "place") {
    // Somebody must have told of an attack, not of its dead alone, and where the war is.
    if (development.stages.length === 0 || !isOnBattleground(development)) return false;
    return (
      count(/^killed$/u) >= 1 ||
      count(/^injured$/u) >= policy.minInjured ||
      count(/^customers/u) >= policy.minWithoutPower
    );
  }
  if (development.subject !== "night") return false;
  const salvo = count(/^drones\./u) + missileWeight * count(/^missiles\./u);
  if (count(/^killed$/u) >= 1 && (isSalvosHeadline(development) || isTwiceTold(development, "killed")))
    return true;
  const cut = "customers.without_power";
  if (count(/^customers/u) >= policy.minWithoutPower && isTwiceTold(development, cut)) return true;
  return Math.max(salvo, count(/^weapons\./u)) >= policy.minSalvo;
}

/** A missile counts as so many drones: forty of them are a massive attack, forty drones a usual night. */
const missileWeight = 3;

/** Whether one title of a known day gives both what flew and whom it killed. */
function isSalvosHeadline({ date, stages, figures }: Development): boolean {
  if (date === null || stages.length === 0) return false;
  const headlines = figures.flatMap(({ measure, claims }) =>
    claims.filter(({ isHeadline }) => isHeadline === true).map(({ reportId }) => ({ measure, reportId })),
  );
  return headlines.some(
    ({ measure, reportId }) =>
      measure === "killed" &&
      headlines.some((other) => other.reportId === reportId && isSalvo(other.measure)),
  );
}

/** What a strike did whose town nobody names: two origins, or two outlets that quote one, must give its number, and somebody tell of an attack. */
function isTwiceTold(development: Development, measure: Measure): boolean {
  return (
    development.stages.length > 0 &&
    development.figures.some(
      (figure) =>
        figure.measure === measure &&
        isOfPlace(figure, development) &&
        (originsOf(figure) > 1 || quotersOf(figure) > 1),
    )
  );
}

/** How many outlets give the standing number in somebody's name. */
function quotersOf({ claims, best }: LedgerFigure): number {
  const quoting = claims.filter((claim) => pointOf(claim) === best && claim.by !== null);
  return outletsAmong(quoting);
}

/** Whether the place lies where its conflict is fought: a war that a report names does not make every place in it a target. */
function isOnBattleground({ conflict, places }: Development): boolean {
  const row = conflictRows().find((candidate) => candidate.id === conflict);
  if (row === undefined || narrowPlaces(places).length === 0) return true;
  const country = countryOfScene(places);
  return (
    (country !== null && row.parties.includes(country)) ||
    places.some((place) => row.places.some((ground) => isWithin(place, ground)))
  );
}
