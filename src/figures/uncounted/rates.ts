import type { Scene, Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Hit } from "../text/entries.ts";

const rateReach = 8;
/** "Щодня – близько 900", "щоночі мінімум по 50". */
const rateBefore = 3;

/** Whether the number says how many came on each day or on each of something else: "200 a day", "an average of 86", "86 per square kilometre". */
export function isRate(scene: Scene, setting: Setting, number: NumberHit): boolean {
  const { sentence } = setting;
  const { freeOrder } = scene.document.language;
  if (freeOrder ? isAverageOf(setting, number) : isAverage(setting, number) || isPerThing(setting, number))
    return true;
  return sentence.hits.of.rate.some(
    (hit) =>
      isRateOf(scene, setting, number, hit) &&
      // "Twelve bombs in a day", "within a day", "in a week of air strikes" is no rate.
      !sentence.hits.of.in.some((cue) => cue.to === hit.from) &&
      !setting.dates.some((date) => date.kind === "window" && date.from < hit.from && date.to >= hit.to) &&
      !sentence.hits.of.pastDay.some((cue) => cue.from < hit.from && cue.to >= hit.to),
  );
}

/** "200 a day"; in Ukrainian and Russian also "щодня – близько 900", and no comma between. */
function isRateOf(scene: Scene, setting: Setting, number: NumberHit, rate: Hit): boolean {
  const { tokens, language } = scene.document;
  // "A four-day truce" is no rate of days.
  if (tokens[rate.to - 1]?.norm.includes("-") === true) return false;
  if (language.freeOrder && rate.to <= number.start && number.start - rate.to <= rateBefore)
    return !tokens.slice(rate.to, number.start).some(({ norm }) => norm === ",");
  if (rate.from < number.to || rate.from - number.to > rateReach) return false;
  // "3,902 drones in February, an average of 139 a day": the rate has a number of its own.
  if (!language.freeOrder && setting.numbers.some((other) => other.from >= number.to && other.to <= rate.to))
    return false;
  for (let at = number.to; at < rate.from; at++)
    if (language.freeOrder && tokens[at]?.norm === ",") return false;
  return true;
}

/** "An average of 139", "averaging 70". */
function isAverage({ sentence }: Setting, number: NumberHit): boolean {
  return sentence.hits.of.average.some((hit) => hit.to === number.start);
}

const averageReach = 14;

/** "Середня кількість безпілотників, що летять щоночі, – близько 50": the words for the average stand before what is counted. */
function isAverageOf({ sentence, numbers }: Setting, number: NumberHit): boolean {
  return sentence.hits.of.average.some(
    (hit) =>
      hit.to <= number.start &&
      number.start - hit.to <= averageReach &&
      !numbers.some((other) => other.from >= hit.to && other.to <= number.start),
  );
}

const perReach = 1;

/** "86 per square kilometre", "nine homes for every ten": of each of something. */
function isPerThing({ sentence }: Setting, number: NumberHit): boolean {
  return sentence.hits.of.per.some((hit) => hit.from >= number.to && hit.from - number.to <= perReach);
}
