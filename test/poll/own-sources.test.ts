import { expect, it } from "vitest";
import { sourceAt } from "./memory-sources.ts";
import { feedUrl, pollWhenDue } from "./one-source.ts";
import { createRig, item, items, START_AT } from "./rig.ts";

it("lets sources of single chats rest where they are not allowed any more", async () => {
  const own = sourceAt("own", "https://own.example/feed", { ownerChat: 4 });
  const [on, off] = [{}, { restsOwn: true }].map((options) =>
    createRig([sourceAt("a", feedUrl), own], options),
  );

  await on?.poller.pollDue();
  await off?.poller.pollDue();

  expect(on?.asked.toSorted()).toEqual(["a", "own"]);
  expect(off?.asked).toEqual(["a"]);
});

it("reads the fifty newest items of a single chat's source, and the older ones never", async () => {
  const rig = createRig([sourceAt("own-7", feedUrl, { ownerChat: 7 })]);
  const list = Array.from({ length: 120 }, (_, n) =>
    item([`id:${n}`], `${n}`, { publishedAt: START_AT - n * 1_000 }),
  );
  rig.answer(() => items(list));
  await rig.poller.pollDue();
  expect(rig.reports.map(({ title }) => title)).toEqual(Array.from({ length: 50 }, (_, n) => `${49 - n}`));

  rig.answer(() => items([item(["id:new"], "new", { publishedAt: START_AT + 1_000 }), ...list]));
  await pollWhenDue(rig, "own-7");

  expect(rig.reports.slice(50).map(({ title }) => title)).toEqual(["new"]);
});

it("reads a long text of a single chat's source up to a whole sentence, and of everybody's all", async () => {
  const text = "On Monday 12 000 people came home. ".repeat(1_000);
  const rig = createRig([sourceAt("own-7", feedUrl, { ownerChat: 7 }), sourceAt("a", "https://a.example/")]);
  rig.answer(() => items([item(["id:1"], "1", { text })]));

  await rig.poller.pollDue();

  const lengths = rig.reports.map((report) => report.text.length).toSorted((a, b) => a - b);
  expect(lengths).toEqual([571 * 35 - 1, text.length]);
  expect(rig.reports.every((report) => report.text.trim().endsWith("came home."))).toBe(true);
});
