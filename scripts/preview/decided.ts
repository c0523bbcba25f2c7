import { openStore } from "../../adapters/store/index.ts";
import { defaultPolicy, type TellingPolicy } from "../../src/alert/policy.ts";
import { readReport } from "../../src/figures/read.ts";
import type { Alert } from "../../src/model/alert.ts";
import type { Report } from "../../src/model/report.ts";
import type { ReviewAction } from "../../src/model/review.ts";
import type { Party } from "../../src/model/side.ts";
import { ingestReport } from "../../src/pipeline/ingest.ts";
import { reviewLedger } from "../../src/pipeline/review.ts";
import type { Store } from "../../src/ports/store.ts";
import type { Scene } from "./scene.ts";

/** What is told here, and what waits: everything from 40 people on. */
export const decidedPolicy: TellingPolicy = {
  ...defaultPolicy,
  holdMs: 0,
  onRequest: ["sanctions", "capture", "evacuation", "aid"],
  approval: {
    kinds: [],
    fromPeople: 40,
    singleStateOrigin: false,
    waitMs: 1_800_000,
    atTimeout: "tell",
  },
};

const day = "2031-03-04";

/** An invented outlet's report of an invented day. */
interface Given {
  readonly at: string;
  readonly outlet: string;
  readonly side?: Party;
  readonly title: string;
  readonly text: string;
}

const given: readonly Given[] = [
  {
    at: "07:00",
    outlet: "Invented Courier",
    title: "Ukraine and Russia agree to an energy ceasefire",
    text: "Ukraine and Russia agreed on 4 March 2031 to a ceasefire on energy infrastructure, the Turkish foreign ministry said.",
  },
  {
    at: "07:30",
    outlet: "Made-up Herald",
    title: "Russian and Ukrainian delegations held talks in Istanbul",
    text: "Delegations of Russia and Ukraine held talks in Istanbul on 4 March 2031, the Turkish foreign ministry said.",
  },
  {
    at: "07:35",
    outlet: "Invented Courier",
    title: "Talks between Ukraine and Russia take place in Istanbul",
    text: "Ukrainian and Russian negotiators met for talks in Istanbul on Tuesday, a Ukrainian official said after the meeting.",
  },
  {
    at: "08:00",
    outlet: "Invented Courier",
    title: "Five killed in Russian strike on Kharkiv",
    text: "A Russian missile strike on Kharkiv killed five people on 4 March 2031, the regional governor said.",
  },
  {
    at: "08:20",
    outlet: "Made-up Herald",
    title: "Seven killed in Russian strike on Kharkiv",
    text: "The death toll of the Russian strike on Kharkiv on 4 March 2031 rose to seven, the regional governor said.",
  },
  {
    at: "08:40",
    outlet: "Fictional Wire",
    side: "RU",
    title: "Russia denies striking Kharkiv",
    text: "The Russian defence ministry denied that Russia struck Kharkiv on 4 March 2031.",
  },
  {
    at: "09:00",
    outlet: "Invented Courier",
    title: "Three killed in Russian strike on Izium",
    text: "A Russian strike on Izium killed three people on 4 March 2031, the regional governor said.",
  },
  {
    at: "09:10",
    outlet: "Made-up Herald",
    title: "Two killed in Russian shelling of Kupiansk",
    text: "Russian shelling of Kupiansk killed two people on 4 March 2031, the regional governor said.",
  },
  {
    at: "09:20",
    outlet: "Invented Courier",
    title: "Four killed in Russian strike on Sumy",
    text: "A Russian strike on Sumy killed four people on 4 March 2031, the city's mayor said.",
  },
  {
    at: "10:00",
    outlet: "Made-up Herald",
    title: "Fifty killed in Russian missile strike on Dnipro",
    text: "A Russian missile strike on Dnipro killed 50 people on 4 March 2031, the regional governor said.",
  },
  {
    at: "10:20",
    outlet: "Invented Courier",
    title: "US announces new sanctions on Russia",
    text: "The United States announced new sanctions on Russia on 4 March 2031, the US Treasury said.",
  },
  {
    at: "10:30",
    outlet: "Fictional Wire",
    side: "RU",
    title: "Russian troops capture village in Donetsk region",
    text: "Russian troops captured a village in the Donetsk region on 4 March 2031, the Russian defence ministry said.",
  },
];

/** A day on which much was decided: the cease-fire, talks and strikes that were told, what admins put right, what waits for them. */
export interface Decided extends Scene {
  /** The development of a report's title. */
  readonly idOf: (title: RegExp) => string;
}

/** Reads and decides it in a store in memory, which is the caller's to close. */
export async function playDecided(): Promise<Decided> {
  const store = await openStore(":memory:");
  const alerts: Alert[] = [];
  const reports = given.map(reportOf);
  for (const report of reports) {
    const request = {
      store,
      read: readReport,
      report,
      mark: null,
      now: report.seenAt,
      policy: decidedPolicy,
    };
    alerts.push(...(await ingestReport(request)));
  }
  const ids = await idsOf(store, reports);
  const idOf = (title: RegExp): string => {
    const id = [...ids].find(([words]) => title.test(words))?.[1];
    if (id === undefined) throw new Error(`nothing came of ${String(title)}`);
    return id;
  };
  const decide = async (at: string, action: ReviewAction): Promise<void> => {
    const review = { by: "telegram:1", note: "as the hospital counts", action };
    const result = await reviewLedger({ store, now: instantOf(at), policy: decidedPolicy, review });
    if (result.kind === "refused") throw new Error(`${action.kind}: ${result.code}`);
    alerts.push(...result.alerts);
  };
  const kharkiv = idOf(/Five killed/u);
  const figure = { measure: "killed", side: "UA", group: null, weapon: null, scope: "event" } as const;
  await decide("11:00", {
    kind: "correct",
    development: kharkiv,
    figure,
    span: { low: 6, high: 6, approx: false },
  });
  await decide("11:05", { kind: "merge", development: idOf(/Izium/u), other: idOf(/Kupiansk/u) });
  await decide("11:10", { kind: "withdraw", development: idOf(/Sumy/u), figure: null, reportId: null });
  return { store, reports, alerts, endedAt: instantOf("11:30"), idOf };
}

function reportOf({ at, outlet, side, title, text }: Given, index: number): Report {
  const seenAt = instantOf(at);
  return {
    id: `decided-${index + 1}`,
    lang: "en",
    publishedAt: seenAt,
    seenAt,
    source: { name: outlet, side: side ?? null },
    url: `https://decided.example/${index + 1}`,
    title,
    text,
    isBackfill: false,
    isStateControlled: side !== undefined,
  };
}

const instantOf = (at: string): number => Date.parse(`${day}T${at}:00Z`);

/** Which development came of each report, by its title. */
async function idsOf(store: Store, reports: readonly Report[]): Promise<ReadonlyMap<string, string>> {
  const developments = await store.ledger.developments({ limit: 100 });
  return new Map(
    reports.flatMap(({ id, title }) => {
      const found = developments.find(({ reports: supporting }) => supporting.includes(id));
      return found === undefined ? [] : [[title, found.id] as const];
    }),
  );
}
