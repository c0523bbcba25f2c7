import type { Alert } from "../../src/model/alert.ts";
import type { ToldFigure } from "../../src/model/development.ts";
import { alertOf } from "./scene.ts";

/** Developments with figures, sources and progress, as chats are told them. */

export const towns = ["UA:kharkiv", "UA:odesa", "UA:kyiv", "UA:dnipro", "UA:sumy", "UA:kherson"];

/** Five dead of Ukraine; name only what matters to the test. */
export const figure = (fields: Partial<ToldFigure>): ToldFigure => ({
  measure: "killed",
  side: "UA",
  group: null,
  weapon: null,
  scope: "event",
  low: 5,
  high: 5,
  approx: false,
  by: null,
  isRival: false,
  ...fields,
});

/** A strike on a town, with its dead and injured. */
export const strike = (fields: Partial<Alert> = {}): Alert =>
  alertOf({
    kind: "strike",
    subject: "place",
    attacker: "RU",
    places: ["UA:kharkiv"],
    figures: [
      figure({ low: 3, high: 3, by: { name: "State Emergency Service of Ukraine", side: "UA" } }),
      figure({ measure: "injured", low: 14, high: 14 }),
    ],
    sources: [
      {
        reportId: "r1",
        sourceId: null,
        label: "The Example Courier",
        url: "https://courier.example/1",
        isStateControlled: false,
        side: null,
      },
    ],
    origins: 3,
    ...fields,
  });

/** A leg of an exchange of 1,000 for 1,000, on whose number the sides differ. */
export const exchange: Alert = alertOf({
  development: "d2",
  figures: [
    figure({ measure: "prisoners.released", side: "UA", low: 307, high: 307 }),
    figure({ measure: "prisoners.released", side: "RU", low: 307, high: 307 }),
    figure({
      measure: "prisoners.released",
      side: "RU",
      low: 305,
      high: 305,
      isRival: true,
      by: { name: "A spokesperson", side: "RU" },
    }),
  ],
  progress: (["UA", "RU"] as const).map((side) => ({
    operation: "o1",
    measure: "prisoners.released",
    side,
    done: 697,
    target: 1_000,
    claimed: null,
  })),
});
