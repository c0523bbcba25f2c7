import type { ListItem } from "../../model/message.ts";
import type { AuditEntry } from "../../ports/audit-store.ts";
import { describe, textOption, type Command, type CommandCall, type CommandContext } from "../context.ts";
import { momentText } from "../moments.ts";

/** Lines have up to about 300 characters; ten fit a message of Discord. */
const pageSize = 10;
const maxWords = 100;

/** /audit: what admins did, newest first. Its pages begin at an entry, so that they do not shift when something is added. */
export function auditCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "audit",
      description: describe(context, "command-audit"),
      access: "admin",
      options: [textOption(context, "before", { key: "option-audit" })],
      subcommands: [],
      isListed: true,
    },
    async run(call) {
      const word = call.words[0] ?? "";
      const before = /^[1-9]\d{0,14}$/u.test(word) ? Number(word) : null;
      const of = { limit: pageSize + 1, ...(before === null ? {} : { before }) };
      const entries = await context.store.audit.list(of);
      const shown = entries.slice(0, pageSize);
      const last = shown.at(-1);
      const isMore = entries.length > pageSize && last !== undefined;
      return {
        isPrivate: true,
        isInPlace: before !== null,
        message: {
          title: call.text(shown.length === 0 ? "audit-none" : "audit-title"),
          blocks: shown.length === 0 ? [] : [{ kind: "list", items: shown.map((one) => lineOf(call, one)) }],
          actions: isMore
            ? [{ command: "audit", argument: String(last.seq), label: call.text("button-more") }]
            : [],
          language: call.language,
        },
      };
    },
  };
}

function lineOf(call: CommandCall, entry: AuditEntry): ListItem {
  const { seq, by, at, act, subject, before, after, outcome } = entry;
  const what = call.text(`audit-${act.replaceAll(".", "-")}`, { subject });
  const change = [before, after].map(shortened).filter((words) => words !== "");
  const values = { seq: String(seq), at: momentText(at, call), by, what, how: howText(call, entry) };
  const line = call.text(outcome === "done" ? "audit-line" : "audit-line-how", values);
  return {
    text: change.length === 0 ? line : call.text("audit-change", { line, change: change.join(" → ") }),
    link: null,
  };
}

/** How it ended, and who ended it if that was somebody else. */
function howText(call: CommandCall, { outcome, by, endedBy, act }: AuditEntry): string {
  const isAsked = act === "report" || act === "announce";
  const state = outcome ?? (isAsked ? "open" : "unknown");
  const words = call.text(`audit-is-${state}`);
  return endedBy === null || endedBy === by ? words : call.text("audit-ended-by", { words, by: endedBy });
}

function shortened(words: string): string {
  return words.length <= maxWords ? words : `${words.slice(0, maxWords - 1)}…`;
}
