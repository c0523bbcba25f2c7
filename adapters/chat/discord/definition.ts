import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  Routes,
} from "discord.js";
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandSubcommandOption,
  REST,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import type { CommandOption, CommandSpec } from "../../../src/ports/command.ts";
import { cut } from "./markdown.ts";

type Definition = RESTPostAPIChatInputApplicationCommandsJSONBody;
type Localized = Readonly<Record<string, string>>;

/** Languages whose tags are Discord locales as they are (reference, locales, read 2026-08-06). */
const locales = ["uk", "ru"] as const;
/** interactions/application-commands, read 2026-08-06. */
const maxDescription = 100;
const maxChoices = 25;
const maxChoiceName = 100;
/** A permission set, as text: who may manage the server sees the command. Server admins can change it, so that running checks again. */
const manageServer = PermissionFlagsBits.ManageGuild.toString();

/** Slash commands for the registry's listed commands, in servers and in direct messages. */
export function defineCommands(specs: readonly CommandSpec[]): Definition[] {
  return specs.filter(({ isListed }) => isListed).map(defineCommand);
}

function defineCommand(spec: CommandSpec): Definition {
  return {
    type: ApplicationCommandType.ChatInput,
    name: spec.name,
    ...describe(spec.description),
    options:
      spec.subcommands.length > 0 ? spec.subcommands.map(defineSubcommand) : defineOptions(spec.options),
    default_member_permissions: spec.access === "anyone" ? null : manageServer,
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  };
}

function defineSubcommand(spec: CommandSpec["subcommands"][number]): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: spec.name,
    ...describe(spec.description),
    options: defineOptions(spec.options),
  };
}

/** Required ones first, or Discord refuses them. */
function defineOptions(options: readonly CommandOption[]): APIApplicationCommandBasicOption[] {
  return options
    .toSorted((one, other) => Number(other.isRequired) - Number(one.isRequired))
    .map((option) => ({
      type: ApplicationCommandOptionType.String,
      name: option.name,
      ...describe(option.description),
      required: option.isRequired,
      ...defineChoices(option.choices),
    }));
}

/** None when there are more than Discord lists: the person types the value instead. */
function defineChoices(choices: CommandOption["choices"]): { choices?: { name: string; value: string }[] } {
  if (choices === null || choices.length === 0 || choices.length > maxChoices) return {};
  return {
    choices: choices.map(({ value, label }) => ({
      name: cut(label["en"] ?? value, maxChoiceName),
      ...localize("name_localizations", label, maxChoiceName),
      value,
    })),
  };
}

function describe(text: Localized): { description: string } {
  return {
    description: cut(text["en"] ?? "–", maxDescription),
    ...localize("description_localizations", text, maxDescription),
  };
}

function localize(field: string, text: Localized, max: number): Record<string, Record<string, string>> {
  const known = locales.flatMap((locale) => {
    const words = text[locale];
    return words === undefined ? [] : [[locale, cut(words, max)] as const];
  });
  return known.length === 0 ? {} : { [field]: Object.fromEntries(known) };
}

/**
 * Makes the application's commands what `specs` say, by one bulk overwrite, and only when they are not so already: creating
 * is limited by day (30034). True: they were overwritten. Throws what the calls throw; the old set then stays.
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  specs: readonly CommandSpec[],
): Promise<boolean> {
  const wanted = defineCommands(specs);
  const route = Routes.applicationCommands(applicationId);
  // Without the query the answer has no localizations, and everything would look changed.
  const present = await rest.get(route, { query: new URLSearchParams({ with_localizations: "true" }) });
  if (isSameSet(wanted, present)) return false;
  await rest.put(route, { body: wanted });
  return true;
}

function isSameSet(wanted: readonly unknown[], present: unknown): boolean {
  return Array.isArray(present) && fingerprint(wanted) === fingerprint(present);
}

function fingerprint(commands: readonly unknown[]): string {
  return commands
    .map((command) => JSON.stringify(normalize(command)))
    .toSorted()
    .join("\n");
}

/** What of a command we define. Ids, versions and what Discord adds besides are not part of it. */
const definedFields = [
  "type",
  "name",
  "name_localizations",
  "description",
  "description_localizations",
  "default_member_permissions",
  "contexts",
  "integration_types",
  "required",
  "choices",
  "value",
  "options",
] as const;
const dictionaries: ReadonlySet<string> = new Set(["name_localizations", "description_localizations"]);
const sets: ReadonlySet<string> = new Set(["contexts", "integration_types"]);

/** One form for what Discord gives back and for what we send: null, false and empty are the same as absent. */
function normalize(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalize);
  if (typeof value !== "object" || value === null) return value;
  const entries = definedFields.flatMap((field) => {
    const inner: unknown = Reflect.get(value, field);
    if (isAbsent(inner)) return [];
    if (dictionaries.has(field)) return [[field, Object.entries(inner as object).toSorted()] as const];
    if (sets.has(field)) return [[field, (inner as unknown[]).toSorted()] as const];
    return [[field, normalize(inner)] as const];
  });
  return Object.fromEntries(entries);
}

function isAbsent(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
