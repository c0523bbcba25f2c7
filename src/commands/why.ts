import { labelText, saidBy, spanText } from "../alert/wording.ts";
import { placeText } from "../alert/place-text.ts";
import { titleOf } from "../alert/title.ts";
import { textsOf } from "../languages/texts.ts";
import type { Alert } from "../model/alert.ts";
import type { Claim, LedgerFigure } from "../model/development.ts";
import type { Block } from "../model/message.ts";
import type { Subscription } from "../model/subscription.ts";
import { partyName } from "../reference/parties.ts";
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
  alikeOf,
  findDevelopment,
  quoteOf,
  shownClaims,
  unknownDevelopment,
  type AskedDevelopment,
  heardClaim,
  isReviewers,
} from "./evidence.ts";
import {
  filterNames,
  filtersAgainst,
  isNarrowed,
  matching,
  metThresholds,
  type FilterName,
} from "./filters.ts";
import { momentText } from "./moments.ts";
import { isMutedHere, unmuteAction } from "./muted-developments.ts";
import { reportAction } from "./report.ts";
import { conflictName } from "./settings/conflicts.ts";
import { suggestDevelopments } from "./suggest-developments.ts";
import { namesText } from "./settings/page.ts";
import { thresholdText } from "./settings/thresholds.ts";
import { askWhich } from "./which-development.ts";
import { outsideHeadlines, withWholeSentences, type Quotable } from "./whole-sentence.ts";

/** Numbers whose sentences are shown; a message of Telegram holds 4,096 characters. */
const maxNumbers = 8;

/** /why [development], or in answer to an alert: the rules of this chat that it met, and the sentence behind each number. */
export function whyCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "why",
      description: describe(context, "command-why"),
      access: "anyone",
      options: [textOption(context, "development", { isCompleted: true })],
      subcommands: [],
      isListed: true,
      onMessage: describe(context, "on-message-why"),
    },
    complete: suggestDevelopments,
    async run(call) {
      const id = call.words[0] ?? (await developmentAbout(call)) ?? "";
      const asked = await findDevelopment(call, id);
      if (asked === null && id !== "") return plainReply(call, unknownDevelopment(call, id));
      if (asked === null && isAboutOther(call)) return askWhich(call, "why");
      if (asked === null)
        return plainReply(call, wayText(call, "why-how", { menu: call.text("on-message-why") }));
      const { alert, development } = asked;
      return {
        isPrivate: true,
        message: {
          title: call.text("why-title", { title: titleOf(alert, textsOf(call.language)) }),
          blocks: [
            ...ruleBlocks(call, asked, await toldLine(call, asked)),
            ...(await numberBlocks(call, asked)),
          ],
          actions: [
            ...(isMutedHere(call, development.id) ? [unmuteAction(call, development.id)] : []),
            { command: "development", argument: development.id, label: call.text("action-development") },
            { command: "settings", argument: "", label: call.text("button-settings") },
            reportAction(call, development.id),
          ],
          language: call.language,
        },
      };
    },
  };
}

/** When it was told, and whether it came here as a message of its own. */
async function toldLine(call: CommandCall, { development }: AskedDevelopment): Promise<string> {
  const { chat, context } = call;
  const { told, id } = development;
  if (told === null) return call.text("development-untold");
  const state = chat === null ? null : await context.store.archive.toldState(chat.id, id);
  const key = state?.state === "sent" ? "why-told" : "why-told-elsewhere";
  return call.text(key, { at: momentText(told.at, call), revision: told.revision });
}

/** Which of the chat's settings let it through or would keep it out now. */
function ruleBlocks(
  call: CommandCall,
  { alert, development }: AskedDevelopment,
  told: string,
): readonly Block[] {
  const { chat } = call;
  const origins = call.text("why-origins", { count: alert.origins });
  const muted = isMutedHere(call, development.id) ? [call.text("whynot-muted-development")] : [];
  const lines = [told, origins, ...muted];
  if (chat === null || chat.state !== "active") return [{ kind: "text", text: lines.join("\n") }];
  const { subscription } = chat;
  const against = filtersAgainst(subscription, alert);
  const narrowed = filterNames.filter((name) => isNarrowed(subscription, name) && !against.includes(name));
  const items = [
    ...narrowed.map((name) => ({ text: matchText(call, name, { alert, subscription }), link: null })),
    ...against.map((name) => ({
      text: call.text("why-against", { setting: call.text(`settings-${name}`) }),
      link: null,
    })),
  ];
  if (items.length === 0) return [{ kind: "text", text: [...lines, call.text("why-everything")].join("\n") }];
  return [
    { kind: "text", text: lines.join("\n") },
    { kind: "list", items },
  ];
}

interface Match {
  readonly alert: Alert;
  readonly subscription: Subscription;
}

/** "Topics: exchanges, as this chat asks for." */
function matchText(call: CommandCall, name: FilterName, match: Match): string {
  return call.text("why-match", {
    setting: call.text(`settings-${name}`),
    value: matchedValue(call, name, match),
  });
}

/** What of the chosen values the alert has. */
function matchedValue(call: CommandCall, name: FilterName, match: Match): string {
  const { alert, subscription } = match;
  const texts = textsOf(call.language);
  switch (name) {
    case "kinds":
      return call.text(`kind-${alert.kind}`);
    case "conflicts":
      return conflictName(alert.conflict ?? "", call.language);
    case "places": {
      const all = subscription.places?.codes ?? [];
      const codes = matching(all, (code) => ({ places: { codes: [code], withUnknown: false } }), match);
      const names = codes.map((code) => placeText(code, texts));
      return names.length === 0 ? call.text("settings-places-unknown") : namesText(call, names);
    }
    case "sides": {
      const sides = matching(subscription.sides ?? [], (side) => ({ sides: [side] }), match);
      return namesText(
        call,
        sides.map((side) => partyName(side, call.language)),
      );
    }
    case "sources": {
      const ids = matching(subscription.sources ?? [], (id) => ({ sources: [id] }), match);
      const chosen = alert.sources.filter(({ sourceId }) => ids.includes(sourceId ?? ""));
      return namesText(call, [...new Set(chosen.map(({ label }) => label))]);
    }
    case "thresholds": {
      const met = metThresholds(subscription, alert);
      if (met.length === 0) return call.text("settings-thresholds-none");
      return met.map((threshold) => thresholdText(call, threshold)).join("; ");
    }
  }
}

/** Each number that is shown, with the sentence that says it in the language in which it was said. */
async function numberBlocks(call: CommandCall, asked: AskedDevelopment): Promise<readonly Block[]> {
  const texts = textsOf(call.language);
  const shown = shownClaims(asked);
  const told = shown.slice(0, maxNumbers);
  const quotes = await Promise.all(told.map(({ figure, claim }) => sentenceBehind(call, figure, claim)));
  const blocks = told.flatMap(({ figure, claim }, index): readonly Block[] => {
    const row = {
      label: labelText(figure, asked.alert, texts),
      value: spanText(claim, texts),
      by: saidBy({ by: claim.by, isReviewed: isReviewers(claim) }, texts),
      isRival: false,
    };
    const quote = quotes[index] ?? [];
    return [{ kind: "figures", rows: [row] }, ...quote.map((whole) => quoteOf(call, whole))];
  });
  const rest = shown.length - maxNumbers;
  if (shown.length === 0)
    return asked.development.stages.slice(0, maxNumbers).map((claim) => quoteOf(call, claim));
  return rest > 0
    ? [...blocks, { kind: "note", text: call.text("development-more", { count: rest }) }]
    : blocks;
}

/** The whole sentence that says a number, with its speaker where one of the claims has it. []: nobody was heard to say it. */
async function sentenceBehind(
  call: CommandCall,
  figure: LedgerFigure,
  claim: Claim,
): Promise<readonly Quotable[]> {
  const heard = heardClaim(figure, claim);
  if (heard === null) return [];
  const said = await outsideHeadlines(call, alikeOf(figure, heard));
  return withWholeSentences<Quotable>(call, [{ ...said, measure: figure.measure }]);
}
