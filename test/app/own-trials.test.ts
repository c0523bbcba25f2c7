import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFakeClock } from "../fakes/clock.ts";
import { answering, startFakeWeb, type FakeWeb } from "../fakes/web/server.ts";
import { readConfig } from "../../src/config.ts";
import { oneAtATime } from "../../src/main/one-at-a-time.ts";
import { createReading } from "../../src/main/reading.ts";
import { sourceTrier } from "../../src/main/try-source.ts";
import type { Source } from "../../src/model/source.ts";
import { makePollState, makeSource, noon } from "../contract/store/documents.ts";

const config = readConfig({ ALLOW_PRIVATE_SOURCES: "true" });
let web: FakeWeb;
beforeEach(async () => {
  web = await startFakeWeb();
  web.on("/feed.xml", answering(feedOf(500), { headers: { "content-type": "application/rss+xml" } }));
});
afterEach(() => web.close());

function feedOf(count: number): string {
  const items = Array.from(
    { length: count },
    (_, n) =>
      `<item><guid>${n}</guid><title>Ship ${n} left the invented harbour</title><link>https://harbour.example/${n}</link><pubDate>${new Date(noon - n * 60_000).toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>The Harbour Post</title>${items.join("")}</channel></rss>`;
}

const everybodys = (): Source => makeSource({ id: "harbour", url: `${web.origin}/feed.xml` });
const own = (): Source => ({ ...everybodys(), id: "own-7-harbour", ownerChat: 7 });

describe("where sources may stand on private addresses", () => {
  it("what a single chat follows still may not, neither looked at nor polled", async () => {
    const reading = createReading({ config, clock: createFakeClock(noon) });
    const [feed] = reading.kinds.filter(({ kind }) => kind === "feed");
    const signal = AbortSignal.timeout(10_000);

    expect((await sourceTrier(config)(own())).fault?.code).toBe("private-address");
    await expect(feed?.poll(own(), makePollState(), signal)).rejects.toMatchObject({
      code: "private-address",
    });
    expect(web.requests).toEqual([]);
    await expect(feed?.poll(everybodys(), makePollState(), signal)).resolves.toMatchObject({ kind: "items" });
    await reading.close();
  });

  it("nor may it at any address to which it is sent on", async () => {
    const elsewhere = await startFakeWeb();
    elsewhere.on(
      "/feed.xml",
      answering("", { status: 302, headers: { location: `${web.origin}/feed.xml` } }),
    );

    const trial = await sourceTrier(config, [elsewhere.origin])({
      ...own(),
      url: `${elsewhere.origin}/feed.xml`,
    });

    expect(trial.fault?.code).toBe("private-address");
    expect(web.requests).toEqual([]);
    await elsewhere.close();
  });
});

describe("a look at a single chat's source", () => {
  it("reads its twenty newest items", async () => {
    const { reports, fault } = await sourceTrier(config, [web.origin])(own());

    expect(fault).toBeNull();
    expect(reports).toHaveLength(20);
    expect(reports.at(-1)?.title).toBe("Ship 0 left the invented harbour");
  });

  it("is one at a time; a few wait, and one more is told that it is busy", async () => {
    const trier = sourceTrier(config, [web.origin]);

    const trials = await Promise.all(Array.from({ length: 5 }, () => trier(own())));

    expect(trials.map(({ fault }) => fault?.code ?? "read")).toEqual([
      "read",
      "read",
      "read",
      "read",
      "busy",
    ]);
    expect((await trier(own())).fault).toBeNull();
  });
});

describe("work that is done one at a time", () => {
  it("begins when what was asked before has ended, however that ended", async () => {
    const inTurn = oneAtATime(1);
    const order: string[] = [];
    const gate = Promise.withResolvers<void>();
    const first = inTurn(async () => {
      await gate.promise;
      order.push("first");
      throw new Error("broken");
    });
    const second = inTurn(async () => order.push("second"));

    expect(await inTurn(async () => "third")).toBeNull();
    gate.resolve();
    await expect(first).rejects.toThrow("broken");
    await second;
    expect(order).toEqual(["first", "second"]);
  });
});
