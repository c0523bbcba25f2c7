import { expect } from "vitest";
import type { Alert } from "../../../src/model/alert.ts";
import type { Chat } from "../../../src/model/chat.ts";
import type { ClaimedAlert, ClaimedDelivery, ClaimedNotice } from "../../../src/model/delivery.ts";
import type { Commit, LedgerView } from "../../../src/ports/ledger-store.ts";
import type { ClaimRequest, ExpandRequest, NewNotice, Settlement } from "../../../src/ports/outbox-store.ts";
import type { Store } from "../../../src/ports/store.ts";
import {
  makeAddress,
  makeAlert,
  makeDevelopment,
  makeNearQuery,
  makeSubscription,
  noon,
} from "./documents.ts";

/** The ledger as it stands. */
export async function view(store: Store): Promise<LedgerView> {
  return store.ledger.near(makeNearQuery(), []);
}

/** A commit of nothing on the newest version; a test names what is in it. */
export async function makeCommit(store: Store, fields: Partial<Commit> = {}): Promise<Commit> {
  return { version: (await view(store)).version, report: null, change: null, alerts: [], ...fields };
}

/** The same, committed. */
export async function commit(store: Store, fields: Partial<Commit>): Promise<readonly Alert[]> {
  const result = await store.ledger.commit(await makeCommit(store, fields));
  if (result.kind === "stale") throw new Error("a commit on the newest version is stale");
  return result.alerts;
}

/** A change that writes these states. */
export function changeTo(states: Partial<NonNullable<Commit["change"]>>): NonNullable<Commit["change"]> {
  return { cause: { kind: "rebuild" }, at: noon, developments: [], operations: [], ...states };
}

/** Tells an alert on a development, which is made with it. Gives it back with its seq. */
export async function tell(store: Store, fields: Partial<Alert> = {}): Promise<Alert> {
  const alert = makeAlert(fields);
  const development = makeDevelopment({ id: alert.development, kind: alert.kind, conflict: alert.conflict });
  const [told] = await commit(store, { change: changeTo({ developments: [development] }), alerts: [alert] });
  if (told === undefined) throw new Error("the commit gave no alert back");
  return told;
}

/** Subscribes the Telegram chat `channel` to everything. */
export async function subscribe(store: Store, channel = "1001"): Promise<Chat> {
  return store.chats.subscribe(makeAddress({ channel }), makeSubscription(), noon);
}

/** Wants everything, as loud as the alert is. */
export const wantAll: ExpandRequest["plan"] = (_chat, alert) => ({ isLoud: alert.isLoud });

/** Wants nothing. */
export const wantNothing: ExpandRequest["plan"] = () => null;

/** Spreads everything that was told. Bounded: an endless expansion fails. */
export async function expandAll(store: Store, fields: Partial<ExpandRequest> = {}): Promise<void> {
  for (let chunk = 0; chunk < 1_000; chunk++) {
    if (!(await store.outbox.expand({ now: noon, maxChats: 100, plan: wantAll, ...fields }))) return;
  }
  throw new Error("the expansion does not end");
}

/** Takes the lease of Telegram's sender for an hour. */
export async function holdLease(store: Store, holder = "sender", now = noon): Promise<number> {
  const lease = await store.outbox.holdSenderLease("telegram", holder, now, 3_600_000);
  if (lease === null) throw new Error(`${holder} does not get the lease`);
  return lease.fence;
}

/** Claims on Telegram, under a lease that is taken for it unless a fence is given. */
export async function claimAny(
  store: Store,
  fields: Partial<ClaimRequest> = {},
): Promise<readonly ClaimedDelivery[]> {
  const fence = fields.fence ?? (await holdLease(store, "sender", fields.now));
  return store.outbox.claim({
    platform: "telegram",
    now: noon,
    leaseMs: 60_000,
    limit: 100,
    exceptChannels: [],
    plan: wantAll,
    planNotice: (_chat, { isLoud }) => ({ isLoud }),
    ...fields,
    fence,
  });
}

/** The same where only alerts wait. */
export async function claim(
  store: Store,
  fields: Partial<ClaimRequest> = {},
): Promise<readonly ClaimedAlert[]> {
  const claimed = await claimAny(store, fields);
  expect(
    claimed.filter((each) => each.kind !== "alert"),
    "no notice",
  ).toEqual([]);
  return claimed.filter((each) => each.kind === "alert");
}

/** The same where only notices wait. */
export async function claimNotices(
  store: Store,
  fields: Partial<ClaimRequest> = {},
): Promise<readonly ClaimedNotice[]> {
  const claimed = await claimAny(store, fields);
  expect(
    claimed.filter((each) => each.kind !== "notice"),
    "no alert",
  ).toEqual([]);
  return claimed.filter((each) => each.kind === "notice");
}

/** A loud notice to everybody; a test names what matters to it. */
export function makeNotice(fields: Partial<NewNotice> = {}): NewNotice {
  return {
    to: "all",
    key: "announce:1",
    message: { title: "The bot moves house", blocks: [], actions: [], language: "en" },
    isLoud: true,
    forSubscribers: true,
    dueAt: noon,
    ...fields,
  };
}

/** Claims the one delivery that is due. */
export async function claimOne(store: Store, fields: Partial<ClaimRequest> = {}): Promise<ClaimedAlert> {
  const [delivery, ...more] = await claim(store, fields);
  expect(more, "no second delivery").toEqual([]);
  if (delivery === undefined) throw new Error("nothing is due");
  return delivery;
}

/** Sent as message `messageId`, with all that the delivery was to show. */
export function sentAs(delivery: ClaimedDelivery, messageId: string, isEdit = false): Settlement {
  const revision = delivery.kind === "alert" ? delivery.newest.revision : 0;
  return { kind: "sent", messageId, isEdit, revision, isPossibleRepeat: delivery.mayRepeat && !isEdit };
}

/** Claims the one delivery that is due and sends it. */
export async function deliver(store: Store, messageId: string, isEdit = false): Promise<ClaimedAlert> {
  const delivery = await claimOne(store);
  const isSettled = await store.outbox.settle(delivery, sentAs(delivery, messageId, isEdit), noon);
  expect(isSettled).toBe(true);
  return delivery;
}
