import { SourceError } from "../errors.ts";
import type { Block } from "../model/message.ts";
import type { Source } from "../model/source.ts";
import { addressOfWord } from "../poll/channel-address.ts";
import { guarded, newSource } from "../poll/source-form.ts";
import type { Reply } from "../ports/command.ts";
import type { FollowedSource } from "../ports/source-store.ts";
import type { SourceTrial } from "./admin/abilities.ts";
import { askAdmins } from "./admin/sources/own.ts";
import { trialBlocks } from "./admin/sources/test-source.ts";
import { notSubscribedReply } from "./change.ts";
import {
  describe,
  isAdmin,
  plainReply,
  shownWord,
  textOption,
  whereOption,
  type Command,
  type CommandCall,
  type CommandContext,
} from "./context.ts";
import { failureText } from "./failure-text.ts";
import {
  createAsking,
  followAction,
  ownLines,
  ownRulesOf,
  ownSourceOf,
  roomLeft,
  unfollowAction,
  type Asking,
} from "./own-sources.ts";
import type { OwnSourceRules } from "./own-view.ts";
import { findSources } from "./settings/sources.ts";
import { fromShortKey } from "./short-key.ts";

const maxName = 100;

/** /follow [url] [where]: a source for this chat alone, with a look at what it would bring; without an address those that it has. */
export function followCommand(context: CommandContext): Command {
  const asking = createAsking(context);
  return {
    spec: {
      name: "follow",
      description: describe(context, "command-follow"),
      access: "chat-admin",
      options: [
        { ...textOption(context, "url", { key: "option-follow-url" }), kind: "address" },
        whereOption(context),
      ],
      subcommands: [],
      isListed: true,
    },
    limit: "costly",
    async run(call) {
      const rules = ownRulesOf(context);
      const [url] = call.words;
      if (call.chat === null || call.chat.state !== "active") return notSubscribedReply(call);
      if (url === undefined) return panelReply(call, call.chat.id, rules);
      if (rules === null) return plainReply(call, call.text("follow-off"));
      return follow(call, { url, chatId: call.chat.id, rules, asking });
    },
  };
}

/** /unfollow SOURCE [where]: no longer. */
export function unfollowCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "unfollow",
      description: describe(context, "command-unfollow"),
      access: "chat-admin",
      options: [
        { ...textOption(context, "source", { key: "option-unfollow" }), kind: "address" },
        whereOption(context),
      ],
      subcommands: [],
      isListed: true,
    },
    async run(call) {
      if (call.chat === null) return notSubscribedReply(call);
      const word = call.words.join(" ");
      if (word === "") return panelReply(call, call.chat.id, ownRulesOf(context));
      const own = await context.store.sources.own(call.chat.id);
      const found = findOwn(own, word);
      if (found === null) return plainReply(call, call.text("unfollow-unknown", { word: shownWord(word) }));
      await context.store.sources.withdraw(found.id, context.clock.now());
      context.poke();
      return { ...plainReply(call, call.text("unfollowed", { name: found.name })), isInPlace: true };
    },
  };
}

function findOwn(own: readonly FollowedSource[], word: string): Source | null {
  const sources = own.map(({ source }) => source);
  const id = fromShortKey(
    word,
    sources.map((source) => source.id),
  );
  const address = addressOfWord(word);
  return (
    sources.find((source) => source.id === id || source.url === address) ??
    findSources(sources, word)[0] ??
    null
  );
}

/** What the chat follows by itself, and how to change it. */
async function panelReply(call: CommandCall, chatId: number, rules: OwnSourceRules | null): Promise<Reply> {
  const own = await call.context.store.sources.own(chatId);
  const text = (line: string): Block => ({ kind: "text", text: line });
  const isFull = rules !== null && roomLeft(own, rules) <= 0;
  const about =
    rules === null
      ? call.text("follow-off")
      : isFull
        ? call.text("follow-limit", { count: rules.limits.perChat })
        : call.text("follow-how");
  return {
    isPrivate: true,
    message: {
      title: call.elsewhere
        ? call.text("follow-title-of", { title: call.elsewhere })
        : call.text("follow-title"),
      blocks: [
        text(call.text("follow-about")),
        own.length === 0 ? text(call.text("follow-none")) : ownLines(call, own),
        text(about),
      ],
      actions: [
        ...(rules === null || isFull ? [] : [followAction(call)]),
        ...own.map(({ source }) => unfollowAction(call, source)),
      ],
      language: call.language,
    },
  };
}

interface Wish {
  readonly url: string;
  readonly chatId: number;
  readonly rules: OwnSourceRules;
  readonly asking: Asking;
}

async function follow(call: CommandCall, wish: Wish): Promise<Reply> {
  const { trySource } = call.context;
  const { chatId, rules } = wish;
  if (trySource === undefined) return plainReply(call, call.text("source-test-unable"));
  const plain = sourceAt(call, wish);
  if (typeof plain === "string") return plainReply(call, plain);
  const refusal = await refusalFor(call, plain, wish);
  if (refusal !== null) return plainReply(call, refusal);
  const before = await call.context.store.sources.find(ownSourceOf(plain, chatId).id);
  const isWaiting = before?.state.halt === "waiting";
  // What one of the bot's admins follows somewhere is looked at thereby.
  const isAsked = isWaiting || (rules.mode === "approval" && !isAdmin(call.context, call.invocation.user));
  const seconds = isAsked && !isWaiting ? wish.asking.secondsFor(call) : 0;
  if (seconds > 0) return plainReply(call, call.text("follow-wait", { count: Math.ceil(seconds / 60) }));
  const trial = await trySource(ownSourceOf(plain, chatId));
  if (trial.fault?.code === "busy") return plainReply(call, call.text("follow-busy"));
  if (trial.fault !== null)
    return plainReply(call, call.text("source-test-failed", { why: failureText(call.text, trial.fault) }));
  const source = ownSourceOf({ ...plain, name: nameOf(trial, plain) }, chatId);
  const { sources } = call.context.store;
  try {
    if (!isWaiting)
      await sources.addOwn(source, isAsked ? "waiting" : null, rules.limits, call.context.clock.now());
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return plainReply(call, faultText(call, error.code, source, rules));
  }
  if (isAsked) await askAdmins(call, source, trial);
  call.context.poke();
  return followedReply(call, { source, trial, isAsked });
}

/** Everything that can be known without reading it. Null: nothing is against it. */
async function refusalFor(
  call: CommandCall,
  source: Source,
  { chatId, rules }: Wish,
): Promise<string | null> {
  const { sources } = call.context.store;
  const own = await sources.own(chatId);
  const before = own.find((followed) => followed.source.url === source.url);
  // Asked for again, in case that a kill kept the admins from hearing of it.
  if (before?.state.halt === "waiting") return null;
  if (before?.state.halt === "refused") return call.text("follow-refused", { name: before.source.name });
  if (before !== undefined) return call.text("follow-twice", { name: before.source.name });
  const everybodys = (await sources.list()).find((followed) => followed.source.url === source.url);
  if (everybodys !== undefined) return faultText(call, "followed-by-all", everybodys.source, rules);
  const refusals = (await sources.own()).filter((each) => each.state.halt === "refused");
  if (refusals.some((each) => each.source.ownerChat === chatId && each.source.url === source.url))
    return faultText(call, "own-refused", source, rules);
  return roomLeft(own, rules) <= 0 ? faultText(call, "own-limit", source, rules) : null;
}

function faultText(call: CommandCall, code: string, { name }: Source, { limits }: OwnSourceRules): string {
  switch (code) {
    case "followed-by-all":
      return call.text("follow-everybodys", { name });
    case "own-limit":
      return call.text("follow-limit", { count: limits.perChat });
    case "own-refused":
      return call.text("follow-refused", { name });
    case "own-limit-waiting":
      return call.text("follow-limit-waiting");
    case "own-limit-all":
      return call.text("follow-limit-all");
    default:
      return call.text("follow-twice", { name });
  }
}

function followedReply(
  call: CommandCall,
  of: { readonly source: Source; readonly trial: SourceTrial; readonly isAsked: boolean },
): Reply {
  const { source, trial, isAsked } = of;
  const { name } = source;
  return {
    isPrivate: true,
    message: {
      title: call.text(isAsked ? "followed-title-waiting" : "followed-title", { name }),
      blocks: [
        { kind: "text", text: call.text(isAsked ? "followed-waiting" : "followed-about") },
        ...trialBlocks(call, trial),
      ],
      actions: [unfollowAction(call, source)],
      language: call.language,
    },
  };
}

/** The source that an address would be; else why it is none, in words. */
function sourceAt(call: CommandCall, { url, rules }: Wish): Source | string {
  try {
    return newSource(addressOfWord(url), {}, guarded(rules));
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (error.code === "private-channel") return call.text("follow-private-channel");
    if (error.code === "bad-url") return call.text("sources-bad-url");
    return failureText(call.text, { code: error.code, text: error.message });
  }
}

/** What it calls itself, where that is a name. */
function nameOf({ title }: SourceTrial, { name }: Source): string {
  const line = (title ?? "").replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return line === "" ? name : line.slice(0, maxName);
}
