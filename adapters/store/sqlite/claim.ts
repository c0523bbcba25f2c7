import type { ClaimedDelivery, ClaimedNotice } from "../../../src/model/delivery.ts";
import type { ClaimRequest } from "../../../src/ports/outbox-store.ts";
import type { Alerts } from "./alerts.ts";
import type { CatchUps } from "./catch-ups.ts";
import { ChatLooks } from "./chat-looks.ts";
import { CatchUpEdits } from "./claim-catch-up-edit.ts";
import { CatchUpClaims } from "./claim-catch-up.ts";
import type { NewsCandidate } from "./claim-catch-up-again.ts";
import { shownMessage, WaitingGroups } from "./claim-group.ts";
import { FirstMessageClaims } from "./first-messages.ts";
import { ClaimMarks } from "./claim-marks.ts";
import { prepareClaim } from "./claim-statements.ts";
import type { Connection, Database } from "./connection.ts";
import type { SenderLeases } from "./leases.ts";
import type { MergedStories } from "./merged.ts";
import type { Notices } from "./notices.ts";
import type { OwnStories } from "./own-stories.ts";
import { type Lane, lanes } from "./schema/index.ts";
import { type Awaited, UnansweredSends } from "./unanswered.ts";
import type { WaitingDeliveries } from "./waiting.ts";

/** Rows of the queue that one transaction looks at: some milliseconds of work, and others get their turn. */
const candidatesAStep = 64;
/** What a chat waits for after a night is many rows to look at: after this time of a transaction in which one was caught up with no further chat is begun. */
const longestStepMs = 8;
/** Nor after this one in any: single deliveries are cheap, and to spread them over many turns would only make them late. */
const longestPlainStepMs = 50;
/** Rows whose due time has come that one transaction moves into the queue. */
const promotionsAStep = 200;

/** A row whose claim failed is looked at again after this: a defect is tried seldom, and stops nothing else. */
const failedClaimMs = 5 * 60_000;

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

/** Parts of the outbox that a claim works with. */
export interface ClaimParts {
  readonly alerts: Alerts;
  readonly notices: Notices;
  readonly leases: SenderLeases;
  readonly merged: MergedStories;
  readonly own: OwnStories;
  readonly catchUps: CatchUps;
  readonly waiting: WaitingDeliveries;
  /** As of the connection. */
  readonly attempt: Connection["attempt"];
}

/** Claims deliveries in steps. Call each inside a write transaction of its own. */
export class Claimer {
  readonly #parts: ClaimParts;
  readonly #marks: ClaimMarks;
  readonly #groups: WaitingGroups;
  readonly #catchUps: CatchUpClaims;
  readonly #edits: CatchUpEdits;
  readonly #firsts: FirstMessageClaims;
  readonly #unanswered: UnansweredSends;
  readonly #statements: Statements;

  constructor(db: Database, parts: ClaimParts) {
    const marks = new ClaimMarks(db, parts.waiting);
    const looks = new ChatLooks(db, parts.own);
    const groups = new WaitingGroups({ ...parts, looks }, marks);
    this.#parts = parts;
    this.#marks = marks;
    this.#groups = groups;
    this.#catchUps = new CatchUpClaims(db, { ...parts, groups, marks });
    this.#edits = new CatchUpEdits({ ...parts, groups });
    this.#firsts = new FirstMessageClaims(db, { ...parts, looks, marks });
    this.#unanswered = new UnansweredSends(db);
    this.#statements = prepareClaim(db);
  }

  /** Looks at the next rows of the queue. `limit`: how many more deliveries are wanted. */
  step(request: ClaimRequest, from: QueuePosition, limit: number): ClaimStep {
    const { platform, now, fence } = request;
    const begunAt = performance.now();
    const claimed: ClaimedDelivery[] = [];
    const isOver = (): boolean => {
      const isSlow = claimed.some(({ kind }) => kind === "catch-up");
      return performance.now() - begunAt >= (isSlow ? longestStepMs : longestPlainStepMs);
    };
    this.#parts.alerts.rememberStories();
    if (!this.#parts.leases.isValid(platform, fence, now)) return { claimed: [], next: null };
    this.#statements.promote.run({ platform, now, limit: promotionsAStep });
    // Most candidates become deliveries; some are of one group.
    const most = Math.min(candidatesAStep, 2 * limit + 10);
    let left = most;
    let at: QueuePosition | null = from;
    while (at !== null && left > 0 && claimed.length < limit && (left === most || !isOver())) {
      const candidates = this.#candidates(exceptClaimed(request, claimed), at, left);
      const last = this.#claimEach(candidates, request, { limit, claimed, isOver });
      at =
        last === null && candidates.length < left
          ? nextLane(at)
          : { lane: at.lane, id: last ?? candidates.at(-1)?.id ?? at.id };
      left -= candidates.length;
    }
    return { claimed, next: at };
  }

  /** Adds to what is claimed, one row at least. Gives the id of the last row that was looked at; null: it looked at all of them. */
  #claimEach(
    candidates: readonly Candidate[],
    request: ClaimRequest,
    into: {
      readonly limit: number;
      readonly claimed: ClaimedDelivery[];
      /** The step has taken its time. */
      readonly isOver: () => boolean;
    },
  ): number | null {
    const channels = new Set<string>();
    let last: number | null = null;
    for (const candidate of candidates) {
      if (into.claimed.length === into.limit || (last !== null && into.isOver())) return last;
      last = candidate.id;
      if (channels.has(candidate.channel)) continue;
      const delivery = this.#claimOrPutOff(candidate, request);
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

  /** One row that cannot be claimed must not stop its platform. */
  #claimOrPutOff(candidate: Candidate, request: ClaimRequest): ClaimedDelivery | null {
    return this.#parts.attempt(
      () => this.#claimCandidate(candidate, request),
      (fault) => {
        this.#marks.putOff(candidate.id, request.now + failedClaimMs);
        request.onFailed?.({ delivery: candidate.id, chat: candidate.chatId, why: fault.message });
      },
    );
  }

  /** Null: nothing of it is to be sent now. */
  #claimCandidate(candidate: Candidate, request: ClaimRequest): ClaimedDelivery | null {
    const { chatId, developmentId, noticeId, mayRepeat } = candidate;
    const news = developmentId === null ? null : { ...candidate, developmentId };
    if (news !== null && news.messageId !== null) return this.#claimFirst(news, request);
    const awaited = mayRepeat ? null : this.#unanswered.before({ chatId, platform: request.platform });
    if (awaited !== null && (news === null || this.#isNewMessage(news, request)))
      return this.#claimAwaited(candidate, awaited, request);
    if (news !== null) return this.#claimNews(news, request);
    return noticeId === null ? null : this.#claimNotice(candidate, noticeId, request);
  }

  /** Not an edit of what the chat has before it, and neither part of a message that was not answered. */
  #isNewMessage(news: NewsCandidate, request: ClaimRequest): boolean {
    if (this.#catchUps.isToldByUnanswered(news)) return false;
    const group = this.#groups.look(news, request);
    if (group === null || group.rows.some(({ mayRepeat }) => mayRepeat)) return false;
    return group.isLoud || shownMessage(group.shown) === null;
  }

  /** What waits for a message that was not answered is put off; where that one is due it goes before it. */
  #claimAwaited(
    candidate: Candidate,
    { repeat, untilAt }: Awaited,
    request: ClaimRequest,
  ): ClaimedDelivery | null {
    if (untilAt > request.now) {
      this.#unanswered.putOff(candidate.id, untilAt);
      return null;
    }
    this.#unanswered.hasten(repeat.id, request.now);
    return this.#claimCandidate(repeat, request);
  }

  /** Brings all that waits for one chat and development into one delivery, or much that waited for long into a catch-up. */
  #claimNews(candidate: NewsCandidate, request: ClaimRequest): ClaimedDelivery | null {
    const catchUp = this.#catchUps.claim(candidate, request);
    if (catchUp !== "none") return catchUp;
    const group = this.#groups.look(candidate, request);
    // It turned out to be one with another, and waits for what tells that one.
    if (group !== null && this.#isToldElsewhere(candidate, group.newest.development)) return null;
    const delivery = group === null ? null : this.#groups.carry(group, request);
    if (group === null || delivery === null) return null;
    return { ...delivery, within: this.#edits.shownIn(group, request) };
  }

  /** What was told already: the first message of its story is to show it as well. */
  #claimFirst(candidate: NewsCandidate, request: ClaimRequest): ClaimedDelivery | null {
    const group = this.#firsts.look(candidate, request);
    return group === null ? null : this.#firsts.carry(group, request);
  }

  #isToldElsewhere({ chatId, developmentId: from }: NewsCandidate, developmentId: string): boolean {
    return developmentId !== from && this.#catchUps.isToldByUnanswered({ chatId, developmentId });
  }

  #claimNotice(row: Candidate, noticeId: number, request: ClaimRequest): ClaimedNotice | null {
    const chat = this.#groups.chat(row.chatId)?.chat;
    if (chat === undefined) return null;
    const notice = this.#parts.notices.byId(noticeId, chat.subscription.language);
    if (notice === null) return null;
    const plan = request.planNotice(chat, notice);
    if (plan === null) {
      this.#marks.supersede(row.id, null, "not wanted any more", request.now);
      return null;
    }
    if ("dueAt" in plan) {
      this.#marks.putOff(row.id, plan.dueAt);
      return null;
    }
    const { id, attempts, mayRepeat } = row;
    this.#marks.take(id, plan.isLoud ? lanes.loudNotice : lanes.notice, attempts, request);
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
}
