import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { writeReading } from "../../src/figures/write.ts";
import { makeReport } from "../contract/store/documents.ts";

interface Told {
  readonly lang: string;
  readonly title?: string;
  readonly source?: string;
  readonly side?: string;
  readonly text: string;
}

function placesIn({ lang, title = "", source, side, text }: Told): string[] {
  const report = makeReport({ id: "a", lang, publishedAt: Date.parse("2025-06-14T12:00:00Z"), title, text });
  const named = { ...report.source, side: side ?? null, ...(source === undefined ? {} : { name: source }) };
  return writeReading("a", readReport({ ...report, source: named })).figures.map(
    (figure) => `${figure.measure} ${figure.low}: ${figure.places.join(", ")}`,
  );
}

describe("a place that a noun alone stands for", () => {
  it("is the town named before, in a sentence of its own", () => {
    const text =
      "Russia fired ten missiles at Kharkiv early on Saturday. Rescuers said on Saturday that six people had been killed in the city.";
    expect(placesIn({ lang: "en", text })).toContain("killed 6: Kharkiv");
  });

  it("is the region named before, also as what something was used against", () => {
    const text =
      "In the Kharkiv region two people were killed on Saturday, the governor said. Russia used seven guided bombs against the region.";
    expect(placesIn({ lang: "en", text })).toContain("bombs.launched 7: Kharkiv");
  });

  it("is the capital of the country that the story is of", () => {
    const text = "Missiles were fired at Ukraine overnight. Four people were injured in the capital.";
    expect(placesIn({ lang: "en", text })).toContain("injured 4: Kyiv");
  });

  it("is the town said right after, where a name follows", () => {
    const text =
      "A drone hit a depot in Tambov on Friday. In the town of Lgov in Russia's Kursk region Ukrainian shelling killed four people.";
    expect(placesIn({ lang: "en", text })).toContain("killed 4: Lgov, Kursk");
  });

  it.each([
    {
      lang: "uk",
      text: "Росіяни 13 червня вдарили по Сумах ракетами. Загалом за добу ворог обстріляв область 96 разів, у Білопіллі загинуло двоє людей.",
      told: "attacks 96: Sumy",
    },
    {
      lang: "uk",
      text: "На Курщині наші захисники відбили 28 атак. Ворог скинув тут 14 керованих авіабомб.",
      told: "bombs.launched 14: Kursk",
    },
    {
      lang: "uk",
      text: "Уночі 14 червня росіяни атакували Одесу дронами. У місті пошкоджено сім будинків, у столиці поранено трьох людей.",
      told: "injured 3: Kyiv",
    },
    {
      lang: "ru",
      text: "Ночью 14 июня над Курском сбиты три дрона. Накануне область атаковали 20 беспилотников.",
      told: "drones.launched 20: Kursk",
    },
    {
      lang: "ru",
      text: "В Донецке погибли четыре человека. За час до этого по городу выпустили 15 реактивных снарядов.",
      told: "rockets.launched 15: Donetsk",
    },
  ])("is what was named before: $told ($lang)", ({ lang, text, told }) => {
    expect(placesIn({ lang, text })).toContain(told);
  });

  it("is the region of the body that publishes, where none is named", () => {
    const text = "Вночі по обласному центру вдарили дев'ять КАБів.";
    expect(placesIn({ lang: "uk", source: "Запорізька ОВА", side: "UA", text })).toContain(
      "bombs.launched 9: Zaporizhzhia",
    );
  });

  it.each([
    {
      lang: "en",
      text: "Russian shelling hit the south on Saturday. In Kherson two people were killed, and in Kharkiv five were wounded.",
      told: ["killed 2: Kherson", "injured 5: Kharkiv"],
    },
    {
      lang: "uk",
      text: "Удень 14 червня росіяни били дронами. У Херсоні загинули двоє людей, у Харкові поранено п'ятьох.",
      told: ["killed 2: Kherson", "injured 5: Kharkiv"],
    },
    {
      lang: "ru",
      text: "Днём 14 июня дроны били по жилым домам. В Белгороде погибли два человека, а в Курске ранены пятеро.",
      told: ["killed 2: Belgorod", "injured 5: Kursk"],
    },
  ])("leaves to each clause the place that begins it ($lang)", ({ lang, text, told }) => {
    expect(placesIn({ lang, text })).toEqual(told);
  });

  it("is none where a name of its own stands with the noun", () => {
    const text = "У Харкові 14 червня поранено двох людей. У Сумській області загинули троє.";
    expect(placesIn({ lang: "uk", text })).toContain("killed 3: Sumy");
  });
});

describe("a settlement that no table holds", () => {
  it.each([
    ["On Friday a drone strike near Bel Tawil killed six people.", "killed 6: Bel Tawil"],
    ["Shelling killed two people at Orvandi on 13 June, the army said.", "killed 2: Orvandi"],
    [
      "Rockets were fired from Lebanon on Friday. Two women were wounded in Kfar Arbel.",
      "injured 2: Kfar Arbel",
    ],
  ])("is told by a word of where alone: %s", (text, told) => {
    expect(placesIn({ lang: "en", text })).toContain(told);
  });

  it.each([
    "A strike near Operation Lilac headquarters killed six people in Syria on Friday.",
    "A strike in June killed six people in Syria.",
    "Six people were killed in Friday's strike in Syria.",
  ])("is no name with a noun after it, no month and no day: %s", (text) => {
    expect(placesIn({ lang: "en", text })).toContain("killed 6: Syria");
  });
});

describe("where the story goes on", () => {
  it("is not where a part of what was counted was", () => {
    const text =
      "Ukraine's General Staff reported on Saturday 165 clashes, 48 of them in the Pokrovsk sector. Russia lost 1,170 troops and three tanks over the same day, it said.";
    expect(placesIn({ lang: "en", text })).toContain("casualties 1170: ");
  });

  it("is no place of the many sites that were hit over a land", () => {
    const text =
      "Two people were killed in Odesa on Saturday. The air force said that 12 drones got through, hitting 9 locations.";
    expect(placesIn({ lang: "en", text })).toContain("sites.hit 9: ");
  });
});
