import { titleOf } from "../alert/title.ts";
import { textsOf } from "../languages/texts.ts";
import type { Development } from "../model/development.ts";
import type { Block } from "../model/message.ts";
import type { Subscription } from "../model/subscription.ts";
import { isQuiet } from "../outbox/quiet.ts";
import type { FoundReport } from "../ports/archive-store.ts";
import type { Reply } from "../ports/command.ts";
import {
  describe,
  isAdmin,
  plainReply,
  textOption,
  type Command,
  type CommandCall,
  type CommandContext,
} from "./context.ts";
import { snapshotOf, unknownDevelopment } from "./evidence.ts";
import { filtersAgainst } from "./filters.ts";
import { momentText } from "./moments.ts";
import { mutedText } from "./mute.ts";
import { isWithheld, openPart } from "./open-view.ts";
import { openSelect } from "./paging.ts";
import { sourceStateText } from "./source-state.ts";
import { spellingsOf } from "./spellings.ts";
import { untoldReason } from "./untold-reason.ts";

/** Developments of one report that are explained; a summary of a day may have many. */
const maxExplained = 4;

/** Of what is passed on: its own address, and those in it. */
const maxUrls = 5;

/** /whynot URL…: why what is at this address was not told here, or that it was. */
export function whynotCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "whynot",
      description: describe(context, "command-whynot"),
      access: "anyone",
      options: [{ ...textOption(context, "url", { key: "option-whynot" }), isRequired: true }],
      subcommands: [],
      isListed: true,
    },
    limit: "costly",
    async run(call) {
      const [word = ""] = call.words;
      if (/^d\d{1,12}$/u.test(word)) {
        const development = await call.context.store.ledger.development(word);
        if (development === null) return plainReply(call, unknownDevelopment(call, word));
        const { id } = development;
        const merged = id === word ? [] : [textBlock(call.text("whynot-merged", { from: word, id }))];
        const asked = { developments: [development], reportId: null, before: merged };
        return explained(call, call.text("whynot-development"), asked);
      }
      const urls = call.words.flatMap((each) => readUrl(each) ?? []).slice(0, maxUrls);
      const [first] = urls;
      if (first === undefined) return plainReply(call, call.text("whynot-how"));
      for (const url of urls) {
        const found = await context.store.archive.reportAt(spellingsOf(url), call.chat?.id);
        if (found !== null) return reportReply(call, found);
      }
      return unseenReply(call, first);
    },
  };
}

function readUrl(word: string): URL | null {
  const text = /^[a-z]+:\/\//iu.test(word) ? word : `https://${word}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/u.test(url.protocol) && url.hostname.includes(".") ? url : null;
}

/** No report was taken in at that address: its outlet is not followed, or has not brought it. */
async function unseenReply(call: CommandCall, url: URL): Promise<Reply> {
  const { sources: store } = call.context.store;
  const own = call.chat === null ? [] : await store.own(call.chat.id);
  const sources = [...(await store.list()), ...own];
  const followed = sources.filter(({ source }) => isOf(source.url, url));
  if (followed.length === 0)
    return plainReply(call, call.text("whynot-not-followed", { host: outletOf(url) }), [
      call.text("whynot-not-followed-next"),
    ]);
  const now = call.context.clock.now();
  // A source's name is its feed's word: in rows nothing can be tapped.
  const rows = followed.slice(0, 3).map((each) => ({
    label: each.source.name,
    value: sourceStateText(call.text, each, now),
    by: null,
    isRival: false,
  }));
  const { message, isPrivate } = plainReply(call, call.text("whynot-not-seen"));
  return { message: { ...message, blocks: [{ kind: "figures", rows }] }, isPrivate };
}

/** Of a channel of Telegram its address, of anything else the site. */
function outletOf({ hostname, pathname }: URL): string {
  const channel = pathname.replace(/^\/s\//u, "/").split("/")[1] ?? "";
  return hostname === "t.me" && channel !== "" ? `${hostname}/${channel}` : hostname;
}

/** Whether a source's own address is of the same site; channels of Telegram are told apart by their names. */
function isOf(sourceUrl: string, url: URL): boolean {
  if (!URL.canParse(sourceUrl)) return false;
  const source = new URL(sourceUrl);
  const site = (host: string) => host.replace(/^(?:www|feeds?|rss)\./u, "");
  if (site(source.hostname) !== site(url.hostname)) return false;
  const channel = (path: string) =>
    path
      .replace(/^\/s\//u, "/")
      .split("/")[1]
      ?.toLowerCase();
  return source.hostname !== "t.me" || channel(source.pathname) === channel(url.pathname);
}

async function reportReply(call: CommandCall, found: FoundReport): Promise<Reply> {
  const { report, reading, developments } = found;
  const { name } = report.source;
  const heading: Block = {
    kind: "quote",
    text: report.title === "" ? name : report.title,
    source: { label: name, url: report.url },
  };
  const title = call.text("whynot-report");
  const seen = call.text("whynot-seen", { at: momentText(report.seenAt, call) });
  const before = [seen, ...backfillLine(call, found)];
  if (developments.length > 0)
    return explained(call, title, {
      developments,
      reportId: report.id,
      before: [heading, ...before.map(textBlock)],
    });
  const isEmpty = reading.figures.length === 0 && reading.events.length === 0;
  const why = call.text(isEmpty ? "whynot-nothing-read" : "whynot-background");
  const { message, isPrivate } = plainReply(call, title, [seen, why, ...backfillLine(call, found)]);
  return { message: { ...message, blocks: [heading, ...message.blocks] }, isPrivate };
}

function textBlock(text: string): Block {
  return { kind: "text", text };
}

function backfillLine(call: CommandCall, { report }: FoundReport): readonly string[] {
  return report.isBackfill ? [call.text("whynot-backfill")] : [];
}

/** `before`: what stands above. */
interface Explained {
  readonly developments: readonly Development[];
  /** Null: no report is asked about. */
  readonly reportId: string | null;
  readonly before: readonly Block[];
}

interface Explanation {
  /** Null: nothing of it may be shown. */
  readonly story: { readonly id: string; readonly title: string } | null;
  readonly why: readonly string[];
}

/** What became of a development, and of a report on it. `reportId` null: none is asked about. */
async function explain(call: CommandCall, whole: Development, reportId: string | null): Promise<Explanation> {
  const development = isAdmin(call.context, call.invocation.user) ? whole : openPart(whole);
  if (development === null) return { story: null, why: [await untoldReason(call, whole)] };
  const title = titleOf(await snapshotOf(call, development), textsOf(call.language));
  const isKeptBack = isWithheld(whole) && reportId !== null && !isToldFrom(whole, reportId);
  const why = isKeptBack ? [await untoldReason(call, whole)] : await reasonsFor(call, development);
  return { story: { id: development.id, title }, why };
}

/** Whether a report is among those that stand in what was told. */
function isToldFrom(development: Development, reportId: string): boolean {
  return development.told !== null && openPart(development)?.reports.includes(reportId) === true;
}

async function explained(
  call: CommandCall,
  title: string,
  { developments, reportId, before }: Explained,
): Promise<Reply> {
  const shown = developments.slice(0, maxExplained);
  const explanations = await Promise.all(shown.map((development) => explain(call, development, reportId)));
  const stories = explanations.flatMap(({ story }) => story ?? []);
  return {
    isPrivate: true,
    message: {
      title,
      blocks: [
        ...before,
        ...explanations.map(({ story, why }) =>
          textBlock([...(story === null ? [] : [`${story.title} (${story.id})`]), ...why].join("\n")),
        ),
        ...(developments.length > shown.length
          ? [textBlock(call.text("development-more", { count: developments.length - shown.length }))]
          : []),
      ],
      selects: openSelect(call, stories),
      actions: [{ command: "settings", argument: "", label: call.text("button-settings") }],
      language: call.language,
    },
  };
}

/** Why a development is not in the chat, the first thing that keeps it out first; or that it is. */
async function reasonsFor(call: CommandCall, development: Development): Promise<readonly string[]> {
  if (development.told === null) return [await untoldReason(call, development)];
  const { chat, context } = call;
  if (chat === null || chat.state !== "active") return [call.text("whynot-not-subscribed")];
  const state = await context.store.archive.toldState(chat.id, development.id);
  switch (state?.state) {
    case "sent":
      return [call.text("whynot-told")];
    case "queued":
    case "sending":
    case "unknown":
      return [
        call.text("whynot-waiting", { at: momentText(state.dueAt, call) }),
        ...heldBy(call, development, chat.subscription),
      ];
    case "failed":
      // In the platform's own words it is the admins' to know.
      return [
        isAdmin(context, call.invocation.user)
          ? call.text("whynot-failed", { why: state.why ?? "" })
          : call.text("whynot-failed-plain"),
      ];
    default:
      return keptOut(call, development, chat.subscription);
  }
}

/** What of the chat's own settings makes it wait. */
function heldBy(
  call: CommandCall,
  { kind }: Development,
  { mutedUntil, quiet, timeZone }: Subscription,
): readonly string[] {
  const now = call.context.clock.now();
  if (mutedUntil !== null && mutedUntil > now) return [mutedText(call, mutedUntil)];
  if (quiet === null || quiet.except.includes(kind) || !isQuiet(quiet, timeZone, now)) return [];
  return [call.text("whynot-quiet", { from: quiet.from, to: quiet.to })];
}

async function keptOut(
  call: CommandCall,
  development: Development,
  subscription: Subscription,
): Promise<readonly string[]> {
  const now = call.context.clock.now();
  const { mutedUntil, mutedDevelopments, pace } = subscription;
  const alert = await snapshotOf(call, development);
  const against = filtersAgainst(subscription, alert);
  const lines = [
    ...(mutedDevelopments.includes(development.id) ? [call.text("whynot-muted-development")] : []),
    ...(mutedUntil !== null && mutedUntil > now ? [mutedText(call, mutedUntil)] : []),
    ...against.map((name) => call.text("whynot-filtered", { setting: call.text(`settings-${name}`) })),
    ...(pace === "digest" && against.length === 0 ? [call.text("whynot-digest")] : []),
  ];
  if (lines.length > 0) return lines;
  // Who subscribes is told what comes from then on.
  return [call.text(alert.ownerChat === undefined ? "whynot-before" : "whynot-own")];
}
