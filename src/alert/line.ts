import type { Alert } from "../model/alert.ts";
import type { ToldFigure } from "../model/development.ts";
import { placeName } from "../reference/places.ts";
import { composeAlert } from "./compose.ts";
import { plainText } from "./plain.ts";

/** An alert as one line of the replay contract: an object ready to be written as JSON, with its title and text in a language. */
export function alertLine(alert: Alert, language: string): Record<string, unknown> {
  const message = composeAlert([alert], { language, timeZone: "UTC", isPossibleRepeat: false });
  return {
    seq: alert.seq,
    at: new Date(alert.at).toISOString().replace(".000Z", "Z"),
    type: alert.type,
    loud: alert.isLoud,
    development: alert.development,
    kind: alert.kind,
    stage: alert.stage,
    date: alert.date ?? alert.reportedOn ?? null,
    places: alert.places.map(placeName),
    title: message.title,
    text: plainText(message),
    reports: alert.reports,
    figures: alert.figures.map(figureLine),
  };
}

function figureLine(figure: ToldFigure): Record<string, unknown> {
  const { measure, side, group, weapon, low, high, approx, scope, by, isRival } = figure;
  return { measure, side, group, weapon, low, high, approx, scope, ...(isRival ? { by } : {}) };
}
