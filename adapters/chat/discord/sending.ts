import { createHash } from "node:crypto";
import { MessageFlags, Routes } from "discord.js";
import type { REST, RESTPostAPIChannelMessageJSONBody } from "discord.js";
import type { Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import type { EditRequest, SendOutcome, SendRequest } from "../../../src/ports/chat-platform.ts";
import { isAnnouncement, isForum, type ChannelFacts } from "./channel-kind.ts";
import type { Channels } from "./channels.ts";
import type { Hint } from "./hints.ts";
import { messageLimits } from "./limits.ts";
import { findByKey } from "./look-back.ts";
import { postedId, readMessageId } from "./message-id.ts";
import { apiCodeOf, readFailure } from "./outcome.ts";
import type { PictureOf } from "./picture.ts";
import { createPosts, type Posts } from "./posts.ts";
import { createPublishing, type Publish } from "./publishing.ts";
import type { Rights } from "./rights.ts";
import { createShaping, type Shape, type Shaping } from "./shape.ts";

export interface SenderOptions {
  readonly rest: REST;
  readonly clock: Clock;
  readonly log: Log;
  readonly rights: Rights;
  readonly channels: Channels;
  readonly pictureOf: PictureOf;
  readonly hint: Hint;
  /** The bot's own user id; null before the platform was started. */
  readonly selfId: () => string | null;
}

/** The sending half: HTTP only, so that it works with or without the gateway. */
export interface Sender {
  readonly send: (request: SendRequest, signal: AbortSignal) => Promise<SendOutcome>;
  readonly edit: (request: EditRequest, signal: AbortSignal) => Promise<SendOutcome>;
}

interface Sending extends SenderOptions {
  readonly shaping: Shaping;
  readonly posts: Posts;
  readonly publish: Publish;
}

const stopping: SendOutcome = { kind: "wait", scope: "platform", retryAfterMs: 0, why: "stopping" };

/** Discord's codes on which a call is made again in another way. */
const unknownChannel = 10_003;
const cannotReply = 160_002;
const archivedThread = 50_083;
/** A forum takes no messages; the other two are said of channels that are none for text. */
const notForMessages: ReadonlySet<number | null> = new Set([40_058, 50_008, 50_024]);
/** A post that is deleted, locked, or archived by somebody who does not let it be opened. The forum is there all the same. */
const postGone: ReadonlySet<number | null> = new Set([unknownChannel, archivedThread, 160_005]);

/** Makes the sender. */
export function createSender(options: SenderOptions): Sender {
  const sending: Sending = {
    ...options,
    shaping: createShaping(options),
    posts: createPosts(options),
    publish: createPublishing(options),
  };
  return {
    send: (request, signal) =>
      hinted(
        options,
        request,
        within(signal, (own) => send(sending, request, own)),
      ),
    edit: (request, signal) =>
      hinted(
        options,
        request,
        within(signal, (own) => edit(sending, request, own)),
      ),
  };
}

/** Admins are told when a chat is lost that they could mend. Nobody waits for that. */
async function hinted(
  { hint }: SenderOptions,
  { address }: Pick<SendRequest, "address">,
  call: Promise<SendOutcome>,
): Promise<SendOutcome> {
  const outcome = await call;
  if (outcome.kind === "no-rights") void hint(address);
  return outcome;
}

/**
 * Makes calls under a signal of their own that follows `signal`: discord.js listens to the one it gets and never stops to,
 * and the sender's lives as long as the program.
 */
async function within(
  signal: AbortSignal,
  call: (own: AbortSignal) => Promise<SendOutcome>,
): Promise<SendOutcome> {
  if (signal.aborted) return stopping;
  const own = new AbortController();
  const abort = (): void => own.abort();
  signal.addEventListener("abort", abort);
  try {
    return await call(own.signal);
  } catch (error) {
    return readFailure(error);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

/** Into the post that the message continues, as a post of its own in a forum, else as a message in the channel. */
async function send(sending: Sending, request: SendRequest, signal: AbortSignal): Promise<SendOutcome> {
  const { channel } = request.address;
  const { post } = request.replyTo === null ? { post: null } : readMessageId(request.replyTo);
  if (post !== null) return continuePost(sending, { ...request, replyTo: null }, { post, signal });
  const facts = sending.channels.known(channel);
  if (isForum(facts?.type)) return beginPost(sending, request, { forum: facts as ChannelFacts, signal });
  try {
    const { id, ...how } = await sendTo(sending, request, { channel, signal });
    if (isAnnouncement(facts?.type)) await sending.publish(channel, id);
    return { kind: "sent", messageId: id, ...how };
  } catch (error) {
    if (!notForMessages.has(apiCodeOf(error)) || facts !== null) throw error;
    const asked = await sending.channels.ask(channel, signal);
    if (asked === null || !isForum(asked.type)) throw error;
    return beginPost(sending, request, { forum: asked, signal });
  }
}

async function beginPost(
  { posts, shaping }: Sending,
  request: SendRequest,
  { forum, signal }: { readonly forum: ChannelFacts; readonly signal: AbortSignal },
): Promise<SendOutcome> {
  const earlier = request.mayRepeat ? await posts.find(forum, request, signal) : null;
  if (earlier !== null) return { kind: "sent", messageId: earlier, isEarlier: true };
  const messageId = await shaping(shownOf(request, forum.id), (shape) =>
    posts.begin(forum, request, { shape, signal }),
  );
  return { kind: "sent", messageId };
}

async function continuePost(
  sending: Sending,
  request: SendRequest,
  { post, signal }: { readonly post: string; readonly signal: AbortSignal },
): Promise<SendOutcome> {
  try {
    const { id, ...how } = await sendTo(sending, request, { channel: post, signal });
    await sending.posts.rename(post, request.message);
    return { kind: "sent", messageId: postedId(post, id), ...how };
  } catch (error) {
    return readPostFailure(error);
  }
}

/** The development then gets a new post: a forum whose old post was closed still wants to know. */
function readPostFailure(error: unknown): SendOutcome {
  const outcome = readFailure(error);
  if (!postGone.has(apiCodeOf(error))) return outcome;
  return { kind: "message-gone", why: "why" in outcome ? outcome.why : "the post is gone" };
}

interface Target {
  readonly channel: string;
  readonly signal: AbortSignal;
}

/** A message that is there, and how it came there. */
interface Placed {
  readonly id: string;
  readonly isEarlier?: boolean;
  readonly isMarked?: boolean;
}

/** Puts a message into a channel or thread, unless an earlier attempt already did. */
async function sendTo(sending: Sending, request: SendRequest, target: Target): Promise<Placed> {
  const { rest, clock, selfId } = sending;
  const { channel, signal } = target;
  if (request.mayRepeat) {
    const from = { rest, now: clock.now(), selfId: selfId() };
    const { key, message, replyTo } = request;
    const sought = { channel, key, message, except: replyTo, signal };
    const earlier = await findByKey(from, sought);
    if (earlier !== null) return { id: earlier, isEarlier: true };
    if (request.marked !== undefined && (await isBlindIn(sending, channel)))
      return { ...(await post(sending, { ...request, message: request.marked }, target)), isMarked: true };
  }
  return post(sending, request, target);
}

/** Without the right to read the history Discord shows none, and that nothing was found proves nothing. */
async function isBlindIn({ rights }: Sending, channel: string): Promise<boolean> {
  return (await rights.missingIn(channel)).includes("read-history");
}

async function post(sending: Sending, request: SendRequest, target: Target): Promise<Placed> {
  const { channel, signal } = target;
  const { rest } = sending;
  try {
    const id = await sending.shaping(shownOf(request, channel), async ({ body, files }) =>
      idOf(
        await rest.post(Routes.channelMessages(channel), {
          body: { ...body, ...createFields(request) } satisfies RESTPostAPIChannelMessageJSONBody,
          files,
          signal,
        }),
      ),
    );
    return { id };
  } catch (error) {
    if (apiCodeOf(error) !== cannotReply || request.replyTo === null) throw error;
    return post(sending, { ...request, replyTo: null }, target);
  }
}

function createFields(
  request: SendRequest,
): Pick<RESTPostAPIChannelMessageJSONBody, "nonce" | "enforce_nonce" | "flags" | "message_reference"> {
  return {
    // The same key gives the earlier message back instead of a second one, for some minutes (resources/message, nonce).
    nonce: nonceOf(request.key),
    enforce_nonce: true,
    ...(request.isLoud ? {} : { flags: MessageFlags.SuppressNotifications }),
    ...(request.replyTo === null
      ? {}
      : { message_reference: { message_id: request.replyTo, fail_if_not_exists: false } }),
  };
}

/** The key, or what stands for it where it is too long: cutting it would make two keys one, and lose a message. */
function nonceOf(key: string): string {
  if (key.length <= messageLimits.nonce) return key;
  return createHash("sha256").update(key).digest("base64url").slice(0, messageLimits.nonce);
}

/** Only what notifies mentions anybody. */
function shownOf(
  request: SendRequest,
  channel: string,
): { channel: string; message: SendRequest["message"]; key: string; mention: string | null } {
  const { message, key, isLoud, mention } = request;
  return { channel, message, key, mention: isLoud ? (mention ?? null) : null };
}

async function edit(sending: Sending, request: EditRequest, signal: AbortSignal): Promise<SendOutcome> {
  const { post, message } = readMessageId(request.messageId);
  const channel = post ?? request.address.channel;
  const { rest, shaping } = sending;
  const shown = { channel, message: request.message, key: request.key, mention: null };
  const call = (): Promise<unknown> =>
    shaping(shown, async ({ body, files }: Shape) =>
      rest.patch(Routes.channelMessage(channel, message), { body, files, signal }),
    );
  try {
    await editOpen(sending, { channel, signal }, call);
  } catch (error) {
    if (post !== null) return readPostFailure(error);
    throw error;
  }
  if (post !== null) await sending.posts.rename(post, request.message);
  return { kind: "sent", messageId: request.messageId };
}

/** Sending opens an archived thread, editing does not. Who may send may open it, unless it is locked. */
async function editOpen(
  { rest }: Sending,
  { channel, signal }: Target,
  call: () => Promise<unknown>,
): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (apiCodeOf(error) !== archivedThread) throw error;
    await rest
      .patch(Routes.channel(channel), { body: { archived: false }, signal })
      .catch((refusal: unknown) => {
        // Refused: the thread stays as it was found, archived, which says more than why it cannot be opened.
        throw readFailure(refusal).kind === "no-rights" ? error : refusal;
      });
    await call();
  }
}

/** An answer without a message's id is no answer: what happened is unknown. */
function idOf(answer: unknown): string {
  const id: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, "id") : undefined;
  if (typeof id !== "string") throw new Error("no message in the answer");
  return id;
}
