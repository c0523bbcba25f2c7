import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { demoFactor, demoStartAt, startDemoServer, type DemoServer } from "../../../adapters/demo/server.ts";
import { readDemoStream } from "../../../adapters/demo/stream.ts";
import { createFakeClock, type FakeClock } from "../../fakes/clock.ts";

describe("the demo server", () => {
  let clock: FakeClock;
  let server: DemoServer;
  beforeEach(async () => {
    clock = createFakeClock(demoStartAt);
    server = await startDemoServer(clock);
  });
  afterEach(() => server.stop());

  const read = async (id: string): Promise<string> => (await fetch(`${server.origin}/${id}/feed`)).text();

  it("answers an outlet's first poll with an empty feed, however late it comes", async () => {
    await clock.advance(10 * 86_400_000);

    expect(await read("harbour-dispatch")).not.toContain("<item>");
    expect(await read("harbour-dispatch")).toContain("hd-1");
  });

  it("releases an item when the stages' clock has passed its publication", async () => {
    const { items } = readDemoStream();
    const first = items.find(
      ({ outlet, publishedAt }) => outlet === "harbour-dispatch" && publishedAt > demoStartAt,
    );
    const id = first?.id ?? "";
    await read("harbour-dispatch");

    await clock.advance((first?.publishedAt ?? 0) - demoStartAt - 1);
    const before = await read("harbour-dispatch");
    await clock.advance(1);
    const after = await read("harbour-dispatch");

    expect([before.includes(id), after.includes(id)]).toEqual([false, true]);
  });

  it.each([
    ["harbour-dispatch", "application/rss+xml", "<rss"],
    ["meridian-news", "application/atom+xml", "<feed"],
    ["nyzhnii-podil", "application/feed+json", "jsonfeed.org"],
  ])("speaks the format of %s", async (id, contentType, mark) => {
    const answer = await fetch(`${server.origin}/${id}/feed`);

    expect(answer.headers.get("content-type")).toContain(contentType);
    expect(await answer.text()).toContain(mark);
  });

  it("has a page behind each item's link", async () => {
    const page = await (await fetch(`${server.origin}/stepovyi-visnyk/sv-2`)).text();

    expect(page).toContain("250");
    expect((await fetch(`${server.origin}/stepovyi-visnyk/none`)).status).toBe(404);
  });

  it("passes all items in about three minutes", () => {
    const { items } = readDemoStream();
    const lastMs = ((items.at(-1)?.publishedAt ?? 0) - demoStartAt) / demoFactor;

    expect(lastMs).toBeGreaterThan(120_000);
    expect(lastMs).toBeLessThan(200_000);
  });
});
