import type { Block } from "../model/message.ts";
import {
  describe,
  plainReply,
  textOption,
  type Command,
  type CommandCall,
  type CommandContext,
} from "./context.ts";
import { pageButtons, readPage } from "./paging.ts";
import { placeWord } from "./place-word.ts";

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
      const lines = ["stored", "own", "not-stored", "reports", "yours"].map((part) =>
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

/** /export: all that is kept of this chat, as it is kept. */
export function exportCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "export",
      description: describe(context, "command-export"),
      access: "chat-admin",
      options: [textOption(context, "page")],
      subcommands: [],
      isListed: true,
    },
    limit: "costly",
    async run(call) {
      const { chat } = call;
      if (chat === null) return plainReply(call, call.text("forget-nothing"));
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
      const { message } = plainReply(call, call.text("export-title"), [parts[page - 1] ?? ""]);
      const note: Block = { kind: "note", text: call.text("export-about") };
      const actions = pageButtons(call, "export", { page, isMore: page < parts.length });
      return {
        isPrivate: true,
        isInPlace: call.words.length > 0,
        message: { ...message, blocks: [...message.blocks, note], actions },
      };
    },
  };
}

/** What the chat follows by itself, and how much came of it. Nothing is said where there is nothing. */
async function ownData({ store }: CommandContext, chatId: number): Promise<object> {
  const sources = await store.sources.own(chatId);
  const developments = await store.ownLedger(chatId).developments({ limit: mostDevelopments });
  if (sources.length + developments.length === 0) return {};
  return {
    ownSources: sources.map(({ source, state }) => ({
      name: source.name,
      address: source.url,
      state: state.halt ?? "followed",
    })),
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

/** /forget: deletes all of that, once it is confirmed. */
export function forgetCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "forget",
      description: describe(context, "command-forget"),
      access: "chat-admin",
      options: [textOption(context, "sure", { key: "option-forget" })],
      subcommands: [],
      isListed: true,
    },
    async run(call) {
      if (call.chat === null) return plainReply(call, call.text("forget-nothing"));
      if (call.words[0] !== confirmation(call)) return askedReply(call);
      await context.store.chats.forget(call.place);
      const { message } = plainReply(call, call.text("forget-done"), [call.text("forget-again")]);
      return { isPrivate: true, isInPlace: true, message };
    },
  };
}

/** Names the chat, so that a button that was passed on deletes nothing elsewhere. */
function confirmation({ place }: CommandCall): string {
  return /^-?\d+$/u.test(place.channel) ? placeWord(place) : "yes";
}

function askedReply(call: CommandCall) {
  const { message } = plainReply(call, call.text("forget-title"), [call.text("forget-about")]);
  const sure = { command: "forget", argument: confirmation(call), label: call.text("forget-yes") };
  return {
    isPrivate: true,
    message: {
      ...message,
      actions: [sure, { command: "settings", argument: "", label: call.text("forget-no") }],
    },
  };
}
