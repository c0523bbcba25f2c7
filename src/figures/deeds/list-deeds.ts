/** The deeds of the rows of a list: the act stands in its heading or by the number before. */

import type { ActConcept } from "../../languages/concepts.ts";
import type { Claim, Scene, Setting } from "../claim.ts";
import type { Deed } from "./acts.ts";
import { weaponThings } from "./bare-deeds.ts";
import { hasOwnAct } from "./own-act.ts";
import type { Counted } from "../things/counted.ts";
import { measureOf } from "../things/measure.ts";
import { isPeople } from "../things/people.ts";
import { lastOf } from "../text/last-of.ts";

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
export function rowDeed(
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
  const eliminates = setting.sentence.hits.of.eliminate.find((hit) => hit.from === act.from);
  const measure = eliminates === undefined ? null : measureOf(counted.thing, "eliminate", false);
  return measure === null || eliminates === undefined
    ? null
    : { act: eliminates, measure, thing: counted.thing, cost: 0 };
}

/** A list may stand after a sentence that only says who told of the sum. */
const listReach = 2;

/** "367 aerial targets: 69 missiles and 298 drones": a part of a list has the act of the number before. */
function listedDeed(setting: Setting, index: number, earlier: readonly Claim[]): Deed | null {
  const counted = setting.counted[index];
  // "Three Kinzhals, one of which was downed, and 77 cruise missiles": the list goes on with its wholes.
  const previous = lastOf(earlier, (claim) => !claim.isWithin || claim.deed.act === null) ?? earlier.at(-1);
  if (previous === undefined || counted === undefined || counted.thing === null) return null;
  // "Два дрони залишили повітряний простір": something else was done by those counted.
  if (setting.sentence.hits.of.otherAct.some((hit) => hit.from === counted.to)) return null;
  const isLaunched = previous.deed.act === null && previous.measure.endsWith(".launched");
  if (previous.deed.act === null && !isLaunched) return null;
  const isNext =
    setting.sentence.index - previous.setting.sentence.index === 1 &&
    previous.measure === "equipment.lost" &&
    setting.sentence.hits.of.act.length === 0;
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
export function underHeading(setting: Setting, index: number, earlier: readonly Claim[]): Deed | null {
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
export function asideDeed(scene: Scene, setting: Setting, index: number, deed: Deed): Deed | null {
  const number = setting.numbers[index];
  const counted = setting.counted[index];
  if (number === undefined || counted === undefined || counted.thing === null || deed.act === null)
    return null;
  const { tokens } = scene.document;
  for (let at = counted.to; at < deed.act.from; at++)
    if (tokens[at]?.norm === "(") return headingDeed(setting, counted);
  return null;
}
