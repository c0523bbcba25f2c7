import { spanText, speakerText } from "../../../alert/wording.ts";
import { textsOf } from "../../../languages/texts.ts";
import { unwithdrawn } from "../../../ledger/ruling.ts";
import type { Claim, Development, LedgerFigure } from "../../../model/development.ts";
import type { Action, ListItem } from "../../../model/message.ts";
import type { Reply } from "../../../ports/command.ts";
import type { CommandCall } from "../../context.ts";
import { outletLabel, quoteOf } from "../../evidence.ts";
import { momentText } from "../../moments.ts";
import { reportLabel } from "./panel.ts";
import { asking, figureLabel, figureWord, leadingPoint, reportWord, saidIn } from "./subject.ts";

const maxClaims = 12;
const maxQuotes = 8;

/** One number of a development: every claim on it, and what can be decided on it. */
export async function figureReply(
  call: CommandCall,
  development: Development,
  figure: LedgerFigure,
): Promise<Reply> {
  const { id } = development;
  const word = figureWord(figure);
  const point = leadingPoint(figure);
  const action = (argument: string, key: string, values = {}): Action => ({
    command: "review",
    argument,
    label: call.text(key, values),
  });
  const ask = {
    title: call.text("review-ask-number"),
    example: call.text("review-ask-number-example"),
    maxLength: 200,
  };
  const items = figure.claims.slice(-maxClaims).map((claim) => claimItem(call, claim));
  return {
    isPrivate: true,
    isInPlace: true,
    message: {
      title: call.text("report-development", { id, title: await figureLabel(call, development, figure) }),
      blocks: [{ kind: "list", items }],
      actions: [
        ...(figure.leading === null || point === null
          ? []
          : [
              action(`confirm ${id} ${word} ${point}`, "button-confirm-number", {
                number: spanText(figure.leading, textsOf(call.language)),
              }),
            ]),
        { ...action(`correct ${id} ${word}`, "button-correct"), ask },
        ...(unwithdrawn(figure.claims).length === 0
          ? []
          : [action(`withdraw ${id} ${word} ${asking}`, "button-withdraw-number")]),
        action(`show ${id} here`, "button-back"),
      ],
      language: call.language,
    },
  };
}

function claimItem(call: CommandCall, claim: Claim): ListItem {
  const texts = textsOf(call.language);
  const by =
    claim.review === undefined
      ? (speakerText(claim.by, texts) ?? outletLabel(call, claim))
      : call.text("review-by-admin");
  const line = call.text("review-claim", {
    number: spanText(claim, texts),
    by,
    at: momentText(claim.seenAt, call),
  });
  return {
    text: claim.isWithdrawn === true ? call.text("review-report-out", { line }) : line,
    link: /^https?:/u.test(claim.url) ? { label: claim.outlet.name, url: claim.url } : null,
  };
}

/** One report behind a development: the sentences that were read in it, and what can be decided on it. */
export function reportReply(call: CommandCall, development: Development, reportId: string): Reply {
  const { id } = development;
  const word = reportWord(reportId);
  const action = (argument: string, key: string): Action => ({
    command: "review",
    argument,
    label: call.text(key),
  });
  const seen = new Set<string>();
  const said = saidIn(development, reportId);
  const isOut = said.every(({ isWithdrawn }) => isWithdrawn === true);
  const sentences = said.filter(({ evidence }) =>
    evidence === "" || seen.has(evidence) ? false : seen.add(evidence),
  );
  return {
    isPrivate: true,
    isInPlace: true,
    message: {
      title: call.text("report-development", { id, title: reportLabel(call, development, reportId) }),
      blocks: sentences.slice(0, maxQuotes).map((sentence) => quoteOf(call, sentence)),
      actions: [
        ...(isOut ? [] : [action(`withdraw ${id} ${word}`, "button-withdraw-report")]),
        ...(development.reports.length > 1 ? [action(`split ${id} ${word}`, "button-split")] : []),
        ...(isOut ? [] : [action(`retract ${id} ${word} ${asking}`, "button-retract")]),
        action(`show ${id} here`, "button-back"),
      ],
      language: call.language,
    },
  };
}
