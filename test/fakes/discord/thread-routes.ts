import { channelOf, messageOf } from "./channel-routes.ts";
import { drawChannel, drawMessage } from "./drawn.ts";
import { FormCheck, ResourceLimited, faultOf } from "./fault.ts";
import { objectOf, textOf, type Json } from "./forms.ts";
import { checkMessageForm, pingsOf } from "./message-form.ts";
import { checkMaySend, keepMessage, mentionableIn } from "./messages.ts";
import { bodyOf, noContent, ok, type Answer, type Call, type Route } from "./route.ts";
import { attachmentsOf } from "./upload.ts";
import { addChannel, channelTypes, isForum, isThread, type Channel } from "./world.ts";

const archiveMinutes: readonly unknown[] = [undefined, null, 60, 1_440, 4_320, 10_080];

function patchChannel(call: Call): Answer {
  const channel = channelOf(call);
  const body = bodyOf(call);
  if (!isThread(channel)) throw faultOf(50_013);
  const check = new FormCheck();
  check.text(["name"], body["name"], [body["name"] === undefined ? 0 : 1, 100]);
  check.done();
  checkMayChange(call, channel, body);
  if (typeof body["name"] === "string") {
    const taken = call.windows.take(`rename:${channel.id}`, call.allowances.rename);
    if (!taken.isAllowed) throw new ResourceLimited(taken.resetMs);
    channel.name = body["name"];
  }
  if (typeof body["archived"] === "boolean") channel.isArchived = body["archived"];
  if (typeof body["locked"] === "boolean") channel.isLocked = body["locked"];
  call.gateway.dispatch("THREAD_UPDATE", drawChannel(call.world, channel), channel.guildId);
  return ok(drawChannel(call.world, channel));
}

/** Who may change what of a thread (topics/threads, editing and deleting threads). */
function checkMayChange({ world }: Call, channel: Channel, body: Json): void {
  if (channel.permissions.has("MANAGE_THREADS")) return;
  const isOwner = channel.ownerId === world.botId;
  const opens = body["archived"] === false;
  // Only opening an archived thread is possible while it is archived.
  if (channel.isArchived && !opens) throw faultOf(50_083);
  if (channel.isLocked && !isOwner) throw faultOf(50_013);
  if (body["locked"] !== undefined) throw faultOf(50_013);
  const changesMore = body["name"] !== undefined || body["archived"] === true;
  if (changesMore && !isOwner) throw faultOf(50_013);
  if (opens && !isOwner && !channel.isBotIn) throw faultOf(50_013);
}

function startThread(call: Call, fromMessage: boolean): Answer {
  const channel = channelOf(call);
  const body = bodyOf(call);
  if (isForum(channel)) return startPost(call, channel);
  const check = new FormCheck();
  check.text(["name"], body["name"], [1, 100]);
  check.done();
  if (!channel.permissions.has("CREATE_PUBLIC_THREADS")) throw faultOf(50_013);
  const message = fromMessage ? messageOf(call) : null;
  if (message !== null && call.world.channels.has(message.id)) throw faultOf(160_004);
  const isAnnouncement = channel.type === channelTypes.announcement;
  const thread = addChannel(call.world, {
    guildId: channel.guildId,
    name: textOf(body["name"]),
    type: isAnnouncement ? channelTypes.announcementThread : channelTypes.publicThread,
    parentId: channel.id,
    ownerId: call.world.botId,
    ...(message === null ? {} : { id: message.id }),
  });
  call.gateway.dispatch("THREAD_CREATE", drawChannel(call.world, thread), thread.guildId);
  return { status: 201, body: drawChannel(call.world, thread) };
}

/** Start Thread in Forum or Media Channel (resources/channel): a post and its first message, which have one id. No nonce. */
function startPost(call: Call, forum: Channel): Answer {
  const { world, uploads } = call;
  const body = bodyOf(call);
  const message = objectOf(body["message"]);
  const check = new FormCheck();
  check.text(["name"], body["name"], [1, 100]);
  if (message === null) check.add(["message"], "BASE_TYPE_REQUIRED", "This field is required");
  if (!archiveMinutes.includes(body["auto_archive_duration"]))
    check.add(
      ["auto_archive_duration"],
      "BASE_TYPE_CHOICES",
      "Value must be one of (60, 1440, 4320, 10080).",
    );
  check.done();
  const sent = { body: message ?? {}, uploads };
  checkMaySend(forum, sent);
  const tags = checkTags(forum, body["applied_tags"]);
  checkMessageForm(sent.body, uploads.length > 0 ? "edit" : "create");
  const attachments = attachmentsOf(world, sent.body, { uploads, before: [] });
  const thread = addChannel(world, {
    guildId: forum.guildId,
    name: textOf(body["name"]),
    type: channelTypes.publicThread,
    parentId: forum.id,
    ownerId: world.botId,
    appliedTags: tags,
  });
  const first = keepMessage(world, {
    id: thread.id,
    channelId: thread.id,
    body: sent.body,
    attachments,
    replyTo: null,
    interactionId: null,
    nonce: null,
    pings: pingsOf(sent.body, {
      defaults: ["everyone", "users", "roles"],
      mayMentionEveryone: forum.permissions.has("MENTION_EVERYONE"),
      roles: mentionableIn(world, forum),
    }),
  });
  call.gateway.dispatch("THREAD_CREATE", drawChannel(world, thread), thread.guildId);
  return { status: 201, body: { ...drawChannel(world, thread), message: drawMessage(world, first) } };
}

function checkTags(forum: Channel, value: unknown): readonly string[] {
  const given = Array.isArray(value) ? value.map(String) : [];
  const mayModerate = forum.permissions.has("MANAGE_THREADS");
  const settable = forum.tags.filter(({ isModerated }) => mayModerate || !isModerated);
  const check = new FormCheck();
  if (given.length > 5) check.add(["applied_tags"], "BASE_TYPE_BAD_LENGTH", "Must be 5 or fewer in length.");
  if (given.some((id) => !settable.some((tag) => tag.id === id)))
    check.add(["applied_tags"], "BASE_TYPE_CHOICES", "Not a tag of this forum.");
  check.done();
  if (forum.isTagRequired && settable.length === 0) throw faultOf(40_066);
  if (forum.isTagRequired && given.length === 0) throw faultOf(40_067);
  return given;
}

function listArchived(call: Call): Answer {
  const channel = channelOf(call);
  if (!channel.permissions.has("READ_MESSAGE_HISTORY")) throw faultOf(50_001);
  const threads = [...call.world.channels.values()].filter(
    (one) => one.parentId === channel.id && one.isArchived && !one.isDeleted,
  );
  const drawn = threads.toReversed().map((thread) => drawChannel(call.world, thread));
  return ok({ threads: drawn, members: [], has_more: false });
}

function join(call: Call): Answer {
  const channel = channelOf(call);
  if (!isThread(channel)) throw faultOf(50_024);
  if (channel.isArchived) throw faultOf(50_083);
  channel.isBotIn = true;
  return noContent;
}

const inChannel = { needsBot: true, major: ["channel"], allowance: "other" } as const;

/** Threads, and the posts of forums. */
export const threadRoutes: readonly Route[] = [
  { ...inChannel, method: "PATCH", path: "/channels/:channel", handle: patchChannel },
  {
    ...inChannel,
    method: "POST",
    path: "/channels/:channel/messages/:message/threads",
    handle: (call) => startThread(call, true),
  },
  {
    ...inChannel,
    method: "POST",
    path: "/channels/:channel/threads",
    handle: (call) => startThread(call, false),
  },
  { ...inChannel, method: "GET", path: "/channels/:channel/threads/archived/public", handle: listArchived },
  { ...inChannel, method: "PUT", path: "/channels/:channel/thread-members/@me", handle: join },
];
