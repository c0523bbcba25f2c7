import type { Alert } from "../model/alert.ts";
import type { ToldFigure } from "../model/development.ts";
import type { Span } from "../model/figure.ts";
import type { Side } from "../model/side.ts";
import type { Speaker } from "../model/speaker.ts";
import { handedOver, isSalvo } from "../ledger/counts.ts";
import { countryOfScene } from "../ledger/scene.ts";
import { isSameCamp, opponentOf } from "../ledger/sides.ts";
import type { Texts } from "../languages/texts.ts";
import { partyName } from "../reference/parties.ts";
import { speakerName } from "./speaker-name.ts";

/** What of an alert tells whose a number must be. */
export type Scene = Pick<Alert, "kind" | "subject" | "attacker" | "places" | "conflict">;

/** A number as people read it: "310", "about 500", "at least 14", "up to 60", "10–12". */
export function spanText(span: Span & { readonly approx: boolean }, texts: Texts): string {
  const { low, high, approx } = span;
  const values = {
    low: low === null ? "" : texts.number(low),
    high: high === null ? "" : texts.number(high),
  };
  if (low === null) return texts.text("span-most", values);
  if (high === null) return texts.text("span-least", values);
  if (low !== high) return texts.text("span-range", values);
  return texts.text(approx ? "span-approx" : "span-exact", values);
}

/** The number that chooses the plural form: the last one that is read ("1–3 drones"). */
export function pluralOf(span: Span): number {
  return span.high ?? span.low ?? 0;
}

/** A party's name, "both sides together", or that no side is stated. */
export function sideText(side: Side | null, texts: Texts): string {
  if (side === null) return texts.text("side-unknown");
  return side === "both" ? texts.text("side-both") : partyName(side, texts.language);
}

/** To whom somebody came home: "to Ukraine", "Україні". */
export function recipientText(side: Side, texts: Texts): string {
  return texts.text("side-to", { party: side, name: sideText(side, texts) });
}

/** What is counted, and whose unless the title says it: "Prisoners returned to Ukraine", "Killed (children)". */
export function labelText(
  figure: Pick<ToldFigure, "measure" | "side" | "group" | "weapon" | "scope">,
  scene: Scene,
  texts: Texts,
): string {
  const plain = sidedText(figure, scene, texts);
  const qualifiers = qualifiersOf(figure, texts);
  if (qualifiers === "") return plain;
  return texts.text("label-qualified", { label: plain, qualifier: qualifiers });
}

function sidedText(
  figure: Pick<ToldFigure, "measure" | "side" | "scope">,
  scene: Scene,
  texts: Texts,
): string {
  const { measure, side, scope } = figure;
  const id = measure.replaceAll(".", "-");
  const isPlanned = scope === "planned";
  if (handedOver(measure) !== null && (side !== null || isPlanned)) {
    const to = side === null ? "" : recipientText(side, texts);
    return inCapital(texts.text(`${isPlanned ? "planned" : "home"}-${id}`, { to }).trim());
  }
  const name = texts.text(`measure-${id}`);
  const label =
    side === null || isSideImplied(figure, scene)
      ? name
      : texts.text("label-side", { measure: name, side: sideText(side, texts) });
  return isPlanned ? texts.text("label-planned", { label }) : label;
}

/** With a capital first letter, as a line begins. */
export function inCapital(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** The group and weapon that a count is limited to; "": none. */
export function qualifiersOf(figure: Pick<ToldFigure, "group" | "weapon">, texts: Texts): string {
  return [
    ...(figure.group === null ? [] : [texts.text(`group-${figure.group}`)]),
    ...(figure.weapon === null ? [] : [texts.text(`weapon-${figure.weapon}`)]),
  ].join(", ");
}

/** Whether the reader knows the side by the title: who launched, and the country that was hit. */
export function isSideImplied(
  { measure, side }: Pick<ToldFigure, "measure" | "side">,
  scene: Scene,
): boolean {
  if (scene.kind !== "strike" || scene.subject === "front" || side === null || side === "both") return false;
  const { attacker, places, conflict } = scene;
  if (isSalvo(measure)) return isSameCamp(side, attacker);
  const target = countryOfScene(places) ?? (attacker === null ? null : opponentOf(conflict, attacker));
  return isSameCamp(side, target);
}

/** Who says it, with the party they speak for unless their name says it. Null: the outlets themselves. */
export function speakerText(by: Speaker | null, texts: Texts): string | null {
  if (by === null) return null;
  if (by.side !== null && by.name === partyName(by.side, "en")) return partyName(by.side, texts.language);
  const name = speakerName(by.name, texts.language);
  if (by.side === null) return name;
  const side = partyName(by.side, texts.language);
  return namesParty(name, side) ? name : texts.text("by-side", { name, side });
}

/** Whose word a number is; what a reviewer checked or put right says so. Null: the outlets' own. */
export function saidBy(
  { by, isReviewed }: Pick<ToldFigure, "by" | "isReviewed">,
  texts: Texts,
): string | null {
  const speaker = speakerText(by, texts);
  if (isReviewed !== true) return speaker;
  return speaker === null ? texts.text("by-review") : texts.text("by-checked", { by: speaker });
}

/** Letters of a country's name that its adjective and its cases share. */
const shortestStem = 4;

/** Whether a name holds the party's or its adjective: "Russian Ministry of Defence", "ДСНС України". */
function namesParty(name: string, party: string): boolean {
  const stem = party.slice(0, Math.max(shortestStem, party.length - 3)).toLowerCase();
  return name.toLowerCase().includes(stem) || /(?:^|\s)(?:РФ|ЗСУ|ВСУ)(?:\s|$)/u.test(name);
}
