import type { Log } from "../log.ts";
import type { Block } from "../model/message.ts";
import type { Source } from "../model/source.ts";
import { addressOfWord } from "../poll/channel-address.ts";
import type { CommandSpec, Reply } from "../ports/command.ts";
import type { FollowedSource } from "../ports/source-store.ts";
import { notSubscribedReply } from "./change.ts";
import {
  describe,
  plainReply,
  shownWord,
  textOption,
  whereOption,
  type Command,
  type CommandCall,
  type CommandContext,
} from "./context.ts";
import { consentFor } from "./follow-outcome.ts";
import { Trials } from "./follow-trials.ts";
import { wishedSource, wishRefusal } from "./follow-wish.ts";
import {
  createAsking,
  followAction,
  ownLines,
  ownRulesOf,
  roomLeft,
  unfollowAction,
  type Asking,
} from "./own-sources.ts";
import type { OwnSourceRules } from "./own-view.ts";
import { findSources } from "./settings/sources.ts";
import { fromShortKey } from "./short-key.ts";
import type { Turns } from "./turns.ts";

/** What a chat follows alone. */
export interface Following {
  readonly follow: Command;
  readonly unfollow: Command;
  readonly trials: Pick<Trials, "start" | "stop">;
}

/** /follow and /unfollow. `turns`: of what changes chats. */
export function createFollowing(
  context: CommandContext,
  around: { readonly turns: Turns; readonly log: Log },
): Following {
  const spec = followSpec(context);
  const trials = new Trials({ ...around, context, spec });
  return { follow: followCommand(context, spec, trials), unfollow: unfollowCommand(context), trials };
}

function followSpec(context: CommandContext): CommandSpec {
  return {
    name: "follow",
    description: describe(context, "command-follow"),
    access: "chat-admin",
    options: [
      { ...textOption(context, "url", { key: "option-follow-url" }), kind: "address" },
      whereOption(context),
    ],
    subcommands: [],
    isListed: true,
  };
}

/** /follow [url] [where]: a source for this chat alone, with a look at what it would bring; without an address those that it has. */
function followCommand(context: CommandContext, spec: CommandSpec, trials: Trials): Command {
  const asking = createAsking(context);
  return {
    spec,
    limit: "costly",
    async run(call) {
      const rules = ownRulesOf(context);
      const [url] = call.words;
      if (call.chat === null || call.chat.state !== "active") return notSubscribedReply(call);
      if (url === undefined) return panelReply(call, call.chat.id, rules);
      if (rules === null) return plainReply(call, call.text("follow-off"));
      if (context.trySource === undefined) return plainReply(call, call.text("source-test-unable"));
      const source = wishedSource(call, { url, chatId: call.chat.id, rules });
      if (typeof source === "string") return plainReply(call, source);
      const refusal = (await wishRefusal(call, source, rules)) ?? (await waitText(call, source, asking));
      return refusal === null ? trials.read(call, source) : plainReply(call, refusal);
    },
  };
}

/** Who asks the bot's admins for much waits, in words; a wish that they know already is none more. Null: go on. */
async function waitText(call: CommandCall, source: Source, asking: Asking): Promise<string | null> {
  const { store } = call.context;
  const rules = ownRulesOf(call.context);
  if (rules === null || !(await consentFor(call, source.url, rules)).isAsked) return null;
  const isKnown =
    (await store.sources.find(source.id))?.state.halt === "waiting" ||
    (await store.trials.list(source.ownerChat)).some((trial) => trial.source.id === source.id);
  const seconds = isKnown ? 0 : asking.secondsFor(call);
  return seconds === 0 ? null : call.text("follow-wait", { count: Math.ceil(seconds / 60) });
}

/** /unfollow SOURCE [where]: no longer. */
function unfollowCommand(context: CommandContext): Command {
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
      const { sources, trials } = context.store;
      const own = await sources.own(call.chat.id);
      const found = findOwn([...own, ...(await trials.list(call.chat.id))], word);
      if (found === null) return plainReply(call, call.text("unfollow-unknown", { word: shownWord(word) }));
      await trials.end(found.id);
      await sources.withdraw(found.id, context.clock.now());
      context.poke();
      return { ...plainReply(call, call.text("unfollowed", { name: found.name })), isInPlace: true };
    },
  };
}

function findOwn(own: readonly Pick<FollowedSource, "source">[], word: string): Source | null {
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
  const { sources, trials } = call.context.store;
  const own = await sources.own(chatId);
  const read = await trials.list(chatId);
  const text = (line: string): Block => ({ kind: "text", text: line });
  const isFull = rules !== null && roomLeft(own, rules) <= read.length;
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
        own.length + read.length === 0 ? text(call.text("follow-none")) : ownLines(call, own, read),
        text(about),
      ],
      actions: [
        ...(rules === null || isFull ? [] : [followAction(call)]),
        ...[...own, ...read].map(({ source }) => unfollowAction(call, source)),
      ],
      language: call.language,
    },
  };
}
