import type { DiscordAPIError, RawFile } from "discord.js";
import type { Log } from "../../../src/log.ts";
import type { Message } from "../../../src/model/message.ts";
import { Refrained } from "./brake.ts";
import { drawMessage, drawPlainMessage, type DiscordMessage } from "./drawing.ts";
import { apiCodeOf, whyOf } from "./outcome.ts";
import type { Picture, PictureOf } from "./picture.ts";
import type { Rights } from "./rights.ts";
import type { RouteHolds } from "./route-holds.ts";

/**
 * How much of a message a channel takes: all of it; without the picture; content and buttons, where embeds are not
 * allowed; content alone, when Discord refuses the form of the richer ones.
 */
type Form = "whole" | "unpictured" | "words" | "bare";

/** A message in one form, with the files that go with it. `attachments`: all that are to be there after an edit. */
export interface Shape {
  readonly body: DiscordMessage & { readonly attachments: Picture["attachment"][] };
  readonly files: RawFile[];
}

/** What is to be shown, and where. */
export interface Shown {
  readonly channel: string;
  readonly message: Message;
  readonly key: string;
  readonly mention: string | null;
}

export interface ShapingOptions {
  /** Keeps, also for the process after this one, which channels refuse what. */
  readonly holds: RouteHolds;
  readonly log: Log;
  readonly rights: Rights;
  readonly pictureOf: PictureOf;
}

/** Runs a call with the richest form that the channel takes, again with a poorer one when Discord refuses that: better plain than untold. */
export type Shaping = <T>(shown: Shown, call: (shape: Shape) => Promise<T>) => Promise<T>;

const missingPermissions = 50_013;
const invalidForm: ReadonlySet<number | null> = new Set([50_006, 50_035]);
/** Too large, no such upload, uploads limited for the server. */
const unwantedFile: ReadonlySet<number | null> = new Set([40_005, 50_146, 400_001]);
/** How long what a channel refuses is kept to before it is tried again. */
export const rememberMs = 600_000;
/** A moderator may end a timeout before its time, which may be weeks: so often it is looked at again. */
const longestSilenceMs = 600_000;
const silenced = "a moderator has timed the bot out in the server";

/** Makes the shaping. What a channel refuses is met once in ten minutes. */
export function createShaping(options: ShapingOptions): Shaping {
  const { holds } = options;

  function remember(channel: string, form: "words" | "unpictured"): void {
    holds.hold(form, `/channels/${channel}`, rememberMs);
  }

  function formOf(channel: string): Form {
    const isKept = (form: Form): boolean => holds.heldMs(form, `/channels/${channel}`) > 0;
    return isKept("words") ? "words" : isKept("unpictured") ? "unpictured" : "whole";
  }

  /** Null: no poorer form would help. */
  async function poorer(error: unknown, form: Form, tried: Shape & Shown): Promise<Form | null> {
    const code = apiCodeOf(error);
    if (tried.files.length > 0 && (unwantedFile.has(code) || isRefused(error, ["attachments", "files"])))
      return "unpictured";
    if (isRefusedForm(error) && form !== "bare") {
      const why = { why: whyOf(error), key: tried.key };
      options.log("error", "Discord refuses a message's form; it is sent plain", why);
      return "bare";
    }
    if (code !== missingPermissions) return null;
    const standing = await options.rights.standingIn(tried.channel);
    if (standing !== null && standing.silencedMs > 0)
      throw new Refrained("server", Math.min(standing.silencedMs, longestSilenceMs), silenced);
    if (form === "words" || form === "bare") return null;
    // It may be the embeds: what needs no more than to write is tried before the chat is given up.
    if (standing === null) return "words";
    const { missing } = standing;
    if (missing.some((right) => right === "see" || right === "send" || right === "thread")) return null;
    const next = missing.includes("embed") ? "words" : missing.includes("attach") ? "unpictured" : null;
    if (next === null || (next === "unpictured" && tried.files.length === 0)) return null;
    remember(tried.channel, next);
    return next;
  }

  return async (shown, call) => {
    let form = formOf(shown.channel);
    const picture = form === "whole" ? await options.pictureOf(shown.message) : null;
    for (;;) {
      const shape = shapeOf(form, shown, picture);
      try {
        return await call(shape);
      } catch (error) {
        const next = await poorer(error, form, { ...shape, ...shown });
        if (next === null) throw error;
        form = next;
      }
    }
  };
}

function shapeOf(form: Form, { message, key, mention }: Shown, drawn: Picture | null): Shape {
  const picture = form === "whole" ? drawn : null;
  const extras = { mention, picture: picture?.attachment.filename ?? null };
  const body =
    form === "whole" || form === "unpictured"
      ? drawMessage(message, key, extras)
      : drawPlainMessage(message, form === "words" ? key : null, extras);
  return {
    body: { ...body, attachments: picture === null ? [] : [picture.attachment] },
    files: picture === null ? [] : [picture.file],
  };
}

/** Whether Discord names a part of the message's form as the fault (50035's tree of errors). */
export function isRefusedForm(error: unknown): boolean {
  return isRefused(error, ["content", "embeds", "components"]);
}

function isRefused(error: unknown, parts: readonly string[]): boolean {
  if (!invalidForm.has(apiCodeOf(error))) return false;
  const raw: unknown = (error as DiscordAPIError).rawError;
  const tree = fieldOf(raw, "errors");
  // A post's and an interaction's message stands one step deeper.
  const trees = [tree, fieldOf(tree, "message"), fieldOf(tree, "data")];
  return trees.some(
    (one) => typeof one === "object" && one !== null && parts.some((part) => Object.hasOwn(one, part)),
  );
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
