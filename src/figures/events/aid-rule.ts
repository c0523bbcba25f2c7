import type { Scene, Setting } from "../claim.ts";
import { giftIn, isAgainst } from "./aid-given.ts";
import type { EventRule, FoundEvent } from "./event-words.ts";
import { dayOf, gapOf, isMerelyPossible, isNear, nothing, topicOf } from "./event-words.ts";
import type { Hit } from "../text/entries.ts";
import { isAsked } from "./strike-news.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";

const deliversOrArrives = anyOf("delivers", "arrives");
const giveOrSends = anyOf("give", "sends");
const negationOrWithholds = anyOf("negation", "withholds");
const noGift = anyOf("kill", "injure", "attack", "down", "longAgo", "condition", "sinceWar");
const notNew = anyOf("longAgo", "condition", "sinceWar", "since");
const partyOrMetonymOrPlace = anyOf("party", "metonym", "place");
const withholdsWords = anyOf("withholds");

const giveReach = 6;

function givenAid(setting: Setting, scene: Scene): readonly FoundEvent[] {
  const { sentence } = setting;
  if (isAsked(scene, setting) || hasAny(sentence, notNew)) return nothing;
  const gift = giftIn(scene, setting);
  if (gift === null || isAgainst(scene, setting, gift)) return nothing;
  // "Are expected to promise more arms": no day is told, and nothing is done.
  if (sentence.hits.of.awaited.some((hit) => hit.to <= gift.verb.from)) return nothing;
  if (isMerelyPossible(setting, gift.verb) || isNear(setting, gift.given, withholdsWords, giveReach))
    return nothing;
  const isDelivered =
    hitsOfAny(sentence, deliversOrArrives).some((hit) => gapOf(hit, gift.given) <= giveReach) &&
    !sentence.hits.has.planned;
  // "Will ship two batteries by March": a month to come is not when it was announced.
  const isToCome =
    sentence.hits.has.planned && !setting.dates.some(({ kind }) => kind === "day" || kind === "night");
  const date = isToCome ? null : dayOf(setting, false);
  return [{ kind: "aid", stage: isDelivered ? "delivered" : "announced", date }];
}

/** A package of aid that is given or announced, or arms that are sent. */
export const aid: EventRule = ({ setting, scene }) => {
  if (!scene.document.language.freeOrder) return givenAid(setting, scene);
  const aided = topicOf(setting, "aidPackage");
  const arms = topicOf(setting, "aid");
  const isGiven = aided !== null && isNear(setting, aided, giveOrSends, giveReach);
  const topic = isGiven ? aided : arms;
  if (topic === null || (!isGiven && !isSent(setting, topic, scene))) return nothing;
  // "Польща щодня надає допомогу".
  if (hasAny(setting.sentence, noGift) || setting.sentence.hits.has.rate) return nothing;
  // The words for "since" are those for "from" and "with", too, in Ukrainian and Russian.
  const { freeOrder } = scene.document.language;
  if (freeOrder ? setting.dates.some((date) => date.kind === "since") : setting.sentence.hits.has.since)
    return nothing;
  if (isNear(setting, topic, negationOrWithholds, giveReach) || isMerelyPossible(setting, topic))
    return nothing;
  if (!namesParty(setting, scene)) return nothing;
  const isDelivered =
    hitsOfAny(setting.sentence, deliversOrArrives).some(
      (hit) => gapOf(hit, topic) <= giveReach && !isOfEarlierGift(scene, topic, hit),
    ) && !setting.sentence.hits.has.planned;
  return [{ kind: "aid", stage: isDelivered ? "delivered" : "announced", date: dayOf(setting, false) }];
};

/** "Анонсував передачу 17 систем до семи, які вже отримали": what a clause tells of those that came before. */
function isOfEarlierGift({ document }: Scene, arms: Hit, verb: Hit): boolean {
  let commas = 0;
  for (let at = arms.to; at < verb.from; at++) if (document.tokens[at]?.norm === ",") commas++;
  // A clause that is closed again stands aside: "гармати, які передає Литва, вже прибули".
  return commas % 2 === 1;
}

/** Where the order of words tells, the verb stands before the arms: "weapons sent by" are alluded to. */
function isSent(setting: Setting, arms: Hit, scene: Scene): boolean {
  return (
    setting.sentence.hits.of.sends.some(
      (hit) =>
        (hit.to <= arms.from && arms.from - hit.to <= giveReach) ||
        (scene.document.language.freeOrder && hit.from >= arms.to && hit.from - arms.to <= giveReach),
    ) ||
    setting.sentence.hits.of.arrives.some((hit) => hit.from >= arms.to && hit.from - arms.to <= giveReach)
  );
}

/** Aid has a giver or a taker: a party, the land it goes to, or the outlet that speaks for a party. */
function namesParty(setting: Setting, scene: Scene): boolean {
  return (
    (setting.speaker?.side ?? scene.document.report.source.side) !== null ||
    hitsOfAny(setting.sentence, partyOrMetonymOrPlace).length > 0
  );
}
