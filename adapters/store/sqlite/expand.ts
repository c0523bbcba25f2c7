import type { Alert } from "../../../src/model/alert.ts";
import type { Chat } from "../../../src/model/chat.ts";
import type { DeliveryPlan, ExpandRequest } from "../../../src/ports/outbox-store.ts";
import type { Alerts } from "./alerts.ts";
import type { Database } from "./connection.ts";
import { and, asc, bound, eq, sql } from "./drizzle.ts";
import type { Notices } from "./notices.ts";
import {
  catchUpParts,
  catchUps,
  chats,
  deliveries,
  fanouts,
  lanes,
  type Lane,
  shownMessages,
} from "./schema/index.ts";
import { subscriptionOf } from "./subscription-texts.ts";

/** Deliveries to be made that differ by their chat only. They go into one statement: to take each apart there would cost more than the others. */
interface NewDeliveries {
  readonly chatIds: number[];
  readonly platform: string;
  readonly lane: Lane;
  readonly holdUntil: number | null;
}

/** A row of `chats` below, undecoded: a hundred thousand of them are read for one alert. */
type ChatRow = readonly [
  id: number,
  platform: string,
  channel: string,
  thread: string,
  subscription: string,
  createdAt: number,
  shownRevision: number | null,
  mayBeTold: 0 | 1,
];

/** Spreads alerts over the chats. Call it inside a write transaction: rows and cursor move together. */
export class Expander {
  readonly #alerts: Alerts;
  readonly #notices: Notices;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database, alerts: Alerts, notices: Notices) {
    this.#alerts = alerts;
    this.#notices = notices;
    this.#statements = prepare(db);
  }

  /** One chunk of the oldest open fan-out. False: nothing is left to expand. */
  expand(request: ExpandRequest): boolean {
    const fanout = this.#statements.open.get();
    if (fanout === undefined) return this.#notices.expand(request.maxChats, request.now) ?? false;
    const alert = this.#alerts.bySeq(fanout.alertSeq);
    const { ownerChat } = alert;
    // What rests on a chat's own sources is for that chat alone.
    const rows =
      ownerChat === undefined
        ? this.#chats(alert, fanout, request.maxChats)
        : this.#chats(alert, { ...fanout, cursor: ownerChat - 1 }, 1).filter(([id]) => id === ownerChat);
    for (const { chatIds, platform, lane, holdUntil } of this.#planAll(rows, alert, request.plan)) {
      this.#statements.enqueue.run({
        development: alert.development,
        alertSeq: fanout.alertSeq,
        revision: alert.revision,
        platform,
        lane,
        isReady: holdUntil === null ? 1 : 0,
        dueAt: holdUntil ?? request.now,
        now: request.now,
        chats: JSON.stringify(chatIds),
      });
    }
    const isDone = ownerChat !== undefined || rows.length < request.maxChats;
    this.#statements.advance.run({
      alertSeq: fanout.alertSeq,
      cursor: rows.at(-1)?.[0] ?? fanout.cursor,
      isDone,
    });
    return !isDone || this.#statements.open.get() !== undefined || this.#notices.hasOpen();
  }

  #chats(
    alert: Alert,
    fanout: { readonly alertSeq: number; readonly cursor: number },
    limit: number,
  ): readonly ChatRow[] {
    const { development, revision } = alert;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the driver gives the columns in their order, untyped
    return this.#statements.chats.values({ ...fanout, development, revision, limit }) as unknown as ChatRow[];
  }

  #planAll(rows: readonly ChatRow[], alert: Alert, plan: ExpandRequest["plan"]): Iterable<NewDeliveries> {
    const alike = new Map<string, NewDeliveries>();
    for (const row of rows) {
      const planned = this.#plan(row, alert, plan);
      if (planned === null) continue;
      const [chatId, platform] = row;
      const lane = planned.isLoud ? lanes.loudNews : lanes.news;
      const holdUntil = planned.holdUntil ?? null;
      const key = `${platform} ${lane} ${holdUntil}`;
      const known = alike.get(key);
      if (known === undefined) alike.set(key, { chatIds: [chatId], platform, lane, holdUntil });
      else known.chatIds.push(chatId);
    }
    return alike.values();
  }

  /** Null: the chat gets none. */
  #plan(row: ChatRow, alert: Alert, plan: ExpandRequest["plan"]): DeliveryPlan {
    const [id, platform, channel, thread, subscription, createdAt, shownRevision, mayBeTold] = row;
    // A delivery that was claimed later than this alert was told has shown it already.
    if (shownRevision !== null && shownRevision >= alert.revision) return null;
    const chat: Chat = {
      id,
      address: { platform, channel, thread: thread === "" ? null : thread },
      state: "active",
      reason: null,
      subscription: subscriptionOf(subscription),
      createdAt,
    };
    return plan(chat, alert, shownRevision !== null || mayBeTold === 1);
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  return {
    open: db
      .select({ alertSeq: fanouts.alertSeq, cursor: fanouts.cursor })
      .from(fanouts)
      .where(sql`${fanouts.isDone} = 0`)
      .orderBy(asc(fanouts.alertSeq))
      .limit(1)
      .prepare(),
    chats: prepareChats(db),
    // Row by row it takes twice as long, and most of that for the constraints (measured: 1.7 s against 0.9 s for 100,000).
    enqueue: db
      .insert(deliveries)
      .select(
        sql`SELECT NULL, value, ${parameter("development")}, ${parameter("alertSeq")}, ${parameter("revision")},
          NULL, ${parameter("platform")}, ${parameter("lane")}, 'queued', ${parameter("isReady")}, ${parameter("dueAt")},
          0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, ${parameter("now")}, NULL
          FROM json_each(${parameter("chats")}) WHERE true`,
      )
      .onConflictDoNothing()
      .prepare(),
    advance: db
      .update(fanouts)
      .set({ cursor: bound("cursor", fanouts.cursor), isDone: bound("isDone", fanouts.isDone) })
      .where(eq(fanouts.alertSeq, parameter("alertSeq")))
      .prepare(),
  };
}

/** The columns of `ChatRow`, in its order. */
function prepareChats(db: Database) {
  const parameter = sql.placeholder;
  const isLeftOut = sql`EXISTS (SELECT 1 FROM ${catchUps} c JOIN ${catchUpParts} part ON part.catch_up_id = c.id
    WHERE c.delivery_id = called.id AND part.development_id = ${parameter("development")} AND part.place IS NULL)`;
  // A call under way, or one whose answer never came, may leave a message that a correction must reach; in a catch-up it stands for others.
  const mayBeTold = sql`${parameter("revision")} > 1 AND EXISTS (SELECT 1 FROM ${deliveries} own
    JOIN ${deliveries} called ON called.id = coalesce(own.superseded_by, own.id)
    WHERE own.chat_id = ${chats.id} AND own.development_id = ${parameter("development")}
    AND (called.state IN ('sending', 'unknown') OR (called.may_repeat = 1
      AND ((called.state = 'superseded' AND called.superseded_by IS NULL) OR ${isLeftOut}))))`;
  return db
    .select({
      id: chats.id,
      platform: chats.platform,
      channel: chats.channel,
      thread: chats.thread,
      subscription: chats.subscription,
      createdAt: chats.createdAt,
      shownRevision: shownMessages.revision,
      mayBeTold: sql<0 | 1>`${mayBeTold}`,
    })
    .from(chats)
    .leftJoin(
      shownMessages,
      and(eq(shownMessages.chatId, chats.id), eq(shownMessages.developmentId, parameter("development"))),
    )
    .where(
      and(
        eq(chats.state, "active"),
        sql`${chats.id} > ${parameter("cursor")}`,
        sql`${chats.afterAlert} < ${parameter("alertSeq")}`,
      ),
    )
    .orderBy(asc(chats.id))
    .limit(parameter("limit"))
    .prepare();
}
