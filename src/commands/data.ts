import type { Block } from "../model/message.ts";
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
import { exportLinkReply } from "./export-link.ts";
import { pageButtons, readPage } from "./paging.ts";
import { otherTitle, placeWord } from "./place-word.ts";
import { isReadAlone } from "./spoken.ts";

/** So much of the data stands in one message: it must not be cut off. */
const partLength = 3_000;
/** Of a chat's own ledger the newest are listed. */
const mostDevelopments = 200;

/** /privacy: what is stored, and how to see and delete it. */
export function privacyCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "privacy",
      description: describe(context, "command-privacy"),
      access: "anyone",
      options: [],
      subcommands: [],
      isListed: true,
    },
    run(call) {
      const lines = ["stored", "own", "reports", "not-stored", "yours"].map((part) =>
        call.text(`privacy-${part}`),
      );
      const { message } = plainReply(call, call.text("privacy-title"), lines);
      const actions = ["export", "forget"].map((command) => ({
        command,
        argument: "",
        label: call.text(`button-${command}`),
      }));
      return Promise.resolve({ isPrivate: true, message: { ...message, actions } });
    },
  };
}

/** /export [page] [where]: all that is kept of a chat, as it is kept. Where others would read it, the way to the private chat. */
export function exportCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "export",
      description: describe(context, "command-export"),
      access: "chat-admin",
      options: [textOption(context, "page"), whereOption(context)],
      subcommands: [],
      isListed: true,
    },
    limit: "costly",
    async run(call) {
      const { chat } = call;
      if (chat === null) return plainReply(call, call.text("forget-nothing"));
      if (call.words.length > 0 && !/^\d{1,4}$/u.test(call.words.join(" "))) return unreadReply(call);
      if (!isReadAlone(call.invocation)) return exportLinkReply(call);
      const { id, address, state, subscription, createdAt } = chat;
      const traces = await context.store.archive.tracesOf(id);
      const own = await ownData(context, id);
      const kept = {
        chat: address,
        state,
        since: new Date(createdAt).toISOString(),
        settings: subscription,
        messages: { delivered: traces.deliveries, shown: traces.shownMessages },
        ...own,
      };
      const parts = partsOf(JSON.stringify(kept, null, 2));
      const page = Math.min(readPage(call.words[0]), parts.length);
      const title = titled(call, call.text("export-title"));
      const { message } = plainReply(call, title, [parts[page - 1] ?? ""]);
      const note: Block = { kind: "note", text: call.text("export-about") };
      const actions = pageButtons(call, "export", { page, isMore: page < parts.length }).map((action) => ({
        ...action,
        argument: [action.argument, ...wordsOfPlace(call)].join(" "),
      }));
      return {
        isPrivate: true,
        isInPlace: call.words.length > 0,
        message: { ...message, blocks: [...message.blocks, note], actions },
      };
    },
  };
}

/** The chat that a button is about, where it is another one. */
function wordsOfPlace(call: CommandCall): readonly string[] {
  return call.elsewhere === null ? [] : [placeWord(call.place)];
}

/** A title that names the chat, where it is another one. */
function titled(call: CommandCall, label: string): string {
  const title = otherTitle(call);
  return title === null ? label : call.text("settings-page-of", { label, title });
}

/** What the chat follows by itself, and how much came of it. Nothing is said where there is nothing. */
async function ownData({ store }: CommandContext, chatId: number): Promise<object> {
  const sources = await store.sources.own(chatId);
  const trials = await store.trials.list(chatId);
  const developments = await store.ownLedger(chatId).developments({ limit: mostDevelopments });
  if (sources.length + trials.length + developments.length === 0) return {};
  const kept = [
    ...sources.map(({ source, state }) => ({ source, state: state.halt ?? "followed" })),
    ...trials.map(({ source }) => ({ source, state: "being read" })),
  ];
  return {
    ownSources: kept.map(({ source, state }) => ({ name: source.name, address: source.url, state })),
    ownDevelopments: developments.map(({ id, kind, date, places, reports }) => ({
      id,
      kind,
      date,
      places,
      reports: reports.length,
    })),
  };
}

/** A text in parts of whole lines. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  for (const line of text.split("\n")) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + line.length < partLength)
      parts[parts.length - 1] = `${last}\n${line}`;
    else parts.push(line);
  }
  return parts;
}

/** /forget [sure] [where]: deletes all of that, once it is confirmed. */
export function forgetCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "forget",
      description: describe(context, "command-forget"),
      access: "chat-admin",
      options: [textOption(context, "sure", { key: "option-forget" }), whereOption(context)],
      subcommands: [],
      isListed: true,
    },
    async run(call) {
      if (call.chat === null) return plainReply(call, call.text("forget-nothing"));
      if (call.words.length === 0) return askedReply(call);
      if (!sureWords.has(call.words.join(" ").toLowerCase())) return unreadReply(call);
      await context.store.chats.forget(call.place);
      const { message } = plainReply(call, titled(call, call.text("forget-done")), [
        call.text("forget-again"),
      ]);
      return { isPrivate: true, isInPlace: true, message };
    },
  };
}

/** What confirms it: by button, and as people type it. */
const sure = "yes";
const sureWords: ReadonlySet<string> = new Set([sure, "sure", "так", "да", "точно"]);

/** Its button names the chat, so that passed on it deletes nothing elsewhere. */
function askedReply(call: CommandCall) {
  const other = otherTitle(call);
  const title = other === null ? call.text("forget-title") : call.text("forget-title-of", { title: other });
  const { message } = plainReply(call, title, [call.text("forget-about")]);
  const { place } = call;
  const named = /^-?\d+$/u.test(place.channel) ? [placeWord(place)] : [];
  const yes = { command: "forget", argument: [sure, ...named].join(" "), label: call.text("forget-yes") };
  const elsewhere = wordsOfPlace(call);
  const argument = elsewhere.length === 0 ? "" : ["show", ...elsewhere].join(" ");
  return {
    isPrivate: true,
    message: { ...message, actions: [yes, { command: "settings", argument, label: call.text("forget-no") }] },
  };
}
