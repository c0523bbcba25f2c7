import type { Scene, Setting } from "../claim.ts";
import type { Speaker } from "../../model/speaker.ts";
import type { Document, Sentence } from "../text/document.ts";
import { formLanguages } from "../../reference/forms.ts";
import { speakerByName } from "../../reference/speakers.ts";
import type { Voice } from "./voice.ts";
import { countsFlying, isOverOwnLand } from "./sky-land.ts";
import { isSignature } from "./signature.ts";
import { namedVoice } from "./voice.ts";
import { anyOf, hasAny } from "../text/sentence-hits.ts";
import { itemAt } from "../text/item-at.ts";

const suppressOrAirDefenceAtWork = anyOf("suppress", "airDefenceAtWork");

const headSentences = 3;

/**
 * A report that retells one body's bulletin, or whose title alone says who speaks, is that speaker's as a whole, unless
 * somebody else speaks in it; so are losses over a stretch. A party's own outlet speaks for itself.
 */
export function withWholeVoice(scene: Scene, settings: readonly Setting[]): Setting[] {
  const heads = settings.slice(0, headSentences).map((setting) => headVoice(scene, setting));
  const head = (heads.find((voice) => voice !== null) ?? signatureOf(scene, settings))?.speaker ?? null;
  const airman = soleOfTheAir(scene, settings);
  const whole = head !== null && !isOwn(scene, head) && isSole(settings, head) ? head : null;
  const airmanOf = (setting: Setting): Speaker | null =>
    airman !== null &&
    !setting.sentence.isTitle &&
    countsFlying(setting) &&
    isOverOwnLand(scene.document, setting, airman)
      ? airman
      : null;
  let last: Speaker | null = null;
  return settings.map((setting) => {
    if (setting.voice !== null) last = setting.voice.speaker;
    if (setting.speaker !== null) return setting;
    // In English only where nobody else has spoken since.
    const isAirs = scene.document.language.freeOrder || last?.name === airman?.name;
    const ofAir = isAirs ? airmanOf(setting) : null;
    const speaker = whole ?? (setting.carriedWindow === null ? ofAir : last);
    return speaker === null || isOwn(scene, speaker) ? setting : { ...setting, speaker };
  });
}

const countsTheSky = /Air Force|Ministry of Defence|General Staff/u;

/** The one body that tells of drones and missiles in this report and counts them by office: other such counts are its own, too. Null: none, or several. */
function soleOfTheAir(scene: Scene, settings: readonly Setting[]): Speaker | null {
  let sole: Speaker | null = null;
  for (const setting of settings) {
    const { speaker, sentence, numbers } = setting;
    if (speaker === null || numbers.length === 0) continue;
    if (!countsFlying(setting) && !hasAny(sentence, suppressOrAirDefenceAtWork)) continue;
    sole ??= speaker;
    if (speaker.name !== sole.name) return null;
  }
  if (sole === null) return null;
  return countsTheSky.test(`${sole.name} ${speakerByName(sole.name)?.office ?? ""}`) ? sole : null;
}

/** Whether the outlet is the speaker's own; a party's outlet whose name tells no body is taken for one. */
function isOwn(scene: Scene, speaker: Speaker): boolean {
  const { source } = scene.document.report;
  if (source.side === null) return false;
  const name = source.name.toLowerCase();
  const row = speakerByName(speaker.name);
  return (
    row === null ||
    name.includes(row.name.toLowerCase()) ||
    formLanguages.some((lang) => row.forms[lang].some((form) => name.includes(form)))
  );
}

function isSole(settings: readonly Setting[], speaker: Speaker): boolean {
  return settings.every((setting) => setting.voice === null || setting.voice.speaker.name === speaker.name);
}

function isDeed(setting: Setting): boolean {
  return setting.sentence.hits.of.act.length > 0 && !setting.sentence.hits.has.bulletin;
}

/** Who speaks by the title, by the heading of a bulletin, or before a colon. */
function headVoice(scene: Scene, setting: Setting): Voice | null {
  const { document } = scene;
  const isColon =
    document.tokens[setting.sentence.to - 1]?.norm === ":" || isLabel(document, setting.sentence);
  if (!setting.sentence.isTitle && !isColon && !setting.sentence.hits.has.bulletin) return null;
  // "The fighters of the Security Service hit:" is no word of theirs.
  if (isColon && setting.voice === null && isDeed(setting)) return null;
  if (isColon && setting.voice !== null && document.language.freeOrder) return setting.voice;
  const named = namedVoice(
    { document, localSide: null, last: null, rebels: null, named: [] },
    setting.sentence,
  );
  const isTitleVoice = setting.sentence.isTitle && !setting.sentence.hits.has.bulletin;
  if (isTitleVoice && !document.language.freeOrder && !speaksOfAll(setting)) return null;
  return isTitleVoice && setting.voice?.speaker.name !== named?.speaker.name ? null : named;
}

/** "Минобороны РФ", a first line of its own over what the body says. */
function isLabel(document: Document, sentence: Sentence): boolean {
  return (
    document.language.freeOrder &&
    sentence.index === 0 &&
    !sentence.isTitle &&
    isSignature(document, sentence, firstWord(document, sentence), lastWord(document, sentence))
  );
}

const openingReach = 3;

/** "X says …" or "…, X says": a speaker in the middle tells only what follows. */
function speaksOfAll({ sentence, voice }: Setting): boolean {
  if (voice === null) return true;
  const cue = sentence.hits.of.says.find((hit) => hit.from >= voice.to);
  return voice.from - sentence.from <= openingReach || cue === undefined || cue.to >= sentence.to - 1;
}

const lastLines = 4;

/** Who signs the report: the body or person whose name is one of its last lines. Null: nobody. */
function signatureOf({ document }: Scene, settings: readonly Setting[]): Voice | null {
  if (!document.language.freeOrder || settings.length < 2) return null;
  for (const { sentence } of settings.slice(Math.max(1, settings.length - lastLines)).toReversed()) {
    const from = firstWord(document, sentence);
    if (!isSignature(document, sentence, from, lastWord(document, sentence))) continue;
    return namedVoice({ document, localSide: null, last: null, rebels: null, named: [] }, sentence);
  }
  return null;
}

function firstWord(document: Document, { from, to }: Sentence): number {
  let at = from;
  while (at < to && document.tokens[at]?.kind !== "word") at++;
  return at;
}

function lastWord(document: Document, { from, to }: Sentence): number {
  let at = to;
  while (
    at > from &&
    (itemAt(document.tokens, at - 1)?.kind === "break" || itemAt(document.tokens, at - 1)?.norm === ".")
  )
    at--;
  return at;
}
