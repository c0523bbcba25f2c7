import { createCommands } from "../src/commands/registry.ts";
import { systemClock } from "../src/clock.ts";
import { textLanguages, textsOf } from "../src/languages/texts.ts";
import { silentLog } from "../src/log.ts";
import type { Access, CommandOption, CommandSpec } from "../src/ports/command.ts";
import type { Store } from "../src/ports/store.ts";

/** What stands only on one platform, and why. Everything else is on both. */
export const onlyOn: Readonly<
  Record<string, { readonly platform: "Telegram" | "Discord"; readonly why: string }>
> = {
  "settings mention": { platform: "Discord", why: "Telegram has no roles" },
};

const people: Readonly<Record<Access, string>> = {
  anyone: "everybody",
  "chat-admin": "who administers the chat",
  admin: "the bot's admins",
};

/** The registry's commands, for who reads them only: nothing of it is run. */
export function registeredSpecs(): readonly CommandSpec[] {
  return createCommands(
    {
      // Specs are made without asking it.
      store: {} as Store,
      clock: systemClock,
      translate: (language, key, args) => textsOf(language).text(key, args),
      languages: textLanguages,
      compose: () => ({ title: "", blocks: [], actions: [], language: "en" }),
      defaults: { language: "en", timeZone: "UTC" },
      admins: {},
      sourceRules: { allowPrivate: false },
      poke: () => undefined,
    },
    silentLog,
  ).specs;
}

/** The table of docs/commands.md: one row a command or subcommand. */
export function commandsTable(specs: readonly CommandSpec[]): string {
  const rows = specs.flatMap((spec) =>
    spec.subcommands.length === 0
      ? [rowOf(spec.name, spec, spec.access, spec)]
      : spec.subcommands.map((part) =>
          rowOf(`${spec.name} ${part.name}`, part, part.access ?? spec.access, spec),
        ),
  );
  return ["| command | what it does | who may | where |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function rowOf(
  name: string,
  { description, options }: Pick<CommandSpec, "description" | "options">,
  access: Access,
  { isListed, onMessage }: CommandSpec,
): string {
  const only = onlyOn[name];
  const places = [
    only === undefined ? "Telegram, Discord" : `${only.platform} only: ${only.why}`,
    ...(isListed ? [] : ["by button only"]),
    ...(onMessage === undefined ? [] : [`Discord's menu of a message: “${onMessage["en"] ?? ""}”`]),
  ];
  const syntax = ["/" + name, ...options.map(optionText)].join(" ");
  return `| \`${syntax}\` | ${description["en"] ?? ""} | ${people[access]} | ${places.join("; ")} |`;
}

function optionText({ name, isRequired }: CommandOption): string {
  return isRequired ? `<${name}>` : `[${name}]`;
}
