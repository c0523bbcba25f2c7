import type { Clock } from "../clock.ts";
import { tellOfApprovals } from "../commands/admin/approval-notice.ts";
import type { CommandContext } from "../commands/context.ts";
import { messageOf } from "../errors.ts";
import type { Log } from "../log.ts";

/** An approval waits a minute at least. */
const everyMs = 5_000;

export interface ApprovalDeskOptions {
  readonly context: CommandContext;
  /** The machine's clock, by which it looks. */
  readonly clock: Clock;
  readonly log: Log;
}

/** Tells admins of what waits for them. What was told stands in the store, so a restart repeats nothing and loses nothing. */
export interface ApprovalDesk {
  start(): void;
  /** Ends after the look under way. */
  stop(): Promise<void>;
}

export function createApprovalDesk({ context, clock, log }: ApprovalDeskOptions): ApprovalDesk {
  const ending = new AbortController();
  const told = new Set<string>();
  let running: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      await tellOfApprovals(context, told).catch((error: unknown) =>
        log("error", "Admins could not be told of what waits for an approval.", { error: messageOf(error) }),
      );
      await clock.sleep(everyMs, ending.signal);
    }
  }

  return {
    start: () => void (running = run()),
    async stop() {
      ending.abort();
      await running;
    },
  };
}
