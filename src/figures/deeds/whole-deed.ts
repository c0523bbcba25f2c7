import type { ThingConcept } from "../../languages/concepts.ts";
import type { Deed } from "./acts.ts";
import { weaponThings } from "./bare-deeds.ts";
import type { Scene, Setting } from "../claim.ts";
import type { Document } from "../text/document.ts";
import { measureOf } from "../things/measure.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { isRatio } from "../things/noun-phrase.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";

const fatesInFlight = anyOf("down", "suppress", "stop", "destroy", "hit", "negation");
const fatesOfWeapons = anyOf("down", "suppress", "stop", "hit");

/** "29 of 38 drones were downed": the whole is what was launched. */
export function wholeDeed(scene: Scene, setting: Setting, index: number): Deed | null {
  const number = setting.numbers[index];
  const before = itemAt(setting.numbers, index - 1);
  const leading = leadingWhole(setting, index) ?? noneOf(scene.document, setting, number);
  if (leading !== null) return leading;
  // "Один з двох БПЛА, які мають": one of what they have, of which nothing was shot down.
  if (number === undefined || before === undefined) return null;
  // "Шість установок із трьома ракетами": no part is larger than its whole.
  if ((before.low ?? 0) > (number.low ?? Infinity)) return null;
  if (before.isWeak && setting.heading === null && !tellsFate(setting)) return null;
  // "Обнаружил 112 из 115 учебных мин": they were found where they lay.
  if (setting.sentence.hits.has.findsBodies && !tellsFate(setting)) return null;
  const nouns = [
    ...(setting.counted[index]?.things ?? []),
    ...(itemAt(setting.counted, index - 1)?.things ?? []),
  ];
  const thing = nouns.find((one) => weaponThings.has(one)) ?? null;
  if (
    thing === null ||
    !isRatio(scene.document, setting.sentence, afterName(scene.document, setting, index), number.from)
  )
    return null;
  const measure = measureOf(thing, "launch", false);
  return measure === null ? null : { act: null, measure, thing, cost: 0 };
}

/** "Не збито жодного «Кинджала» з двох": the whole of which nothing is told but that none was. */
function noneOf({ tokens }: Document, { sentence }: Setting, number: NumberHit | undefined): Deed | null {
  const of = sentence.hits.of.outOf.find((hit) => hit.to === number?.from);
  if (of === undefined) return null;
  const end = itemAt(tokens, of.from - 1)?.norm === '"' ? of.from - 1 : of.from;
  const noun = sentence.hits.of.thing.find(
    (hit) => hit.to === end && weaponThings.has(hit.id as ThingConcept),
  );
  if (noun === undefined) return null;
  const start = itemAt(tokens, noun.from - 1)?.norm === '"' ? noun.from - 1 : noun.from;
  if (!sentence.hits.of.negation.some((hit) => hit.to === start)) return null;
  const thing = noun.id as ThingConcept;
  const measure = measureOf(thing, "launch", false);
  return measure === null ? null : { act: null, measure, thing, cost: 0 };
}

function tellsFate({ sentence }: Setting): boolean {
  return hasAny(sentence, fatesInFlight);
}

/** "Ни одного «Кинжала» из четырех", "18 ракет Х-101/Х-555 из 24": past the noun of the number before, the names of its kinds and the mark that closes them. */
function afterName({ tokens }: Document, setting: Setting, index: number): number {
  const start = itemAt(setting.numbers, index - 1)?.to ?? 0;
  let at = isNounBetween(setting, index)
    ? Math.max(start, itemAt(setting.counted, index - 1)?.to ?? 0)
    : start;
  for (; at < (setting.numbers[index]?.from ?? 0); at++) {
    const norm = tokens[at]?.norm;
    const isKind = setting.sentence.hits.of.thing.some(
      (hit) => hit.from === at && weaponThings.has(hit.id as ThingConcept),
    );
    if (at === start && norm !== '"') break;
    if (norm !== '"' && norm !== "/" && !isKind) break;
  }
  return at;
}

/** "Of the 472 weapons 428 were stopped": the whole stands first. */
function leadingWhole(setting: Setting, index: number): Deed | null {
  const [number, next] = [setting.numbers[index], setting.numbers[index + 1]];
  const counted = setting.counted[index];
  const thing = counted?.things.find((one) => weaponThings.has(one)) ?? null;
  if (number === undefined || next === undefined || counted === undefined || thing === null) return null;
  const isOf = setting.sentence.hits.of.outOf.some((hit) => hit.to === number.start);
  const isNext = next.start - counted.to <= 1 || isActBetween(setting, counted.to, next.start);
  const measure = isOf && isNext ? measureOf(thing, "launch", false) : null;
  return measure === null ? null : { act: null, measure, thing, cost: 0 };
}

const betweenReach = 2;

/** "Из восьми «Шахедов» сбиты четыре": what was done to the part stands between. */
function isActBetween({ sentence }: Setting, from: number, to: number): boolean {
  return (
    to - from <= betweenReach &&
    hitsOfAny(sentence, fatesOfWeapons).some((act) => act.from >= from && act.to === to)
  );
}

/** "15 missiles of 18": the noun stands with the first number. */
function isNounBetween(setting: Setting, index: number): boolean {
  return (itemAt(setting.counted, index - 1)?.to ?? Infinity) <= (setting.numbers[index]?.from ?? 0);
}
