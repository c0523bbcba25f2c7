import type { Scene, Setting } from "../claim.ts";
import type { Deed } from "./acts.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { partyNames } from "../text/party-names.ts";

const bringOrRelease = anyOf("bring", "release");

const nounReach = 2;
const verbReach = 5;
const toReach = 3;

/** "6,060 dead have been handed over for 78": the remains are, whatever killed them. Null: nobody hands them over. */
export function deadHandedOver(scene: Scene, setting: Setting, index: number, deed: Deed): Deed | null {
  const { act } = deed;
  const number = setting.numbers[index];
  if (number === undefined) return null;
  if (isOfBodies(scene, setting, index, deed)) return { ...deed, measure: "bodies.returned", thing: "body" };
  if (scene.document.language.freeOrder || !scene.isExchange || deed.measure !== "killed") return null;
  if (act === null || act.from < number.to || act.from - number.to > nounReach) return null;
  const verb = hitsOfAny(setting.sentence, bringOrRelease).find(
    (hit) => hit.from >= act.to && hit.from - act.to <= verbReach,
  );
  // "Three dead were brought to the hospital": to nobody of the war.
  const isOfParty = hitsOfAny(setting.sentence, partyNames).some(
    (hit) => verb !== undefined && hit.from < verb.to + toReach,
  );
  if (verb === undefined || !isOfParty) return null;
  const isParted = setting.numbers.some((other) => other.from >= act.to && other.to <= verb.from);
  return isParted ? null : { ...deed, measure: "bodies.returned", thing: "body", act: verb };
}

/** "Окремо — тіла загиблих: 1000 до України": beside an exchange the dead after the word for their bodies are handed over. Ukrainian and Russian. */
function isOfBodies(scene: Scene, { sentence, numbers }: Setting, index: number, { measure }: Deed): boolean {
  const number = numbers[index];
  if (!scene.document.language.freeOrder || !scene.isExchange || measure !== "killed") return false;
  return sentence.hits.of.body.some(
    (body) =>
      number !== undefined &&
      body.to <= number.from &&
      sentence.hits.of.kill.some((dead) => dead.from === body.to && number.from - dead.to <= 1),
  );
}
