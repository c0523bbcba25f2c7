import { readFileSync } from "node:fs";
import { ApplicationCommandOptionType, ApplicationCommandType } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { defineCommands } from "../../adapters/chat/discord/definition.ts";
import { publishMenus } from "../../adapters/chat/telegram/menu.ts";
import { commandsTable, onlyOn, registeredSpecs } from "../../scripts/commands-table.ts";
import { systemClock } from "../../src/clock.ts";
import { textLanguages } from "../../src/languages/texts.ts";
import { silentLog } from "../../src/log.ts";
import { checkCommands } from "../fakes/discord/command-form.ts";

describe("the registry", () => {
  const specs = registeredSpecs();
  const names = specs.flatMap(({ name, subcommands }) =>
    subcommands.length === 0 ? [name] : subcommands.map((part) => `${name} ${part.name}`),
  );

  it("is shown whole on Discord, but for what another platform has with a reason", () => {
    const defined = defineCommands(specs).flatMap((command) => {
      const options = "options" in command ? (command.options ?? []) : [];
      const parts = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
      return command.type !== ApplicationCommandType.ChatInput
        ? []
        : parts.length === 0
          ? [command.name]
          : parts.map((part) => `${command.name} ${part.name}`);
    });

    const missing = names.filter((name) => !defined.includes(name));
    expect(missing.filter((name) => onlyOn[name]?.platform !== "Telegram")).toEqual([]);
  });

  it("is shown whole in Telegram's menus, each command to who may use it", async () => {
    const shown = new Set<string>();
    const calls = {
      getMyCommands: () => Promise.resolve([]),
      setMyCommands: ({ commands }: { commands: readonly { command: string }[] }) => {
        for (const { command } of commands) shown.add(command);
        return Promise.resolve(true);
      },
    } as never;
    await publishMenus(
      { calls, specs, admins: ["1"], clock: systemClock, log: silentLog },
      new AbortController().signal,
    );

    const missing = specs.filter(({ name }) => !shown.has(name)).map(({ name }) => name);
    expect(missing.filter((name) => onlyOn[name]?.platform !== "Discord")).toEqual([]);
  });

  it("states a reason for nothing that there is not", () => {
    for (const name of Object.keys(onlyOn)) expect(names).toContain(name);
  });

  it("holds to what both platforms allow", () => {
    expect(specs.length).toBeLessThanOrEqual(100);
    for (const spec of specs) {
      expect(spec.name).toMatch(/^[a-z0-9_]{1,32}$/u);
      expect(spec.subcommands.length).toBeLessThanOrEqual(25);
      for (const { options } of [spec, ...spec.subcommands]) {
        expect(options.length).toBeLessThanOrEqual(25);
        for (const { name, choices } of options) {
          expect(name).toMatch(/^[a-z0-9_-]{1,32}$/u);
          expect(choices?.length ?? 0).toBeLessThanOrEqual(25);
        }
      }
      for (const language of textLanguages) {
        expect(spec.description[language]?.length).toBeLessThanOrEqual(100);
        expect(spec.onMessage?.[language]?.length ?? 0).toBeLessThanOrEqual(32);
      }
    }
  });

  it("is called something in Ukrainian and Russian, too, that Discord takes and no neighbour is called", () => {
    const groups = [
      specs,
      ...specs.flatMap(({ options, subcommands }) => [
        options,
        subcommands,
        ...subcommands.map((part) => part.options),
      ]),
    ];
    for (const group of groups)
      for (const language of ["uk", "ru"]) {
        const local = group.map(({ localName }) => localName?.[language] ?? "");
        for (const name of local) {
          expect(name).toMatch(/^[-_'\p{L}\p{N}]{1,32}$/u);
          expect(name).toBe(name.toLowerCase());
          expect(name).toMatch(/^[^a-z]+$/u);
        }
        expect(new Set(local).size).toBe(local.length);
      }
  });

  it("is called in English what it is called", () => {
    for (const spec of specs)
      for (const { name, localName } of [
        spec,
        ...spec.subcommands,
        ...[spec, ...spec.subcommands].flatMap(({ options }) => options),
      ])
        expect(localName?.["en"]).toBe(name);
  });

  it("is a set that Discord takes, each command within 8,000 characters", () => {
    expect(() => checkCommands(defineCommands(specs))).not.toThrow();
  });

  it("is what docs/commands.md says (node scripts/write-commands-doc.ts)", () => {
    const page = readFileSync(new URL("../../docs/commands.md", import.meta.url), "utf8");
    const table = page.split("<!-- table -->\n")[1]?.split("\n<!-- end of table -->")[0];

    expect(table).toBe(commandsTable(specs));
  });
});
