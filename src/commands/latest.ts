import { areOneStory } from "../alert/one-story.ts";
import { titleOf } from "../alert/title.ts";
import { textsOf } from "../languages/texts.ts";
import type { Alert } from "../model/alert.ts";
import type { Development } from "../model/development.ts";
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

async function latestReply(call: CommandCall, page: number): Promise<Reply> {
  // The buttons between pages name one.
  const isInPlace = call.words.length > 0;
  const from = (page - 1) * shownCount;
  const found = await newestAlerts(call, call.chat?.subscription ?? null, from + shownCount + 1);
  const alerts = found.slice(from, from + shownCount);
  const isMore = found.length > from + shownCount;
  const pages = pageButtons(call, "latest", { page, isMore });
  if (alerts.length === 0) {
    const key = call.chat?.state === "active" && page === 1 ? "latest-none-wanted" : "latest-none";
    const { message } = plainReply(call, call.text(key));
    return { isPrivate: true, isInPlace, message: { ...message, actions: pages } };
  }
  const texts = textsOf(call.language);
  const titles = alerts.map((alert) => ({ id: alert.development, title: titleOf(alert, texts) }));
  const [newest] = alerts;
  if (page > 1 || newest === undefined) {
    const items = titles.map(({ title }) => ({ text: title, link: null }));
    return {
      isPrivate: true,
      isInPlace,
      message: {
        title: call.text("latest-page", { page }),
        blocks: [{ kind: "list", items }],
        selects: openSelect(call, titles),
        actions: pages,
        language: call.language,
      },
    };
  }
  const first = compose(call, newest);
  const items = titles.slice(1).map(({ title }) => ({ text: title, link: null }));
  const earlier =
    items.length === 0
      ? []
      : [
          { kind: "note" as const, text: call.text("latest-earlier") },
          { kind: "list" as const, items },
        ];
  return {
    isPrivate: true,
    isInPlace,
    message: {
      ...first,
      blocks: [...first.blocks, ...earlier],
      actions: [...first.actions, ...pages],
      ...(items.length === 0 ? {} : { selects: openSelect(call, titles.slice(1)) }),
    },
  };
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
  const isWanted = (alert: Alert): boolean => subscription === null || asksFor(subscription, alert);
  for (const sought of soughtCounts) {
    const newest = await newestTold(context, sought);
    const wanted = eachOnce(newest.filter(isWanted)).slice(0, limit);
    if (wanted.length >= limit || newest.length < sought) return wanted;
  }
  // A rare kind may not be among so many.
  const kinds = subscription?.kinds ?? null;
  const query = { toldOnly: true, limit, ...(kinds === null ? {} : { kinds }) };
  const rare = await context.store.ledger.developments(query);
  return (await alertsOf(context, rare)).filter(isWanted);
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

/** What was told last, read once for each alert: everybody asks for it right after. */
const newestOf = new WeakMap<CommandContext, Newest>();

async function newestTold(context: CommandContext, sought: number): Promise<readonly Alert[]> {
  const { ledger } = context.store;
  const [last] = await ledger.alerts({ limit: 1 });
  const seq = last?.seq ?? null;
  const known = newestOf.get(context);
  if (known !== undefined && known.seq === seq && known.sought >= sought)
    return (await known.alerts).slice(0, sought);
  const alerts = ledger
    .developments({ toldOnly: true, limit: sought })
    .then((developments) => alertsOf(context, developments));
  newestOf.set(context, { seq, sought, alerts });
  // A fault is the caller's to tell, and not to be kept.
  alerts.catch(() => newestOf.delete(context));
  return alerts;
}

/** The newest alert of each. */
async function alertsOf(
  { store }: CommandContext,
  developments: readonly Development[],
): Promise<readonly Alert[]> {
  const found = await Promise.all(
    developments.map(({ id }) => store.ledger.alerts({ development: id, limit: 1 })),
  );
  return found.flat();
}

function compose(call: CommandCall, alert: Alert): Message {
  // Nothing "changed" for somebody who asks what there is.
  return call.context.compose([{ ...alert, changes: [] }], {
    language: call.language,
    timeZone: call.timeZone,
  });
}
