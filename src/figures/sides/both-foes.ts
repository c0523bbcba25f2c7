import { attackerOfReport } from "./attacker-told.ts";
import type { SideQuestion } from "./actors.ts";
import { isVoice } from "./actors.ts";
import { hitsOfAny } from "../text/sentence-hits.ts";
import { partyNames } from "../text/party-names.ts";

const leads = 3;

/** "At least 38 have died since Thursday", in a report that begins with "Thailand and Cambodia": a toll of days that names nobody is of both. */
export function isTollOfBoth(question: SideQuestion): boolean {
  const { scene, setting, counted } = question;
  const { foes } = scene.profile;
  if (scene.document.language.freeOrder || foes.length < 2 || counted.group !== null) return false;
  const isOfStretch = setting.dates.some(
    ({ kind, value }) => kind === "since" || (kind === "year" && value?.includes("/") === true),
  );
  if (setting.places.length > 0 || !isOfStretch) return false;
  const isNamed = hitsOfAny(setting.sentence, partyNames).some((hit) => !isVoice(setting, hit));
  if (isNamed || attackerOfReport(question) !== null) return false;
  return scene.document.sentences.slice(0, leads).some((sentence) => {
    const parties = sentence.hits.of.party.filter(({ id }) => foes.includes(id));
    return parties.some((hit, at) => {
      const next = parties[at + 1];
      return next !== undefined && next.id !== hit.id && next.from - hit.to <= 1;
    });
  });
}
