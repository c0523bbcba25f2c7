import type { CaughtUp, ClaimedCatchUp } from "../../../src/model/delivery.ts";
import type { CatchUpRules, ClaimRequest } from "../../../src/ports/outbox-store.ts";
import { type OpenCatchUp, type ToldCatchUp } from "./catch-ups.ts";
import type { WaitingGroup } from "./claim-group.ts";
import {
  type CatchUpParts,
  CatchUpRepeats,
  type NewsCandidate,
  rings,
  soundlessUpTo,
} from "./claim-catch-up-again.ts";
import { prepareCatchUpLooks } from "./claim-statements.ts";
import type { Database } from "./connection.ts";
import { lanes } from "./schema/index.ts";

type Waiting = ReturnType<ReturnType<typeof prepareCatchUpLooks>["waiting"]["all"]>[number];

/** A development that waits for a new message, and since when. */
interface Member extends CaughtUp {
  readonly isLoud: boolean;
  readonly oldestAt: number;
  readonly oldestSeq: number;
  readonly heldMs: number;
  readonly group: WaitingGroup;
}

/**
 * Claims several developments of a chat as one delivery. Call it inside a write transaction. What a catch-up tells is fixed only once a
 * call of it may have been made: one that was surely not sent is taken apart when it is looked at again, and made anew of what waits then.
 */
export class CatchUpClaims {
  readonly #parts: CatchUpParts;
  readonly #repeats: CatchUpRepeats;
  readonly #statements: ReturnType<typeof prepareCatchUpLooks>;

  constructor(db: Database, parts: CatchUpParts) {
    this.#parts = parts;
    this.#repeats = new CatchUpRepeats(db, parts);
    this.#statements = prepareCatchUpLooks(db);
  }

  /** The catch-up that a candidate leads to. "none": it is told by itself. Null: nothing is to be sent for it now. */
  claim(candidate: NewsCandidate, request: ClaimRequest): ClaimedCatchUp | "none" | null {
    for (const each of this.#openAfterDissolving(candidate.chatId, request.now)) {
      if (each.deliveryId === candidate.id) return this.#repeats.claim(each, candidate, request);
      // One that may have been sent, or that the platform asked to put off, takes along what comes to it meanwhile.
      if (this.#tells(each, candidate.developmentId)) return this.#repeats.absorb(each, candidate, request);
      if (!isRestOf(each, candidate.alertSeq)) continue;
      // What it has left comes after it. Where it is due it is itself looked at in this very claim.
      if (isPutOff(each, request.now)) this.#parts.marks.putOff(candidate.id, each.dueAt);
      return null;
    }
    const recalled = candidate.mayRepeat ? null : this.#repeats.recall(candidate, request);
    if (recalled !== null) return this.#repeats.claim(recalled, candidate, request);
    const { catchUp: rules, now } = request;
    // What is repeated is what it was: nothing is made in its place.
    if (rules === undefined || candidate.mayRepeat) return "none";
    const latest = this.#parts.catchUps.latest(candidate.chatId);
    const mayGoOn =
      latest !== null && isRestOf(latest, candidate.alertSeq) && now - latest.calledAt < rules.afterMs;
    const { createdAt: oldestAt, heldMs } = candidate;
    if (!mayGoOn && !wasHeldBack({ oldestAt, heldMs }, { ...request, catchUp: rules })) return "none";
    return this.#form(candidate.chatId, mayGoOn ? latest : null, { ...request, catchUp: rules }) ?? "none";
  }

  /** The chat's open ones that may have been sent or that are put off; those that surely were not sent and are due are taken apart. */
  #openAfterDissolving(chatId: number, now: number): readonly OpenCatchUp[] {
    const { catchUps } = this.#parts;
    return catchUps.open(chatId).filter((each) => {
      const isKept = each.mayRepeat || isPutOff(each, now);
      if (!isKept) catchUps.dissolve(each, { now, dueAt: now, attempts: 0 });
      return isKept;
    });
  }

  /** Whether a catch-up of unknown outcome tells the candidate's development. */
  isToldByUnanswered({ chatId, developmentId }: Pick<NewsCandidate, "chatId" | "developmentId">): boolean {
    return this.#parts.catchUps
      .open(chatId)
      .some((each) => each.mayRepeat && this.#tells(each, developmentId));
  }

  #tells({ id }: OpenCatchUp, developmentId: string): boolean {
    return this.#parts.catchUps
      .parts(id)
      .some((part) => part.developmentId === developmentId && part.place !== null);
  }

  /** Null: what waits is told one by one. */
  #form(
    chatId: number,
    before: ToldCatchUp | null,
    request: ClaimRequest & { readonly catchUp: CatchUpRules },
  ): ClaimedCatchUp | null {
    const { now } = request;
    // What one of unknown outcome tells is told by that one, and what it has left after it.
    const open = this.#parts.catchUps.open(chatId);
    const waiting = this.#statements.waiting
      .all({ chatId, now })
      .filter(
        ({ developmentId, oldestSeq }) =>
          !open.some((each) => isRestOf(each, oldestSeq) || this.#tells(each, developmentId)),
      );
    if (before === null && !isForCatchUp(waiting, request)) return null;
    const groups = this.#parts.groups.lookAtEach(
      chatId,
      waiting.map(({ developmentId }) => developmentId),
      request,
    );
    const found = waiting.flatMap((each, index) => {
      const group = groups[index] ?? null;
      // It may have turned out to be one with a development that such a one tells.
      const isTold = group !== null && open.some((other) => this.#tells(other, group.newest.development));
      return isTold ? [] : (memberOf(each, group, request) ?? []);
    });
    const members = this.#eachOnce(oneEach(found), request);
    const rest = before === null ? [] : members.filter(({ oldestSeq }) => isRestOf(before, oldestSeq));
    if (before !== null && rest.length > 0) {
      const { position, sinceAt, untilAt, toldSeq } = before;
      return this.#make(rest, { position: position + 1, sinceAt, untilAt, toldSeq }, request);
    }
    if (!isForCatchUp(members, request)) return null;
    const sinceAt = Math.min(...members.map(({ newest, unseen }) => unseen[0]?.at ?? newest.at));
    const toldSeq = Math.max(...members.map(({ newest }) => newest.seq ?? 0));
    const when = { position: 1, sinceAt: Math.min(sinceAt, now), untilAt: now, toldSeq };
    return this.#make(members, when, request);
  }

  /** Without what the chat's own source tells of what everybody's ledger tells in the same message. */
  #eachOnce(members: readonly Member[], { stories, now }: ClaimRequest): readonly Member[] {
    if (stories === undefined) return members;
    const everybodys = members.filter(({ newest }) => newest.ownerChat === undefined);
    const isRepeat = ({ newest }: Member): boolean =>
      newest.ownerChat !== undefined && everybodys.some((other) => stories.areOne(newest, other.newest));
    for (const { id } of members.filter(isRepeat).flatMap(({ group }) => group.rows))
      this.#parts.marks.supersede(id, null, "told with another development", now);
    return members.filter((member) => !isRepeat(member));
  }

  /** Writes down what it tells, and marks it as under way in the place of its first development's delivery. */
  #make(
    members: readonly Member[],
    { toldSeq, ...when }: Omit<ToldCatchUp, "id" | "left">,
    request: ClaimRequest & { readonly catchUp: CatchUpRules },
  ): ClaimedCatchUp | null {
    const { marks, catchUps } = this.#parts;
    const chat = members[0]?.group.chat;
    const told = chat === undefined ? [] : request.catchUp.choose(chat, members, when);
    const carrier = told[0]?.group.rows.at(-1);
    if (chat === undefined || carrier === undefined) return null;
    const others = told.flatMap(({ group }) => group.rows).flatMap(({ id }) => (id === carrier.id ? [] : id));
    marks.supersedeAll(others, carrier.id, request.now);
    const after = soundlessUpTo({ ...when, toldSeq });
    const ringing = when.position === 1 ? members : told;
    const isLoud = ringing.some((member) => member.isLoud && rings(chat, member, { after, request }));
    marks.take(carrier.id, isLoud ? lanes.loudNews : lanes.news, carrier.attempts, request);
    const left = members.length - told.length;
    const developments = told.map(({ newest }) => newest.development);
    const id = catchUps.add({
      ...when,
      toldSeq,
      left,
      chatId: chat.id,
      deliveryId: carrier.id,
      developments,
    });
    return {
      kind: "catch-up",
      id: carrier.id,
      chat,
      isLoud,
      attempts: carrier.attempts,
      mayRepeat: false,
      fence: request.fence,
      catchUp: { id, ...when, left },
      stories: told.map(({ newest, unseen, isNew }) => ({ newest, unseen, isNew })),
      calledRevision: null,
      isNarrowed: false,
    };
  }
}

/** Not only by a clock that has been put back since. */
const isPutOff = ({ isReady, dueAt }: OpenCatchUp, now: number): boolean => !isReady && dueAt > now;

/** Whether an alert waited when the first one of the row was made, and is left for those after it. */
const isRestOf = ({ left, toldSeq }: Pick<ToldCatchUp, "left" | "toldSeq">, seq: number | null): boolean =>
  left > 0 && seq !== null && seq <= toldSeq;

/** Null: it needs no new message, or not now, or it is told by itself. */
function memberOf(
  { oldestAt, oldestSeq, heldMs }: Waiting,
  group: WaitingGroup | null,
  request: ClaimRequest & { readonly catchUp: CatchUpRules },
): Member | null {
  if (group === null || group.isEditOnly || group.rows.some(({ mayRepeat }) => mayRepeat)) return null;
  const isMessage = group.isLoud || (group.shown?.messageId ?? null) === null;
  const { chat, newest, unseen, shown, isLoud } = group;
  if (!isMessage || !request.catchUp.joins(chat, newest, request.now - oldestAt)) return null;
  return { newest, unseen, isNew: shown === null, isLoud, oldestAt, oldestSeq, heldMs, group };
}

/** Of developments that turned out to be one the later look, which found all that waits for it. */
function oneEach(found: readonly Member[]): readonly Member[] {
  const members = new Map<string, Member>();
  for (const member of found) {
    const { development } = member.newest;
    const before = members.get(development) ?? member;
    const oldestAt = Math.min(before.oldestAt, member.oldestAt);
    const oldestSeq = Math.min(before.oldestSeq, member.oldestSeq);
    members.set(development, { ...member, oldestAt, oldestSeq });
  }
  return [...members.values()];
}

/** So many that they are a list, and one of them was held back. */
function isForCatchUp(
  waiting: readonly Held[],
  request: ClaimRequest & { readonly catchUp: CatchUpRules },
): boolean {
  return waiting.length > request.catchUp.moreThan && waiting.some((each) => wasHeldBack(each, request));
}

/** Since when something waits, and for how long of that it was put off on purpose. */
type Held = Pick<Waiting, "oldestAt" | "heldMs">;

/** It waits for long, was put off, or an outage has ended that held it back. */
const wasHeldBack = (
  { oldestAt, heldMs }: Held,
  { catchUp, now, heldBefore }: ClaimRequest & { readonly catchUp: CatchUpRules },
): boolean =>
  now - oldestAt >= catchUp.afterMs || heldMs >= catchUp.heldMs || oldestAt < (heldBefore ?? -Infinity);
