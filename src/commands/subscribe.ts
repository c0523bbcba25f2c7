import type { EventKind } from "../model/event.ts";
import type { Block } from "../model/message.ts";
import { defaultSubscription, type Subscription } from "../model/subscription.ts";
import type { Reply } from "../ports/command.ts";
import {
  describe,
  plainReply,
  textOption,
  unreadReply,
  whereOption,
  type Command,
  type CommandCall,
  type CommandContext,
} from "./context.ts";
import { notSubscribedText } from "./change.ts";
import { latestMessage } from "./latest.ts";
import { otherTitle, placeWord } from "./place-word.ts";
import type { ReadPreset } from "./preset.ts";
import { presetText, sharedPreset } from "./share.ts";
import { missingRightsLines } from "./rights.ts";
import { kindsText, readKinds, suggestKinds, unknownKindText, untoldKindsText } from "./settings/kinds.ts";
import { inLanguage, inOpen } from "./spoken.ts";

/** /subscribe [kinds] [language] [where]: the chat is told from now on. Said again, it changes what was asked for. */
export function subscribeCommand(context: CommandContext): Command {
  const languages = context.languages.map((value) => ({
    value,
    label: describe(context, `language-${value}`),
  }));
  return {
    spec: {
      name: "subscribe",
      description: describe(context, "command-subscribe"),
      access: "chat-admin",
      options: [
        textOption(context, "kinds", { isCompleted: true }),
        { ...textOption(context, "language"), choices: languages },
        whereOption(context),
      ],
      subcommands: [],
      isListed: true,
    },
    async run(call) {
      const read = await readWishes(call);
      if ("unknown" in read) return plainReply(call, unknownKindText(call, read.unknown));
      return subscribe(call, read);
    },
    complete: (asked) => Promise.resolve(suggestKinds(asked)),
  };
}

interface Wishes {
  /** Undefined: nothing was said of kinds. */
  readonly kinds: readonly EventKind[] | null | undefined;
  readonly language: string | undefined;
  /** A subscription that somebody shared. */
  readonly shared?: ReadPreset;
}

/** Kinds and a language in any order, as people type them; or a preset, as a link's button has it. */
async function readWishes(call: CommandCall): Promise<Wishes | { readonly unknown: string }> {
  const { languages } = call.context;
  const language = call.words.map((word) => word.toLowerCase()).find((word) => languages.includes(word));
  const shared = await sharedPreset(call, call.words[0] ?? "");
  if (shared !== null) return { kinds: undefined, language, shared };
  const others = call.words.filter((word) => word.toLowerCase() !== language);
  if (others.length === 0) return { kinds: undefined, language };
  const read = readKinds(call, others.join(" "));
  return "unknown" in read ? read : { kinds: read.kinds, language };
}

/** Subscribes the chat of the call with what is wished, and says what it will get. */
async function subscribe(call: CommandCall, { kinds, language, shared }: Wishes): Promise<Reply> {
  const { context, chat } = call;
  const missing = await call.invocation.missingRights(call.place);
  // Where a person alone has the bot it can answer that person, but nothing could ever be told there.
  if (missing.includes("see"))
    return plainReply(call, call.text("subscribe-unseen"), [call.text("subscribe-unseen-hint")]);
  const before = chat?.subscription ?? defaultSubscription(language ?? call.language, call.timeZone);
  const subscription: Subscription = {
    ...before,
    ...shared?.preset,
    ...(kinds === undefined ? {} : { kinds }),
    language: language ?? before.language,
    // Who asks for news is to get it: a mute from before would keep it away without a word.
    mutedUntil: null,
  };
  await context.store.chats.subscribe(call.place, subscription, context.clock.now());
  context.poke();
  const own = call.elsewhere === null ? subscription.language : call.language;
  const answering = inLanguage(call, own);
  const untold = shared?.untold ?? [];
  const replaced =
    chat?.state === "active" ? await replacedText(answering, chat.subscription, subscription) : "";
  const lines = [
    ...(replaced === "" ? [] : [replaced]),
    ...(untold.length === 0 ? [] : [untoldKindsText(answering, untold)]),
    ...missingRightsLines(answering, missing),
  ];
  return subscribed(answering, subscription, lines);
}

/** What was chosen before, where that is something else now; "": nothing is. */
async function replacedText(call: CommandCall, before: Subscription, now: Subscription): Promise<string> {
  const [was, is] = await Promise.all([presetText(call, before), presetText(call, now)]);
  return was === is ? "" : call.text("subscribed-replaces", { was });
}

/** What was subscribed to, what stands against it (topics that nobody tells, rights that the bot lacks), and the newest development as the chat would have been told it. */
async function subscribed(
  call: CommandCall,
  subscription: Subscription,
  against: readonly string[],
): Promise<Reply> {
  const other = otherTitle(call);
  const what = kindsText(call, subscription.kinds);
  const title =
    other === null ? call.text("subscribed-title") : call.text("subscribed-title-of", { title: other });
  const text = (words: string): Block => ({ kind: "text", text: words });
  const sample = await latestMessage({ ...call, ...subscription }, subscription);
  const shown: readonly Block[] =
    sample === null
      ? []
      : [{ kind: "note", text: call.text("subscribed-sample") }, text(sample.title), ...sample.blocks];
  const argument = other === null ? "" : `show ${placeWord(call.place)}`;
  const settings = { command: "settings", argument, label: call.text("button-settings") };
  return {
    isPrivate: other !== null,
    message: {
      title,
      blocks: [
        text(call.text("subscribed-to", { what })),
        ...against.map(text),
        text(call.text("subscribed-change")),
        ...shown,
      ],
      // A mute pressed here would be for this chat, not for the other one.
      actions: [settings, ...(other === null ? (sample?.actions ?? []) : [])],
      language: call.language,
    },
  };
}

/** /unsubscribe [where]: nothing more is told there. */
export function unsubscribeCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "unsubscribe",
      description: describe(context, "command-unsubscribe"),
      access: "chat-admin",
      options: [whereOption(context)],
      subcommands: [],
      isListed: true,
    },
    async run(asked) {
      const call = asked.elsewhere === null ? inOpen(asked) : asked;
      if (call.words.length > 0) return unreadReply(call);
      const wasSubscribed = await context.store.chats.unsubscribe(call.place, context.clock.now());
      const title = otherTitle(call);
      if (!wasSubscribed)
        return plainReply(call, title === null ? call.text("unsubscribed-was-not") : notSubscribedText(call));
      const argument = call.elsewhere === null ? "" : placeWord(call.place);
      const again = { command: "subscribe", argument, label: call.text("button-subscribe") };
      const { message } =
        title === null
          ? plainReply(call, call.text("unsubscribed-title"), [call.text("unsubscribed-again")])
          : plainReply(call, call.text("unsubscribed-title-of", { title }), [
              call.text("unsubscribed-there"),
            ]);
      return { isPrivate: call.elsewhere !== null, message: { ...message, actions: [again] } };
    },
  };
}
