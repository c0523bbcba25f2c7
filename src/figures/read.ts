import { countryOf } from "../reference/places.ts";
import { detectLanguage } from "../languages/detect.ts";
import type { Language } from "../languages/language.ts";
import { languageByTag } from "../languages/registry.ts";
import type { Figure } from "../model/figure.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import { isOfConflict } from "./of-conflict.ts";
import { isReturn } from "./things/measure-kinds.ts";
import { isWarExchange } from "./sides/captives.ts";
import type { Claim, Scene, Setting } from "./claim.ts";
import { countryOfPlaces } from "./places/country.ts";
import { readClaims } from "./claims.ts";
import type { Document, Sentence } from "./text/document.ts";
import { documentOf, tellsOfExchange } from "./text/document.ts";
import { readEvents } from "./events/events.ts";
import { evidenceOf } from "./evidence.ts";
import { isAboutConflict } from "./gate.ts";
import { gainOf } from "./parts/gains.ts";
import { readLoneVictims } from "./lone-victims.ts";
import type { Ground, Told } from "./merge.ts";
import { mergeFigures } from "./merge.ts";
import { ownDay } from "./dates/own-day.ts";
import { withStretches } from "./scope/ongoing.ts";
import { withTotalsTellers } from "./parts/part-tellers.ts";
import { withTextsSides } from "./parts/title-sides.ts";
import { withoutLeadingWholes } from "./parts/leading-wholes.ts";
import { withoutPartsByState } from "./parts/parts-by-state.ts";
import { withoutPartsByUnit } from "./parts/parts-by-unit.ts";
import { withJoined } from "./parts/joined-claims.ts";
import { isOfCalledOff } from "./uncounted/called-off.ts";
import { isHistory, isPlausible } from "./uncounted/plausible.ts";
import { profileOf, publicationDay } from "./profile.ts";
import { readSettings } from "./settings.ts";
import { sharesOf } from "./parts/shares.ts";
import { anyOf, hasAny, hitsOfAny } from "./text/sentence-hits.ts";
import { partyNames } from "./text/party-names.ts";

const swapOrRelease = anyOf("swap", "release");

/** Text beyond this many characters is not read: no report of ours is so long. */
const maxCharacters = 250_000;

/**
 * What a report asserts, by the reading contract. Pure and total: any text gives a reading, the
 * same text always the same one. A report in no known language, or not about an armed conflict, gives
 * no figures and no events.
 */
export function readReport(report: Report): Reading {
  const text = withoutFeedTail(report.text.slice(0, maxCharacters));
  const bounded = text.length < report.text.length ? { ...report, text } : report;
  const language = languageOf(bounded);
  if (language === null) return { figures: [], events: [], parties: [], places: [], lang: null };
  const document = documentOf(bounded, language);
  const profile = profileOf(document);
  const empty: Reading = {
    figures: [],
    events: [],
    parties: profile.parties,
    places: profile.places,
    lang: language.tag,
  };
  if (!isAboutConflict(document, profile)) return empty;
  const scene: Scene = {
    document,
    profile,
    today: publicationDay(document, profile) ?? ownDay(document),
    isExchange: isAboutExchange(document) && isWarExchange(document, profile),
  };
  const settings = readSettings(scene);
  const claims = withoutPartsByUnit(
    withoutPartsByState(
      document,
      withStretches(
        document,
        withJoined(
          scene,
          withTotalsTellers(withTextsSides(withoutLeadingWholes(readClaims(scene, settings)))).filter(
            (claim) => isOfConflict(scene, claim) && isPlausible(claim),
          ),
        ),
      ),
    ),
  );
  const told: Told[] = [];
  for (const claim of claims) {
    if (isOfCalledOff(document, claim)) continue;
    for (const share of sharesOf(scene.document, claim)) addTold(told, scene, share);
    for (const gain of gainOf(scene, claim)) addTold(told, scene, gain);
  }
  const figures = mergeFigures(told);
  if (isHistory(figures, scene.today)) return empty;
  const events = readEvents(scene, settings, claims);
  return {
    ...empty,
    ...(tellsOfPastDay(settings) ? { isOfPastDay: true } : {}),
    figures: [...figures, ...loneVictims(scene, { settings, claims, figures, events })],
    events,
  };
}

const openingSentences = 2;

/** "За минулу добу в області загинули 3 людини": the opening is a summary of the past day. */
function tellsOfPastDay(settings: readonly Setting[]): boolean {
  return settings
    .slice(0, openingSentences)
    .some(({ dates }) => dates.some(({ isPastDay }) => isPastDay === true));
}

type Found = Pick<Reading, "figures" | "events"> & {
  readonly settings: readonly Setting[];
  readonly claims: readonly Claim[];
};

/** Words of an attack that may be told without the event: "a drone killed a man", "wounded in the attack on the town". */
const attackWords = anyOf("strike", "assault", "airAttack", "shelling", "drone", "missile", "bomb", "shell");

/** Victims told without a number, with their town or region, in a report or a sentence of an attack where no dead are counted. */
function loneVictims(scene: Scene, { settings, claims, figures, events }: Found): readonly Figure[] {
  const isOfStrike = events.some(({ kind }) => kind === "strike");
  const victims = readLoneVictims(scene, settings, claims).filter(
    ({ setting }) => isOfStrike || hasAny(setting.sentence, attackWords),
  );
  const lone = mergeFigures(toldOf(scene, victims));
  const isCounted = (victim: Figure) =>
    figures.some(
      ({ measure, scope, places }) =>
        measure === "killed" &&
        scope === "event" &&
        (places.length === 0 ||
          victim.places.length === 0 ||
          places.some((place) => victim.places.includes(place))),
    );
  const isPlaced = ({ places }: Figure) => places.some((code) => countryOf(code) !== code);
  return lone
    .filter((victim) => isPlaced(victim) && !isCounted(victim))
    .map((victim) => ({ ...victim, isLone: true }));
}

const feedTail = /\s*The post [^\n]{1,300} (?:first )?appeared (?:first )?on [^\n]{1,80}$/u;
const tailReach = 500;

/** "The post TITLE appeared first on OUTLET": what feeds of blogs end with, and what only repeats the title. */
function withoutFeedTail(text: string): string {
  const from = Math.max(0, text.length - tailReach);
  if (!text.includes("The post ", from)) return text;
  const tail = feedTail.exec(text.slice(from));
  return tail === null ? text : text.slice(0, from + tail.index);
}

function languageOf(report: Report): Language | null {
  return languageByTag(report.lang) ?? detectLanguage(`${report.title}\n${report.text}`);
}

const headSentences = 3;

/** Whether title or opening tell of captives, hostages or bodies coming home. */
function isAboutExchange(document: Document): boolean {
  return document.sentences.slice(0, headSentences).some((sentence) => {
    const parties = hitsOfAny(sentence, partyNames);
    // "A hospital receives 17 bodies": bodies alone change hands only between two.
    const topic =
      tellsOfExchange(sentence) ||
      (sentence.hits.has.exchangeTalk && (document.language.freeOrder || parties.length > 1));
    const isOfDead = sentence.hits.has.farewell && document.language.freeOrder;
    return topic && hasAny(sentence, swapOrRelease) && !isOfDead && !isHomeOnly(document, sentence);
  });
}

const whoComesHome = anyOf("captive", "hostage", "body", "military", "captivity", "warCaptive", "children");

/** "Якою мовою розмовляють удома": a word for home alone, where the opening tells of nobody who came back to it. */
function isHomeOnly({ sentences }: Document, sentence: Sentence): boolean {
  const { exchangeTalk, receives } = sentence.hits.of;
  return (
    exchangeTalk.length > 0 &&
    exchangeTalk.every((word) => receives.some((home) => home.from === word.from && home.to === word.to)) &&
    !sentences.slice(0, headSentences).some((head) => hasAny(head, whoComesHome))
  );
}

function toldOf(scene: Scene, claims: readonly Claim[]): Told[] {
  const told: Told[] = [];
  for (const claim of claims) addTold(told, scene, claim);
  return told;
}

/** Adds what a claim tells, one figure a side. */
function addTold(told: Told[], scene: Scene, claim: Claim): void {
  const { number, counted, deed, setting } = claim;
  const span = {
    from: Math.min(number.start, counted.from),
    to: Math.max(number.to, counted.to, deed.act?.to ?? 0),
  };
  const evidence = evidenceOf(scene.document, setting.sentence, span);
  for (const side of claim.sides) {
    const plain: Figure = {
      measure: claim.measure,
      side,
      group: claim.group,
      weapon: claim.weapon,
      low: number.low,
      high: number.high,
      approx: number.approx,
      scope: claim.scope,
      date: claim.date,
      places: claim.places,
      by: claim.by,
      evidence,
      ...(isEliminated(claim) ? { isElimination: true } : {}),
    };
    const grown = number.was === null ? plain : { ...plain, was: number.was };
    const figure = claim.isWithin ? { ...grown, within: true } : grown;
    told.push({
      figure,
      isTitle: setting.sentence.isTitle,
      isCaptive: counted.thing === "captive" || counted.thing === "hostage",
      isEitherWay: isEitherWay(claim),
      ground: groundOf(claim, side),
      sentence: setting.sentence.index,
      isPlaced: setting.places.length > 0,
    });
  }
}

/** "В лесу ликвидировано около 180 бойцов". */
function isEliminated({ measure, deed }: Claim): boolean {
  return measure === "killed" && deed.measure === "casualties" && eliminations.has(deed.act?.id ?? "");
}

const eliminations: ReadonlySet<string> = new Set(["eliminate", "destroy"]);

/** "Росія повернула 1212 тіл". */
function isEitherWay({ measure, deed, setting }: Claim): boolean {
  const { act } = deed;
  if (act === null || !isReturn(measure)) return false;
  return setting.sentence.hits.of.givesOrGetsBack.some((hit) => hit.from === act.from);
}

function groundOf(claim: Claim, side: Figure["side"]): Ground {
  if (claim.isOwned) return "owner";
  const { places } = claim.setting;
  return places.length > 0 && countryOfPlaces(claim.places) === side ? "place" : "rest";
}
