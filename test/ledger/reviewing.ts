/** Strikes that a reviewer decides about, and what the chats are told of it. */

import { composeAlert } from "../../src/alert/compose.ts";
import { plainText } from "../../src/alert/plain.ts";
import type { Alert } from "../../src/model/alert.ts";
import type { FigureKey } from "../../src/model/development.ts";
import type { ReviewResult } from "../../src/pipeline/review.ts";
import { event, figure, kyivOfficial } from "./story.ts";

/** Two towns with strikes of their own. */
export const kharkiv = { places: ["UA:kharkiv"] };
export const odesa = { places: ["UA:odesa"] };
/** The figures that reviewers decide about here. */
export const killed: FigureKey = { measure: "killed", side: "UA", group: null, weapon: null, scope: "event" };
export const freed: FigureKey = { ...killed, measure: "prisoners.released" };

/** What a report of a strike with so many dead says. */
export function strike(count: number, where = kharkiv) {
  return {
    figures: [figure("killed", "UA", count, { ...where, by: kyivOfficial })],
    events: [event("strike", "done", where)],
  };
}

/** The alerts that a review brought; none where it was refused. */
export function alertsOf(result: ReviewResult): readonly Alert[] {
  return result.kind === "reviewed" ? result.alerts : [];
}

/** An alert as a reader sees it. */
export function textOf(alert: Alert | undefined, language = "en"): string {
  if (alert === undefined) return "";
  const message = composeAlert([alert], { language, timeZone: "UTC", isPossibleRepeat: false });
  return `${message.title}\n${plainText(message)}`;
}
