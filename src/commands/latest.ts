import type { Alert } from "../model/alert.ts";
import type { EventKind } from "../model/event.ts";
import type { Message } from "../model/message.ts";
import { describe, plainReply, type Command, type CommandCall, type CommandContext } from "./context.ts";

/** How many developments /latest names. */
const shownCount = 8;

/** /latest: the newest developments, the newest one in full. */
export function latestCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "latest",
      description: describe(context, "command-latest"),
      access: "anyone",
      options: [],
      subcommands: [],
      isListed: true,
    },
    async run(call) {
      const newest = await newestAlerts(call, call.chat?.subscription.kinds ?? null);
      const [first, ...others] = newest.map((alert) => compose(call, alert));
      if (first === undefined) return plainReply(call, call.text("latest-none"));
      const items = others.map((message) => ({ text: message.title, link: null }));
      const earlier =
        items.length === 0
          ? []
          : [
              { kind: "note" as const, text: call.text("latest-earlier") },
              { kind: "list" as const, items },
            ];
      return { isPrivate: true, message: { ...first, blocks: [...first.blocks, ...earlier] } };
    },
  };
}

/** The newest development as the chat would be told it; null: nothing was told yet. */
export async function latestMessage(
  call: CommandCall,
  kinds: readonly EventKind[] | null,
): Promise<Message | null> {
  const [alert] = await newestAlerts(call, kinds);
  return alert === undefined ? null : compose(call, alert);
}

async function newestAlerts(
  call: CommandCall,
  kinds: readonly EventKind[] | null,
): Promise<readonly Alert[]> {
  const { ledger } = call.context.store;
  const developments = await ledger.developments({
    toldOnly: true,
    limit: shownCount,
    ...(kinds === null ? {} : { kinds }),
  });
  const alerts = await Promise.all(
    developments.map(({ id }) => ledger.alerts({ development: id, limit: 1 })),
  );
  return alerts.flat().toSorted((a, b) => b.at - a.at);
}

function compose(call: CommandCall, alert: Alert): Message {
  // Nothing "changed" for somebody who asks what there is.
  return call.context.compose([{ ...alert, changes: [] }], {
    language: call.language,
    timeZone: call.timeZone,
  });
}
