import type { Figure } from "../../src/model/figure.ts";
import type { ReadEvent, Reading } from "../../src/model/reading.ts";
import type { Report } from "../../src/model/report.ts";
import { dayOf, addDays, lastDay } from "../../src/ledger/days.ts";
import { kindOf } from "../../src/ledger/counts.ts";
import type { ReadReport } from "../../src/pipeline/ingest.ts";
import { conflictRows } from "../../src/reference/conflicts.ts";
import { countryOf } from "../../src/reference/places.ts";

/** Numbers from 0 to 1 that are the same for the same seed. */
export type Chance = () => number;

/** Mulberry32: small, and good enough to choose what is misread. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Slip {
  readonly report: Report;
  readonly reading: Reading;
  readonly chance: Chance;
}

/** What a reader gets wrong in one thing that it reads: what it gives in its place, [] for nothing. */
interface ReaderError {
  readonly figure?: (figure: Figure, slip: Slip) => readonly Figure[];
  readonly event?: (event: ReadEvent, slip: Slip) => readonly ReadEvent[];
}

/** The kinds of errors that readers were seen to make, one at a time. */
export const readerErrors = {
  "side wrong": { figure: (figure) => [{ ...figure, side: otherSide(figure.side) }] },
  "side missing": { figure: (figure) => [{ ...figure, side: null }] },
  "place missing": {
    figure: (figure) => [{ ...figure, places: [] }],
    event: (event) => [{ ...event, places: [] }],
  },
  "place wrong": { figure: elsewhere, event: elsewhere },
  "event for running": { figure: (figure) => [{ ...figure, scope: "event" }] },
  "scope overall": { figure: (figure) => [{ ...figure, scope: "overall" }] },
  "date missing": {
    figure: (figure) => [{ ...figure, date: null }],
    event: (event) => [{ ...event, date: null }],
  },
  "date off by one": { figure: dayOff, event: dayOff },
  "date of the report": {
    figure: (figure, { report }) => [{ ...figure, date: dayOf(report.publishedAt ?? report.seenAt) }],
    event: (event, { report }) => [{ ...event, date: dayOf(report.publishedAt ?? report.seenAt) }],
  },
  "speaker missing": {
    figure: (figure) => [{ ...figure, by: null }],
    event: (event) => [{ ...event, by: null }],
  },
  "speaker wrong": { figure: otherSpeaker, event: otherSpeaker },
  "measure wrong": { figure: otherMeasure },
  "figure lost": { figure: () => [] },
  "event lost": { event: () => [] },
  "figure extra": { figure: (figure, slip) => [figure, { ...figure, ...oddNumber(figure, slip) }] },
  "number wrong": { figure: (figure, slip) => [{ ...figure, ...oddNumber(figure, slip) }] },
  "event extra": { event: (event, slip) => [event, oddEvent(event, slip)] },
  "stage wrong": { event: (event) => [{ ...event, stage: otherStage(event) }] },
} as const satisfies Readonly<Record<string, ReaderError>>;

export type ReaderErrorName = keyof typeof readerErrors;

/** A reader that makes one kind of error (or, with `any`, one of all kinds) in the given share of what it reads. */
export function misread(
  read: ReadReport,
  error: ReaderErrorName | "any",
  { share, seed }: { readonly share: number; readonly seed: number },
): ReadReport {
  return (report) => {
    // By report, so that one report is misread alike whenever it is read.
    const chance = chanceOf(seed ^ hashOf(report.id));
    const reading = read(report);
    const slip = { report, reading, chance };
    const errorNow = (): ReaderError => readerErrors[error === "any" ? pick(errorNames(), chance) : error];
    return {
      ...reading,
      figures: reading.figures.flatMap((figure) =>
        chance() < share ? (errorNow().figure?.(figure, slip) ?? [figure]) : [figure],
      ),
      events: reading.events.flatMap((event) =>
        chance() < share ? (errorNow().event?.(event, slip) ?? [event]) : [event],
      ),
    };
  };
}

export function errorNames(): readonly ReaderErrorName[] {
  return Object.keys(readerErrors) as ReaderErrorName[];
}

function pick<Value>(values: readonly Value[], chance: Chance): Value {
  const value = values[Math.floor(chance() * values.length)];
  if (value === undefined) throw new RangeError("There is nothing to choose from.");
  return value;
}

function hashOf(text: string): number {
  return [...text].reduce(
    (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619),
    2_166_136_261,
  );
}

function otherSide(side: Figure["side"]): Figure["side"] {
  const row = conflictRows().find(({ parties }) => side !== null && parties.includes(side));
  return row?.parties.find((party) => party !== side) ?? null;
}

/** Towns that nothing in the streams is told of, by country. */
const elsewhereOf: Readonly<Record<string, readonly string[]>> = {
  UA: ["UA:poltava", "UA:sumy", "UA:lutsk", "UA:rivne", "UA:uman", "UA:lviv", "UA:vinnytsia", "UA:cherkasy"],
  RU: ["RU:kursk", "RU:tula", "RU:ryazan", "RU:saratov"],
  PS: ["PS:rafah", "PS:jabalia", "PS:jenin"],
  IL: ["IL:ashkelon", "IL:haifa", "IL:sderot"],
};

function elsewhere<Told extends Figure | ReadEvent>(told: Told, { chance }: Slip): readonly Told[] {
  const [place] = told.places;
  const country = place === undefined ? null : countryOf(place);
  const towns = country === null ? undefined : elsewhereOf[country];
  return [towns === undefined ? told : { ...told, places: [pick(towns, chance)] }];
}

function dayOff<Told extends Figure | ReadEvent>(told: Told, { chance }: Slip): readonly Told[] {
  const day = lastDay(told.date);
  return [day === null ? told : { ...told, date: addDays(day, chance() < 0.5 ? -1 : 1) }];
}

function otherSpeaker<Told extends Figure | ReadEvent>(
  told: Told,
  { reading, chance }: Slip,
): readonly Told[] {
  const all = [...reading.figures, ...reading.events].flatMap(({ by }) => by ?? []);
  const others = all.filter(({ name }) => name !== told.by?.name);
  if (others.length > 0) return [{ ...told, by: pick(others, chance) }];
  const side = otherSide(told.by?.side ?? "RU");
  return [{ ...told, by: { name: `Spokesman of ${side ?? "nobody"}`, side: side === "both" ? null : side } }];
}

const measurePairs: readonly (readonly [Figure["measure"], Figure["measure"]])[] = [
  ["killed", "injured"],
  ["drones.launched", "drones.downed"],
  ["missiles.launched", "missiles.downed"],
  ["prisoners.released", "bodies.returned"],
];

function otherMeasure(figure: Figure): readonly Figure[] {
  const pair = measurePairs.find((names) => names.includes(figure.measure));
  const measure = pair?.find((name) => name !== figure.measure);
  return [measure === undefined ? figure : { ...figure, measure }];
}

/** A number that stands elsewhere in the report, or an age, a year's day, a part: anything. */
function oddNumber(figure: Figure, { reading, chance }: Slip): Pick<Figure, "low" | "high"> {
  const others = reading.figures.flatMap(({ low }) => (low === null || low === figure.low ? [] : [low]));
  const value =
    others.length > 0 && chance() < 0.5
      ? pick(others, chance)
      : 1 + Math.floor(chance() * 2 * ((figure.low ?? figure.high ?? 0) + 5));
  return { low: value, high: value };
}

function oddEvent(event: ReadEvent, { reading, chance }: Slip): ReadEvent {
  const kinds = reading.figures.flatMap(({ measure }) => kindOf(measure) ?? []);
  const kind = pick([...kinds, "exchange", "ceasefire", "strike", "talks"] as const, chance);
  const stage =
    ({ exchange: "done", ceasefire: "proposed", strike: "done", talks: "held" } as const)[kind as "talks"] ??
    "claimed";
  return { ...event, kind, stage };
}

function otherStage({ kind, stage }: ReadEvent): ReadEvent["stage"] {
  if (kind === "exchange") return stage === "done" ? "agreed" : "done";
  if (kind === "ceasefire") return stage === "proposed" ? "agreed" : "proposed";
  if (kind === "talks") return stage === "held" ? "scheduled" : "held";
  return stage;
}
