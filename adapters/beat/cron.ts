import { schedule, type ScheduledTask } from "node-cron";

import type { Beat } from "../../src/ports/beat.ts";

/**
 * A beat by node-cron, on the machine's real clock. Beats that the event loop was too busy for are not made up for.
 *
 * @param everySeconds 1-30, a divisor of 60, so that the beat is even over the minute
 */
export function createBeat({ everySeconds }: { readonly everySeconds: number }): Beat {
  let task: ScheduledTask | null = null;
  return {
    start(run) {
      void task?.destroy();
      task = schedule(`*/${everySeconds} * * * * *`, run, {
        name: "beat",
        // A beat that came too late is followed by the next; node-cron would write to the console about it.
        suppressMissedWarning: true,
      });
    },
    stop() {
      void task?.destroy();
      task = null;
    },
  };
}
