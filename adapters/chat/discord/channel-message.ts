import { MessageFlags, Routes } from "discord.js";
import type { REST, RESTPostAPIChannelMessageJSONBody } from "discord.js";
import type { Clock } from "../../../src/clock.ts";
import type { EditRequest, SendRequest } from "../../../src/ports/chat-platform.ts";
import { Refrained } from "./brake.ts";
import { heldKey, keyOfRevision, type HeldKey } from "./component-id.ts";
import { findByKey, NeverArrived, nonceOf } from "./look-back.ts";
import { saidIn, saysTheSame, type Said } from "./words.ts";
import { apiCodeOf, readFailure } from "./outcome.ts";
import type { Rights } from "./rights.ts";
import type { RouteHolds } from "./route-holds.ts";
import { rememberMs, type Shaping, type Shown } from "./shape.ts";

/** What messages of a channel or thread are made with. */
export interface MessageOptions {
  readonly rest: REST;
  readonly clock: Clock;
  readonly rights: Rights;
  readonly shaping: Shaping;
  /** Keeps which channels take no answers. */
  readonly holds: RouteHolds;
  /** The bot's own user id; null before the platform was started. */
  readonly selfId: () => string | null;
}

/** Discord's codes on which a call is made again in another way. */
const cannotReply = 160_002;
const archivedThread = 50_083;

/** A channel or thread, and what ends the call. */
export interface Target {
  readonly channel: string;
  readonly signal: AbortSignal;
}

/** A message that is there, and how it came there. */
interface Placed extends HeldKey {
  readonly id: string;
  readonly isEarlier?: boolean;
  readonly isMarked?: boolean;
}

/** Puts a message into a channel or thread, unless an earlier attempt already did. */
export async function sendTo(options: MessageOptions, request: SendRequest, target: Target): Promise<Placed> {
  const { rest, clock, selfId } = options;
  const { channel, signal } = target;
  if (request.mayRepeat) {
    const from = { rest, now: clock.now(), selfId: selfId() };
    const { key, message, replyTo, sinceAt, revision } = request;
    const sought = { channel, key, message, revision, except: replyTo, sinceAt, signal };
    const { found, isWhole } = await findByKey(from, sought);
    if (found !== null) return { ...found, isEarlier: true };
    if (request.marked !== undefined && (!isWhole || (await isBlindIn(options, channel)))) {
      const placed = await post(options, { ...request, message: request.marked }, target);
      return placed.isEarlier === true ? placed : { ...placed, isMarked: true };
    }
    if (request.isOnlyIfTold === true) throw new NeverArrived();
  }
  return post(options, request, target);
}

/** Where Discord did not say whether we see a channel's history, it is asked again so much later. */
const askAgainMs = 5_000;

/** Without the right to read the history Discord shows none, and that nothing was found proves nothing. Throws Refrained where it is not known. */
export async function isBlindIn({ rights }: MessageOptions, channel: string): Promise<boolean> {
  const missing = await rights.missingIn(channel);
  if (missing === null) throw new Refrained("channel", askAgainMs, "not known whether the history is shown");
  return missing.includes("read-history");
}

async function post(options: MessageOptions, asked: SendRequest, target: Target): Promise<Placed> {
  const { channel, signal } = target;
  const { rest, shaping, holds } = options;
  const path = `/channels/${channel}`;
  const request = holds.heldMs("no answers", path) > 0 ? { ...asked, replyTo: null } : asked;
  try {
    return await shaping(shownOf(request, channel), async ({ body, files }) =>
      placedBy(
        await rest.post(Routes.channelMessages(channel), {
          body: { ...body, ...createFields(request) } satisfies RESTPostAPIChannelMessageJSONBody,
          files,
          signal,
        }),
        { ...request, body },
      ),
    );
  } catch (error) {
    if (apiCodeOf(error) !== cannotReply || request.replyTo === null) throw error;
    holds.hold("no answers", path, rememberMs);
    return post(options, { ...request, replyTo: null }, target);
  }
}

function createFields(
  request: SendRequest,
): Pick<RESTPostAPIChannelMessageJSONBody, "nonce" | "enforce_nonce" | "flags" | "message_reference"> {
  return {
    // The same key gives the earlier message back instead of a second one, for some minutes (resources/message, nonce).
    nonce: nonceOf(request),
    enforce_nonce: true,
    ...(request.isLoud ? {} : { flags: MessageFlags.SuppressNotifications }),
    ...(request.replyTo === null
      ? {}
      : { message_reference: { message_id: request.replyTo, fail_if_not_exists: false } }),
  };
}

/** What a send shows in a channel. Only what notifies mentions anybody. */
export function shownOf(request: SendRequest, channel: string): Shown {
  const { message, key, revision, isLoud, mention } = request;
  return {
    channel,
    message,
    key: keyOfRevision(key, revision),
    mention: isLoud ? (mention ?? null) : null,
  };
}

/** Changes a message of a channel or thread, which is opened first where it is archived. Throws what the calls throw. */
export async function editIn(
  options: MessageOptions,
  { message, key, revision }: Pick<EditRequest, "message" | "key" | "revision">,
  target: Target & { readonly messageId: string },
): Promise<void> {
  const { channel, messageId, signal } = target;
  const { rest, shaping } = options;
  const call = (): Promise<unknown> =>
    shaping({ channel, message, key: keyOfRevision(key, revision), mention: null }, ({ body, files }) =>
      rest.patch(Routes.channelMessage(channel, messageId), { body, files, signal }),
    );
  try {
    await call();
  } catch (error) {
    if (apiCodeOf(error) !== archivedThread) throw error;
    // Sending opens an archived thread, editing does not. Who may send may open it, unless it is locked.
    await rest
      .patch(Routes.channel(channel), { body: { archived: false }, signal })
      .catch((refusal: unknown) => {
        // Refused: the thread stays as it was found, archived, which says more than why it cannot be opened.
        throw readFailure(refusal).kind === "no-rights" ? error : refusal;
      });
    await call();
  }
}

/**
 * The message of an answer, which for a nonce that Discord knows is an earlier one: its components tell what it shows, or where it has none, whether its words are
 * those that were asked for. An answer without a message's id is no answer: what happened is unknown.
 */
function placedBy(
  answer: unknown,
  { key, revision, body }: Pick<SendRequest, "key" | "revision"> & { readonly body: Said },
): Placed {
  const message = typeof answer === "object" && answer !== null ? answer : {};
  const id: unknown = Reflect.get(message, "id");
  if (typeof id !== "string") throw new Error("no message in the answer");
  const held = heldKey(Reflect.get(message, "components"), key);
  if (held !== null) return { id, ...held };
  if (!saysTheSame(saidIn(message), body)) return { id, isEarlier: true };
  return { id, ...(revision === undefined ? {} : { revision }) };
}
