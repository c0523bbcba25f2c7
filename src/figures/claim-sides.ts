/** The sides that a claim is of, and those that the claims before it hand on. */

import type { Measure } from "../measures.ts";
import type { Party, Side } from "../model/side.ts";
import type { Claim, Setting } from "./claim.ts";
import { mayBeElided, partyOfClause } from "./deeds/elliptic-clause.ts";
import { weaponThings } from "./deeds/bare-deeds.ts";
import { sharedSides } from "./parts/each.ts";
import { opponentOf } from "./profile.ts";
import type { SideQuestion } from "./sides/actors.ts";
import { harmedBefore } from "./sides/harmed-before.ts";
import { isPartOfPrisoners, isRowOfHostages } from "./sides/hostages.ts";
import { ownPeople } from "./sides/own-people.ts";
import { hasOwner } from "./sides/owner.ts";
import { tradedSide } from "./sides/traded-side.ts";
import { isHarm, isHomecoming, isLand } from "./things/measure-kinds.ts";
import { isPeople } from "./things/people.ts";
import { lastOf } from "./text/last-of.ts";

const losses: ReadonlySet<Measure> = new Set(["casualties", "equipment.lost", "captured"]);

/** So many claims back the launcher or the freed side is taken over from: no text means one further off, and reading stays linear. */
const lookBack = 40;

/** So many sentences on the same people are told of without a name. */
const fewBack = 2;

function isNear(claim: Claim, { sentence }: Setting): boolean {
  return sentence.index - claim.setting.sentence.index <= fewBack;
}

interface Around {
  readonly index: number;
  readonly parent: Claim | null;
  readonly previous: Claim | undefined;
}

/** The sides of a claim's figures: those of the whole for its part, both or each where it says so, else the one. */
export function sidesOf(
  question: SideQuestion,
  single: Side | null,
  around: Around,
): readonly (Side | null)[] {
  const { scene, setting, deed } = question;
  const { index, parent, previous } = around;
  const party = previous?.setting === setting ? partyOfClause(scene, setting, index) : undefined;
  if (party !== undefined && mayBeElided(deed.thing)) return [sideOfClause(question, party.id, previous)];
  // "14 strikes on troops and 3 on depots": of the same attacker.
  if (deed.measure === "attacks" && previous?.deed === deed) return previous.sides;
  if (isPartOfPrisoners(question, previous) || isRowOfHostages(question, previous))
    return previous?.sides ?? [single];
  const traded = tradedSide(question);
  if (traded !== null) return [traded];
  if (isOwnedByWords(question)) return [single];
  // "Cuba says 32 citizens are among the dead": those of who speaks.
  const isOfTeller = single !== null && single === question.by?.side && setting.sentence.hits.has.compatriots;
  if (isOfTeller) return [single];
  if (parent !== null && isPeople(parent.deed.thing) && isPeople(deed.thing)) return parent.sides;
  // "290 целям противника, в том числе двум станциям".
  if (parent !== null && deed.measure === "sites.hit" && parent.measure === deed.measure) return parent.sides;
  return sharedSides(scene, setting, index, deed) ?? [single];
}

/** Whether the words name whose the counted people are: a party beside them, or who mourns, attacked or is one of whom. */
export function isOwnedByWords(question: SideQuestion): boolean {
  return hasOwner(question) || (isHarm(question.deed.measure) && ownPeople(question) !== null);
}

/** "Russia freed 181 captives, and Ukraine 706": who is named again does what the other one did before; "Ukraine received 1,245, and Russia 51" goes on with its own. */
function sideOfClause({ scene }: SideQuestion, party: Party, previous: Claim | undefined): Side | null {
  return previous?.sides[0] === party ? opponentOf(scene.profile, party) : party;
}

const openingSentences = 2;

/** Whose people a report tells of all along: those that title or opening name as harmed, if the harm told last was theirs. */
function subjectOf(earlier: readonly Claim[]): Pick<SideQuestion, "subject" | "isSubjectArmy"> {
  const none = { subject: null, isSubjectArmy: false };
  // Claims stand in the order of the text: the first beyond the opening is not looked past.
  const first = earlier.find(
    ({ measure, isOwned, setting }) =>
      (isHarm(measure) && isOwned) || setting.sentence.index >= openingSentences,
  );
  if (first === undefined || first.setting.sentence.index >= openingSentences) return none;
  const side = first.sides[0] ?? null;
  return lastOf(earlier, ({ measure }) => isHarm(measure))?.sides[0] === side
    ? { subject: side, isSubjectArmy: first.group === "military" }
    : none;
}

type LastSides = Pick<
  SideQuestion,
  | "subject"
  | "isSubjectArmy"
  | "lastLauncher"
  | "lastLoser"
  | "lastStruck"
  | "lastTaker"
  | "lastReturned"
  | "lastFled"
  | "lastHostages"
  | "lastHarmed"
  | "isSameSentence"
  | "isSameParagraph"
>;

/** The sides that the numbers before were of: what a sentence leaves out it takes over from them. */
export function lastSides(setting: Setting, index: number, earlier: readonly Claim[]): LastSides {
  const recent = earlier.length > lookBack ? earlier.slice(-lookBack) : earlier;
  const previous = earlier.at(-1);
  const isSameSentence = previous?.setting === setting;
  return {
    ...subjectOf(earlier),
    lastLauncher: sideOfLast(recent, isOfLauncher),
    lastLoser: isSameSentence && losses.has(previous.measure) ? (previous.sides[0] ?? null) : null,
    lastStruck:
      isSameSentence && (losses.has(previous.measure) || previous.measure === "sites.hit")
        ? (previous.sides[0] ?? null)
        : null,
    lastTaker: sideOfLast(recent, isOfLand),
    lastReturned: sideOfLast(recent, isOfHomecoming),
    lastHostages: sideOfLast(
      recent,
      (claim) => claim.measure.startsWith("hostages") && isNear(claim, setting),
    ),
    lastFled: sideOfLast(recent, (claim) => isOfFlight(claim) && isNear(claim, setting)),
    lastHarmed: harmedBefore(setting, index, recent),
    isSameSentence,
    isSameParagraph: previous?.setting.sentence.paragraph === setting.sentence.paragraph,
  };
}

/** The side of the last claim of a kind; null: there is none, or it is nobody's. */
function sideOfLast(claims: readonly Claim[], isKind: (claim: Claim) => boolean): Side | null {
  return lastOf(claims, isKind)?.sides[0] ?? null;
}

function isOfLauncher({ deed, measure }: Claim): boolean {
  return measure === "attacks" || weaponThings.has(deed.thing);
}

function isOfLand({ measure }: Claim): boolean {
  return isLand(measure);
}

function isOfHomecoming({ measure }: Claim): boolean {
  return isHomecoming(measure);
}

function isOfFlight({ measure }: Claim): boolean {
  return measure === "displaced" || measure === "evacuated";
}
