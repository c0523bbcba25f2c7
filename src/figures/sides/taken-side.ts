/** Whose people were taken, where a people's name stands by the participle: "Israelis abducted to Gaza". */

import type { Party } from "../../model/side.ts";
import type { SideQuestion } from "./actors.ts";
import { deedIsActive } from "./actors.ts";
import { invadersOf } from "./militants-side.ts";
import { voiceSide } from "../claim.ts";

const before = 1;
const after = 3;

/** "Среди израильтян, похищенных в Газу, двое детей", "серед викрадених до Гази ізраїльтян": null: no people is named there, or it did the taking. */
export function takenFrom(question: SideQuestion): Party | null {
  const { scene, setting, deed } = question;
  const { act } = deed;
  if (isConceded(question)) return voiceSide(scene, question.by);
  // "Some 215 hostages are still held; about 240 were seized in the attack": those are some of these.
  const isOfHostages =
    deed.measure === "captured" && !scene.document.language.freeOrder && !deedIsActive(question);
  if (isOfHostages && setting.places.length === 0 && question.lastHostages !== "both")
    return question.lastHostages;
  if (!scene.document.language.freeOrder || deed.measure !== "captured" || act === null) return null;
  const { cedes, party } = setting.sentence.hits.of;
  // "Трое сдались в плен": on Russian soil, where nobody is named, those who came there.
  const isGivenUp = cedes.some((hit) => hit.from === act.from) && party.length === 0;
  if (isGivenUp) return invadersOf(question) ?? null;
  if (deedIsActive(question)) return null;
  const people = setting.sentence.hits.of.party.find(
    (hit) =>
      (hit.to <= act.from ? act.from - hit.to <= before : hit.from >= act.to && hit.from - act.to <= after) &&
      setting.sentence.hits.of.person.some((noun) => noun.from === hit.from && noun.to === hit.to),
  );
  return people?.id ?? null;
}

/** "Kyiv conceded that at least 90 servicemen had been taken prisoner": nobody concedes what befell the foe. */
function isConceded({ scene, setting, deed, number }: SideQuestion): boolean {
  return (
    !scene.document.language.freeOrder &&
    deed.measure === "captured" &&
    setting.sentence.hits.of.admits.some((hit) => hit.to <= number.start)
  );
}
