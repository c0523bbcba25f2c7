import type { Claim, FigureKey, LedgerFigure } from "../model/development.ts";
import type { Speaker } from "../model/speaker.ts";
import { speakerByName } from "../reference/speakers.ts";
import type { Hearing } from "./beside-standing.ts";
import { isBesideStanding } from "./beside-standing.ts";
import { agree, handedOver, isExact, isSalvo, pointOf } from "./counts.ts";
import type { Setting } from "./nearness.ts";
import { inOrder, isFirstHand, isPublishedBefore, isStruck, nearnessOf, voiceOf } from "./nearness.ts";
import { boundOf } from "./numbers.ts";
import { isPartOf } from "./part-group.ts";
import { outlierShare, rivalsOf } from "./rivals.ts";
import { ruledClaims, unwithdrawn } from "./ruling.ts";
import { isOpponent } from "./sides.ts";
import { originsAmong, outletsAmong } from "./origin.ts";

/** How long others repeat a number after its authority has lowered it, milliseconds. Later it is a toll that has risen again. */
const echoMs = 12 * 3_600_000;

/** A figure with the claim that leads, the rivals beside it and the range, by the rules of docs/ledger.md. */
export function standFigure(key: FigureKey, heard: readonly Claim[], setting: Setting): LedgerFigure {
  const all = ruledClaims(key, heard, setting.rulings ?? []);
  const claims = toldAsNews(unwithdrawn(all));
  const leading = leadOf(key, claims, setting);
  const { measure, side, group, weapon, scope } = key;
  const rivals = leading === null ? [] : rivalsOf(key, claims, leading, setting);
  return { measure, side, group, weapon, scope, claims: all, leading, rivals, ...rangeOf(leading, rivals) };
}

/** The story so far moves nothing where anybody told the thing itself. */
function toldAsNews(claims: readonly Claim[]): readonly Claim[] {
  const isNews = ({ isRecap }: Claim) => isRecap !== true;
  return claims.every(isNews) || !claims.some(isNews) ? claims : claims.filter(isNews);
}

/** A figure led by a claim of its own that the rules above may not choose. */
export function leadWith(figure: LedgerFigure, leading: Claim, setting: Setting): LedgerFigure {
  const rivals = rivalsOf(figure, toldAsNews(unwithdrawn(figure.claims)), leading, setting);
  return { ...figure, leading, rivals, ...rangeOf(leading, rivals) };
}

/** What the leading claim and its rivals span. */
function rangeOf(
  leading: Claim | null,
  rivals: readonly Claim[],
): Pick<LedgerFigure, "low" | "best" | "high"> {
  if (leading === null) return { low: null, best: null, high: null };
  if (rivals.length === 0) return { low: leading.low, best: pointOf(leading), high: leading.high };
  const spans = [leading, ...rivals];
  return { low: boundOf(spans, "low"), best: pointOf(leading), high: boundOf(spans, "high") };
}

/** The claim that stands after all claims were heard in the order in which they were seen. Null: none may lead. */
function leadOf(key: FigureKey, claims: readonly Claim[], setting: Setting): Claim | null {
  let standing: Claim | null = null;
  const heard: Claim[] = [];
  // Until when numbers that were put right do not return; a reviewer's word is for good.
  const overruled = new Map<number | null, number>();
  // How near the speaker was whose number each report already stood by.
  const settled = new Map<string, number>();
  const soFar: Hearing = { key, heard, setting };
  const inAll: Hearing = { key, heard: claims, setting };
  for (const claim of inOrder(claims)) {
    if (claim.review !== undefined) {
      for (const other of heard) overruled.set(pointOf(other), Infinity);
      overruled.delete(pointOf(claim));
      standing = claim;
    }
    heard.push(claim);
    if (claim.seenAt <= (overruled.get(pointOf(claim)) ?? -Infinity)) continue;
    // What a side says of people it killed is never the toll of the place (rule 14).
    if (isKillClaim(key, claim, setting)) continue;
    const near = nearnessOf(claim, key, setting);
    // A report tells the number as it is before the story so far: what it tells later is an older or another one.
    if ((settled.get(claim.reportId) ?? -1) >= near) continue;
    if (standing !== null && isBesideStanding(claim, standing, inAll)) continue;
    if (standing === null || isStronger(claim, standing, soFar)) {
      // What its authority has put right does not come back with the next one who repeats it.
      if (standing !== null && isLowered(claim, standing, soFar))
        overruled.set(pointOf(standing), claim.seenAt + echoMs);
      standing = claim;
    }
    if (pointOf(standing) === pointOf(claim)) settled.set(claim.reportId, near);
  }
  return standing;
}

/** Whether an authority takes its higher number back. */
function isLowered(claim: Claim, standing: Claim, hearing: Hearing): boolean {
  const { key, setting } = hearing;
  if (!isRisingToll(key) || (pointOf(claim) ?? 0) >= (pointOf(standing) ?? 0)) return false;
  return nearnessOf(claim, key, setting) === 2 && nearnessOf(standing, key, setting) === 2;
}

function isKillClaim(key: FigureKey, claim: Claim, setting: Setting): boolean {
  const isHarm =
    key.measure === "killed" ||
    key.measure === "injured" ||
    key.measure === "casualties" ||
    key.measure === "captured";
  const voice = voiceOf(claim);
  // Whoever tells of people "eliminated" in a voice of its own has it from those who did it.
  if (voice === null && claim.isElimination === true) return true;
  return isHarm && isOpponent(setting.conflict, voice, key.side) && !isStruck(voice, setting);
}

function isStronger(claim: Claim, standing: Claim, hearing: Hearing): boolean {
  if (hearing.key.scope === "planned")
    return isFirmer(claim, standing) || isMoreHeard(claim, standing, hearing);
  const near = nearnessOf(claim, hearing.key, hearing.setting);
  const held = nearnessOf(standing, hearing.key, hearing.setting);
  const [value, old] = [pointOf(claim) ?? 0, pointOf(standing) ?? 0];
  // An authority's "at least 5" is true of 8 as well.
  if (near > held && claim.high === null && value < old && isRisingToll(hearing.key)) return false;
  if (near > held) return !isVaguer(claim, standing) && !isLoneWord(claim, standing, hearing);
  if (near < held && !isRisingToll(hearing.key)) return near === 1 && isLoneWord(standing, claim, hearing);
  if (near < held)
    return (
      near === 1 &&
      value > old &&
      isRisingToll(hearing.key) &&
      (isRepeated(claim, hearing) || isWithinBound(claim, standing)) &&
      !wasOverruled(claim, hearing)
    );
  if (value === old) return isExact(claim) && !isExact(standing);
  if (isVaguer(claim, standing)) return false;
  if (isSalvo(hearing.key.measure) && near === 2 && claim.by !== null && standing.by !== null) {
    const counts = isCounter(claim.by);
    if (counts !== isCounter(standing.by)) return counts;
  }
  if (agree(claim, standing) && isExact(claim)) return true;
  if (isOlderWord(claim, standing)) return false;
  if (!isRisingToll(hearing.key) && isPartOf(claim, standing)) return false;
  if (
    !isRisingToll(hearing.key) &&
    (isMoreHeard(claim, standing, hearing) || isWiderTitle(claim, standing, hearing))
  )
    return true;
  if (near === 2) return isRaised(claim, standing, hearing) || isCorrection(claim, standing, hearing);
  // A later word of the same origin takes the place of its earlier one; of a toll only a larger.
  if (claim.origin === standing.origin) return value > old || !isRisingToll(hearing.key);
  const isNear = Math.abs(value - old) < outlierShare * old;
  if (value > old) return isRisingToll(hearing.key) && (isNear || isRepeated(claim, hearing));
  const wholes = hearing.heard.filter((other) => !isPartOf(other, standing));
  return !isRisingToll(hearing.key) && (isNear || isRepeated(claim, { ...hearing, heard: wholes }));
}

/** Whether a speaker counts the thing himself (an air force, an army) and does not only speak for his country (rule 11). */
function isCounter({ name }: Speaker): boolean {
  return speakerByName(name)?.rank === "authority";
}

/** A night's final count exceeds the provisional one by less than this share. */
const leapShare = 0.5;

/**
 * Whether an authority's larger number leads: of a toll; of a night by less than a leap, or by what two outlets heard; of a handover that one outlet
 * at most has told with another.
 */
function isRaised(claim: Claim, standing: Claim, { key, heard }: Hearing): boolean {
  const [value, old] = [pointOf(claim) ?? 0, pointOf(standing) ?? 0];
  if (value <= old) return false;
  if (isFirstHand(claim) || claim.was === old) return true;
  if (isSalvo(key.measure)) return value < (1 + leapShare) * old || outletsOf(claim, heard) > 1;
  return isRisingToll(key) || outletsOf(standing, heard) < 2;
}

/** How many outlets give the claim's number. Who quotes one speaker has at least read it for himself. */
function outletsOf(claim: Claim, heard: readonly Claim[]): number {
  const same = heard.filter((other) => pointOf(other) === pointOf(claim));
  return outletsAmong(same);
}

/** Whether more outlets give it than the standing number, and two at least: a handover has one number, and a lone odd one is misread. */
function isMoreHeard(claim: Claim, standing: Claim, { heard }: Hearing): boolean {
  const outlets = outletsOf(
    claim,
    heard.filter((other) => !isPartOf(other, standing)),
  );
  return outlets > 1 && outlets > outletsOf(standing, heard) && !isFirstHand(standing);
}

/** Whether a title gives a larger number of a handover than few outlets have told, none of them a side's own: the first word is often of a few who are known. */
function isWiderTitle(claim: Claim, standing: Claim, { heard }: Hearing): boolean {
  const isMore = (pointOf(claim) ?? 0) > (pointOf(standing) ?? 0);
  return (
    isMore &&
    isExact(claim) &&
    claim.isHeadline === true &&
    standing.by === null &&
    !isFirstHand(standing) &&
    outletsOf(standing, heard) < manyOutlets
  );
}

/** So many outlets that agree are not overruled by one that has another number from its authority. */
const manyOutlets = 3;

/** Whether a number of a handover is one outlet's only, far from what many outlets give. */
function isLoneWord(claim: Claim, many: Claim, { key, heard }: Hearing): boolean {
  if (isRisingToll(key) || isFirstHand(claim) || claim.was !== null) return false;
  const [value, other] = [pointOf(claim) ?? 0, pointOf(many) ?? 0];
  const isFar = Math.abs(value - other) >= outlierShare * Math.max(value, other);
  return isFar && outletsOf(claim, heard) < 2 && outletsOf(many, heard) >= manyOutlets;
}

/**
 * What was published before the standing number and only seen after it takes nothing back; and it raises nothing where its
 * own authority has spoken since.
 */
function isOlderWord(claim: Claim, standing: Claim): boolean {
  if (!isPublishedBefore(claim, standing)) return false;
  const isLower = (pointOf(claim) ?? 0) < (pointOf(standing) ?? 0);
  return isLower || isSameAuthority(claim, standing) || claim.origin === standing.origin;
}

/** A promise stays as it was made, but for an exact number after a bound and one that says what it replaces. */
function isFirmer(claim: Claim, standing: Claim): boolean {
  if (claim.was !== null && claim.was === pointOf(standing)) return true;
  return isExact(claim) && !isExact(standing) && agree(claim, standing);
}

/** Less than so many times an authority's "at least" is an exact count that it leaves room for. */
const boundRoom = 2;

/** Whether an exact number is one that the standing lower bound expects. */
function isWithinBound(claim: Claim, standing: Claim): boolean {
  const { low, high } = standing;
  return isExact(claim) && low !== null && high === null && (claim.low ?? 0) < boundRoom * low;
}

/** A number that an authority once gave and no longer gives: told again, it is an old one. */
function wasOverruled(claim: Claim, { key, heard, setting }: Hearing): boolean {
  return heard.some((other) => pointOf(other) === pointOf(claim) && nearnessOf(other, key, setting) === 2);
}

/** A bound or a round number that the exact one already told does not contradict. */
function isVaguer(claim: Claim, standing: Claim): boolean {
  return !isExact(claim) && isExact(standing) && agree(claim, standing);
}

/** Counts that grow as more becomes known, so that a larger one is news and a smaller one stale. */
function isRisingToll(key: FigureKey): boolean {
  return handedOver(key.measure) === null;
}

/** Whether a second independent origin gives the claim's number. */
function isRepeated(claim: Claim, { heard }: Hearing): boolean {
  const same = heard.filter((other) => pointOf(other) === pointOf(claim));
  return originsAmong(same) > 1;
}

/**
 * Whether a lower number takes back the standing one rather than being an old one told late (rules 10 and 12): the report says
 * so, or the authority that gave the higher number lowers it itself.
 */
export function isCorrection(claim: Claim, standing: Claim, hearing: Hearing): boolean {
  const old = pointOf(standing);
  if (claim.reportId === standing.reportId) return false;
  if (claim.was !== null && claim.was === old) return true;
  if (!isFirstHand(claim) || !isPlausible(pointOf(claim) ?? 0, old ?? 0)) return false;
  return hearing.heard.some(
    (other) => other.reportId !== claim.reportId && pointOf(other) === old && isSameAuthority(claim, other),
  );
}

/** A count that is put right moves by a few or by less than half; a number far below it counts something else. */
function isPlausible(value: number, old: number): boolean {
  return old - value <= 3 || value >= old / 2;
}

function isSameAuthority(claim: Claim, other: Claim): boolean {
  if (claim.outlet.name === other.outlet.name) return true;
  return claim.by !== null && claim.by.name === other.by?.name;
}
