import { describe, expect, it, vi } from "vitest";
import { openStore } from "../../../../adapters/store/index.ts";
import { silentLog, type Log } from "../../../../src/log.ts";
import type { Alert } from "../../../../src/model/alert.ts";
import type { Subscription } from "../../../../src/model/subscription.ts";
import { createDispatcher } from "../../../../src/outbox/dispatch.ts";
import { createExpander } from "../../../../src/outbox/expand.ts";
import {
  alertOf,
  commitAlert,
  composeCatchUpPlainly,
  composePlainly,
  wantsAll,
} from "../../../outbox/scene.ts";
import { never, openStage } from "./stage.ts";

const minuteMs = 60_000;

/** A channel of the fake Discord that is told by the outbox, with buttons under what it is told. */
async function openChannel(kind: "text" | "forum" = "text") {
  const stage = await openStage();
  const { clock, fake } = stage;
  const { id } = kind === "text" ? fake.channel(fake.channelId) : fake.addChannel("posts", kind);
  const here = { ...stage.here, channel: id };
  const store = await openStore(":memory:");
  const logged: string[] = [];
  const log: Log = (level, message) => void logged.push(`${level}: ${message}`);
  const dispatcher = createDispatcher({
    store,
    platform: stage.platform,
    compose: (alerts, how) => ({
      ...composePlainly(alerts, how),
      actions: [{ command: "why", argument: "d1", label: "Why?" }],
    }),
    composeCatchUp: composeCatchUpPlainly,
    clock,
    log,
    holder: "this",
    gatherMs: 0,
  });
  const subscribe = (wishes: Partial<Subscription> = {}) =>
    store.chats.subscribe(here, { ...wantsAll, ...wishes }, clock.now());
  await subscribe();
  return {
    store,
    clock,
    fake,
    here,
    logged,
    subscribe,
    start: () => stage.platform.start(never),
    keepsStoriesApart: () => stage.platform.keepsStoriesApart?.(here) ?? false,
    async dispatchAfter(ms: number) {
      await clock.advance(ms);
      await dispatcher.dispatchDue();
    },
    async tell(alert: Partial<Alert> = {}) {
      await commitAlert(store, alertOf({ at: clock.now(), ...alert }));
      await createExpander({ store, clock, log: silentLog }).expandAll();
      await dispatcher.dispatchDue();
    },
    /** What stands in the channel, or in a forum's posts, oldest first. */
    standing: () =>
      fake
        .messages()
        .flatMap(({ isDeleted, channelId, body }) =>
          isDeleted || fake.channel(channelId).isDeleted ? [] : [body["content"]],
        ),
    loseReply: () =>
      fake.script({
        method: "POST",
        path: kind === "forum" ? `${id}/threads` : "",
        trouble: { kind: "lost-reply" },
      }),
  };
}
type Channel = Awaited<ReturnType<typeof openChannel>>;

describe("news that arrived and was not answered, dropped before it is repeated", () => {
  it.each<[string, (channel: Channel) => Promise<unknown>]>([
    ["as the channel wants digests for a moment", ({ subscribe }) => subscribe({ pace: "digest" })],
    ["as it leaves for a moment", ({ store, here, clock }) => store.chats.unsubscribe(here, clock.now())],
  ])("%s, is not taken for the next revision", async (_, narrow) => {
    const channel = await openChannel();
    channel.loseReply();
    await channel.tell();
    await narrow(channel);
    await channel.dispatchAfter(10_000);
    await channel.subscribe();

    await channel.tell({ type: "update", revision: 2 });
    await channel.dispatchAfter(minuteMs);

    expect(channel.standing().at(-1)).toContain("d1 r2");
  });
});

describe("what arrived and was not answered, where it would not be sent again", () => {
  it("is found and put right after the channel has come to want digests", async () => {
    const channel = await openChannel();
    channel.loseReply();
    await channel.tell();
    await channel.subscribe({ pace: "digest" });
    await channel.dispatchAfter(10 * minuteMs);

    await channel.tell({ type: "correction", revision: 2, isLoud: false });

    expect(channel.standing()).toEqual([expect.stringContaining("d1 r2")]);
  });

  it("is no message at all where it did not arrive", async () => {
    const channel = await openChannel();
    channel.fake.script({ method: "POST", trouble: { kind: "status", status: 502 } });
    await channel.tell();
    await channel.subscribe({ pace: "digest" });
    await channel.dispatchAfter(10 * minuteMs);

    await channel.tell({ type: "correction", revision: 2, isLoud: false });

    expect(channel.standing()).toEqual([]);
    expect(await channel.store.outbox.counts()).toMatchObject({ failed: 0, unknown: 0 });
  });

  it("is told again with a mark where the history may not be read and it was wrong", async () => {
    const channel = await openChannel();
    await channel.start();
    channel.fake.channel(channel.fake.channelId).permissions.delete("READ_MESSAGE_HISTORY");
    channel.loseReply();
    await channel.tell();
    await channel.subscribe({ pace: "digest" });
    await channel.dispatchAfter(10 * minuteMs);
    expect(channel.standing()).toHaveLength(1);

    await channel.tell({ type: "correction", revision: 2, isLoud: false });

    expect(channel.standing().at(-1)).toContain("d1 r2 (possible repeat)");
  });

  it("is a loud answer that is told on once the channel wants no sounds", async () => {
    const channel = await openChannel();
    await channel.tell();
    await channel.clock.advance(10_000);
    channel.loseReply();
    await channel.tell({ type: "update", revision: 2 });
    await channel.subscribe({ loudness: "silent" });
    await channel.dispatchAfter(minuteMs);

    await channel.tell({ type: "correction", revision: 3, isLoud: false });

    expect(channel.standing().at(-1)).toContain("d1 r3");
    expect(channel.standing().join("\n")).not.toContain("d1 r2");
  });
});

describe("a message that was deleted while the development was muted", () => {
  it("leaves its key to none: what is told within the nonce's minutes is a new message", async () => {
    const channel = await openChannel();
    await channel.tell();
    channel.fake.deleteMessage(channel.fake.messages()[0]?.id ?? "");
    await channel.subscribe({ mutedDevelopments: ["d1"] });
    await channel.tell({ type: "update", revision: 2 });
    await channel.dispatchAfter(30_000);
    expect(channel.standing()).toEqual([]);
    expect(channel.logged.join("\n")).toContain("the message was deleted");

    await channel.subscribe();
    await channel.tell({ type: "update", revision: 3 });

    expect(channel.standing()).toEqual([expect.stringContaining("d1 r3")]);
  });
});

describe("news in a forum whose post is deleted, told in a new post that goes unanswered", () => {
  it.each<[string, Partial<Subscription>]>([
    ["wants no sounds", { loudness: "silent" }],
    ["wants digests", { pace: "digest" }],
  ])("is found and put right once the forum %s", async (_, wishes) => {
    const forum = await openChannel("forum");
    await forum.tell();
    forum.fake.deleteChannel(forum.fake.messages()[0]?.channelId ?? "");
    forum.loseReply();
    await forum.tell({ type: "update", revision: 2 });
    expect(forum.standing()).toEqual([expect.stringContaining("d1 r2")]);
    await forum.subscribe(wishes);
    await forum.dispatchAfter(minuteMs);

    await forum.tell({ type: "correction", revision: 3, isLoud: false });
    await forum.dispatchAfter(minuteMs);

    expect(forum.standing()).toEqual([expect.stringContaining("d1 r3")]);
  });
});

describe("a forum for which much has waited", () => {
  it("gets a post for each development, and no message that tells several", async () => {
    const forum = await openChannel("forum");
    await forum.start();
    await vi.waitFor(() => expect(forum.keepsStoriesApart()).toBe(true));
    forum.fake.script({ method: "POST", trouble: { kind: "too-many", scope: "user", retryAfter: 1_800 } });
    for (const development of ["d1", "d2", "d3", "d4", "d5"]) await forum.tell({ development });
    for (let round = 0; round < 5; round += 1) await forum.dispatchAfter(31 * minuteMs);

    const names = forum.fake.messages().map(({ channelId }) => forum.fake.channel(channelId).name);
    expect(names.toSorted()).toEqual(["d1 r1", "d2 r1", "d3 r1", "d4 r1", "d5 r1"]);
  });
});
