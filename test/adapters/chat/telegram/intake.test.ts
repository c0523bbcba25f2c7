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

/** Updates of chats of their own, from an id on. */
function updatesFrom(first: number, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    id: first + index,
    body: JSON.stringify({ update_id: first + index, message: { chat: { id: first + index } } }),
  }));
}

it("goes on with what no room was left for, though nothing more comes and all else is done while it looks", async () => {
  const updates = memoryUpdates();
  const reading = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  let reads = 0;
  const slowly: typeof updates = {
    ...updates,
    // The second look at the store lasts until all that was under way is done.
    async pendingUpdates(platform, limit) {
      reads += 1;
      if (reads === 2) {
        reading.resolve();
        await release.promise;
      }
      return await updates.pendingUpdates(platform, limit);
    },
  };
  const handled: number[] = [];
  const may = Promise.withResolvers<void>();
  const intake = new Intake({
    updates: slowly,
    log: silentLog,
    abandoned: new AbortController().signal,
    arrive: () => Promise.resolve(),
    async handle(_, { id }) {
      if (id < 240) await may.promise;
      handled.push(id);
    },
  });
  await updates.saveUpdates(platformName, updatesFrom(0, 240), 0);
  await intake.take();
  await updates.saveUpdates(platformName, updatesFrom(240, 60), 0);

  const second = intake.take();
  await reading.promise;
  may.resolve();
  await intake.settled();
  release.resolve();
  await second;
  await intake.settled();

  expect(handled).toHaveLength(300);
});
