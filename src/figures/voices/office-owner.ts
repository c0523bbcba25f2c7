import type { SpeakerNoun } from "../../languages/language.ts";
import type { Party } from "../../model/side.ts";
import type { Speaker } from "../../model/speaker.ts";
import { conflictsAt } from "../../reference/conflicts.ts";
import { countryOf } from "../../reference/places.ts";
import { dayOf } from "../profile.ts";
import type { Document, Sentence } from "../text/document.ts";
import type { Hit } from "../text/entries.ts";
import { anyOf, hasAny, hitsOfAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";
import { isPartyName, partyNames } from "../text/party-names.ts";

const downOrSuppressOrStop = anyOf("down", "suppress", "stop");
const fromOrToward = anyOf("from", "toward");
const launchOrAttack = anyOf("launch", "attack");

/** What a sentence's offices may be told from besides it. */
interface Around {
  readonly document: Document;
  /** The party whose place or people the sentence is about. */
  readonly localSide: Party | null;
  /** The one who spoke last. */
  readonly last: Speaker | null;
  /** Whom "the rebels" means; null: no group, or several. */
  readonly rebels: Party | null;
}

type Land = Pick<Around, "document" | "localSide">;

/** An office or body that speaks without a name, where a sentence tells of it. */
interface OfficeMention {
  readonly sentence: Sentence;
  readonly hit: Hit;
  readonly office: SpeakerNoun;
}

/** Whose office it is: its owner in the sentence, else who spoke last, whose outlet or language it is, or whose place. Null: no way to tell. */
export function sideOfOffice(context: Around, { sentence, hit, office }: OfficeMention): Party | null {
  if (office.party !== undefined) return office.party;
  const owner =
    // "In the Belgorod region, its governor said": the region's, whoever attacked it.
    (office.local === true && context.localSide !== null && !context.document.language.freeOrder
      ? null
      : partyOfPronoun(context.document, sentence, hit)) ??
    rebelsBefore(context, sentence, hit) ??
    ownerOf(context, { sentence, hit, office }, office.local === true) ??
    (ofGovernment.test(office.name) ? partyOfSubject(context.document, sentence) : null) ??
    (ofHealth.test(office.name) ? onlyParty(sentence) : null) ??
    (ofForces.test(office.name)
      ? (foeOfAccused(context, sentence, hit) ?? defenderOf(context, sentence))
      : null);
  const guess =
    owner ??
    (office.local === true
      ? context.localSide
      : (sideOfLast(context, office) ?? outletOf(context) ?? homeOf(context) ?? context.localSide));
  return owner === null && guess !== null && armed.test(office.name) ? armyOf(guess) : guess;
}

/** "A separatist spokesman", "the rebel command": a word for those who rose, right before the office. Null: another one, or none. */
function rebelsBefore({ rebels }: Around, sentence: Sentence, office: Hit): Party | null {
  return rebels !== null && sentence.hits.of.militants.some((word) => word.to === office.from)
    ? rebels
    : null;
}

const ofState = /army|Air Force|Navy|Defence|General Staff|Ministry|ministry|police|Minister/u;

/** Whose the last speaker is, as far as an office may be theirs, too: "the army" is no army of an armed group, nor of a state that does not fight there. */
function sideOfLast({ last, localSide, document, rebels }: Around, office: SpeakerNoun): Party | null {
  if (last === null || last.side === null || document.language.freeOrder) return last?.side ?? null;
  if (localSide === null || localSide === last.side || !ofState.test(office.name)) return last.side;
  const { side } = last;
  const local = conflictsAt(dayOf(document)).filter(({ parties }) => parties.includes(localSide));
  if (local.length === 0) return side;
  return side.startsWith("x-") || side === rebels || !local.some(({ parties }) => parties.includes(side))
    ? localSide
    : side;
}

const ofGovernment = /Prime Minister|President/u;
const ofHealth = /Health/u;
const ofForces = /army|Air Force|Navy|Defence|General Staff/u;
const clauseReach = 1;
const verbReach = 2;

/** "The ministry said", "the authorities added": a body told of again where its sentence does not tell whose it is. Null: it is another, or nobody spoke. */
export function spokeBefore(context: Around, mention: OfficeMention): Speaker | null {
  const { document, last } = context;
  const { sentence, hit, office } = mention;
  const { plurals, tokens } = { plurals: document.language.plurals, tokens: document.tokens };
  if (last === null || plurals === null) return null;
  const isDefinite =
    tokens[hit.from]?.norm === plurals.definite || itemAt(tokens, hit.from - 1)?.norm === plurals.definite;
  const kind = bodyKinds.find((body) => body.test(office.name));
  if (!isDefinite || kind === undefined || !kind.test(last.name)) return null;
  return partyOfPronoun(document, sentence, hit) === null &&
    ownerOf(context, mention, office.local === true) === null
    ? last
    : null;
}

/** What two names of one body have in common. */
const bodyKinds = [
  /Ministry|ministry/u,
  /officials|authorities|[Gg]overnment|[Aa]dministration/u,
  /[Aa]rmy|[Mm]ilitary|Armed Forces|Defen[cs]e Forces/u,
  /[Pp]rosecutor/u,
  /[Pp]olice/u,
  /[Ss]pokes/u,
];

/** "The air force said Russia launched 61 missiles": nobody's forces tell so of their own, so they are the foe's. Null: no party is accused. */
function foeOfAccused(context: Land, sentence: Sentence, office: Hit): Party | null {
  const said = sentence.hits.of.says.find(
    (hit) => hit.from >= office.to && hit.from - office.to <= clauseReach,
  );
  const accused = sentence.hits.of.party.find(
    (hit) =>
      said !== undefined &&
      hit.from >= said.to &&
      hit.from - said.to <= clauseReach &&
      hitsOfAny(sentence, launchOrAttack).some((act) => act.from >= hit.to && act.from - hit.to <= verbReach),
  );
  return accused === undefined ? null : soleFoeOf(context, accused.id);
}

/** The party whose land it is if it fights the accused one, else the only one that does; null: several do. */
function soleFoeOf({ document, localSide }: Land, accused: Party): Party | null {
  const foes = new Set(
    conflictsAt(dayOf(document))
      .filter((row) => row.parties.includes(accused))
      .flatMap((row) => row.parties)
      .filter((party) => party !== accused),
  );
  if (localSide !== null && foes.has(localSide)) return localSide;
  return foes.size === 1 ? ([...foes][0] ?? null) : null;
}

/** "Russia sent 472 drones against Ukraine; 385 were neutralised, the air force said": whose skies they came into. Null: who sent them is not told. */
function defenderOf({ document, localSide }: Around, sentence: Sentence): Party | null {
  if (document.language.freeOrder || !hasAny(sentence, downOrSuppressOrStop)) return null;
  const told = document.sentences.slice(Math.max(0, sentence.index - 1), sentence.index + 1).toReversed();
  for (const near of told) {
    const launcher = near.hits.of.party.find((hit) =>
      hitsOfAny(near, launchOrAttack).some((act) => act.from >= hit.to && act.from - hit.to <= verbReach),
    );
    if (launcher !== undefined) return soleFoeOf({ document, localSide }, launcher.id);
  }
  return null;
}

/** "Israel's government approved the truce, the prime minister's office said": the state whose name begins the sentence. Null: none does. */
function partyOfSubject({ language }: Document, sentence: Sentence): Party | null {
  if (language.freeOrder) return null;
  return (
    sentence.hits.of.party.find((hit) => hit.from === sentence.from && !hit.id.startsWith("x-"))?.id ?? null
  );
}

/** "14,000 Palestinians were killed, the health ministry said": it counts its own people. */
function onlyParty(sentence: Sentence): Party | null {
  const parties = new Set(sentence.hits.of.party.map((hit) => hit.id));
  return parties.size === 1 ? ([...parties][0] ?? null) : null;
}

const armed = /army|air force|navy/iu;

/** Parties without an army of their own: "the military" in their towns is that of who holds them. */
const occupied: Readonly<Record<Party, Party>> = { PS: "IL" };

function armyOf(party: Party): Party {
  return occupied[party] ?? party;
}

/** Whose outlet reports; null: no party's, or the war where it happened is none of that party's ("МОЗ", in a Ukrainian report from Gaza). */
function outletOf({ document, localSide }: Around): Party | null {
  const { side } = document.report.source;
  if (side === null || localSide === null || localSide === side) return side;
  const local = conflictsAt(dayOf(document)).filter(({ parties }) => parties.includes(localSide));
  return local.length === 0 || local.some(({ parties }) => parties.includes(side)) ? side : null;
}

/** "Повітряні сили" without an owner are those of the language's own party, in its own wars. */
function homeOf(context: Around): Party | null {
  const { home } = context.document.language;
  const { localSide } = context;
  if (home === null || localSide === null || localSide === home) return home;
  const isItsWar = conflictsAt(dayOf(context.document)).some(
    (row) => row.parties.includes(home) && row.parties.includes(localSide),
  );
  return isItsWar ? home : null;
}

/** "Rescuers said Russia had struck": a party near a local office that does not stand right beside it struck there. */
const besideLocal = 1;

/** "Росія втрату не визнає; її Міноборони заявило": the party named last before a pronoun that stands right before the office. */
export function partyOfPronoun({ sentences }: Document, sentence: Sentence, office: Hit): Party | null {
  const pronoun = sentence.hits.of.theirOwn.find((hit) => hit.to === office.from);
  if (pronoun === undefined) return null;
  // A semicolon or a full stop may stand between.
  for (const told of [sentences[sentence.index], itemAt(sentences, sentence.index - 1)]) {
    if (told === undefined || told.paragraph !== sentence.paragraph) continue;
    const party = hitsOfAny(told, partyNames).findLast((hit) => hit.to <= pronoun.from);
    if (party !== undefined) return party.id;
  }
  return null;
}

/** The party whose office it is: its adjective before ("Russian defence ministry"), its name after ("of Ukraine"), or its place ("mayor of Kyiv"). */
function ownerOf(
  { document }: Around,
  { sentence, hit: office }: OfficeMention,
  isLocal: boolean,
): Party | null {
  let best: { readonly party: Party; readonly cost: number } | null = null;
  for (const hit of sentence.hits) {
    const party = isPartyName(hit)
      ? hit.id
      : hit.family === "place" || hit.family === "placeAdjective"
        ? countryOf(hit.id)
        : null;
    if (party === null || isPartyToo(sentence, hit)) continue;
    const cost =
      hit.to <= office.from ? office.from - hit.to : hit.from >= office.to ? hit.from - office.to + 0.5 : 0;
    if (sentence.hits.of.attachedTo.some((other) => other.to === hit.from)) continue;
    // "A teen from Canada, authorities said", "the ambassador to Israel".
    // "В украинском генштабе": the adjective of the office itself.
    const isOwn = document.language.freeOrder && hit.to === office.from;
    if (!isOwn && hitsOfAny(sentence, fromOrToward).some((other) => other.to === hit.from)) continue;
    // "General Staff: Russia has lost", "the air force said Russia had launched": of what they say, not whose they are.
    if (document.tokens[office.to]?.norm === ":" && hit.from > office.to) continue;
    if (sentence.hits.of.says.some((said) => said.from >= office.to && said.to <= hit.from)) continue;
    // "За словами омбудсмана, у російських тюрмах …": behind its comma what is told begins.
    if (document.language.freeOrder && hit.from > office.to && document.tokens[office.to]?.norm === ",")
      continue;
    const isNamed = isPartyName(hit) || (hit.to <= office.from && party === hit.id);
    if (isLocal && isNamed && cost > besideLocal) continue;
    if (isOfWhatIsTold(document, party, { from: hit.to, to: office.from })) continue;
    if (cost <= 3 && (best === null || cost < best.cost)) best = { party, cost };
  }
  return best?.party ?? null;
}

const besideComma = 2;

/** "In the war over Nagorno-Karabakh, the ministry said": to an outlet of its foe a bare office is its own; before the comma stands what is told. */
function isOfWhatIsTold(document: Document, party: Party, between: Pick<Hit, "from" | "to">): boolean {
  const { side } = document.report.source;
  if (side === null || side === party || document.language.freeOrder) return false;
  if (document.tokens[between.from]?.norm !== "," || between.to - between.from > besideComma) return false;
  return conflictsAt(dayOf(document)).some(
    ({ parties }) => parties.includes(side) && parties.includes(party),
  );
}

/** "The defence ministry of Nagorno-Karabakh": a place that is the name of a party, too, is the party. */
function isPartyToo(sentence: Sentence, place: Hit): boolean {
  return (
    place.family === "place" &&
    countryOf(place.id) !== place.id &&
    sentence.hits.of.party.some((hit) => hit.from === place.from && hit.to === place.to)
  );
}
