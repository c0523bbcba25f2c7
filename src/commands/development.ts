import { textsOf } from "../languages/texts.ts";
import { titleOf } from "../alert/title.ts";
import type { Action, Block, Link } from "../model/message.ts";
import type { Reply } from "../ports/command.ts";
import { isChartable } from "../alert/chart-kind.ts";
import {
  describe,
  isAdmin,
  plainReply,
  wayText,
  textOption,
  type Command,
  type CommandCall,
  type CommandContext,
} from "./context.ts";
import {
  claimLines,
  eachOnce,
  findDevelopment,
  ownEvidence,
  quoteOf,
  sentencesOf,
  unknownDevelopment,
  withdrawnLines,
  type AskedDevelopment,
} from "./evidence.ts";
import { developmentAbout } from "./about.ts";
import { evidencePages, type Evidence, type EvidencePage } from "./development-pages.ts";
import { isMutedHere, unmuteAction } from "./muted-developments.ts";
import { reportAction } from "./report.ts";
import { suggestDevelopments } from "./suggest-developments.ts";
import { withWholeSentences } from "./whole-sentence.ts";

/** Lines of what the chat's own sources say. */
const ownCount = 4;

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
        return plainReply(call, id === "" ? wayText(call, "development-how") : unknownDevelopment(call, id));
      const own = await ownEvidence(call, asked);
      return await developmentReply(
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

async function developmentReply(call: CommandCall, asked: Asked, wanted: number): Promise<Reply> {
  const { alert } = asked;
  const evidence = await evidenceOf(call, asked);
  const pages = evidencePages(evidence);
  // A page that there is no more is the last one.
  const page = Math.min(wanted, pages.length);
  const shown = pages[page - 1] as EvidencePage;
  const count = evidence.sentences.length;
  const note: Block = { kind: "note", text: call.text("development-quotes", { count }) };
  const quotes = shown.sentences.map((sentence) => quoteOf(call, sentence));
  return {
    isPrivate: true,
    isInPlace: call.words.length > 1,
    message: {
      title: titleOf(alert, textsOf(call.language)),
      blocks: [
        ...(page === 1
          ? overview(call, asked, { shown, rest: evidence.claims.length - shown.claims.length })
          : laterBlocks(call, shown, { page, last: pages.length })),
        ...(quotes.length === 0 ? [] : [note, ...quotes]),
      ],
      actions: actionsFor(call, asked, { page, pages }),
      language: call.language,
    },
  };
}

/** Every claim, every source and every sentence behind a development. */
async function evidenceOf(call: CommandCall, asked: Asked): Promise<Evidence> {
  const claims = claimLines(call, asked, Infinity).items;
  const said = sentencesOf(asked.development);
  // Of what was taken back whole it stays to be seen what was wrong, and who said it.
  const out = claims.length + said.length === 0 ? withdrawnLines(call, asked) : null;
  return {
    claims: out?.items ?? claims,
    links: linksOf(call, asked),
    sentences: eachOnce(await withWholeSentences(call, out?.sentences ?? said)),
  };
}

/** When and where, claims side by side, how many stand behind it, and the sources. `rest`: claims that stand on later pages. */
function overview(
  call: CommandCall,
  asked: Asked,
  { shown, rest }: { readonly shown: EvidencePage; readonly rest: number },
): readonly Block[] {
  const { development, alert } = asked;
  const composed = call.context.compose([alert], { language: call.language, timeZone: call.timeZone });
  const kept = composed.blocks.filter(
    ({ kind }) => kind === "text" || kind === "progress" || kind === "note",
  );
  const told =
    development.told === null ? [{ kind: "note" as const, text: call.text("development-untold") }] : [];
  const more =
    rest === 0 ? [] : [{ kind: "note" as const, text: call.text("development-more", { count: rest }) }];
  const muted = isMutedHere(call, development.id)
    ? [{ kind: "note" as const, text: call.text("whynot-muted-development") }]
    : [];
  const sources = composed.blocks.find((block) => block.kind === "sources");
  const number: Block = { kind: "note", text: call.text("note-id", { id: development.id }) };
  return [
    ...kept,
    ...told,
    ...muted,
    ...(shown.claims.length === 0 ? [] : [{ kind: "list" as const, items: shown.claims }]),
    ...more,
    ...ownBlocks(call, asked),
    ...(sources?.kind === "sources" ? [{ ...sources, links: shown.links }] : []),
    ...(alert.ownerChat === undefined ? [number] : []),
  ];
}

function laterBlocks(
  call: CommandCall,
  { claims, links }: EvidencePage,
  at: { readonly page: number; readonly last: number },
): readonly Block[] {
  return [
    { kind: "note", text: call.text("development-page", at) },
    ...(claims.length === 0 ? [] : [{ kind: "list" as const, items: claims }]),
    ...(links.length === 0
      ? []
      : [{ kind: "sources" as const, text: call.text("development-links"), links }]),
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

function linksOf(call: CommandCall, { alert }: AskedDevelopment): readonly Link[] {
  const byUrl = new Map(
    alert.sources
      .filter(({ url }) => /^https?:/u.test(url))
      .map(({ label, url, isStateControlled }) => [
        url,
        { url, label: isStateControlled ? call.text("source-state", { name: label }) : label },
      ]),
  );
  return [...byUrl.values()];
}

interface Paged {
  readonly page: number;
  readonly pages: readonly EvidencePage[];
}

function actionsFor(
  call: CommandCall,
  { development, alert }: AskedDevelopment,
  paged: Paged,
): readonly Action[] {
  const { id } = development;
  const action = (command: string, argument: string, label: string): Action => ({
    command,
    argument,
    label: call.text(label),
  });
  return [
    ...turns(paged).map(({ to, label }) => action("development", `${id} ${to}`, label)),
    ...(isChartable(alert) && alert.figures.length > 0 ? [action("chart", id, "action-chart")] : []),
    action("why", id, "action-why"),
    ...(isMutedHere(call, id) ? [unmuteAction(call, id)] : []),
    ...(alert.ownerChat === undefined && isAdmin(call.context, call.invocation.user)
      ? [action("review", `show ${id}`, "button-review")]
      : []),
    reportAction(call, id),
  ];
}

/** From the overview to the first page of each kind of evidence, from each other page to the next one and back. */
function turns({ page, pages }: Paged): readonly { readonly to: number; readonly label: string }[] {
  const next = pages[page];
  if (page > 1)
    return [
      ...(next === undefined ? [] : [{ to: page + 1, label: `button-more-${next.kind}` }]),
      { to: 1, label: "button-overview" },
    ];
  return (["claims", "links", "sentences"] as const).flatMap((kind) => {
    const at = pages.findIndex((each) => each.kind === kind);
    return at < 0 ? [] : [{ to: at + 1, label: `button-more-${kind}` }];
  });
}
