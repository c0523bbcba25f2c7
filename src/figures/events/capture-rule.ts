import { placeByCode } from "../../reference/places.ts";
import type { Claim, Scene, Setting } from "../claim.ts";
import type { EventRule } from "./event-words.ts";
import { dayOf, isNear, nothing, topicOf } from "./event-words.ts";
import type { Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { opponentOf } from "../profile.ts";
import { speakerById } from "../../reference/speakers.ts";
import { isFallConfirmed, isLandLeft } from "./land-lost.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { lastOf } from "../text/last-of.ts";

const denialWords = anyOf("denial");
const inOrFromOrToward = anyOf("in", "from", "toward");
const longAgoOrExercise = anyOf("longAgo", "exercise");
const notTaken = anyOf("planned", "possible", "proposed", "condition", "negation");
const forces = anyOf("army", "militants", "party", "military", "pronoun");
const vehiclesOrAid = anyOf("vehicle", "aidPackage", "journalists", "medics", "rescuers");
const whereOrAnd = anyOf("in", "toward", "from", "and");

/** Land that changed hands: a verb of taking with who took it and what was taken. */
export const capture: EventRule = ({ setting, claims, scene }) => {
  // "Россияне вошли в город?": asked, not told.
  if (scene.document.language.freeOrder && scene.document.tokens[setting.sentence.to - 1]?.norm === "?")
    return nothing;
  if (isFallConfirmed(scene, setting) || isLandLeft(scene, setting))
    return [{ kind: "capture", stage: "confirmed", date: dayOf(setting) }];
  const taken = claims.find(
    (claim) => claim.measure === "settlements.captured" || claim.measure === "area.captured",
  );
  const topic =
    topicOf(setting, "capture") ??
    fallTo(scene, setting) ??
    claimedTaking(scene, setting) ??
    takenTown(setting) ??
    claimedLand(scene, setting);
  if (taken === undefined) {
    if (topic !== null && isMerelyEntered(setting, topic)) return nothing;
    if (topic === null || !hasLandNear(setting, topic, scene) || !hasTaker(setting, topic, scene))
      return nothing;
    if (hasAny(setting.sentence, longAgoOrExercise) || isDuring(scene, setting, topic)) return nothing;
    // "Звільнено трьох ізраїльтянок": people were freed, not land.
    if (claims.some((claim) => claim.measure.endsWith(".released"))) return nothing;
    if (isNear(setting, topic, notTaken, 3)) return nothing;
  }
  const date = taken?.scope === "event" ? taken.date : dayOf(setting, false);
  const anchor = topic ?? taken?.deed.act ?? null;
  const isDenied =
    anchor === null ? setting.sentence.hits.has.denial : isNear(setting, anchor, denialWords, 6);
  if (isDenied)
    return isClaimedToo(scene, setting, anchor)
      ? [
          { kind: "capture", stage: "claimed", date },
          { kind: "capture", stage: "denied", date },
        ]
      : [{ kind: "capture", stage: "denied", date }];
  const isConfirmed =
    isAdmitted(scene, taken) || isConceded(scene, setting, topic) || isOwnVoice(scene, setting);
  return [{ kind: "capture", stage: isConfirmed ? "confirmed" : "claimed", date }];
};

/** "Катував людей під час захоплення Харківщини": when something else was. */
function isDuring({ document }: Scene, { sentence }: Setting, topic: Hit): boolean {
  return document.language.freeOrder && sentence.hits.of.explains.some((cue) => cue.to === topic.from);
}

/** "Росія заявила про захоплення міста, у Генштабі це заперечують", "claims full control of the town, Kyiv denies it": told before, and denied in another clause. */
function isClaimedToo({ document }: Scene, { sentence }: Setting, topic: Hit | null): boolean {
  if (topic === null) return false;
  const denial = sentence.hits.of.denial.find((hit) => hit.from >= topic.to);
  const isTold = sentence.hits.of.says.some(
    (hit) => hit.to <= topic.from && topic.from - hit.to <= toldReach,
  );
  if (denial === undefined || !isTold) return false;
  for (let at = topic.to; at < denial.from; at++)
    if (partingMarks.has(document.tokens[at]?.norm ?? "")) return true;
  return false;
}

const partingMarks: ReadonlySet<string> = new Set([",", ";"]);

const telling = anyOf("says", "saysSelf", "accordingTo");

/** "The city was retaken", by an outlet of neither side that cites nobody: English outlets leave what is only claimed to who claims it. */
function isOwnVoice({ document }: Scene, { sentence, speaker }: Setting): boolean {
  if (document.language.freeOrder || document.report.source.side !== null || speaker !== null) return false;
  // A title is short: who claims it may be told below.
  return !sentence.isTitle && !hasAny(sentence, telling);
}

/** "Congo's army chief acknowledged that rebels had taken the city": who lost it says so. */
function isConceded(
  { document, profile }: Scene,
  { sentence, speaker }: Setting,
  topic: Hit | null,
): boolean {
  if (document.language.freeOrder || topic === null) return false;
  const word = sentence.hits.of.admits.find((hit) => hit.to <= topic.from);
  const side = speaker?.side ?? null;
  if (word === undefined || side === null) return false;
  const taker = lastOf(sentence.hits.of.party, (hit) => hit.from >= word.to && hit.to <= topic.from);
  return (
    taker !== undefined &&
    taker.id !== side &&
    (opponentOf(profile, side) === taker.id || profile.foes.includes(taker.id))
  );
}

/** "Russia claims two more villages": land is what is claimed. */
function claimedLand({ document }: Scene, { sentence }: Setting): Hit | null {
  if (document.language.freeOrder) return null;
  return (
    sentence.hits.of.allegation.find(
      (word) =>
        sentence.hits.of.says.some((says) => says.from === word.from) &&
        sentence.hits.of.settlement.some(
          (land) =>
            land.from >= word.to &&
            land.from - word.to <= claimReach &&
            !sentence.hits.of.act.some((hit) => hit.from >= word.to && hit.to <= land.from),
        ),
    ) ?? null
  );
}

/** "The governor admitted that 28 settlements are held by Ukraine": who lost the land says so. */
function isAdmitted({ profile }: Scene, taken: Claim | undefined): boolean {
  if (taken === undefined || !taken.setting.sentence.hits.has.admits) return false;
  const [taker] = taken?.sides ?? [];
  const told = taken?.by?.side ?? null;
  if (told === null || taker === undefined || taker === "both") return false;
  return opponentOf(profile, told) === taker;
}

const capitalReach = 1;

/** "О взятии Дамаска": a capital is no government where it is taken. */
function isCapitalAt(sentence: Sentence, at: number): boolean {
  const { metonym } = sentence.hits.of;
  return sentence.hits.of.place.some(
    (hit) =>
      hit.from >= at &&
      hit.from - at <= capitalReach &&
      placeByCode(hit.id)?.kind !== "country" &&
      metonym.some((other) => other.from === hit.from && other.to === hit.to),
  );
}

/** "Взяли Артемовск", "Бахмут узято": a verb of taking right beside a town; else it takes other things. */
function takenTown({ sentence, places }: Setting): Hit | null {
  const isLand = (at: number): boolean =>
    places.some((place) => place.from === at && placeByCode(place.code)?.kind !== "country") ||
    isCapitalAt(sentence, at) ||
    sentence.hits.of.settlement.some((hit) => hit.from === at);
  const isBefore = (at: number): boolean => places.some((place) => place.to === at && !place.isLocated);
  return (
    sentence.hits.of.takes.find((hit) => isLand(hit.to) || (isBefore(hit.from) && hit.to - hit.from === 1)) ??
    null
  );
}

/** Whether a town is gone into by nobody who takes it: forces do ("отряды оппозиции вошли в Дамаск"), lorries and envoys do not. */
function isMerelyEntered({ sentence }: Setting, topic: Hit): boolean {
  const isOfTwoWords =
    topic.to - topic.from > 1 && sentence.hits.of.takes.some((hit) => hit.from === topic.from);
  return (
    isOfTwoWords &&
    (hasAny(sentence, vehiclesOrAid) ||
      !hitsOfAny(sentence, forces).some((hit) => hit.to <= topic.from && topic.from - hit.to <= takerReach))
  );
}

const claimReach = 3;
/** "Доповів Володимиру Путіну про нібито «звільнення» Куп'янська": to whom it is told stands between. */
const toldReach = 6;

/** "The fall of El Fasher to the RSF": the noun with who took it. */
function fallTo({ document }: Scene, { sentence, places }: Setting): Hit | null {
  if (document.language.freeOrder) return null;
  return (
    sentence.hits.of.taking.find((noun) =>
      places.some(
        (place) =>
          place.from >= noun.to &&
          place.from - noun.to <= 1 &&
          sentence.hits.of.toward.some((cue) => cue.from === place.to) &&
          sentence.hits.of.party.some((hit) => hit.from > place.to && hit.from - place.to <= claimReach),
      ),
    ) ?? null
  );
}

/** "Claimed the capture of the village": the noun alone only alludes to it. */
function claimedTaking({ document }: Scene, setting: Setting): Hit | null {
  const reach = document.language.freeOrder ? toldReach : claimReach;
  const topic = topicOf(setting, "taking");
  const isClaimed =
    topic !== null &&
    setting.sentence.hits.of.says.some((hit) => hit.to <= topic.from && topic.from - hit.to <= reach);
  return isClaimed ? topic : null;
}

const sinceReach = 6;
const landReach = 4;
const takerReach = 7;
const participleReach = 16;

/** Who took it stands before the verb, where the order of words tells; "captured in" is said of people, "in liberated" of where something else was. */
function hasTaker(setting: Setting, topic: Hit, scene: Scene): boolean {
  const { hits } = setting.sentence;
  if (scene.document.language.freeOrder) return true;
  const isAttribute = hitsOfAny(setting.sentence, inOrFromOrToward).some((hit) => hit.to === topic.from);
  // "The first attack on the group since it seized the region": when, not what happened, unless its day is told.
  const isSince = setting.sentence.hits.of.since.some(
    (hit) => hit.to <= topic.from && topic.from - hit.to <= sinceReach,
  );
  if (isSince && !setting.dates.some((date) => date.kind === "day" && date.from >= topic.to)) return false;
  if (isAttribute || setting.sentence.hits.of.in.some((hit) => hit.from === topic.to)) return false;
  if (isFallenTo(setting, topic) || fallTo(scene, setting) === topic) return true;
  // "Rebels have launched an offensive in the north, capturing several villages": a participle is of who the sentence is about.
  const isOngoing =
    scene.document.language.plurals?.ongoing.test(scene.document.tokens[topic.from]?.norm ?? "") === true;
  const reach = isOngoing ? participleReach : takerReach;
  return hits.some(
    (hit) =>
      (hit.family === "party" ||
        hit.family === "metonym" ||
        hit.family === "speaker" ||
        hit.id === "army" ||
        hit.id === "militants" ||
        hit.id === "pronoun" ||
        hit.id === "settlement") &&
      hit.to <= topic.from &&
      topic.from - hit.to <= reach,
  );
}

/** "The town has fallen to Russian forces": who took it stands after the verb. */
function isFallenTo({ sentence }: Setting, topic: Hit): boolean {
  return (
    sentence.hits.of.toward.some((cue) => cue.to === topic.to) &&
    sentence.hits.of.party.some((hit) => hit.from === topic.to)
  );
}

/** Whether a town, a region or a word for one is what was taken: near, and no country nor people. */
function hasLandNear(setting: Setting, topic: Hit, scene: Scene): boolean {
  const isParted = (from: number): boolean =>
    hitsOfAny(setting.sentence, whereOrAnd).some(
      (hit) => hit.from >= topic.to && hit.to <= from && !scene.document.language.freeOrder,
    );
  const isClose = (from: number, to: number): boolean =>
    from < topic.to
      ? to > topic.from || topic.from - to <= 3
      : from - topic.to <= landReach && !isParted(from);
  const isPerson = setting.sentence.hits.of.speaker.some(
    (hit) =>
      speakerById(hit.id)?.kind === "person" &&
      (hit.from >= topic.to ? hit.from - topic.to <= 2 : topic.from - hit.to <= 2) &&
      !setting.sentence.hits.of.settlement.some((other) => isClose(other.from, other.to)),
  );
  if (isPerson) return false;
  return (
    setting.places.some(
      (place) =>
        isClose(place.from, place.to) &&
        placeByCode(place.code)?.kind !== "country" &&
        // "Landed in New York after he was captured": where something else was.
        (scene.document.language.freeOrder ||
          place.from >= topic.from ||
          !place.isLocated ||
          isFallenTo(setting, topic)),
    ) ||
    (scene.document.language.freeOrder && isCapitalAt(setting.sentence, topic.to)) ||
    setting.sentence.hits.of.settlement.some((hit) => isClose(hit.from, hit.to))
  );
}
