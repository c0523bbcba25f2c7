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
import type { KnownChat, StoryOfChat } from "./chat-looks.ts";
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

/** A development that is told again. */
interface Story extends CaughtUp {
  /** As its part has it. */
  readonly developmentId: string;
  readonly isLoud: boolean;
  readonly holdUntil: number;
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
  absorb(open: OpenCatchUp, { chatId, developmentId }: StoryOfChat, { now }: ClaimRequest): null {
    for (const { id } of this.#statements.rows.all({ chatId, developmentId }))
      if (id !== open.deliveryId) this.#parts.marks.supersede(id, open.deliveryId, null, now);
    return null;
  }

  /** One that was dropped unanswered is looked for as a whole when something follows in it. Null: there is none that may have told the candidate's development. */
  recall({ chatId, developmentId }: StoryOfChat, { now }: ClaimRequest): OpenCatchUp | null {
    const shownRevision = this.#parts.groups.shown(chatId, developmentId)?.revision ?? 0;
    return this.#parts.catchUps.recall({ chatId, developmentId, shownRevision }, now);
  }

  /**
   * One of unknown outcome: the same developments, as far as they are wanted, as they stand now. Where none is, or the chat has come back since, it is only looked
   * for, with all of them.
   */
  claim(open: OpenCatchUp, { chatId }: NewsCandidate, request: ClaimRequest): ClaimedCatchUp | null {
    const { groups, marks, catchUps } = this.#parts;
    const parts = catchUps.parts(open.id);
    const told = parts.filter(isWanted);
    const stories = told.flatMap((part) => {
      // Each time anew: a story that goes on in another takes its mute along.
      const known = groups.chat(chatId);
      this.absorb(open, { chatId, developmentId: part.developmentId }, request);
      return known === null
        ? []
        : (this.#storyOf(part, { ...known, after: soundlessUpTo(open) }, request) ?? []);
    });
    const known = groups.chat(chatId);
    if (known === null) return null;
    const { chat, afterAlert } = known;
    const hasComeBack = open.toldSeq > 0 && open.toldSeq <= afterAlert;
    if (stories.length === 0 || hasComeBack) return this.#onlyIfTold(open, { chat, parts }, request);
    const wanted = new Set(stories.map(({ developmentId }) => developmentId));
    for (const { developmentId } of told)
      if (!wanted.has(developmentId)) catchUps.leaveOut(open.id, developmentId);
    const holdUntil = Math.max(...stories.map((story) => story.holdUntil));
    if (holdUntil > request.now) {
      marks.putOff(open.deliveryId, holdUntil);
      return null;
    }
    const isLoud = stories.some((story) => story.isLoud);
    return {
      ...this.#take(open, { chat, isLoud }, request),
      stories: stories.map(({ newest, unseen, isNew }) => ({ newest, unseen, isNew })),
      isNarrowed: stories.length < parts.length,
    };
  }

  #onlyIfTold(
    open: OpenCatchUp,
    { chat, parts }: { readonly chat: Chat; readonly parts: readonly CatchUpPart[] },
    request: ClaimRequest,
  ): ClaimedCatchUp | null {
    const { alerts, groups, marks } = this.#parts;
    const stories = parts.filter(isWanted).flatMap(({ developmentId }) => {
      const of = { chatId: chat.id, developmentId };
      const newest = alerts.newest(developmentId);
      if (newest === null || newest.mergedInto !== undefined) return [];
      const shown = groups.shown(chat.id, developmentId);
      // All that it can have told, also before the chat came back.
      return { newest, unseen: groups.unseen(of, shown, 0), isNew: shown === null };
    });
    if (chat.state !== "active" || stories.length === 0) {
      marks.supersede(open.deliveryId, null, "not wanted any more", request.now);
      return null;
    }
    const taken = this.#take(open, { chat, isLoud: false }, request);
    return { ...taken, stories, isNarrowed: stories.length < parts.length, isOnlyIfTold: true };
  }

  /** It is under way again. */
  #take(
    open: OpenCatchUp,
    { chat, isLoud }: { readonly chat: Chat; readonly isLoud: boolean },
    request: ClaimRequest,
  ): Omit<ClaimedCatchUp, "stories" | "isNarrowed"> {
    const { deliveryId: id, attempts, calledRevision } = open;
    this.#parts.marks.take(id, isLoud ? lanes.loudNews : lanes.news, attempts, request);
    return {
      kind: "catch-up",
      id,
      chat,
      isLoud,
      attempts,
      mayRepeat: true,
      fence: request.fence,
      catchUp: catchUpOf(open),
      calledRevision,
    };
  }

  /** Null: it is not wanted any more, or is told with another development from now on. */
  #storyOf(
    { developmentId }: CatchUpPart,
    { chat, afterAlert, after }: KnownChat & { readonly after: number },
    request: ClaimRequest,
  ): Story | null {
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
    const isLoud = rings(chat, story, { after, request });
    return { ...story, developmentId, isLoud, holdUntil: plan.holdUntil ?? 0 };
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
