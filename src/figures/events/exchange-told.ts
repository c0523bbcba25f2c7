import type { EventKind, EventStage } from "../../model/event.ts";
import type { Speaker } from "../../model/speaker.ts";
import type { Claim, Scene, Setting } from "../claim.ts";

/** An event as far as a sentence tells it. */
export interface ToldDraft {
  readonly kind: EventKind;
  readonly stage: EventStage;
  readonly date: string | null;
  readonly setting: Setting;
  /** Whose places and parties are the event's: for a denial, those of what is denied. */
  readonly about: Setting;
  readonly claim: Claim | null;
  /** Who says that it did not happen; null: it is told as done. */
  readonly denier: Speaker | null;
}

/** "A second swap of the day": said where it is told, or in the title of a report of that day. */
export function isSecondSwap(
  { today }: Scene,
  settings: readonly Setting[],
  { kind, stage, date, about }: Pick<ToldDraft, "kind" | "stage" | "date" | "about">,
): boolean {
  if (kind !== "exchange" || stage !== "done") return false;
  if (about.sentence.hits.has.anotherSwap) return true;
  const isToday = date === null || date === today?.toString();
  return isToday && settings.some(({ sentence }) => sentence.isTitle && sentence.hits.has.anotherSwap);
}

/** Sentences after the one that tells of a truce in which its terms stand. */
const termsReach = 3;

/**
 * "They agreed to a truce. Thirty hostages would be freed for 900 prisoners": what is to be exchanged under a truce just agreed on was agreed on with it.
 * Null: no truce is agreed on, only one side's people are told of, or an exchange is told of by itself.
 */
export function dealOfTruce(drafts: readonly ToldDraft[], claims: readonly Claim[]): ToldDraft | null {
  const truces = drafts.filter(
    ({ kind, stage, denier }) => kind === "ceasefire" && stage === "agreed" && denier === null,
  );
  const truce = truces.find(({ date }) => date !== null) ?? truces[0];
  if (truce === undefined || drafts.some(({ kind }) => kind === "exchange")) return null;
  const at = truce.setting.sentence.index;
  const isTerm = ({ scope, setting }: Claim): boolean =>
    scope === "planned" && setting.sentence.index >= at && setting.sentence.index - at <= termsReach;
  const terms = claims.filter(isTerm);
  const hostages = terms.find(({ measure }) => measure === "hostages.released");
  const isTraded = terms.some(
    ({ measure, setting }) => measure === "prisoners.released" && setting === hostages?.setting,
  );
  if (hostages === undefined || !isTraded) return null;
  const { date, about } = truce;
  return {
    kind: "exchange",
    stage: "agreed",
    date,
    setting: hostages.setting,
    about,
    claim: hostages,
    denier: null,
  };
}
