import { textsOf } from "../languages/texts.ts";
import { titleOf } from "../alert/title.ts";
import { plainText } from "../alert/plain.ts";
import type { Action, Block, Message } from "../model/message.ts";
import type { Reply } from "../ports/command.ts";
import { createRate, type Rate } from "../rate.ts";
import { personKey } from "./admin/act.ts";
import { developmentAbout, isAboutOther } from "./about.ts";
import {
  describe,
  plainReply,
  wayText,
  textOption,
  type Command,
  type CommandCall,
  type CommandContext,
} from "./context.ts";
import {
  eachOnce,
  findDevelopment,
  quoteOf,
  shownClaims,
  type AskedDevelopment,
  heardClaim,
  unknownDevelopment,
} from "./evidence.ts";
import { rateRules } from "./rate.ts";
import { inLanguage } from "./spoken.ts";
import { askWhich } from "./which-development.ts";

const maxWords = 500;
/** Sentences that go along, so that an admin can see at a glance what was misread. */
const maxQuotes = 6;

/** /report [development] WORDS: what is wrong goes to the admins, with the alert and its evidence. */
export function reportCommand(context: CommandContext): Command {
  const rate = createRate(context.clock, rateRules.rare);
  return {
    spec: {
      name: "report",
      description: describe(context, "command-report"),
      access: "anyone",
      options: [textOption(context, "words", { key: "option-report" })],
      subcommands: [],
      isListed: true,
      onMessage: describe(context, "on-message-report"),
      tellsOthers: true,
    },
    run: (call) => reportReply(call, rate),
  };
}

/** The button that asks what is wrong with a development. */
export function reportAction(call: Pick<CommandCall, "text">, id: string): Action {
  const ask = { title: call.text("report-ask"), example: call.text("report-example"), maxLength: maxWords };
  return { command: "report", argument: id, label: call.text("action-report"), ask };
}

/** `rate`: of what reaches the admins; who is only asked what is wrong has told nobody yet. */
async function reportReply(call: CommandCall, rate: Rate): Promise<Reply> {
  const [first = "", ...others] = call.words;
  const named = /^d\d{1,12}$/u.test(first) ? first : null;
  const words = (named === null ? call.words : others).join(" ").slice(0, maxWords);
  const asked = await findDevelopment(call, named ?? (await developmentAbout(call)) ?? "");
  if (asked === null && named !== null) return plainReply(call, unknownDevelopment(call, named));
  // Admins could not know what is meant.
  if (asked === null && isAboutOther(call)) return askWhich(call, "report");
  if (asked === null && words === "")
    return plainReply(call, wayText(call, "report-how", { menu: call.text("on-message-report") }));
  if (words === "" && asked !== null) {
    const { message } = plainReply(call, call.text("report-words-missing"));
    return { isPrivate: true, message: { ...message, actions: [reportAction(call, asked.development.id)] } };
  }
  const waitMs = rate.take(personKey(call.invocation.user));
  if (waitMs > 0) return plainReply(call, call.text("rate-wait", { seconds: Math.ceil(waitMs / 1_000) }));
  const reached = await tellAdmins(call, asked, words);
  const thanks = asked === null ? "report-thanks" : "report-thanks-evidence";
  return plainReply(call, call.text(reached > 0 ? thanks : "report-unreachable"));
}

/** Queues the report to every admin who can be written to. Returns how many these are. */
async function tellAdmins(call: CommandCall, asked: AskedDevelopment | null, words: string): Promise<number> {
  const { context, invocation } = call;
  const { outbox } = context.store;
  const now = context.clock.now();
  const seq = await context.store.audit.begin({
    at: now,
    by: personKey(invocation.user),
    act: "report",
    subject: asked?.development.id ?? "",
    before: "",
    after: words,
  });
  const key = `report:${invocation.user.platform}:${invocation.user.id}:${now}`;
  let reached = 0;
  for (const address of context.adminChats ?? []) {
    const language =
      (await context.store.chats.find(address))?.subscription.language ?? context.defaults.language;
    const message = reportMessage(inLanguage(call, language), { asked, words, seq });
    const isNew = await outbox.addNotice(
      { to: { address }, key, message, isLoud: true, forSubscribers: false, dueAt: now },
      now,
    );
    if (isNew) reached += 1;
  }
  context.poke();
  return reached;
}

/** Who reports what, the alert as it is told now, and the sentences behind its numbers. */
function reportMessage(
  call: CommandCall,
  of: { readonly asked: AskedDevelopment | null; readonly words: string; readonly seq: number },
): Message {
  const { asked, words, seq } = of;
  const { user, chatTitle, isDirect } = call.invocation;
  const text = (line: string): Block => ({ kind: "text", text: line });
  const from = call.text("report-from", {
    user: `${user.platform} ${user.id}`,
    chat: isDirect ? call.text("report-private-chat") : chatTitle,
  });
  const said: readonly Block[] = words === "" ? [] : [{ kind: "quote", text: words, source: null }];
  return {
    title: call.text("report-title"),
    blocks: [text(from), ...said, ...(asked === null ? [] : alertBlocks(call, asked))],
    actions: reportActions(call, asked, seq),
    language: call.language,
  };
}

/** What an admin does with it: look, decide, put it aside. */
function reportActions(call: CommandCall, asked: AskedDevelopment | null, seq: number): readonly Action[] {
  const action = (command: string, argument: string, key: string): Action => ({
    command,
    argument,
    label: call.text(key),
  });
  // What a chat has of its own stands in no other chat, and nothing of it can be reviewed.
  const id = asked === null || asked.alert.ownerChat !== undefined ? undefined : asked.development.id;
  return [
    ...(id === undefined
      ? []
      : [action("development", id, "action-development"), action("review", `show ${id}`, "button-review")]),
    action("review", `close ${seq}`, "button-close-error"),
  ];
}

function alertBlocks(call: CommandCall, asked: AskedDevelopment): readonly Block[] {
  const { alert, development } = asked;
  const { language, timeZone } = call;
  const title = call.text("report-development", {
    id: development.id,
    title: titleOf(alert, textsOf(language)),
  });
  const told = plainText(call.context.compose([alert], { language, timeZone }));
  const claims = shownClaims(asked)
    .slice(0, maxQuotes)
    .flatMap(({ figure, claim }) => heardClaim(figure, claim) ?? []);
  const quotes = eachOnce(claims).map((claim) => quoteOf(call, claim));
  return [{ kind: "text", text: title }, { kind: "text", text: told }, ...quotes];
}
