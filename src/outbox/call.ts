import { textsOf } from "../languages/texts.ts";
import type { Alert, AlertChange } from "../model/alert.ts";
import {
  revisionOf,
  type CatchUp,
  type CaughtUp,
  type ClaimedAlert,
  type ClaimedCatchUp,
  type ClaimedDelivery,
  type ClaimedNotice,
  type ShownMessage,
} from "../model/delivery.ts";
import type { Message } from "../model/message.ts";
import type { ChatPlatform, EditRequest, SendRequest } from "../ports/chat-platform.ts";
import type { ComposeCatchUp } from "./catch-up-compose.ts";

/** How an alert is to be worded for one chat. */
export interface ComposeOptions {
  /** BCP-47 primary tag. */
  readonly language: string;
  /** IANA name. */
  readonly timeZone: string;
  /** An earlier attempt may have arrived: the message says so. */
  readonly isPossibleRepeat: boolean;
  /** The address of the message that a merged one points to. Absent: it has none. */
  readonly pointsTo?: string;
  /** It ends with the id that people and admins type to ask for it. Absent: it does not. */
  readonly isNumbered?: true;
}

/** Words the alerts that a chat has not been shown, oldest first, as one message with the newest one's state. */
export type Compose = (alerts: readonly Alert[], options: ComposeOptions) => Message;

/** One call of a platform. */
export type Call =
  | { readonly kind: "send"; readonly request: SendRequest }
  | { readonly kind: "edit"; readonly request: EditRequest };

export interface CallRules {
  readonly compose: Compose;
  readonly composeCatchUp: ComposeCatchUp;
  /** Whether the platform's message has room for all of it. */
  readonly fits: (message: Message) => boolean;
  /** The platform tells a repeat by its key, so that a message needs no mark. */
  readonly tellsRepeats: boolean;
  /** The address of a message in a chat. Null: it has none. */
  readonly messageLink: NonNullable<ChatPlatform["messageLink"]>;
}

/** The rules of a platform's calls. */
export function rulesOf(
  platform: Pick<ChatPlatform, "fits" | "tellsRepeats" | "messageLink">,
  wording: Pick<CallRules, "compose" | "composeCatchUp">,
): CallRules {
  return {
    ...wording,
    fits: (message) => platform.fits?.(message) ?? true,
    tellsRepeats: platform.tellsRepeats === true,
    messageLink: (address, messageId) => platform.messageLink?.(address, messageId) ?? null,
  };
}

/** Whether a delivery is a message of its own, or changes the one that is shown. */
export const kindOfCall = (delivery: ClaimedDelivery): Call["kind"] =>
  delivery.kind === "alert" && delivery.shown !== null && !delivery.isLoud ? "edit" : "send";

/**
 * What is to be done for a delivery: nothing shown yet, a message; something to notify of, a message that answers the
 * first one; else an edit in place. A notice and a catch-up are always messages.
 */
export function callFor(delivery: ClaimedDelivery, rules: CallRules): Call {
  if (delivery.kind === "notice") return noticeOf(delivery, rules);
  if (delivery.kind === "catch-up")
    return sendOf(delivery, rules, { key: keyOf(delivery), isLoud: delivery.isLoud, replyTo: null });
  const { shown, isLoud } = delivery;
  if (shown === null) return sendOf(delivery, rules, { key: keyOf(delivery), isLoud, replyTo: null });
  if (isLoud) return sendOf(delivery, rules, { key: keyOf(delivery), isLoud, ...answerTo(shown) });
  // A key that no send has: else a later send of unknown outcome could be taken for the message that was edited.
  return editOf(delivery, rules, { messageId: shown.messageId, key: `${keyOf(delivery)}-e` });
}

/**
 * The same news as a new message, because the one to edit or to answer is gone, or is a catch-up whose edit is refused. It is as loud as the
 * delivery: what was to be an edit does not notify. It has the key of the next message, by which it is found again also when it has become loud or silent
 * meanwhile. In the place of an answer it is made anew, as the platform may still know the key by an answer that is deleted.
 */
export function resendFor(
  delivery: ClaimedAlert,
  shown: ShownMessage,
  { isGone, ...rules }: CallRules & { readonly isGone: boolean },
): Call {
  const isFirstGone = isGone && (delivery.isLoud || shown.firstMessageId === shown.messageId);
  const replyTo = isFirstGone ? null : shown.firstMessageId;
  const { isLoud } = delivery;
  const anew = isLoud ? { isAnew: true } : {};
  const apart = isGone ? { ...shown, isOfSeveral: true } : shown;
  return sendOf(delivery, rules, {
    key: keyOf(delivery),
    isLoud,
    replyTo,
    ...anew,
    ...apartOf(apart, replyTo),
  });
}

function answerTo(shown: ShownMessage): Pick<SendRequest, "replyTo" | "apart"> {
  const replyTo = shown.firstMessageId;
  return { replyTo, ...apartOf(shown, replyTo) };
}

function apartOf(
  { messageId, isFirstOfSeveral = false, isOfSeveral = false }: ShownMessage,
  replyTo: string | null,
): Pick<SendRequest, "apart"> {
  return isFirstOfSeveral && replyTo !== null ? { apart: { latest: isOfSeveral ? null : messageId } } : {};
}

/** Whether what the chat may have been told was wrong. */
export const isCorrected = ({ unseen }: ClaimedAlert): boolean =>
  unseen.some(({ type }) => type === "correction");

/** Looks for the message of an unanswered send. Only a correction that the chat wants for that message's sake is sent where it cannot be told whether it is there. */
export function seekFor(delivery: ClaimedNews, rules: CallRules): Extract<Call, { readonly kind: "send" }> {
  const { isLoud, isOnlyIfTold = false } = delivery;
  const shown = delivery.kind === "alert" ? delivery.shown : null;
  const how = { key: keyOf(delivery), isLoud, ...(shown === null ? { replyTo: null } : answerTo(shown)) };
  const { marked, ...request } = sendOf(delivery, rules, how).request;
  const isSent = delivery.kind === "alert" && isOnlyIfTold && isCorrected(delivery);
  const mayMark = isSent && marked !== undefined;
  return { kind: "send", request: { ...request, ...(mayMark ? { marked } : {}), isOnlyIfTold: true } };
}

/** Brings a message that an earlier, unanswered send left to the newest revision. It keeps its key, by which it would be found again. */
export function refreshOf(delivery: ClaimedNews, rules: CallRules, messageId: string): Call {
  return editOf(delivery, rules, { messageId, key: keyOf(delivery) });
}

/** What tells developments, one or several. */
type ClaimedNews = ClaimedAlert | ClaimedCatchUp;

function editOf(delivery: ClaimedNews, rules: CallRules, what: Pick<EditRequest, "messageId" | "key">): Call {
  // A catch-up is drawn anew as a whole: its other developments stand in it too.
  const within = delivery.kind === "alert" ? delivery.within : null;
  const message =
    within === null
      ? messageFor(delivery, rules, false)
      : catchUpFor({ ...within, chat: delivery.chat }, rules, false);
  const revision = revisionOf(delivery);
  return { kind: "edit", request: { ...what, address: delivery.chat.address, message, revision } };
}

/**
 * The key of the next message on a development in a chat: it changes only when one was shown. So it stays the same when
 * a delivery is tried again, and also when a newer revision has taken its place meanwhile. A notice and a catch-up have one for good.
 * At most 25 characters.
 */
export function keyOf(delivery: ClaimedDelivery): string {
  const chat = delivery.chat.id.toString(36);
  if (delivery.kind === "notice") return `${chat}-n${delivery.notice.id.toString(36)}`;
  if (delivery.kind === "catch-up") return `${chat}-c${delivery.catchUp.id.toString(36)}`;
  // Also by a message that is gone: its key would give that one back, which Discord refuses (10008).
  return `${chat}-${delivery.newest.development}-${delivery.toldRevision.toString(36)}`;
}

function noticeOf(delivery: ClaimedNotice, rules: CallRules): Call {
  const { mayRepeat, chat, isLoud, notice } = delivery;
  const how = { key: keyOf(delivery), address: chat.address, isLoud, replyTo: null, mayRepeat };
  const { message } = notice;
  if (!mayRepeat) return { kind: "send", request: { ...how, message } };
  const marked = markedAsRepeat(message);
  const sinceAt = notice.createdAt;
  return {
    kind: "send",
    request: rules.tellsRepeats ? { ...how, message, marked, sinceAt } : { ...how, message: marked },
  };
}

function markedAsRepeat(message: Message): Message {
  const text = textsOf(message.language).text("note-repeat");
  return { ...message, blocks: [...message.blocks, { kind: "note", text }] };
}

function sendOf(
  delivery: ClaimedNews,
  rules: CallRules,
  how: Pick<SendRequest, "key" | "isLoud" | "replyTo" | "isAnew" | "apart">,
): Extract<Call, { readonly kind: "send" }> {
  const message = messageFor(delivery, rules, delivery.mayRepeat && !rules.tellsRepeats);
  const { mayRepeat, chat } = delivery;
  const { mention } = chat.subscription;
  const whom = mention === null ? {} : { mention };
  const repeated =
    mayRepeat && rules.tellsRepeats
      ? { marked: messageFor(delivery, rules, true), sinceAt: begunAt(delivery) }
      : {};
  return {
    kind: "send",
    request: {
      ...how,
      ...whom,
      ...repeated,
      address: chat.address,
      message,
      mayRepeat,
      revision: revisionOf(delivery),
    },
  };
}

/** When the first of what it tells was decided: nothing of it was called before. */
function begunAt(delivery: ClaimedNews): number {
  const stories = delivery.kind === "alert" ? [delivery] : delivery.stories;
  return Math.min(...stories.flatMap(({ newest, unseen }) => [newest.at, ...unseen.map(({ at }) => at)]));
}

function messageFor(delivery: ClaimedNews, rules: CallRules, isPossibleRepeat: boolean): Message {
  if (delivery.kind === "catch-up") return catchUpFor(delivery, rules, isPossibleRepeat);
  const { chat, pointsTo } = delivery;
  const { language, timeZone } = chat.subscription;
  const link = pointsTo === undefined ? null : rules.messageLink(chat.address, pointsTo);
  const worded = { language, timeZone, isPossibleRepeat, isNumbered: true } as const;
  const options = { ...worded, ...(link === null ? {} : { pointsTo: link }) };
  return rules.compose(toldBy(delivery), options);
}

/** What is told of the way to a state: nothing to who has not seen what was before. */
const moves: ReadonlySet<AlertChange["kind"]> = new Set(["figure", "stage", "split"]);

/**
 * The alerts that a message words. To a chat that has surely seen nothing of it the newest is first news, and what moved before it was told is
 * none; nor is what moved up to what an unanswered first call showed, which is all that the chat may have seen.
 */
function toldBy({ toldRevision, mayRepeat, calledRevision, newest, unseen }: ClaimedAlert): readonly Alert[] {
  if (toldRevision > 0 || (mayRepeat && calledRevision === null))
    return unseen.length > 0 ? unseen : [newest];
  const later = mayRepeat ? unseen.filter(({ revision }) => revision > (calledRevision ?? 0)) : [];
  if (later.length > 0) return later;
  const changes = newest.changes.filter(({ kind }) => !moves.has(kind));
  return [changes.length < newest.changes.length ? { ...newest, changes } : newest];
}

function catchUpFor(
  of: Pick<ClaimedCatchUp, "chat"> & { readonly catchUp: CatchUp; readonly stories: readonly CaughtUp[] },
  { composeCatchUp, fits }: CallRules,
  isPossibleRepeat: boolean,
): Message {
  const { chat, catchUp, stories } = of;
  const { language, timeZone } = chat.subscription;
  return composeCatchUp(stories, { language, timeZone, isPossibleRepeat, catchUp, fits });
}
