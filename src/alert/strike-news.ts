import type { Development, LedgerFigure } from "../model/development.ts";
import type { Measure } from "../measures.ts";
import { standingClaims } from "../ledger/numbers.ts";
import { originsAmong, outletsAmong } from "../ledger/origin.ts";
import { countryOfScene, isTown, narrowPlaces } from "../ledger/scene.ts";
import { conflictRows } from "../reference/conflicts.ts";
import { isWithin } from "../reference/places.ts";
import type { TellingPolicy } from "./policy.ts";
import { isOfPlace } from "./policy.ts";
import { countOrigins, hasAnyWord, isUncountedDeadly } from "./shown.ts";

/** Whether a strike not told before is news: by what it did, and by what the word of it rests on. */
export function isStrikeNews(development: Development, policy: TellingPolicy): boolean {
  return isTellableStrike(development, policy) && isGrounded(development);
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
      isUncountedDeadly(development) ||
      count(/^injured$/u) >= policy.minInjured ||
      count(/^customers/u) >= policy.minWithoutPower
    );
  }
  if (development.subject !== "night") return false;
  const salvo = count(/^drones\./u) + missileWeight * count(/^missiles\./u);
  if (count(/^killed$/u) >= 1 && (isDeadlyHeadline(development) || isTwiceTold(development, "killed")))
    return true;
  const cut = "customers.without_power";
  if (count(/^customers/u) >= policy.minWithoutPower && isTwiceTold(development, cut)) return true;
  return Math.max(salvo, count(/^weapons\./u)) >= policy.minSalvo;
}

/** A missile counts as so many drones: forty of them are a massive attack, forty drones a usual night. */
const missileWeight = 3;

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
function quotersOf(figure: LedgerFigure): number {
  return outletsAmong(standingClaims(figure).filter(({ by }) => by !== null));
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

/**
 * A day or somebody's word; or a title with the dead of an attack that its report tells of; or, of a town, two origins or a title with its
 * dead or hurt: one outlet's undated and unattributed line may be about anything, and many lines on a whole region are about the war,
 * unless two origins give its dead.
 */
function isGrounded(development: Development): boolean {
  if (isOldToll(development)) return false;
  if (development.date !== null || hasAnyWord(development)) return true;
  if (isDeadlyHeadline(development)) return true;
  if (narrowPlaces(development.places).length > 0 && isTwiceTold(development, "killed")) return true;
  const isLocal = development.places.some(isTown);
  return isLocal && (countOrigins(development) > 1 || isTollHeadline(development));
}

/** Whether one report tells of the attack and gives its dead in its title, or says there that people died: the news of the day, and no background. */
function isDeadlyHeadline({ figures, stages }: Development): boolean {
  const told = figures.flatMap((figure) => (figure.measure === "killed" ? figure.claims : []));
  return (
    told.some(
      ({ isHeadline, reportId }) =>
        isHeadline === true && stages.some((claim) => claim.reportId === reportId),
    ) || stages.some(({ isHeadline, isDeadly }) => isHeadline === true && isDeadly === true)
  );
}

/** Whether a title tells of people killed or hurt. */
function isTollHeadline({ figures }: Development): boolean {
  const hurt = figures.filter(({ measure }) => measure === "killed" || measure === "injured");
  return hurt.some(({ leading }) => leading?.isHeadline === true);
}

/** Tolls from so many dead on take two origins that give them: without their day they are most often of long ago, in an outlet's own voice a sum, and the largest those of a siege. */
const largeToll = { undated: 50, unsaid: 100, any: 500 } as const;

function isOldToll(development: Development): boolean {
  const { date, figures } = development;
  const toll = figures.find(({ measure, group }) => measure === "killed" && group === null);
  if (toll === undefined) return false;
  const dead = toll.best ?? 0;
  const isUnsaid = toll.claims.every(({ by, outlet }) => by === null && outlet.side === null);
  const isLarge =
    dead >= largeToll.any ||
    (date === null && dead >= largeToll.undated) ||
    (isUnsaid && dead >= largeToll.unsaid);
  if (!isLarge) return false;
  return originsOf(toll) < 2 && !isOfKnownStrike(toll, development);
}

/** Whether somebody is quoted with the toll of a strike that another outlet told of before: what has risen since is not of long ago. */
function isOfKnownStrike(toll: LedgerFigure, { stages }: Development): boolean {
  return standingClaims(toll).some(
    (claim) =>
      claim.by !== null &&
      stages.some(({ outlet, seenAt }) => outlet.name !== claim.outlet.name && seenAt < claim.seenAt),
  );
}

/** How many independent origins give the standing number. */
function originsOf(figure: LedgerFigure): number {
  return originsAmong(standingClaims(figure));
}
