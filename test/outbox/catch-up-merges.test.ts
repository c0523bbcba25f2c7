import { describe, expect, it } from "vitest";
import type { SendOutcome } from "../../src/ports/chat-platform.ts";
import type { ClaimRequest } from "../../src/ports/outbox-store.ts";
import { commitAlert, createScene, startAt, type Scene } from "./scene.ts";
import { figure, strike } from "./told-stories.ts";

const minuteMs = 60_000;
const unanswered: SendOutcome = { kind: "unknown", why: "no answer" };

/** A chat whose catch-up of d5, d4, d3, d2, d1 was not answered. */
async function unansweredCatchUp(tellsRepeats = false): Promise<Scene> {
  const scene = await createScene({ tellsRepeats });
  await scene.subscribe("1");
  for (const development of ["d1", "d2", "d3", "d4", "d5"]) {
    await scene.tell({ development });
    await scene.clock.advance(minuteMs);
  }
  await scene.clock.advance(30 * minuteMs);
  scene.platform.script = (_, index) => (index === 0 ? unanswered : null);
  await scene.dispatcher().dispatchDue();
  return scene;
}

const later = async (scene: Scene, ms = 10_000) => {
  await scene.clock.advance(ms);
  await scene.dispatcher().dispatchDue();
};
const titlesOf = ({ platform }: Scene, channel: string) =>
  platform.calls.slice(1).flatMap((call) => (call.channel === channel ? [call.title] : []));

describe("developments of an unanswered catch-up that turn out to be one with another", () => {
  it.each([false, true])(
    "are told by the repeat, whichever delivery carries it (repeats told: %s)",
    async (tellsRepeats) => {
      const scene = await unansweredCatchUp(tellsRepeats);
      await scene.subscribe("2");
      for (const from of ["d5", "d4"])
        await scene.tell({ development: from, type: "update", revision: 2, mergedInto: "d3" });
      await scene.tell({ development: "d6" });

      await later(scene);

      expect(titlesOf(scene, "1")[0]).toBe(
        tellsRepeats ? "d3 r1, d2 r1, d1 r1" : "d3 r1, d2 r1, d1 r1 (possible repeat)",
      );
      expect(titlesOf(scene, "1").slice(1)).toContain("d6 r1");
      expect(titlesOf(scene, "2")).toContain("d6 r1");
      expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, unknown: 0, failed: 0 });
    },
  );

  it("go on in a message of their own where that one is not in it", async () => {
    const scene = await unansweredCatchUp();
    await scene.tell({ development: "d5", type: "update", revision: 2, mergedInto: "d9" });
    await scene.tell({ development: "d9" });

    await later(scene);

    expect(titlesOf(scene, "1")).toEqual(["d4 r1, d3 r1, d2 r1, d1 r1 (possible repeat)", "d9 r1"]);
  });

  it.each([1, 5])("wait for it with what is merged into one of them (%i others)", async (others) => {
    const scene = await unansweredCatchUp(true);
    scene.platform.script = ({ mayRepeat }) => (mayRepeat ? unanswered : null);
    // Then other messages are tried.
    for (const waitMs of [5_000, 20_000, 80_000]) await later(scene, waitMs);
    const fresh = Array.from({ length: others }, (_, index) => `d${10 + index}`);
    for (const development of fresh) await scene.tell({ development });
    await scene.tell({ development: "d10", type: "update", revision: 2, isLoud: false, mergedInto: "d1" });

    await later(scene, 0);
    scene.platform.script = (call) => (call.mayRepeat ? { kind: "sent", messageId: "m1" } : null);
    await later(scene, 60 * minuteMs);
    await later(scene, 60 * minuteMs);

    const sent = scene.platform.calls.slice(1).filter(({ kind }) => kind === "send");
    expect(
      sent.filter(({ title, key }) => /\bd1 r/u.test(title) && key !== scene.platform.calls[0]?.key),
    ).toEqual([]);
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, unknown: 0, failed: 0 });
  });

  it("leave the others in it where only they are not wanted and are told anew later", async () => {
    const scene = await unansweredCatchUp();
    scene.platform.script = (_, index) => (index <= 1 ? unanswered : null);
    await scene.subscribe("1", { mutedDevelopments: ["d5"] });
    await later(scene);
    await scene.subscribe("1", {});
    await scene.tell({ development: "d5", type: "update", revision: 2 });

    await later(scene, 0);
    await later(scene, 30 * minuteMs);

    expect(titlesOf(scene, "1").toSorted()).toEqual([
      "d4 r1, d3 r1, d2 r1, d1 r1 (possible repeat)",
      "d4 r1, d3 r1, d2 r1, d1 r1 (possible repeat)",
      "d5 r2",
    ]);
  });
});

describe("held developments that turn out to be one with another", () => {
  it.each([
    { from: "d1", into: "d5" },
    { from: "d5", into: "d1" },
  ])("have one line in the catch-up ($from into $into)", async ({ from, into }) => {
    const scene = await createScene();
    await scene.subscribe("1");
    for (const development of ["d1", "d2", "d3", "d4", "d5"]) await scene.tell({ development });
    await scene.tell({ development: from, type: "update", revision: 2, isLoud: false, mergedInto: into });
    await scene.clock.advance(30 * minuteMs);

    await scene.dispatcher().dispatchDue();

    const told = scene.platform.calls.map(({ title }) => title.split(", ").toSorted());
    expect(told).toEqual([["d2 r1", "d3 r1", "d4 r1", `${into} r1`].toSorted()]);
    expect(await scene.store.outbox.counts()).toMatchObject({ queued: 0, sending: 0, sent: 1 });
    expect(scene.logged).toEqual([]);
  });
});

describe("a muted development that turns out to be one with a held one", () => {
  it("takes that out of the catch-up, whichever of them is looked at first", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    for (const development of ["d1", "d2", "d3", "d4", "d5", "d6"]) await scene.tell({ development });
    await scene.subscribe("1", { mutedDevelopments: ["d6"] });
    await scene.tell({ development: "d6", type: "update", revision: 2, isLoud: false, mergedInto: "d1" });
    await scene.clock.advance(30 * minuteMs);

    await scene.dispatcher().dispatchDue();

    expect(scene.platform.calls.map(({ title }) => title.split(", ").toSorted())).toEqual([
      ["d2 r1", "d3 r1", "d4 r1", "d5 r1"],
    ]);
    expect(scene.logged).toEqual([]);
  });
});

describe("everybody's news that takes over what a chat's own source told", () => {
  it("has one line in the catch-up that told both, also where it was left out of that", async () => {
    const scene = await createScene();
    const { store, clock } = scene;
    const chat = await scene.subscribe("1");
    const strikeOn = (development: string, town: string, dead: number) => ({
      ...strike({ figures: [figure({ low: dead, high: dead })], places: [town] }),
      at: clock.now(),
      development,
    });
    await commitAlert(
      { ...store, ledger: store.ownLedger(chat.id) },
      { ...strikeOn("own", "UA:odesa", 3), ownerChat: chat.id },
    );
    await scene.tell(strikeOn("d2", "UA:kharkiv", 7));
    await scene.tell(strikeOn("d3", "UA:kyiv", 8));
    await scene.tell(strikeOn("d4", "UA:sumy", 9));
    scene.platform.script = (_, index) => (index === 0 ? unanswered : null);
    await later(scene, 60 * minuteMs);
    await scene.subscribe("1", { mutedDevelopments: ["d2"] });
    await later(scene);
    await scene.subscribe("1", {});

    await scene.tell({ ...strikeOn("d2", "UA:odesa", 3), type: "update", revision: 2 });
    await scene.tell(strikeOn("d9", "UA:kherson", 30));
    await later(scene, 0);

    const lines = (title = "") => title.replace(" (possible repeat)", "").split(", ").toSorted();
    const [repeat, ...after] = scene.platform.calls.slice(1);
    expect(lines(repeat?.title)).toEqual(["d3 r1", "d4 r1", "own r1"]);
    expect(after.map(({ kind, title }) => [kind, lines(title)])).toEqual([
      ["edit", ["d2 r2", "d3 r1", "d4 r1"]],
      ["send", ["d9 r1"]],
    ]);
    expect(scene.logged.filter(({ level }) => level === "error")).toEqual([]);
  });
});

describe("a row whose claim fails", () => {
  it("is put off for some minutes while the others are claimed, and says so", async () => {
    const scene = await createScene();
    for (const channel of ["1", "2", "3"]) await scene.subscribe(channel);
    await scene.tell();
    const { outbox } = scene.store;
    const lease = await outbox.holdSenderLease("telegram", "this", startAt, 3_600_000);
    const failed: unknown[] = [];
    const request = (now: number, isBad: boolean): ClaimRequest => ({
      platform: "telegram",
      now,
      leaseMs: minuteMs,
      limit: 10,
      exceptChannels: [],
      fence: lease?.fence ?? 0,
      plan(chat) {
        if (isBad && chat.address.channel === "2") throw new Error("a plan that fails");
        return { isLoud: true };
      },
      planNotice: () => ({ isLoud: true }),
      onFailed: (fault) => failed.push(fault),
    });
    const channels = async (now: number, isBad: boolean) =>
      (await outbox.claim(request(now, isBad))).map(({ chat }) => chat.address.channel);

    expect(await channels(startAt, true)).toEqual(["1", "3"]);
    expect(failed).toEqual([
      {
        delivery: expect.any(Number),
        chat: expect.any(Number),
        why: expect.stringContaining("a plan that fails"),
      },
    ]);
    expect(await channels(startAt + minuteMs, false)).toEqual([]);
    expect(await channels(startAt + 5 * minuteMs, false)).toEqual(["2"]);
  });
});
