import type { ArchiveStore } from "./archive-store.ts";
import type { AuditStore } from "./audit-store.ts";
import type { ChatStore } from "./chat-store.ts";
import type { DigestStore } from "./digest-store.ts";
import type { FileStore } from "./file-store.ts";
import type { HousekeepingStore } from "./housekeeping-store.ts";
import type { LedgerStore } from "./ledger-store.ts";
import type { OutboxStore } from "./outbox-store.ts";
import type { QuestionStore } from "./question-store.ts";
import type { SourceStore } from "./source-store.ts";
import type { StatsStore } from "./stats-store.ts";
import type { TrialStore } from "./trial-store.ts";
import type { UpdateStore } from "./update-store.ts";

/** What keeps everything. Narrow and asynchronous: decisions are made purely, then written once. */
export interface Store {
  /** What everybody sees. Nothing that a chat has of its own is in it or found through it. */
  readonly ledger: LedgerStore;
  readonly outbox: OutboxStore;
  readonly chats: ChatStore;
  readonly digests: DigestStore;
  readonly housekeeping: HousekeepingStore;
  readonly sources: SourceStore;
  readonly trials: TrialStore;
  readonly updates: UpdateStore;
  readonly files: FileStore;
  readonly questions: QuestionStore;
  readonly archive: ArchiveStore;
  readonly audit: AuditStore;
  readonly stats: StatsStore;
  /** What one chat has through its own sources: a ledger by itself, with ids that no other has (docs/decisions/0007-own-sources.md). */
  ownLedger(chatId: number): LedgerStore;
  /** Whether the chat has one with any development in it; most have none. */
  hasOwnLedger(chatId: number): Promise<boolean>;
  /** The chats that have one. */
  ownLedgers(): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** A storage engine as the registry lists it. */
export interface StoreEngine {
  /** What DATABASE_URL begins with; "" for the default, a file path. */
  readonly scheme: string;
  /** Opens and migrates. Throws StoreError or ConfigError with a hint. */
  open(url: string): Promise<Store>;
}
