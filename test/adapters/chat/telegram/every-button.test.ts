import { describe, expect, it } from "vitest";
import { textLanguages, textsOf } from "../../../../src/languages/texts.ts";
import type { SentMessage } from "../../../fakes/telegram/index.ts";
import { admin, useTown } from "./town.ts";
import type { Town } from "./town.ts";

const stage = useTown({ haste: 10_000 });
/** Far more than there are kinds of buttons: pages of long lists repeat themselves. */
const maxPresses = 250;

/** Presses every button that it meets, each once, and returns what was said. */
async function crawl(town: Town, userId: number): Promise<{ presses: number; said: string[] }> {
  const { director } = town.telegram;
  const pressed = new Set<string>();
  const said: string[] = [];
  const waiting: { readonly message: SentMessage; readonly data: string }[] = [];
  const look = (): void => {
    for (const message of director.sent(userId)) {
      for (const { callback_data: data } of message.keyboard.flat()) {
        if (data === undefined || pressed.has(kindOf(data))) continue;
        pressed.add(kindOf(data));
        waiting.push({ message, data });
      }
    }
  };
  look();
  let presses = 0;
  for (let next = waiting.shift(); next !== undefined && presses < maxPresses; next = waiting.shift()) {
    presses += 1;
    town.clock.skip(60_000);
    const press = director.forges(userId, userId, next.message.messageId, next.data);
    await town.settled();
    const notice = director.press(press)?.answer?.text ?? null;
    said.push(...(notice === null ? [] : [notice]), ...director.sent(userId).map(({ text }) => text));
    look();
  }
  return { presses, said };
}

const isEnd = (name: string): boolean => name === "unsubscribe" || name === "forget";

/** Lines of long lists are alike: of their buttons a few stand for all. */
function kindOf(data: string): string {
  return data.replace(/([+-])[\w:.-]*$/u, "$1").replaceAll(/\d+/gu, "0");
}

describe.each(textLanguages)("in %s", (language) => {
  it("every command answers, and no button that it shows is dead", { timeout: 60_000 }, async () => {
    const { town } = stage;
    const person = town.person(admin, language);
    await person.types("/subscribe");
    await town.happens();
    // What ends a subscription comes last: before, there is more to press.
    const names = town.commandNames().toSorted((a, b) => Number(isEnd(a)) - Number(isEnd(b)));
    for (const name of names.filter((each) => !isEnd(each))) {
      town.clock.skip(60_000);
      await person.types(`/${name}`);
    }

    const { presses, said } = await crawl(town, admin);
    for (const name of names.filter(isEnd)) await person.types(`/${name}`);

    const texts = textsOf(language);
    expect(presses).toBeGreaterThan(30);
    expect(town.faults).toEqual([]);
    for (const key of ["command-failed", "telegram-button-stale", "command-unknown", "development-unknown"])
      expect(said.filter((text) => text.includes(texts.text(key)))).toEqual([]);
  });
});
