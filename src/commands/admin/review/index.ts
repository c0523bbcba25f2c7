import type { Reply } from "../../../ports/command.ts";
import { developmentAbout } from "../../about.ts";
import {
  describe,
  plainReply,
  textOption,
  type Command,
  type CommandCall,
  type CommandContext,
} from "../../context.ts";
import { suggestDevelopments } from "../../suggest-developments.ts";
import { decide } from "./decide.ts";
import { decisionOf } from "./decision.ts";
import { closeError, errorReply } from "./errors.ts";
import { figureReply, reportReply } from "./figure-page.ts";
import { mergeReply } from "./merging.ts";
import { panelReply } from "./panel.ts";
import { allQuestion, sureQuestion, sureReply } from "./sure.ts";
import { figureNamed, reportNamed } from "./subject.ts";
import { waitingReply } from "./waiting.ts";

/** Subcommands on one development, with the word that stands after it; null: none does. */
const onDevelopment: Readonly<Record<string, string | null>> = {
  show: null,
  figure: "figure",
  report: "report",
  confirm: "figure",
  correct: "correction",
  withdraw: "withdrawal",
  hold: "why",
  release: "why",
  refuse: "why",
  merge: "merge",
  split: "reports",
  retract: "report",
};

/** /review: what waits for the admins, and one development with everything that can be decided on it. */
export function reviewCommand(context: CommandContext): Command {
  const part = (name: string, options: ReturnType<typeof textOption>[]) => ({
    name,
    description: describe(context, `command-review-${name}`),
    options,
  });
  const development = textOption(context, "development", { key: "option-development", isCompleted: true });
  return {
    spec: {
      name: "review",
      description: describe(context, "command-review"),
      access: "admin",
      options: [],
      subcommands: [
        part("list", [textOption(context, "page")]),
        ...Object.entries(onDevelopment).map(([name, more]) =>
          part(name, [
            development,
            ...(more === null ? [] : [textOption(context, "words", { key: `option-review-${more}` })]),
          ]),
        ),
        part("undo", [development, textOption(context, "words", { key: "option-review-undo" })]),
        part("error", [textOption(context, "number", { key: "option-review-error" })]),
        part("close", [textOption(context, "number", { key: "option-review-error" })]),
      ],
      isListed: true,
    },
    run: review,
    complete: (asked) => suggestDevelopments(asked),
  };
}

/** Said by buttons within the panel: it goes on where it stands. Opened from an alert or a notice it is a message of its own. */
const here = "here";

async function review(call: CommandCall): Promise<Reply> {
  const { invocation } = call;
  const isInPanel = invocation.subcommand === "show" && call.words.includes(here);
  const words = isInPanel ? call.words.filter((word) => word !== here) : call.words;
  const what = invocation.subcommand ?? "list";
  if (what === "error") return errorReply(call, words[0] ?? "");
  if (what === "close") return closeError(call, words[0] ?? "");
  const isNamed = /^d\d{1,12}$/u.test(words[0] ?? "");
  const id = isNamed ? (words[0] ?? "") : ((await developmentAbout(call)) ?? "");
  // Said as an answer to an alert, it is about that.
  if (what === "list" && id === "") return waitingReply(call);
  if (what === "list" || what === "show")
    return { ...(await onOne(call, "show", id, [])), isInPlace: isInPanel };
  return onOne(call, what, id, isNamed ? words.slice(1) : words);
}

async function onOne(call: CommandCall, what: string, id: string, rest: readonly string[]): Promise<Reply> {
  const development = id === "" ? null : await call.context.store.ledger.development(id);
  if (development === null) return plainReply(call, call.text("development-unknown"));
  if (what === "show") return panelReply(call, development, null);
  const [word = ""] = rest;
  const figure = figureNamed(development, word);
  const report = reportNamed(development, word);
  if (what === "figure" && figure !== null) return figureReply(call, development, figure);
  if (what === "report" && report !== null) return reportReply(call, development, report);
  if (what === "withdraw" && word === "") return sureReply(call, development, allQuestion(call, development));
  if (what === "merge" && word === "") return mergeReply(call, development);
  if (what === "correct" && word === "")
    return panelReply(call, development, call.text("review-which-number", { id }));
  const question = await sureQuestion(call, { what, development, rest });
  if (question !== null) return sureReply(call, development, question);
  const decision = await decisionOf(call, { what, development, rest });
  const note = typeof decision === "string" ? decision : await decide(call, decision);
  // What was merged away is shown where it went.
  const now = (await call.context.store.ledger.development(development.id)) ?? development;
  const reply = await panelReply(call, now, note);
  return typeof decision === "string" ? { ...reply, isUnanswered: true } : reply;
}
