import { drawChannel, drawRole } from "./drawn.ts";
import { objectOf, objectsOf, textOf, type Json } from "./forms.ts";
import { bitsOf, channelTypes, type Channel, type User, type World } from "./world.ts";

interface Place {
  readonly user: User;
  readonly channel: Channel;
}

export interface ChosenCommand extends Place {
  readonly command: string;
  readonly given: Readonly<Record<string, string>>;
  /** Options name what no client would offer. Absent: they do not. */
  readonly isForged?: boolean;
}

const optionTypes = { subcommand: 1, string: 3, channel: 7, role: 8 };

/** The data of a slash command, if the person is offered it. */
export function commandData(world: World, chosen: ChosenCommand): Json {
  const { command, nested, path } = findCommand(world, chosen);
  const defined = objectsOf((nested ?? command)["options"]);
  const options = fillOptions(defined, chosen.given);
  return {
    ...path(options),
    ...resolve(world, chosen, { defined, options }),
  };
}

/** The data of an option that is being typed into; the other ones may be missing. */
export function completionData(world: World, chosen: ChosenCommand): Json {
  const { command, nested, path } = findCommand(world, chosen);
  const [[name, value] = ["", ""]] = Object.entries(chosen.given);
  const option = objectsOf((nested ?? command)["options"]).find((one) => one["name"] === name);
  if (option?.["autocomplete"] !== true) throw new Error(`Nothing is offered for ${name}.`);
  return path([{ type: option["type"], name, value, focused: true }]);
}

/** The data of a command of a message's menu, if the person is offered it. */
export function menuData(
  world: World,
  chosen: Place & { readonly name: string; readonly target: Json },
): Json {
  const { locale } = chosen.user;
  const shownName = (command: Json): unknown =>
    objectOf(command["name_localizations"])?.[locale] ?? command["name"];
  const command = world.commands.find((one) => one["type"] === 3 && shownName(one) === chosen.name);
  if (command === undefined) throw new Error(`No "${chosen.name}" is in the menu.`);
  checkOffered(world, command, chosen);
  const id = textOf(chosen.target["id"]);
  return {
    id: command["id"],
    name: command["name"],
    type: 3,
    target_id: id,
    resolved: { messages: { [id]: chosen.target } },
  };
}

interface Found {
  readonly command: Json;
  readonly nested: Json | undefined;
  readonly path: (options: Json[]) => Json;
}

function findCommand(world: World, chosen: ChosenCommand): Found {
  const [name = "", subcommand] = chosen.command.split(" ");
  const command = world.commands.find((one) => one["name"] === name && one["type"] === 1);
  if (command === undefined) throw new Error(`No command /${name} is registered.`);
  checkOffered(world, command, chosen);
  const parts = objectsOf(command["options"]).filter((one) => one["type"] === optionTypes.subcommand);
  const nested = parts.find((one) => one["name"] === subcommand);
  if (subcommand !== undefined && nested === undefined) throw new Error(`/${name} has no ${subcommand}.`);
  if (subcommand === undefined && parts.length > 0) throw new Error(`/${name} is not itself called.`);
  const base = { id: command["id"], name, type: 1 };
  return {
    command,
    nested,
    path: (options) => ({
      ...base,
      options: nested === undefined ? options : [{ type: 1, name: subcommand, options }],
    }),
  };
}

/** Whether the bot itself is in the channel's server, or the channel is a person's with it. */
export function isBotAt(world: World, channel: Channel): boolean {
  if (channel.type === channelTypes.dm) return true;
  return channel.guildId !== null && world.guilds.get(channel.guildId)?.isMember === true;
}

/** Where a channel is: 0 in a server, 1 with the bot, 2 among people. */
export function contextOf(channel: Channel): number {
  if (channel.guildId !== null) return 0;
  return channel.type === channelTypes.dm ? 1 : 2;
}

function checkOffered(world: World, command: Json, { user, channel }: Place): void {
  const { contexts, integration_types: installations } = command;
  const refuse = (): never => {
    throw new Error(`${user.name} is not offered /${textOf(command["name"])} here.`);
  };
  if (Array.isArray(contexts) && !contexts.includes(contextOf(channel))) refuse();
  const installation = isBotAt(world, channel) ? 0 : 1;
  if (Array.isArray(installations) && !installations.includes(installation)) refuse();
  const needed = command["default_member_permissions"];
  if (channel.guildId === null || typeof needed !== "string" || user.permissions.has("ADMINISTRATOR")) return;
  const held = BigInt(bitsOf(user.permissions));
  if (needed === "0" || (held & BigInt(needed)) !== BigInt(needed)) refuse();
}

function fillOptions(defined: readonly Json[], given: Readonly<Record<string, string>>): Json[] {
  const unknown = Object.keys(given).filter((name) => !defined.some((option) => option["name"] === name));
  if (unknown.length > 0) throw new Error(`No such option: ${unknown.join(", ")}.`);
  return defined.flatMap((option) => {
    const value = given[textOf(option["name"])];
    if (value === undefined && option["required"] === true)
      throw new Error(`Option ${textOf(option["name"])} is required.`);
    if (value === undefined) return [];
    const choices = objectsOf(option["choices"]);
    if (choices.length > 0 && !choices.some((choice) => choice["value"] === value))
      throw new Error(`"${value}" is not among the choices of ${textOf(option["name"])}.`);
    return [{ type: option["type"], name: option["name"], value }];
  });
}

/** Channels and roles that options name, as the person could choose them. */
function resolve(
  world: World,
  { user, channel, isForged = false }: ChosenCommand,
  { defined, options }: { readonly defined: readonly Json[]; readonly options: readonly Json[] },
): Json {
  const channels: Json = {};
  const roles: Json = {};
  for (const option of options) {
    const id = textOf(option["value"]);
    if (option["type"] === optionTypes.channel) {
      const types = defined.find(({ name }) => name === option["name"])?.["channel_types"];
      const named = world.channels.get(id);
      const isOffered = named !== undefined && named.guildId !== null && named.guildId === channel.guildId;
      if (named === undefined || (!isOffered && !isForged))
        throw new Error(`There is no channel ${id} to choose.`);
      if (!isForged && Array.isArray(types) && !types.includes(named.type))
        throw new Error("Not a channel of that type.");
      const { permission_overwrites: _none, owner_id: _owner, ...partial } = drawChannel(world, named);
      channels[id] = {
        ...partial,
        permissions: bitsOf(user.permissions),
        app_permissions: bitsOf(named.permissions),
      };
    }
    if (option["type"] === optionTypes.role) {
      const role = world.guilds.get(channel.guildId ?? "")?.roles.get(id);
      if (role === undefined && id !== channel.guildId) throw new Error(`There is no role ${id} to choose.`);
      roles[id] = drawRole(role ?? { id, name: "@everyone", isMentionable: false }, []);
    }
  }
  const isEmpty = Object.keys(channels).length + Object.keys(roles).length === 0;
  return isEmpty ? {} : { resolved: { channels, roles } };
}
