import { describe, expect, it } from "vitest";
import { at, daily, dayMs, digestsAt, digestsOf, hourMs, linesOf, takeQueued } from "./digest-scene.ts";
import { createScene, startAt } from "./scene.ts";

describe("when a digest comes", () => {
  it("comes each day at the hour of the chat's clock, once", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { ...daily, timeZone: "Asia/Kolkata" });
    const digests = digestsOf(scene);

    // 18:00 in India is 12:30 in UTC.
    expect(await digestsAt(scene, at("2025-05-23T12:29:59Z"), digests)).toHaveLength(0);
    expect(await digestsAt(scene, at("2025-05-23T12:30:00Z"), digests)).toHaveLength(1);
    expect(await digestsAt(scene, at("2025-05-24T12:29:59Z"), digests)).toHaveLength(0);
    expect(await digestsAt(scene, at("2025-05-24T12:30:00Z"), digests)).toHaveLength(1);
  });

  it("comes once a week where that is asked for", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { pace: "both", digest: { every: "week", weekday: 7, at: "09:00" } });
    const digests = digestsOf(scene);

    expect(await digestsAt(scene, at("2025-05-25T08:59:00Z"), digests)).toHaveLength(0);
    const [digest, ...more] = await digestsAt(scene, at("2025-06-01T08:00:00Z"), digests);

    expect(more).toEqual([]);
    expect(digest?.title).toBe("The week to 25 May 2025");
  });

  it("comes late, and once for all of the time, after a time without a process", async () => {
    const scene = await createScene();
    await scene.subscribe("1", daily);
    await digestsOf(scene).makeDue();
    await scene.tell({ development: "d1" });
    await scene.clock.advance(3 * dayMs);
    await scene.tell({ development: "d2" });

    const [digest, ...more] = await digestsAt(scene, at("2025-05-26T13:00:00Z"));

    expect(more).toEqual([]);
    expect(linesOf(digest)).toContain("New: 2");
    expect(linesOf(digest)).toContain("This digest comes late: it was due at 25 May at 18:00.");
    expect(linesOf(digest)).toContain("From 23 May at 12:00 to 26 May at 12:00.");
    // And that of the day comes at its hour.
    expect(await digestsAt(scene, at("2025-05-26T18:00:00Z"))).toHaveLength(1);
  });

  it("is none for a chat that wants its news at once, and begins anew when that is changed", async () => {
    const scene = await createScene();
    await scene.subscribe("1");
    await scene.tell();
    expect(await digestsAt(scene, at("2025-05-24T20:00:00Z"))).toEqual([]);

    await scene.subscribe("1", daily);

    const [digest] = await digestsAt(scene, at("2025-05-25T18:00:00Z"));
    expect(linesOf(digest)).toContain("Nothing that this chat follows was told in this time.");
  });

  it("comes at once for a chat that is heard again after its hour has passed in a mute, once that day", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { ...daily, mutedUntil: at("2025-05-25T12:00:00Z") });
    const digests = digestsOf(scene);
    expect(await digestsAt(scene, at("2025-05-24T19:00:00Z"), digests)).toEqual([]);

    await scene.subscribe("1", { ...daily, mutedUntil: null });

    expect(await digestsAt(scene, at("2025-05-24T19:01:00Z"), digests)).toHaveLength(1);
    expect(await digestsAt(scene, at("2025-05-25T17:59:00Z"), digests)).toEqual([]);
    expect(await digestsAt(scene, at("2025-05-25T18:00:00Z"), digests)).toHaveLength(1);
  });

  it("is no second one on a day when its hour is put off", async () => {
    const scene = await createScene();
    await scene.subscribe("1", daily);
    expect(await digestsAt(scene, at("2025-05-23T18:00:00Z"))).toHaveLength(1);
    await scene.tell();

    await scene.subscribe("1", { ...daily, digest: { every: "day", weekday: 1, at: "20:00" } });

    expect(await digestsAt(scene, at("2025-05-23T21:00:00Z"))).toEqual([]);
    const [digest] = await digestsAt(scene, at("2025-05-24T20:00:00Z"));
    expect(linesOf(digest)).toContain("New: 1");
  });

  it("waits while the chat is muted, and then tells of all of the time", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { ...daily, mutedUntil: at("2025-05-25T00:00:00Z") });
    await scene.tell();

    expect(await digestsAt(scene, at("2025-05-24T18:00:00Z"))).toEqual([]);
    const [digest] = await digestsAt(scene, at("2025-05-25T18:00:00Z"));

    expect(linesOf(digest)).toContain("New: 1");
  });

  it("loses nothing for a chat that is muted for ever", async () => {
    const scene = await createScene();
    await scene.subscribe("muted", { ...daily, mutedUntil: startAt + 36_500 * dayMs });
    for (const revision of [1, 2, 3, 4]) await scene.tell({ development: "d1", revision });
    await scene.subscribe("reader", daily);
    await scene.tell({ development: "d2" });

    const [digest, ...more] = await digestsAt(scene, at("2025-05-23T18:00:00Z"), digestsOf(scene, 3));

    expect(more).toEqual([]);
    expect(linesOf(digest)).toContain("New: 1");
  });

  it("reads for each chat from where its own last one ended, when there is too much for one reading", async () => {
    const scene = await createScene();
    await scene.subscribe("behind", { ...daily, kinds: ["strike"] });
    for (const revision of [1, 2, 3, 4]) await scene.tell({ development: "d1", revision });
    await scene.subscribe("reader", daily);
    await scene.tell({ development: "d2" });

    const made = await digestsAt(scene, at("2025-05-23T18:00:00Z"), digestsOf(scene, 3));

    expect(made.map(linesOf).filter((lines) => lines.includes("New: 1"))).toHaveLength(1);
  });

  it("says that there is more than it holds, and the next one goes on from there", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { ...daily, kinds: ["exchange"] });
    for (const revision of [1, 2]) await scene.tell({ development: "d1", kind: "strike", revision });
    await scene.clock.advance(hourMs);
    await scene.tell({ development: "d2" });
    const digests = digestsOf(scene, 2);

    const [cut] = await digestsAt(scene, at("2025-05-23T18:00:00Z"), digests);
    const [next] = await digestsAt(scene, at("2025-05-24T18:00:00Z"), digests);

    expect(linesOf(cut)).toContain(
      "More has been told since 23 May at 12:00 than one digest holds: the next one goes on from there.",
    );
    expect(linesOf(cut).join("\n")).not.toContain("Nothing that this chat follows");
    expect(linesOf(next)).toContain("From 23 May at 12:00 to 24 May at 18:00.");
    expect(linesOf(next)).toContain("New: 1");
  });

  it("is made by a loop as well, to the second", async () => {
    const scene = await createScene();
    await scene.subscribe("1", daily);
    const digests = digestsOf(scene);
    digests.start(new AbortController().signal);
    await scene.clock.advance(6 * hourMs + 1_000);
    await digests.stop();

    expect(await takeQueued(scene)).toHaveLength(1);
  });

  it("keeps others' from nobody when one cannot be made", async () => {
    const scene = await createScene();
    await scene.subscribe("1", { ...daily, timeZone: "Nowhere/Atall" });
    await scene.subscribe("2", daily);

    expect(await digestsAt(scene, at("2025-05-23T18:00:00Z"))).toHaveLength(1);
    expect(scene.logged.map(({ message }) => message)).toContain("a digest could not be made (defect)");
  });
});
