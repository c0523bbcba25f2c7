import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { parseReportLine } from "../../src/report/parse.ts";

function eventsOf(title: string | undefined, text: string | undefined): string[] {
  const report = parseReportLine(
    JSON.stringify({
      id: "headline",
      lang: "en",
      publishedAt: "2026-01-05T15:00:00Z",
      source: { name: "Own", side: null },
      url: "",
      title: title ?? "",
      text: text ?? "",
    }),
  );
  return readReport(report).events.map((event) => `${event.kind} ${event.stage}`);
}

/** Own headlines; what they tell is invented or paraphrased. */
const told: readonly (readonly [event: string, title: string, text?: string])[] = [
  ["strike done", "Families flee Sumy shelling"],
  ["strike done", "Thousands flee bombardment of Khartoum"],
  ["strike done", "Overnight attacks leave Kharkiv without heat"],
  ["strike done", "Fresh shelling near Donetsk despite truce"],
  ["strike done", "Moscow accuses Kyiv of drone attack on residence"],
  ["strike done", "Ukraine and Russia accuse one another of shelling Zaporizhzhia power station"],
  ["strike done", "Shells rain down on Stepanakert"],
  ["strike done", "Russia pummels Ukraine's energy grid"],
  ["strike done", "Indian jets bomb camps inside Pakistan"],
  ["strike done", "Ukraine attacks Melitopol with long-range rockets"],
  ["strike done", "Sudan: hospital in El Obeid hit by drone"],
  ["strike done", "Explosions rock Kyiv as Russian missiles fly in"],
  [
    "capture confirmed",
    "",
    "People danced in the streets of Kherson after the city was retaken by Ukrainian forces.",
  ],
  [
    "capture confirmed",
    "",
    "The fall of El Fasher to the RSF has forced thousands of people from their homes in Darfur.",
  ],
  ["capture confirmed", "", "Congo's army chief acknowledged that M23 rebels had taken the city of Bukavu."],
  ["capture claimed", "Russia claims village in eastern Ukraine"],
  ["capture denied", "Kyiv denies Pokrovsk has fallen"],
  [
    "aid announced",
    "",
    "The secretary of state pledged $2.8 billion more in military aid to Ukraine and its neighbours.",
  ],
  ["aid announced", "Senate passes $95bn aid package for Ukraine and Israel"],
  ["aid announced", "Iran has agreed to send Russia more drones, officials say"],
  ["aid announced", "Britain confirms it will send 14 tanks to Ukraine"],
  [
    "sanctions adopted",
    "",
    "The European Union adopted a new package of sanctions against Russia on Monday.",
  ],
  ["sanctions adopted", "EU bans imports of Russian coal"],
  ["sanctions adopted", "", "Washington has issued a new round of sanctions that target Russian banks."],
  ["aid delivered", "Aid trucks enter Gaza through Rafah crossing"],
  ["talks scheduled", "Hamas and Israel negotiators due in Cairo on Wednesday for truce talks"],
  ["talks proposed", "Erdogan urges Putin to hold peace talks with Ukraine"],
  ["talks held", "Ukraine war: negotiators meet for talks"],
  ["exchange agreed", "Russia and Ukraine agree to swap 1,000 prisoners each at talks in Istanbul"],
  ["ceasefire ended", "Ceasefire short-lived as Armenia and Azerbaijan resume attacks"],
  ["ceasefire rejected", "No Christmas ceasefire on the cards in Ukraine, Kremlin says"],
  ["ceasefire violated", "Armenia accuses Azerbaijan of breaking ceasefire"],
  ["sanctions adopted", "UK sanctions Iranian generals over drones used in Ukraine"],
  ["sanctions adopted", "Canada reinstates pipeline sanctions on Russia over Ukraine war"],
  ["evacuation ordered", "Residents of Kherson must be evacuated, Putin says"],
  ["evacuation ordered", "Israel tells residents of Gaza City to leave"],
  ["evacuation done", "Jewish children airlifted from Ukraine to Israel"],
];

/** What is feared, asked, weighed, untrue, known long since or of no war. */
const untold: readonly (readonly [title: string, text?: string])[] = [
  ["Ukraine braces for fresh Russian attacks on power grid"],
  ["Kyiv prepares for new wave of Russian missile strikes, Zelensky says"],
  ["Zelensky says Russia is planning new missile attacks"],
  ["Could Israel attack Iran alone?"],
  ["Air raid alert declared in Kyiv"],
  ["Commander is alive and well despite claims he was killed in drone strike in Ukraine"],
  ["After Putin's attacks on Ukraine, investors look for new gas"],
  ["Turkish police detain suspect over deadly Istanbul bombing"],
  ["Ukraine attacks Russian positions near Bakhmut, infantry gains ground"],
  ["A lone Ukrainian soldier shouldered a missile and fired a single shot at the tank"],
  ["Germany weighs sending tanks to Ukraine"],
  ["Weapons supplied by Iran are used by Russia in Ukraine, officials say"],
  ["The $2bn of aid the US pledged this week leaves out Yemen and Sudan, experts of the war fear"],
  ["US and Russia agree to hold talks on nuclear treaty for first time since Ukraine war began"],
  ["Putin meets mothers of soldiers fighting in Ukraine"],
  ["Russia's plan to fight back against Western sanctions over Ukraine war"],
  ["What would a ceasefire in Ukraine look like?"],
  ["Brittney Griner freed in prison swap; Kremlin vows to go on with war in Ukraine"],
];

describe("events of English headlines", () => {
  it.each(told)("%s is read: %s", (event, title, text) => {
    expect(eventsOf(title, text)).toEqual([event]);
  });

  it.each(untold)("%s: nothing is told", (title, text) => {
    expect(eventsOf(title, text)).toEqual([]);
  });
});
