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
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from "discord.js";
import type { Log } from "../../../src/log.ts";
import type { CommandOption, CommandSpec } from "../../../src/ports/command.ts";
import { toldIn } from "./channel-kind.ts";
import { cut } from "./markdown.ts";
import { apiCodeOf, whyOf } from "./outcome.ts";

type Definition =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | (Omit<RESTPostAPIContextMenuApplicationCommandsJSONBody, "type"> & {
      type: ApplicationCommandType.Message;
    });
type Localized = Readonly<Record<string, string>>;

/** Languages whose tags are Discord locales as they are (reference, locales, read 2026-08-06). */
const locales = ["uk", "ru"] as const;
/** interactions/application-commands, read 2026-08-06. */
const maxDescription = 100;
const maxChoices = 25;
const maxChoiceName = 100;
const maxOnMessage = 15;
const maxOnMessageName = 32;
/** A permission set, as text: who may manage the server sees the command. Server admins can change it, so that running checks again. */
const manageServer = PermissionFlagsBits.ManageGuild.toString();

/** Where the application can be installed: in servers, and by people for themselves. */
export interface Installation {
  readonly isForPeople: boolean;
}

/** Slash commands for the registry's listed commands, and commands in the menus of messages for those that act on one. */
export function defineCommands(
  specs: readonly CommandSpec[],
  installation: Installation = { isForPeople: true },
): Definition[] {
  return [
    ...specs.filter(({ isListed }) => isListed).map((spec) => defineCommand(spec, installation)),
    ...specs.flatMap((spec) => defineOnMessage(spec, installation)).slice(0, maxOnMessage),
  ];
}

function defineCommand(spec: CommandSpec, installation: Installation): Definition {
  return {
    type: ApplicationCommandType.ChatInput,
    name: spec.name,
    ...describe(spec.description),
    options:
      spec.subcommands.length > 0 ? spec.subcommands.map(defineSubcommand) : defineOptions(spec.options),
    ...defineAccess(spec, installation),
  };
}

function defineOnMessage(spec: CommandSpec, installation: Installation): Definition[] {
  const name = spec.onMessage?.["en"];
  if (spec.onMessage === undefined || name === undefined) return [];
  return [
    {
      type: ApplicationCommandType.Message,
      name,
      ...localize("name_localizations", spec.onMessage, maxOnMessageName),
      ...defineAccess(spec, installation),
    },
  ];
}

/** A setting of a chat is of use only where the bot itself can be; what answers a person is, too, where only that person has it. */
function defineAccess(
  spec: CommandSpec,
  { isForPeople }: Installation,
): Pick<Definition, "default_member_permissions" | "contexts" | "integration_types"> {
  const isForAll = spec.access === "anyone";
  return {
    default_member_permissions: isForAll ? null : manageServer,
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      ...(isForAll && isForPeople ? [InteractionContextType.PrivateChannel] : []),
    ],
    integration_types: [
      ApplicationIntegrationType.GuildInstall,
      ...(isForPeople ? [ApplicationIntegrationType.UserInstall] : []),
    ],
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
    .map((option) => {
      const base = { name: option.name, ...describe(option.description), required: option.isRequired };
      if (option.kind === "chat")
        return { ...base, type: ApplicationCommandOptionType.Channel, channel_types: [...toldIn] };
      if (option.kind === "role") return { ...base, type: ApplicationCommandOptionType.Role };
      const choices = defineChoices(option.choices);
      const isCompleted = option.isCompleted === true && choices.choices === undefined;
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        ...choices,
        ...(isCompleted ? { autocomplete: true } : {}),
      } as APIApplicationCommandBasicOption;
    });
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

/** Where commands are registered. */
export interface Registering {
  readonly rest: REST;
  readonly log: Log;
  readonly applicationId: string;
}

const invalidForm = 50_035;

/**
 * Makes the application's commands what `specs` say, by one bulk overwrite, and only when they are not so already: creating
 * is limited by day (30034). True: they were overwritten. Throws what the calls throw; the old set then stays.
 */
export async function registerCommands(to: Registering, specs: readonly CommandSpec[]): Promise<boolean> {
  const { rest, log, applicationId } = to;
  const route = Routes.applicationCommands(applicationId);
  const installation = await readInstallation(to);
  // Without the query the answer has no localizations, and everything would look changed.
  const present = await rest.get(route, { query: new URLSearchParams({ with_localizations: "true" }) });
  const narrow = defineCommands(specs, { isForPeople: false });
  const wanted = installation.isForPeople ? defineCommands(specs, installation) : narrow;
  // Not told what the application has, it is left as it was found to be possible before.
  if (isSameSet(wanted, present) || (!installation.isTold && isSameSet(narrow, present))) return false;
  try {
    await rest.put(route, { body: wanted });
  } catch (error) {
    if (apiCodeOf(error) !== invalidForm || installation.isTold) throw error;
    log("warn", "Discord refuses commands; they are tried without those for people's own installation", {
      why: whyOf(error),
    });
    await rest.put(route, { body: narrow });
  }
  return true;
}

/** Commands may only name kinds of installation that the application has (interactions/application-commands, contexts). */
async function readInstallation({ rest }: Registering): Promise<Installation & { readonly isTold: boolean }> {
  const application: unknown = await rest.get(Routes.currentApplication()).catch(() => null);
  const config: unknown =
    typeof application === "object" && application !== null
      ? Reflect.get(application, "integration_types_config")
      : null;
  const isTold = typeof config === "object" && config !== null;
  return { isTold, isForPeople: !isTold || String(ApplicationIntegrationType.UserInstall) in config };
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
  "autocomplete",
  "channel_types",
  "choices",
  "value",
  "options",
] as const;
const dictionaries: ReadonlySet<string> = new Set(["name_localizations", "description_localizations"]);
const sets: ReadonlySet<string> = new Set(["contexts", "integration_types", "channel_types"]);

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
  if (value === undefined || value === null || value === false || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
