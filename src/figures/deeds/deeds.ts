/** What was done to what a number counts. */

import type { Counted } from "../things/counted.ts";
import type { Claim, Scene, Setting } from "../claim.ts";
import type { Deed } from "./acts.ts";
import { deadHandedOver } from "./dead-handed-over.ts";
import { deedOf } from "./acts.ts";
import {
  besideStrikes,
  foundBodies,
  hostageDeed,
  incidentDeed,
  joinedDeed,
  livesDeed,
  pairedDeed,
  stillHeld,
  tallyDeed,
  timesDeed,
  toolDeed,
} from "./bare-deeds.ts";
import { isOfCaptivity, toldDeed, travelDeed } from "./exchange-deeds.ts";
import { clauseDeed } from "./elliptic-clause.ts";
import { hospitalDeed } from "./in-hospital.ts";
import { departedDeed } from "./departed.ts";
import { carriedDeed, splitVerbDeed } from "./split-verb.ts";
import { launchedOfDowned } from "./fate-of-part.ts";
import { bareThings, inherited, isOfSame } from "./inherited-deed.ts";
import { asideDeed, rowDeed, underHeading } from "./list-deeds.ts";
import { moreOfSame } from "./more-of-same.ts";
import { ofKnownDeed, stillThereDeed } from "./of-known.ts";
import { inOneNumber } from "./one-number.ts";
import { pairedPartDeed } from "./paired-parts.ts";
import { partInAttackDeed } from "./part-in-attack.ts";
import { isPartOfUntold, partDeed } from "./part-deed.ts";
import { toldAtDeed } from "./told-at.ts";
import { verblessDeed } from "./verbless.ts";
import { whoDeed } from "./who-deed.ts";
import { wholeDeed } from "./whole-deed.ts";
import { comparedWith } from "../parts/compared.ts";
import { isForEqual } from "../parts/each.ts";

const bareMaxCost = 7;

const grownMaxCost = 30;

/** What was done to what the number at `index` counts, `earlier` being the claims before it. Null: nothing that makes a figure. */
export function deedFor(
  scene: Scene,
  setting: Setting,
  index: number,
  earlier: readonly Claim[],
): Deed | null {
  const named = setting.counted[index];
  if (named === undefined) return null;
  const counted = isOfSame(setting, index, named, earlier) ? { ...named, thing: null, things: [] } : named;
  const ruled = ruledDeed(scene, setting, index, { counted, earlier });
  if (ruled !== null) return ruled;
  if (scene.document.language.freeOrder && isPartOfUntold(setting, index, earlier.at(-1))) return null;
  const isCaptivity = isOfCaptivity(scene, setting, counted, earlier);
  const deed = deedOf({
    document: scene.document,
    sentence: setting.sentence,
    numbers: setting.numbers,
    index,
    counted,
    allCounted: setting.counted,
    isCaptivity,
    bareThings: counted.thing === null ? bareThings(scene.document, setting, index, earlier) : [],
    isGrown: counted.thing === null && isGrown(scene, setting, index),
  });
  // "An exchange of prisoners will take place tomorrow: 210 for 210": the pair belongs to the exchange, however far it stands.
  const isPair = isCaptivity && isForEqual(setting, index);
  const limit = isPair || isGrown(scene, setting, index) ? grownMaxCost : bareMaxCost;
  if (deed !== null && counted.thing === null && deed.cost > limit)
    return inherited(scene.document, setting, index, earlier);
  if (deed !== null)
    return (
      asideDeed(scene, setting, index, deed) ??
      inOneNumber(scene, setting, deed) ??
      deadHandedOver(scene, setting, index, deed) ??
      deed
    );
  if (counted.thing === null) return inherited(scene.document, setting, index, earlier);
  return (
    toldDeed(scene, setting, index) ??
    travelDeed(scene, setting, index) ??
    (scene.isExchange || scene.document.language.freeOrder ? null : carriedDeed(setting, index)) ??
    incidentDeed(counted) ??
    timesDeed(scene, setting, index) ??
    underHeading(setting, index, earlier) ??
    besideStrikes(scene, setting, index) ??
    (isCaptivity ? null : foundBodies(scene, setting, index)) ??
    stillHeld(setting, index, counted)
  );
}

interface Around {
  readonly counted: Counted;
  readonly earlier: readonly Claim[];
}

/** The deed of a number that stands in a figure of speech of its own, whatever verbs stand around; null: in none. */
function ruledDeed(scene: Scene, setting: Setting, index: number, { counted, earlier }: Around): Deed | null {
  const { document } = scene;
  const { freeOrder } = document.language;
  const previous = earlier.at(-1);
  return (
    pairedPartDeed(setting, index) ??
    launchedOfDowned(document, setting, index) ??
    wholeDeed(scene, setting, index) ??
    hostageDeed(scene, setting, index) ??
    ofKnownDeed(scene, setting, index) ??
    stillThereDeed(scene, setting, index, previous) ??
    livesDeed(setting, index) ??
    whoDeed(scene, setting, index) ??
    toolDeed(setting, index) ??
    joinedDeed(setting, index) ??
    (freeOrder ? null : (pairedDeed(setting, index, previous) ?? splitVerbDeed(scene, setting, index))) ??
    departedDeed(document, setting, index) ??
    toldAtDeed(document, setting, index, earlier) ??
    partInAttackDeed(setting, index) ??
    comparedWith(document, setting, index, earlier)?.claim.deed ??
    partDeed(scene, setting, index, earlier) ??
    verblessDeed(scene, setting, index, earlier) ??
    clauseDeed(scene, setting, index, previous) ??
    hospitalDeed(scene, setting, index, previous) ??
    (freeOrder ? rowDeed(setting, index, counted, previous) : null) ??
    moreOfSame(scene, setting, index, previous) ??
    tallyDeed(scene, setting, index)
  );
}

/** "The number of dead in ... rose to 15": what is counted stands before the verb of growth. */
function isGrown(scene: Scene, setting: Setting, index: number): boolean {
  const number = setting.numbers[index];
  const isParted = (from: number, to: number): boolean => {
    for (let at = from; at < to; at++) if (scene.document.tokens[at]?.norm === ",") return true;
    return false;
  };
  return (
    number !== undefined &&
    setting.sentence.hits.of.risesTo.some(
      (hit) =>
        hit.from < number.from &&
        number.start - hit.to <= 4 &&
        // "A drone reached the base, three were killed": another clause.
        !isParted(hit.to, number.start) &&
        // "Rose to 55 killed and 129 injured": only the first number grew by that verb.
        !setting.numbers.some((other) => other.from >= hit.to && other.to <= number.start),
    )
  );
}
