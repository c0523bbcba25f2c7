import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../adapters/store/index.ts";
import { readConfig } from "../../src/config.ts";
import { textsOf } from "../../src/languages/texts.ts";
import { adminAddresses } from "../../src/main/admin-addresses.ts";
import { createSourceAlarms, type SourceAlarms } from "../../src/main/source-alarms.ts";
import type { PollState } from "../../src/model/source.ts";
import type { NewNotice } from "../../src/ports/outbox-store.ts";
import type { Store } from "../../src/ports/store.ts";
import { createFakeClock, type FakeClock } from "../fakes/clock.ts";
import { FRESH, sourceAt } from "../poll/memory-sources.ts";
import { HOUR_MS, MINUTE_MS, START_AT } from "../poll/rig.ts";

const healthy: PollState = { ...FRESH, firstPolledAt: START_AT, lastSuccessAt: START_AT };
const failing: PollState = {
  ...healthy,
  failures: 9,
  firstFailureAt: START_AT - 7 * HOUR_MS,
  failure: { code: "http-403", text: "The server forbids us to read it. (HTTP 403)" },
};
const admins = adminAddresses(
  readConfig({ TELEGRAM_ADMIN_IDS: "1,2", DISCORD_ADMIN_CHANNEL_ID: "900", DISCORD_ADMIN_IDS: "77" }),
);

describe("alarms of sources", () => {
  let store: Store;
  let clock: FakeClock;
  /** Notices that the outbox took, as `chat text`. */
  let taken: string[];
  let logged: string[];
  let lastRoundAt: number | null;
  let isBusy: boolean;

  beforeEach(async () => {
    store = await openStore(":memory:");
    clock = createFakeClock(START_AT);
    [taken, logged, lastRoundAt, isBusy] = [[], [], null, false];
    for (const id of ["a", "b"]) {
      await store.sources.add(sourceAt(id, `https://${id}.example/feed`), START_AT);
      await store.sources.saveState(id, healthy);
    }
  });
  afterEach(() => store.close());

  const addNotice = async (notice: NewNotice, now: number): Promise<boolean> => {
    if (isBusy) throw new Error("busy");
    const isTaken = await store.outbox.addNotice(notice, now);
    if (isTaken) taken.push(`${chatOf(notice)} ${textOf(notice)}`);
    return isTaken;
  };
  const watching = (language = "en"): SourceAlarms =>
    createSourceAlarms({
      sources: store.sources,
      polling: { lastRoundAt: () => lastRoundAt },
      outbox: { addNotice },
      admins,
      text: (key, args) => textsOf(language).text(key, args),
      language,
      clock,
      log: (level, message, fields) =>
        void logged.push([level, message, fields?.["source"] ?? ""].join(" ").trim()),
    });
  /** A process that looks for some minutes. */
  const run = async (minutes: number, language?: string): Promise<void> => {
    const alarms = watching(language);
    alarms.start();
    await clock.advance(minutes * MINUTE_MS);
    await alarms.stop();
  };

  it("come once to each admin's chat, with their cause, and so does the end", async () => {
    const alarms = watching();
    alarms.start();
    await clock.advance(MINUTE_MS);
    await store.sources.saveState("a", failing);
    await clock.advance(5 * MINUTE_MS);
    const first = taken.splice(0);
    await store.sources.saveState("a", healthy);
    await clock.advance(5 * MINUTE_MS);
    await alarms.stop();

    const cause = "Outlet a (a): The last 9 polls failed: The server forbids us to read it. (HTTP 403)";
    expect(first).toEqual([`telegram:1 ${cause}`, `telegram:2 ${cause}`, `discord:900 ${cause}`]);
    expect(taken).toEqual(
      ["telegram:1", "telegram:2", "discord:900"].map((chat) => `${chat} Outlet a works again.`),
    );
    expect(logged).toEqual(["warn A source needs attention. a", "warn A source works again. a"]);
  });

  it("are not repeated by a restart, and what went wrong while nobody looked is told after it", async () => {
    await store.sources.saveState("a", failing);
    await run(2);
    await store.sources.saveState("b", failing);
    await run(2);

    expect(taken.filter((line) => line.startsWith("telegram:1")).map((line) => line.split(":")[1])).toEqual([
      "1 Outlet a (a)",
      "1 Outlet b (b)",
    ]);
  });

  it("are said in the language that is set", async () => {
    await store.sources.saveState("a", failing);
    await run(1, "uk");

    expect(taken[0]).toContain("Сервер забороняє нам це читати. (HTTP 403)");
  });

  it("say that the poller has stopped, and that it goes on", async () => {
    lastRoundAt = START_AT;
    const alarms = watching();
    alarms.start();
    await clock.advance(5 * MINUTE_MS);
    lastRoundAt = clock.now();
    await clock.advance(MINUTE_MS);
    await alarms.stop();

    expect(taken.filter((line) => line.startsWith("telegram:1"))).toEqual([
      "telegram:1 The polling of all sources has stopped. Restart the bot, and look into its log.",
      "telegram:1 The sources are polled again.",
    ]);
  });

  it("are kept until the store takes them", async () => {
    const alarms = watching();
    alarms.start();
    await clock.advance(MINUTE_MS);
    await store.sources.saveState("a", failing);
    isBusy = true;
    await clock.advance(2 * MINUTE_MS);
    isBusy = false;
    await clock.advance(MINUTE_MS);
    await alarms.stop();

    expect(taken).toHaveLength(3);
    expect(logged).toContain("error The sources could not be looked at, or admins not be told of them.");
  });
});

function chatOf({ to }: NewNotice): string {
  return to !== "all" && "address" in to ? `${to.address.platform}:${to.address.channel}` : "?";
}

function textOf({ message }: NewNotice): string {
  return message.blocks.flatMap((block) => (block.kind === "text" ? [block.text] : [])).join("\n");
}
