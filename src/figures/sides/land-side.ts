/** Who holds or took the land that is counted. */

import type { Party } from "../../model/side.ts";
import { voiceSide } from "../claim.ts";
import { opponentOf } from "../profile.ts";
import type { SideQuestion } from "./actors.ts";
import { actorOf, deedIsActive, defender, resolve } from "./actors.ts";
import { isCeded } from "./loser.ts";
import type { Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { isPartyName, partyNames } from "../text/party-names.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

const takesOrHolds = anyOf("seize", "hold");

/** Who holds or took the land. Null: no way to tell. */
export function landSide(question: SideQuestion): Party | null {
  if (isCeded(question)) return opponentOf(question.scene.profile, actorOf(question));
  if (isOccupied(question)) return occupierOf(question);
  const former = formerHolder(question);
  if (former !== null) return opponentOf(question.scene.profile, former);
  return (
    holderOf(question) ??
    actorOf(question) ??
    takerBefore(question) ??
    voiceSide(question.scene, question.by) ??
    defender(question)
  );
}

const holderReach = 3;

/** "1,100 square kilometres of the land Ukraine had taken have been retaken", "28 of the villages seized by Russia": who held between the count and a passive of taking. */
function formerHolder({ scene, setting, number, counted }: SideQuestion): Party | null {
  const { sentence } = setting;
  if (scene.document.language.freeOrder) return null;
  const end = Math.max(number.to, counted.to);
  const takings = hitsOfAny(sentence, takesOrHolds).filter((hit) => hit.from >= end);
  const [held, retaken] = [takings[0], takings.find((hit) => hit.id === "seize" && hit !== takings[0])];
  if (held === undefined || retaken === undefined) return null;
  const holder = hitsOfAny(sentence, partyNames).find(
    (hit) =>
      hit.from >= end &&
      (held.from >= hit.to ? held.from - hit.to <= holderReach : isBy(sentence, held, hit)) &&
      hit.to <= retaken.from,
  );
  return holder?.id ?? null;
}

function isBy({ hits }: Sentence, held: Hit, party: Hit): boolean {
  return hits.of.by.some(
    (by) => by.from === held.to && party.from - by.to <= holderReach && by.to <= party.from,
  );
}

/** "Took 235 square kilometres. Five villages changed hands": nobody is named as who speaks, and the land is of the one who advanced before. */
function takerBefore({ scene, setting, lastTaker, isSameParagraph }: SideQuestion): Party | null {
  if (scene.document.language.freeOrder || setting.voice !== null || !isSameParagraph) return null;
  return lastTaker === "both" ? null : lastTaker;
}

function isOccupied({ deed, setting }: SideQuestion): boolean {
  return setting.sentence.hits.of.occupies.some((hit) => hit.from === deed.act?.from);
}

/** "Окуповано 505 км²": nobody calls it so of their own army. */
function occupierOf(question: SideQuestion): Party | null {
  const { profile } = question.scene;
  return (
    holderOf(question) ??
    actorOf(question) ??
    opponentOf(profile, voiceSide(question.scene, question.by) ?? profile.teller)
  );
}

/** "Під контролем ЗСУ перебувають": the party right after the act, in Ukrainian and Russian, holds the land. */
function holderOf(question: SideQuestion): Party | null {
  const { act } = question.deed;
  if (act === null || !question.scene.document.language.freeOrder || deedIsActive(question)) return null;
  const holder = question.setting.sentence.hits.find(
    (hit) => hit.from === act.to && (isPartyName(hit) || hit.id === "enemy"),
  );
  return holder === undefined ? null : resolve(question, holder);
}
