import type { Source } from "../model/source.ts";

/** A chat's wish for a source of its own that is being read for the first time. */
export interface OpenTrial {
  /** With `ownerChat`; its id is the wish's. */
  readonly source: Source;
  /** Who waits for what comes of it, as the commands wrote it. */
  readonly asker: string;
  readonly askedAt: number;
  /** How often a process has begun to read it. */
  readonly begun: number;
}

/** Sources that are being read for a chat, so that a restart loses none of them. They go with the chat: `ChatStore.forget` deletes them. */
export interface TrialStore {
  /** False: the same is being read already. */
  begin(trial: OpenTrial): Promise<boolean>;
  /** One more process begins to read it. False: it is not wanted any more. */
  beginAgain(sourceId: string): Promise<boolean>;
  /** Those of one chat, or of all; the oldest first. */
  list(chatId?: number): Promise<readonly OpenTrial[]>;
  /** False: it was not wanted any more. */
  end(sourceId: string): Promise<boolean>;
}
