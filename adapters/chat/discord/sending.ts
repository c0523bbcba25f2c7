import type { REST } from "discord.js";
import type { Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import type { EditRequest, SendOutcome, SendRequest } from "../../../src/ports/chat-platform.ts";
import { isAnnouncement, isForum, type ChannelFacts } from "./channel-kind.ts";
import { editIn, isBlindIn, sendTo, shownOf } from "./channel-message.ts";
import type { Channels } from "./channels.ts";
import type { Hint } from "./hints.ts";
import { NeverArrived, type LookedBack } from "./look-back.ts";
import type { Memory } from "./memory.ts";
import { postedId, readMessageId } from "./message-id.ts";
import { apiCodeOf, isOfChannel, readEditFailure, readFailure, whyOf } from "./outcome.ts";
import type { PictureOf } from "./picture.ts";
import { Refrained } from "./brake.ts";
import { createPosts, type Posts } from "./posts.ts";
import { createPublishing, type Publish } from "./publishing.ts";
import type { Rights } from "./rights.ts";
import type { RouteHolds } from "./route-holds.ts";
import { createShaping, type Shaping } from "./shape.ts";
import type { Wire } from "./wire.ts";

export interface SenderOptions {
  readonly rest: REST;
  readonly wire: Pick<Wire, "guarded" | "recalled" | "holds" | "clockLagMs">;
  readonly clock: Clock;
  readonly log: Log;
  readonly rights: Rights;
  readonly channels: Channels;
  readonly pictureOf: PictureOf;
  readonly hint: Hint;
  readonly memory: Memory;
  /** Ends what waits beside the calls. */
  readonly end: AbortSignal;
  /** The bot's own user id; null before the platform was started. */
  readonly selfId: () => string | null;
}

/** The sending half: HTTP only, so that it works with or without the gateway. */
export interface Sender {
  readonly send: (request: SendRequest, signal: AbortSignal) => Promise<SendOutcome>;
  readonly edit: (request: EditRequest, signal: AbortSignal) => Promise<SendOutcome>;
  /** Whether a chat is a forum, as far as is known. */
  readonly keepsStoriesApart: (address: SendRequest["address"]) => boolean;
  /** Goes on with what an earlier process left to be done beside its calls. Never rejects. */
  readonly resume: () => Promise<void>;
}

interface Sending extends SenderOptions {
  readonly holds: RouteHolds;
  readonly shaping: Shaping;
  readonly posts: Posts;
  readonly publish: Publish;
}

const stopping: SendOutcome = { kind: "wait", scope: "platform", retryAfterMs: 0, why: "stopping" };

/** A forum takes no messages; the other two are said of channels that are none for text. */
const notForMessages: ReadonlySet<number | null> = new Set([40_058, 50_008, 50_024]);
/** A post that is deleted, locked, or archived by somebody who does not let it be opened. The forum is there all the same. */
const postGone: ReadonlySet<number | null> = new Set([10_003, 50_083, 160_005]);

/** Makes the sender. */
export function createSender(options: SenderOptions): Sender {
  const sending: Sending = {
    ...options,
    holds: options.wire.holds,
    shaping: createShaping({ ...options, holds: options.wire.holds }),
    posts: createPosts({ ...options, clockLagMs: () => options.wire.clockLagMs() }),
    publish: createPublishing(options),
  };
  const inServer = createServerHolds(options);
  const made = (request: Addressed, { call, read }: Making): Promise<SendOutcome> => {
    const guardedCall = () => options.wire.guarded(request.mayCall ?? (() => true), call);
    return hinted(options, request, (noted) =>
      inServer(request, { call: guardedCall, read: (error) => read(noted(error)) }),
    );
  };
  return {
    resume: () => sending.posts.resume(),
    keepsStoriesApart: ({ channel }) => isForum(options.channels.known(channel)?.type),
    send: (request, signal) =>
      made(request, { call: () => within(signal, (own) => send(sending, request, own)), read: readFailure }),
    edit: (request, signal) =>
      made(request, {
        call: () => within(signal, (own) => edit(sending, request, own)),
        read: readEditFailure,
      }),
  };
}

type Addressed = Pick<SendRequest, "address" | "mayCall">;

/** A send or an edit, and what it means when it throws. */
interface Making {
  readonly call: () => Promise<SendOutcome>;
  readonly read: (error: unknown) => SendOutcome;
}

/** Makes calls but to servers that are to be left alone as a whole, for which one channel was told so; and reads how they fail. */
function createServerHolds({ wire, channels }: Pick<SenderOptions, "wire" | "channels">) {
  const { holds, recalled } = wire;
  return async ({ address }: Addressed, { call, read }: Making): Promise<SendOutcome> => {
    await recalled();
    const path = `/guilds/${channels.known(address.channel)?.guildId ?? address.channel}`;
    const retryAfterMs = holds.heldMs("any", path);
    if (retryAfterMs > 0)
      return {
        kind: "wait",
        scope: "chat",
        retryAfterMs,
        why: "the wait that Discord told of the server is not over",
      };
    try {
      return await call();
    } catch (error) {
      if (error instanceof Refrained && error.reach === "server") holds.hold("any", path, error.retryAfterMs);
      return read(error);
    }
  };
}

/** Admins are told when a chat is lost that they could mend. Nobody waits for that. */
async function hinted(
  { hint }: SenderOptions,
  { address }: Addressed,
  make: (noted: (error: unknown) => unknown) => Promise<SendOutcome>,
): Promise<SendOutcome> {
  let code: number | null = null;
  const outcome = await make((error) => {
    code = apiCodeOf(error);
    return error;
  });
  if (outcome.kind === "no-rights") void hint(address, code);
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
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

/** Into the post that the message continues, as a post of its own in a forum, else as a message in the channel. */
async function send(sending: Sending, request: SendRequest, signal: AbortSignal): Promise<SendOutcome> {
  const { channel } = request.address;
  const post = postOf(request.replyTo);
  // A post of several developments is no home for what comes of one of them.
  const own = post === null || request.apart === undefined ? post : postOf(request.apart.latest);
  if (own !== null) return continuePost(sending, request, { post: own, signal });
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

/** The post of a message; null: it is in none. */
const postOf = (messageId: string | null): string | null =>
  messageId === null ? null : readMessageId(messageId).post;

async function beginPost(
  sending: Sending,
  request: SendRequest,
  { forum, signal }: { readonly forum: ChannelFacts; readonly signal: AbortSignal },
): Promise<SendOutcome> {
  const { posts, shaping } = sending;
  const seen = request.mayRepeat ? await lookedFor(sending, request, { forum, signal }) : null;
  if (seen !== null && "kind" in seen) return seen;
  if (seen !== null && seen.found !== null) {
    const { id, ...held } = seen.found;
    return { kind: "sent", messageId: id, isEarlier: true, ...held };
  }
  const isMarked =
    seen !== null && request.marked !== undefined && (!seen.isWhole || (await isBlindIn(sending, forum.id)));
  if (!isMarked && request.isOnlyIfTold === true) throw new NeverArrived();
  const told = isMarked ? { ...request, message: request.marked ?? request.message } : request;
  const messageId = await shaping(shownOf(told, forum.id), (shape) =>
    posts.begin(forum, told, { shape, signal }),
  );
  const { revision } = told;
  return {
    kind: "sent",
    messageId,
    ...(revision === undefined ? {} : { revision }),
    ...(isMarked ? { isMarked } : {}),
  };
}

/** What its posts show of an earlier attempt, or that one of them is to be left alone meanwhile. */
async function lookedFor(
  { posts }: Sending,
  request: SendRequest,
  { forum, signal }: { readonly forum: ChannelFacts; readonly signal: AbortSignal },
): Promise<LookedBack | SendOutcome> {
  try {
    return await posts.find(forum, request, signal);
  } catch (error) {
    const outcome = isOfChannel(error) ? readFailure(error) : null;
    if (outcome?.kind !== "wait") throw error;
    return { ...outcome, scope: "message" };
  }
}

async function continuePost(
  sending: Sending,
  request: SendRequest,
  { post, signal }: { readonly post: string; readonly signal: AbortSignal },
): Promise<SendOutcome> {
  const unanchored = { ...request, replyTo: null };
  try {
    const { id, ...how } = await sendTo(sending, unanchored, { channel: post, signal });
    await sending.posts.rename(post, request.message);
    return { kind: "sent", messageId: postedId(post, id), ...how };
  } catch (error) {
    const failure = readPostFailure(error, readFailure);
    // The attempt that is sought may have met the same, and have begun a new post.
    const isGone = failure.kind === "message-gone";
    return isGone && request.isOnlyIfTold === true ? send(sending, unanchored, signal) : failure;
  }
}

/**
 * The development then gets a new post: a forum whose old post was closed still wants to know. Or it waits, and the forum's other posts do not. Throws what is said
 * of more than the post.
 */
function readPostFailure(error: unknown, read: Making["read"]): SendOutcome {
  if (postGone.has(apiCodeOf(error))) return { kind: "message-gone", why: whyOf(error) };
  const outcome = isOfChannel(error) ? read(error) : null;
  if (outcome?.kind !== "wait") throw error;
  return { ...outcome, scope: "message" };
}

async function edit(sending: Sending, request: EditRequest, signal: AbortSignal): Promise<SendOutcome> {
  const { post, message } = readMessageId(request.messageId);
  const channel = post ?? request.address.channel;
  try {
    await editIn(sending, request, { channel, messageId: message, signal });
  } catch (error) {
    if (post !== null) return readPostFailure(error, readEditFailure);
    throw error;
  }
  if (post !== null) await sending.posts.rename(post, request.message);
  return { kind: "sent", messageId: request.messageId };
}
