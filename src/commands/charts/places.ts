import { placeText, titlePlace } from "../../alert/place-text.ts";
import { isOfPlace } from "../../alert/policy.ts";
import { inCapital } from "../../alert/wording.ts";
import { textsOf } from "../../languages/texts.ts";
import { isCountry } from "../../ledger/scene.ts";
import type { Chart } from "../../model/chart.ts";
import type { Claim, Development } from "../../model/development.ts";
import type { CommandCall } from "../context.ts";
import { spanEnds } from "../moments.ts";
import { alternativeOf, footOf, sentence } from "./foot.ts";

const maxBars = 12;

/** The dead of strikes by place: each strike's leading number, those of one place added up. Null: none were counted. */
export function placesChart(
  call: CommandCall,
  {
    strikes,
    fromDate,
    toDate,
  }: { readonly strikes: readonly Development[]; readonly fromDate: string; readonly toDate: string },
): Chart | null {
  const sums = new Map<string, number>();
  const claims: Claim[] = [];
  for (const strike of strikes) {
    const place = titlePlace(strike);
    const figure = strike.figures.find(
      (each) =>
        each.measure === "killed" &&
        each.scope === "event" &&
        each.group === null &&
        each.best !== null &&
        isOfPlace(each, strike),
    );
    if (place === null || isCountry(place) || figure?.best == null || figure.leading === null) continue;
    sums.set(place, (sums.get(place) ?? 0) + figure.best);
    claims.push(figure.leading);
  }
  if (sums.size === 0) return null;
  const texts = textsOf(call.language);
  const places = [...sums]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, maxBars)
    .map(([place, value]) => ({ label: placeText(place, texts), value }));
  const title = call.text("chart-places-title", { measure: inCapital(call.text("measure-killed")) });
  const span = call.text("chart-days-span", spanEnds({ from: fromDate, to: toDate }, call.language));
  return {
    title,
    subtitle: `${span} · ${call.text("chart-places-sum")}`,
    source: footOf(call, claims),
    alternative: alternativeOf([
      `${title}. ${sentence(span)}`,
      ...places.map(({ label, value }) => `${label}: ${texts.number(value)};`),
    ]).replace(/;$/u, "."),
    language: call.language,
    plot: { kind: "places", places },
  };
}
