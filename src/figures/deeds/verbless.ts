import type { Claim, Scene, Setting } from "../claim.ts";
import { measureOf } from "../things/measure.ts";
import type { Deed } from "./acts.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { weaponThings } from "./bare-deeds.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";

const placeOrPlaceAdjective = anyOf("place", "placeAdjective");

const labelReach = 4;

/**
 * Weapons told by no verb at all, in Ukrainian and Russian: "Краснояружский район: 30 снарядов", "Сновська – дві КАБ", "Всего – 78 беспилотников". They
 * were launched, unless a total goes on with what was done to them before. Null: a verb is told, or nothing says what they were aimed at.
 */
export function verblessDeed(
  scene: Scene,
  setting: Setting,
  index: number,
  earlier: readonly Claim[],
): Deed | null {
  const { sentence, numbers } = setting;
  const [number, counted] = [numbers[index], setting.counted[index]];
  if (!scene.document.language.freeOrder || number === undefined || counted?.thing == null) return null;
  const { thing } = counted;
  if (!weaponThings.has(thing) || thing === "aerial" || isDone(scene, setting, index)) return null;
  const isTotal = sentence.hits.of.together.some((cue) => cue.from - sentence.from <= 1);
  if (!isTotal && !isOfLabel(scene, setting, number.start) && !isListed(setting, index, earlier.at(-1)))
    return null;
  const whole = isTotal ? null : wholeBefore(scene, setting, { thing, number }, earlier);
  if (whole !== null) return { ...whole.deed, cost: 0 };
  const same = isTotal ? earlier.filter((claim) => claim.deed.thing === thing) : [];
  const last = same.find((claim) => claim.deed.act?.id === "launch") ?? same.at(-1);
  const measure = last?.measure ?? measureOf(thing, "launch", false);
  return measure === null ? null : { act: last?.deed.act ?? null, measure, thing, cost: 0 };
}

interface Row {
  readonly thing: string;
  readonly number: NumberHit;
}

/** "44 БПЛА уничтожено за ночь: / Новгородская область — 20 БПЛА": the sum that the rows right below it are parts of. Null: none, or a row of its own. */
function wholeBefore(
  scene: Scene,
  { sentence }: Setting,
  { thing, number }: Row,
  earlier: readonly Claim[],
): Claim | null {
  const last = earlier.at(-1);
  if (last === undefined || sentence.index - last.setting.sentence.index > 1) return null;
  const at = earlier.findLastIndex(({ setting, number: one }) => !isOfLabel(scene, setting, one.start));
  const whole = itemAt(earlier, at);
  if (whole === undefined || whole.deed.act === null || whole.deed.thing !== thing) return null;
  // A row with a verb of its own stands between.
  if (!earlier.slice(at + 1).every(({ deed }) => deed.act === whole.deed.act)) return null;
  return (whole.number.low ?? whole.number.high ?? 0) >= (number.low ?? number.high ?? 0) ? whole : null;
}

/** "11 боеприпасов и 14 беспилотников": right after a number that was told by no verb either. */
function isListed(setting: Setting, index: number, previous: Claim | undefined): boolean {
  const number = setting.numbers[index];
  return (
    previous?.setting === setting &&
    previous.index === index - 1 &&
    previous.deed.act === null &&
    number !== undefined &&
    number.start - previous.counted.to <= 1
  );
}

/** Whether something is told to be done in the clause of the number; "30 снарядов, обошлось без жертв": after its comma another begins. */
function isDone({ document }: Scene, { sentence, counted }: Setting, index: number): boolean {
  const end = counted[index]?.to ?? sentence.to;
  let until = end;
  while (until < sentence.to && !isComma(document.tokens[until]?.norm)) until++;
  return sentence.hits.of.act.some(
    (act) =>
      act.from < until ||
      // "20 дронов, сбитых за ночь".
      (act.from === until + 1 && fates.has(act.id)),
  );
}

const fates: ReadonlySet<string> = new Set(["down", "suppress", "stop"]);

function isComma(norm: string | undefined): boolean {
  return norm === "," || norm === ";";
}

/** "Сновська – дві КАБ", "Грайворонский округ: 23 снаряда": a row whose label is a place. */
function isOfLabel({ document }: Scene, { sentence }: Setting, at: number): boolean {
  const mark = itemAt(document.tokens, at - 1)?.norm;
  if (mark !== ":" && mark !== "–" && mark !== "-") return false;
  return hitsOfAny(sentence, placeOrPlaceAdjective).some(
    (hit) => hit.from - sentence.from <= 1 && at - hit.to <= labelReach,
  );
}
