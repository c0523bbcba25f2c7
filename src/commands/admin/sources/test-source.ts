import { plainText } from "../../../alert/plain.ts";
import { SourceError } from "../../../errors.ts";
import type { Alert } from "../../../model/alert.ts";
import type { Action, Block, ListItem } from "../../../model/message.ts";
import type { Source } from "../../../model/source.ts";
import { newSource } from "../../../poll/source-form.ts";
import type { Reply } from "../../../ports/command.ts";
import { plainReply, type CommandCall } from "../../context.ts";
import { failureText } from "../../failure-text.ts";
import { momentText, spanWords } from "../../moments.ts";
import { isHashKey, shortKey } from "../../short-key.ts";
import type { SourceTrial } from "../abilities.ts";
import { findSource, unknownReply } from "./find.ts";

const shownItems = 6;
const shownAlerts = 2;
const maxTitle = 110;

/** /sources test URL|ID: reads it once, stores nothing, and shows what would be read and told. */
export async function testSource(call: CommandCall): Promise<Reply> {
  const { trySource } = call.context;
  const [word = ""] = call.words;
  if (trySource === undefined) return plainReply(call, call.text("source-test-unable"));
  const followed = await findSource(call, word);
  if (followed === null && isHashKey(word)) return unknownReply(call, word);
  const source = followed?.source ?? sourceAt(call, word);
  if (typeof source === "string") return plainReply(call, source);
  const trial = await trySource(source);
  const isFollowed = followed !== null;
  return {
    isPrivate: true,
    message: {
      title: call.text("source-test-title", { name: trial.title ?? source.name }),
      blocks:
        trial.fault === null
          ? [...trialBlocks(call, trial), { kind: "note", text: call.text("source-test-quiet") }]
          : [faultBlock(call, trial.fault)],
      actions: nextActions(call, source, { isFollowed, isWell: trial.fault === null }),
      language: call.language,
    },
  };
}

/** The source that an address would be; else why it is none, in words. */
function sourceAt(call: CommandCall, url: string): Source | string {
  try {
    return newSource(url, {}, call.context.sourceRules);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (error.code === "bad-url") return call.text("sources-bad-url");
    return failureText(call.text, { code: error.code, text: error.message });
  }
}

function faultBlock(call: CommandCall, fault: NonNullable<SourceTrial["fault"]>): Block {
  return { kind: "text", text: call.text("source-test-failed", { why: failureText(call.text, fault) }) };
}

/** What a trial brought: how often, the newest items, what they would have told. */
export function trialBlocks(call: CommandCall, trial: SourceTrial): readonly Block[] {
  const { reports, alerts, usualGapMs, intervalMs, movedTo } = trial;
  const text = (line: string): Block => ({ kind: "text", text: line });
  const gap =
    usualGapMs === null ? [] : [text(call.text("source-usual-gap", { span: spanWords(call, usualGapMs) }))];
  const items = reports
    .slice(-shownItems)
    .toReversed()
    .map((report): ListItem => {
      const words = report.title === "" ? report.text : report.title;
      const at =
        report.publishedAt === null ? call.text("source-undated") : momentText(report.publishedAt, call);
      return { text: `${at}: ${shortened(words)}`, link: null };
    });
  return [
    ...gap,
    text(call.text("source-test-polled", { span: spanWords(call, intervalMs) })),
    ...(movedTo === null ? [] : [text(call.text("source-moving", { url: movedTo }))]),
    text(call.text("source-test-items", { count: reports.length })),
    ...(items.length === 0 ? [] : [{ kind: "list" as const, items }]),
    text(call.text("source-test-alerts", { count: alerts.length })),
    ...alerts.slice(-shownAlerts).flatMap((alert) => alertBlocks(call, alert)),
  ];
}

function alertBlocks(call: CommandCall, alert: Alert): readonly Block[] {
  const message = call.context.compose([alert], { language: call.language, timeZone: call.timeZone });
  return [{ kind: "quote", text: `${message.title}\n${plainText(message)}`, source: null }];
}

function shortened(words: string): string {
  const line = words.replace(/\s+/gu, " ");
  return line.length <= maxTitle ? line : `${line.slice(0, maxTitle - 1)}…`;
}

function nextActions(
  call: CommandCall,
  { id, url }: Source,
  { isFollowed, isWell }: { readonly isFollowed: boolean; readonly isWell: boolean },
): readonly Action[] {
  if (isFollowed)
    return [{ command: "sources", argument: `show ${shortKey(id)} here`, label: call.text("button-back") }];
  const argument = `add ${url}`;
  // A longer address does not fit a button: it is typed.
  const fits = isWell && /^[\x20-\x7e]{1,40}$/u.test(argument);
  return fits ? [{ command: "sources", argument, label: call.text("button-source-follow") }] : [];
}
