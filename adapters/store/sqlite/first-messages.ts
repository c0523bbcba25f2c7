import type { ClaimedAlert, ClaimedDelivery } from "../../../src/model/delivery.ts";
import type { ClaimRequest, Settlement } from "../../../src/ports/outbox-store.ts";
import type { Alerts } from "./alerts.ts";
import type { CatchUps } from "./catch-ups.ts";
import type { ChatLooks, Shown, StoryOfChat } from "./chat-looks.ts";
import type { ClaimMarks } from "./claim-marks.ts";
import type { WaitingGroup } from "./claim-group.ts";
import { prepareFirstWaiting } from "./claim-statements.ts";
import type { Database } from "./connection.ts";
import { bound, sql } from "./drizzle.ts";
import { deliveries, lanes, shownMessages } from "./schema/index.ts";
import type { WaitingDeliveries } from "./waiting.ts";

/**
 * Keeps the first message of a story true that goes on in answers to it: once an answer is sent or edited, its delivery waits once more, for the edit of
 * the first message (`ShownMessage.firstRevision`). Such a row has a message id already, which tells it from all that is still to be told. Call it inside a
 * write transaction.
 */
export class FirstMessages {
  readonly #waiting: WaitingDeliveries;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database, waiting: WaitingDeliveries) {
    this.#waiting = waiting;
    this.#statements = prepare(db);
  }

  /** A delivery that was sent goes on with the first message, where that shows less. */
  goOn(row: StoryOfChat & { readonly id: number }, now: number): void {
    this.#statements.goOn.run({ ...row, now });
  }

  /** Likewise what tells another development, by what was ended in its favour. */
  goOnOf(of: StoryOfChat & { readonly messageId: string }, now: number): void {
    const { changes } = this.#statements.goOnOf.run({ ...of, now });
    this.#waiting.addTotal("superseded", -changes);
    this.#waiting.addTotal("sent", changes);
  }

  /** A chat has come back: each that was not edited as the chat left waits once more. */
  goOnIn(chatId: number, now: number): void {
    this.#statements.goOnIn.run({ chatId, now });
  }

  /**
   * How the edit of a first message ended; one that is put off is not written here. True: it is over. `isReached`: the chat is still there, else it is edited when
   * that comes back.
   */
  settle(
    delivery: ClaimedDelivery & { readonly id: number },
    settlement: Settlement,
    { isReached, now }: { readonly isReached: boolean; readonly now: number },
  ): boolean {
    if (delivery.kind !== "alert" || (settlement.kind === "retry" && isReached)) return false;
    const of = { chatId: delivery.chat.id, developmentId: delivery.newest.development };
    if (settlement.kind === "sent") this.#statements.shows.run({ ...of, revision: settlement.revision });
    // It is gone, or cannot be edited: the story hangs on its answer from then on, and no call is made in vain again.
    else if (isReached) this.#statements.passOn.run(of);
    this.#statements.end.run({ id: delivery.id, now });
    return true;
  }
}

/** Parts of the outbox that first messages are claimed with. */
export interface FirstMessageParts {
  readonly alerts: Alerts;
  readonly looks: ChatLooks;
  readonly marks: ClaimMarks;
  readonly catchUps: CatchUps;
}

/** Claims what waits for the edit of a first message. Call it inside a write transaction. */
export class FirstMessageClaims {
  readonly #parts: FirstMessageParts;
  readonly #statements: ReturnType<typeof prepareLook>;

  constructor(db: Database, parts: FirstMessageParts) {
    this.#parts = parts;
    this.#statements = prepareLook(db);
  }

  /** Null: there is nothing to edit now. What is still to be told brings the first message up to date after it. */
  look(of: StoryOfChat, request: ClaimRequest): WaitingGroup | null {
    const { alerts, looks, catchUps } = this.#parts;
    const rows = this.#statements.waiting.all(of);
    const chat = looks.chat(of.chatId)?.chat;
    const newest = alerts.newest(of.developmentId);
    const first = firstOf(looks.shown(of));
    // A catch-up tells of a stretch of time: an edit would take from it what has changed for its other developments.
    const isCatchUp = first !== null && catchUps.shownAs(of.chatId, first.messageId ?? "") !== null;
    const isBehind = first !== null && newest !== null && first.revision < newest.revision;
    const isToBe = isBehind && !isCatchUp && looks.rows(of).length === 0;
    const isWanted = isToBe && chat?.state === "active" && request.plan(chat, newest, true) !== null;
    if (!isWanted) {
      for (const { id } of rows) this.#statements.end.run({ id, now: request.now });
      return null;
    }
    const unseen = alerts.later(of.developmentId, { seq: 0, revision: first.revision });
    return { rows, chat, newest, unseen, shown: first, isLoud: false, isEditOnly: true, isOnlyIfTold: false };
  }

  /** One of them is under way for all. */
  carry({ rows, shown, ...group }: WaitingGroup, request: ClaimRequest): ClaimedAlert | null {
    const carrier = rows.at(-1);
    if (carrier === undefined || shown?.messageId == null || shown.firstMessageId === null) return null;
    for (const { id } of rows) if (id !== carrier.id) this.#statements.end.run({ id, now: request.now });
    const { id, attempts } = carrier;
    this.#parts.marks.take(id, lanes.news, attempts, request);
    const { messageId, firstMessageId, revision } = shown;
    return {
      kind: "alert",
      id,
      ...group,
      isOfFirst: true,
      shown: { messageId, firstMessageId, revision },
      toldRevision: revision,
      attempts,
      mayRepeat: false,
      calledRevision: null,
      fence: request.fence,
      within: null,
    };
  }
}

/** The first message as one that is shown. Null: it is gone, or it is the message that tells the story. */
function firstOf(shown: Shown | null): Shown | null {
  const { messageId = null, firstMessageId = null, firstRevision = null } = shown ?? {};
  if (firstMessageId === null || firstRevision === null || firstMessageId === messageId) return null;
  return { messageId: firstMessageId, firstMessageId, revision: firstRevision, firstRevision: null };
}

/** SQL of "the first message of the story shows less than its newest". */
const isBehind = sql`EXISTS (SELECT 1 FROM ${shownMessages} s WHERE s.chat_id = ${sql.placeholder("chatId")}
  AND s.development_id = ${sql.placeholder("developmentId")} AND s.first_revision < s.revision)`;

/** What waits once more. */
function prepareGoOn(db: Database) {
  const parameter = sql.placeholder;
  const ofStory = sql`${deliveries.chatId} = ${parameter("chatId")} AND ${deliveries.developmentId} = ${parameter("developmentId")}`;
  const again = {
    state: "queued",
    isReady: true,
    lane: lanes.news,
    dueAt: bound("now", deliveries.dueAt),
    attempts: 0,
    mayRepeat: false,
    supersededBy: null,
    settledAt: null,
    why: null,
  } as const;
  return {
    goOn: db
      .update(deliveries)
      .set(again)
      .where(sql`${deliveries.id} = ${parameter("id")} AND ${isBehind}`)
      .prepare(),
    goOnOf: db
      .update(deliveries)
      .set({ ...again, messageId: bound("messageId", deliveries.messageId) })
      .where(
        sql`${deliveries.id} = (SELECT id FROM ${deliveries} WHERE ${ofStory} AND state = 'superseded' AND message_id IS NULL
          ORDER BY revision DESC LIMIT 1) AND ${isBehind}`,
      )
      .prepare(),
    goOnIn: db
      .update(deliveries)
      .set(again)
      .where(
        sql`${deliveries.id} IN (SELECT (SELECT told.id FROM ${deliveries} told WHERE told.chat_id = s.chat_id
            AND told.development_id = s.development_id AND told.state = 'sent' AND told.message_id IS NOT NULL
            ORDER BY told.revision DESC LIMIT 1)
          FROM ${shownMessages} s WHERE s.chat_id = ${parameter("chatId")} AND s.first_revision < s.revision)`,
      )
      .prepare(),
  };
}

/** What waits, and its end. */
function prepareLook(db: Database) {
  return {
    waiting: prepareFirstWaiting(db),
    end: prepareEnd(db),
  };
}

/** An edit of a first message is over. */
function prepareEnd(db: Database) {
  return db
    .update(deliveries)
    .set({
      state: "sent",
      isReady: false,
      fence: null,
      leaseUntil: null,
      settledAt: bound("now", deliveries.settledAt),
    })
    .where(sql`${deliveries.id} = ${sql.placeholder("id")}`)
    .prepare();
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const ofShown = sql`${shownMessages.chatId} = ${parameter("chatId")} AND ${shownMessages.developmentId} = ${parameter("developmentId")}`;
  return {
    ...prepareGoOn(db),
    end: prepareEnd(db),
    shows: db
      .update(shownMessages)
      .set({ firstRevision: bound("revision", shownMessages.firstRevision) })
      .where(ofShown)
      .prepare(),
    passOn: db
      .update(shownMessages)
      .set({ firstMessageId: sql`${shownMessages.messageId}`, firstRevision: null })
      .where(ofShown)
      .prepare(),
  };
}
