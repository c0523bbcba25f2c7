import type { Development, LedgerFigure, StageClaim } from "../model/development.ts";
import type { Party } from "../model/side.ts";
import { dayOf, daysBetween } from "../ledger/days.ts";
import { firstDay } from "../ledger/first-day.ts";
import { countryOfScene, narrowPlaces } from "../ledger/scene.ts";
import { campOf, campsOf, isManySided, isOpponent, isSameCamp, partiesOf } from "../ledger/sides.ts";
import { isFirstHand } from "../ledger/nearness.ts";
import type { TellingPolicy } from "./policy.ts";
import { toldKinds } from "./policy.ts";
import { countOrigins, hasAnyWord } from "./shown.ts";
import { isStrikeNews } from "./strike-news.ts";
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
      return isStrikeNews(development, policy);
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

/** A handover is told with its number, or when a second origin tells it without one. */
function isTellableExchange(development: Development): boolean {
  if (development.stage === "announced") return false;
  if (development.subject === "delay") return hasAnyWord(development) || countOrigins(development) > 1;
  if (development.subject === "deal") return development.date !== null || development.figures.length > 0;
  const counts = development.figures.filter(
    ({ scope, best, side, claims: said }) =>
      scope === "event" && best !== null && (side !== null || said.some(({ by }) => by !== null)),
  );
  // The story so far in one report is most often another leg's number with a wrong day.
  const isTold = counts.some(({ claims: said }) => said.some(({ isRecap }) => isRecap !== true));
  // Families flown home from a camp are told of in passing: somebody has to speak of children, or two outlets.
  const isAlone =
    development.subject === "children" && !hasAnyWord(development) && countOrigins(development) < 2;
  if (isTold && development.date !== null && !isAlone) return true;
  // Exchanges are much talked of: without a number or a day it takes the receiving party's quoted word on the number, a title, or two origins.
  const claims = counts.flatMap((figure) => figure.claims);
  const isReceivers = ({ side, claims: said }: LedgerFigure) =>
    said.some(({ by }) => by !== null && isSameCamp(by.side, side === "both" ? null : side));
  if (counts.some(isReceivers) || counts.some(isTitled)) return true;
  const dated = development.stages.filter((claim) => claim.date !== null);
  return originsAmong([...claims, ...dated]) > 1;
}

/** Whether a title gives the number. */
function isTitled({ claims }: LedgerFigure): boolean {
  return claims.some(({ isHeadline }) => isHeadline === true);
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
    date !== null ||
    // What others propose without a day is what somebody would do in office.
    stages.some(
      (claim) => isPartys(claim, development) || (stage !== "proposed" && isMediators(claim, development)),
    ) ||
    (stage === "proposed" && isTwice) ||
    isReached(development)
  );
}

/** Whether a title tells that two who fight each other agreed on a cease-fire or that theirs began, or two outlets do: where it is a promise, somebody is quoted. */
function isReached({ stages, conflict, places }: Development): boolean {
  const reached = stages.filter(({ stage }) => stage === "agreed" || stage === "started");
  if (originsAmong(reached) > 1) return true;
  // "Israel-Gaza: truce holds overnight" names one party and the ground of the other.
  const ground = countryOfScene(places);
  const between = ({ parties }: StageClaim) => (ground === null ? parties : [...parties, ground]);
  // What began has begun for both, where only two fight.
  const isForBoth = ({ stage, parties }: StageClaim) =>
    stage === "started" &&
    !isManySided(conflict) &&
    parties.some((party) => campsOf(conflict).includes(campOf(party)));
  return reached.some(
    (claim) =>
      claim.isHeadline === true &&
      (isForBoth(claim) || isBetweenOpponents({ ...claim, parties: between(claim) }, { conflict })),
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

function isBetweenOpponents({ parties }: StageClaim, { conflict }: Pick<Development, "conflict">): boolean {
  return parties.some((party) => parties.some((other) => isOpponent(conflict, party, other)));
}

function isPartys({ voice }: StageClaim, development: Development): boolean {
  return isOfConflict(voice, development);
}

function isOfConflict(side: Party | null, { conflict }: Development): boolean {
  return partiesOf(conflict).some((party) => isSameCamp(party, side));
}
