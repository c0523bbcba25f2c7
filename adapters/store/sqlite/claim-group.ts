import type { Alert } from "../../../src/model/alert.ts";
import type { Chat } from "../../../src/model/chat.ts";
import type { ClaimedAlert } from "../../../src/model/delivery.ts";
import type { ClaimRequest, DeliveryPlan } from "../../../src/ports/outbox-store.ts";
import type { Alerts } from "./alerts.ts";
import type { CatchUps } from "./catch-ups.ts";
import type { ChatLooks, KnownChat, Shown, StoryOfChat, Waiting } from "./chat-looks.ts";
import type { ClaimMarks } from "./claim-marks.ts";
import type { Merge, MergedStories } from "./merged.ts";
import type { OwnStories } from "./own-stories.ts";
import { repeatAwaited } from "./repeat-awaited.ts";
import { lanes } from "./schema/index.ts";

/** Developments that were merged one into the other are followed so far. */
const longestMerges = 8;

/** What waits for another's answer that is due is looked at again after this. */
const answerPatienceMs = 5_000;

/** All that waits for one chat and development, and what it comes to. */
export interface WaitingGroup {
  /** At least one, oldest alert first. */
  readonly rows: readonly Waiting[];
  readonly chat: Chat;
  readonly newest: Alert;
  readonly unseen: readonly Alert[];
  readonly shown: Shown | null;
  readonly isLoud: boolean;
  readonly isEditOnly: boolean;
  /** As in `ClaimedAlert`. */
  readonly isOnlyIfTold: boolean;
}

/** A development in a chat that is looked at. */
interface Looked extends StoryOfChat {
  /** How many merges led to it. Absent: 0. */
  readonly merges?: number;
  /** The chat was told all that would notify in it. Absent: false. */
  readonly isQuiet?: boolean;
}

/** Parts of the outbox that groups are looked at with. */
export interface GroupParts {
  readonly alerts: Alerts;
  readonly merged: MergedStories;
  readonly own: OwnStories;
  readonly catchUps: CatchUps;
  readonly looks: ChatLooks;
}

/** What waits for a chat, development by development. Call it inside a write transaction: it ends what is not wanted any more. */
export class WaitingGroups {
  readonly #parts: GroupParts;
  readonly #marks: ClaimMarks;
  /** Developments that the look under way has changed beside its own. */
  readonly #touched = new Set<string>();

  constructor(parts: GroupParts, marks: ClaimMarks) {
    this.#parts = parts;
    this.#marks = marks;
  }

  /** Null: there is none. */
  chat(id: number): KnownChat | null {
    return this.#parts.looks.chat(id);
  }

  /** Null: the chat was not told of it. */
  shown(chatId: number, developmentId: string): Shown | null {
    return this.#parts.looks.shown({ chatId, developmentId });
  }

  /** Looks at many developments of a chat, each as `look` does. Null for those of which nothing is to be sent, or not now. */
  lookAtEach(
    chatId: number,
    developments: readonly string[],
    request: ClaimRequest,
  ): readonly (WaitingGroup | null)[] {
    const { looks } = this.#parts;
    const found: (WaitingGroup | null)[] = [];
    looks.readAhead(chatId, developments);
    try {
      for (const developmentId of developments) {
        this.#touched.clear();
        const group = this.look({ chatId, developmentId }, request);
        this.#replaceTouched(found, group);
        found.push(group);
      }
    } finally {
      looks.forget();
    }
    return found;
  }

  /** What was found of a story before another one was merged into it is not so any more: its rows, its message or its mute have changed. */
  #replaceTouched(found: (WaitingGroup | null)[], by: WaitingGroup | null): void {
    if (this.#touched.size === 0) return;
    for (const [index, group] of found.entries()) {
      const development = group?.newest.development;
      if (development === undefined || !this.#touched.has(development)) continue;
      found[index] = by?.newest.development === development ? by : null;
    }
  }

  /** What waits for one chat and development. Null: nothing of it is to be sent, or not now. */
  look(of: Looked, request: ClaimRequest): WaitingGroup | null {
    const { chatId, developmentId, merges = 0, isQuiet = false } = of;
    const waiting = this.#parts.looks.rows({ chatId, developmentId });
    const newest = this.#parts.alerts.newest(developmentId);
    // Also when an earlier row of this very step brought the whole group in.
    if (waiting.length === 0 || newest === null) return null;
    const elsewhere = this.#lookWhereMerged(of, { waiting, into: newest.mergedInto }, request);
    if (elsewhere !== "here") return elsewhere;
    const shown = this.shown(chatId, developmentId);
    const group = this.#unshown(this.#withDropped(waiting, newest, shown, request.now), shown, request.now);
    const known = this.chat(chatId);
    if (group.length === 0 || known === null) return null;
    const { chat, afterAlert } = known;
    const unseen = this.unseen(of, shown, afterAlert);
    // Nothing unseen: what was under way when the chat left has come back to a chat that joined anew.
    const mayWant = chat.state === "active" && unseen.length > 0;
    const wanted = mayWant ? request.plan(chat, newest, shown !== null) : null;
    const isUnwanted = mayWant && (wanted === null || wanted.isEditOnly === true);
    const isUnanswered = group.some(({ mayRepeat }) => mayRepeat);
    const mayStand = isUnanswered || (isUnwanted && this.#parts.catchUps.hasLeftOut(of));
    const isOnlyIfTold = isUnwanted && shownMessage(shown) === null && mayStand;
    const plan = isOnlyIfTold ? request.plan(chat, newest, true) : wanted;
    const isToldAnyway = plan !== null && this.#isToldAnyway(chatId, newest, request);
    const isEditOnly = plan?.isEditOnly === true || isToldAnyway || isPast(group, afterAlert);
    // What is only to be kept true has to be there.
    if (plan === null || (isEditOnly && shownMessage(shown) === null && !isOnlyIfTold)) {
      for (const row of group) this.#marks.supersede(row.id, null, "not wanted any more", request.now);
      return null;
    }
    if (plan.holdUntil !== undefined && plan.holdUntil > request.now) {
      for (const row of group) this.#marks.putOff(row.id, plan.holdUntil);
      return null;
    }
    const mayTakeOver = shown === null && !isUnanswered;
    const told = mayTakeOver ? this.#takeOver(chat, newest, request) : null;
    if (told !== null) return this.look({ ...of, merges: merges + 1, isQuiet: told.isQuiet }, request);
    const repeatAt = repeatAwaited(group, request.now);
    if (repeatAt !== null) {
      // Not the unanswered one itself, which would then count as held back by the chat's wishes.
      for (const row of group) if (row.dueAt < repeatAt) this.#marks.putOff(row.id, repeatAt);
      return null;
    }
    const isLoud =
      !isEditOnly &&
      !isQuiet &&
      (rings(plan) ||
        (!isOnlyIfTold && unseen.some((alert) => rings(request.plan(chat, alert, shown !== null)))));
    // A catch-up that goes on without it may have told it.
    const rows = isOnlyIfTold && !isUnanswered ? group.map((row) => ({ ...row, mayRepeat: true })) : group;
    return { rows, chat, newest, unseen, shown, isLoud, isEditOnly, isOnlyIfTold };
  }

  /** Where the development was merged into another: what waits for that one. "here": it is looked at by itself. */
  #lookWhereMerged(
    { chatId, developmentId, merges = 0 }: Looked,
    { waiting, into }: { readonly waiting: readonly Waiting[]; readonly into: string | undefined },
    request: ClaimRequest,
  ): WaitingGroup | "here" | null {
    if (into === undefined || merges >= longestMerges) return "here";
    const answerAt = this.#answerAt({ chatId, developmentId: into }, request.now);
    if (answerAt !== null) {
      if (waiting.some(({ mayRepeat }) => mayRepeat)) return "here";
      for (const row of waiting) if (row.dueAt < answerAt) this.#marks.putOff(row.id, answerAt);
      return null;
    }
    if (!this.#follow({ chatId, from: developmentId, into }, request.now)) return "here";
    return this.look({ chatId, developmentId: into, merges: merges + 1 }, request);
  }

  /**
   * When a message on a development that was not answered is looked at again: it may stand in the chat, and only its answer tells whether another
   * one's message goes on as its own or points to it. Null: there is none.
   */
  #answerAt(of: StoryOfChat, now: number): number | null {
    const unanswered = this.#parts.looks.rows(of).find(({ mayRepeat }) => mayRepeat);
    return unanswered === undefined ? null : Math.max(unanswered.dueAt, now + answerPatienceMs);
  }

  /** What the chat's own source would tell it was told by everybody's: at most the message that it has is kept true. */
  #isToldAnyway(chatId: number, newest: Alert, { stories }: ClaimRequest): boolean {
    if (newest.ownerChat === undefined || stories === undefined) return false;
    return this.#parts.own.isToldAnyway(chatId, newest, stories);
  }

  /** Lets everybody's news go on in the message in which the chat's own source told it. Null: it did not. */
  #takeOver(chat: Chat, newest: Alert, { stories, now }: ClaimRequest): { readonly isQuiet: boolean } | null {
    if (newest.ownerChat !== undefined || stories === undefined) return null;
    if (!this.#parts.looks.hasOwn(chat.id)) return null;
    const own = this.#parts.own.shownOwn(chat.id, newest, stories);
    if (own === null) return null;
    const merge = { chatId: chat.id, from: own.development, into: newest.development };
    if (!this.#follow(merge, now)) return null;
    this.#parts.catchUps.rename(merge);
    const isMuted = chat.subscription.mutedDevelopments.includes(own.development);
    return { isQuiet: isMuted || !stories.rings(own, newest) };
  }

  /** It writes of another development too, and of the chat's mutes. */
  #follow(merge: Merge, now: number): boolean {
    this.#parts.looks.forget();
    this.#touched.add(merge.from).add(merge.into);
    return this.#parts.merged.follow(merge, now);
  }

  /** What waits, with what may have been told before it and was dropped unanswered: it is to be put right, and else the next message could be taken for it. */
  #withDropped(
    waiting: readonly Waiting[],
    { development: developmentId, revision }: Alert,
    shown: Shown | null,
    now: number,
  ): readonly Waiting[] {
    const chatId = waiting[0]?.chatId;
    if (chatId === undefined || revision === 1 || waiting.some(({ mayRepeat }) => mayRepeat)) return waiting;
    const of = { chatId, developmentId };
    if (!this.#marks.recall({ ...of, shownRevision: shown?.revision ?? 0 }, now)) return waiting;
    this.#parts.looks.forget();
    return this.#parts.looks.rows(of);
  }

  /** Ends the rows whose revision the chat has before it already. */
  #unshown(group: readonly Waiting[], shown: Shown | null, now: number): Waiting[] {
    const isShown = (row: Waiting) => shown !== null && row.revision <= shown.revision;
    for (const row of group.filter(isShown)) this.#marks.supersede(row.id, null, "shown already", now);
    return group.filter((row) => !isShown(row));
  }

  /** Alerts that the chat has not been shown, oldest first. */
  unseen(
    { chatId, developmentId }: { readonly chatId: number; readonly developmentId: string },
    shown: Shown | null,
    afterAlert: number,
  ): Alert[] {
    if (shown !== null) return this.#parts.alerts.later(developmentId, { seq: 0, revision: shown.revision });
    // Never shown: from the first alert that it was ever to get, also one whose delivery failed.
    const firstSeq = this.#parts.looks.firstSeq({ chatId, developmentId }) ?? 1;
    return this.#parts.alerts.later(developmentId, { seq: Math.max(firstSeq - 1, afterAlert), revision: 0 });
  }

  /** With whether its messages are catch-ups. */
  #shownWith(chatId: number, shown: ClaimedAlert["shown"]): ClaimedAlert["shown"] {
    if (shown === null) return null;
    const isCatchUp = (id: string): boolean => this.#parts.catchUps.shownAs(chatId, id) !== null;
    if (!isCatchUp(shown.firstMessageId)) return shown;
    return { ...shown, isFirstOfSeveral: true, isOfSeveral: isCatchUp(shown.messageId) };
  }

  /** The message of the development that it was merged into. */
  #pointerOf({ chat, newest }: Pick<WaitingGroup, "chat" | "newest">): Pick<ClaimedAlert, "pointsTo"> {
    const { mergedInto } = newest;
    const into = mergedInto === undefined ? null : shownMessage(this.shown(chat.id, mergedInto));
    return into === null ? {} : { pointsTo: into.messageId };
  }

  /** Marks one row of the group as under way and ends the others in its favour. */
  carry({ rows, shown, ...group }: WaitingGroup, request: ClaimRequest): ClaimedAlert | null {
    // An attempt of unknown outcome is looked for by its delivery's id: that row must be the one to go on.
    const carrier = rows.findLast((row) => row.mayRepeat) ?? rows.at(-1);
    if (carrier === undefined) return null;
    for (const row of rows) {
      if (row !== carrier) this.#marks.supersede(row.id, carrier.id, null, request.now);
    }
    const attempts = Math.max(...rows.map((row) => row.attempts));
    this.#marks.take(carrier.id, group.isLoud ? lanes.loudNews : lanes.news, attempts, request);
    return {
      kind: "alert",
      id: carrier.id,
      ...group,
      ...this.#pointerOf(group),
      shown: this.#shownWith(group.chat.id, shownMessage(shown)),
      toldRevision: shown?.revision ?? 0,
      attempts,
      mayRepeat: carrier.mayRepeat,
      // 0: a version before did not write it down.
      calledRevision: carrier.mayRepeat ? carrier.calledRevision || null : null,
      fence: request.fence,
      within: null,
    };
  }
}

/** What was told before the chat came (back) is no news to it. */
const isPast = (group: readonly Waiting[], afterAlert: number): boolean =>
  group.every(({ alertSeq }) => alertSeq <= afterAlert);

const rings = (plan: DeliveryPlan): boolean => plan?.isLoud === true;

/** Null also for a message that is gone. */
export function shownMessage(shown: Shown | null): ClaimedAlert["shown"] {
  if (shown === null || shown.messageId === null || shown.firstMessageId === null) return null;
  const { messageId, firstMessageId, revision } = shown;
  return { messageId, firstMessageId, revision };
}
