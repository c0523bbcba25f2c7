import type { Alert } from "../model/alert.ts";
import type { ToldFigure } from "../model/development.ts";
import { countryOfScene } from "../ledger/scene.ts";
import { opponentOf } from "../ledger/sides.ts";
import type { Texts } from "../languages/texts.ts";
import { conflictRows } from "../reference/conflicts.ts";
import { partyName } from "../reference/parties.ts";
import { placeText, titlePlace, titlesPlace } from "./place-text.ts";
import { isOfPlace } from "./policy.ts";
import { pluralOf, qualifiersOf, recipientText, spanText } from "./wording.ts";

/** Titles by alert and texts: many people ask for the same ones, and alerts never change. */
const titles = new WeakMap<Alert, Map<Texts, string>>();

/** The one line that tells an alert: what happened, where or between whom, and its leading numbers. */
export function titleOf(alert: Alert, texts: Texts): string {
  const known = titles.get(alert)?.get(texts);
  if (known !== undefined) return known;
  const made = makeTitle(alert, texts);
  const title = isWithdrawn(alert) ? texts.text("title-withdrawn", { title: made }) : made;
  titles.set(alert, (titles.get(alert) ?? new Map<Texts, string>()).set(texts, title));
  return title;
}

/** Whether a review took all of it back. */
export function isWithdrawn({ changes }: Pick<Alert, "changes">): boolean {
  return changes.some(({ kind }) => kind === "withdrawn");
}

function makeTitle(alert: Alert, texts: Texts): string {
  if (alert.kind === "exchange") return exchangeTitle(alert, texts);
  if (alert.kind === "strike") return strikeTitle(alert, texts);
  const place = titlesPlace(alert) ? titlePlace(alert) : null;
  const detail = place === null ? conflictText(alert, texts) : placeText(place, texts);
  return about(limited(stageText(alert, texts), alert, texts), detail, texts);
}

/** "Cease-fire agreed (energy sites)": what a truce is limited to, where it does not end all of the fighting. */
function limited(what: string, { limit }: Pick<Alert, "limit">, texts: Texts): string {
  if (limit === undefined || limit === "general") return what;
  return texts.text("title-limited", { what, limit: texts.text(`limit-${limit}`) });
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
  const byMeasure = [...Map.groupBy(counts, (figure) => figure.measure).values()];
  // "Prisoner exchange: 310 for 310" says already what was exchanged.
  const isPlain =
    byMeasure.length === 1 && alert.subject !== "deal" && counts[0]?.measure !== "hostages.released";
  const detail = byMeasure.map((same) => handoverText(same, isPlain, texts));
  return about(what, detail.join("; "), texts);
}

/** "310 for 310", where both sides get one number of one thing; else "310 to Ukraine, 305 to Russia". */
function handoverText(counts: readonly ToldFigure[], isPlain: boolean, texts: Texts): string {
  const word = (figure: ToldFigure, count: string) => (isPlain ? count : countText(figure, count, texts));
  const [first, second] = counts;
  const isEach =
    counts.length === 2 &&
    first !== undefined &&
    first.low === second?.low &&
    first.high === second.high &&
    isSided(first) &&
    isSided(second);
  if (isEach) return word(first, texts.text("title-each", { count: spanText(first, texts) }));
  return counts
    .map((figure) => {
      const count = word(figure, spanText(figure, texts));
      if (figure.side === null) return count;
      return texts.text("count-to", { count, to: recipientText(figure.side, texts) });
    })
    .join(", ");
}

function isSided({ side }: ToldFigure): boolean {
  return side !== null && side !== "both";
}

function countText(figure: ToldFigure, count: string, texts: Texts): string {
  const what = exchangeCounts[figure.measure as keyof typeof exchangeCounts];
  return texts.text(`count-${what}`, { n: pluralOf(figure), count });
}

/** Leading figures of all people or pieces together; parts and rivals stand in the body only. */
function leadingFigures(alert: Alert): readonly ToldFigure[] {
  return alert.figures.filter((figure) => !figure.isRival && figure.group === null && figure.weapon === null);
}

function strikeTitle(alert: Alert, texts: Texts): string {
  if (alert.subject === "place") return placeTitle(alert, texts);
  const counts = salvoCounts(leadingFigures(alert), texts);
  // Without drones and missiles it is told for its dead, whose town nobody named.
  const isToll = alert.subject === "night" && counts.length === 0;
  const what = texts.text(
    alert.subject === "front" ? "title-front" : isToll ? "title-attack" : "title-night",
  );
  const detail = isToll ? tollCounts(alert, texts).join(", ") : counts.join("; ");
  return about(directed(alert, what, texts), detail, texts);
}

const placeCounts = {
  killed: "count-killed",
  injured: "count-injured",
  "customers.without_power": "count-without-power",
} as const;

function placeTitle(alert: Alert, texts: Texts): string {
  const place = titlePlace(alert);
  return texts.text("title-placed", {
    place: place === null ? texts.text("place-unknown") : placeText(place, texts),
    detail: [texts.text("title-strike"), ...tollCounts(alert, texts)].join(", "),
  });
}

/** "2 killed", "12 injured": what a strike did to people of the country hit. */
function tollCounts(alert: Alert, texts: Texts): readonly string[] {
  const own = alert.figures.filter((figure) => !figure.isRival && isOfPlace(figure, alert));
  const country = countryOfScene(alert.places);
  const counts = Object.entries(placeCounts).flatMap(([measure, id]) => {
    const same = own.filter((figure) => figure.measure === measure);
    const whole = same.filter((known) => known.group === null && known.weapon === null);
    // The country's own before a third one's; where only a part was counted, the part with its name is better than no number.
    const figure = whole.find(({ side }) => side === country) ?? whole[0] ?? same[0];
    if (figure === undefined) return [];
    const count = texts.text(id, { n: pluralOf(figure), count: spanText(figure, texts) });
    const qualifier = qualifiersOf(figure, texts);
    return [qualifier === "" ? count : texts.text("label-qualified", { label: count, qualifier })];
  });
  return alert.isDeadly === true ? [texts.text("dead-uncounted"), ...counts] : counts;
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
  const count = (what: "drones" | "missiles" | "weapons", how: string) => {
    const figure = figures.find((known) => known.measure === `${what}.${how}`);
    if (figure === undefined) return [];
    return [texts.text(`count-${what}`, { n: pluralOf(figure), count: spanText(figure, texts) })];
  };
  const both = (how: string) => {
    const apart = [...count("drones", how), ...count("missiles", how)];
    return (apart.length > 0 ? apart : count("weapons", how)).join(", ");
  };
  const [launched, stopped, downed] = [both("launched"), both("stopped"), both("downed")];
  return [
    ...(launched === "" ? [] : [launched]),
    ...(stopped === ""
      ? downed === ""
        ? []
        : [texts.text("count-downed", { counts: downed })]
      : [texts.text("count-stopped", { counts: stopped })]),
  ];
}
