import { describe, expect, it } from "vitest";
import { composeAlert } from "../../src/alert/compose.ts";
import type { Alert } from "../../src/model/alert.ts";
import { Story, event, figure, kyivOfficial } from "../ledger/story.ts";
import { exchangeStory, kharkiv, shown } from "./composing.ts";

describe("a composed alert", () => {
  it.each([
    ["en", "Russian governor", "Ukrainian police"],
    ["uk", "губернатор, Росія", "поліція, Україна"],
    ["ru", "губернатор, Россия", "полиция, Украина"],
  ])(
    "calls an office that speaks without a name as %s does, and whose it is",
    async (language, governor, police) => {
      const story = await Story.begin();
      await story.tell({
        at: "10:00",
        figures: [
          figure("killed", "UA", 4, { by: { name: "Ukrainian police", side: "UA" }, places: kharkiv }),
          figure("killed", "UA", 6, { by: { name: "Russian governor", side: "RU" }, places: kharkiv }),
        ],
        events: [event("strike", "done", { places: kharkiv })],
      });

      const { text } = shown(story.alerts, language);

      expect(text).toContain(governor);
      expect(text).toContain(police);
    },
  );

  it.each([
    ["en", "4 March 2031 · Istanbul"],
    ["uk", "4 березня 2031 р. · Стамбул"],
    ["ru", "4 марта 2031 г. · Стамбул"],
  ])("gives date and place in %s", async (language, line) => {
    const story = await Story.begin();
    await story.tell({
      at: "06:00",
      figures: [figure("prisoners.released", "UA", 5, { by: kyivOfficial })],
      events: [event("exchange", "done", { places: ["TR:istanbul"] })],
    });

    expect(shown(story.alerts, language).text).toContain(line);
  });

  it.each([
    ["en", "No. d1"],
    ["uk", "№ d1"],
    ["ru", "№ d1"],
  ])(
    "ends, where that is asked for, with the number by which it is known to everybody (%s)",
    async (language, words) => {
      const [alert] = (await exchangeStory()).alerts;
      const wording = { language, timeZone: "UTC", isPossibleRepeat: false, isNumbered: true } as const;
      const own = { ...(alert as Alert), development: "d1000000001", ownerChat: 1 };

      expect(composeAlert([alert as Alert], wording).blocks.at(-1)).toEqual({ kind: "note", text: words });
      expect(JSON.stringify(composeAlert([own], wording).blocks)).not.toContain("d1000000001");
      expect(shown([alert as Alert], language).text).not.toContain(words);
    },
  );

  it("says that the day is not stated where it would be taken for today, and nothing of the place", async () => {
    const story = await Story.begin();
    await story.tell({
      at: "06:00",
      figures: [figure("prisoners.released", "UA", 5, { date: null, by: kyivOfficial })],
      events: [event("exchange", "done", { date: null })],
    });

    expect(shown(story.alerts, "en").text).toMatch(/^Date not stated; first reported 4 March 2031\n/u);
  });

  it.each([
    [1, 1, "One source so far"],
    [2, 1, "2 independent sources, heard through one outlet"],
    [1, 2, "One source so far, heard through 2 outlets"],
    [2, 2, "2 independent sources"],
  ])("says of %i sources in %i outlets what each number counts", async (origins, outlets, words) => {
    const [alert] = (await exchangeStory()).alerts;
    const sources = Array.from({ length: outlets }, (_, index) => ({
      label: `Outlet ${index}`,
      url: `https://outlet.example/${index}`,
      reportId: "r",
      sourceId: null,
      isStateControlled: false,
      side: null,
    }));

    const { message } = shown(
      [{ ...(alert as Alert), origins, sources, isConfirmedByBothSides: false }],
      "en",
    );

    const texts = message.blocks.flatMap((block) => (block.kind === "sources" ? block.text : []));
    expect(texts).toEqual([words]);
  });

  it("marks a source that a state controls and a possible repeat", async () => {
    const [alert] = (await exchangeStory()).alerts;
    const marked: Alert = {
      ...(alert as Alert),
      sources: [
        {
          label: "Some agency",
          url: "https://agency.example/1",
          reportId: "r",
          sourceId: null,
          isStateControlled: true,
          side: "RU",
        },
      ],
    };

    const { message, text } = shown([marked], "en", { isPossibleRepeat: true });

    const links = message.blocks.flatMap((block) => (block.kind === "sources" ? block.links : []));
    expect(links.map((link) => link.label)).toEqual(["Some agency (state-controlled)"]);
    expect(text).toContain("may be a repeat");
  });

  it("leads to its sources, the reasons and a mute by buttons", async () => {
    const { alerts } = await exchangeStory();
    const argument = alerts[0]?.development;

    expect(shown(alerts, "uk").message.actions).toEqual([
      { command: "development", argument, label: "Подробиці й джерела" },
      { command: "why", argument, label: "Чому" },
      { command: "mute", argument, label: "Вимкнути" },
    ]);
  });

  it("leads to a chart where one says more than the numbers", async () => {
    const story = await Story.begin();
    const alerts = await story.tell({
      at: "10:00",
      figures: [figure("killed", "UA", 5, { places: kharkiv, by: kyivOfficial })],
      events: [event("strike", "done", { places: kharkiv })],
    });

    expect(shown(alerts, "en").message.actions).toContainEqual({
      command: "chart",
      argument: alerts[0]?.development,
      label: "Chart",
    });
  });

  it("refuses to compose nothing", () => {
    expect(() => composeAlert([], { language: "en", timeZone: "UTC", isPossibleRepeat: false })).toThrow(
      RangeError,
    );
  });
});
