import type { Deed } from "./acts.ts";
import type { Hit } from "../text/entries.ts";
import type { Scene, Setting } from "../claim.ts";
import type { Token } from "../text/tokens.ts";
import { measureOf } from "../things/measure.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { measuresLike } from "../things/measure-kinds.ts";

const ofVictims = measuresLike(/^(?:killed|injured|missing)$/u);
const killOrInjure = anyOf("kill", "injure");
const victimActs = anyOf("kill", "injure", "missing");

/** "Евакуйовано 121 тисячу, загалом мають виїхати 180 тисяч": who are to leave beside the evacuated are evacuated, too. */
function leaving(setting: Setting, deed: Deed): Deed | null {
  return deed.measure === "displaced" && setting.sentence.hits.of.evacuate.length > 0
    ? { ...deed, measure: "evacuated" }
    : null;
}

/** "400,000 killed, wounded", "killed/wounded": both harms of one number, by words with nothing but a mark between. */
export function inOneNumber({ document }: Scene, setting: Setting, deed: Deed): Deed | null {
  const { act } = deed;
  if (document.language.freeOrder && leaving(setting, deed) !== null) return leaving(setting, deed);
  if (act !== null && deed.measure === "captured" && !document.language.freeOrder)
    return capturedToo(document.tokens, setting, deed);
  if (act === null || !ofVictims.has(deed.measure)) return null;
  if (document.language.freeOrder) return eitherOf(setting, deed);
  const mark = document.tokens[act.to]?.norm;
  if (mark !== "," && mark !== "/") return null;
  const other = hitsOfAny(setting.sentence, killOrInjure).find(
    (hit) => hit.from === act.to + 1 && hit.id !== act.id,
  );
  if (other === undefined || setting.numbers.some((number) => number.start === other.to)) return null;
  const measure = measureOf(deed.thing, "loss", false);
  return measure === null ? null : { ...deed, measure };
}

const joinedReach = 2;

/** "Killed, wounded or captured 3,000": the captured are in one number with the dead and the wounded. */
function capturedToo(tokens: readonly Token[], { sentence }: Setting, deed: Deed): Deed | null {
  const { act } = deed;
  const before = hitsOfAny(sentence, killOrInjure).findLast(
    (hit) => act !== null && hit.to <= act.from && act.from - hit.to <= joinedReach,
  );
  if (act === null || before === undefined || before.to === act.from) return null;
  for (let at = before.to; at < act.from; at++)
    if (tokens[at]?.kind === "number" || sentence.hits.of.thing.some((noun) => noun.from === at)) return null;
  const measure = measureOf(deed.thing, "loss", false);
  return measure === null ? null : { ...deed, measure };
}

const eitherReach = 2;
const fates: ReadonlySet<string> = new Set(["kill", "injure", "missing"]);

/** "Погибли или исчезли", "вбито або поранено": two fates joined by "or" are one number of both. */
function eitherOf({ sentence }: Setting, deed: Deed): Deed | null {
  const { act } = deed;
  if (act === null) return null;
  const isJoined = sentence.hits.of.or.some((or) =>
    hitsOfAny(sentence, victimActs).some(
      (other) => other.id !== act.id && (isAround(or, act, other) || isAround(or, other, act)),
    ),
  );
  const measure = isJoined && fates.has(act.id) ? measureOf(deed.thing, "loss", false) : null;
  return measure === null ? null : { ...deed, measure };
}

function isAround(or: Hit, before: Hit, after: Hit): boolean {
  return (
    or.from >= before.to &&
    or.from - before.to < eitherReach &&
    after.from >= or.to &&
    after.from - or.to < eitherReach
  );
}
