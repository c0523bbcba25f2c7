import type { Alert } from "../model/alert.ts";
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
  const messages = alerts.map((alert) => compose(call, alert));
  const [first, ...others] = messages;
  const titles = messages.map(({ title }, at) => ({ id: alerts[at]?.development ?? "", title }));
  if (page > 1 || first === undefined) {
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
  const items = others.map(({ title }) => ({ text: title, link: null }));
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
  call: Pick<CommandCall, "context">,
  subscription: Subscription | null,
  limit: number,
): Promise<readonly Alert[]> {
  const { ledger } = call.context.store;
  const kinds = subscription?.kinds ?? null;
  const wanted: Alert[] = [];
  let looked = 0;
  for (const sought of soughtCounts) {
    const query = { toldOnly: true, limit: sought, ...(kinds === null ? {} : { kinds }) };
    const developments = await ledger.developments(query);
    for (const { id } of developments.slice(looked)) {
      if (wanted.length >= limit) return wanted;
      const [alert] = await ledger.alerts({ development: id, limit: 1 });
      if (alert !== undefined && (subscription === null || asksFor(subscription, alert))) wanted.push(alert);
    }
    looked = developments.length;
    if (looked < sought) break;
  }
  return wanted;
}

function compose(call: CommandCall, alert: Alert): Message {
  // Nothing "changed" for somebody who asks what there is.
  return call.context.compose([{ ...alert, changes: [] }], {
    language: call.language,
    timeZone: call.timeZone,
  });
}
