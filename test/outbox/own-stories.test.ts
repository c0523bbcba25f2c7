import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../adapters/store/index.ts";
import { composeAlert } from "../../src/alert/compose.ts";
import { defaultPolicy } from "../../src/alert/policy.ts";
import { silentLog } from "../../src/log.ts";
import type { Chat } from "../../src/model/chat.ts";
import { defaultSubscription, type Subscription } from "../../src/model/subscription.ts";
import { createDigests } from "../../src/outbox/digests.ts";
import { createDispatcher } from "../../src/outbox/dispatch.ts";
import { createExpander } from "../../src/outbox/expand.ts";
import type { SendRequest } from "../../src/ports/chat-platform.ts";
import type { Store } from "../../src/ports/store.ts";
import { createFakeClock, type FakeClock } from "../fakes/clock.ts";
import { event, figure, kyivOfficial, Story, type Told } from "../ledger/story.ts";
import { createScriptedPlatform, type ScriptedPlatform } from "./scene.ts";

const morning = Date.parse("2031-03-04T07:00:00Z");
const places = ["UA:kharkiv", "UA-63", "UA"];

function strike(at: string, dead: number, outlet = "The Invented Courier"): Told {
  return {
    at,
    outlet,
    figures: [figure("killed", "UA", dead, { places, by: kyivOfficial })],
    events: [event("strike", "done", { places })],
  };
}

/** Two chats: the first has a source of its own. */
describe("what a chat's own source reports", () => {
  let store: Store;
  let clock: FakeClock;
  let platform: ScriptedPlatform;
  let owner: Chat;
  let everybody: Story;
  let own: Story;
  let deliver: (afterMs?: number) => Promise<void>;
  let expand: () => Promise<void>;
  /** What messages and edits said, by channel and in their order. */
  let said: { readonly channel: string; readonly text: string }[];

  const wants = defaultSubscription("en", "UTC");
  const addressed = (channel: string) => ({ platform: "telegram", channel, thread: null });
  const subscribe = (channel: string, change: Partial<Subscription> = {}) =>
    store.chats.subscribe(addressed(channel), { ...wants, ...change }, clock.now());

  beforeEach(async () => {
    store = await openStore(":memory:");
    clock = createFakeClock(morning);
    platform = createScriptedPlatform(clock);
    owner = await subscribe("10");
    await subscribe("20");
    const policy = { ...defaultPolicy, holdMs: 0 };
    everybody = new Story(store, policy);
    own = new Story({ ...store, ledger: store.ownLedger(owner.id) }, policy);
    said = [];
    const heard = <Request extends Pick<SendRequest, "address" | "message">>(request: Request): Request => {
      said.push({ channel: request.address.channel, text: JSON.stringify(request.message) });
      return request;
    };
    const dispatcher = createDispatcher({
      store,
      platform: {
        ...platform,
        send: (request, signal) => platform.send(heard(request), signal),
        edit: (request, signal) => platform.edit(heard(request), signal),
      },
      compose: composeAlert,
      clock,
      log: silentLog,
      holder: "test",
    });
    const expander = createExpander({ store, clock, log: silentLog });
    expand = () => expander.expandAll();
    deliver = async (afterMs = 60_000) => {
      clock.jumpTo(clock.now() + afterMs);
      await expander.expandAll();
      while ((await dispatcher.dispatchDue()) > 0) continue;
    };
  });
  afterEach(() => store.close());

  const calls = (channel: string) =>
    platform.calls
      .filter((call) => call.channel === channel)
      .map(({ kind, isLoud, title }) => `${kind}${isLoud ? " loud" : ""}: ${/\d+/u.exec(title)?.[0]} dead`);

  it("is told there and in no other chat", async () => {
    await own.tell(strike("08:00", 3));
    await deliver();

    expect(calls("10")).toEqual(["send loud: 3 dead"]);
    expect(calls("20")).toEqual([]);
  });

  it("is told on in the same message, without a sound, when everybody's sources tell the same number", async () => {
    await own.tell(strike("08:00", 3));
    await deliver();
    await everybody.tell(strike("09:00", 3));
    await deliver();

    expect(calls("10")).toEqual(["send loud: 3 dead", "edit: 3 dead"]);
    expect(calls("20")).toEqual(["send loud: 3 dead"]);
  });

  it("is answered by a message with a sound when everybody's number differs", async () => {
    await own.tell(strike("08:00", 3));
    await deliver();
    await everybody.tell(strike("09:00", 7));
    await deliver();

    expect(calls("10")).toEqual(["send loud: 3 dead", "send loud: 7 dead", "edit: 7 dead"]);
    expect(platform.calls.find(({ title }) => title.includes("7"))?.replyTo).toBe("m1");
  });

  it("tells nothing of what everybody's sources told it, whatever number it gives", async () => {
    await everybody.tell(strike("08:00", 3));
    await deliver();
    await own.tell(strike("09:00", 3, "Own Post"));
    await deliver();
    await own.tell(strike("10:00", 9, "Own Post"));
    await deliver();

    expect(calls("10")).toEqual(["send loud: 3 dead"]);
    expect(calls("20")).toEqual(["send loud: 3 dead"]);
  });

  it("is told once when both wait in the same queue", async () => {
    await own.tell(strike("08:00", 3));
    await everybody.tell(strike("08:01", 3));
    await deliver();
    await deliver();

    expect(calls("10").filter((call) => call.startsWith("send"))).toHaveLength(1);
    expect(calls("20")).toHaveLength(1);
  });

  it("stays muted when everybody's sources take it over", async () => {
    const told = await own.tell(strike("08:00", 3));
    await deliver();
    await subscribe("10", { mutedDevelopments: told.map(({ development }) => development) });
    await everybody.tell(strike("09:00", 3));
    await deliver();
    await everybody.tell(strike("10:00", 25));
    await deliver();

    expect(calls("10")).toEqual(["send loud: 3 dead", "edit: 3 dead", "edit: 25 dead"]);
    expect(calls("20").slice(-2)).toEqual(["send loud: 25 dead", "edit: 25 dead"]);
  });

  it("goes on in everybody's updates once it was taken over, and in none of its own", async () => {
    await own.tell(strike("08:00", 3));
    await deliver();
    await everybody.tell(strike("09:00", 3));
    await deliver();
    await own.tell(strike("09:30", 8, "Own Post"));
    await deliver();
    await everybody.tell(strike("10:00", 5));
    await deliver();

    expect(calls("10").slice(2)).toEqual(["send loud: 5 dead", "edit: 5 dead"]);
  });

  it("is another thing at another place, and told beside it", async () => {
    await everybody.tell(strike("08:00", 3));
    const elsewhere = ["UA:odesa", "UA-51", "UA"];
    await own.tell({
      at: "09:00",
      figures: [figure("killed", "UA", 4, { places: elsewhere, by: kyivOfficial })],
      events: [event("strike", "done", { places: elsewhere })],
    });
    await deliver();

    expect(calls("10")).toHaveLength(2);
    expect(calls("20")).toHaveLength(1);
  });

  it("counts whatever public sources the chat has chosen", async () => {
    await subscribe("10", { sources: ["courier"] });
    await own.tell(strike("08:00", 3));
    await everybody.tell({
      ...strike("08:30", 5),
      sourceId: "other",
      events: [event("strike", "done", { places: ["UA:odesa"] })],
    });
    await deliver();

    expect(calls("10")).toEqual(["send loud: 3 dead"]);
  });

  describe("in a catch-up of what was held back", () => {
    const hourMs = 3_600_000;
    const strikeOn = (town: string, region: string, dead: number): Told => ({
      at: "08:05",
      outlet: "The Invented Courier",
      figures: [figure("killed", "UA", dead, { places: [town, region, "UA"], by: kyivOfficial })],
      events: [event("strike", "done", { places: [town, region, "UA"] })],
    });
    const others = [
      strikeOn("UA:odesa", "UA-51", 11),
      strikeOn("UA:lviv", "UA-46", 12),
      strikeOn("UA:sumy", "UA-59", 13),
    ];
    const deliverLate = async () => {
      // Nobody sends for an hour after it was spread.
      await expand();
      await deliver(hourMs);
    };
    const lastIn = (channel: string) => said.findLast((each) => each.channel === channel)?.text ?? "";

    it("is named once where everybody's sources tell it too", async () => {
      await own.tell(strike("08:00", 3, "Own Post"));
      for (const told of [strike("08:01", 3), ...others]) await everybody.tell(told);
      await deliverLate();

      expect(lastIn("10").match(/3 killed/gu)).toHaveLength(lastIn("20").match(/3 killed/gu)?.length ?? 0);
      expect(lastIn("10")).toContain("13 killed");
      expect(said.filter(({ channel }) => channel === "10")).toHaveLength(1);
    });

    it("stays one of its lines when everybody's sources tell it later", async () => {
      await own.tell(strike("08:00", 3, "Own Post"));
      for (const told of others) await everybody.tell(told);
      await deliverLate();
      const [before] = said.filter(({ channel }) => channel === "10");
      await everybody.tell(strike("09:30", 3));
      await deliver();

      expect(before?.text).toContain("3 killed");
      const calls10 = calls("10");
      expect(calls10.filter((call) => call.startsWith("send"))).toHaveLength(1);
      for (const words of ["3 killed", "11 killed", "12 killed", "13 killed"])
        expect(lastIn("10")).toContain(words);
    });
  });

  describe("in digests", () => {
    const daily = { pace: "digest", digest: { every: "day", weekday: 1, at: "09:00" } } as const;
    const elsewhere = ["UA:odesa", "UA-51", "UA"];
    let digests: ReturnType<typeof createDigests>;
    beforeEach(async () => {
      await subscribe("10", daily);
      await subscribe("20", daily);
      digests = createDigests({ store, clock, log: silentLog });
      await digests.makeDue();
    });

    /** What the digests say that are due by then, by channel. */
    async function digestsAt(instant: string): Promise<ReadonlyMap<string, string>> {
      clock.jumpTo(Date.parse(instant));
      await digests.makeDue();
      const now = clock.now();
      const lease = await store.outbox.holdSenderLease("telegram", "reader", now, 60_000);
      const fence = lease?.fence ?? 0;
      const claimed = await store.outbox.claim({
        platform: "telegram",
        now,
        leaseMs: 60_000,
        limit: 9,
        exceptChannels: [],
        fence,
        plan: () => null,
        planNotice: () => ({ isLoud: false }),
      });
      for (const each of claimed)
        await store.outbox.settle(
          each,
          { kind: "sent", messageId: `m${each.id}`, isEdit: false, revision: 0 },
          now,
        );
      return new Map(
        claimed.flatMap((each) =>
          each.kind === "notice" ? [[each.chat.address.channel, JSON.stringify(each.notice.message)]] : [],
        ),
      );
    }

    it("is in its chat's alone, and once where everybody's sources tell it too", async () => {
      await own.tell(strike("08:00", 3, "Own Post"));
      await own.tell({
        at: "08:10",
        figures: [figure("killed", "UA", 4, { places: elsewhere, by: kyivOfficial })],
        events: [event("strike", "done", { places: elsewhere })],
      });
      await everybody.tell(strike("08:20", 3));

      const told = await digestsAt("2031-03-04T09:00:30Z");

      expect(told.get("10")?.match(/3 killed/gu)).toHaveLength(1);
      expect(told.get("10")).toContain("4 killed");
      expect(told.get("20")?.match(/3 killed/gu)).toHaveLength(1);
      expect(told.get("20")).not.toContain("4 killed");
    });

    it("is told by one only, also when everybody's sources tell it a day later", async () => {
      await own.tell(strike("08:00", 3, "Own Post"));
      const first = await digestsAt("2031-03-04T09:00:30Z");
      await everybody.tell(strike("20:00", 3));

      const second = await digestsAt("2031-03-05T09:00:30Z");

      expect(first.get("10")).toContain("3 killed");
      expect(first.get("20")).not.toContain("3 killed");
      expect(second.get("10")).not.toContain("3 killed");
      expect(second.get("20")).toContain("3 killed");
    });
  });
});
