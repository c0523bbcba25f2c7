import type { Action, Block } from "../../../model/message.ts";
import type { AuditEntry } from "../../../ports/audit-store.ts";
import type { Reply } from "../../../ports/command.ts";
import { plainReply, type CommandCall } from "../../context.ts";
import { momentText } from "../../moments.ts";
import { personKey } from "../act.ts";

/** What somebody reported, whole, with the way to its development and the button that puts it aside. */
export async function errorReply(call: CommandCall, word: string): Promise<Reply> {
  const error = await errorNamed(call, word);
  if (error === null) return plainReply(call, call.text("review-error-unknown"));
  return drawn(call, error, null);
}

/** Puts a reported error aside as dealt with. */
export async function closeError(call: CommandCall, word: string): Promise<Reply> {
  const error = await errorNamed(call, word);
  if (error === null) return plainReply(call, call.text("review-error-unknown"));
  const { audit } = call.context.store;
  const by = personKey(call.invocation.user);
  const isClosed = await audit.end(error.seq, { by, at: call.context.clock.now(), outcome: "done" });
  if (isClosed) await tellReporter(call, error);
  const now = await audit.find(error.seq);
  return drawn(call, now ?? error, call.text(isClosed ? "review-error-closed" : "review-error-was-closed"));
}

/** Who reported it hears that it was looked at, where they have a chat of their own with the bot: on Telegram it has the person's id. */
async function tellReporter(call: CommandCall, { seq, by, subject }: AuditEntry): Promise<void> {
  const { context } = call;
  const [platform = "", channel = ""] = by.split(":");
  if (platform !== "telegram" || by === personKey(call.invocation.user)) return;
  const address = { platform, channel, thread: null };
  const { language } = (await context.store.chats.find(address))?.subscription ?? context.defaults;
  const text = (key: string): string => context.translate(language, key);
  const details = { command: "development", argument: subject, label: text("action-development") };
  const message = {
    title: text("report-closed"),
    blocks: [],
    actions: subject === "" ? [] : [details],
    language,
  };
  const now = context.clock.now();
  const key = `report-closed:${seq}`;
  await context.store.outbox.addNotice(
    { to: { address }, key, message, isLoud: false, forSubscribers: false, dueAt: now },
    now,
  );
  context.poke();
}

async function errorNamed({ context }: CommandCall, word: string): Promise<AuditEntry | null> {
  if (!/^[1-9]\d{0,14}$/u.test(word)) return null;
  const entry = await context.store.audit.find(Number(word));
  return entry?.act === "report" ? entry : null;
}

function drawn(call: CommandCall, error: AuditEntry, note: string | null): Reply {
  const { seq, at, by, subject, after, outcome } = error;
  const from = call.text("review-error-from", { by, at: momentText(at, call) });
  const said: readonly Block[] = after === "" ? [] : [{ kind: "quote", text: after, source: null }];
  const action = (argument: string, key: string): Action => ({
    command: "review",
    argument,
    label: call.text(key),
  });
  return {
    isPrivate: true,
    isInPlace: true,
    message: {
      title: call.text("review-error-title", { seq: String(seq) }),
      blocks: [
        ...(note === null ? [] : [{ kind: "text" as const, text: note }]),
        { kind: "text", text: from },
        ...said,
      ],
      actions: [
        ...(subject === "" ? [] : [action(`show ${subject} here`, "button-review")]),
        ...(outcome === null ? [action(`close ${seq}`, "button-close-error")] : []),
        action("list 1", "button-back"),
      ],
      language: call.language,
    },
  };
}
