import type { Deed } from "../deeds/acts.ts";
import type { Scene, Setting } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import { opponentOf } from "../profile.ts";
import type { Counted } from "../things/counted.ts";
import { anyOf, hitsOfAny } from "../text/sentence-hits.ts";
import { isPartyName } from "../text/party-names.ts";
import { lastOf } from "../text/last-of.ts";

const sendsOrSupply = anyOf("sends", "supply");

interface Told {
  readonly number: NumberHit;
  readonly counted: Counted;
  readonly deed: Deed;
}

/** "Домовленість про поставку 1750 БПЛА": in Ukrainian and Russian right after a word of supply. */
function isSupply({ sentence }: Setting, { number, deed }: Told): boolean {
  return (
    deed.measure.endsWith(".launched") &&
    sentence.hits.of.supply.some((hit) => hit.to <= number.start && number.start - hit.to <= giverReach)
  );
}

/** "A convoy of 28 trucks with food reached the town": they came there, nothing hit them. */
function isArrival({ sentence }: Setting, { deed }: Told): boolean {
  const { act } = deed;
  return (
    act !== null &&
    deed.measure === "equipment.lost" &&
    sentence.hits.of.toldAt.some((hit) => hit.from === act.from && hit.to === act.to)
  );
}

const recipientReach = 20;
const giverReach = 2;

/** "Sent 3,500 drones to Moscow for its war": arms that go to a party that the sender does not fight. */
export function isDelivery({ document, profile }: Scene, setting: Setting, told: Told): boolean {
  const { number, counted, deed } = told;
  const { hits } = setting.sentence;
  if (document.language.freeOrder) return isSupply(setting, told);
  if (isArrival(setting, told)) return true;
  const givers = hitsOfAny(setting.sentence, sendsOrSupply);
  if (!deed.measure.endsWith(".launched") || givers.length === 0) return false;
  const isGiven = givers.some(
    (hit) =>
      deed.act === null ||
      (hit.from < deed.act.to && deed.act.from < hit.to) ||
      (hit.to <= number.start && number.start - hit.to <= giverReach),
  );
  if (!isGiven) return false;
  const isParty = isPartyName;
  const end = Math.max(number.to, counted.to);
  const recipient = hits.find(
    (hit) =>
      isParty(hit) &&
      // "Sell Russia 1,000 weapons".
      (givers.some((giver) => giver.to === hit.from && hit.to <= number.start) ||
        (deed.act !== null && hit.from === deed.act.to) ||
        setting.sentence.hits.of.toward.some(
          (to) => to.to === hit.from && to.from >= end && to.from - end <= recipientReach,
        )),
  );
  if (recipient === undefined) return false;
  const sender = lastOf(hits, (hit) => isParty(hit) && hit.to <= number.start && hit.id !== recipient.id);
  return sender === undefined || opponentOf(profile, sender.id) !== recipient.id;
}
