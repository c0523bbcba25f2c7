import { textsOf } from "../languages/texts.ts";
import { titleOf } from "../alert/title.ts";
import type { Action, Block } from "../model/message.ts";
import type { Reply } from "../ports/command.ts";
import { isChartable } from "../alert/chart-kind.ts";
import {
  describe,
  isAdmin,
  plainReply,
  textOption,
  type Command,
  type CommandCall,
  type CommandContext,
} from "./context.ts";
import {
  claimLines,
  findDevelopment,
  ownEvidence,
  quoteOf,
  sentencesOf,
  unknownDevelopment,
  type AskedDevelopment,
} from "./evidence.ts";
import { developmentAbout } from "./about.ts";
import { isMutedHere, unmuteAction } from "./muted-developments.ts";
import { reportAction } from "./report.ts";
import { suggestDevelopments } from "./suggest-developments.ts";

/** What fits a message of Telegram with its about 100 entities and 4,096 characters; sentences have at most 240. */
const claimCount = 20;
const ownCount = 4;
const firstQuotes = 4;
const laterQuotes = 10;
const maxLinks = 25;

/** /development [ID] [page] (the button under an alert, or in answer to one): claims side by side, every source, the exact sentences. */
export function developmentCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "development",
      description: describe(context, "command-development"),
      access: "anyone",
      options: [
        textOption(context, "id", { key: "option-development", isCompleted: true }),
        textOption(context, "page"),
      ],
      subcommands: [],
      isListed: true,
    },
    async run(call) {
      const [typed, page = "1"] = call.words;
      const id = typed ?? (await developmentAbout(call)) ?? "";
      const asked = await findDevelopment(call, id);
      if (asked === null)
        return plainReply(call, id === "" ? call.text("development-how") : unknownDevelopment(call, id));
      const own = await ownEvidence(call, asked);
      return developmentReply(
        call,
        { ...asked, own },
        /^\d{1,3}$/u.test(page) ? Math.max(1, Number(page)) : 1,
      );
    },
    complete: (asked) => suggestDevelopments(asked),
  };
}

/** A development with what the chat's own sources say of it. */
interface Asked extends AskedDevelopment {
  readonly own: readonly AskedDevelopment[];
}

function developmentReply(call: CommandCall, asked: Asked, page: number): Reply {
  const { development, alert } = asked;
  const sentences = sentencesOf(development);
  const from = page === 1 ? 0 : firstQuotes + (page - 2) * laterQuotes;
  const to = page === 1 ? firstQuotes : from + laterQuotes;
  const quotes = sentences.slice(from, to).map((sentence) => quoteOf(call, sentence));
  const note: Block = { kind: "note", text: call.text("development-quotes", { count: sentences.length }) };
  const blocks = [
    ...(page === 1 ? overview(call, asked) : []),
    ...(quotes.length === 0 ? [] : [note, ...quotes]),
  ];
  const isMore = sentences.length > to;
  return {
    isPrivate: true,
    isInPlace: call.words.length > 1,
    message: {
      title: titleOf(alert, textsOf(call.language)),
      blocks,
      actions: actionsFor(call, asked, { page, isMore }),
      language: call.language,
    },
  };
}

/** When and where, claims side by side, how many stand behind it, and every source. */
function overview(call: CommandCall, asked: Asked): readonly Block[] {
  const { development, alert } = asked;
  const composed = call.context.compose([alert], { language: call.language, timeZone: call.timeZone });
  const kept = composed.blocks.filter(
    ({ kind }) => kind === "text" || kind === "progress" || kind === "note",
  );
  const { items, rest } = claimLines(call, asked, claimCount);
  const told =
    development.told === null ? [{ kind: "note" as const, text: call.text("development-untold") }] : [];
  const more =
    rest === 0 ? [] : [{ kind: "note" as const, text: call.text("development-more", { count: rest }) }];
  const muted = isMutedHere(call, development.id)
    ? [{ kind: "note" as const, text: call.text("whynot-muted-development") }]
    : [];
  const sources = composed.blocks.find((block) => block.kind === "sources");
  return [
    ...kept,
    ...told,
    ...muted,
    ...(items.length === 0 ? [] : [{ kind: "list" as const, items }]),
    ...more,
    ...ownBlocks(call, asked),
    ...(sources?.kind === "sources" ? [{ ...sources, links: allLinks(call, asked) }] : []),
  ];
}

/** Evidence that only this chat has: it stands apart, and moves nothing of the rest. */
function ownBlocks(call: CommandCall, { own }: Asked): readonly Block[] {
  const lines = own.flatMap((each) => claimLines(call, each, ownCount).items).slice(0, ownCount);
  const items = lines.map(({ text: line, link }) => ({
    text: link === null ? line : call.text("development-own-line", { line, outlet: link.label }),
    link,
  }));
  if (items.length === 0) return [];
  return [
    { kind: "text", text: call.text("development-own") },
    { kind: "list", items },
  ];
}

function allLinks(call: CommandCall, { alert }: AskedDevelopment) {
  const byUrl = new Map(
    alert.sources
      .filter(({ url }) => /^https?:/u.test(url))
      .map(({ label, url, isStateControlled }) => [
        url,
        { url, label: isStateControlled ? call.text("source-state", { name: label }) : label },
      ]),
  );
  return [...byUrl.values()].slice(0, maxLinks);
}

function actionsFor(
  call: CommandCall,
  { development, alert }: AskedDevelopment,
  { page, isMore }: { readonly page: number; readonly isMore: boolean },
): readonly Action[] {
  const { id } = development;
  const action = (command: string, argument: string, label: string): Action => ({
    command,
    argument,
    label: call.text(label),
  });
  return [
    ...(isMore ? [action("development", `${id} ${page + 1}`, "button-more-sentences")] : []),
    ...(page > 1 ? [action("development", `${id} 1`, "button-overview")] : []),
    ...(isChartable(alert) ? [action("chart", id, "action-chart")] : []),
    action("why", id, "action-why"),
    ...(isMutedHere(call, id) ? [unmuteAction(call, id)] : []),
    ...(alert.ownerChat === undefined && isAdmin(call.context, call.invocation.user)
      ? [action("review", `show ${id}`, "button-review")]
      : []),
    reportAction(call, id),
  ];
}
