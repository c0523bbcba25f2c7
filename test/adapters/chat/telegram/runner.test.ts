import { expect, it } from "vitest";
import { createFloodScope } from "../../../../adapters/chat/telegram/flood.ts";
import { createPace } from "../../../../adapters/chat/telegram/pace.ts";
import { createRunner, type Job } from "../../../../adapters/chat/telegram/runner.ts";
import { silentLog } from "../../../../src/log.ts";
import { createFakeClock } from "../../../fakes/clock.ts";
import { addressOf, noStop } from "./support.ts";

it("makes no call to a chat that was told to wait while an alert waited for its turn behind an answer", async () => {
  const clock = createFakeClock(Date.parse("2026-03-01T12:00:00Z"));
  const address = addressOf(7);
  const flood = createFloodScope(clock);
  const pace = createPace(clock);
  const buttons = { keep: async () => undefined, read: async () => null };
  const run = createRunner({ buttons, log: silentLog, redact: (text) => text, flood, pace }, "alerts");
  let calls = 0;
  const job: Job = {
    address,
    drawing: { stored: new Map(), droppedActions: [] },
    isEdit: false,
    call: async () => {
      calls += 1;
      return true;
    },
  };
  await pace.turn(address, noStop);
  const answer = flood.begin("answers");
  const running = run(job, noStop);
  await clock.advance(100);
  flood.refused(address, 60_000, answer);
  await clock.advance(1_000);

  expect((await running).outcome).toMatchObject({ kind: "wait", scope: "chat", retryAfterMs: 59_000 });
  expect(calls).toBe(0);
});
