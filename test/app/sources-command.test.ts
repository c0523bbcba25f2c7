import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSourceKinds } from "../../adapters/source/index.ts";
import { sourceKindNames } from "../../adapters/source/kinds.ts";
import { openStore } from "../../adapters/store/index.ts";
import { silentLog } from "../../src/log.ts";
import { offersOf, readCatalogue, seedCatalogue } from "../../src/main/catalogue.ts";
import { createPoller } from "../../src/poll/poller.ts";
import { makeSource, noon } from "../contract/store/documents.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { answering, startFakeWeb } from "../fakes/web/server.ts";
import { items, PACE } from "../poll/rig.ts";
import { runCliHere, runCliIn, type Outcome } from "./cli.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tallywire-sources-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const settingsOf = (settings: Record<string, string>) => ({ DATABASE_URL: "store.db", ...settings });
const run = (args: readonly string[], settings: Record<string, string> = {}): Promise<Outcome> =>
  runCliHere(folder, ["sources", ...args], settingsOf(settings));
const runWith = (input: string, args: readonly string[]): Promise<Outcome> =>
  runCliIn(folder, ["sources", ...args], { settings: settingsOf({}), input });

/** Followed by every new store. */
const firstId = readCatalogue()[0]?.id ?? "";

describe("tallywire sources", () => {
  it("adds a source beside the catalogue, lists it with its health, pauses and removes it", async () => {
    const added = await run(
      ["add", "https://outlet.example/feed", "--name", "Outlet", "--lang", "uk", "--side", "UA"].concat([
        "--urgent",
        "--state-controlled",
      ]),
    );
    const paused = await run(["pause", "outlet-example-feed"]);
    const list = await run(["list"]);
    const removed = await run(["remove", "outlet-example-feed"]);
    const again = await run(["remove", "outlet-example-feed"]);

    expect([added.code, paused.code, list.code, removed.code, again.code]).toEqual([0, 0, 0, 0, 1]);
    expect(list.out).toContain(
      "outlet-example-feed  Outlet (feed, uk, UA, urgent, state-controlled)  https://outlet.example/feed\n    paused: Paused by an admin.",
    );
    expect(list.out).toContain(`${readCatalogue().length + 1} sources`);
    expect(again.err).toContain("No source is called outlet-example-feed");
    const store = await openStore(join(folder, "store.db"));
    const acts = await store.audit.list({ limit: 10 });
    await store.close();
    expect(acts.map(({ by, act, outcome }) => `${by} ${act} ${outcome ?? "open"}`)).toEqual([
      "cli source.remove refused",
      "cli source.remove done",
      "cli source.pause done",
      "cli source.add done",
    ]);
  });

  it.each([
    [["add", "ftp://outlet.example"], "Only http and https"],
    [["add", "http://127.0.0.1/feed"], "private or reserved address"],
    [["add", "https://outlet.example", "--side", "ua"], "no side"],
    [["add", "https://outlet.example", "--lang", "Ukrainian"], "no language tag"],
    [["edit", "nobody", "--urgent"], "No source is called nobody"],
    [["edit", firstId], "Nothing is to be changed"],
    [["edit", firstId, "--url", "http://[::1]/rss"], "private or reserved address"],
    [["import", "none.opml"], "ENOENT"],
  ])("says what is wrong with %j", async (args, words) => {
    const { code, err } = await run(args);

    expect(code).toBe(1);
    expect(err).toContain(words);
  });

  it("edits a source: what is said of it, and its address", async () => {
    const id = "outlet-example-feed";
    await run(["add", "https://outlet.example/feed", "--urgent", "--side", "UA", "--state-controlled"]);
    const edited = await run(
      ["edit", id, "--name", "The\nOutlet", "--lang", "uk", "--side", "none", "--no-urgent"].concat([
        "--note",
        "slow at night",
        "--url",
        "https://new.example/rss",
      ]),
    );
    const list = await run(["list"]);

    expect(edited.code).toBe(0);
    expect(list.out).toContain(
      `${id}  The Outlet (feed, uk, state-controlled)  https://new.example/rss\n    unpolled: Not polled yet.\n    slow at night\n`,
    );
  });

  it("exports what it follows and imports it elsewhere, once", async () => {
    await run([
      "add",
      "https://outlet.example/feed",
      "--name",
      "“Outlet” & Co",
      "--side",
      "x-invented",
      "--article",
    ]);
    await run(["export", "all.opml"]);
    const elsewhere = { DATABASE_URL: "other.db" };
    const first = await run(["import", "all.opml"], elsewhere);
    const second = await run(["import", "all.opml"], elsewhere);
    const exported = await run(["export"], elsewhere);

    const known = readCatalogue().length;
    expect(first.out).toBe(`1 added, ${known} followed already.\n`);
    expect(second.out).toBe(`0 added, ${known + 1} followed already.\n`);
    expect(exported.out).toBe(readFileSync(join(folder, "all.opml"), "utf8"));
    expect(exported.out).toContain('tallywire:side="x-invented"');
  });

  it("imports what it can of another reader's file, and names what it cannot", async () => {
    const file = `<opml version="1.0" xmlns:t="urn:tallywire:opml:1"><body><outline text="A" xmlUrl="https://a.example/feed"/>
      <outline text="B" xmlUrl="https://www.a.example/feed.xml"/><outline text="C" xmlUrl="feed:nothing"/>
      <outline text="D" t:kind="pigeon" url="https://d.example/"/></body></opml>`;
    const { code, out, err } = await runWith(file, ["import", "-"]);
    const list = await run(["list"]);

    expect(code).toBe(1);
    expect(out).toBe("2 added, 0 followed already, 2 cannot be followed.\n");
    expect(err).toMatch(/feed:nothing[^]*pigeon/u);
    expect(list.out).toMatch(/^a-example-feed {2}A .*^a-example-feed-2 {2}B /msu);
  });

  it("offers what the catalogue has otherwise, and does it only when told", async () => {
    const [first] = readCatalogue();
    const id = first?.id ?? "";
    await run(["remove", id]);
    const offered = await run(["offers"]);
    const taken = await run(["offers", "--take", id]);
    const nothing = await run(["offers", "--take", id]);
    const after = await run(["offers"]);

    expect(offered.out).toContain(`removed  ${id}:`);
    expect([taken.code, nothing.code]).toEqual([0, 1]);
    expect(after.out).toContain("nothing else to offer");
  });

  it("reaches a process that runs: what is added is polled in the next round, what is paused is not", async () => {
    const store = await openStore(join(folder, "store.db"));
    await store.sources.add(makeSource(), noon);
    const asked: string[] = [];
    const clock = createFakeClock(Date.now() + 60_000);
    const poller = createPoller({
      store: store.sources,
      kinds: ["feed", "telegram-channel"].map((kind) => ({
        kind,
        poll: async ({ id }) => {
          asked.push(id);
          return items([]);
        },
      })),
      clock,
      stageClock: clock,
      beat: { start: () => undefined, stop: () => undefined },
      ingest: async () => undefined,
      options: PACE,
      log: silentLog,
    });
    await poller.pollDue();
    await run(["add", "https://outlet.example/feed"]);
    await run(["pause", "courier"]);
    await clock.advance(3_600_000);
    await poller.pollDue();
    await store.close();

    expect(asked).toEqual(["courier", "outlet-example-feed"]);
  });
});

describe("tallywire sources test", () => {
  const feed = `<rss version="2.0"><channel><title>Invented Wire</title>
    <item><guid>2</guid><title>Night attack</title><pubDate>Sat, 24 May 2025 06:00:00 GMT</pubDate>
      <description>Russia launched 120 drones at Ukraine overnight, 96 of them were shot down, the invented ministry said.</description></item>
    <item><guid>1</guid><title>Weather</title><description>It will rain in the hills.</description></item></channel></rss>`;

  it("shows what would be read and alerted, and stores nothing", async () => {
    const web = await startFakeWeb();
    web.on("/feed", answering(feed));
    const { code, out } = await run(["test", `${web.origin}/feed`, "--lang", "en"], {
      ALLOW_PRIVATE_SOURCES: "true",
    });
    await web.close();

    expect(code).toBe(0);
    expect(out).toContain("It calls itself “Invented Wire”.");
    expect(out).toContain("2 items, 1 without a date; it would be polled every 10 min.");
    expect(out).toMatch(/2025-05-24T06:00 {2}Night attack\n {4}drones\.launched 120/u);
    expect(out).toMatch(/[●○] new: .*\n/u);
    expect(out).toContain("tells none of these");
    expect(existsSync(join(folder, "store.db"))).toBe(false);
  });

  it("reads the article's page when that is asked for and the item looks relevant", async () => {
    const web = await startFakeWeb();
    const item = (n: number, title: string, text: string) =>
      `<item><guid>${n}</guid><link>${web.origin}/${n}</link><title>${title}</title><description>${text}</description></item>`;
    const attack = item(1, "Night attack", "Drones attacked Ukraine overnight.");
    web.on(
      "/feed",
      answering(`<rss><channel>${attack}${item(2, "Weather", "It will rain.")}</channel></rss>`),
    );
    const paragraph =
      "In the night attack Russia launched 120 drones at Ukraine overnight, the invented ministry said.";
    const filler =
      "<p>Drones attacked at about midnight, and the alarm lasted until the morning, it said.</p>";
    web.on(
      "/1",
      answering(`<html><body><article><p>${paragraph}</p>${filler.repeat(6)}</article></body></html>`),
    );
    const { out } = await run(["test", `${web.origin}/feed`, "--lang", "en", "--article"], {
      ALLOW_PRIVATE_SOURCES: "true",
    });
    await web.close();

    expect(out).toContain("drones.launched 120");
    expect(web.requests.map(({ url }) => url)).toEqual(["/feed", "/robots.txt", "/1"]);
  });

  it("fetches under guard, and says why a source cannot be read", async () => {
    const web = await startFakeWeb();
    web.on("/page", answering("<!doctype html><html><body>Hello</body></html>"));
    const guarded = await run(["test", `${web.origin}/page`]);
    const page = await run(["test", `${web.origin}/page`], { ALLOW_PRIVATE_SOURCES: "true" });
    await web.close();

    expect([guarded.code, page.code]).toEqual([1, 1]);
    expect(guarded.err).toContain("private or reserved address");
    expect(page.err).toContain("web page, not with a feed");
    expect(web.requests).toHaveLength(1);
  });
});

it("the kinds that can be asked for are those that there are", () => {
  const fetcher = () => Promise.reject(new Error("nothing is fetched"));

  expect(createSourceKinds(fetcher).map(({ kind }) => kind)).toEqual(sourceKindNames);
});

describe("the catalogue", () => {
  const courier = makeSource();
  const herald = makeSource({ id: "herald", url: "https://herald.example/feed" });

  it("seeds a store once; an upgrade's changes are only offered", async () => {
    const store = await openStore(":memory:");
    await seedCatalogue(store.sources, [courier, herald], noon);
    await store.sources.edit("courier", { name: "Renamed" });
    await store.sources.remove("herald", noon);
    const fresh = makeSource({ id: "fresh", url: "https://fresh.example/feed" });
    const upgrade = [{ ...courier, isUrgent: true }, herald, fresh];

    await seedCatalogue(store.sources, upgrade, noon);
    const offers = await offersOf(store.sources, upgrade);
    const left = await store.sources.list();
    await store.close();

    expect(offers.map(({ kind, source, fields }) => [kind, source.id, fields])).toEqual([
      ["changed", "courier", ["name", "isUrgent"]],
      ["removed", "herald", []],
      ["new", "fresh", []],
    ]);
    expect(left.map(({ source }) => [source.id, source.name, source.isUrgent])).toEqual([
      ["courier", "Renamed", false],
    ]);
  });
});
