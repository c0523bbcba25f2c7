import { setImmediate as nextTurn } from "node:timers/promises";
import type { ClaimedDelivery } from "../../../src/model/delivery.ts";
import type {
  ClaimRequest,
  ExpandRequest,
  NewNotice,
  OutboxCounts,
  OutboxStore,
  RecentCall,
  Rest,
  Settlement,
} from "../../../src/ports/outbox-store.ts";
import { Alerts } from "./alerts.ts";
import { CatchUps } from "./catch-ups.ts";
import { Claimer, type ClaimStep, exceptClaimed, type QueuePosition, queueHead } from "./claim.ts";
import { ClockJumps } from "./clock-jumps.ts";
import type { Connection, Database } from "./connection.ts";
import { sql } from "./drizzle.ts";
import { Expander } from "./expand.ts";
import { SenderLeases } from "./leases.ts";
import { MergedStories } from "./merged.ts";
import { Notices } from "./notices.ts";
import { chats, deliveries, deliveryTotals, lanes, recentCalls } from "./schema/index.ts";
import { OwnStories } from "./own-stories.ts";
import { Rests } from "./rests.ts";
import { Settler } from "./settle.ts";
import { WaitingDeliveries } from "./waiting.ts";

/** No platform allows so many calls in the time of its longest limit. More were made by a clock that has been put back since. */
const mostCalls = 20_000;

/** The outbox in SQLite. */
export class SqliteOutbox implements OutboxStore {
  readonly #connection: Connection;
  readonly #leases: SenderLeases;
  readonly #clockJumps: ClockJumps;
  readonly #notices: Notices;
  readonly #expander: Expander;
  readonly #claimer: Claimer;
  readonly #settler: Settler;
  readonly #statements: ReturnType<typeof prepare>;
  readonly #rests: Rests;

  constructor(connection: Connection) {
    const { db } = connection;
    const alerts = new Alerts(db);
    const waiting = new WaitingDeliveries(db);
    const notices = new Notices(db);
    const catchUps = new CatchUps(db, waiting);
    this.#connection = connection;
    this.#leases = new SenderLeases(db);
    this.#clockJumps = new ClockJumps(db);
    this.#expander = new Expander(db, alerts, notices);
    this.#notices = notices;
    this.#claimer = new Claimer(db, {
      alerts,
      notices,
      merged: new MergedStories(db, alerts, waiting),
      own: new OwnStories(db, alerts),
      catchUps,
      leases: this.#leases,
      waiting,
      attempt: (work, onFault) => connection.attempt(work, onFault),
    });
    this.#settler = new Settler(db, waiting, catchUps);
    this.#statements = prepare(db);
    this.#rests = new Rests(db);
  }

  async addNotice(notice: NewNotice, now: number): Promise<boolean> {
    return this.#connection.write(() => this.#notices.add(notice, now));
  }

  async expand(request: ExpandRequest): Promise<boolean> {
    // Rows and cursor move together: what is lost is spread anew.
    return this.#connection.writeLightly(() => this.#expander.expand(request));
  }

  async claim(request: ClaimRequest): Promise<readonly ClaimedDelivery[]> {
    const claimed: ClaimedDelivery[] = [];
    let from: QueuePosition | null = queueHead;
    while (from !== null && claimed.length < request.limit) {
      const at: QueuePosition = from;
      const step = this.#claimStep(exceptClaimed(request, claimed), at, claimed.length);
      if (step === null) break;
      claimed.push(...step.claimed);
      from = step.next;
      // A queue of deliveries that nobody wants any more is long: others get their turn between the steps.
      if (from !== null && claimed.length < request.limit) await nextTurn();
    }
    return claimed;
  }

  /** Null: it failed, but not the steps before it, and what those have claimed must not be lost with it. */
  #claimStep(request: ClaimRequest, from: QueuePosition, claimed: number): ClaimStep | null {
    try {
      return this.#connection.write(() => this.#claimer.step(request, from, request.limit - claimed));
    } catch (error) {
      if (claimed === 0) throw error;
      return null;
    }
  }

  async calling(...[delivery, now, call = "send"]: Parameters<OutboxStore["calling"]>): Promise<boolean> {
    return this.#connection.write(() => this.#settler.calling(delivery, call, now));
  }

  async settle(delivery: ClaimedDelivery, settlement: Settlement, now: number): Promise<boolean> {
    return this.#connection.write(() => this.#settler.settle(delivery, settlement, now));
  }

  async resolveAbandoned(...of: Parameters<OutboxStore["resolveAbandoned"]>): Promise<number> {
    return this.#connection.write(() => this.#settler.resolveAbandoned(...of));
  }

  async bringForward(...of: Parameters<OutboxStore["bringForward"]>): Promise<number> {
    return this.#connection.write(() => this.#settler.bringForward(...of));
  }

  async countChannels(platform: string, atMost: number): Promise<number> {
    return this.#connection.readOne(
      () => this.#statements.countChannels.get({ platform, atMost })?.count ?? 0,
    );
  }

  async nextDueAt(platform: string): Promise<number | null> {
    return this.#connection.read(() => {
      const ready = this.#statements.firstReady.get({ platform })?.dueAt ?? Infinity;
      const waiting = this.#statements.firstDue.get({ platform })?.dueAt ?? Infinity;
      const next = Math.min(ready, waiting);
      return next === Infinity ? null : next;
    });
  }

  async callsSince(platform: string, since: number): Promise<readonly RecentCall[]> {
    return this.#connection.read(() =>
      this.#statements.callsSince.all({ platform, since, limit: mostCalls }).toReversed(),
    );
  }

  async noteCalls(platform: string, calls: readonly RecentCall[], now: number): Promise<void> {
    this.#connection.write(() => this.#settler.noteCalls(platform, calls, now));
  }

  async noteRest(platform: string, rest: Rest, now: number): Promise<void> {
    this.#connection.write(() => this.#rests.note(platform, rest, now));
  }

  async restsOf(platform: string, now: number): Promise<readonly Rest[]> {
    return this.#connection.read(() => this.#rests.open(platform, now));
  }

  async waitingSince(platform: string): Promise<number | null> {
    return this.#connection.readOne(() => this.#statements.waitingSince.get({ platform })?.createdAt ?? null);
  }

  async holdSenderLease(
    ...[platform, holder, now, leaseMs]: Parameters<OutboxStore["holdSenderLease"]>
  ): Promise<{ readonly fence: number; readonly absentMs: number } | null> {
    return this.#connection.write(() => {
      const { fence, putBackMs, missedMs, absentMs } = this.#leases.hold(platform, holder, { now, leaseMs });
      if (putBackMs > 0) this.#clockJumps.putBack(platform, putBackMs, now);
      if (fence !== null && missedMs > 0) this.#clockJumps.missed(platform, fence, missedMs);
      return fence === null ? null : { fence, absentMs };
    });
  }

  async releaseSenderLease(platform: string, holder: string): Promise<void> {
    this.#connection.write(() => this.#leases.release(platform, holder));
  }

  async counts(): Promise<OutboxCounts> {
    return this.#connection.read(() => {
      const total = new Map(this.#statements.totals.all().map((row) => [row.name, row.count]));
      const unknown = this.#statements.unknown.get()?.count ?? 0;
      const waiting = (this.#statements.ready.get()?.count ?? 0) + (this.#statements.due.get()?.count ?? 0);
      return {
        queued: waiting - unknown,
        sending: this.#statements.sending.get()?.count ?? 0,
        sent: total.get("sent") ?? 0,
        failed: total.get("failed") ?? 0,
        superseded: total.get("superseded") ?? 0,
        unknown,
        possibleRepeats: total.get("possibleRepeats") ?? 0,
      };
    });
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const isReady = sql`${deliveries.isReady} = 1`;
  const isWaiting = sql`${deliveries.isReady} = 0 AND ${deliveries.state} IN ('queued', 'unknown')`;
  const ofPlatform = sql`${deliveries.platform} = ${parameter("platform")}`;
  // Each of them is as long as what is on its way, never as what was ever sent: a partial index holds it.
  const count = (where: ReturnType<typeof sql>) =>
    db
      .select({ count: sql<number>`count(*)` })
      .from(deliveries)
      .where(where)
      .prepare();
  return {
    totals: db.select().from(deliveryTotals).prepare(),
    ready: count(isReady),
    due: count(isWaiting),
    unknown: count(sql`${deliveries.state} = 'unknown'`),
    sending: count(sql`${deliveries.state} = 'sending'`),
    firstReady: db
      .select({ dueAt: deliveries.dueAt })
      .from(deliveries)
      .where(sql`${ofPlatform} AND ${isReady}`)
      .orderBy(deliveries.lane, deliveries.id)
      .limit(1)
      .prepare(),
    ...prepareTimes(db),
    countChannels: db
      .select({ count: sql<number>`count(*)` })
      .from(
        sql`(SELECT DISTINCT channel FROM ${chats} WHERE ${chats.platform} = ${parameter("platform")} AND ${chats.state} = 'active'
          LIMIT ${parameter("atMost")})`,
      )
      .prepare(),
    firstDue: db
      .select({ dueAt: sql<number | null>`min(${deliveries.dueAt})` })
      .from(deliveries)
      .where(sql`${ofPlatform} AND ${isWaiting}`)
      .prepare(),
  };
}

/** What is asked about time. */
function prepareTimes(db: Database) {
  const parameter = sql.placeholder;
  return {
    callsSince: db
      .select({ channel: recentCalls.channel, at: recentCalls.at })
      .from(recentCalls)
      .where(
        sql`${recentCalls.platform} = ${parameter("platform")} AND ${recentCalls.at} >= ${parameter("since")}`,
      )
      .orderBy(sql`${recentCalls.at} DESC`)
      .limit(parameter("limit"))
      .prepare(),
    // The first of each lane is its oldest.
    waitingSince: db
      .select({ createdAt: sql<number | null>`min(${deliveries.createdAt})` })
      .from(deliveries)
      .where(
        sql`${deliveries.id} IN (${sql.join(
          Object.values(lanes).map(
            (
              lane,
            ) => sql`SELECT * FROM (SELECT id FROM ${deliveries} WHERE platform = ${parameter("platform")}
              AND is_ready = 1 AND lane = ${sql.raw(String(lane))} ORDER BY id LIMIT 1)`,
          ),
          sql` UNION ALL `,
        )})`,
      )
      .prepare(),
  };
}
