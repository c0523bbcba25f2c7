import type { Alert } from "../../../src/model/alert.ts";
import type { Chat } from "../../../src/model/chat.ts";
import type { ClaimedAlert, ClaimedDelivery, ClaimedNotice } from "../../../src/model/delivery.ts";
import type { ClaimRequest, DeliveryPlan } from "../../../src/ports/outbox-store.ts";
import type { Alerts } from "./alerts.ts";
import { prepareClaim } from "./claim-statements.ts";
import { chatOf } from "./chat-rows.ts";
import type { Database } from "./connection.ts";
import type { SenderLeases } from "./leases.ts";
import type { MergedStories } from "./merged.ts";
import type { Notices } from "./notices.ts";
import type { OwnStories } from "./own-stories.ts";
import { type Lane, lanes } from "./schema/index.ts";
import type { WaitingDeliveries } from "./waiting.ts";

/** Rows of the queue that one transaction looks at: some milliseconds of work, and others get their turn. */
const candidatesAStep = 64;
/** Rows whose due time has come that one transaction moves into the queue. */
const promotionsAStep = 500;
/** Developments that were merged one into the other are followed so far. */
const longestMerges = 8;

/** How far a claim has looked: all rows of a lane come before the first of the next one. */
export interface QueuePosition {
  readonly lane: Lane;
  readonly id: number;
}

/** Where every claim begins to look. */
export const queueHead: QueuePosition = { lane: lanes.loudNews, id: 0 };

/** Every lane in its order. */
const laneOrder: readonly Lane[] = Object.values(lanes).toSorted((one, other) => one - other);

/** Null: it was the last one. */
function nextLane({ lane }: QueuePosition): QueuePosition | null {
  const next = laneOrder[laneOrder.indexOf(lane) + 1];
  return next === undefined ? null : { lane: next, id: 0 };
}

/** The request for the rest of a claim: the platform paces a channel's topics as one chat, so a claim takes one of them. */
export function exceptClaimed(request: ClaimRequest, claimed: readonly ClaimedDelivery[]): ClaimRequest {
  const channels = claimed.map(({ chat }) => chat.address.channel);
  return { ...request, exceptChannels: [...request.exceptChannels, ...channels] };
}

/** What one step found. */
export interface ClaimStep {
  readonly claimed: readonly ClaimedDelivery[];
  /** Where to look on; null: the queue has been looked through, or the fence is refused. */
  readonly next: QueuePosition | null;
}

type Statements = ReturnType<typeof prepareClaim>;
type Candidate = ReturnType<Statements["candidates"]["all"]>[number];
type Waiting = ReturnType<Statements["group"]["all"]>[number];
type Shown = NonNullable<ReturnType<Statements["shown"]["get"]>>;

/** Parts of the outbox that a claim works with. */
export interface ClaimParts {
  readonly alerts: Alerts;
  readonly notices: Notices;
  readonly leases: SenderLeases;
  readonly merged: MergedStories;
  readonly own: OwnStories;
  readonly waiting: WaitingDeliveries;
}

/** Claims deliveries in steps. Call each inside a write transaction of its own. */
export class Claimer {
  readonly #parts: ClaimParts;
  readonly #statements: Statements;

  constructor(db: Database, parts: ClaimParts) {
    this.#parts = parts;
    this.#statements = prepareClaim(db);
  }

  /** Looks at the next rows of the queue. `limit`: how many more deliveries are wanted. */
  step(request: ClaimRequest, from: QueuePosition, limit: number): ClaimStep {
    const { platform, now, fence } = request;
    if (!this.#parts.leases.isValid(platform, fence, now)) return { claimed: [], next: null };
    this.#statements.promote.run({ platform, now, limit: promotionsAStep });
    const claimed: ClaimedDelivery[] = [];
    // Most candidates become deliveries; some are of one group.
    let left = Math.min(candidatesAStep, 2 * limit + 10);
    let at: QueuePosition | null = from;
    while (at !== null && left > 0 && claimed.length < limit) {
      const candidates = this.#candidates(exceptClaimed(request, claimed), at, left);
      const last = this.#claimEach(candidates, request, { limit, claimed });
      at =
        last === null && candidates.length < left
          ? nextLane(at)
          : { lane: at.lane, id: last ?? candidates.at(-1)?.id ?? at.id };
      left -= candidates.length;
    }
    return { claimed, next: at };
  }

  /** Adds to what is claimed. Gives the id of the last row that was looked at; null: it looked at all of them. */
  #claimEach(
    candidates: readonly Candidate[],
    request: ClaimRequest,
    into: { readonly limit: number; readonly claimed: ClaimedDelivery[] },
  ): number | null {
    const channels = new Set<string>();
    let last: number | null = null;
    for (const candidate of candidates) {
      if (into.claimed.length === into.limit) return last;
      last = candidate.id;
      if (channels.has(candidate.channel)) continue;
      const delivery = this.#claimCandidate(candidate, request);
      if (delivery === null) continue;
      into.claimed.push(delivery);
      channels.add(candidate.channel);
    }
    return null;
  }

  #candidates(request: ClaimRequest, from: QueuePosition, limit: number): Candidate[] {
    return this.#statements.candidates.all({
      platform: request.platform,
      lane: from.lane,
      afterId: from.id,
      exceptChannels: JSON.stringify(request.exceptChannels),
      limit,
    });
  }

  /** Null: nothing of it is to be sent now. */
  #claimCandidate(candidate: Candidate, request: ClaimRequest): ClaimedDelivery | null {
    const { chatId, developmentId, noticeId } = candidate;
    if (developmentId !== null) return this.#claimGroup({ chatId, developmentId }, request);
    return noticeId === null ? null : this.#claimNotice(candidate, noticeId, request);
  }

  #claimNotice(row: Candidate, noticeId: number, request: ClaimRequest): ClaimedNotice | null {
    const chatRow = this.#statements.chat.get({ id: row.chatId });
    if (chatRow === undefined) return null;
    const { afterAlert: _, ...columns } = chatRow;
    const chat = chatOf(columns);
    const notice = this.#parts.notices.byId(noticeId, chat.subscription.language);
    if (notice === null) return null;
    const plan = request.planNotice(chat, notice);
    if (plan === null) {
      this.#supersede(row.id, null, "not wanted any more", request.now);
      return null;
    }
    if ("dueAt" in plan) {
      this.#statements.putOff.run({ id: row.id, dueAt: plan.dueAt });
      return null;
    }
    const { id, attempts, mayRepeat } = row;
    this.#take(id, plan.isLoud ? lanes.loudNotice : lanes.notice, attempts, request);
    return {
      kind: "notice",
      id,
      chat,
      notice,
      isLoud: plan.isLoud,
      attempts,
      mayRepeat,
      fence: request.fence,
    };
  }

  /** Brings all that waits for one chat and development into one delivery. Null: nothing of it is to be sent. */
  #claimGroup(
    of: {
      readonly chatId: number;
      readonly developmentId: string;
      readonly merges?: number;
      /** The chat was told all that would notify in it. */
      readonly isQuiet?: boolean;
    },
    request: ClaimRequest,
  ): ClaimedAlert | null {
    const { chatId, developmentId, merges = 0, isQuiet = false } = of;
    const waiting = this.#statements.group.all({ chatId, developmentId });
    const newest = this.#parts.alerts.newest(developmentId);
    // Also when an earlier row of this very step brought the whole group in.
    if (waiting.length === 0 || newest === null) return null;
    const into = newest.mergedInto;
    if (into !== undefined && merges < longestMerges) {
      const isFollowed = this.#parts.merged.follow({ chatId, from: developmentId, into }, request.now);
      if (isFollowed) return this.#claimGroup({ chatId, developmentId: into, merges: merges + 1 }, request);
    }
    const shown = this.#statements.shown.get({ chatId, developmentId }) ?? null;
    const group = this.#unshown(waiting, shown, request.now);
    const chatRow = this.#statements.chat.get({ id: chatId });
    if (group.length === 0 || chatRow === undefined) return null;
    const { afterAlert, ...columns } = chatRow;
    const chat = chatOf(columns);
    const unseen = this.#unseen(group, shown, afterAlert);
    // Nothing unseen: what was under way when the chat left has come back to a chat that joined anew.
    const mayWant = chat.state === "active" && unseen.length > 0;
    const plan = mayWant ? request.plan(chat, newest, shown !== null) : null;
    const isToldAnyway = plan !== null && this.#isToldAnyway(chatId, newest, request);
    const isEditOnly = plan?.isEditOnly === true || isToldAnyway;
    // What is only to be kept true has to be there.
    if (plan === null || (isEditOnly && shownMessage(shown) === null)) {
      for (const row of group) this.#supersede(row.id, null, "not wanted any more", request.now);
      return null;
    }
    if (plan.holdUntil !== undefined && plan.holdUntil > request.now) {
      for (const row of group) this.#statements.putOff.run({ id: row.id, dueAt: plan.holdUntil });
      return null;
    }
    const told = shown === null ? this.#takeOver(chat, newest, request) : null;
    if (told !== null) return this.#claimGroup({ ...of, merges: merges + 1, isQuiet: told.isQuiet }, request);
    const repeatAt = repeatAwaited(group, request.now);
    if (repeatAt !== null) {
      for (const row of group) this.#statements.putOff.run({ id: row.id, dueAt: repeatAt });
      return null;
    }
    const rings = (each: DeliveryPlan): boolean => each?.isLoud === true;
    const isLoud =
      !isEditOnly &&
      !isQuiet &&
      (rings(plan) || unseen.some((alert) => rings(request.plan(chat, alert, shown !== null))));
    return this.#carry(group, { chat, newest, unseen, shown, isLoud, isEditOnly }, request);
  }

  /** What the chat's own source would tell it was told by everybody's: at most the message that it has is kept true. */
  #isToldAnyway(chatId: number, newest: Alert, { stories }: ClaimRequest): boolean {
    if (newest.ownerChat === undefined || stories === undefined) return false;
    return this.#parts.own.isToldAnyway(chatId, newest, stories);
  }

  /** Lets everybody's news go on in the message in which the chat's own source told it. Null: it did not. */
  #takeOver(chat: Chat, newest: Alert, { stories, now }: ClaimRequest): { readonly isQuiet: boolean } | null {
    if (newest.ownerChat !== undefined || stories === undefined) return null;
    const own = this.#parts.own.shownOwn(chat.id, newest, stories);
    if (own === null) return null;
    const merge = { chatId: chat.id, from: own.development, into: newest.development };
    if (!this.#parts.merged.follow(merge, now)) return null;
    const isMuted = chat.subscription.mutedDevelopments.includes(own.development);
    return { isQuiet: isMuted || !stories.rings(own, newest) };
  }

  /** Ends the rows whose revision the chat has before it already. */
  #unshown(group: readonly Waiting[], shown: Shown | null, now: number): Waiting[] {
    const isShown = (row: Waiting) => shown !== null && row.revision <= shown.revision;
    for (const row of group.filter(isShown)) this.#supersede(row.id, null, "shown already", now);
    return group.filter((row) => !isShown(row));
  }

  #unseen(group: readonly Waiting[], shown: Shown | null, afterAlert: number): Alert[] {
    const [first] = group;
    if (first === undefined) return [];
    const { chatId, developmentId } = first;
    if (shown !== null) return this.#parts.alerts.later(developmentId, { seq: 0, revision: shown.revision });
    // Never shown: from the first alert that it was ever to get, also one whose delivery failed.
    const firstSeq = this.#statements.firstSeq.get({ chatId, developmentId })?.alertSeq ?? first.alertSeq;
    return this.#parts.alerts.later(developmentId, { seq: Math.max(firstSeq - 1, afterAlert), revision: 0 });
  }

  /** Marks one row of the group as under way and ends the others in its favour. */
  #carry(
    group: readonly Waiting[],
    delivery: {
      readonly chat: Chat;
      readonly newest: Alert;
      readonly unseen: readonly Alert[];
      readonly shown: Shown | null;
      readonly isLoud: boolean;
      readonly isEditOnly: boolean;
    },
    request: ClaimRequest,
  ): ClaimedAlert | null {
    // An attempt of unknown outcome is looked for by its delivery's id: that row must be the one to go on.
    const carrier = group.findLast((row) => row.mayRepeat) ?? group.at(-1);
    if (carrier === undefined) return null;
    for (const row of group) {
      if (row !== carrier) this.#supersede(row.id, carrier.id, null, request.now);
    }
    const attempts = Math.max(...group.map((row) => row.attempts));
    this.#take(carrier.id, delivery.isLoud ? lanes.loudNews : lanes.news, attempts, request);
    const { shown, ...rest } = delivery;
    return {
      kind: "alert",
      id: carrier.id,
      ...rest,
      shown: shownMessage(shown),
      attempts,
      mayRepeat: carrier.mayRepeat,
      // 0: a version before did not write it down.
      calledRevision: carrier.mayRepeat ? carrier.calledRevision || null : null,
      fence: request.fence,
    };
  }

  #take(id: number, lane: Lane, attempts: number, { fence, now, leaseMs }: ClaimRequest): void {
    this.#statements.take.run({ id, lane, attempts, fence, leaseUntil: now + leaseMs });
  }

  #supersede(id: number, by: number | null, why: string | null, now: number): void {
    this.#statements.supersede.run({ id, by, why, now });
    this.#parts.waiting.addTotal("superseded", 1);
  }
}

/**
 * When an unanswered send is due again, where what is newer waits for that: else each revision would be one more possible repeat. News that
 * notifies does not wait. Null: nothing is waited for.
 */
function repeatAwaited(group: readonly Waiting[], now: number): number | null {
  const unanswered = group.findLast((row) => row.mayRepeat);
  if (unanswered === undefined || unanswered.isReady || unanswered.dueAt <= now) return null;
  const isUrged = group.some((row) => row.isReady && row.lane === lanes.loudNews);
  return isUrged ? null : unanswered.dueAt;
}

/** Null also for a message that is gone. */
function shownMessage(shown: Shown | null): ClaimedAlert["shown"] {
  if (shown === null || shown.messageId === null || shown.firstMessageId === null) return null;
  const { messageId, firstMessageId, revision } = shown;
  return { messageId, firstMessageId, revision };
}
