import type { Waiting } from "./chat-looks.ts";
import { lanes } from "./schema/index.ts";

/**
 * When an unanswered send is due again, where what is newer waits for that: else each revision would be one more possible repeat. News that
 * notifies does not wait. Null: nothing is waited for.
 */
export function repeatAwaited(group: readonly Waiting[], now: number): number | null {
  const unanswered = group.findLast((row) => row.mayRepeat);
  if (unanswered === undefined || unanswered.isReady || unanswered.dueAt <= now) return null;
  const isUrged = group.some((row) => row.isReady && row.lane === lanes.loudNews);
  return isUrged ? null : unanswered.dueAt;
}
