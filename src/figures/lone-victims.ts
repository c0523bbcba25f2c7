import type { Claim, Scene, Setting } from "./claim.ts";
import { readClaims } from "./claims.ts";
import { gapOf } from "./events/event-words.ts";
import type { Hit } from "./text/entries.ts";
import type { NumberHit } from "./numbers/numbers.ts";
import { isPeople } from "./things/people.ts";
import { countThings } from "./things/things.ts";
import { anyOf, hasAny, indexed } from "./text/sentence-hits.ts";

const courtOrLongAgo = anyOf("court", "longAgo");

/** How many words may stand between one victim and the word for its death. */
const reach = 7;

/**
 * "A drone killed a woman": one victim told without a number, as a claim of one. Only of the dead, and only in sentences that count no
 * other dead: "two were killed, among them a boy" is two. The contract leaves them open, the ledger adds them up.
 */
export function readLoneVictims(
  scene: Scene,
  settings: readonly Setting[],
  claims: readonly Claim[],
): Claim[] {
  const counting = new Set(
    claims.filter(({ measure }) => measure === "killed").map(({ setting }) => setting),
  );
  return settings.flatMap((setting) => (counting.has(setting) ? [] : victimsIn(scene, setting)));
}

function victimsIn(scene: Scene, setting: Setting): Claim[] {
  const { sentence } = setting;
  const { loneVictim, loneOrCounted } = sentence.hits.of;
  const deaths = loneVictim.length + loneOrCounted.length === 0 ? [] : sentence.hits.of.kill;
  // "Погиб человек", but "погибло несколько человек".
  const right = loneOrCounted.filter((word) => deaths.some((death) => gapOf(death, word) === 0));
  const victims = [...loneVictim, ...right];
  // "Sentenced for killing his wife": a crime beside the war.
  if (deaths.length === 0 || hasAny(sentence, courtOrLongAgo)) return [];
  return victims
    .filter((victim) => deaths.some((death) => gapOf(death, victim) <= reach) && !isCounted(setting, victim))
    .flatMap((victim) => claimOfOne(scene, setting, victim) ?? []);
}

/** "Three civilians", "20 чоловік": a number stands before the word or what describes it. */
function isCounted({ numbers }: Setting, { from }: Hit): boolean {
  return numbers.some(({ to }) => to === from || to === from - 1);
}

/** Each by itself, so that "a man and a woman were killed" is one of each. */
function claimOfOne(scene: Scene, setting: Setting, victim: Hit): Claim | null {
  const { sentence } = setting;
  const named = sentence.hits.of.thing.find((hit) => hit.from <= victim.from && hit.to >= victim.to);
  if (named === undefined) return null;
  const { from } = named;
  const one: NumberHit = {
    from,
    to: from,
    start: from,
    low: 1,
    high: 1,
    approx: false,
    was: null,
    isWeak: true,
    isYear: false,
  };
  const alone = {
    ...setting,
    // "A woman wounded in the strike died": what happened to her last.
    sentence: { ...sentence, hits: indexed(sentence.hits.filter(({ id }) => id !== "injure")) },
    numbers: [one],
    counted: countThings(scene.document, sentence, [one]),
  };
  const claim = readClaims(scene, [alone])[0];
  if (claim?.measure !== "killed" || claim.scope !== "event" || !isPeople(claim.counted.thing)) return null;
  return claim;
}
