import type { Claim, Scene } from "../claim.ts";
import type { Side } from "../../model/side.ts";
import { itemAt } from "../text/item-at.ts";

/** So many numbers after a total may be its parts: reading stays linear. */
const mostParts = 8;
const harms: ReadonlySet<string> = new Set(["killed", "injured", "missing"]);

/** What claims of one sentence say of each other: stretches that are told once, and whose people a total counts. */
export function withJoined(scene: Scene, claims: readonly Claim[]): Claim[] {
  if (scene.document.language.freeOrder) return claims.map((claim, at) => withHurt(claim, claims, at));
  return claims.map((claim, at) => {
    const timed = withStretchBefore(claim, itemAt(claims, at - 1));
    return isOfBothParties(scene, timed, claims.slice(at + 1, at + 1 + mostParts))
      ? { ...timed, sides: ["both"], isOwned: true }
      : timed;
  });
}

/** "1674 жертви: 286 загинули, 1388 поранено": victims that are the dead and the hurt together. */
function withHurt(total: Claim, claims: readonly Claim[], at: number): Claim {
  const [dead, hurt] = [claims[at + 1], claims[at + 2]];
  if (total.measure !== "killed" || dead?.measure !== "killed" || hurt?.measure !== "injured") return total;
  if (dead.setting !== total.setting || hurt.setting !== total.setting) return total;
  const sum = (dead.number.low ?? 0) + (hurt.number.low ?? 0);
  return sum > 0 && sum === total.number.low ? { ...total, measure: "casualties" } : total;
}

/** "In the past 48 hours 19 were killed and more than 100 injured after an attack overnight": what "and" joins was counted over one time. */
function withStretchBefore(claim: Claim, previous: Claim | undefined): Claim {
  const isHarm = harms.has(claim.measure) && previous !== undefined && harms.has(previous.measure);
  if (!isHarm || previous.setting !== claim.setting || previous.index !== claim.index - 1) return claim;
  if (claim.scope !== "event" || previous.scope === "event" || previous.scope === "planned") return claim;
  const { sentence, dates } = claim.setting;
  const isJoined = sentence.hits.of.and.some((hit) => hit.from === claim.number.start - 1);
  const isLed =
    dates.some((date) => date.to <= previous.number.from) ||
    // "300 have been killed and some 2,700 others wounded": the verb before tells the time of both.
    (dates.length === 0 && previous.scope === "overall");
  return isJoined && isLed ? { ...claim, scope: previous.scope, date: previous.date } : claim;
}

/** "Wounded five people, including four Israelis and one Palestinian": parts of two parties that add up to the total. */
function isOfBothParties({ profile }: Scene, total: Claim, later: readonly Claim[]): boolean {
  if (!harms.has(total.measure) || total.isWithin || total.number.low !== total.number.high) return false;
  const parts = later.filter(
    (part) =>
      part.setting.sentence.index - total.setting.sentence.index <= 1 &&
      part.measure === total.measure &&
      part.isOwned &&
      part.number.low === part.number.high &&
      part.number.low !== total.number.low,
  );
  const sides = new Set<Side | null>(parts.flatMap((part) => part.sides));
  const sum = parts.reduce((all, part) => all + (part.number.low ?? 0), 0);
  const isOfFoes = [...sides].every((side) => side !== null && profile.foes.includes(side));
  return sides.size === 2 && isOfFoes && sum === total.number.low;
}
