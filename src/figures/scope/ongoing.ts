import type { Claim } from "../claim.ts";
import type { Document } from "../text/document.ts";
import { anyOf, hasAny } from "../text/sentence-hits.ts";
import { plannable } from "./promises.ts";
import { isInPerfect } from "./sums.ts";
import { measuresLike } from "../things/measure-kinds.ts";

const partWords = anyOf("including", "ofThem", "amongWhom", "among", "consistsOf");
const blows = anyOf("strike", "attack", "airStrike", "explosion", "assault");
const auxiliaries = 3;

const harms: ReadonlySet<string> = new Set(["killed", "injured"]);

/** "This week 12 were killed in Kharkiv. In Sumy one was": a sentence without a time goes on with the stretch before it. */
export function withStretches(document: Document, claims: readonly Claim[]): Claim[] {
  const timed: Claim[] = [];
  for (const claim of claims) {
    const previous = timed.at(-1);
    timed.push(
      previous !== undefined &&
        (isGoingOn(previous, claim) ||
          isOfOtherSide(previous, claim) ||
          isOfSum(document, previous, claim) ||
          isMoreOfSum(document, previous, claim) ||
          isOfPromise(document, previous, claim))
        ? { ...claim, scope: previous.scope, date: previous.date }
        : claim,
    );
  }
  return timed;
}

function isGoingOn(previous: Claim, claim: Claim): boolean {
  const { setting } = claim;
  const before = previous.setting.sentence;
  return (
    claim.scope === "event" &&
    previous.scope === "running" &&
    harms.has(claim.measure) &&
    harms.has(previous.measure) &&
    setting.dates.length === 0 &&
    setting.heading === null &&
    setting.sentence.paragraph === before.paragraph &&
    setting.sentence.index - before.index <= 1
  );
}

/** "2,100 Palestinians died in 50 days. On the Israeli side 64 soldiers have been killed": what is told beside a sum, of the other side, is its sum. */
function isOfOtherSide(previous: Claim, claim: Claim): boolean {
  const { setting } = claim;
  return (
    claim.scope === "event" &&
    previous.scope === "overall" &&
    claim.measure === previous.measure &&
    setting.dates.length === 0 &&
    setting.sentence.index - previous.setting.sentence.index <= 1 &&
    setting.sentence.hits.of.sideWord.some(
      (side) =>
        side.to <= claim.number.start && setting.sentence.hits.of.party.some(({ to }) => to === side.from),
    )
  );
}

/** "610 were killed in 12 days of war. Forty-nine women were among the dead. In Israel 28 have died": parts of a sum, and what is told in the perfect right after it, are of its time. */
function isOfSum(document: Document, previous: Claim, claim: Claim): boolean {
  const { setting, number, deed } = claim;
  const { sentence } = setting;
  if (claim.scope !== "event" || setting.dates.length > 0) return false;
  if (previous.scope !== "overall" && previous.scope !== "running") return false;
  if (!harms.has(claim.measure) || !harms.has(previous.measure)) return false;
  if (setting === previous.setting || sentence.index - previous.setting.sentence.index > 1) return false;
  const isOfBlow = hasAny(sentence, blows);
  if (hasAny(sentence, partWords) && claim.measure === previous.measure && !isOfBlow) return true;
  const { act } = deed;
  return (
    !document.language.freeOrder &&
    act !== null &&
    act.from >= number.to &&
    !isOfBlow &&
    isInPerfect(document, Math.max(number.to, act.from - auxiliaries), act.from)
  );
}

const firstWords = 1;

/** "З початку операції Росія втратила 17 тисяч військових. Ще 700 було взято в полон": in Ukrainian and Russian "more" at the head of a sentence without a time goes on with the sum before it. */
function isMoreOfSum(document: Document, previous: Claim, claim: Claim): boolean {
  const { setting, scope, measure } = claim;
  const { sentence } = setting;
  const before = previous.setting.sentence;
  if (!document.language.freeOrder || scope !== "event" || setting.dates.length > 0) return false;
  if (previous.scope !== "overall" && previous.scope !== "running") return false;
  if (!ofSums.has(measure) || !ofSums.has(previous.measure) || hasAny(sentence, blows)) return false;
  if (before.paragraph !== sentence.paragraph || sentence.index - before.index !== 1) return false;
  return sentence.hits.of.another.some((cue) => cue.from - sentence.from <= firstWords);
}

const ofSums = measuresLike(/^(?:killed|injured|missing|captured|casualties|equipment\.lost|displaced)$/u);

const verbalNoun = /(?:нн[яюі]|ени[еяию]|ач[аеуіи])$/u;

/** "Домовилися про обмін тисяча на тисячу і про передання 6 тисяч тіл": in Ukrainian and Russian a noun of what is done goes on with the promise before it in the sentence. */
function isOfPromise({ tokens, language }: Document, previous: Claim, claim: Claim): boolean {
  const { act } = claim.deed;
  return (
    language.freeOrder &&
    previous.scope === "planned" &&
    previous.setting === claim.setting &&
    claim.scope !== "planned" &&
    plannable.has(claim.measure) &&
    act !== null &&
    act.to <= claim.number.start &&
    verbalNoun.test(tokens[act.from]?.norm ?? "")
  );
}
