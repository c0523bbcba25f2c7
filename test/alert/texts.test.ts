import { describe, expect, it } from "vitest";
import { textLanguages, textsOf } from "../../src/languages/texts.ts";
import { measureNames } from "../../src/measures.ts";
import { eventStages } from "../../src/model/event.ts";
import { groups, weapons } from "../../src/model/figure.ts";

describe.each([...textLanguages])("the texts of %s", (language) => {
  const texts = textsOf(language);

  it("name every measure, group, weapon and stage", () => {
    const stages = Object.entries(eventStages).flatMap(([kind, list]) =>
      kind === "strike" || kind === "exchange" ? [] : list.map((stage) => `title-${kind}-${stage}`),
    );
    const ids = [
      ...measureNames.map((measure) => `measure-${measure.replaceAll(".", "-")}`),
      ...groups.map((group) => `group-${group}`),
      ...weapons.map((weapon) => `weapon-${weapon}`),
      ...stages,
    ];

    expect(ids.filter((id) => !texts.has(id))).toEqual([]);
  });

  it("are the same texts as in English", () => {
    expect(texts.ids().toSorted()).toEqual(textsOf("en").ids().toSorted());
  });
});
