import {
  revisionOf,
  type ClaimedCatchUp,
  type ClaimedDelivery,
  type ShownRevision,
} from "../../../src/model/delivery.ts";
import type { OutboxStore, RecentCall, RepeatWaits, Settlement } from "../../../src/ports/outbox-store.ts";
import type { CatchUps } from "./catch-ups.ts";
import type { Database } from "./connection.ts";
import { FirstMessages } from "./first-messages.ts";
import { prepareSettle } from "./settle-statements.ts";
import { UnansweredSends } from "./unanswered.ts";
import type { WaitingDeliveries } from "./waiting.ts";

type Statements = ReturnType<typeof prepareSettle>;
type Row = NonNullable<ReturnType<Statements["claimed"]["get"]>>;
type Sent = Extract<Settlement, { readonly kind: "sent" }>;
/** What a row has when it is of an alert. */
type AlertRow = Row & { readonly developmentId: string; readonly revision: number };

/** Longer than any limit that goes on over a restart: Discord's ten minutes of refused requests are the longest. */
const callsKeptMs = 11 * 60_000;

const noWaits: RepeatWaits = { secondMs: 0, laterMs: 0 };

/** Writes how deliveries ended. Call it inside a write transaction. */
export class Settler {
  readonly #waiting: WaitingDeliveries;
  readonly #catchUps: CatchUps;
  readonly #unanswered: UnansweredSends;
  readonly #firsts: FirstMessages;
  readonly #statements: Statements;

  constructor(db: Database, waiting: WaitingDeliveries, catchUps: CatchUps) {
    this.#waiting = waiting;
    this.#catchUps = catchUps;
    this.#unanswered = new UnansweredSends(db);
    this.#firsts = new FirstMessages(db, waiting);
    this.#statements = prepareSettle(db);
  }

  /** False: the delivery is not under that claim any more. */
  settle(delivery: ClaimedDelivery, settlement: Settlement, now: number): boolean {
    const row = this.#statements.claimed.get({ id: delivery.id, fence: delivery.fence });
    if (row === undefined) return false;
    const isReached = row.chatState === "active";
    if (isOfFirst(delivery) && this.#firsts.settle(delivery, settlement, { isReached, now })) return true;
    this.#write(row, delivery, settlement, now);
    this.#release(row, settlement, now);
    return true;
  }

  #write(row: Row, delivery: ClaimedDelivery, settlement: Settlement, now: number): void {
    switch (settlement.kind) {
      case "sent":
        if (settlement.isShownGone === true) this.#forgetAll(delivery);
        if (delivery.kind === "catch-up") this.#catchUpSent(row, delivery, { ...settlement, now });
        else this.#sent(row, settlement, now);
        break;
      case "apart":
        this.#apart(row, settlement, now);
        break;
      case "unwanted":
        this.#end(row, { state: "superseded", why: settlement.why, now });
        break;
      case "failed":
        this.#end(row, { state: "failed", why: settlement.why, now });
        break;
      case "retry":
        this.#wait(row, { ...settlement, state: "queued", now });
        break;
      case "unknown":
        this.#wait(row, { ...settlement, state: "unknown", countAttempt: true, now });
        break;
      case "forget-message":
        if (isOfAlert(row)) this.#statements.forget.run(row);
        this.#wait(row, { ...settlement, state: "queued", countAttempt: true, now });
        break;
      default:
        settlement satisfies never;
    }
  }

  /** New messages wait for the answer to one that had none: here it is, or there will be none. An edit that is made tells nothing of it. */
  #release({ chatId, platform, mayRepeat }: Row, settlement: Settlement, now: number): void {
    const { kind } = settlement;
    const isOver =
      kind === "sent" ? mayRepeat || !settlement.isEdit : ["failed", "apart", "unwanted"].includes(kind);
    if (isOver) this.#unanswered.release({ chatId, platform }, { isRepeat: mayRepeat, now });
  }

  /** False: the delivery is not under that claim any more. */
  calling(delivery: ClaimedDelivery, call: "send" | "edit", now: number): boolean {
    const { id, fence, chat } = delivery;
    const revision = call === "edit" ? null : revisionOf(delivery);
    const isClaimed = this.#statements.calling.run({ id, fence, revision, now }).changes > 0;
    if (!isClaimed) return false;
    const { platform, channel } = chat.address;
    this.noteCalls(platform, [{ channel, at: now }], now);
    return true;
  }

  /** For limits that go on over a restart. */
  noteCalls(platform: string, calls: readonly RecentCall[], now: number): void {
    this.#statements.forgetCalls.run({ platform, before: now - callsKeptMs, after: now + callsKeptMs });
    for (const { channel, at } of calls) this.#statements.noteCall.run({ platform, channel, at });
  }

  /** What a sender that is gone left behind: what was surely not called waits again, the rest is unknown. Returns how many are. */
  resolveAbandoned(
    ...[platform, fence, now, waits = noWaits]: Parameters<OutboxStore["resolveAbandoned"]>
  ): number {
    this.#statements.giveBack.run({ platform, fence, now });
    return this.#statements.abandon.run({ platform, fence, now, ...waits }).changes;
  }

  /** What waits for want of an answer since a moment is due. Returns how many that are. */
  bringForward(
    ...[platform, calledSince, now, waits = noWaits]: Parameters<OutboxStore["bringForward"]>
  ): number {
    // SQLite has no integer for -Infinity.
    const since = Math.max(0, calledSince);
    return this.#statements.bringForward.run({ platform, since, now, ...waits }).changes;
  }

  #sent(row: Row, sent: Sent, now: number): void {
    if (isOfAlert(row)) this.#show(row, sent);
    if (isOfAlert(row) && sent.revision < row.revision) {
      // A look-back found an earlier attempt, which shows less than this delivery is for: it goes on.
      this.#statements.goOn.run({ id: row.id, now });
      return;
    }
    this.#statements.sent.run({ id: row.id, messageId: sent.messageId, now });
    this.#waiting.addTotal("sent", 1);
    if (sent.isPossibleRepeat === true) this.#waiting.addTotal("possibleRepeats", 1);
    if (!isOfAlert(row)) return;
    this.#settleOthers(row, sent, now);
    this.#firsts.goOn(row, now);
    for (const other of sent.others ?? []) this.#showOther(row, { ...sent, ...other }, now);
  }

  /** An edit of a catch-up has brought another development in it up to date. */
  #showOther({ id, chatId }: Row, other: ShownRevision & Pick<Sent, "messageId">, now: number): void {
    const { development: developmentId, revision, messageId } = other;
    const isShown = this.#statements.showMore.run({ chatId, developmentId, messageId, revision }).changes > 0;
    if (!isShown) return;
    this.#cover({ chatId, developmentId, revision, by: id, now });
    this.#firsts.goOnOf({ chatId, developmentId, messageId }, now);
  }

  /** Each of its developments is shown in the message, and goes on from there. */
  #catchUpSent(row: Row, delivery: ClaimedCatchUp, sent: Sent & { readonly now: number }): void {
    const { id, chatId } = row;
    const { messageId, now, others = [] } = sent;
    for (const { development: developmentId, revision } of others) {
      this.#statements.show.run({ chatId, developmentId, messageId, revision });
      this.#cover({ chatId, developmentId, revision, by: id, now });
      const revived = this.#statements.reviveOf.run({ by: id, developmentId, revision, now });
      this.#waiting.addTotal("superseded", -revived.changes);
    }
    const catchUp = this.#catchUps.carriedBy(id)?.id ?? this.#addAgain(row, delivery);
    this.#catchUps.sent(catchUp, messageId, now);
    this.#statements.sent.run({ id, messageId, now });
    this.#waiting.addTotal("sent", 1);
    if (sent.isPossibleRepeat === true) this.#waiting.addTotal("possibleRepeats", 1);
    for (const { development: developmentId } of others)
      if (developmentId === row.developmentId) this.#firsts.goOn({ id, chatId, developmentId }, now);
      else this.#firsts.goOnOf({ chatId, developmentId, messageId }, now);
  }

  /** One that was taken apart under way has arrived all the same: an edit must draw it as a whole. Its new id. */
  #addAgain({ id, chatId }: Row, delivery: ClaimedCatchUp): number {
    const { position, sinceAt, untilAt } = delivery.catchUp;
    const developments = delivery.stories.map(({ newest }) => newest.development);
    const toldSeq = revisionOf(delivery);
    return this.#catchUps.add({
      position,
      sinceAt,
      untilAt,
      left: 0,
      toldSeq,
      chatId,
      deliveryId: id,
      developments,
    });
  }

  /** A catch-up that is gone is gone for each development in it: none is edited in vain. */
  #forgetAll(delivery: ClaimedDelivery): void {
    const messageId = delivery.kind === "alert" ? delivery.shown?.messageId : undefined;
    if (messageId !== undefined) this.#statements.forgetAll.run({ chatId: delivery.chat.id, messageId });
  }

  #apart(row: Row, apart: Extract<Settlement, { readonly kind: "apart" }>, now: number): void {
    this.#wait(row, { ...apart, state: "queued", countAttempt: true, now });
    const catchUp = this.#catchUps.carriedBy(row.id);
    if (catchUp === null) return;
    const how = { dueAt: apart.dueAt, now, attempts: 1, mayRepeat: row.mayRepeat };
    this.#catchUps.dissolve({ id: catchUp.id, deliveryId: row.id }, how);
  }

  #cover(of: {
    readonly chatId: number;
    readonly developmentId: string;
    readonly revision: number;
    readonly by: number;
    readonly now: number;
  }): void {
    this.#waiting.addTotal("superseded", this.#statements.cover.run(of).changes);
  }

  /** What follows for other deliveries of the development. */
  #settleOthers({ id, chatId, developmentId }: AlertRow, sent: Sent, now: number): void {
    this.#cover({ chatId, developmentId, revision: sent.revision, by: id, now });
    // Likewise, with the newer ones ended in its favour: the newest of them waits again.
    const revived = this.#statements.revive.run({ by: id, revision: sent.revision, now });
    this.#waiting.addTotal("superseded", -revived.changes);
  }

  #show(row: AlertRow, sent: Sent): void {
    const { chatId, developmentId } = row;
    this.#statements.show.run({ chatId, developmentId, messageId: sent.messageId, revision: sent.revision });
  }

  #end(
    row: Row,
    end: { readonly state: "failed" | "superseded"; readonly why: string; readonly now: number },
  ): void {
    this.#statements.end.run({ id: row.id, ...end });
    this.#waiting.addTotal(end.state, 1);
  }

  #wait(
    row: Row,
    wait: {
      readonly state: "queued" | "unknown";
      readonly dueAt: number;
      readonly countAttempt: boolean;
      readonly why: string;
      readonly now: number;
    },
  ): void {
    // A notice may go to a chat that is not subscribed: whether it is wanted is looked at again at claim.
    const isOver = isOfAlert(row) ? row.chatState !== "active" : row.chatState === "gone";
    if (isOver) {
      // That it may have arrived is kept, for a correction should somebody come back.
      if (wait.state === "unknown") this.#statements.mayRepeat.run({ id: row.id });
      this.#end(row, { state: "superseded", why: `the chat is ${row.chatState}`, now: wait.now });
      return;
    }
    this.#statements.wait.run({
      id: row.id,
      // What may have arrived stays that, also while the platform asks to wait with the repeat.
      state: row.mayRepeat ? "unknown" : wait.state,
      isReady: wait.dueAt <= wait.now,
      dueAt: wait.dueAt,
      // What waits at the platform's word surely was not done: no call of it was left unanswered.
      isCalled: wait.countAttempt ? 1 : 0,
      attempts: row.attempts + (wait.countAttempt ? 1 : 0),
      mayRepeat: row.mayRepeat || wait.state === "unknown",
      why: wait.why,
    });
  }
}

const isOfFirst = (delivery: ClaimedDelivery): boolean =>
  delivery.kind === "alert" && delivery.isOfFirst === true;

const isOfAlert = (row: Row): row is AlertRow => row.developmentId !== null;
