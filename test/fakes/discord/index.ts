import type { AddressInfo } from "node:net";
import { systemClock } from "../../../src/clock.ts";
import { createControl } from "./control.ts";
import { objectsOf, textOf } from "./forms.ts";
import type { FakeDiscord, FakeDiscordOptions } from "./fake-discord.ts";
import { drawChannel, drawGuild, drawMember, drawRole } from "./drawn.ts";
import { attachGateway, drawCreatedGuild, type Gateway } from "./gateway.ts";
import { keepMessage } from "./messages.ts";
import { actAs } from "./people.ts";
import { defaultAllowances } from "./rates.ts";
import { Script } from "./script.ts";
import { createApi, type SeenRequest } from "./server.ts";
import {
  addChannel,
  addGuild,
  botUser,
  channelTypes,
  createWorld,
  isThread,
  ordinary,
  type Channel,
  type Message,
  type User,
  type World,
} from "./world.ts";

/** Starts the fake on 127.0.0.1. */
export async function startFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const clock = options.clock ?? systemClock;
  const world = createWorld(clock, options.idsBehindMs);
  const guild = addGuild(world, "A server");
  const channel = addChannel(world, { guildId: guild.id, name: "alerts", type: channelTypes.text });
  const token = options.token ?? `${Buffer.from(world.botId).toString("base64url")}.fake.secret-of-the-bot`;
  const state = { isRevoked: false, port: 0 };
  const isToken = (given: string): boolean => !state.isRevoked && given === token;
  const script = new Script();
  const seen: SeenRequest[] = [];
  const parts: { gateway?: Gateway; fake?: FakeDiscord } = {};
  const server = createApi({
    world,
    script,
    isToken,
    seen,
    allowances: { ...defaultAllowances, ...options.allowances },
    factor: options.factor ?? 1,
    gateway: () => present(parts.gateway),
    control: createControl(() => present(parts.fake)),
  });
  const gateway = attachGateway(server, {
    world,
    clock,
    isToken,
    url: () => `ws://127.0.0.1:${state.port}/gateway`,
    heartbeatMs: options.heartbeatMs ?? 41_250,
    factor: options.factor ?? 1,
    shards: options.shards ?? 1,
  });
  parts.gateway = gateway;
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  state.port = (server.address() as AddressInfo).port;
  parts.fake = {
    ...stage(world, gateway, channel),
    port: state.port,
    apiRoot: `http://127.0.0.1:${state.port}/api`,
    token,
    botId: world.botId,
    applicationId: world.applicationId,
    guildId: guild.id,
    channelId: channel.id,
    gateway,
    requests: seen,
    script: (scripted) => script.add({ method: null, path: "", times: 1, ...scripted }),
    clearScript: () => script.clear(),
    revokeToken: () => {
      state.isRevoked = true;
    },
    stop: () =>
      new Promise((resolve) => {
        gateway.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return parts.fake;
}

function present<T>(part: T | undefined): T {
  if (part === undefined) throw new Error("The fake is not ready.");
  return part;
}

type Stage = Omit<
  FakeDiscord,
  | "port"
  | "apiRoot"
  | "token"
  | "botId"
  | "applicationId"
  | "guildId"
  | "channelId"
  | "gateway"
  | "requests"
  | "script"
  | "clearScript"
  | "revokeToken"
  | "stop"
>;

/** What tests do to the world and see of it. */
function stage(world: World, gateway: Gateway, first: Channel): Stage {
  const added = (channel: Channel, event: string): Channel => {
    gateway.dispatch(event, drawChannel(world, channel), channel.guildId);
    return channel;
  };
  const channel = (id: string): Channel => present(world.channels.get(id));
  return {
    addGuild(name) {
      const guild = addGuild(world, name);
      gateway.dispatch("GUILD_CREATE", drawCreatedGuild(world, guild), guild.id);
      return guild;
    },
    addChannel: (name, kind = "text", guildId = first.guildId ?? "") =>
      added(addChannel(world, { guildId, name, type: channelTypes[kind] }), "CHANNEL_CREATE"),
    addThread: (parentId, name) =>
      added(
        addChannel(world, {
          guildId: channel(parentId).guildId,
          name,
          type: channelTypes.publicThread,
          parentId,
          ownerId: "100000000000000002",
        }),
        "THREAD_CREATE",
      ),
    addTag(forumId, name, isModerated = false) {
      const tag = { id: world.nextId(), name, isModerated };
      channel(forumId).tags.push(tag);
      gateway.dispatch("CHANNEL_UPDATE", drawChannel(world, channel(forumId)), channel(forumId).guildId);
      return tag;
    },
    requireTag(forumId, isQuiet = false) {
      channel(forumId).isTagRequired = true;
      if (!isQuiet)
        gateway.dispatch("CHANNEL_UPDATE", drawChannel(world, channel(forumId)), channel(forumId).guildId);
    },
    addRole(name, isMentionable, guildId = first.guildId ?? "") {
      const role = { id: world.nextId(), name, isMentionable };
      present(world.guilds.get(guildId)).roles.set(role.id, role);
      return role;
    },
    noticesIn(channelId) {
      const guild = present(world.guilds.get(channel(channelId).guildId ?? ""));
      guild.noticesIn = channelId;
      gateway.dispatch("GUILD_UPDATE", drawGuild(world, guild), guild.id);
    },
    openGroup: (name) => addChannel(world, { guildId: null, name, type: channelTypes.groupDm }),
    installFor(types) {
      world.installations = types;
    },
    openDm: (userId) =>
      addChannel(world, {
        guildId: null,
        name: userOf(world, userId).name,
        type: channelTypes.dm,
        recipientId: userId,
      }),
    channel,
    rightsChange(id, how) {
      const guildId = channel(id).guildId ?? "";
      const role = drawRole({ id: guildId, name: "@everyone", isMentionable: false }, ordinary);
      const bot = drawMember(botUser(world), []);
      if (how === "in the channel")
        gateway.dispatch("CHANNEL_UPDATE", drawChannel(world, channel(id)), guildId);
      else if (how === "by a role")
        gateway.dispatch("GUILD_ROLE_UPDATE", { guild_id: guildId, role }, guildId);
      else gateway.dispatch("GUILD_MEMBER_UPDATE", { ...bot, guild_id: guildId }, guildId);
    },
    deleteChannel(id) {
      channel(id).isDeleted = true;
      const event = isThread(channel(id)) ? "THREAD_DELETE" : "CHANNEL_DELETE";
      gateway.dispatch(event, drawChannel(world, channel(id)), channel(id).guildId);
    },
    timeOut(id, untilAt) {
      present(world.guilds.get(id)).silencedUntilAt = untilAt;
    },
    removeFromGuild(id, isOutage = false) {
      const guild = present(world.guilds.get(id));
      guild.isMember = isOutage;
      gateway.dispatch("GUILD_DELETE", isOutage ? { id, unavailable: true } : { id }, id);
    },
    returnToGuild(id) {
      const guild = present(world.guilds.get(id));
      guild.isMember = true;
      gateway.dispatch("GUILD_CREATE", drawCreatedGuild(world, guild), id);
    },
    user: (id, about) => actAs(userOf(world, id, about), { world, gateway, defaultChannelId: first.id }),
    messages: (channelId) =>
      [...world.messages.values()].filter((one) => channelId === undefined || one.channelId === channelId),
    chatter(channelId, count) {
      for (let said = 0; said < count; said += 1)
        keepMessage(world, {
          channelId,
          body: { content: `Something else, ${said}` },
          attachments: [],
          replyTo: null,
          interactionId: null,
          nonce: null,
          pings: [],
        });
    },
    deleteMessage(id) {
      present(world.messages.get(id)).isDeleted = true;
    },
    commands: () => world.commands,
    interactions: () => [...world.interactions.values()],
    repeatInteraction: (id) => present(world.interactions.get(id)).repeat(),
  };
}

function userOf(world: World, id: string, about: Parameters<FakeDiscord["user"]>[1] = {}): User {
  const known = world.users.get(id);
  if (known !== undefined && Object.keys(about).length === 0) return known;
  const user: User = {
    id,
    name: about.name ?? known?.name ?? `person-${id}`,
    locale: about.locale ?? known?.locale ?? "en-US",
    roleId: known?.roleId ?? world.nextId(),
    guildId: about.guildId ?? known?.guildId ?? null,
    permissions: new Set(
      about.permissions ?? known?.permissions ?? (["VIEW_CHANNEL", "SEND_MESSAGES"] as const),
    ),
  };
  world.users.set(id, user);
  return user;
}

export type { FakeDiscord, FakeDiscordOptions } from "./fake-discord.ts";

/** All that a reader sees of a message: content, embeds and text components, mentions of commands by their names. */
export function seenText(message: Message): string {
  const texts = (components: unknown): string[] =>
    objectsOf(components).flatMap((one) => [textOf(one["content"]), ...texts(one["components"])]);
  const embeds = objectsOf(message.body["embeds"]).flatMap((embed) => [
    textOf(embed["title"]),
    textOf(embed["description"]),
  ]);
  return [textOf(message.body["content"]), ...embeds, ...texts(message.body["components"])]
    .filter((text) => text !== "")
    .join("\n")
    .replaceAll(/<\/([a-z ]+):\d+>/gu, "/$1");
}
