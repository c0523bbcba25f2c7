import { speakerName } from "../../alert/speaker-name.ts";
import { inCapital, labelText, saidBy } from "../../alert/wording.ts";
import { titleOf } from "../../alert/title.ts";
import { textsOf } from "../../languages/texts.ts";
import { pointOf } from "../../ledger/counts.ts";
import { campOf } from "../../ledger/sides.ts";
import type { Alert } from "../../model/alert.ts";
import type { Chart, TollLine, TollPoint } from "../../model/chart.ts";
import type { Claim } from "../../model/development.ts";
import { partyName } from "../../reference/parties.ts";
import type { CommandCall } from "../context.ts";
import { isReviewers, outletLabel, type AskedDevelopment } from "../evidence.ts";
import { momentText } from "../moments.ts";
import { alternativeOf, footOf } from "./foot.ts";
import { claimsAsTold } from "./told-tolls.ts";

/** More lines than this cannot be told apart. */
const maxLines = 4;
/** Speakers whom a line names. */
const maxNames = 2;
const maxPoints = 40;

/**
 * How a toll rose as it was told: a band a side. Of the dead, else of the injured. `told`: its alerts, newest first, for what a revision of a
 * report took the place of. Null: neither was counted.
 */
export function tollChart(
  call: CommandCall,
  { development, alert }: AskedDevelopment,
  told: readonly Alert[] = [],
): Chart | null {
  const figures = development.figures.filter(
    ({ scope, group, weapon }) => scope === "event" && group === null && weapon === null,
  );
  const figure =
    figures.find(({ measure, best }) => measure === "killed" && best !== null) ??
    figures.find(({ measure, best }) => measure === "injured" && best !== null);
  if (figure === undefined) return null;
  const lines = linesOf(call, claimsAsTold(figure, told));
  if (lines.length === 0) return null;
  const texts = textsOf(call.language);
  const label = labelText(figure, alert, texts);
  const title = titleOf(alert, texts);
  const lastOnes = lines.flatMap(({ label: by, points }) => {
    const last = points.at(-1);
    return last === undefined ? [] : [call.text("chart-toll-line", { by, ...toldAt(call, last) })];
  });
  return {
    title,
    // A single line has no name beside it.
    subtitle: lines.length === 1 && lines[0] !== undefined ? `${label} (${lines[0].label})` : label,
    source: footOf(call, figure.claims),
    alternative: alternativeOf([`${title}. ${label}.`, ...lastOnes]),
    language: call.language,
    plot: { kind: "toll", lines },
  };
}

/** A line's last number, with the range of what is said beside it. */
function toldAt(
  call: CommandCall,
  { low, best, high, label: at }: TollPoint,
): { number: string; at: string } {
  const texts = textsOf(call.language);
  const number = (value: number): string => texts.number(value);
  const shown = number(best ?? low ?? high ?? 0);
  if (low === null || high === null || low === high) return { number: shown, at };
  return {
    number: call.text("chart-toll-range", { number: shown, low: number(low), high: number(high) }),
    at,
  };
}

/** Whose number a claim is; null: the outlet's own. */
function speakerOf(call: CommandCall, claim: Claim): string | null {
  return saidBy({ by: claim.by, isReviewed: isReviewers(claim) }, textsOf(call.language));
}

/** A band a side; who speaks for no side has a line of their own while there are few, else all of them one band. */
function linesOf(call: CommandCall, standing: readonly Claim[]): readonly TollLine[] {
  const nameOf = (claim: Claim): string => speakerOf(call, claim) ?? outletLabel(call, claim);
  const reviewed = standing.filter(isReviewers);
  const heard =
    reviewed.length === standing.length ? standing : standing.filter((claim) => !isReviewers(claim));
  const sided = heard.filter(({ by }) => by !== null && by.side !== null);
  const others = heard.filter((claim) => !sided.includes(claim));
  const sides = [...Map.groupBy(sided, ({ by }) => campOf(by?.side ?? "")).values()];
  const single = [...Map.groupBy(others, nameOf).values()];
  const isMany = single.length > 1 && sides.length + single.length > maxLines;
  const rest = isMany ? [others] : single;
  return [...sides, ...rest]
    .toSorted((a, b) => b.length - a.length)
    .map((claims, index) => {
      // Who puts a number right is no side of their own: it goes on in the line that it was told by, which names them, too.
      const put = index === 0 && heard !== standing ? reviewed : [];
      const all = [...claims, ...put].toSorted((a, b) => a.seenAt - b.seenAt);
      const editors = put.slice(0, 1).map(nameOf);
      const label = inCapital([labelOf(call, claims), ...editors].join("; "));
      return { label, points: pointsOf(call, all, nameOf) };
    });
}

/** Who speaks, those who spoke last first; several of one side after its name. `claims`: in the order of time. */
function labelOf(call: CommandCall, claims: readonly Claim[]): string {
  const nameOf = (claim: Claim): string => speakerOf(call, claim) ?? outletLabel(call, claim);
  const side = claims[0]?.by?.side ?? null;
  if (side === null || new Set(claims.map(nameOf)).size === 1) return namesOf(call, claims.map(nameOf));
  const names = claims.map(({ by }) => speakerName(by?.name ?? "", call.language));
  return `${partyName(campOf(side), call.language)}: ${namesOf(call, names)}`;
}

/** `names`: as they spoke, each as often as it did. */
function namesOf(call: CommandCall, names: readonly string[]): string {
  const each = [...new Set(names.toReversed())];
  const shown = each.slice(0, maxNames).join(", ");
  const rest = each.length - maxNames;
  return rest > 0 ? call.text("names-more", { names: shown, count: rest }) : shown;
}

/** At each claim, in the order of time: its number, and the range of what everybody of the line said last until then. */
function pointsOf(
  call: CommandCall,
  claims: readonly Claim[],
  nameOf: (claim: Claim) => string,
): TollLine["points"] {
  const last = new Map<string, Claim>();
  return claims
    .map((claim) => {
      // What was put right leaves nothing of what was said before.
      if (isReviewers(claim)) last.clear();
      last.set(nameOf(claim), claim);
      const standing = [...last.values()];
      return {
        at: claim.seenAt,
        label: momentText(claim.seenAt, call),
        low: endOf(standing, "low"),
        best: pointOf(claim),
        high: endOf(standing, "high"),
      };
    })
    .slice(-maxPoints);
}

/** The lowest or highest number among claims. Null: all of them are open there. */
function endOf(claims: readonly Claim[], end: "low" | "high"): number | null {
  const ends = claims.flatMap((claim) => claim[end] ?? pointOf(claim) ?? []);
  if (claims.every((claim) => claim[end] === null)) return null;
  return end === "low" ? Math.min(...ends) : Math.max(...ends);
}
