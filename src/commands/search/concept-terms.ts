import type { Concept } from "../../languages/concepts.ts";
import type { Measure } from "../../measures.ts";
import type { EventKind } from "../../model/event.ts";

const kind = (of: EventKind): readonly string[] => [`k:${of}`];
const thing = (of: string): readonly string[] => [`c:${of}`];

const table: Partial<Record<Concept, readonly string[]>> = {
  kill: thing("killed"),
  harms: thing("killed"),
  injure: thing("injured"),
  missing: thing("missing"),
  captive: thing("prisoners"),
  warCaptive: thing("prisoners"),
  hostage: thing("hostages"),
  warHostage: thing("hostages"),
  body: thing("bodies"),
  children: thing("children"),
  drone: thing("drones"),
  missile: thing("missiles"),
  bomb: thing("bombs"),
  rocket: thing("rockets"),
  shell: thing("shells"),
  customer: thing("customers"),
  blackout: thing("customers"),
  exchangeTalk: kind("exchange"),
  swap: kind("exchange"),
  ceasefire: kind("ceasefire"),
  truceWord: kind("ceasefire"),
  talks: kind("talks"),
  negotiation: kind("talks"),
  sanctions: kind("sanctions"),
  strike: kind("strike"),
  strikes: kind("strike"),
  airAttack: kind("strike"),
  airStrike: kind("strike"),
  shelling: kind("strike"),
  explosion: kind("strike"),
  capture: kind("capture"),
  seize: kind("capture"),
  evacuation: kind("evacuation"),
  evacuate: kind("evacuation"),
  aid: kind("aid"),
  aidPackage: kind("aid"),
};

/** What the words of a concept stand for in searches; concepts that nobody searches by are not in it. */
export const conceptTerms: Readonly<Record<string, readonly string[] | undefined>> = table;

/** What a number is found by in every language, whatever its report was written in. */
export function measureTerms(measure: Measure): readonly string[] {
  return thing(measure.split(".")[0] ?? measure);
}
