import { plainText } from "../../alert/plain.ts";
import type { Block, Message } from "../../model/message.ts";
import type { AuditEntry } from "../../ports/audit-store.ts";
import type { Reply } from "../../ports/command.ts";
import {
  describe,
  plainReply,
  textOption,
  type Command,
  type CommandCall,
  type CommandContext,
} from "../context.ts";
import { personKey } from "./act.ts";

/** The preview shows it once a language, and has to fit one message of every platform. */
const maxLength = 1_000;
/** What was written longer ago is not sent by an old button. */
const draftMs = 24 * 3_600_000;

/** /announce TEXT: shown as chats will see it, then sent to all of them by a button, once. */
export function announceCommand(context: CommandContext): Command {
  const part = (name: string, option: string) => ({
    name,
    description: describe(context, `command-announce-${name}`),
    options: [textOption(context, option, { key: `option-announce-${option}` })],
  });
  return {
    spec: {
      name: "announce",
      description: describe(context, "command-announce"),
      access: "admin",
      options: [],
      subcommands: [part("draft", "text"), part("send", "draft"), part("cancel", "draft")],
      isListed: true,
    },
    run(call) {
      switch (call.invocation.subcommand) {
        case "send":
          return send(call);
        case "cancel":
          return cancel(call);
        default:
          return draft(call);
      }
    },
  };
}

async function draft(call: CommandCall): Promise<Reply> {
  const text = (call.invocation.options.text ?? "").trim();
  if (text === "") return plainReply(call, call.text("announce-how"), [call.text("announce-languages")]);
  if (text.length > maxLength) return plainReply(call, call.text("announce-long", { count: maxLength }));
  const { audit, stats } = call.context.store;
  const by = personKey(call.invocation.user);
  const entry = { at: call.context.clock.now(), by, act: "announce", subject: "", before: "", after: text };
  const seq = await audit.begin(entry);
  const active = (await stats.chats()).filter(({ state }) => state === "active");
  const count = active.reduce((sum, each) => sum + each.count, 0);
  const action = (argument: string, key: string) => ({
    command: "announce",
    argument,
    label: call.text(key),
  });
  return {
    isPrivate: true,
    message: {
      title: call.text("announce-preview", { count }),
      blocks: previewBlocks(call, text),
      actions: [
        action(`send ${seq} silent`, "button-announce-silent"),
        action(`send ${seq} loud`, "button-announce-loud"),
        action(`cancel ${seq}`, "button-announce-cancel"),
      ],
      language: call.language,
    },
  };
}

/** As chats of each language will see it. */
function previewBlocks(call: CommandCall, text: string): readonly Block[] {
  return call.context.languages.flatMap((language): readonly Block[] => {
    const { title, ...message } = announcement(call.context, text, language);
    return [
      { kind: "text", text: call.text("announce-in", { language: call.text(`language-${language}`) }) },
      { kind: "quote", text: `${title}\n${plainText({ title, ...message })}`, source: null },
    ];
  });
}

async function send(call: CommandCall): Promise<Reply> {
  const { store, clock, languages, defaults, poke } = call.context;
  const entry = await draftNamed(call);
  if (entry === null) return plainReply(call, call.text("announce-unknown"));
  const now = clock.now();
  if (entry.outcome === null && now - entry.at > draftMs) return inPlace(call, "announce-old");
  // Whoever ends the draft first decides; the notice's key lets it out once, also when a kill came in between.
  await store.audit.end(entry.seq, { by: personKey(call.invocation.user), at: now, outcome: "done" });
  const ended = await store.audit.find(entry.seq);
  if (ended?.outcome !== "done") return inPlace(call, "announce-was-cancelled");
  // Notices are forgotten after a time, and their keys with them.
  if (now - (ended.endedAt ?? now) > draftMs) return inPlace(call, "announce-was-sent");
  const messages = Object.fromEntries(
    languages.map((language) => [language, announcement(call.context, entry.after, language)]),
  );
  const isSent = await store.outbox.addNotice(
    {
      to: "all",
      key: `announce:${entry.seq}`,
      message: announcement(call.context, entry.after, defaults.language),
      translations: messages,
      isLoud: call.words[1] === "loud",
      forSubscribers: true,
      dueAt: now,
    },
    now,
  );
  poke();
  return inPlace(call, isSent ? "announce-sent" : "announce-was-sent");
}

async function cancel(call: CommandCall): Promise<Reply> {
  const { store, clock } = call.context;
  const entry = await draftNamed(call);
  if (entry === null) return plainReply(call, call.text("announce-unknown"));
  const end = { by: personKey(call.invocation.user), at: clock.now(), outcome: "cancelled" } as const;
  const isCancelled = await store.audit.end(entry.seq, end);
  const was = (await store.audit.find(entry.seq))?.outcome;
  return inPlace(call, isCancelled || was === "cancelled" ? "announce-cancelled" : "announce-was-sent");
}

async function draftNamed({ context, words }: CommandCall): Promise<AuditEntry | null> {
  const [word = ""] = words;
  if (!/^[1-9]\d{0,14}$/u.test(word)) return null;
  const entry = await context.store.audit.find(Number(word));
  return entry?.act === "announce" ? entry : null;
}

function inPlace(call: CommandCall, key: string): Reply {
  return { ...plainReply(call, call.text(key)), isInPlace: true };
}

/** What chats of a language get: the operators' words, marked as theirs. */
function announcement(
  { translate, languages }: Pick<CommandContext, "translate" | "languages">,
  text: string,
  language: string,
): Message {
  const words = wordsByLanguage(text, languages);
  const own = words.get(language) ?? words.get("") ?? [...words.values()][0] ?? text;
  const paragraphs = own.split(/\n+/u).flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  return {
    title: translate(language, "announce-title"),
    blocks: paragraphs.map((line) => ({ kind: "text", text: line })),
    actions: [],
    language,
  };
}

/** `en: … uk: …` by language; words without a language are for all, under "". */
export function wordsByLanguage(text: string, languages: readonly string[]): ReadonlyMap<string, string> {
  const tag = new RegExp(`(?:^|\\s)(${languages.join("|")}):\\s+`, "gu");
  const marks = [...text.matchAll(tag)];
  if (marks[0]?.index !== 0) return new Map([["", text]]);
  return new Map(
    marks.map((mark, index) => {
      const end = marks[index + 1]?.index ?? text.length;
      return [mark[1] ?? "", text.slice(mark.index + mark[0].length, end).trim()];
    }),
  );
}
