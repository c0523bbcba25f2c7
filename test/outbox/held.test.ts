import { describe, expect, it } from "vitest";
import type { Alert } from "../../src/model/alert.ts";
import type { DispatcherOptions } from "../../src/outbox/options.ts";
import { composePlainly, createScene, startAt, type Scene } from "./scene.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** It is noon in UTC when a scene begins. */
const quiet = { from: "12:00", to: "14:00", except: [] };

const titlesOf = ({ platform }: Scene) => platform.calls.map(({ title }) => title);

describe("news in quiet hours", () => {
  it("comes when they end, with its final figures, and notifies then", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { quiet });
    const dispatcher = scene.dispatcher();
    await scene.tell();
    await scene.tell({ type: "update", revision: 2, isLoud: false });
    await scene.clock.advance(2 * hourMs - 1);
    await dispatcher.dispatchDue();
    expect(titlesOf(scene)).toEqual([]);

    await scene.clock.advance(1);
    await dispatcher.dispatchDue();

    expect(scene.platform.calls).toMatchObject([{ title: "d1 r2", isLoud: true, at: startAt + 2 * hourMs }]);
  });

  it("says nothing of changes that the chat never saw", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { quiet });
    const told: string[] = [];
    const compose: DispatcherOptions["compose"] = (alerts, how) => {
      told.push(alerts.map(({ revision, changes }) => `r${revision}: ${changes.length} changes`).join(", "));
      return composePlainly(alerts, how);
    };
    const dispatcher = scene.dispatcher({ compose });
    const changes: Alert["changes"] = [{ kind: "split" }, { kind: "stage", from: "agreed", to: "done" }];
    await scene.tell();
    await scene.tell({ type: "update", revision: 2, changes });
    await scene.clock.advance(2 * hourMs);
    await dispatcher.dispatchDue();

    await scene.tell({ type: "update", revision: 3, isLoud: false, changes });
    await dispatcher.dispatchDue();

    expect(told).toEqual(["r2: 0 changes", "r3: 2 changes"]);
  });

  it("changes without sound what was told before", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { quiet: { ...quiet, from: "12:30" } });
    const dispatcher = scene.dispatcher();
    await scene.tell();
    await dispatcher.dispatchDue();
    await scene.clock.advance(hourMs);
    await scene.tell({ type: "update", revision: 2 });

    await dispatcher.dispatchDue();

    expect(scene.platform.calls[1]).toMatchObject({ kind: "edit", title: "d1 r2" });
  });

  it("comes at once when it is of a kind that may", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { quiet: { ...quiet, except: ["exchange"] } });
    await scene.tell();

    await scene.dispatcher().dispatchDue();

    expect(scene.platform.calls).toMatchObject([{ title: "d1 r1", isLoud: true }]);
  });

  it("comes as soon as the chat has given them up", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { quiet });
    const dispatcher = scene.dispatcher();
    await scene.tell();
    await dispatcher.dispatchDue();
    await scene.clock.advance(minuteMs);
    await scene.subscribe("1", { quiet: null });

    await dispatcher.dispatchDue();

    expect(titlesOf(scene)).toEqual(["d1 r1"]);
  });

  it("waits for the new end when the chat has put it off", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { quiet });
    const dispatcher = scene.dispatcher();
    await scene.tell();
    await scene.subscribe("1", { quiet: { ...quiet, to: "15:00" } });
    await scene.clock.advance(2 * hourMs);
    await dispatcher.dispatchDue();
    expect(titlesOf(scene)).toEqual([]);

    await scene.clock.advance(hourMs);
    await dispatcher.dispatchDue();

    expect(titlesOf(scene)).toEqual(["d1 r1"]);
  });

  it("does not come to a chat that has asked for other things meanwhile", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { quiet });
    const dispatcher = scene.dispatcher();
    await scene.tell();
    await scene.subscribe("1", { quiet, kinds: ["talks"] });
    await scene.clock.advance(3 * hourMs);

    await dispatcher.dispatchDue();

    expect(titlesOf(scene)).toEqual([]);
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, superseded: 1 });
  });
});

describe("news in a mute", () => {
  it("comes when a short one ends, and as soon as it is ended", async () => {
    const scene = await createScene();
    const mutedUntil = startAt + hourMs;
    await scene.subscribe("1", { mutedUntil });
    await scene.subscribe("2", { mutedUntil });
    const dispatcher = scene.dispatcher();
    await scene.tell();
    await scene.clock.advance(minuteMs);
    await scene.subscribe("2", { mutedUntil: null });
    await dispatcher.dispatchDue();
    expect(scene.platform.calls).toMatchObject([{ channel: "2", title: "d1 r1" }]);

    await scene.clock.advance(hourMs);
    await dispatcher.dispatchDue();

    expect(scene.platform.calls[1]).toMatchObject({ channel: "1", title: "d1 r1", isLoud: true });
  });

  it("is not kept over a long one", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { mutedUntil: startAt + 25 * hourMs });
    await scene.tell();
    await scene.clock.advance(26 * hourMs);

    await scene.dispatcher().dispatchDue();

    expect(titlesOf(scene)).toEqual([]);
  });
});
