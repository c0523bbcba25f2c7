import { describe, expect, it } from "vitest";
import { textLanguages, textsOf } from "../../../../src/languages/texts.ts";
import { objectsOf, textOf, type Json } from "../../../fakes/discord/forms.ts";
import { seenText } from "../../../fakes/discord/index.ts";
import type { FakeUser, Watched } from "../../../fakes/discord/people.ts";
import type { Message } from "../../../fakes/discord/world.ts";
import { useCity, type City } from "./city.ts";

const stage = useCity();
/** Far more than there are kinds of components: pages of long lists repeat themselves. */
const maxUses = 250;
const locales: Readonly<Record<string, string>> = { en: "en-US", uk: "uk", ru: "ru" };

/** What must be given, by the option's name; the first choice where there are some. */
const words: Readonly<Record<string, string>> = {
  id: "d2",
  url: "https://wire.example/feed.xml",
  words: "Kyiv",
};

/** Options that a command cannot be called without. */
function neededBy(city: City, name: string): Record<string, string> {
  const [command, part] = name.split(" ");
  const top = city.discord.commands().find((one) => one["name"] === command && one["type"] === 1) ?? {};
  const called = objectsOf(top["options"]).find((one) => one["type"] === 1 && one["name"] === part) ?? top;
  return Object.fromEntries(
    objectsOf(called["options"])
      .filter((option) => option["required"] === true)
      .map((option) => {
        const [choice] = objectsOf(option["choices"]);
        const optionName = textOf(option["name"]);
        return [optionName, textOf(choice?.["value"]) || (words[optionName] ?? "d2")];
      }),
  );
}
const isEnd = (name: string): boolean => name === "unsubscribe" || name === "forget";

function componentsOf(message: Message): Json[] {
  return objectsOf(message.body["components"]).flatMap((row) => objectsOf(row["components"]));
}

/** Lines of long lists are alike: of their components a few stand for all. */
function kindOf(component: Json): string {
  return textOf(component["custom_id"]).replaceAll(/\d+/gu, "0");
}

function use(person: FakeUser, message: Message, component: Json): Watched {
  const id = textOf(component["custom_id"]);
  if (component["type"] !== 3) return person.presses(message, id);
  const [first] = objectsOf(component["options"]);
  return person.chooses(message, id, [textOf(first?.["value"])]);
}

/** Uses every component that it meets, each once. Returns how many these were. */
async function crawl(city: City, person: FakeUser): Promise<number> {
  const met = new Set<string>();
  // What stands in a message changes when it is used.
  const next = (): { readonly message: Message; readonly component: Json } | undefined =>
    city.discord
      .messages()
      .flatMap((message) => componentsOf(message).map((component) => ({ message, component })))
      .find(({ component }) => !met.has(kindOf(component)) && !kindOf(component).includes(":sure"));
  for (let found = next(); found !== undefined && met.size < maxUses; found = next()) {
    const { message, component } = found;
    met.add(kindOf(component));
    city.clock.skip(60_000);
    const used = use(person, message, component);
    const { type } = await used.acknowledged;
    if (type === 9) await person.fills(used, "Kharkiv").answer;
    else await used.answer;
  }
  return met.size;
}

describe.each(textLanguages)("in %s", (language) => {
  it(
    "every command answers, and no component that it shows is dead or beyond a limit",
    { timeout: 60_000 },
    async () => {
      const { city } = stage;
      const locale = locales[language] ?? language;
      const person = city.discord.user("1", { locale, permissions: ["MANAGE_GUILD"] });
      await person.runs("subscribe").answer;
      await city.happens();
      for (const name of commandNames(city).toSorted((a, b) => Number(isEnd(a)) - Number(isEnd(b)))) {
        if (isEnd(name)) continue;
        city.clock.skip(60_000);
        await person.runs(name, neededBy(city, name)).answer;
      }

      const uses = await crawl(city, person);
      for (const name of commandNames(city).filter(isEnd)) await person.runs(name).answer;

      expect(uses).toBeGreaterThan(40);
      expect(city.faults).toEqual([]);
      const said = city.discord.messages().map(seenText).join("\n");
      expect(said).not.toContain(textsOf(language).text("command-unknown"));
      expect(said).not.toContain("⚠️");
      expect(city.discord.interactions().every(({ acknowledged }) => acknowledged !== null)).toBe(true);
    },
  );
});

/** Slash commands as they are called, with their subcommands. */
function commandNames(city: City): string[] {
  return city.discord
    .commands()
    .filter(({ type }) => type === 1)
    .flatMap((command) => {
      const parts = objectsOf(command["options"]).filter(({ type }) => type === 1);
      const name = textOf(command["name"]);
      return parts.length === 0 ? [name] : parts.map((part) => `${name} ${textOf(part["name"])}`);
    });
}

it("registers every listed command of the registry, and one in a message's menu for each that acts on one", () => {
  const { city } = stage;
  const listed = city.commands.specs.filter(({ isListed }) => isListed).map(({ name }) => name);
  const onMessage = city.commands.specs.flatMap(({ onMessage }) => onMessage?.["en"] ?? []);

  const names = (type: number): unknown[] =>
    city.discord
      .commands()
      .filter((command) => command["type"] === type)
      .map(({ name }) => name);
  expect(names(1)).toEqual(listed);
  expect(names(3)).toEqual(onMessage);
});
