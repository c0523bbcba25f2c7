import { describe, expect, it } from "vitest";
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
import { openStage } from "./stage.ts";

const minuteMs = 60_000;

/** A channel of the fake Discord that is told by the outbox, with buttons under what it is told. */
async function openChannel() {
  const stage = await openStage();
  const { clock, fake, here } = stage;
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
    dispatch: () => dispatcher.dispatchDue(),
    async dispatchAfter(ms: number) {
      await clock.advance(ms);
      await dispatcher.dispatchDue();
    },
    async tell(alert: Partial<Alert> = {}) {
      await commitAlert(store, alertOf({ at: clock.now(), ...alert }));
      await createExpander({ store, clock, log: silentLog }).expandAll();
      await dispatcher.dispatchDue();
    },
    /** What stands in the channel, oldest first. */
    standing: () => fake.messages().flatMap(({ isDeleted, body }) => (isDeleted ? [] : [body["content"]])),
    loseReply: () => fake.script({ method: "POST", trouble: { kind: "lost-reply" } }),
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
