import type { Claim } from "../claim.ts";

const harms: ReadonlySet<string> = new Set(["killed", "injured"]);

/** "This week 12 were killed in Kharkiv. In Sumy one was": a sentence without a time goes on with the stretch before it. */
export function withStretches(claims: readonly Claim[]): Claim[] {
  const timed: Claim[] = [];
  for (const claim of claims) {
    const previous = timed.at(-1);
    timed.push(
      previous !== undefined && (isGoingOn(previous, claim) || isOfOtherSide(previous, claim))
        ? { ...claim, scope: previous.scope, date: previous.date }
        : claim,
    );
  }
  return timed;
}

function isGoingOn(previous: Claim, claim: Claim): boolean {
  const { setting } = claim;
  const before = previous.setting.sentence;
  return (
    claim.scope === "event" &&
    previous.scope === "running" &&
    harms.has(claim.measure) &&
    harms.has(previous.measure) &&
    setting.dates.length === 0 &&
    setting.heading === null &&
    setting.sentence.paragraph === before.paragraph &&
    setting.sentence.index - before.index <= 1
  );
}

/** "2,100 Palestinians died in 50 days. On the Israeli side 64 soldiers have been killed": what is told beside a sum, of the other side, is its sum. */
function isOfOtherSide(previous: Claim, claim: Claim): boolean {
  const { setting } = claim;
  return (
    claim.scope === "event" &&
    previous.scope === "overall" &&
    claim.measure === previous.measure &&
    setting.dates.length === 0 &&
    setting.sentence.index - previous.setting.sentence.index <= 1 &&
    setting.sentence.hits.of.sideWord.some(
      (side) =>
        side.to <= claim.number.start && setting.sentence.hits.of.party.some(({ to }) => to === side.from),
    )
  );
}
