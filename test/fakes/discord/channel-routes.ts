import { drawChannel, drawMessage } from "./drawn.ts";
import { FormCheck, faultOf } from "./fault.ts";
import { textOf } from "./forms.ts";
import { messageFlags } from "./message-form.ts";
import { createMessage, editMessage } from "./messages.ts";
import { bodyOf, noContent, ok, sentOf, type Answer, type Call, type Route } from "./route.ts";
import { addChannel, channelTypes, isThread, visibleChannel, type Channel, type Message } from "./world.ts";

const oneHourMs = 3_600_000;

/** The channel of a path, if the bot sees it. */
export function channelOf(call: Call): Channel {
  return visibleChannel(call.world, call.params["channel"] ?? "");
}

/** The message of a path. */
export function messageOf(call: Call): Message {
  const message = call.world.messages.get(call.params["message"] ?? "");
  if (message === undefined || message.isDeleted || message.channelId !== call.params["channel"])
    throw faultOf(10_008);
  return message;
}

function listMessages(call: Call): Answer {
  const channel = channelOf(call);
  const limit = Number(call.query.get("limit") ?? "50");
  const cursors = ["around", "before", "after"].filter((name) => call.query.has(name));
  const check = new FormCheck();
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    check.add(["limit"], "NUMBER_TYPE_MAX", "int value should be between 1 and 100.");
  if (cursors.length > 1)
    check.add(["before"], "BASE_TYPE_BAD", "Only one of around, before and after may be given.");
  check.done();
  // Without the permission "no messages will be returned" (resources/message, get channel messages).
  if (channel.guildId !== null && !channel.permissions.has("READ_MESSAGE_HISTORY")) return ok([]);
  const before = call.query.get("before");
  const after = call.query.get("after");
  const present = [...call.world.messages.values()].filter(
    (message) =>
      message.channelId === channel.id &&
      !message.isDeleted &&
      // Seen by one person only, and in no history.
      (message.flags & messageFlags.ephemeral) === 0 &&
      (before === null || BigInt(message.id) < BigInt(before)) &&
      (after === null || BigInt(message.id) > BigInt(after)),
  );
  const chosen = after === null ? present.slice(-limit) : present.slice(0, limit);
  return ok(chosen.toReversed().map((message) => drawMessage(call.world, message)));
}

function patchMessage(call: Call): Answer {
  const channel = channelOf(call);
  const message = messageOf(call);
  if (message.authorId !== call.world.botId) throw faultOf(50_005);
  if (isThread(channel) && channel.isArchived) throw faultOf(50_083);
  // "Users won't be able to create or update messages in locked threads" (topics/threads).
  if (isThread(channel) && channel.isLocked && !channel.permissions.has("MANAGE_THREADS"))
    throw faultOf(160_005);
  if (call.world.clock.now() - message.at > oneHourMs) {
    const taken = call.windows.take(`old-edit:${channel.id}`, call.allowances.oldEdit);
    if (!taken.isAllowed) throw faultOf(30_046);
  }
  return ok(drawMessage(call.world, editMessage(call.world, message, sentOf(call))));
}

function openDm(call: Call): Answer {
  const userId = textOf(bodyOf(call)["recipient_id"]);
  const user = call.world.users.get(userId);
  if (user === undefined) throw faultOf(10_013);
  const present = [...call.world.channels.values()].find(({ recipientId }) => recipientId === userId);
  const channel =
    present ??
    addChannel(call.world, { guildId: null, name: user.name, type: channelTypes.dm, recipientId: userId });
  return ok(drawChannel(call.world, channel));
}

function crosspost(call: Call): Answer {
  const channel = channelOf(call);
  const message = messageOf(call);
  if (channel.type !== channelTypes.announcement) throw faultOf(50_024);
  if (!channel.permissions.has("SEND_MESSAGES")) throw faultOf(50_013);
  if (message.crossposted) throw faultOf(40_033);
  message.crossposted = true;
  return ok(drawMessage(call.world, message));
}

const inChannel = { needsBot: true, major: ["channel"] } as const;

/** Channels, threads and messages. */
export const channelRoutes: readonly Route[] = [
  {
    ...inChannel,
    method: "GET",
    path: "/channels/:channel",
    allowance: "other",
    handle: (call) => ok(drawChannel(call.world, channelOf(call))),
  },
  {
    ...inChannel,
    method: "GET",
    path: "/channels/:channel/messages",
    allowance: "other",
    handle: listMessages,
  },
  {
    ...inChannel,
    method: "POST",
    path: "/channels/:channel/messages",
    allowance: "send",
    handle: (call) =>
      ok(drawMessage(call.world, createMessage(call.world, call.params["channel"] ?? "", sentOf(call)))),
  },
  {
    ...inChannel,
    method: "GET",
    path: "/channels/:channel/messages/:message",
    allowance: "other",
    handle: (call) => {
      channelOf(call);
      return ok(drawMessage(call.world, messageOf(call)));
    },
  },
  {
    ...inChannel,
    method: "PATCH",
    path: "/channels/:channel/messages/:message",
    allowance: "edit",
    handle: patchMessage,
  },
  {
    ...inChannel,
    method: "DELETE",
    path: "/channels/:channel/messages/:message",
    allowance: "other",
    handle: (call) => {
      channelOf(call);
      messageOf(call).isDeleted = true;
      return noContent;
    },
  },
  {
    ...inChannel,
    method: "POST",
    path: "/channels/:channel/messages/:message/crosspost",
    allowance: "crosspost",
    handle: crosspost,
  },
  {
    needsBot: true,
    major: [],
    method: "POST",
    path: "/users/@me/channels",
    allowance: "other",
    handle: openDm,
  },
];
