import { expect, it } from "vitest";
import { textsOf } from "../../../../src/languages/texts.ts";
import { useTown } from "./town.ts";

const stage = useTown();
const olena = 7;

it.each([
  ["en", "exchange"],
  ["uk", "обмін"],
  ["ru", "обмен"],
])("a shared card leads to its development in the chat with the bot (%s)", async (language, query) => {
  const { town } = stage;
  const texts = textsOf(language);
  const somebody = town.person(olena, language);
  await town.happens();
  await town.happensLater();
  const { director } = town.telegram;

  const asked = director.asksInline(olena, query);
  const { cards } = await town.telegram.until(() => director.query(asked)?.answer);

  expect(cards.length).toBeGreaterThan(1);
  for (const card of cards) {
    const [[details] = [], [open] = []] = card.shown.keyboard ?? [];
    expect(open?.text).toBe(texts.text("telegram-open-bot"));
    expect(details?.text).toBe(texts.text("action-development"));
    const payload = new URL(details?.url ?? "https://none.example").searchParams.get("start") ?? "";

    const opened = await somebody.types(`/start ${payload}`);

    expect(opened.text).toMatch(/Вигаданий вісник|The Invented Courier/u);
    expect(opened.keyboard.flat().map(({ text }) => text)).toContain(texts.text("action-report"));
  }
});
