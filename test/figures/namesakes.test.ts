import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { placeRows } from "../../src/reference/places.ts";
import { parseReportLine } from "../../src/report/parse.ts";

/** The places of the first figure of a text, as codes. */
function placesOf(lang: string, text: string, source: object = { name: "Own", side: null }) {
  const line = { id: "r", lang, publishedAt: "2026-01-05T15:00:00Z", source, url: "", title: "", text };
  return readReport(parseReportLine(JSON.stringify(line))).figures[0]?.places ?? [];
}

const rows = placeRows();
const better = new Map(
  rows
    .filter((row) => row.kind === "town" && row.isLesser !== true)
    .map((row) => [`${row.code.slice(0, 2)} ${row.name}`, row]),
);
/** Names that a third town bears too, as an older one: there it is anybody's guess. */
const isShared = (name: string): boolean =>
  rows.some((row) => row.name !== name && row.forms.en.includes(name.toLowerCase()));
const pairs = rows
  .filter((row) => row.kind === "town" && row.isLesser === true && !isShared(row.name))
  .flatMap((lesser) => {
    const known = better.get(`${lesser.code.slice(0, 2)} ${lesser.name}`);
    return known === undefined ? [] : [{ name: lesser.name, known: known.code, lesser: lesser.code }];
  });

describe("two towns of one name", () => {
  it("there are such towns in the table", () => {
    expect(pairs.map(({ name }) => name)).toContain("Mykolaiv");
    expect(pairs.length).toBeGreaterThan(20);
  });

  it.each(pairs)("the better known $name is meant where no region is named", ({ name, known }) => {
    expect(placesOf("en", `A Russian missile killed 12 people in the town of ${name} on Monday.`)).toContain(
      known,
    );
  });

  it.each([
    ["uk", "У Миколаєві внаслідок ракетного удару загинули четверо людей.", "UA:mykolaiv"],
    ["ru", "В Николаеве при ракетном ударе погибли четыре человека.", "UA:mykolaiv"],
    ["uk", "У Миколаєві Львівської області внаслідок удару загинули двоє людей.", "UA:mykolaiv-lviv"],
    ["uk", "У Миколаєві та Львівській області внаслідок ударів загинули двоє людей.", "UA:mykolaiv"],
    ["en", "Strikes killed three people in Mykolaiv and the Lviv region.", "UA:mykolaiv"],
    ["en", "Shelling killed two people in Pervomaisk in the Luhansk region.", "UA:pervomaisk-luhansk"],
    [
      "ru",
      "В Первомайске (Луганская область) при обстреле погибли двое мирных жителей.",
      "UA:pervomaisk-luhansk",
    ],
    [
      "en",
      "Two people were killed in a strike on Makiivka, said the Luhansk governor.",
      "UA:makiivka-luhansk",
    ],
  ])("a region beside it, or whose head speaks, tells which: %s %s", (lang, text, code) => {
    expect(placesOf(lang, text)).toContain(code);
  });

  it("a regional head who publishes tells of a town of that region", () => {
    const source = { name: "Луганська ОВА", side: "UA" };
    expect(placesOf("uk", "У Макіївці внаслідок обстрілу загинули двоє людей.", source)).toContain(
      "UA:makiivka-luhansk",
    );
  });
});
