import { randomUUID } from "node:crypto";
import { objectsOf, textOf, type Json } from "./forms.ts";
import type { Gateway } from "./gateway.ts";
import { firstResponseMs, interactionTypes } from "./interaction-routes.ts";
import {
  bitsOf,
  channelTypes,
  drawChannel,
  drawUser,
  type Channel,
  type Interaction,
  type Message,
  type User,
  type World,
} from "./world.ts";

/** An interaction as the person who began it sees it. */
export interface Watched {
  readonly id: string;
  readonly interaction: Interaction;
  /** Resolves with the first response; rejects when the three seconds are over on the fake's clock. */
  readonly acknowledged: Promise<{
    readonly type: number;
    readonly afterMs: number;
    readonly isEphemeral: boolean;
  }>;
  /** Resolves with what is shown at last: the answer, deferred or not. */
  readonly answer: Promise<Message>;
}

export interface FakeUser {
  readonly id: string;
  /** Runs a registered slash command, checked as the client does. Subcommand: `"sources add"`. Throws when Discord would not offer it. */
  runs(command: string, options?: Readonly<Record<string, string>>, channelId?: string): Watched;
  /** Presses a message's button: by its label, or by a part of its custom id. */
  presses(message: Message, button: string): Watched;
  /** Types into an option with autocompletion. */
  types(command: string, option: string, text: string): Watched;
}

export interface PeopleOptions {
  readonly world: World;
  readonly gateway: Gateway;
  readonly defaultChannelId: string;
}

/** A person who acts through Discord's client. */
export function actAs(user: User, options: PeopleOptions): FakeUser {
  const begin = (begun: Begun): Watched => beginInteraction(options, user, begun);
  return {
    id: user.id,
    runs(command, given = {}, channelId = options.defaultChannelId) {
      const channel = channelOf(options.world, channelId);
      return begin({
        type: interactionTypes.command,
        channel,
        data: commandData(options.world, { user, channel, command, given }),
      });
    },
    presses(message, button) {
      const channel = channelOf(options.world, message.channelId);
      const component = findButton(message.body["components"], button);
      if (component === null) throw new Error(`No button "${button}" on message ${message.id}.`);
      const data = { component_type: 2, custom_id: component["custom_id"], id: 1 };
      return begin({ type: interactionTypes.component, channel, data, message });
    },
    types(command, option, text) {
      const channel = channelOf(options.world, options.defaultChannelId);
      const data = {
        id: "0",
        type: 1,
        name: command,
        options: [{ type: 3, name: option, value: text, focused: true }],
      };
      return begin({ type: interactionTypes.autocomplete, channel, data });
    },
  };
}

function channelOf(world: World, id: string): Channel {
  const channel = world.channels.get(id);
  if (channel === undefined || channel.isDeleted) throw new Error(`There is no channel ${id}.`);
  return channel;
}

interface Chosen {
  readonly user: User;
  readonly channel: Channel;
  readonly command: string;
  readonly given: Readonly<Record<string, string>>;
}

/** The data of a command, if the person is offered it. */
function commandData(world: World, chosen: Chosen): Json {
  const [name = "", subcommand] = chosen.command.split(" ");
  const command = world.commands.find((one) => one["name"] === name && one["type"] === 1);
  if (command === undefined) throw new Error(`No command /${name} is registered.`);
  checkOffered(command, chosen);
  const nested = objectsOf(command["options"]).find((one) => one["type"] === 1 && one["name"] === subcommand);
  if (subcommand !== undefined && nested === undefined) throw new Error(`/${name} has no ${subcommand}.`);
  const options = fillOptions(objectsOf((nested ?? command)["options"]), chosen.given);
  return {
    id: command["id"],
    name,
    type: 1,
    options: nested === undefined ? options : [{ type: 1, name: subcommand, options }],
  };
}

function checkOffered(command: Json, { user, channel }: Chosen): void {
  const contexts = command["contexts"];
  const context = channel.type === channelTypes.dm ? 1 : 0;
  if (Array.isArray(contexts) && !contexts.includes(context))
    throw new Error(`/${textOf(command["name"])} is not offered here.`);
  const needed = command["default_member_permissions"];
  if (channel.type === channelTypes.dm || typeof needed !== "string" || user.permissions.has("ADMINISTRATOR"))
    return;
  const held = BigInt(bitsOf(user.permissions));
  if (needed === "0" || (held & BigInt(needed)) !== BigInt(needed))
    throw new Error(`${user.name} is not offered /${textOf(command["name"])}.`);
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

function findButton(components: unknown, wanted: string): Json | null {
  for (const component of objectsOf(components)) {
    const id = textOf(component["custom_id"]);
    if (component["type"] === 2 && (component["label"] === wanted || (id !== "" && id.includes(wanted))))
      return component;
    const inner = findButton(component["components"], wanted);
    if (inner !== null) return inner;
  }
  return null;
}

interface Begun {
  readonly type: number;
  readonly channel: Channel;
  readonly data: Json;
  readonly message?: Message;
}

function beginInteraction(options: PeopleOptions, user: User, begun: Begun): Watched {
  const { world, gateway } = options;
  const interaction: Interaction = {
    id: world.nextId(),
    token: `interaction-${randomUUID()}`,
    type: begun.type,
    userId: user.id,
    channelId: begun.channel.id,
    createdAt: world.clock.now(),
    acknowledged: null,
    answer: null,
    followUps: [],
    choices: null,
    watchers: new Set(),
  };
  world.interactions.set(interaction.id, interaction);
  gateway.dispatch(
    "INTERACTION_CREATE",
    drawInteraction(world, interaction, { user, begun }),
    begun.channel.guildId,
  );
  return watch(world, interaction);
}

function drawInteraction(world: World, interaction: Interaction, by: { user: User; begun: Begun }): Json {
  const { user, begun } = by;
  const person = drawUser(user, false);
  const { guildId } = begun.channel;
  const member = {
    user: person,
    permissions: bitsOf(user.permissions),
    roles: [],
    joined_at: "2026-01-01T00:00:00.000000+00:00",
    deaf: false,
    mute: false,
    flags: 0,
  };
  return {
    id: interaction.id,
    application_id: world.applicationId,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data: begun.data,
    channel: drawChannel(begun.channel),
    channel_id: begun.channel.id,
    locale: user.locale,
    entitlements: [],
    attachment_size_limit: 10_485_760,
    app_permissions: bitsOf(begun.channel.permissions),
    authorizing_integration_owners: guildId === null ? { "0": "0" } : { "0": guildId },
    context: guildId === null ? 1 : 0,
    ...(begun.message === undefined ? {} : { message: drawPressed(world, begun.message) }),
    ...(guildId === null
      ? { user: person }
      : {
          member,
          guild_id: guildId,
          guild_locale: "en-US",
          guild: { id: guildId, locale: "en-US", features: [] },
        }),
  };
}

function drawPressed(world: World, message: Message): Json {
  const author = drawUser({ id: world.botId, name: "tallywire" }, true);
  return {
    id: message.id,
    channel_id: message.channelId,
    author,
    ...message.body,
    attachments: [],
    mentions: [],
    mention_roles: [],
    type: 0,
    timestamp: new Date(message.at).toISOString(),
  };
}

function watch(world: World, interaction: Interaction): Watched {
  const acknowledged = new Promise<void>((resolve, reject) => {
    const done = new AbortController();
    const look = (): void => {
      if (interaction.acknowledged === null) return;
      interaction.watchers.delete(look);
      done.abort();
      resolve();
    };
    interaction.watchers.add(look);
    void world.clock.sleep(firstResponseMs, done.signal).then(() => {
      if (interaction.acknowledged === null)
        reject(new Error(`Interaction ${interaction.id} was not acknowledged in time.`));
    });
  }).then(() => ({
    type: interaction.acknowledged?.type ?? 0,
    afterMs: (interaction.acknowledged?.at ?? 0) - interaction.createdAt,
    isEphemeral: interaction.acknowledged?.isEphemeral ?? false,
  }));
  const answer = acknowledged.then(
    () =>
      new Promise<Message>((resolve) => {
        const look = (): void => {
          if (interaction.answer === null) return;
          interaction.watchers.delete(look);
          resolve(interaction.answer);
        };
        interaction.watchers.add(look);
        look();
      }),
  );
  // Whoever looks at one of them only is not told of the other's end.
  acknowledged.catch(() => undefined);
  answer.catch(() => undefined);
  return { id: interaction.id, interaction, acknowledged, answer };
}
