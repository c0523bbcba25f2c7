import type { Claim, Scene } from "../claim.ts";
import type { NumberHit } from "../numbers/numbers.ts";
import type { Token } from "../text/tokens.ts";
import { isTabledLoss } from "../things/measure-kinds.ts";

/** "10 934 (+6)": what a sum of losses grew by, right after its number. Null: nothing of the kind stands there. */
export function gainAfter(tokens: readonly Token[], number: NumberHit): number | null {
  return bracketAfter(tokens, number)?.value ?? null;
}

/** Where the noun of a number may begin: past "(+6)" in "8117 (+6) tanks", else at its end. */
export function pastGain(tokens: readonly Token[], number: NumberHit): number {
  return bracketAfter(tokens, number)?.to ?? number.to;
}

function bracketAfter(
  tokens: readonly Token[],
  number: NumberHit,
): { readonly value: number; readonly to: number } | null {
  if (tokens[number.to]?.norm !== "(") return null;
  const [plus, gain, ...rest] = tokens.slice(number.to + 1, number.to + 5);
  if (plus?.norm !== "+" || gain?.kind !== "number") return null;
  // "(+1 250)": a group of three digits after a plain space.
  const more = rest[0]?.kind === "number" && /^\d{3}$/u.test(rest[0].norm) ? rest[0].norm : "";
  const close = more === "" ? 0 : 1;
  if (rest[close]?.norm !== ")") return null;
  const value = Number(`${gain.norm}${more}`.replaceAll(/[\s,.]/gu, ""));
  return Number.isFinite(value) ? { value, to: number.to + bracketLength + close } : null;
}

/** "(+6)" in tokens. */
const bracketLength = 4;

/** What the last day added to a sum of losses, as a figure of that day beside the sum; none where it is not told or nothing. */
export function gainOf(scene: Scene, claim: Claim): Claim[] {
  const gain = isTabledLoss(claim.measure) ? gainAfter(scene.document.tokens, claim.number) : null;
  if (gain === null || gain <= 0 || claim.scope !== "overall") return [];
  const from = claim.number.to + 2;
  const number = { ...claim.number, from, start: from, to: from + 1, low: gain, high: gain, approx: false };
  const date = claim.date?.split("/").at(-1) ?? scene.today?.toString() ?? null;
  return [{ ...claim, number, scope: "event", date, isWithin: true }];
}
