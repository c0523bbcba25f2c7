import type { Side } from "../../model/side.ts";
import type { Scope } from "../../model/figure.ts";
import type { SideQuestion } from "../sides/actors.ts";
import type { Deed } from "./acts.ts";
import type { Setting } from "../claim.ts";
import { voiceSide } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { opponentOf } from "../profile.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

const strikeOrAirStrike = anyOf("strike", "airStrike");

/** "Ukraine has lost 13,000 soldiers, its president said": what the foe does not claim are its dead, if people are named. */
export function isOwnDead(
  { scene, setting, deed, counted, number, by }: SideQuestion,
  side: Side | null,
): boolean {
  if (scene.document.language.freeOrder || deed.measure !== "casualties" || deed.act?.id !== "loss")
    return false;
  const isVerb = deed.act.to - deed.act.from === 1 && setting.sentence.hits.has.loses;
  const isOfOwn = setting.sentence.hits.of.our.some(
    (hit) => hit.from >= number.to && hit.from - number.to <= 1,
  );
  const isOfFighters = counted.group === "military" || counted.thing === "militants";
  if (!isVerb || !(isOfFighters || isOfOwn) || side === null || side === "both") return false;
  const told = voiceSide(scene, by);
  return told === null || told === side || opponentOf(scene.profile, told) !== side;
}

const woundedReach = 2;

function isOfWounded({ sentence, numbers, counted }: Setting, number: NumberHit): boolean {
  const to = Math.max(number.to, counted[numbers.indexOf(number)]?.to ?? 0);
  return sentence.hits.of.injure.some((hit) => hit.from >= number.to && hit.from - to <= woundedReach);
}

const eliminatedInOneStrike = 100;

/** "Eliminated 29 militants" in one action: killed; over a day or longer they are a side's losses. */
export function isElimination(setting: Setting, number: NumberHit, deed: Deed, scope: Scope): boolean {
  return (
    deed.measure === "casualties" &&
    (deed.act?.id === "eliminate" || (deed.act?.id === "destroy" && deed.thing === "militants")) &&
    scope === "event" &&
    // "В результате удара уничтожено до 120": one strike, however many; "up to" alone is a claim over a day.
    (number.low !== null || setting.sentence.hits.has.strike) &&
    ((number.low ?? number.high ?? 0) < eliminatedInOneStrike ||
      setting.sentence.hits.has.aftermath ||
      isInStrike(setting, number) ||
      // "200 ранено, 140 уничтожено": those who are set apart from the wounded are the dead.
      setting.numbers.some((other) => isOfWounded(setting, other))) &&
    (deed.thing === "militants" || !setting.sentence.hits.has.pastDay) &&
    !(setting.heading !== null && setting.heading.sentence.hits.has.pastDay)
  );
}

const strikeReach = 6;

/** "At least 100 were eliminated in Wednesday's strikes": by those strikes, not over a time. */
function isInStrike({ sentence }: Setting, number: NumberHit): boolean {
  return hitsOfAny(sentence, strikeOrAirStrike).some(
    (strike) =>
      strike.from >= number.to &&
      sentence.hits.of.in.some(
        (cue) => cue.from >= number.to && cue.to <= strike.from && strike.from - cue.to < strikeReach,
      ),
  );
}
