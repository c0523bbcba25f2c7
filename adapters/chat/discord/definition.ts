import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from "discord.js";
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from "discord.js";
import type { CommandOption, CommandSpec } from "../../../src/ports/command.ts";
import { toldIn } from "./channel-kind.ts";
import { cut } from "./markdown.ts";

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
const maxName = 32;
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
    ...nameOf(spec),
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
      ...localize("name_localizations", spec.onMessage, maxName),
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
    ...nameOf(spec),
    ...describe(spec.description),
    options: defineOptions(spec.options),
  };
}

/** Required ones first, or Discord refuses them. */
function defineOptions(options: readonly CommandOption[]): APIApplicationCommandBasicOption[] {
  return options
    .toSorted((one, other) => Number(other.isRequired) - Number(one.isRequired))
    .map((option) => {
      const base = { ...nameOf(option), ...describe(option.description), required: option.isRequired };
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

/** The name that calls carry, and what a person's client shows for it. */
function nameOf({ name, localName }: Pick<CommandOption, "name" | "localName">): { name: string } {
  return { name, ...localize("name_localizations", localName ?? {}, maxName) };
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
