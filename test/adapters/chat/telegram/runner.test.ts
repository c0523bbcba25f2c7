import { describe, expect, it } from "vitest";
import { GrammyError } from "grammy";
import { createFloodScope } from "../../../../adapters/chat/telegram/flood.ts";
import { createPace } from "../../../../adapters/chat/telegram/pace.ts";
import { createRunner, type Job } from "../../../../adapters/chat/telegram/runner.ts";
import { silentLog } from "../../../../src/log.ts";
import { createFakeClock } from "../../../fakes/clock.ts";
import { addressOf, noStop } from "./support.ts";

const address = addressOf(7);

/** A runner of alerts, and how often it called. */
function scene() {
  const clock = createFakeClock(Date.parse("2026-03-01T12:00:00Z"));
  const flood = createFloodScope(clock);
  const pace = createPace(clock);
  const buttons = { keep: async () => undefined, read: async () => null };
  const run = createRunner(
    { buttons, log: silentLog, redact: (text) => text, flood, pace, noteWait: () => undefined },
    "alerts",
  );
  const calls: string[] = [];
  const jobOf = (mayCall: () => boolean, call: Job["call"] = async () => true): Job => ({
    address,
    drawing: { stored: new Map(), droppedActions: [] },
    isEdit: false,
    mayCall,
    call: (manner) => {
      calls.push(manner.hasMarkup ? "whole" : "plain");
      return call(manner);
    },
  });
  return { clock, flood, pace, run, calls, jobOf };
}

describe("an alert that waits for its turn behind an answer", () => {
  it("is not sent to a chat that was told to wait meanwhile", async () => {
    const { clock, flood, pace, run, calls, jobOf } = scene();
    await pace.turn(address, noStop);
    const answer = flood.begin("answers");
    const running = run(
      jobOf(() => true),
      noStop,
    );
    await clock.advance(100);
    flood.refused(address, 60_000, answer);
    await clock.advance(1_000);

    expect((await running).outcome).toMatchObject({ kind: "wait", scope: "chat", retryAfterMs: 59_000 });
    expect(calls).toEqual([]);
  });

  it("is not sent by who is not the sender any more", async () => {
    const { clock, pace, run, calls, jobOf } = scene();
    await pace.turn(address, noStop);
    let isHeld = true;
    const running = run(
      jobOf(() => isHeld),
      noStop,
    );
    await clock.advance(100);
    isHeld = false;
    await clock.advance(1_000);

    expect((await running).outcome).toMatchObject({ kind: "wait", scope: "platform" });
    expect(calls).toEqual([]);
  });
});

it("sends no plain text in place of what is refused once it is not the sender any more", async () => {
  const { run, calls, jobOf } = scene();
  const refusal = { ok: false, error_code: 400, description: "Bad Request: can't parse entities" } as const;
  let isHeld = true;
  const job = jobOf(
    () => isHeld,
    async () => {
      isHeld = false;
      throw new GrammyError("refused", refusal, "sendMessage", {});
    },
  );

  expect((await run(job, noStop)).outcome).toMatchObject({ kind: "wait", scope: "platform" });
  expect(calls).toEqual(["whole"]);
});
