import type { SourceTrial, TrySource } from "../../src/commands/admin/abilities.ts";
import type { OwnSourceRules } from "../../src/commands/own-view.ts";
import type { Message } from "../../src/model/message.ts";
import { makeReport } from "../contract/store/documents.ts";
import type { Rig } from "./rig.ts";

/** What tests let chats follow by themselves. */
export const askingFirst: OwnSourceRules = { mode: "approval", limits: { perChat: 2, inAll: 9 } };

/** Reads nothing: an address with "broken" in it cannot be read, one with "slow" is not read to its end, every other one is The Harbour Post, with one item. */
export const tried: TrySource = ({ url }) =>
  url.includes("slow")
    ? Promise.withResolvers<SourceTrial>().promise
    : Promise.resolve(trialOf(url.includes("broken")));

/** Sources that are read only when a test says so. */
export interface SlowSources {
  readonly trySource: TrySource;
  /** Addresses whose reading was begun, in their order. */
  readonly begun: readonly string[];
  /** What is being read now comes to this. */
  come(change?: Partial<SourceTrial>): void;
}

/** None is being read. */
export function slowSources(): SlowSources {
  const begun: string[] = [];
  const waiting: ((trial: SourceTrial) => void)[] = [];
  return {
    begun,
    trySource({ url }) {
      begun.push(url);
      return new Promise((resolve) => waiting.push(resolve));
    },
    come(change = {}) {
      for (const resolve of waiting.splice(0)) resolve({ ...trialOf(false), ...change });
    },
  };
}

function trialOf(isBroken: boolean): SourceTrial {
  return {
    reports: isBroken ? [] : [makeReport({ title: "Three ships left the invented harbour" })],
    alerts: [],
    fault: isBroken ? { code: "not-a-feed", text: "That is no feed." } : null,
    title: isBroken ? null : "The Harbour Post",
    usualGapMs: null,
    intervalMs: 1_800_000,
    movedTo: null,
  };
}

/** What waits to be said to a chat, in the order in which it was queued. */
export async function noticesOf(rig: Rig, channel: string): Promise<readonly Message[]> {
  const { outbox } = rig.store;
  const now = rig.clock.now();
  const lease = await outbox.holdSenderLease("telegram", "reader", now, 60_000);
  const claimed = await outbox.claim({
    platform: "telegram",
    now,
    leaseMs: 60_000,
    limit: 50,
    exceptChannels: [],
    fence: lease?.fence ?? 0,
    plan: () => null,
    planNotice: () => ({ isLoud: true }),
  });
  const sent = { kind: "sent", isEdit: false, revision: 0 } as const;
  for (const each of claimed) await outbox.settle(each, { ...sent, messageId: `m${each.id}` }, now);
  return claimed.flatMap((each) =>
    each.kind === "notice" && each.chat.address.channel === channel ? [each.notice.message] : [],
  );
}
