import { beforeEach, describe, expect, it } from "vitest";
import { composeAlert } from "../../src/alert/compose.ts";
import type { ReviewAction } from "../../src/model/review.ts";
import { event, moscowOfficial, type Story } from "../ledger/story.ts";
import { askedStory } from "./asked-story.ts";
import { wordsOf, type Rig } from "./rig.ts";

const reason = "as the hospital counts";
const killed = { measure: "killed", side: "UA", group: null, weapon: null, scope: "event" } as const;

let rig: Rig;
let story: Story;
let place: string;
beforeEach(async () => {
  const asked = await askedStory();
  ({ rig, story } = asked);
  place = asked.ids["place"] ?? "";
});

const decide = (action: ReviewAction) => story.review("11:30", action, reason);
/** Everything that anybody can read of it. */
async function readAll(): Promise<string> {
  const overview = await rig.type(`/development ${place}`);
  const pages = [overview, await rig.type(`/why ${place}`)];
  for (const { command, argument } of overview.actions)
    if (command === "development") pages.push(await rig.type(`/development ${argument}`));
  return pages.map(wordsOf).join("\n");
}

describe("a number that an admin put right", () => {
  it.each([
    ["en", "Killed: 6. Put right by the editors, 4 March at 13:30", "Killed: 6 (put right by the editors)"],
    ["uk", "Загинули: 6. Виправили редактори, 4 березня о 13:30", "Загинули: 6 (виправили редактори)"],
    ["ru", "Погибли: 6. Исправили редакторы, 4 марта в 13:30", "Погибли: 6 (исправили редакторы)"],
  ])("says so to whoever asks, and nobody why (%s)", async (language, line, why) => {
    await decide({
      kind: "correct",
      development: place,
      figure: killed,
      span: { low: 6, high: 6, approx: false },
    });
    rig.become({ language });

    const words = await readAll();

    expect(words.toLowerCase()).toContain(line.toLowerCase());
    expect(words).toContain(why);
    expect(words).not.toContain(reason);
    expect(words).not.toContain("()");
    const { chart } = await rig.type(`/chart ${place}`);
    expect(chart?.alternative.toLowerCase()).toContain(line.split(". ")[1]?.split(",")[0]?.toLowerCase());
    expect(chart?.plot).toMatchObject({
      kind: "toll",
      lines: [{ points: [{}, { low: 6, best: 6, high: 6 }] }],
    });
    expect(chart?.plot.kind === "toll" && chart.plot.lines).toHaveLength(1);
    expect(chart?.source).toMatch(/: Вымышленная хроника\./u);
  });
});

describe("a number that an admin checked", () => {
  it("keeps its speaker and its sentence", async () => {
    await decide({ kind: "confirm", development: place, figure: killed });

    const words = await readAll();

    expect(words).toContain(
      "Killed: 5 (A Ukrainian official; checked)\nВ Харькове после удара погибли пять человек.",
    );
    expect(words).not.toContain(reason);
  });
});

describe("a denial", () => {
  beforeEach(async () => {
    await story.tell({
      at: "11:20",
      id: "denying",
      outlet: "The Denying Post",
      events: [
        event("strike", "done", {
          by: moscowOfficial,
          evidence: "We did not strike Kharkiv.",
          isDenial: true,
          places: ["UA:kharkiv", "UA-63", "UA"],
        }),
      ],
    });
  });

  it("stands with its sentence and its source among what is behind a development", async () => {
    const words = await readAll();

    expect(words).toContain("Denied by A Russian official");
    expect(words).toContain("We did not strike Kharkiv. — The Denying Post");
  });

  it("is named by its outlet where an admin looks for a report", async () => {
    rig.become({ id: "1", address: { platform: "telegram", channel: "1", thread: null } });

    const panel = await rig.type(`/review show ${place}`);
    const label = "The Denying Post, 4 March at 13:20";

    expect(panel.selects?.flatMap(({ options }) => options.map((option) => option.label))).toContain(label);
    expect(wordsOf(await rig.choose(panel, label))).toContain("We did not strike Kharkiv.");
  });
});

describe("what was withdrawn whole", () => {
  it.each([
    ["en", "Withdrawn: Kharkiv: strike"],
    ["uk", "Відкликано: Харків: удар"],
    ["ru", "Отозвано: Харьков: удар"],
  ])(
    "is no news any more, and is called withdrawn wherever it is asked about (%s)",
    async (language, title) => {
      await decide({ kind: "withdraw", development: place, figure: null, reportId: null });
      rig.become({ language });
      const user = { platform: "telegram", id: "7", language };

      const asked = [await rig.type(`/development ${place}`), await rig.type(`/why ${place}`)];
      const latest = await rig.type("/latest");
      const cards = await rig.commands.cards("", user);

      for (const { title: shown } of asked) expect(shown).toContain(title);
      expect(wordsOf(latest)).not.toContain(title.split(": ")[1]);
      expect(wordsOf(await rig.type("/subscribe"))).not.toContain(title.split(": ")[1]);
      expect(cards.map(({ message }) => message.title).join()).not.toContain(title.split(": ")[1]);
    },
  );

  it.each(["en", "uk", "ru"])("rests on no sources, and counts none (%s)", async (language) => {
    await decide({ kind: "withdraw", development: place, figure: null, reportId: null });

    const alert = story.alerts.at(-1);
    if (alert === undefined) throw new Error("nothing was told");
    const message = composeAlert([alert], { language, timeZone: "UTC", isPossibleRepeat: false });

    expect(message.blocks.map(({ kind }) => kind)).not.toContain("sources");
  });
});
