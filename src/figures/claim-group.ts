/** The group of people that a claim counts. */

import type { Measure } from "../measures.ts";
import type { Group } from "../model/figure.ts";
import type { Party, Side } from "../model/side.ts";
import type { Claim } from "./claim.ts";
import type { SideQuestion } from "./sides/actors.ts";
import { possessive } from "./sides/actors.ts";
import { isPartOfPrisoners } from "./sides/hostages.ts";
import { isPartyRow } from "./sides/party-row.ts";
import { ownerOf } from "./sides/owner.ts";
import { anyOf, hitsOfAny } from "./text/sentence-hits.ts";
import { partyNames } from "./text/party-names.ts";
import { groupIn, isOfTroops } from "./things/people.ts";
import { measuresLike } from "./things/measure-kinds.ts";

const ofFreed = measuresLike(/^(?:prisoners|hostages)\.released$/u);

/** Measures that name their people themselves, or count them as a side claims. */
const ungrouped: ReadonlySet<Measure> = new Set([
  "casualties",
  "children.returned",
  "customers.without_power",
]);

/** The group that the words tell, or that the row before is of; null for measures that name their people themselves. */
export function groupTold(
  question: SideQuestion,
  previous: Claim | undefined,
  isKill: boolean,
): Group | null {
  const { scene, setting, number, counted, deed } = question;
  const index = setting.numbers.indexOf(number);
  if (previous !== undefined && isPartyRow(scene, setting, index, previous)) return previous.group;
  if (isPartOfPrisoners(question, previous)) return counted.group ?? groupOfWhat(question);
  if (counted.thing === "body" && deed.measure === "killed") return groupOfBodies(question);
  if (ungrouped.has(deed.measure) && !isKill) return null;
  if (isOfForces(question)) return "military";
  const owner = counted.group === "men" ? owningParty(question) : null;
  if (owner !== null) return owner.startsWith("x-") ? null : "military";
  return (
    groupOfKin(question) ??
    counted.group ??
    groupOfAll(question) ??
    groupOfWhat(question) ??
    groupAhead(question)
  );
}

/** "Seven members of the security forces", "54 of its men": soldiers, in other words. */
function isOfForces({ scene, setting, number, counted }: SideQuestion): boolean {
  const { sentence } = setting;
  if (scene.document.language.freeOrder) return false;
  const isMember =
    counted.thing === "person" && sentence.hits.of.branchMember.some((hit) => hit.from === counted.from);
  if (isMember && isOfTroops(setting, counted.to)) return true;
  const isOwn = sentence.hits.of.our.some((hit) => hit.from >= number.to && hit.to === counted.from);
  return counted.group === "men" && isOwn;
}

const kin = anyOf("children", "women", "men");

/** "Seven of a doctor's children", "nine of a doctor's ten children": who they are, after whose they are. */
function groupOfKin({ scene, setting, number }: SideQuestion): Group | null {
  const { tokens, whole, language } = scene.document;
  const of = setting.sentence.hits.of.outOf.find((hit) => hit.from === number.to);
  if (language.freeOrder || of === undefined) return null;
  const at = tokens
    .slice(of.to, of.to + ownerReach)
    .findIndex((token) => possessive.test(whole.slice(token.start, token.end)));
  const owner = of.to + at + 1;
  const from = setting.numbers.find((other) => other.start === owner)?.to ?? owner;
  const noun = at < 0 ? undefined : hitsOfAny(setting.sentence, kin).find((hit) => hit.from === from);
  return noun === undefined ? null : (noun.id as Group);
}

const ownerReach = 3;

/** "62 of the group's men", "Assad's men": the fighters or soldiers of the party that owns them; null: a party's adjective, or none. */
function owningParty({ scene, setting, number, counted }: SideQuestion): Party | null {
  const { tokens, whole } = scene.document;
  const owner = hitsOfAny(setting.sentence, partyNames).find(
    (hit) => hit.from >= number.to && hit.to === counted.from,
  );
  const last = tokens[(owner?.to ?? 0) - 1];
  return owner !== undefined && last !== undefined && possessive.test(whole.slice(last.start, last.end))
    ? owner.id
    : null;
}

const aheadReach = 6;

/** "Серед цивільних загинули 19 осіб": in Ukrainian and Russian the group may stand before the deed and its number. */
function groupAhead({ scene, setting, number, counted }: SideQuestion): Group | null {
  const { sentence, numbers } = setting;
  if (!scene.document.language.freeOrder || !isUntold.has(counted.thing)) return null;
  const among = sentence.hits.of.amongWhom.findLast(
    (hit) => hit.to <= number.start && number.start - hit.to <= aheadReach,
  );
  if (among === undefined || numbers.some((other) => other.from >= among.to && other.to <= number.start))
    return null;
  const nouns = sentence.hits.of.thing.filter((hit) => hit.from === among.to && hit.to <= number.start);
  return groupIn(sentence, { ...number, to: among.to }, nouns);
}

const partWords = anyOf("outOf", "ofThem");
const isUntold: ReadonlySet<string | null> = new Set([null, "person", "captive"]);

const wholeReach = 6;

/** "Three of the dead were children": what they were, after a part of the harmed. */
function groupOfWhat({ scene, setting, number, counted }: SideQuestion): Group | null {
  const { tokens, language } = scene.document;
  const { sentence } = setting;
  if (language.plurals === null || !isUntold.has(counted.thing)) return null;
  // "72 of those freed are servicewomen", "72 freed prisoners are servicewomen".
  const isPart = hitsOfAny(sentence, partWords).some((of) => of.from === number.to);
  if (!isPart && counted.thing !== "captive") return null;
  for (let at = number.to + 1; at < Math.min(sentence.to, number.to + wholeReach); at++) {
    if (setting.numbers.some((other) => other.from === at)) return null;
    if (!language.plurals.passive.has(tokens[at]?.norm ?? "")) continue;
    const nouns = sentence.hits.of.thing.filter((hit) => hit.from === at + 1);
    return nouns.length === 0 ? null : groupIn(sentence, { ...number, to: at + 1 }, nouns);
  }
  return null;
}

/** "31 people, all of them civilians": the group of all, right after the count. */
function groupOfAll({ setting, number, counted }: SideQuestion): Group | null {
  if (counted.thing !== null && counted.thing !== "person") return null;
  const end = Math.max(number.to, counted.to);
  const all = setting.sentence.hits.of.allOf.find((hit) => hit.from >= end && hit.from - end <= allReach);
  if (all === undefined) return null;
  const nouns = setting.sentence.hits.of.thing.filter((hit) => hit.from === all.to);
  return nouns.length === 0 ? null : groupIn(setting.sentence, { ...number, to: all.to }, nouns);
}

const allReach = 1;

/** "432 bodies of civilians": whose bodies they are. */
function groupOfBodies({ setting, number, counted }: SideQuestion): Group | null {
  const { sentence } = setting;
  // "The bodies of 29 children".
  const own = sentence.hits.of.thing.filter((hit) => hit.from === number.to);
  if (own.length > 0 && own.every(({ id }) => id !== "body")) return groupIn(sentence, number, own);
  const of = sentence.hits.of.outOf.find((hit) => hit.from === counted.to);
  const people = sentence.hits.of.thing.filter((hit) => hit.from === of?.to);
  return groupIn(sentence, { ...number, to: of?.to ?? number.to }, people);
}

/** What marks those who came home among others: that they are wounded, or foreigners. Null: nothing, or nobody came home. */
export function returnedGroup(question: SideQuestion, side: Side | null): Group | null {
  return woundedGroup(question) ?? foreignGroup(question, side);
}

/** "Another 22 wounded soldiers" who came home. */
function woundedGroup(question: SideQuestion): Group | null {
  const { setting, number, counted, deed } = question;
  if (!ofFreed.has(deed.measure)) return null;
  const hurt = setting.sentence.hits.of.injure.find(
    (hit) => hit.from >= number.to && hit.to <= Math.max(counted.to, number.to + 1),
  );
  // "1,000 wounded, sick and young captives": of more kinds than one.
  return hurt !== undefined && question.scene.document.tokens[hurt.to]?.norm !== "," ? "wounded" : null;
}

/** Captives of a state outside the conflict are foreigners. */
function foreignGroup(question: SideQuestion, side: Side | null): Group | null {
  const { foes } = question.scene.profile;
  if (!question.deed.measure.endsWith("s.released")) return null;
  const owner = ownerOf(question);
  const isOutside =
    side !== null &&
    side !== "both" &&
    foes.length > 0 &&
    (!foes.includes(side) ||
      question.counted.group === "foreigners" ||
      // "One Filipino", among hostages whom the state they were taken from gets back.
      (side !== owner && owner !== null && !foes.includes(owner)));
  return isOutside && owner !== null ? "foreigners" : null;
}
