import { ApplicationCommandOptionType, ApplicationCommandType, InteractionType } from "discord.js";
import type {
  APIApplicationCommandInteraction,
  APIApplicationCommandInteractionDataOption,
  APIInteraction,
  APIMessageComponentInteraction,
} from "discord.js";
import type { CommandSpec, Completion, Invocation } from "../../../src/ports/command.ts";
import { readChannelFacts } from "./channel-kind.ts";
import { readComponentId, type ComponentUse } from "./component-id.ts";
import { readForm } from "./form.ts";
import { placeOf, readTarget, resolvedChannel, type PlaceContext } from "./place.ts";
import { isAdministrator, missingFrom, type Rights } from "./rights.ts";

/** What an invocation is read with: the registry, and what may be asked of Discord. */
export interface InvocationContext extends PlaceContext {
  readonly specs: readonly CommandSpec[];
  readonly rights: Rights;
}

/** The command that an interaction calls, by its name, by a message's menu or by one of our components. Null: it calls none. */
export function readInvocation(interaction: APIInteraction, context: InvocationContext): Invocation | null {
  const call = readCall(interaction, context.specs);
  const place = placeOf(interaction, context);
  const person = interaction.member?.user ?? interaction.user;
  if (call === null || place === null || person === undefined) return null;
  const { about, ...rest } = call;
  return {
    ...rest,
    address: place.address,
    chatTitle: place.title,
    ...(place.partOf === null ? {} : { partOf: place.partOf }),
    isDirect: place.isDirect,
    target: readTarget(interaction, optionsFor(context.specs, call), { options: call.options, context }),
    about: about === null ? null : place.messageId(about),
    missingRights: (at) => missingRights(interaction, context, at.channel),
    user: {
      platform: "discord",
      id: person.id,
      name: person.global_name ?? person.username,
      language: "locale" in interaction ? interaction.locale : null,
      isChatAdmin: (at = place.address) => isChatAdmin(interaction, context, at.channel),
    },
  };
}

type Call = Pick<Invocation, "command" | "subcommand" | "options" | "about">;

function readCall(interaction: APIInteraction, specs: readonly CommandSpec[]): Call | null {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return readCommand(interaction, specs);
    case InteractionType.MessageComponent: {
      const use = readComponentId(interaction.data.custom_id);
      return use === null ? null : readUse(use, chosenIn(interaction), specs);
    }
    case InteractionType.ModalSubmit: {
      const use = readComponentId(interaction.data.custom_id);
      return use?.kind === "form" ? readUse(use, readForm(interaction.data), specs) : null;
    }
    default:
      return null;
  }
}

function readCommand(
  { data, guild_id }: APIApplicationCommandInteraction,
  specs: readonly CommandSpec[],
): Call | null {
  if (data.type !== ApplicationCommandType.ChatInput) {
    const isOfMessage = data.type === ApplicationCommandType.Message;
    const spec = isOfMessage ? specs.find(({ onMessage }) => onMessage?.["en"] === data.name) : undefined;
    // One that is not ours (any more) is answered as a command that is not known.
    const command = spec?.name ?? data.name;
    return { command, subcommand: null, options: {}, about: isOfMessage ? data.target_id : null };
  }
  const { subcommand, options } = openOptions(data.options ?? []);
  const values = options.flatMap((option): [string, string][] => {
    if (!("value" in option)) return [];
    // The role of everybody has its server's id. It is nobody's to mention.
    const isEverybody = option.type === ApplicationCommandOptionType.Role && option.value === guild_id;
    return [[option.name, isEverybody ? "everyone" : String(option.value)]];
  });
  return { command: data.name, subcommand, options: Object.fromEntries(values), about: null };
}

function openOptions(options: readonly APIApplicationCommandInteractionDataOption[]): {
  readonly subcommand: string | null;
  readonly options: readonly APIApplicationCommandInteractionDataOption[];
} {
  const nested = options.find(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  if (nested === undefined) return { subcommand: null, options };
  return { subcommand: nested.name, options: "options" in nested ? (nested.options ?? []) : [] };
}

/** What was chosen in a list, as a word; "" for a button. What a client could not have sent is left out. */
function chosenIn({ data }: APIMessageComponentInteraction): string {
  const use = readComponentId(data.custom_id);
  const values = "values" in data && Array.isArray(data.values) ? data.values.map(String) : [];
  const known = values.filter((value) => /^[!-+\--~]{1,20}$/.test(value));
  if (use?.kind === "choices") return `=${known.join(",")}`;
  return use?.kind === "choice" ? (known[0] ?? "") : "";
}

/** A component's argument and one more word, as if they had been typed: a subcommand first where there are some, then options by their order; the last takes the rest. */
function readUse(use: ComponentUse, word: string, specs: readonly CommandSpec[]): Call {
  const spec = specs.find(({ name }) => name === use.command);
  const words = `${use.argument} ${word}`.split(/\s+/).filter((one) => one !== "");
  const subcommand = spec?.subcommands.find(({ name }) => name === words[0]);
  if (subcommand !== undefined) words.shift();
  const options = (subcommand ?? spec)?.options ?? [];
  return {
    command: use.command,
    subcommand: subcommand?.name ?? null,
    about: null,
    options: Object.fromEntries(
      options.flatMap(({ name }, index) => {
        const value = index === options.length - 1 ? words.slice(index).join(" ") : (words[index] ?? "");
        return value === "" ? [] : [[name, value]];
      }),
    ),
  };
}

function optionsFor(
  specs: readonly CommandSpec[],
  { command, subcommand }: Pick<Call, "command" | "subcommand">,
): CommandSpec["options"] {
  const spec = specs.find(({ name }) => name === command);
  return (spec?.subcommands.find(({ name }) => name === subcommand) ?? spec)?.options ?? [];
}

/** What is typed into an option, with what it belongs to. Null: nothing that we complete. */
export function readCompletion(interaction: APIInteraction, context: InvocationContext): Completion | null {
  if (interaction.type !== InteractionType.ApplicationCommandAutocomplete) return null;
  const { subcommand, options } = openOptions(interaction.data.options);
  const focused = options.find((option) => "focused" in option && option.focused);
  const place = placeOf(interaction, context);
  const person = interaction.member?.user ?? interaction.user;
  if (focused === undefined || !("value" in focused) || place === null || person === undefined) return null;
  return {
    command: interaction.data.name,
    subcommand,
    option: focused.name,
    typed: String(focused.value),
    address: place.address,
    user: { platform: "discord", id: person.id, language: interaction.locale },
  };
}

/**
 * Discord says with each interaction who may manage its server. Of a channel that is not known to be in it Discord is asked, also where an option names it, for that may be
 * forged. In the person's own chat with the bot everyone administers.
 */
async function isChatAdmin(
  interaction: APIInteraction,
  context: InvocationContext,
  channel: string,
): Promise<boolean> {
  const place = placeOf(interaction, context);
  const person = interaction.member?.user ?? interaction.user;
  if (place === null || person === undefined) return false;
  const isHere = channel === place.address.channel;
  if (isHere && place.guildId === null) return place.isDirect;
  const facts = context.channels.known(channel) ?? readChannelFacts(resolvedChannel(interaction, channel));
  const isInServer = isHere || facts?.guildId === place.guildId;
  if (place.guildId !== null && isInServer)
    return isAdministrator(BigInt(interaction.member?.permissions ?? "0"));
  return context.rights.isAdminAt(channel, person.id);
}

/** Discord says with each interaction what the bot may do in its channel, and in the channels that options name. */
async function missingRights(
  interaction: APIInteraction,
  context: InvocationContext,
  channel: string,
): ReturnType<Invocation["missingRights"]> {
  const place = placeOf(interaction, context);
  if (place === null) return [];
  const isHere = channel === place.address.channel;
  if (isHere && place.isDirect) return [];
  // Where only a person has the bot, it answers that person and sees nothing.
  if (isHere && (place.guildId === null || !place.isMember)) return ["see"];
  const said: object | null =
    isHere && place.partOf === null
      ? { ...interaction, type: place.type }
      : resolvedChannel(interaction, channel);
  const permissions: unknown = said === null ? undefined : Reflect.get(said, "app_permissions");
  const type: unknown = said === null ? undefined : Reflect.get(said, "type");
  return typeof permissions === "string" && typeof type === "number" && type >= 0
    ? missingFrom(BigInt(permissions), type)
    : ((await context.rights.missingIn(channel)) ?? []);
}
