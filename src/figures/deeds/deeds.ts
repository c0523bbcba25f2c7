import type { ActConcept, ThingConcept } from "../../languages/concepts.ts";
import type { Deed } from "./acts.ts";
import { deedOf } from "./acts.ts";
import {
  besideStrikes,
  hostageDeed,
  incidentDeed,
  joinedDeed,
  livesDeed,
  pairedDeed,
  stillHeld,
  tallyDeed,
  toolDeed,
  weaponThings,
} from "./bare-deeds.ts";
import type { Claim, Scene, Setting } from "../claim.ts";
import { findConcept, hasConcept, tellsOfExchange } from "../text/document.ts";
import { isForEqual } from "../parts/each.ts";
import { launchedOfDowned } from "./fate-of-part.ts";
import { measureOf } from "../things/measure.ts";
import { inOneNumber } from "./one-number.ts";
import type { Counted } from "../things/counted.ts";
import { moreOfSame } from "./more-of-same.ts";
import { hasOwnAct, isOfNextRow } from "./own-act.ts";
import { parentOf, wholeNamed } from "./parent-claim.ts";
import { partyOfRow } from "../sides/party-row.ts";
import { isPeople } from "../things/people.ts";
import { wholeDeed } from "./whole-deed.ts";
import { hitsOf, hitsOfFamily } from "../text/sentence-hits.ts";
import { toldAtDeed } from "./told-at.ts";

const bareMaxCost = 7;

const grownMaxCost = 30;

export function deedFor(
  scene: Scene,
  setting: Setting,
  index: number,
  earlier: readonly Claim[],
): Deed | null {
  const named = setting.counted[index];
  if (named === undefined) return null;
  const counted = isOfSame(setting, index, named, earlier) ? { ...named, thing: null, things: [] } : named;
  const whole = launchedOfDowned(scene.document, setting, index) ?? wholeDeed(scene, setting, index);
  if (whole !== null) return whole;
  const tool = hostageDeed(scene, setting, index) ?? livesDeed(setting, index) ?? toolDeed(setting, index);
  if (tool !== null) return tool;
  const joined = joinedDeed(setting, index);
  if (joined !== null) return joined;
  const paired = scene.document.language.freeOrder ? null : pairedDeed(setting, index, earlier.at(-1));
  if (paired !== null) return paired;
  const told = toldAtDeed(scene.document, setting, index, earlier);
  if (told !== null) return told;
  const part = partDeed(scene, setting, index, earlier);
  if (part !== null) return part;
  const row = scene.document.language.freeOrder ? rowDeed(setting, index, counted, earlier.at(-1)) : null;
  if (row !== null) return row;
  const more = moreOfSame(scene, setting, index, earlier.at(-1));
  if (more !== null) return more;
  const tally = tallyDeed(scene, setting, index);
  if (tally !== null) return tally;
  const isCaptivity =
    scene.isExchange ||
    tellsOfExchange(setting.sentence) ||
    (!scene.document.language.freeOrder && hasConcept(setting.sentence, "warCaptive")) ||
    (counted.thing === "military" && hasConcept(setting.sentence, "swap")) ||
    isAmongCaptives(setting, earlier);
  const deed = deedOf({
    document: scene.document,
    sentence: setting.sentence,
    numbers: setting.numbers,
    index,
    counted,
    allCounted: setting.counted,
    isCaptivity,
    bareThings: bareThings(setting, index, earlier),
    isGrown: counted.thing === null && isGrown(scene, setting, index),
  });
  // "An exchange of prisoners will take place tomorrow: 210 for 210": the pair belongs to the exchange, however far it stands.
  const isPair = isCaptivity && isForEqual(setting, index);
  const limit = isPair || isGrown(scene, setting, index) ? grownMaxCost : bareMaxCost;
  if (deed !== null && counted.thing === null && deed.cost > limit) return inherited(setting, index, earlier);
  if (deed !== null)
    return asideDeed(scene, setting, index, deed) ?? inOneNumber(scene, setting, deed) ?? deed;
  if (counted.thing === null) return inherited(setting, index, earlier);
  return (
    toldDeed(scene, setting, index) ??
    incidentDeed(counted) ??
    underHeading(setting, index, earlier) ??
    besideStrikes(setting, counted) ??
    stillHeld(setting, index, counted)
  );
}

/** A number of something else may stand between. */
const fewBack = 2;

const captives = /^(?:captured|(?:hostages|prisoners)\.)/u;

/** "Of the 251 people abducted 148 have been freed": those who were told of as captives. */
function isAmongCaptives(setting: Setting, earlier: readonly Claim[]): boolean {
  const isBack = setting.numbers.length === 1 && hasConcept(setting.sentence, "release", "bring");
  const previous = earlier.slice(isBack ? -fewBack : -1).findLast((claim) => captives.test(claim.measure));
  return previous !== undefined && setting.sentence.index - previous.setting.sentence.index <= 1;
}

/** "67 drones were downed and 23 others lost": more of what the number before counted. */
function isOfSame(setting: Setting, index: number, counted: Counted, earlier: readonly Claim[]): boolean {
  const previous = earlier.at(-1);
  const number = setting.numbers[index];
  return (
    previous?.setting === setting &&
    number !== undefined &&
    weaponThings.has(previous.deed.thing) &&
    hitsOf(setting.sentence, "another").some(
      (hit) => hit.from === counted.from && hit.to === counted.to && hit.from >= number.to,
    )
  );
}

/** "89 people: 46 fighters, four civilians and 14 soldiers": rows with nothing but a comma or "and" between. */
function isContiguous(setting: Setting, index: number, previous: Claim): boolean {
  const number = setting.numbers[index];
  const end = Math.max(previous.counted.to, previous.number.to);
  return (
    previous.setting === setting &&
    previous.index === index - 1 &&
    number !== undefined &&
    number.start - end <= 2 &&
    number.from > end
  );
}

/** "Уничтожены три автомобиля и более 150 боевиков, 10 военнослужащих сдались": a row of a list has its act, not that of the clause after it. */
function rowDeed(
  setting: Setting,
  index: number,
  counted: Counted,
  previous: Claim | undefined,
): Deed | null {
  const act = previous?.deed.act ?? null;
  if (previous === undefined || act === null || counted.thing === null) return null;
  const isLed = act.to <= previous.number.start;
  if (!isLed || hasOwnAct(setting, index) || !isContiguous(setting, index, previous)) return null;
  if (isPeople(previous.deed.thing) === isPeople(counted.thing) || !isPeople(counted.thing)) return null;
  const eliminates = hitsOf(setting.sentence, "eliminate").find((hit) => hit.from === act.from);
  const measure = eliminates === undefined ? null : measureOf(counted.thing, "eliminate", false);
  return measure === null || eliminates === undefined
    ? null
    : { act: eliminates, measure, thing: counted.thing, cost: 0 };
}

/** "Міноборони РФ заявило про 270 військовослужбовців і 120 цивільних": in news of an exchange, those that a body tells of came home. */
function toldDeed(scene: Scene, setting: Setting, index: number): Deed | null {
  const [number, thing] = [setting.numbers[index], setting.counted[index]?.thing ?? null];
  if (!scene.isExchange || !scene.document.language.freeOrder || number === undefined) return null;
  if (thing === null || !isPeople(thing)) return null;
  const first = setting.numbers[0];
  const isTold = hitsOf(setting.sentence, "says").some(
    (hit) => first !== undefined && hit.to <= first.start && first.start - hit.to === 1,
  );
  const measure = isTold && index <= 1 ? measureOf(thing, "release", true) : null;
  return measure === null ? null : { act: null, measure, thing, cost: 0 };
}

/** A list may stand after a sentence that only says who told of the sum. */
const listReach = 2;

/** "367 aerial targets: 69 missiles and 298 drones": a part of a list has the act of the number before. */
function listedDeed(setting: Setting, index: number, earlier: readonly Claim[]): Deed | null {
  const counted = setting.counted[index];
  // "Three Kinzhals, one of which was downed, and 77 cruise missiles": the list goes on with its wholes.
  const previous = earlier.findLast((claim) => !claim.isWithin || claim.deed.act === null) ?? earlier.at(-1);
  if (previous === undefined || counted === undefined || counted.thing === null) return null;
  const isLaunched = previous.deed.act === null && previous.measure.endsWith(".launched");
  if (previous.deed.act === null && !isLaunched) return null;
  const isNext =
    setting.sentence.index - previous.setting.sentence.index === 1 &&
    previous.measure === "equipment.lost" &&
    hitsOfFamily(setting.sentence, "act").length === 0;
  if (isPeople(counted.thing) && isPeople(previous.deed.thing) && isContiguous(setting, index, previous))
    return { ...previous.deed, thing: counted.thing };
  const isRow = (previous.setting === setting || isNext) && !isPeople(counted.thing);
  if (!isRow && !(weaponThings.has(counted.thing) && weaponThings.has(previous.deed.thing))) return null;
  if (setting.sentence.index - previous.setting.sentence.index > listReach) return null;
  const act = previous.deed.act?.id ?? "launch";
  const measure = measureOf(counted.thing, act as ActConcept, false);
  return measure === null ? null : { ...previous.deed, measure, thing: counted.thing };
}

/** A row goes on with the act of its own sentence, then with its heading's, then with that of the line before. */
function underHeading(setting: Setting, index: number, earlier: readonly Claim[]): Deed | null {
  const counted = setting.counted[index];
  if (counted === undefined) return null;
  const listed = listedDeed(setting, index, earlier);
  const isOwn = listed !== null && earlier.at(-1)?.setting === setting;
  return isOwn ? listed : (headingDeed(setting, counted) ?? listed);
}

/** "Shot down:" over a list, "losses were:" over a table. */
function headingDeed(setting: Setting, counted: Counted): Deed | null {
  const acts = setting.heading?.sentence.hits.toSorted((a, b) => b.from - a.from) ?? [];
  for (const act of acts) {
    if (act.family !== "act") continue;
    for (const thing of counted.things) {
      if (
        thing === "site" &&
        act.id === "damage" &&
        acts.some((one) => one.id === "destroy" && one.from === act.from)
      )
        continue;
      const measure = measureOf(thing, act.id as ActConcept, false);
      if (measure !== null) return { act, measure, thing, cost: 0 };
    }
  }
  return null;
}

/** "Launched:" over "4 missiles (2 shot down)": the act in brackets is another number's. */
function asideDeed(scene: Scene, setting: Setting, index: number, deed: Deed): Deed | null {
  const number = setting.numbers[index];
  const counted = setting.counted[index];
  if (number === undefined || counted === undefined || counted.thing === null || deed.act === null)
    return null;
  const { tokens } = scene.document;
  for (let at = counted.to; at < deed.act.from; at++)
    if (tokens[at]?.norm === "(") return headingDeed(setting, counted);
  return null;
}

/** "47 missiles, 45 cruise missiles among them": a part with a noun of its own has the act of its whole. */
function partDeed(scene: Scene, setting: Setting, index: number, earlier: readonly Claim[]): Deed | null {
  const parent = parentOf(setting, index, earlier);
  const counted = setting.counted[index];
  const number = setting.numbers[index];
  const act = parent?.deed.act ?? null;
  if (parent === null || counted === undefined) return null;
  const isNamed = number !== undefined && wholeNamed(setting, number, earlier) !== null;
  if (isNamed && (counted.thing === null || isPeople(counted.thing)) && isPeople(parent.deed.thing))
    return parent.deed;
  if (act === null || parent.setting !== setting) return null;
  if (counted.thing === null && isPeople(parent.deed.thing) && isIncluded(setting, index)) return parent.deed;
  const isPeoplePart = counted.thing !== null && isPeople(counted.thing) && isPeople(parent.deed.thing);
  // "18 hostages, including five foreigners, and 500 prisoners": another people than the hostages.
  if (counted.thing === "captive" && parent.deed.thing === "hostage") return null;
  // "Received 17 bodies, including those of five women": of the dead, too.
  if (counted.thing !== null && isPeople(counted.thing) && parent.deed.thing === "body")
    return { ...parent.deed, measure: parent.measure };
  if (isPeoplePart && (!hasOwnAct(setting, index) || isOfNextRow(scene, setting, index)))
    return { ...parent.deed, thing: parent.deed.thing };
  if (counted.thing === null || !weaponThings.has(counted.thing) || hasOwnAct(setting, index)) return null;
  const measure = measureOf(counted.thing, act.id as ActConcept, scene.isExchange);
  return measure === null ? null : { ...parent.deed, measure, thing: counted.thing };
}

/** "Including 18 in a school": a part by place, with no act of its own. */
function isIncluded(setting: Setting, index: number): boolean {
  const number = setting.numbers[index];
  return (
    number !== undefined &&
    !hasOwnAct(setting, index) &&
    hitsOf(setting.sentence, "including").some((hit) => hit.to === number.start)
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
    hitsOf(setting.sentence, "risesTo").some(
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

/** What a number without a noun counts: people, or what the number before it counted. */
function bareThings(setting: Setting, index: number, earlier: readonly Claim[]): ThingConcept[] {
  const previous = earlier.findLast(
    (claim) =>
      weaponThings.has(claim.deed.thing) && setting.sentence.index - claim.setting.sentence.index <= 3,
  );
  const before = setting.counted.slice(0, index).findLast((counted) => counted.thing !== null)?.thing ?? null;
  const things: ThingConcept[] = [];
  const last = earlier.at(-1);
  if (last?.measure === "equipment.lost" && last.setting === setting) things.push(last.deed.thing);
  if (before !== null && before !== "person") things.push(before);
  if (previous !== undefined) things.push(previous.deed.thing);
  return [...things, "person"];
}

/** "of them 270 ...", "and 16 over Belgorod": the deed of the number before, in the same sentence. */
function inherited(setting: Setting, index: number, earlier: readonly Claim[]): Deed | null {
  const previous = earlier.at(-1);
  const number = setting.numbers[index];
  if (previous === undefined || number === undefined || previous.setting !== setting) return null;
  // "Killed three and detained 20": another deed.
  if (hitsOf(setting.sentence, "otherAct").some((hit) => hit.to === number.start || hit.from === number.to))
    return null;
  // "Freed 100 soldiers in exchange for 95 of its own".
  const isForOthers =
    captives.test(previous.measure) &&
    hitsOf(setting.sentence, "inReturn").some((hit) => hit.to === number.start || hit.to === number.from);
  if (isForOthers) return previous.deed;
  const isListed = setting.places.some(
    (place) =>
      (place.from >= number.to && place.from - number.to <= 4) ||
      (place.isCounted && place.to + 1 === number.start) ||
      (place.isHead &&
        place.from >= previous.number.to &&
        place.to <= number.start &&
        number.start - place.to <= 2),
  );
  const isPart =
    findConcept(setting.sentence, ["ofThem", "including"], number.start - 3, number.start) !== null;
  const isEach = hitsOf(setting.sentence, "each").some((hit) => hit.to === number.start);
  if (partyOfRow(setting, index) !== null && isPeople(previous.deed.thing))
    return { ...previous.deed, cost: 0 };
  return isListed || isPart || isEach ? previous.deed : null;
}
