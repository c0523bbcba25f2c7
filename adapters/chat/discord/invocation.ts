import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
  PermissionFlagsBits,
} from "discord.js";
import type {
  APIApplicationCommandInteractionDataOption,
  APIInteraction,
  APIMessageComponentInteraction,
} from "discord.js";
import type { CommandSpec, Invocation } from "../../../src/ports/command.ts";
import { readButtonId } from "./buttons.ts";

/** What an invocation is read with: the registry and what the gateway knows. */
export interface InvocationContext {
  readonly specs: readonly CommandSpec[];
  readonly serverName: (serverId: string) => string | null;
}

/** The command that an interaction calls, by its name or by one of our buttons. Null: it calls none. */
export function readInvocation(interaction: APIInteraction, context: InvocationContext): Invocation | null {
  const call = readCall(interaction, context.specs);
  const channel = interaction.channel?.id ?? interaction.channel_id;
  const person = interaction.member?.user ?? interaction.user;
  if (call === null || channel === undefined || person === undefined) return null;
  return {
    ...call,
    address: { platform: "discord", channel, thread: null },
    chatTitle: titleOf(interaction, context),
    isDirect: interaction.guild_id === undefined,
    target: null,
    about: null,
    missingRights: () => Promise.resolve([]),
    user: {
      platform: "discord",
      id: person.id,
      language: "locale" in interaction ? interaction.locale : null,
      isChatAdmin: () => Promise.resolve(isChatAdmin(interaction)),
    },
  };
}

type Call = Pick<Invocation, "command" | "subcommand" | "options">;

function readCall(interaction: APIInteraction, specs: readonly CommandSpec[]): Call | null {
  if (interaction.type === InteractionType.MessageComponent) return readPress(interaction, specs);
  if (interaction.type !== InteractionType.ApplicationCommand) return null;
  const { data } = interaction;
  if (data.type !== ApplicationCommandType.ChatInput) return null;
  const options = data.options ?? [];
  const subcommand = options.find(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  return {
    command: data.name,
    subcommand: subcommand?.name ?? null,
    options: readOptions(
      subcommand !== undefined && "options" in subcommand ? (subcommand.options ?? []) : options,
    ),
  };
}

function readOptions(
  options: readonly APIApplicationCommandInteractionDataOption[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    options.flatMap((option) => ("value" in option ? [[option.name, String(option.value)]] : [])),
  );
}

function readPress(interaction: APIMessageComponentInteraction, specs: readonly CommandSpec[]): Call | null {
  const press = readButtonId(interaction.data.custom_id);
  return press === null ? null : { command: press.command, ...readArgument(press, specs) };
}

/** A button's argument as if it had been typed: a subcommand first where there are some, then options by their order; the last takes the rest. */
function readArgument(
  press: { readonly command: string; readonly argument: string },
  specs: readonly CommandSpec[],
): Pick<Call, "subcommand" | "options"> {
  const spec = specs.find(({ name }) => name === press.command);
  const words = press.argument.split(/\s+/).filter((word) => word !== "");
  const subcommand = spec?.subcommands.find(({ name }) => name === words[0]);
  if (subcommand !== undefined) words.shift();
  const options = (subcommand ?? spec)?.options ?? [];
  return {
    subcommand: subcommand?.name ?? null,
    options: Object.fromEntries(
      options.flatMap(({ name }, index) => {
        const value = index === options.length - 1 ? words.slice(index).join(" ") : (words[index] ?? "");
        return value === "" ? [] : [[name, value]];
      }),
    ),
  };
}

/** Who may manage the server administers its chats; in a direct message everyone does. Discord says so with each interaction. */
function isChatAdmin(interaction: APIInteraction): boolean {
  if (interaction.guild_id === undefined) return true;
  const permissions = BigInt(interaction.member?.permissions ?? "0");
  return (permissions & (PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageGuild)) !== 0n;
}

function titleOf(interaction: APIInteraction, context: InvocationContext): string {
  const channel = interaction.channel;
  const name = channel !== undefined && "name" in channel ? channel.name : null;
  const server = interaction.guild_id === undefined ? null : context.serverName(interaction.guild_id);
  if (interaction.guild_id === undefined) return name ?? interaction.user?.username ?? "";
  return [name === null || name === undefined ? null : `#${name}`, server]
    .filter((part) => part !== null)
    .join(", ");
}
