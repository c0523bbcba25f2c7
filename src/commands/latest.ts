import { areOneStory } from "../alert/one-story.ts";
import { isWithdrawn, titleOf } from "../alert/title.ts";
import { textsOf } from "../languages/texts.ts";
import type { Alert } from "../model/alert.ts";
import type { Development } from "../model/development.ts";
import type { EventKind } from "../model/event.ts";
import type { Message } from "../model/message.ts";
import type { Subscription } from "../model/subscription.ts";
import type { Reply } from "../ports/command.ts";
import {
  describe,
  plainReply,
  textOption,
  type Command,
  type CommandCall,
  type CommandContext,
} from "./context.ts";
import { openSelect, pageButtons, readPage } from "./paging.ts";
import { asksFor } from "./filters.ts";
import { usualKinds } from "./settings/kinds.ts";

/** How many developments a page of /latest names. */
const shownCount = 8;
/** Among how many the wanted ones are looked for, a few at first: mostly they are among the newest. */
const soughtCounts = [16, 64, 256] as const;

/** /latest [page]: the newest developments that the chat asks for, the newest one in full. */
export function latestCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "latest",
      description: describe(context, "command-latest"),
      access: "anyone",
      options: [textOption(context, "page")],
      subcommands: [],
      isListed: true,
    },
    run: (call) => latestReply(call, readPage(call.words[0])),
  };
}

/** A page of /latest: what stands on it, and how it is shown. */
interface Page {
  readonly alerts: readonly Alert[];
  readonly page: number;
  readonly isMore: boolean;
  /** The buttons between pages name one. */
  readonly isInPlace: boolean;
}

async function latestReply(call: CommandCall, page: number): Promise<Reply> {
  const from = (page - 1) * shownCount;
  const found = await newestAlerts(call, call.chat?.subscription ?? null, from + shownCount + 1);
  const alerts = found.slice(from, from + shownCount);
  const isMore = found.length > from + shownCount;
  const shown = { alerts, page, isMore, isInPlace: call.words.length > 0 };
  const [newest] = alerts;
  return newest === undefined ? nothingReply(call, shown) : pageReply(call, shown, newest);
}

function nothingReply(call: CommandCall, { page, isMore, isInPlace }: Page): Reply {
  const isSubscribed = call.chat?.state === "active";
  const key = page > 1 ? "latest-none-older" : isSubscribed ? "latest-none-wanted" : "latest-none";
  const { message } = plainReply(call, call.text(key));
  const actions = pageButtons(call, "latest", { page, isMore });
  return { isPrivate: true, isInPlace, message: { ...message, actions } };
}

/** Pages as they were made, by the newest alert on them: everybody asks for the same ones right after it. */
const pagesMade = new WeakMap<Alert, Map<string, Reply>>();
/** Languages, zones and what chats ask for are many, but few of each are asked for at a time. */
const maxPagesMade = 256;

function pageReply(call: CommandCall, shown: Page, newest: Alert): Reply {
  const made = pagesMade.get(newest) ?? new Map<string, Reply>();
  const { alerts, page, isMore, isInPlace } = shown;
  const numbers = alerts.map(({ seq }) => seq);
  const key = JSON.stringify([call.language, call.timeZone, page, isMore, isInPlace, numbers]);
  const known = made.get(key);
  if (known !== undefined) return known;
  const reply: Reply = {
    isPrivate: true,
    isInPlace,
    message: page > 1 ? laterPage(call, shown) : firstPage(call, shown, newest),
  };
  if (made.size >= maxPagesMade) made.clear();
  pagesMade.set(newest, made.set(key, reply));
  return reply;
}

function laterPage(call: CommandCall, { alerts, page, isMore }: Page): Message {
  const titles = titlesOf(call, alerts);
  return {
    title: call.text("latest-page", { page }),
    blocks: [{ kind: "list", items: titles.map(({ title }) => ({ text: title, link: null })) }],
    selects: openSelect(call, titles),
    actions: pageButtons(call, "latest", { page, isMore }),
    language: call.language,
  };
}

/** The newest one in full, and the titles of the others. */
function firstPage(call: CommandCall, { alerts, page, isMore }: Page, newest: Alert): Message {
  const first = compose(call, newest);
  const titles = titlesOf(call, alerts.slice(1));
  const items = titles.map(({ title }) => ({ text: title, link: null }));
  const earlier =
    items.length === 0
      ? []
      : [
          { kind: "note" as const, text: call.text("latest-earlier") },
          { kind: "list" as const, items },
        ];
  return {
    ...first,
    blocks: [...first.blocks, ...earlier],
    actions: [...first.actions, ...pageButtons(call, "latest", { page, isMore })],
    ...(items.length === 0 ? {} : { selects: openSelect(call, titles) }),
  };
}

function titlesOf(
  { language }: CommandCall,
  alerts: readonly Alert[],
): readonly { readonly id: string; readonly title: string }[] {
  const texts = textsOf(language);
  return alerts.map((alert) => ({ id: alert.development, title: titleOf(alert, texts) }));
}

/** The newest development that a subscription asks for, as its chat would be told it; null: nothing was told yet. */
export async function latestMessage(call: CommandCall, subscription: Subscription): Promise<Message | null> {
  const [alert] = await newestAlerts(call, subscription, 1);
  return alert === undefined ? null : compose(call, alert);
}

/** The newest alert of each development that a subscription asks for, newest first. Null: all. */
export async function newestAlerts(
  { context }: Pick<CommandCall, "context">,
  subscription: Subscription | null,
  limit: number,
): Promise<readonly Alert[]> {
  // What was taken back is no news, and without that word it would be told as if it stood.
  const isWanted = (alert: Alert): boolean =>
    !isWithdrawn(alert) && (subscription === null || asksFor(subscription, alert));
  const usual = usualKinds(context);
  const kinds = subscription?.kinds ?? usual;
  const isUsual = kinds.every((kind) => usual.includes(kind));
  for (const sought of soughtCounts) {
    const newest = await (isUsual ? newestTold(context, sought) : toldOf(context, kinds, sought));
    const wanted = eachOnce(newest.filter(isWanted)).slice(0, limit);
    if (wanted.length >= limit || newest.length < sought) return wanted;
  }
  // A rare kind may not be among so many.
  return (await toldOf(context, kinds, limit)).filter(isWanted);
}

/** Without what the chat's own sources tell of what everybody's tell as well. */
function eachOnce(alerts: readonly Alert[]): readonly Alert[] {
  const everybodys = alerts.filter(({ ownerChat }) => ownerChat === undefined);
  if (everybodys.length === alerts.length) return alerts;
  return alerts.filter(
    (alert) => alert.ownerChat === undefined || !everybodys.some((other) => areOneStory(alert, other)),
  );
}

interface Newest {
  readonly seq: number | null;
  readonly sought: number;
  readonly alerts: Promise<readonly Alert[]>;
}

/** What was told last to all, read once for each alert: everybody asks for it right after. */
const newestOf = new WeakMap<CommandContext, Newest>();

async function newestTold(context: CommandContext, sought: number): Promise<readonly Alert[]> {
  const { ledger } = context.store;
  const [last] = await ledger.alerts({ limit: 1 });
  const seq = last?.seq ?? null;
  const known = newestOf.get(context);
  if (known !== undefined && known.seq === seq && known.sought >= sought)
    return (await known.alerts).slice(0, sought);
  const alerts = toldOf(context, usualKinds(context), sought);
  newestOf.set(context, { seq, sought, alerts });
  // A fault is the caller's to tell, and not to be kept.
  alerts.catch(() => newestOf.delete(context));
  return alerts;
}

/** What was told last of some kinds. */
async function toldOf(
  context: CommandContext,
  kinds: readonly EventKind[],
  limit: number,
): Promise<readonly Alert[]> {
  return alertsOf(context, await context.store.ledger.developments({ toldOnly: true, kinds, limit }));
}

/** The newest alert of each, what was told last first: a development that is merely heard of again tells nothing. */
async function alertsOf(
  { store }: CommandContext,
  developments: readonly Development[],
): Promise<readonly Alert[]> {
  const found = await Promise.all(
    developments.map(({ id }) => store.ledger.alerts({ development: id, limit: 1 })),
  );
  return found.flat().toSorted((a, b) => b.at - a.at || (b.seq ?? 0) - (a.seq ?? 0));
}

function compose(call: CommandCall, alert: Alert): Message {
  // Nothing "changed" for somebody who asks what there is.
  return call.context.compose([{ ...alert, changes: [] }], {
    language: call.language,
    timeZone: call.timeZone,
  });
}
