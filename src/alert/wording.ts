import type { ToldFigure } from "../model/development.ts";
import type { Span } from "../model/figure.ts";
import type { Side } from "../model/side.ts";
import type { Speaker } from "../model/speaker.ts";
import type { Texts } from "../languages/texts.ts";
import { partyName } from "../reference/parties.ts";
import { speakerName } from "./speaker-name.ts";

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

/** A party's name, "both sides together", or that no side is stated. */
export function sideText(side: Side | null, texts: Texts): string {
  if (side === null) return texts.text("side-unknown");
  return side === "both" ? texts.text("side-both") : partyName(side, texts.language);
}

/** What is counted and whose: "Prisoners returned, Ukraine (wounded)". */
export function labelText(
  figure: Pick<ToldFigure, "measure" | "side" | "group" | "weapon" | "scope">,
  texts: Texts,
): string {
  const measure = measureText(figure.measure, texts);
  const plain = texts.text("label", { measure, side: sideText(figure.side, texts) });
  const qualifiers = [
    ...(figure.group === null ? [] : [texts.text(`group-${figure.group}`)]),
    ...(figure.weapon === null ? [] : [texts.text(`weapon-${figure.weapon}`)]),
  ];
  const label =
    qualifiers.length === 0
      ? plain
      : texts.text("label-qualified", { label: plain, qualifier: qualifiers.join(", ") });
  return figure.scope === "planned" ? texts.text("label-planned", { label }) : label;
}

/** A measure's name: "Drones launched". */
export function measureText(measure: ToldFigure["measure"], texts: Texts): string {
  return texts.text(`measure-${measure.replaceAll(".", "-")}`);
}

/** Who says it, with the party they speak for. Null: the outlets themselves. */
export function speakerText(by: Speaker | null, texts: Texts): string | null {
  if (by === null) return null;
  if (by.side !== null && by.name === partyName(by.side, "en")) return partyName(by.side, texts.language);
  const name = speakerName(by.name, texts.language);
  return by.side === null ? name : texts.text("by-side", { name, side: partyName(by.side, texts.language) });
}
