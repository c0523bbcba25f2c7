import { describe, expect, it } from "vitest";
import { sqliteEngine } from "../../adapters/store/sqlite/index.ts";
import { defaultPolicy } from "../../src/alert/policy.ts";
import { readReport } from "../../src/figures/read.ts";
import type { Alert } from "../../src/model/alert.ts";
import type { Report } from "../../src/model/report.ts";
import { ingestReport } from "../../src/pipeline/ingest.ts";

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

const matters = [
  { name: "a shelling", lines: shelling, from: "14", to: "19" },
  { name: "an exchange", lines: swap, from: "205", to: "307" },
  { name: "a night's attack", lines: night, from: "168", to: "203" },
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
});
