/*
 * Small whole documents for tests: every field has a plain value, and a test names what it is about.
 * The outlets and events are invented.
 */
import type { Alert } from "../../../src/model/alert.ts";
import type { Chat, ChatAddress } from "../../../src/model/chat.ts";
import { defaultSubscription, type Subscription } from "../../../src/model/subscription.ts";
import type {
  Claim,
  Development,
  LedgerFigure,
  Operation,
  Told,
  ToldFigure,
} from "../../../src/model/development.ts";
import type { Reading } from "../../../src/model/reading.ts";
import type { Report } from "../../../src/model/report.ts";
import type { PollState, Source } from "../../../src/model/source.ts";
import { freshState } from "../../../src/model/source.ts";
import type { NearQuery, StoredSignature } from "../../../src/ports/ledger-store.ts";

/** Noon of the day that the documents are about, epoch milliseconds. */
export const noon = Date.UTC(2025, 4, 24, 12);
/** That day. */
export const today = "2025-05-24";

/** A report, `r1` unless named otherwise. */
export function makeReport(fields: Partial<Report> = {}): Report {
  return {
    id: "r1",
    lang: "en",
    publishedAt: noon,
    seenAt: noon,
    source: { name: "The Invented Courier", side: null },
    url: "https://courier.example/1",
    title: "Exchange of prisoners",
    text: "A spokesperson said that 307 people came home.",
    isBackfill: false,
    isStateControlled: false,
    ...fields,
  };
}

/** A reading of a report that says nothing. */
export function makeReading(fields: Partial<Reading> = {}): Reading {
  return { figures: [], events: [], parties: [], places: [], lang: "en", ...fields };
}

/** A claim of 307. */
export function makeClaim(fields: Partial<Claim> = {}): Claim {
  return {
    low: 307,
    high: 307,
    approx: false,
    group: null,
    weapon: null,
    was: null,
    isSum: false,
    by: null,
    reportId: "r1",
    sourceId: null,
    outlet: { name: "The Invented Courier", side: null },
    isStateControlled: false,
    url: "https://courier.example/1",
    seenAt: noon,
    publishedAt: noon,
    evidence: "307 people came home",
    lang: "en",
    origin: "r1",
    ...fields,
  };
}

/** A number of a development: prisoners released to Ukraine, with the claims given. */
export function makeFigure(
  claims: readonly Claim[] = [makeClaim()],
  fields: Partial<LedgerFigure> = {},
): LedgerFigure {
  const leading = claims.at(-1) ?? null;
  return {
    measure: "prisoners.released",
    side: "UA",
    group: null,
    weapon: null,
    scope: "event",
    claims,
    leading,
    rivals: [],
    low: leading?.low ?? null,
    best: leading?.low ?? null,
    high: leading?.high ?? null,
    ...fields,
  };
}

/** A development, `d1` unless named otherwise: an exchange of today that was not told. */
export function makeDevelopment(fields: Partial<Development> = {}): Development {
  return {
    id: "d1",
    kind: "exchange",
    stage: "done",
    stages: [],
    subject: "captives",
    attacker: null,
    conflict: "russia-ukraine",
    date: today,
    places: [],
    parties: ["RU", "UA"],
    operation: null,
    reports: ["r1"],
    figures: [makeFigure()],
    firstSeenAt: noon,
    lastSeenAt: noon,
    told: null,
    holdUntil: null,
    mergedInto: null,
    ...fields,
  };
}

/** An operation, `o1` unless named otherwise. */
export function makeOperation(fields: Partial<Operation> = {}): Operation {
  return {
    id: "o1",
    kind: "exchange",
    subject: "captives",
    agreement: null,
    conflict: "russia-ukraine",
    developments: ["d1"],
    planned: [],
    claimed: [],
    running: [],
    firstDate: today,
    lastSeenAt: noon,
    ...fields,
  };
}

/** What was told with a first alert. */
export function makeTold(fields: Partial<Told> = {}): Told {
  return {
    revision: 1,
    at: noon,
    stage: "done",
    figures: [makeToldFigure()],
    rungFigures: [makeToldFigure()],
    isConfirmedByBothSides: false,
    ...fields,
  };
}

/** A number as an alert carries it. */
export function makeToldFigure(fields: Partial<ToldFigure> = {}): ToldFigure {
  return {
    measure: "prisoners.released",
    side: "UA",
    group: null,
    weapon: null,
    scope: "event",
    low: 307,
    high: 307,
    approx: false,
    by: null,
    isRival: false,
    ...fields,
  };
}

/** A loud first alert on `d1`, not committed yet. */
export function makeAlert(fields: Partial<Alert> = {}): Alert {
  return {
    seq: null,
    at: noon,
    type: (fields.revision ?? 1) === 1 ? "new" : "update",
    isLoud: true,
    development: "d1",
    revision: 1,
    kind: "exchange",
    subject: "captives",
    attacker: null,
    stage: "done",
    date: today,
    conflict: "russia-ukraine",
    places: [],
    parties: ["RU", "UA"],
    reports: ["r1"],
    figures: [makeToldFigure()],
    progress: [],
    changes: [],
    sources: [
      {
        reportId: "r1",
        sourceId: null,
        label: "The Invented Courier",
        url: "https://courier.example/1",
        isStateControlled: false,
        side: null,
      },
    ],
    speakers: [],
    origins: 1,
    isConfirmedByBothSides: false,
    ...fields,
  };
}

/** What a chat wants that wants everything. */
export function makeSubscription(fields: Partial<Subscription> = {}): Subscription {
  return { ...defaultSubscription("en", "UTC"), ...fields };
}

/** The address of a Telegram chat. */
export function makeAddress(fields: Partial<ChatAddress> = {}): ChatAddress {
  return { platform: "telegram", channel: "1001", thread: null, ...fields };
}

/** An active chat, for parts that need no store. */
export function makeChat(fields: Partial<Chat> = {}): Chat {
  return {
    id: 1,
    address: makeAddress(),
    state: "active",
    reason: null,
    subscription: makeSubscription(),
    createdAt: noon,
    ...fields,
  };
}

/** A feed. */
export function makeSource(fields: Partial<Source> = {}): Source {
  return {
    id: "courier",
    kind: "feed",
    url: "https://courier.example/feed.xml",
    name: "The Invented Courier",
    lang: "en",
    side: null,
    isStateControlled: false,
    isUrgent: false,
    note: "",
    ...fields,
  };
}

/** The state of a source that was never polled. */
export function makePollState(fields: Partial<PollState> = {}): PollState {
  return { ...freshState(noon), ...fields };
}

/** Everything about exchanges within two days of today. */
export function makeNearQuery(fields: Partial<NearQuery> = {}): NearQuery {
  return {
    kinds: ["exchange"],
    fromDate: "2025-05-22",
    toDate: "2025-05-26",
    seenSince: noon - 48 * 3_600_000,
    conflicts: null,
    reportId: "r0",
    ...fields,
  };
}

/** A signature whose numbers all are `value`. */
export function makeSignature(reportId: string, value: number): StoredSignature {
  return { reportId, origin: reportId, signature: new Uint32Array(128).fill(value), seenAt: noon };
}
