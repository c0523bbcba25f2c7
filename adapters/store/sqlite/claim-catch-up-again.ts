import type { Chat } from "../../../src/model/chat.ts";
import type { CatchUp, CaughtUp, ClaimedCatchUp } from "../../../src/model/delivery.ts";
import type { ClaimRequest } from "../../../src/ports/outbox-store.ts";
import type { Alerts } from "./alerts.ts";
import {
  type CatchUpPart,
  type CatchUps,
  isWanted,
  type OpenCatchUp,
  type ToldCatchUp,
} from "./catch-ups.ts";
import type { WaitingGroups } from "./claim-group.ts";
import type { ClaimMarks } from "./claim-marks.ts";
import type { MergedStories } from "./merged.ts";
import type { KnownChat } from "./chat-looks.ts";
import { prepareCatchUpLooks } from "./claim-statements.ts";
import type { Database } from "./connection.ts";
import { lanes } from "./schema/index.ts";

/** Parts of the outbox that catch-ups are claimed with. */
export interface CatchUpParts {
  readonly alerts: Alerts;
  readonly catchUps: CatchUps;
  readonly groups: WaitingGroups;
  readonly marks: ClaimMarks;
  readonly merged: MergedStories;
}

/** A waiting delivery of news, as the queue has it. */
export interface NewsCandidate {
  readonly id: number;
  readonly chatId: number;
  readonly developmentId: string;
  readonly createdAt: number;
  /** Null for no news. */
  readonly alertSeq: number | null;
  /** A call of it may have arrived. */
  readonly mayRepeat: boolean;
  /** How long it was put off on purpose. */
  readonly heldMs: number;
}

/** Claims catch-ups of unknown outcome again. Call it inside a write transaction. */
export class CatchUpRepeats {
  readonly #parts: CatchUpParts;
  readonly #statements: ReturnType<typeof prepareCatchUpLooks>;

  constructor(db: Database, parts: CatchUpParts) {
    this.#parts = parts;
    this.#statements = prepareCatchUpLooks(db);
  }

  /** What became of a development in a catch-up of unknown outcome is told by that one, or goes on from it. */
  absorb(open: OpenCatchUp, { chatId, developmentId }: NewsCandidate, { now }: ClaimRequest): null {
    for (const { id } of this.#statements.rows.all({ chatId, developmentId }))
      if (id !== open.deliveryId) this.#parts.marks.supersede(id, open.deliveryId, null, now);
    return null;
  }

  /** One of unknown outcome: the same developments, as far as they are wanted, as they stand now. */
  claim(open: OpenCatchUp, candidate: NewsCandidate, request: ClaimRequest): ClaimedCatchUp | null {
    const { groups, marks, catchUps } = this.#parts;
    const parts = catchUps.parts(open.id);
    const stories = parts.filter(isWanted).flatMap((part) => {
      // Each time anew: a story that goes on in another takes its mute along.
      const known = groups.chat(candidate.chatId);
      this.absorb(open, { ...candidate, developmentId: part.developmentId }, request);
      const story =
        known === null ? null : this.#storyOf(part, { ...known, after: soundlessUpTo(open) }, request);
      if (story === null) catchUps.leaveOut(open.id, part.developmentId);
      return story ?? [];
    });
    const known = groups.chat(candidate.chatId);
    if (known === null || stories.length === 0) {
      marks.supersede(open.deliveryId, null, "not wanted any more", request.now);
      return null;
    }
    const holdUntil = Math.max(...stories.map((story) => story.holdUntil));
    if (holdUntil > request.now) {
      marks.putOff(open.deliveryId, holdUntil);
      return null;
    }
    const isLoud = stories.some((story) => story.isLoud);
    marks.take(open.deliveryId, isLoud ? lanes.loudNews : lanes.news, open.attempts, request);
    return {
      kind: "catch-up",
      id: open.deliveryId,
      chat: known.chat,
      isLoud,
      attempts: open.attempts,
      mayRepeat: true,
      fence: request.fence,
      catchUp: catchUpOf(open),
      stories: stories.map(({ newest, unseen, isNew }) => ({ newest, unseen, isNew })),
      calledRevision: open.calledRevision,
      isNarrowed: stories.length < parts.length,
    };
  }

  /** Null: it is not wanted any more, or is told with another development from now on. */
  #storyOf(
    { developmentId }: CatchUpPart,
    { chat, afterAlert, after }: KnownChat & { readonly after: number },
    request: ClaimRequest,
  ): (CaughtUp & { readonly isLoud: boolean; readonly holdUntil: number }) | null {
    const { alerts, groups, merged } = this.#parts;
    const of = { chatId: chat.id, developmentId };
    const newest = alerts.newest(developmentId);
    if (newest === null || chat.state !== "active") return null;
    if (newest.mergedInto !== undefined) {
      merged.follow({ chatId: chat.id, from: developmentId, into: newest.mergedInto }, request.now);
      return null;
    }
    const shown = groups.shown(chat.id, developmentId);
    const plan = request.plan(chat, newest, shown !== null);
    if (plan === null) return null;
    const unseen = groups.unseen(of, shown, afterAlert);
    const story = { newest, unseen, isNew: shown === null };
    return { ...story, isLoud: rings(chat, story, { after, request }), holdUntil: plan.holdUntil ?? 0 };
  }
}

/** The seq up to which nothing in it notifies: the first one of its row has notified for that. */
export const soundlessUpTo = ({ position, toldSeq }: Pick<ToldCatchUp, "position" | "toldSeq">): number =>
  position === 1 ? 0 : toldSeq;

/** Whether an alert after that seq is to notify. */
export function rings(
  chat: Chat,
  { newest, unseen, isNew }: CaughtUp,
  { after, request }: { readonly after: number; readonly request: ClaimRequest },
): boolean {
  return [newest, ...unseen].some(
    (alert) => (alert.seq ?? 0) > after && request.plan(chat, alert, !isNew)?.isLoud === true,
  );
}

function catchUpOf({ id, position, sinceAt, untilAt, left }: CatchUp): CatchUp {
  return { id, position, sinceAt, untilAt, left };
}
