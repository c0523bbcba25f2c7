/** A question that waits for one person's answer in a chat. */
export interface OpenQuestion {
  readonly platform: string;
  /** The chat's id on the platform. */
  readonly channel: string;
  /** The message that asks. */
  readonly messageId: string;
  /** Who may answer, beside the chat itself: its administrators may write in its name. */
  readonly userId: string;
  /** What the answer is for, as the platform's adapter wrote it. */
  readonly body: string;
  readonly expiresAt: number;
}

/**
 * What buttons and questions stand for, where a platform's own limits leave no room for it: a restart or a long wait must not leave a
 * button dead or an answer unread.
 */
export interface QuestionStore {
  /** Keeps what buttons with this key stand for. The same key always stands for the same. */
  saveButton(platform: string, key: string, body: string): Promise<void>;
  /** Null: no button of ours has that key. */
  button(platform: string, key: string): Promise<string | null>;
  /** Those that have expired by `now` are forgotten. */
  open(question: OpenQuestion, now: number): Promise<void>;
  /** What waits for the person in the chat and has not expired, the newest first. */
  waiting(
    of: Pick<OpenQuestion, "platform" | "channel" | "userId">,
    now: number,
  ): Promise<readonly OpenQuestion[]>;
  /** What a message asks; null: nothing, or it has expired. */
  askedBy(
    message: Pick<OpenQuestion, "platform" | "channel" | "messageId">,
    now: number,
  ): Promise<OpenQuestion | null>;
  /** False: it was not open any more. */
  close(question: Pick<OpenQuestion, "platform" | "channel" | "messageId">): Promise<boolean>;
}
