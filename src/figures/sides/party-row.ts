import type { Party } from "../../model/side.ts";
import type { Claim, Scene, Setting } from "../claim.ts";
import { isPeople } from "../things/people.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";

const saysOrClause = anyOf("says", "clause");

/** "South Africa said nine soldiers had died, Malawi three and Uruguay one", "three from Malawi": whose people a bare number of a list counts. Null: no party stands by it. */
export function partyOfRow(setting: Setting, index: number): Party | null {
  const [number, counted] = [setting.numbers[index], setting.counted[index]];
  if (number === undefined || counted === undefined || counted.thing !== null || index === 0) return null;
  const { sentence, numbers } = setting;
  const parties = sentence.hits.of.party;
  const from = sentence.hits.of.from.find((cue) => cue.from === number.to);
  const after = parties.find((hit) => from !== undefined && hit.from === from.to);
  if (after !== undefined) return after.id;
  const before = parties.find((hit) => hit.to === number.start);
  if (before === undefined || numbers.some((other) => other.from >= before.from && other.to <= number.start))
    return null;
  // A verb of its own would make it another clause: "Uruguay one", and nothing after it.
  const hasVerb = hitsOfAny(sentence, saysOrClause).some(
    (hit) => hit.from === number.to || hit.to === before.from,
  );
  return hasVerb || sentence.hits.of.act.some((act) => act.from === number.to) ? null : before.id;
}

/** "Nine South African soldiers died, Malawi lost three and Uruguay one": a row of a list by parties, under the number before it. */
export function isPartyRow(
  { document }: Scene,
  setting: Setting,
  index: number,
  previous: Claim | undefined,
): boolean {
  return (
    !document.language.freeOrder &&
    previous?.setting === setting &&
    isPeople(previous.deed.thing) &&
    partyOfRow(setting, index) !== null
  );
}
