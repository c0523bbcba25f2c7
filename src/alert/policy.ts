import type { Development, LedgerFigure, ToldFigure } from "../model/development.ts";
import type { EventKind } from "../model/event.ts";
import { handedOver, isSalvo } from "../ledger/counts.ts";
import { countryOfScene } from "../ledger/scene.ts";
import { isManySided, isSameCamp, partiesOf } from "../ledger/sides.ts";

/** What is told, and when. All numbers may be set; the defaults are the policy of docs/ledger.md. */
export interface TellingPolicy {
  /** Kinds that are told as news to every chat that has not chosen others. */
  readonly kinds: readonly EventKind[];
  /** Kinds that are told only to chats that have chosen them; what is in neither list is kept in the ledger. Decision 0008. */
  readonly onRequest: readonly EventKind[];
  /** Whether what belongs to no declared conflict is told too. */
  readonly unknownConflict: boolean;
  /** A strike without dead is told from so many injured on. */
  readonly minInjured: number;
  /** A night's attack is told from so many drones and missiles on. */
  readonly minSalvo: number;
  readonly minWithoutPower: number;
  /** A number has moved from this share of the told one on, and by at least one. */
  readonly materialShare: number;
  /** A development whose day is longer ago is no news, days. */
  readonly newsDays: number;
  /** How long a first alert without anybody's word behind it waits for a second origin, milliseconds; 0: not at all. */
  readonly holdMs: number;
  /** What a person has to look at before it is told as news; null: nothing. */
  readonly approval: ApprovalPolicy | null;
}

/** What waits for an approval: any of the conditions is enough. Updates of what was told wait by their numbers, never by their kind. */
export interface ApprovalPolicy {
  readonly kinds: readonly EventKind[];
  /** Numbers of people from this one on (dead, injured, released …); null: none. */
  readonly fromPeople: number | null;
  /** What a single origin says, heard through state-controlled outlets only. */
  readonly singleStateOrigin: boolean;
  /** How long it waits, milliseconds. */
  readonly waitMs: number;
  /** What happens when nobody answered. */
  readonly atTimeout: "tell" | "drop";
}

/** What is told unless the configuration says otherwise. */
export const defaultPolicy: TellingPolicy = {
  kinds: ["exchange", "ceasefire", "talks", "strike"],
  onRequest: [],
  unknownConflict: false,
  minInjured: 3,
  minSalvo: 100,
  minWithoutPower: 10_000,
  materialShare: 0.1,
  newsDays: 3,
  holdMs: 60_000,
  approval: null,
};

/** Every kind that is told to anybody, those for all first. */
export function toldKinds({
  kinds,
  onRequest,
}: Pick<TellingPolicy, "kinds" | "onRequest">): readonly EventKind[] {
  return [...kinds, ...onRequest.filter((kind) => !kinds.includes(kind))];
}

/** What of a development decides which of its numbers ring. */
type Counting = Pick<Development, "subject" | "places" | "conflict" | "attacker">;

type Counted = Pick<LedgerFigure | ToldFigure, "measure" | "side" | "group" | "weapon" | "scope">;

/** Whether a figure belongs to what a development shows: promises for a deal, what happened for everything else. */
export function isShown(development: Pick<Development, "subject">, figure: Counted): boolean {
  return figure.scope === (development.subject === "deal" ? "planned" : "event");
}

/**
 * Whether a number rings: its first word and its material moves make a loud message (policy, rule 6). `known`: the figures that
 * stand beside it. Injured ring while nobody is reported dead; of two ways to count one salvo the finer one rings.
 */
export function isRinging(development: Counting, figure: Counted, known: readonly Counted[]): boolean {
  if (figure.group !== null || figure.weapon !== null || !isShown(development, figure)) return false;
  const { measure } = figure;
  if (handedOver(measure) !== null)
    return !isUnsided(figure) || !known.some((other) => other.measure === measure && !isUnsided(other));
  if (development.subject === "night")
    return (
      isRingingSalvo(measure, known) || isOnlyToll(measure, known) || measure === "customers.without_power"
    );
  if (development.subject !== "place" || !isOfPlace(figure, development)) return false;
  if (measure === "injured") return !known.some((other) => other.measure === "killed");
  return measure === "killed" || measure === "customers.without_power";
}

/**
 * Whether the people are of the country that was hit, or of a third one: what one side says of the other's dead there is a claim about the
 * front. In a war of many sides they may be of a group there that another state attacked.
 */
export function isOfPlace(figure: Counted, development: Struck): boolean {
  const { places, conflict, attacker } = development;
  const country = countryOfScene(places);
  const side = figure.side === "both" ? null : figure.side;
  if (side === null || country === null || isSameCamp(country, side)) return true;
  if (attacker !== null && isManySided(conflict) && !isSameCamp(attacker, country))
    return !isSameCamp(attacker, side);
  return !partiesOf(conflict).some((party) => isSameCamp(party, side));
}

type Struck = Pick<Development, "places" | "conflict" | "attacker">;

function isUnsided(figure: Counted): boolean {
  return figure.side === null || figure.side === "both";
}

/** The dead of a strike that nobody tells drones or missiles of. */
function isOnlyToll(measure: Counted["measure"], known: readonly Counted[]): boolean {
  return measure === "killed" && !known.some((other) => isSalvo(other.measure));
}

function isRingingSalvo(measure: Counted["measure"], known: readonly Counted[]): boolean {
  const [what, how] = measure.split(".");
  const has = (other: string) =>
    known.some((figure) => figure.measure === other && figure.group === null && figure.weapon === null);
  if (what === "weapons")
    return !has(`drones.${how}`) && !has(`missiles.${how}`) && (how === "launched" || how === "stopped");
  if (what !== "drones" && what !== "missiles") return false;
  return how === "launched" || how === "stopped" || (how === "downed" && !has(`${what}.stopped`));
}
