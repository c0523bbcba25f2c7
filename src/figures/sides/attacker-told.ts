/** Who attacks, as a sentence or the opening of a report tells it in passing. */

import type { Party } from "../../model/side.ts";
import { opponentOf } from "../profile.ts";
import type { SideQuestion } from "./actors.ts";
import { possessive } from "./actors.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

const startsOfAttack = anyOf("airAttack", "launch", "attack", "airStrike", "strike");
const airAttackOrAirStrike = anyOf("airAttack", "airStrike");
const attackWords = anyOf("strike", "attack", "assault", "airAttack");

const byReach = 4;

/** "An attack by Russian forces", "raids by Israeli forces". */
function isAttackBy(sentence: Sentence, party: Hit): boolean {
  return sentence.hits.of.by.some(
    (by) =>
      by.to === party.from &&
      hitsOfAny(sentence, attackWords).some((act) => act.to <= by.from && by.from - act.to <= byReach),
  );
}

const wagerReach = 2;

/** "Russia's full-scale invasion", "Israel's war": whose war it is, not where. */
function isWager(document: Document, sentence: Sentence, party: Hit): boolean {
  const token = document.tokens[party.to - 1];
  const isOwner = token !== undefined && possessive.test(document.whole.slice(token.start, token.end));
  return (
    isOwner &&
    !document.language.freeOrder &&
    sentence.hits.of.warTime.some((war) => war.from >= party.to && war.from - party.to <= wagerReach)
  );
}

/** Who attacked, as the title or the first lines tell it: a party's adjective before a weapon or a strike. */
export function attackerOfReport(question: SideQuestion): Party | null {
  const { document, profile } = question.scene;
  for (const sentence of document.sentences.slice(0, 4)) {
    const party = attackerIn(document, sentence);
    if (party !== null) return party;
  }
  return profile.foes.length === 2 ? opponentOf(profile, document.language.home) : null;
}

const grounds = anyOf("settlement", "building", "regionWord");

/** "Ukraine says Russian missiles …": another party begins the words for the attack. */
function isOfOther(sentence: Sentence, party: Hit, attack: Hit): boolean {
  return sentence.hits.of.party.some(({ from, id }) => from === attack.from && id !== party.id);
}

/** "A Russian strike": the party begins the words for the attack. */
function isInAttack(sentence: Sentence, party: Hit): boolean {
  return hitsOfAny(sentence, airAttackOrAirStrike).some(
    (attack) => attack.from === party.from && attack.to > party.to,
  );
}

/** Who attacked, as a sentence tells it: "a Russian missile", "Israel's war". Null: it does not. Asked by every claim of a sentence, and by some more than once. */
export function attackerIn(document: Document, sentence: Sentence): Party | null {
  const parties = sentence.hits.of.party;
  if (parties.length === 0) return null;
  const kept = sentence.hits.of;
  if (kept.attacker === undefined) kept.attacker = attackerOf(document, sentence, parties);
  return kept.attacker;
}

function attackerOf(document: Document, sentence: Sentence, parties: readonly Hit[]): Party | null {
  for (const hit of parties) {
    if (parties.some((other) => other.from === hit.to)) continue;
    // "A Nigerian village raid": whose village was raided.
    if (hitsOfAny(sentence, grounds).some((other) => other.from === hit.to)) continue;
    const isBeforeAttack = hitsOfAny(sentence, startsOfAttack).some(
      (other) =>
        other.from >= hit.to &&
        other.from - hit.to <= 1 &&
        !isOfOther(sentence, hit, other) &&
        (other.id === "airStrike"
          ? !document.language.freeOrder
          : other.id !== "strike" || (other.from === hit.to && !document.language.freeOrder)),
    );
    if (
      isBeforeAttack ||
      isInAttack(sentence, hit) ||
      isWager(document, sentence, hit) ||
      isAttackBy(sentence, hit)
    )
      return hit.id;
  }
  return null;
}

const verbsOfAttack = anyOf("strikes", "bombards", "attack", "launch");
const titleReach = 1;

/** Whether a party stands right before a verb of attack in an English title. */
export function strikesInTitle({ language, sentences }: Document, party: Party | null): boolean {
  const [title] = sentences;
  if (party === null || language.freeOrder || title?.isTitle !== true) return false;
  return title.hits.of.party.some(
    (hit) =>
      hit.id === party &&
      hitsOfAny(title, verbsOfAttack).some((verb) => verb.from >= hit.to && verb.from - hit.to <= titleReach),
  );
}
