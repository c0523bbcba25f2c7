import type { Development, DevelopmentId } from "../../../src/model/development.ts";
import type {
  ArchiveStore,
  ChatTraces,
  DaysQuery,
  FoundReport,
  ToldState,
} from "../../../src/ports/archive-store.ts";
import type { Connection, Database } from "./connection.ts";
import { alias, and, asc, desc, eq, gt, or, sql } from "./drizzle.ts";
import { everybody, type LedgerDocuments } from "./ledger-documents.ts";
import {
  catchUpParts,
  catchUps,
  deliveries,
  developments,
  reportDevelopments,
  reports,
  shownMessages,
} from "./schema/index.ts";
import { SearchIndex } from "./search-index.ts";

/** Look-ups in SQLite. */
export class SqliteArchive implements ArchiveStore {
  readonly #connection: Connection;
  readonly #documents: LedgerDocuments;
  readonly #index: SearchIndex;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(connection: Connection, documents: LedgerDocuments) {
    this.#connection = connection;
    this.#documents = documents;
    this.#index = new SearchIndex(connection.db, documents);
    this.#statements = prepare(connection.db);
  }

  async developmentShownAs(chatId: number, messageId: string): Promise<DevelopmentId | null> {
    return this.#connection.read(() => {
      const of = { chatId, messageId };
      const [shown, another] = this.#statements.shown.all(of);
      // A catch-up tells several: which one is meant nobody can know.
      if (another !== undefined) return null;
      return shown?.id ?? this.#statements.sent.get(of)?.id ?? null;
    });
  }

  async developmentsShownAs(chatId: number, messageId: string): Promise<readonly DevelopmentId[]> {
    return this.#connection.read(() => {
      const of = { chatId, messageId };
      const shown = this.#statements.shown.all(of);
      const told = shown.length > 0 ? shown : this.#statements.sent.all(of);
      return told.map(({ id }) => id);
    });
  }

  async toldState(chatId: number, development: DevelopmentId): Promise<ToldState | null> {
    return this.#connection.read(() => {
      const found =
        this.#documents.development(development) ?? this.#documents.development(development, chatId);
      return this.#statements.told.get({ chatId, id: found?.id ?? development }) ?? null;
    });
  }

  async reportAt(urls: readonly string[], ownerChat: number = everybody): Promise<FoundReport | null> {
    return this.#connection.read(() => {
      const row = this.#statements.report.get({ urls: JSON.stringify(urls), owner: ownerChat });
      if (row === undefined) return null;
      const { owner, ...found } = row;
      const ids = this.#statements.supported.all({ reportId: found.report.id }).map(({ id }) => id);
      return { ...found, developments: this.#followed(ids, owner) };
    });
  }

  async developmentsOn(query: DaysQuery): Promise<readonly Development[]> {
    const { subject, fromDate, toDate, conflicts, limit, toldOnly = false } = query;
    return this.#connection.read(() => {
      const found = this.#statements.days.all({
        subject,
        fromDate,
        toDate,
        anyConflict: conflicts === null ? 1 : 0,
        conflicts: JSON.stringify(conflicts ?? []),
        toldOnly: toldOnly ? 1 : 0,
        limit,
      });
      return this.#documents.developments(found);
    });
  }

  async countSince(at: number): Promise<{ readonly reports: number; readonly told: number }> {
    return this.#connection.read(() => ({
      reports: this.#statements.reportCount.get({ at })?.count ?? 0,
      told: this.#statements.toldCount.get({ at })?.count ?? 0,
    }));
  }

  async tracesOf(chatId: number): Promise<ChatTraces> {
    return this.#connection.read(() => ({
      deliveries: this.#statements.deliveryCount.get({ chatId })?.count ?? 0,
      shownMessages: this.#statements.shownCount.get({ chatId })?.count ?? 0,
    }));
  }

  async unindexed(limit: number): ReturnType<ArchiveStore["unindexed"]> {
    return this.#connection.read(() => this.#index.unindexed(limit));
  }

  async index(...[entries, upTo]: Parameters<ArchiveStore["index"]>): Promise<void> {
    this.#connection.write(() => this.#index.replace(entries, upTo));
  }

  async search(...[groups, page]: Parameters<ArchiveStore["search"]>): Promise<readonly DevelopmentId[]> {
    return this.#connection.read(() => this.#index.search(groups, page));
  }

  #followed(ids: readonly DevelopmentId[], owner: number): readonly Development[] {
    const followed = ids.flatMap((id) => this.#documents.development(id, owner) ?? []);
    return [...new Map(followed.map((development) => [development.id, development])).values()];
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const count = sql<number>`count(*)`;
  const { chatId, developmentId, messageId, firstMessageId } = shownMessages;
  const carrier = alias(deliveries, "carrier");
  const isMessage = or(eq(messageId, parameter("messageId")), eq(firstMessageId, parameter("messageId")));
  const placeInCatchUp = sql`(SELECT ${catchUpParts.place} FROM ${catchUpParts} JOIN ${catchUps} ON ${catchUps.id} = ${catchUpParts.catchUpId}
    WHERE ${catchUps.chatId} = ${parameter("chatId")} AND ${catchUps.messageId} = ${parameter("messageId")}
      AND ${catchUpParts.developmentId} = ${developmentId})`;
  return {
    ...prepareLedger(db),
    shown: db
      .select({ id: developmentId })
      .from(shownMessages)
      .where(and(eq(chatId, parameter("chatId")), isMessage))
      .orderBy(placeInCatchUp, sql`length(${developmentId})`, developmentId)
      .prepare(),
    sent: db
      .select({ id: sql<string>`${deliveries.developmentId}` })
      .from(deliveries)
      .where(
        sql`${deliveries.chatId} = ${parameter("chatId")} AND ${deliveries.messageId} = ${parameter("messageId")}
          AND ${deliveries.developmentId} IS NOT NULL`,
      )
      .limit(1)
      .prepare(),
    // What another delivery was sent for, as in a catch-up, became what that one did.
    told: db
      .select({ state: carrier.state, why: carrier.why, dueAt: carrier.dueAt })
      .from(deliveries)
      .innerJoin(carrier, sql`${carrier.id} = coalesce(${deliveries.supersededBy}, ${deliveries.id})`)
      .where(
        sql`${deliveries.chatId} = ${parameter("chatId")} AND ${deliveries.developmentId} = ${parameter("id")}
          AND ${carrier.state} <> 'superseded'`,
      )
      .orderBy(desc(deliveries.alertSeq))
      .limit(1)
      .prepare(),
    deliveryCount: db
      .select({ count })
      .from(deliveries)
      .where(eq(deliveries.chatId, parameter("chatId")))
      .prepare(),
    shownCount: db
      .select({ count })
      .from(shownMessages)
      .where(eq(chatId, parameter("chatId")))
      .prepare(),
  };
}

function prepareLedger(db: Database) {
  const parameter = sql.placeholder;
  const isEverybodys = sql`${developments.owner} = ${sql.raw(String(everybody))}`;
  const count = sql<number>`count(*)`;
  return {
    // Written as the index `reports_url` is, so that it is used, and with a plus, so that no other is.
    report: db
      .select({ report: reports.report, reading: reports.reading, owner: reports.owner })
      .from(reports)
      .where(
        sql`report ->> '$.url' IN (SELECT value FROM json_each(${parameter("urls")}))
          AND +${reports.owner} IN (${parameter("owner")}, ${sql.raw(String(everybody))})`,
      )
      // What everybody sees goes before a chat's own.
      .orderBy(asc(reports.owner), desc(reports.seenAt))
      .limit(1)
      .prepare(),
    supported: db
      .select({ id: reportDevelopments.developmentId })
      .from(reportDevelopments)
      .where(eq(reportDevelopments.reportId, parameter("reportId")))
      .prepare(),
    // Likewise `developments_subject_day`.
    days: db
      .select({ id: developments.id, version: developments.version })
      .from(developments)
      .where(
        sql`${isEverybodys} AND ${developments.subject} = ${parameter("subject")}
          AND ${developments.firstDay} BETWEEN ${parameter("fromDate")} AND ${parameter("toDate")}
          AND ${developments.mergedInto} IS NULL
          AND (${parameter("toldOnly")} = 0 OR ${developments.isTold} = 1)
          AND (${parameter("anyConflict")} = 1 OR ${developments.conflict} IN (SELECT value FROM json_each(${parameter("conflicts")})))`,
      )
      .orderBy(desc(developments.firstDay))
      .limit(parameter("limit"))
      .prepare(),
    reportCount: db
      .select({ count })
      .from(reports)
      .where(and(eq(reports.owner, everybody), gt(reports.seenAt, parameter("at"))))
      .prepare(),
    toldCount: db
      .select({ count })
      .from(developments)
      .where(
        sql`${isEverybodys} AND ${developments.mergedInto} IS NULL AND ${developments.lastSeenAt} > ${parameter("at")} AND ${developments.isTold} = 1`,
      )
      .prepare(),
  };
}
