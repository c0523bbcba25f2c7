import { describe, expect, it } from "vitest";
import { makeDevelopment, noon } from "../contract/store/documents.ts";
import { wordsOf, type Rig } from "./rig.ts";
import { begin, courier, labels, second, trail } from "./admin-rig.ts";

describe("the audit log", () => {
  it("keeps who did what to what, how it was and how it is", async () => {
    const rig = await begin();
    await rig.type("/sources pause courier");
    rig.become(second);
    await rig.type("/sources edit courier name The New Courier");
    await rig.type("/sources add https://feeds.example/a");
    await rig.type("/sources add https://feeds.example/a");
    await rig.type("/sources remove courier yes");
    await rig.type("/announce Hello");

    expect((await trail(rig)).toReversed()).toEqual([
      "telegram:1 source.pause courier [polled] [paused] done",
      `telegram:2 source.edit courier [name: ${courier.name}] [name: The New Courier] done`,
      "telegram:2 source.add example-a [] [https://feeds.example/a] done",
      "telegram:2 source.add example-a [] [https://feeds.example/a] refused",
      `telegram:2 source.remove courier [${courier.url}] [] done`,
      "telegram:2 announce  [] [Hello] open",
    ]);
  });

  it.each([
    ["en", "What admins did", "telegram:1: pause courier. polled → paused", "More"],
    ["uk", "Що робили адміністратори", "telegram:1: призупинити courier. polled → paused", "Ще"],
    ["ru", "Что делали администраторы", "telegram:1: приостановить courier. polled → paused", "Ещё"],
  ])("is read page by page (%s)", async (language, title, line, more) => {
    const rig = await begin(language);
    await rig.type("/sources pause courier");
    for (let count = 0; count < 12; count++) await rig.type("/sources resume courier");

    const first = await rig.type("/audit");
    const second = await rig.press(first, more);

    expect(first.title).toBe(title);
    expect(wordsOf(first)).not.toContain(line);
    expect(wordsOf(second)).toContain(line);
    expect(labels(second)).toEqual([]);
  });

  it("has an act before it is done: one that a fault ended is there, and so is one of unknown end", async () => {
    const rig = await begin();
    await rig.store.audit.begin({
      at: noon,
      by: "telegram:1",
      act: "source.pause",
      subject: "courier",
      before: "",
      after: "",
    });
    const broken: Rig = await begin("en", { review: () => Promise.reject(new Error("the disk is full")) });
    await broken.store.ledger.commit({
      version: 0,
      report: null,
      change: {
        cause: { kind: "hold" },
        at: noon,
        developments: [makeDevelopment({ reports: [] })],
        operations: [],
      },
      alerts: [],
    });

    expect(wordsOf(await rig.type("/audit"))).toContain("pause courier (begun; its end is not known)");
    expect((await broken.type("/review hold d1")).title).toContain("not your fault");
    expect(await trail(broken)).toEqual(["telegram:1 review.hold d1 [] [] failed"]);
  });
});
