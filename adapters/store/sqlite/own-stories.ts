import type { Alert } from "../../../src/model/alert.ts";
import type { DevelopmentId } from "../../../src/model/development.ts";
import type { StoryRules } from "../../../src/ports/outbox-store.ts";
import type { Alerts } from "./alerts.ts";
import type { Database } from "./connection.ts";
import { sql } from "./drizzle.ts";
import { everybody } from "./ledger-documents.ts";
import { prepareHasOwn } from "./ledger-state.ts";
import { deliveries, developments, shownMessages } from "./schema/index.ts";

/** Where what a chat has of its own and what everybody is told are one story. Call it inside a transaction. */
export class OwnStories {
  readonly #alerts: Alerts;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database, alerts: Alerts) {
    this.#alerts = alerts;
    this.#statements = prepare(db);
  }

  /** Whether the chat has developments of its own; most have none at all. */
  hasAny(chatId: number): boolean {
    return this.#statements.hasAny.get({ chatId }) !== undefined;
  }

  /** The chat's own development that stands in a message of it and that the alert tells as well. Null: none. */
  shownOwn(chatId: number, alert: Alert, rules: StoryRules): Alert | null {
    const query = { chatId, kind: alert.kind, since: alert.at - rules.reachMs };
    return this.#first(this.#statements.shownOwn.all(query), (own) => rules.areOne(own, alert));
  }

  /** Whether the chat was told, or may have been, through everybody's ledger of what an alert of its own tells. */
  isToldAnyway(chatId: number, own: Alert, rules: StoryRules): boolean {
    const query = { chatId, kind: own.kind, since: own.at - rules.reachMs };
    return this.#first(this.#statements.told.all(query), (other) => rules.areOne(own, other)) !== null;
  }

  #first(found: readonly { readonly id: DevelopmentId }[], isIt: (alert: Alert) => boolean): Alert | null {
    for (const { id } of found) {
      const alert = this.#alerts.newest(id);
      if (alert !== null && isIt(alert)) return alert;
    }
    return null;
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const near = sql`${developments.kind} = ${parameter("kind")} AND ${developments.lastSeenAt} >= ${parameter("since")}
    AND ${developments.mergedInto} IS NULL`;
  const shown = sql`SELECT 1 FROM ${shownMessages} s WHERE s.chat_id = ${parameter("chatId")} AND s.development_id = ${developments.id}`;
  const isOwn = sql`${developments.owner} = ${parameter("chatId")}`;
  return {
    hasAny: prepareHasOwn(db),
    shownOwn: db
      .select({ id: developments.id })
      .from(developments)
      .where(sql`${isOwn} AND ${near} AND EXISTS (${shown} AND s.message_id IS NOT NULL)`)
      .prepare(),
    told: db
      .select({ id: developments.id })
      .from(developments)
      .where(
        sql`${developments.owner} = ${sql.raw(String(everybody))} AND ${near} AND ${developments.isTold} = 1 AND (EXISTS (${shown})
          OR EXISTS (SELECT 1 FROM ${deliveries} d WHERE d.chat_id = ${parameter("chatId")} AND d.development_id = ${developments.id}
            AND d.state IN ('sending', 'unknown')))`,
      )
      .prepare(),
  };
}
