import { sqliteEngine } from "../../adapters/store/sqlite/index.ts";
import type { TellingPolicy } from "../../src/alert/policy.ts";
import { defaultPolicy } from "../../src/alert/policy.ts";
import type { Measure } from "../../src/measures.ts";
import type { Alert } from "../../src/model/alert.ts";
import type { Development } from "../../src/model/development.ts";
import type { EventKind, EventStage } from "../../src/model/event.ts";
import type { Figure } from "../../src/model/figure.ts";
import type { ReadEvent, Reading } from "../../src/model/reading.ts";
import type { Report } from "../../src/model/report.ts";
import type { Party, Side } from "../../src/model/side.ts";
import type { Speaker } from "../../src/model/speaker.ts";
import type { ReviewAction } from "../../src/model/review.ts";
import type { JournalEntry } from "../../src/ports/ledger-store.ts";
import type { Store } from "../../src/ports/store.ts";
import { ingestReport } from "../../src/pipeline/ingest.ts";
import { reviewLedger, type ReviewResult } from "../../src/pipeline/review.ts";

/** The day on which every story begins. */
export const storyDay = "2031-03-04";

/** People and bodies that stories let speak; invented, as their outlets are. */
export const kyivOfficial: Speaker = { name: "A Ukrainian official", side: "UA" };
export const moscowOfficial: Speaker = { name: "A Russian official", side: "RU" };

export function figure(
  measure: Measure,
  side: Side | null,
  value: number,
  more: Partial<Figure> = {},
): Figure {
  return {
    measure,
    side,
    group: null,
    weapon: null,
    low: value,
    high: value,
    approx: false,
    scope: "event",
    date: storyDay,
    places: [],
    by: null,
    evidence: `${measure} ${value}`,
    ...more,
  };
}

export function event(kind: EventKind, stage: EventStage, more: Partial<ReadEvent> = {}): ReadEvent {
  return {
    kind,
    stage,
    date: storyDay,
    by: null,
    evidence: `${kind} ${stage}`,
    isDenial: false,
    places: [],
    parties: ["RU", "UA"],
    ...more,
  };
}

/** One report of a story, as a reader would have read it. */
export interface Told {
  /** Hour and minute of the story's day, or a whole instant. */
  readonly at: string;
  /** As `at`; absent: published when it was seen. */
  readonly publishedAt?: string;
  readonly id?: string;
  readonly outlet?: string;
  readonly outletSide?: Party;
  /** Absent: none. */
  readonly title?: string;
  readonly text?: string;
  readonly figures?: readonly Figure[];
  readonly events?: readonly ReadEvent[];
  /** Parties that the report names; absent: both sides of the story's war. */
  readonly parties?: readonly Party[];
  /** True: a summary of the past day. */
  readonly isOfPastDay?: true;
  readonly isBackfill?: boolean;
  readonly isStateControlled?: boolean;
  /** The followed source that it comes through; absent: none. */
  readonly sourceId?: string;
}

/** A ledger of its own that takes reports in with readings given by hand. */
export class Story {
  readonly store: Store;
  readonly alerts: Alert[] = [];
  /** How each report was read, by its id. */
  readonly readings = new Map<string, Reading>();
  readonly #policy: TellingPolicy;
  #count = 0;

  constructor(store: Store, policy: TellingPolicy) {
    this.store = store;
    this.#policy = policy;
  }

  static async begin(policy: Partial<TellingPolicy> = {}): Promise<Story> {
    return new Story(await sqliteEngine.open(":memory:"), { ...defaultPolicy, holdMs: 0, ...policy });
  }

  /** Takes one report in and returns what is told of it. */
  async tell(told: Told): Promise<readonly Alert[]> {
    this.#count += 1;
    const report = reportOf(told, this.#count);
    const reading = readingOf(told);
    this.readings.set(report.id, reading);
    const alerts = await ingestReport({
      store: this.store,
      read: () => reading,
      report,
      mark:
        told.sourceId === undefined
          ? null
          : { sourceId: told.sourceId, keys: [report.id], contentHash: report.id },
      now: report.seenAt,
      policy: this.#policy,
    });
    this.alerts.push(...alerts);
    return alerts;
  }

  /** Lets a reviewer decide something and returns what came of it. `at`: as of a report. */
  async review(at: string, action: ReviewAction, note = "checked"): Promise<ReviewResult> {
    const result = await reviewLedger({
      store: this.store,
      now: instantOf(at),
      policy: this.#policy,
      review: { by: "telegram:7", note, action },
    });
    if (result.kind === "reviewed") this.alerts.push(...result.alerts);
    return result;
  }

  /** The newest entry of the journal. */
  async lastEntry(): Promise<JournalEntry> {
    const entry = (await this.store.ledger.journal({ limit: 10_000 })).at(-1);
    if (entry === undefined) throw new Error("The journal is empty.");
    return entry;
  }

  /** Developments with a report behind them, in the order of their making. */
  async developments(): Promise<readonly Development[]> {
    const all = await this.store.ledger.developments({ limit: 1000 });
    return all
      .filter((development) => development.reports.length > 0)
      .toSorted((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
  }

  /** The standing number of the one development that counts the measure for the side. */
  async best(measure: Measure, side: Side): Promise<number | null> {
    const figures = (await this.developments()).flatMap((development) => development.figures);
    return (
      figures.find((known) => known.measure === measure && known.side === side && known.group === null)
        ?.best ?? null
    );
  }
}

export function reportOf(told: Told, count: number): Report {
  const seenAt = instantOf(told.at);
  return {
    id: told.id ?? `r${count}`,
    lang: "en",
    publishedAt: instantOf(told.publishedAt ?? told.at),
    seenAt,
    source: { name: told.outlet ?? `Outlet ${count}`, side: told.outletSide ?? null },
    url: `https://outlet-${count}.example/${count}`,
    title: told.title ?? "",
    text: told.text ?? `An account of its own, number ${count}, in other words than all the rest of them.`,
    isBackfill: told.isBackfill ?? false,
    isStateControlled: told.isStateControlled ?? false,
  };
}

function instantOf(at: string): number {
  return Date.parse(at.includes("T") ? at : `${storyDay}T${at}:00Z`);
}

export function readingOf(told: Told): Reading {
  return {
    figures: told.figures ?? [],
    events: told.events ?? [],
    parties: told.parties ?? ["RU", "UA"],
    places: [],
    lang: "en",
    ...(told.isOfPastDay === true ? { isOfPastDay: true } : {}),
  };
}
