import type { ChatAddress } from "../model/chat.ts";
import type { Message } from "../model/message.ts";
import type { HttpRoute } from "./http-route.ts";

/** A documented limit on calls. */
export interface RateLimit {
  /** `all`: the whole bot; `chat`: each chat; `group`: each chat that is a group. */
  readonly scope: "all" | "chat" | "group";
  readonly max: number;
  readonly perMs: number;
}

/** What sends and edits have in common. */
export interface Requested {
  /**
   * To be asked in the moment of each call to the platform, after whatever was waited for before it. False: who sends is not the one sender any more, so
   * none is to be made, and the outcome is a `wait` of no time. Absent: it may be made.
   */
  readonly mayCall?: () => boolean;
}

export interface SendRequest extends Requested {
  /** Stable for (delivery, chat): the key by which the platform or we tell a repeat. At most 25 characters. */
  readonly key: string;
  readonly address: ChatAddress;
  readonly message: Message;
  readonly isLoud: boolean;
  /** The message that this one continues; null: none. */
  readonly replyTo: string | null;
  /**
   * `replyTo` tells several developments. Where each has a place of its own, as in a forum, this one goes on where `latest` stands, which tells it alone, or
   * gets a place where that is null. Absent: `replyTo` is of this development alone, or null.
   */
  readonly apart?: { readonly latest: string | null };
  /** The role that a loud message mentions (`Subscription.mention`), where the platform has roles. Absent or null: nobody. */
  readonly mention?: string | null;
  /** Of the development, which the message shows: what is found of an earlier attempt tells by it what it shows. Absent: it is a notice. */
  readonly revision?: number;
  /**
   * True: the platform may still know the key by a message that is deleted, and is to make a new one, which is found by the key like any other. Absent: false.
   */
  readonly isAnew?: boolean;
  /** An earlier attempt's outcome is unknown: look whether it arrived if the platform allows that, else mark the repeat. */
  readonly mayRepeat: boolean;
  /** No earlier attempt was made before it, epoch milliseconds: so far back is looked for one. Absent: it is not known. */
  readonly sinceAt?: number;
  /** The message with the mark of a possible repeat, for a chat in which cannot be looked, or not far enough. Absent: it is no repeat, or `message` is marked. */
  readonly marked?: Message;
  /**
   * True: only the message of the earlier attempt is wanted, where the platform tells repeats. If it surely did not arrive nothing is sent, and if that cannot be
   * told only `marked`, where there is one; the outcome of nothing is `message-gone`. Absent: false.
   */
  readonly isOnlyIfTold?: boolean;
}

export interface EditRequest extends Requested {
  readonly address: ChatAddress;
  readonly messageId: string;
  readonly message: Message;
  /** For buttons that carry it: the key that the message was sent with while that send is not settled, later one that no send has. */
  readonly key: string;
  /** As in `SendRequest`. */
  readonly revision?: number;
}

/** How a call ended. Told by codes and fields, never by text. */
export type SendOutcome =
  /**
   * `isEarlier`: an earlier attempt's message was found, and nothing was sent now. Absent: false, or it cannot be told. `revision`: what
   * the message that is there now shows. Absent: it cannot be told. `isMarked`: what was sent is the request's `marked`.
   */
  | {
      readonly kind: "sent";
      readonly messageId: string;
      readonly isEarlier?: boolean;
      readonly revision?: number;
      readonly isMarked?: boolean;
    }
  /** Surely not done; the same call may go through later. `scope`: what must wait; `message`: only what is told in this message, or where it stands. */
  | {
      readonly kind: "wait";
      readonly scope: "message" | "chat" | "platform";
      readonly retryAfterMs: number;
      readonly why: string;
      /** Of the chat only edits must wait: new messages go on. Absent: all calls must. */
      readonly isOfEdits?: boolean;
    }
  /** The chat cannot be reached any more (blocked, kicked, deleted). `isTopicOnly`: its other topics can. Absent: false. */
  | { readonly kind: "chat-gone"; readonly why: string; readonly isTopicOnly?: boolean }
  | { readonly kind: "chat-moved"; readonly to: ChatAddress }
  /** The bot may not write there now; admins can mend it. */
  | { readonly kind: "no-rights"; readonly why: string }
  /** An edit whose message is gone or can no longer be edited. */
  | { readonly kind: "message-gone"; readonly why: string }
  /** The platform refuses the content: our defect. */
  | { readonly kind: "refused"; readonly why: string }
  /** The token is not accepted: everything on the platform stops. */
  | { readonly kind: "unauthorized"; readonly why: string }
  /** The answer never came: it may have been done. */
  | { readonly kind: "unknown"; readonly why: string };

/** A chat platform: sends and edits messages, takes commands. Constructors only store. */
export interface ChatPlatform {
  readonly name: string;
  readonly limits: readonly RateLimit[];
  /**
   * True: a send with `mayRepeat` finds by its key whether the earlier one arrived, so nothing doubles and no message is marked.
   * Absent: it cannot be told, and a repeat says that it may be one.
   */
  readonly tellsRepeats?: boolean;
  /** Where the platform posts what happens, on the program's own HTTP server. Absent: nowhere. */
  readonly route?: HttpRoute;
  /** An https link that opens the bot with a payload for /start. Null: it is not known yet who the bot is. Absent: there are no such links. */
  link?(payload: string): string | null;
  /** Checks the token and begins to take commands; returns when it is ready. Throws DeliveryError `bad-token` (permanent) or one that may pass. */
  start(signal: AbortSignal): Promise<void>;
  /** Asks the platform who the bot is and returns its name; changes nothing there. Throws as `start` does. */
  check(signal: AbortSignal): Promise<string>;
  /** Ends receiving; sends under way are finished by their callers. */
  stop(): Promise<void>;
  /** Whether limits of scope `group` hold for the chat. */
  isGroup(address: ChatAddress): boolean;
  /** Whether each development has a place of its own there, as a forum's post, so that no message tells several. Absent: nowhere. */
  keepsStoriesApart?(address: ChatAddress): boolean;
  /** Whether one message has room for all of it, nothing cut off. Pure. Absent: for any. */
  fits?(message: Message): boolean;
  /** The address of a message in a chat, for who reads it. Pure. Null: it has none, as in a private chat. Absent: none has one. */
  messageLink?(address: ChatAddress, messageId: string): string | null;
  send(request: SendRequest, signal: AbortSignal): Promise<SendOutcome>;
  edit(request: EditRequest, signal: AbortSignal): Promise<SendOutcome>;
}
