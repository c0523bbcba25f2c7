import { objectsOf, textOf, type Json } from "./forms.ts";
import type { Gateway } from "./gateway.ts";
import { interactionTypes } from "./callback-form.ts";
import { commandData, completionData, menuData } from "./chosen.ts";
import { drawMessage } from "./drawn.ts";
import { beginInteraction, type Begun, type Watched } from "./interaction.ts";
import type { Channel, Message, User, World } from "./world.ts";

export type { Watched } from "./interaction.ts";

export interface FakeUser {
  readonly id: string;
  /** Runs a registered slash command, checked as the client does. Subcommand: `"sources add"`. Throws when Discord would not offer it. */
  runs(command: string, options?: Readonly<Record<string, string>>, channelId?: string): Watched;
  /** Runs a command with options that no client would let be chosen, as a channel of another server. */
  forgesOptions(command: string, options: Readonly<Record<string, string>>): Watched;
  /** Presses a message's button: by its label, or by a part of its custom id. */
  presses(message: Message, button: string): Watched;
  /** Chooses in a message's list, by its placeholder or a part of its custom id: options by their label or value. */
  chooses(message: Message, select: string, options: readonly string[]): Watched;
  /** Uses a component whose custom id no client would send: what somebody forges. */
  forges(message: Message, data: Json): Watched;
  /** Fills in the form that an interaction was answered with. */
  fills(form: Watched, answer: string): Watched;
  /** Uses a command of a message's menu, by the name in the person's language. */
  usesMenu(message: Message, name: string): Watched;
  /** Types into an option with autocompletion. */
  types(command: string, option: string, text: string, channelId?: string): Watched;
}

export interface PeopleOptions {
  readonly world: World;
  readonly gateway: Gateway;
  readonly defaultChannelId: string;
}

/** A person who acts through Discord's client. */
export function actAs(user: User, options: PeopleOptions): FakeUser {
  const { world } = options;
  const begin = (begun: Begun): Watched => beginInteraction(options, user, begun);
  const onMessage = (message: Message, data: Json): Watched =>
    begin({
      type: interactionTypes.component,
      channel: channelOf(world, message.channelId),
      data: { id: 1, ...data },
      origin: message,
    });
  return {
    id: user.id,
    runs(command, given = {}, channelId = options.defaultChannelId) {
      const channel = channelOf(world, channelId);
      const data = commandData(world, { user, channel, command, given });
      return begin({ type: interactionTypes.command, channel, data });
    },
    forgesOptions(command, given) {
      const channel = channelOf(world, options.defaultChannelId);
      const data = commandData(world, { user, channel, command, given, isForged: true });
      return begin({ type: interactionTypes.command, channel, data });
    },
    presses(message, button) {
      const component = findComponent(message, (one) => one["type"] === 2 && isCalled(one, "label", button));
      return onMessage(message, { component_type: 2, custom_id: component["custom_id"] });
    },
    chooses(message, select, wanted) {
      const component = findComponent(
        message,
        (one) => one["type"] === 3 && isCalled(one, "placeholder", select),
      );
      const values = valuesOf(component, wanted);
      return onMessage(message, { component_type: 3, custom_id: component["custom_id"], values });
    },
    forges: onMessage,
    fills(form, answer) {
      const shown = form.interaction.form;
      if (shown === null) throw new Error("There is no form.");
      return begin({
        type: interactionTypes.modal,
        channel: channelOf(world, form.interaction.channelId),
        data: { custom_id: shown["custom_id"], components: filled(shown, answer) },
        ...(form.interaction.origin === null ? {} : { origin: form.interaction.origin }),
      });
    },
    usesMenu(message, name) {
      const channel = channelOf(world, message.channelId);
      const data = menuData(world, { user, channel, name, target: drawMessage(world, message) });
      return begin({ type: interactionTypes.command, channel, data });
    },
    types(command, option, text, channelId = options.defaultChannelId) {
      const channel = channelOf(world, channelId);
      const data = completionData(world, { user, channel, command, given: { [option]: text } });
      return begin({ type: interactionTypes.autocomplete, channel, data });
    },
  };
}

function channelOf(world: World, id: string): Channel {
  const channel = world.channels.get(id);
  if (channel === undefined || channel.isDeleted) throw new Error(`There is no channel ${id}.`);
  return channel;
}

function isCalled(component: Json, field: string, wanted: string): boolean {
  const id = textOf(component["custom_id"]);
  return component[field] === wanted || (id !== "" && id.includes(wanted));
}

function findComponent(message: Message, isIt: (component: Json) => boolean): Json {
  const find = (components: unknown): Json | null => {
    for (const component of objectsOf(components)) {
      const found = isIt(component) ? component : find(component["components"]);
      if (found !== null) return found;
    }
    return null;
  };
  const found = find(message.body["components"]);
  if (found === null) throw new Error(`Message ${message.id} has no such component.`);
  return found;
}

/** The values of options, as many as may be chosen. */
function valuesOf(select: Json, wanted: readonly string[]): string[] {
  const options = objectsOf(select["options"]);
  const values = wanted.map((one) => {
    const option = options.find(({ label, value }) => label === one || value === one);
    if (option === undefined) throw new Error(`"${one}" is not in the list.`);
    return textOf(option["value"]);
  });
  if (values.length < Number(select["min_values"] ?? 1) || values.length > Number(select["max_values"] ?? 1))
    throw new Error(`${values.length} cannot be chosen.`);
  return values;
}

/** Components of a form with its first input filled in. The client does not let longer answers be given. */
function filled(form: Json, answer: string): Json[] {
  return objectsOf(form["components"]).map((label, index) => {
    const input = (label["component"] ?? {}) as Json;
    if (answer.length > Number(input["max_length"] ?? 4_000)) throw new Error("The answer is too long.");
    return {
      type: label["type"],
      id: index * 2 + 1,
      component: { type: input["type"], id: index * 2 + 2, custom_id: input["custom_id"], value: answer },
    };
  });
}
