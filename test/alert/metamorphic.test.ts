import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sqliteEngine } from "../../adapters/store/sqlite/index.ts";
import { defaultPolicy } from "../../src/alert/policy.ts";
import { readReport } from "../../src/figures/read.ts";
import type { Alert } from "../../src/model/alert.ts";
import type { Report } from "../../src/model/report.ts";
import { developmentLine } from "../../src/ledger/line.ts";
import { ingestReport } from "../../src/pipeline/ingest.ts";
import { replay } from "../../src/pipeline/replay.ts";

/** A Tuesday. */
const tuesday = Date.parse("2031-03-04T09:00:00Z");

interface Line {
  readonly lang: string;
  readonly text: string;
}

/** Texts of our own on invented events: each list tells one thing in several wordings and languages. */
const shelling: readonly Line[] = [
  {
    lang: "en",
    text: "Russian shelling killed 14 people and wounded 29 in Kherson on Tuesday, Ukraine's emergency service said.",
  },
  {
    lang: "en",
    text: "On Tuesday 14 people were killed and 29 wounded in Kherson by Russian shelling, according to Ukraine's emergency service.",
  },
  {
    lang: "uk",
    text: "У вівторок унаслідок російського обстрілу Херсона загинули 14 людей, 29 поранені, повідомила ДСНС України.",
  },
  {
    lang: "ru",
    text: "Во вторник в результате российского обстрела Херсона погибли 14 человек, 29 ранены, сообщила ГСЧС Украины.",
  },
];
const swap: readonly Line[] = [
  {
    lang: "en",
    text: "Ukraine brought home 205 prisoners of war from Russia on Tuesday, Ukraine's Coordination Headquarters for the Treatment of Prisoners of War said.",
  },
  {
    lang: "en",
    text: "On Tuesday 205 Ukrainian prisoners of war came home from Russian captivity, according to the Coordination Headquarters for the Treatment of Prisoners of War.",
  },
  {
    lang: "uk",
    text: "У вівторок з російського полону повернулися 205 українських військових, повідомив Координаційний штаб з питань поводження з військовополоненими.",
  },
  {
    lang: "ru",
    text: "Во вторник из российского плена вернулись 205 украинских военных, сообщил Координационный штаб по вопросам обращения с военнопленными.",
  },
];
const night: readonly Line[] = [
  {
    lang: "en",
    text: "Russia launched 168 drones at Ukraine overnight, of which 131 were shot down, the Ukrainian air force said on Tuesday.",
  },
  {
    lang: "en",
    text: "Ukraine's air force said on Tuesday that Russia had attacked with 168 drones overnight and that 131 of them were shot down.",
  },
  {
    lang: "uk",
    text: "У ніч на 4 березня Росія атакувала Україну 168 дронами, 131 збито, повідомили Повітряні сили ЗСУ.",
  },
  {
    lang: "ru",
    text: "Воздушные силы Украины сообщили во вторник, что за ночь Россия запустила 168 беспилотников и что 131 из них сбили.",
  },
];

const bodies: readonly Line[] = [
  {
    lang: "en",
    text: "Russia handed over the bodies of 909 fallen soldiers to Ukraine on Tuesday, the Coordination Headquarters for the Treatment of Prisoners of War said.",
  },
  {
    lang: "en",
    text: "Ukraine received 909 bodies of its fallen soldiers on Tuesday, according to the Coordination Headquarters for the Treatment of Prisoners of War.",
  },
  {
    lang: "uk",
    text: "У вівторок в Україну повернули тіла 909 загиблих захисників, повідомив Координаційний штаб з питань поводження з військовополоненими.",
  },
  {
    lang: "ru",
    text: "Во вторник Украине передали тела 909 погибших военных, сообщил Координационный штаб по вопросам обращения с военнопленными.",
  },
];
const blackout: readonly Line[] = [
  {
    lang: "en",
    text: "A Russian drone strike left 42,000 customers without power in Chernihiv on Tuesday, the regional military administration said.",
  },
  {
    lang: "en",
    text: "On Tuesday 42,000 customers in Chernihiv were without electricity after a Russian drone strike, according to the regional military administration.",
  },
  {
    lang: "uk",
    text: "У вівторок після удару російських дронів у Чернігові без світла лишилися 42 000 споживачів, повідомила обласна військова адміністрація.",
  },
  {
    lang: "ru",
    text: "Во вторник после удара российских беспилотников в Чернигове без света остались 42 000 потребителей, сообщила областная военная администрация.",
  },
];

const matters = [
  { name: "a shelling", lines: shelling, from: "14", to: "19" },
  { name: "an exchange", lines: swap, from: "205", to: "307" },
  { name: "a night's attack", lines: night, from: "168", to: "203" },
  { name: "a handover of bodies", lines: bodies, from: "909", to: "1212" },
  { name: "a power cut", lines: blackout, from: /42.000/u, to: "61000" },
] as const;

function reportOf(line: Line, index: number): Report {
  const seenAt = tuesday + index * 600_000;
  return {
    id: `r${index}`,
    lang: line.lang,
    publishedAt: seenAt,
    seenAt,
    source: { name: `Outlet ${index}`, side: null },
    url: `https://outlet-${index}.example/`,
    title: "",
    text: line.text,
    isBackfill: false,
    isStateControlled: false,
  };
}

/** Alerts of each line, taken in one after the other by a ledger of their own. */
async function alertsOf(lines: readonly Line[]): Promise<readonly (readonly Alert[])[]> {
  const store = await sqliteEngine.open(":memory:");
  const alerts: (readonly Alert[])[] = [];
  for (const [index, line] of lines.entries()) {
    const report = reportOf(line, index);
    alerts.push(
      await ingestReport({
        store,
        read: readReport,
        report,
        mark: null,
        now: report.seenAt,
        policy: { ...defaultPolicy, holdMs: 0 },
      }),
    );
  }
  await store.close();
  return alerts;
}

describe.each(matters)("$name", ({ lines, from, to }) => {
  it.each(lines.map((line, index) => [line.lang, index] as const))(
    "is told once and loud from %s text %i",
    async (_, index) => {
      const [alerts] = await alertsOf(lines.slice(index, index + 1));

      expect(alerts?.map((alert) => [alert.type, alert.isLoud])).toEqual([["new", true]]);
    },
  );

  it.each(lines.slice(1).map((line, index) => [line.lang, index + 1] as const))(
    "is not told again by %s text %i in other words",
    async (_, index) => {
      const [, again] = await alertsOf([lines[0] as Line, lines[index] as Line]);

      expect(again?.filter((alert) => alert.isLoud)).toEqual([]);
    },
  );

  it.each(lines.map((line, index) => [line.lang, index] as const))(
    "gets exactly one loud update when one number changes in %s text %i",
    async (_, index) => {
      const line = lines[index] as Line;
      const changed = { ...line, text: line.text.replace(from, to) };

      const [, update] = await alertsOf([line, changed]);

      expect(update?.map((alert) => [alert.type, alert.isLoud])).toEqual([["update", true]]);
    },
  );

  it.each(pairs(lines))(
    "gets exactly one loud update when one number changes from %s to %s",
    async (_, __, first, second) => {
      const [before, after] = [lines[first] as Line, lines[second] as Line];
      const changed = { ...after, text: after.text.replace(from, to) };

      const [, update] = await alertsOf([before, changed]);

      expect(update?.map((alert) => [alert.type, alert.isLoud])).toEqual([["update", true]]);
    },
  );
});

/** Texts in two languages, each with its index. */
function pairs(lines: readonly Line[]): [string, string, number, number][] {
  return lines.flatMap((one, first) =>
    lines.flatMap((two, second): [string, string, number, number][] =>
      one.lang === two.lang ? [] : [[one.lang, two.lang, first, second]],
    ),
  );
}

describe("texts of all matters in three languages, seen in one minute", () => {
  const reports = matters
    .flatMap(({ lines }) => lines)
    .map((line, index) => ({ ...reportOf(line, index), seenAt: tuesday, publishedAt: tuesday }));

  /** The ledger at the end without its ids, which are given in the order of taking in. */
  async function ledgerOf(order: readonly Report[]): Promise<readonly string[]> {
    const store = await sqliteEngine.open(":memory:");
    async function* all(): AsyncGenerator<Report> {
      yield* order;
    }
    for await (const alert of replay({ reports: all(), store, read: readReport })) void alert;
    const developments = await store.ledger.developments({ limit: 100 });
    await store.close();
    return developments
      .map((development) =>
        JSON.stringify({ ...developmentLine(development), development: "", operation: "" }),
      )
      .toSorted();
  }

  it("make the same ledger in whatever order they come", async () => {
    const expected = await ledgerOf(reports);

    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...reports], { minLength: reports.length, maxLength: reports.length }),
        async (order) => {
          expect(await ledgerOf(order)).toEqual(expected);
        },
      ),
      { numRuns: 8, seed: 1 },
    );
  });

  it("make one development a matter", async () => {
    expect(await ledgerOf(reports)).toHaveLength(matters.length);
  });
});
