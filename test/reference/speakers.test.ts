import { describe, expect, it } from "vitest";
import { conflictOf } from "../../src/reference/conflicts.ts";
import { partyByCode, partyName } from "../../src/reference/parties.ts";
import { speakerByName, speakerRows } from "../../src/reference/speakers.ts";

describe("speakers", () => {
  it.each([
    ["Volodymyr Zelenskyy", "uk", "володимиром зеленським"],
    ["Volodymyr Zelenskyy", "en", "zelensky"],
    ["Volodymyr Zelenskyy", "ru", "зеленского"],
    ["Oleh Syniehubov", "uk", "синєгубова"],
    ["Maria Zakharova", "ru", "марии захаровой"],
    ["Hanna Maliar", "uk", "ганни маляр"],
    ["Ukrainian Air Force", "uk", "повітряних сил"],
    ["Ukrainian Air Force", "uk", "повітряними силами зсу"],
    ["Russian Ministry of Defence", "ru", "минобороны россии"],
    ["Russian Ministry of Defence", "uk", "міноборони рф"],
    ["State Emergency Service of Ukraine", "uk", "дснс"],
    ["Coordination Headquarters for the Treatment of Prisoners of War", "uk", "координаційного штабу"],
    ["Gaza Health Ministry", "en", "hamas-run health ministry"],
  ] as const)("%s is found in %s as %s", (name, lang, form) => {
    expect(speakerByName(name)?.forms[lang]).toContain(form);
  });

  it("speak for their side, mediating bodies for none", () => {
    expect(speakerByName("Sergei Lavrov")?.side).toBe("RU");
    expect(speakerByName("International Committee of the Red Cross")).toMatchObject({
      side: null,
      rank: "mediator",
    });
    expect(speakerByName("Nobody Known")).toBeNull();
  });

  it("cover the head of each region of Ukraine that Ukraine governs", () => {
    const heads = new Set(
      speakerRows()
        .filter((row) => row.side === "UA")
        .flatMap((row) => row.places),
    );
    const regions = [
      "05",
      "07",
      "09",
      "12",
      "14",
      "18",
      "21",
      "23",
      "26",
      "32",
      "35",
      "46",
      "48",
      "51",
      "53",
      "56",
      "59",
    ];
    const others = ["61", "63", "65", "68", "71", "74", "77"];

    expect([...regions, ...others].filter((code) => !heads.has(`UA-${code}`))).toEqual([]);
  });

  it("mark surnames that many share", () => {
    expect(speakerByName("Vitalii Kim")?.ambiguous).toContain("kim");
    expect(speakerByName("Volodymyr Zelenskyy")?.ambiguous).toBeUndefined();
  });
});

describe("parties", () => {
  it.each([
    ["RU", "uk", "російських"],
    ["RU", "ru", "россиянам"],
    ["UA", "uk", "українців"],
    ["UA", "en", "ukrainians"],
    ["IL", "ru", "израильтян"],
    ["x-houthis", "uk", "хуситами"],
  ] as const)("%s is found in %s as %s", (party, lang, form) => {
    expect(partyByCode(party)?.forms[lang]).toContain(form);
  });

  it("keep capitals that stand for governments apart", () => {
    expect(partyByCode("RU")?.metonyms.en).toContain("moscow");
    expect(partyByCode("RU")?.forms.en).not.toContain("moscow");
  });

  it("have names to show", () => {
    expect([partyName("UA", "uk"), partyName("x-hamas", "en"), partyName("x-nobody", "en")]).toEqual([
      "Україна",
      "Hamas",
      "x-nobody",
    ]);
  });
});

describe("the conflict that clues belong to", () => {
  it.each([
    [["RU", "UA"], [], "RU-UA"],
    [[], ["UA:kupiansk"], "RU-UA"],
    [["UA"], ["RU:belgorod"], "RU-UA"],
    [["IL"], ["PS:rafah"], "IL-PS"],
    [["IL", "x-hamas"], ["QA:doha"], "IL-PS"],
    [["IL"], ["LB:tyre"], "IL-LB"],
    [["IL", "IR"], [], "IL-IR"],
    [["US", "IR"], ["IR:natanz"], "IR-US"],
    [["x-rsf"], ["SD:el-fasher"], "SD"],
    [["IN", "PK"], ["IN:pahalgam"], "IN-PK"],
    [["IN", "x-cpi-maoist"], [], "IN-MAOIST"],
    [["TH", "KH"], [], "KH-TH"],
  ])("of parties %j and places %j it is %s", (parties, places, id) => {
    expect(conflictOf({ parties, places })).toBe(id);
  });

  it.each([
    ["nothing at all", [], []],
    ["a party of several conflicts", ["IL"], []],
    ["a place of no conflict", ["PL"], ["PL:warsaw"]],
  ])("stays unknown for %s", (_, parties, places) => {
    expect(conflictOf({ parties, places })).toBeNull();
  });
});
