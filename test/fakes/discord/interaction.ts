import { randomUUID } from "node:crypto";
import { contextOf, isBotAt } from "./chosen.ts";
import { drawChannel, drawMessage } from "./drawn.ts";
import type { Json } from "./forms.ts";
import { firstResponseMs } from "./interaction-routes.ts";
import type { Gateway } from "./gateway.ts";
import {
  bitsOf,
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
  /** Resolves with what is shown at last: the answer, deferred or not, in place or after it. */
  readonly answer: Promise<Message>;
}

/** What a person does. */
export interface Begun {
  readonly type: number;
  readonly channel: Channel;
  readonly data: Json;
  /** The message whose component is used, or whose component showed the form. */
  readonly origin?: Message;
}

/** Makes an interaction and tells the bot of it. */
export function beginInteraction(
  options: { readonly world: World; readonly gateway: Gateway },
  user: User,
  begun: Begun,
): Watched {
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
    form: null,
    origin: begun.origin ?? null,
    isOnlyPersons: !isBotAt(world, begun.channel),
    watchers: new Set(),
    repeat: () => undefined,
  };
  world.interactions.set(interaction.id, interaction);
  world.byToken.set(interaction.token, interaction);
  const drawn = drawInteraction(world, interaction, { user, begun });
  interaction.repeat = () => gateway.dispatch("INTERACTION_CREATE", drawn, begun.channel.guildId);
  gateway.dispatch("INTERACTION_CREATE", drawn, begun.channel.guildId);
  return watch(world, interaction);
}

function drawInteraction(
  world: World,
  interaction: Interaction,
  by: { readonly user: User; readonly begun: Begun },
): Json {
  const { user, begun } = by;
  const person = drawUser(user, false);
  const { guildId } = begun.channel;
  const member = {
    user: person,
    permissions: bitsOf(user.permissions),
    roles: [user.roleId],
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
    channel: drawChannel(world, begun.channel),
    channel_id: begun.channel.id,
    locale: user.locale,
    entitlements: [],
    attachment_size_limit: 10_485_760,
    app_permissions: bitsOf(begun.channel.permissions),
    authorizing_integration_owners: interaction.isOnlyPersons ? { "1": user.id } : { "0": guildId ?? "0" },
    context: contextOf(begun.channel),
    ...(begun.origin === undefined ? {} : { message: drawMessage(world, begun.origin) }),
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

function watch(world: World, interaction: Interaction): Watched {
  const seen = <T>(find: () => T | null): Promise<T> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = find();
        if (found === null) return;
        interaction.watchers.delete(look);
        resolve(found);
      };
      interaction.watchers.add(look);
      look();
    });
  const done = new AbortController();
  const late = world.clock.sleep(firstResponseMs, done.signal).then(() => {
    if (interaction.acknowledged === null)
      throw new Error(`Interaction ${interaction.id} was not acknowledged in time.`);
  });
  const first = seen(() => interaction.acknowledged).then((acknowledged) => {
    done.abort();
    return {
      type: acknowledged.type,
      afterMs: acknowledged.at - interaction.createdAt,
      isEphemeral: acknowledged.isEphemeral,
    };
  });
  const acknowledged = Promise.race([first, late.then(() => first)]);
  const answer = acknowledged.then(() => seen(() => interaction.answer ?? interaction.followUps[0] ?? null));
  // Whoever looks at one of them only is not told of the other's end.
  acknowledged.catch(() => undefined);
  answer.catch(() => undefined);
  return { id: interaction.id, interaction, acknowledged, answer };
}
