import type { OpenQuestion, QuestionStore } from "../../../src/ports/question-store.ts";
import type { Connection, Database } from "./connection.ts";
import { and, desc, eq, excluded, gt, lte, sql } from "./drizzle.ts";
import { buttons, questions } from "./schema/index.ts";

/** Buttons and questions in SQLite. */
export class SqliteQuestions implements QuestionStore {
  readonly #connection: Connection;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#statements = prepare(connection.db);
  }

  async saveButton(platform: string, key: string, body: string): Promise<void> {
    this.#connection.write(() => {
      this.#statements.saveButton.run({ platform, key, body });
    });
  }

  async button(platform: string, key: string): Promise<string | null> {
    return this.#connection.readOne(() => this.#statements.button.get({ platform, key })?.body ?? null);
  }

  async open(question: OpenQuestion, now: number): Promise<void> {
    this.#connection.write(() => {
      this.#statements.forget.run({ now });
      this.#statements.open.run({ ...question, now });
    });
  }

  async waiting(...[of, now]: Parameters<QuestionStore["waiting"]>): Promise<readonly OpenQuestion[]> {
    return this.#connection.readOne(() => this.#statements.waiting.all({ ...of, now }));
  }

  async askedBy(...[message, now]: Parameters<QuestionStore["askedBy"]>): Promise<OpenQuestion | null> {
    return this.#connection.readOne(() => this.#statements.askedBy.get({ ...message, now }) ?? null);
  }

  async close(question: Parameters<QuestionStore["close"]>[0]): Promise<boolean> {
    return this.#connection.write(() => this.#statements.close.run({ ...question }).changes > 0);
  }
}

function prepare(db: Database) {
  const parameter = sql.placeholder;
  const { platform, channel, messageId, userId, body, openedAt, expiresAt } = questions;
  const inChat = and(eq(platform, parameter("platform")), eq(channel, parameter("channel")));
  return {
    saveButton: db
      .insert(buttons)
      .values({ platform: parameter("platform"), key: parameter("key"), body: parameter("body") })
      .onConflictDoNothing()
      .prepare(),
    button: db
      .select({ body: buttons.body })
      .from(buttons)
      .where(and(eq(buttons.platform, parameter("platform")), eq(buttons.key, parameter("key"))))
      .prepare(),
    open: db
      .insert(questions)
      .values({
        platform: parameter("platform"),
        channel: parameter("channel"),
        messageId: parameter("messageId"),
        userId: parameter("userId"),
        body: parameter("body"),
        openedAt: parameter("now"),
        expiresAt: parameter("expiresAt"),
      })
      .onConflictDoUpdate({
        target: [platform, channel, messageId],
        set: {
          userId: excluded(userId),
          body: excluded(body),
          openedAt: excluded(openedAt),
          expiresAt: excluded(expiresAt),
        },
      })
      .prepare(),
    forget: db
      .delete(questions)
      .where(lte(expiresAt, parameter("now")))
      .prepare(),
    waiting: db
      .select({ platform, channel, messageId, userId, body, expiresAt })
      .from(questions)
      .where(and(inChat, eq(userId, parameter("userId")), gt(expiresAt, parameter("now"))))
      .orderBy(desc(openedAt), desc(sql`rowid`))
      .prepare(),
    askedBy: db
      .select({ platform, channel, messageId, userId, body, expiresAt })
      .from(questions)
      .where(and(inChat, eq(messageId, parameter("messageId")), gt(expiresAt, parameter("now"))))
      .prepare(),
    close: db
      .delete(questions)
      .where(and(inChat, eq(messageId, parameter("messageId"))))
      .prepare(),
  };
}
