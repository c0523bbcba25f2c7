import { describe, expect, it } from "vitest";
import { readReport } from "../../src/figures/read.ts";
import { writeReading } from "../../src/figures/write.ts";
import { makeReport } from "../contract/store/documents.ts";

/** The figures of an English text published on Saturday, 24 May 2025. */
function figuresOf(text: string, title = "") {
  const publishedAt = Date.parse("2025-05-24T15:00:00Z");
  return writeReading("a", readReport(makeReport({ id: "a", lang: "en", publishedAt, title, text }))).figures;
}

describe("places of a figure", () => {
  it("leaves a total without the places of its parts", () => {
    const figures = figuresOf(
      "Russian air defences downed 49 Ukrainian drones: 26 in the Belgorod region and 23 in the Voronezh region.",
    );
    expect(figures.find((figure) => figure.low === 49)?.places).toEqual([]);
    expect(figures.find((figure) => figure.low === 26)?.places).toEqual(["Belgorod"]);
  });

  it("takes the country that an attack is aimed at", () => {
    const [figure] = figuresOf("Russia attacked Ukraine's power grid with 70 missiles.");
    expect(figure).toMatchObject({ measure: "missiles.launched", side: "RU", low: 70, places: ["Ukraine"] });
  });

  it("knows a capital by its country", () => {
    const [figure] = figuresOf("A Russian missile attack on the Ukrainian capital killed 15 people.");
    expect(figure).toMatchObject({ measure: "killed", side: "UA", low: 15, places: ["Kyiv"] });
  });
});

describe("the day of a figure", () => {
  it("spans two days told in one breath", () => {
    const [figure] = figuresOf("Russian shelling killed 33 civilians in Kherson on Thursday and Friday.");
    expect(figure).toMatchObject({ low: 33, scope: "running", date: "2025-05-22/2025-05-23" });
  });
});

describe("captives", () => {
  it("counts prisoners freed as a truce of some days begins", () => {
    const figures = figuresOf(
      "Hamas released 24 hostages on Friday and Israel freed 39 Palestinian prisoners as a four-day truce began.",
    );
    expect(figures.find((figure) => figure.low === 39)).toMatchObject({
      measure: "prisoners.released",
      side: "PS",
    });
  });
});

describe("the attacked and the harmed", () => {
  const sides = (text: string, title = "") => figuresOf(text, title).map((figure) => figure.side);

  it.each([
    ["Gunmen ambushed a Pakistani convoy, killing 12 and wounding four.", ["PK", "PK"]],
    ["Two gunmen opened fire on Iraqi police, killing six.", ["IQ"]],
    ["An air strike targeted an Iranian consulate in Damascus, killing seven.", ["IR"]],
    ["Fighters stormed an Armenian village, killing four.", ["AM"]],
    ["Ukraine hit a Russian military train, killing 20.", ["RU"]],
  ])("takes those an attack goes at for the harmed: %s", (text, expected) => {
    expect(sides(text)).toEqual(expected);
  });

  it("goes on with the people of one victim told without a number", () => {
    expect(
      sides("A gunman was shot after killing an Israeli soldier and wounding three others in the West Bank."),
    ).toEqual(["IL"]);
  });

  it("goes on with them in the next sentence", () => {
    const text =
      "A Palestinian attacker killed three Israelis in the West Bank. Another four people were injured.";
    expect(sides(text)).toEqual(["IL", "IL"]);
  });

  it("tells once of the wounded that a later sentence only comes back to", () => {
    const text =
      "A Palestinian man wounded four Israelis in the West Bank. The four wounded were taken to hospital.";
    expect(sides(text)).toEqual(["IL"]);
  });

  it("leaves militants whom a state's forces killed at home without a side", () => {
    expect(sides("Pakistan's security forces killed 25 militants in the north of Pakistan.")).toEqual([null]);
  });

  it("knows that rebels of a state fight it", () => {
    expect(sides("Colombian rebels killed nine soldiers near the Venezuelan border.")).toEqual(["CO"]);
  });
});

describe("the place of an agreement", () => {
  it("is not where what was agreed on is done", () => {
    const text =
      "Russia and Ukraine each released 390 people on Friday in an exchange of 1,000 for 1,000 agreed in Istanbul on May 16.";
    expect(figuresOf(text).map((figure) => figure.places)).toEqual([[], [], [], []]);
  });
});

describe("whose losses they are", () => {
  it("goes on through a list whose verb stands at its end", () => {
    const text =
      "Ukraine's general staff reported 1,230 Russian casualties, 12 tanks and 34 artillery systems destroyed in the past day.";
    expect(figuresOf(text).map((figure) => figure.side)).toEqual(["RU", "RU", "RU"]);
  });

  it("are of who brings its people home", () => {
    const text = "Ukraine brings home 189 soldiers and two civilians in a prisoner swap.";
    expect(figuresOf(text).map((figure) => figure.side)).toEqual(["UA", "UA"]);
  });
});

describe("whose hostages they are", () => {
  it.each([
    "Hamas and Israel agreed on a truce in Gaza; 33 hostages will be released.",
    "Under the deal 33 hostages will be freed in exchange for Palestinian prisoners.",
    "33 hostages are still held in Gaza.",
  ])("those of the state that an armed group took them from: %s", (text) => {
    expect(figuresOf(text)[0]).toMatchObject({ low: 33, side: "IL" });
  });
});

describe("whose figure it is", () => {
  it("takes the name of a war for no actor", () => {
    const [figure] = figuresOf(
      "Blackouts go on after missile strikes.",
      "Ukraine war: 6 million without power",
    );
    expect(figure).toMatchObject({ measure: "customers.without_power", side: "UA", low: 6_000_000 });
  });
});

describe("what is told beside a toll", () => {
  const killed = (text: string) =>
    figuresOf(text)
      .filter(({ measure, group }) => measure === "killed" && group === null)
      .map(({ low, within }) => [low, within ?? false]);

  it("grew by is a part of it", () => {
    expect(
      killed(
        "Rescuers pulled five more bodies from the rubble in Kharkiv after the Russian strike. In all, 14 people were killed.",
      ),
    ).toEqual([
      [5, true],
      [14, false],
    ]);
  });

  it("is said to be no more than a rumour is no figure", () => {
    expect(
      killed(
        "The Russian missile killed 14 people in Kharkiv. The regional administration denied reports on social media that the number of dead had reached 30.",
      ),
    ).toEqual([[14, false]]);
  });

  it("is how old the dead were is none either", () => {
    expect(
      killed(
        "A Russian missile killed at least 14 people in Kharkiv, among them a girl of six and her brother of three.",
      ),
    ).toEqual([[14, false]]);
  });

  it("happened in a month that is named is of that month, however many days it took", () => {
    const [figure] = figuresOf(
      "In March Russia and Ukraine exchanged 175 prisoners each over three days, the largest exchange until then.",
    );
    expect(figure).toMatchObject({ measure: "prisoners.released", low: 175, date: "2025-03" });
  });
});

describe("a report of a month", () => {
  it("counts what it dates otherwise in no way over that month", () => {
    const figures = figuresOf(
      "March saw more civilians harmed in Ukraine than any month before, the monitors said in a report released on Friday. At least 164 civilians were killed and 910 injured.\n\nIn the worst single attack, on Kharkiv on 7 March, 20 people died. Rescuers found two more bodies there.\n\nDrones killed 42 people near the front.",
      "Civilian harm in Ukraine: March 2025 update",
    );
    const dated = figures.map(({ low, scope, date }) => [low, scope, date]);
    expect(dated).toContainEqual([164, "overall", "2025-03"]);
    expect(dated).toContainEqual([910, "overall", "2025-03"]);
    expect(dated).toContainEqual([20, "event", "2025-03-07"]);
    expect(dated).toContainEqual([42, "overall", "2025-03"]);
  });
});
