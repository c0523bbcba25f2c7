import type { Alert } from "../model/alert.ts";
import type { ToldFigure } from "../model/development.ts";
import { pointOf } from "../ledger/counts.ts";
import { countryOfScene, narrowPlaces } from "../ledger/scene.ts";
import { opponentOf } from "../ledger/sides.ts";
import type { Texts } from "../languages/texts.ts";
import { conflictRows } from "../reference/conflicts.ts";
import { displayName } from "../reference/places.ts";
import { partyName } from "../reference/parties.ts";
import { isOfPlace } from "./policy.ts";
import { sideText, spanText } from "./wording.ts";

/** The one line that tells an alert: what happened, where or between whom, and its leading numbers. */
export function titleOf(alert: Alert, texts: Texts): string {
  if (alert.kind === "exchange") return exchangeTitle(alert, texts);
  if (alert.kind === "strike") return strikeTitle(alert, texts);
  return about(stageText(alert, texts), conflictText(alert, texts), texts);
}

/** What stage was reached, in words. */
export function stageText(alert: Pick<Alert, "kind" | "subject" | "stage">, texts: Texts): string {
  if (alert.kind === "strike") return texts.text("title-strike");
  if (alert.kind !== "exchange") return texts.text(`title-${alert.kind}-${alert.stage}`);
  if (alert.subject === "delay")
    return texts.text(alert.stage === "cancelled" ? "title-cancelled" : "title-delayed");
  if (alert.subject === "deal")
    return texts.text(alert.stage === "announced" ? "title-announced" : "title-deal");
  return texts.text(`title-${alert.subject}`);
}

function about(what: string, detail: string, texts: Texts): string {
  return detail === "" ? what : texts.text("title-about", { what, detail });
}

/** The conflict's name, else the parties, else nothing. */
function conflictText(alert: Alert, texts: Texts): string {
  const row = conflictRows().find((conflict) => conflict.id === alert.conflict);
  const names: Readonly<Record<string, string>> | undefined = row?.name;
  return (
    names?.[texts.language] ??
    names?.en ??
    alert.parties.map((party) => partyName(party, texts.language)).join(" – ")
  );
}

const exchangeCounts = {
  "prisoners.released": "prisoners",
  "hostages.released": "hostages",
  "bodies.returned": "bodies",
  "children.returned": "children",
} as const;

function exchangeTitle(alert: Alert, texts: Texts): string {
  const what = stageText(alert, texts);
  const counts = leadingFigures(alert).filter((figure) => figure.measure in exchangeCounts);
  if (counts.length === 0 || alert.subject === "delay") return about(what, conflictText(alert, texts), texts);
  const each = eachText(counts, texts);
  const isPlain =
    counts.every((figure) => figure.measure === counts[0]?.measure) &&
    alert.subject !== "deal" &&
    counts[0]?.measure !== "hostages.released";
  const detail = counts.map((figure) =>
    texts.text("count-of", {
      who: sideText(figure.side, texts),
      count: isPlain ? spanText(figure, texts) : countText(figure, texts),
    }),
  );
  return about(what, each ?? detail.join(", "), texts);
}

/** "310 for 310", where both sides get one number of one thing. */
function eachText(counts: readonly ToldFigure[], texts: Texts): string | null {
  const [first, second] = counts;
  if (first === undefined || second === undefined || counts.length !== 2) return null;
  const isEqual = first.measure === second.measure && first.low === second.low && first.high === second.high;
  return isEqual ? texts.text("title-each", { count: spanText(first, texts) }) : null;
}

function countText(figure: ToldFigure, texts: Texts): string {
  const what = exchangeCounts[figure.measure as keyof typeof exchangeCounts];
  return texts.text(`count-${what}`, { n: pointOf(figure) ?? 0, count: spanText(figure, texts) });
}

/** Leading figures of all people or pieces together; parts and rivals stand in the body only. */
function leadingFigures(alert: Alert): readonly ToldFigure[] {
  return alert.figures.filter((figure) => !figure.isRival && figure.group === null && figure.weapon === null);
}

function strikeTitle(alert: Alert, texts: Texts): string {
  if (alert.subject === "place") return placeTitle(alert, texts);
  const what = texts.text(alert.subject === "front" ? "title-front" : "title-night");
  const counts = salvoCounts(leadingFigures(alert), texts);
  return about(directed(alert, what, texts), counts.join("; "), texts);
}

function placeTitle(alert: Alert, texts: Texts): string {
  const place = narrowPlaces(alert.places)[0] ?? alert.places[0];
  const own = leadingFigures(alert).filter((figure) => isOfPlace(figure, alert));
  const counts = own.flatMap((figure) => {
    const id = {
      killed: "count-killed",
      injured: "count-injured",
      "customers.without_power": "count-without-power",
    }[figure.measure as string];
    return id === undefined
      ? []
      : [texts.text(id, { n: pointOf(figure) ?? 0, count: spanText(figure, texts) })];
  });
  const detail = [texts.text("title-strike"), ...counts].join(", ");
  return texts.text("title-placed", {
    place: place === undefined ? texts.text("place-unknown") : displayName(place, texts.language),
    detail,
  });
}

/** Who attacks whom, as far as it is known. */
function directed(alert: Alert, what: string, texts: Texts): string {
  if (alert.attacker === null) return what;
  const from = partyName(alert.attacker, texts.language);
  const target = countryOfScene(alert.places) ?? opponentOf(alert.conflict, alert.attacker);
  if (target === null || target === alert.attacker) return texts.text("title-launched-by", { what, from });
  return texts.text("title-directed", { what, from, to: partyName(target, texts.language) });
}

function salvoCounts(figures: readonly ToldFigure[], texts: Texts): readonly string[] {
  const count = (what: "drones" | "missiles" | "weapons", how: RegExp) => {
    const figure = figures.find((known) => known.measure.startsWith(`${what}.`) && how.test(known.measure));
    return figure === undefined
      ? []
      : [texts.text(`count-${what}`, { n: pointOf(figure) ?? 0, count: spanText(figure, texts) })];
  };
  const both = (how: RegExp) => {
    const apart = [...count("drones", how), ...count("missiles", how)];
    return (apart.length > 0 ? apart : count("weapons", how)).join(", ");
  };
  const [launched, stopped] = [both(/launched$/u), both(/stopped$/u) || both(/downed$/u)];
  return [
    ...(launched === "" ? [] : [launched]),
    ...(stopped === "" ? [] : [texts.text("count-stopped", { counts: stopped })]),
  ];
}
