import { expect, it } from "vitest";
import { Intake } from "../../../../adapters/chat/telegram/intake.ts";
import { platformName } from "../../../../adapters/chat/telegram/limits.ts";
import { silentLog } from "../../../../src/log.ts";
import { memoryUpdates } from "./memory.ts";

it("leaves turns of the event loop to others while a burst of updates is handled", async () => {
  const updates = memoryUpdates();
  const burst = Array.from({ length: 200 }, (_, index) => ({
    id: index,
    body: JSON.stringify({ update_id: index, message: { chat: { id: index } } }),
  }));
  await updates.saveUpdates(platformName, burst, 0);
  let handled = 0;
  const seen: number[] = [];
  const intake = new Intake({
    updates,
    log: silentLog,
    abandoned: new AbortController().signal,
    arrive: () => Promise.resolve(),
    handle() {
      handled += 1;
      return Promise.resolve();
    },
  });

  await intake.take();
  // As an alert's timer or answer would come: in the next turn, again and again.
  const look = (): void => {
    seen.push(handled);
    if (handled < burst.length) setImmediate(look);
  };
  setImmediate(look);
  await intake.settled();

  expect(handled).toBe(200);
  const most = Math.max(...seen.slice(1).map((count, index) => count - (seen[index] ?? 0)));
  expect(most).toBeLessThanOrEqual(20);
});
