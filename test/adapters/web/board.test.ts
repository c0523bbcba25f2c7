import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startBoard, type Board } from "../../../adapters/web/index.ts";
import { silentLog } from "../../../src/log.ts";
import type { Message } from "../../../src/model/message.ts";
import type { BoardChart, BoardData, BoardEntry } from "../../../src/ports/board.ts";

const hostile = `<script>alert("x")</script> & 'more'`;
const message: Message = {
  title: hostile,
  language: "en",
  actions: [],
  blocks: [
    { kind: "text", text: hostile },
    { kind: "figures", rows: [{ label: "Killed", value: "14", by: hostile, isRival: true }] },
    { kind: "progress", text: "697 of 1,000", done: 697, target: 1000 },
    { kind: "change", text: "updated 15:12: 12 → 14" },
    { kind: "quote", text: hostile, source: { label: "Outlet", url: "https://outlet.example/?a=1&b=2" } },
    { kind: "sources", text: "2 sources", links: [{ label: "Bad", url: "javascript:alert(1)" }] },
    { kind: "list", items: [{ text: hostile, link: null }] },
    { kind: "note", text: "note" },
  ],
};
const entry: BoardEntry = { id: "d1", message, firstTold: "told 24 May", changed: "updated 25 May" };

describe("the board", () => {
  let entries: readonly BoardEntry[] = [];
  let charts: readonly BoardChart[] = [];
  let isHealthy = true;
  let logged: object[] = [];
  let fault: Error | null = null;
  let board: Board;
  const data: BoardData = {
    languages: [
      { tag: "en", name: "English" },
      { tag: "uk", name: "Українська" },
    ],
    defaultLanguage: "en",
    entries: async () => {
      if (fault !== null) throw fault;
      return entries;
    },
    charts: async () => charts,
    picture: async (key) => (key === "chart-1234" ? Uint8Array.of(0x89, 0x50) : null),
    words: async (language) => ({
      title: `Board ${language}`,
      intro: "intro",
      empty: "nothing yet",
      notASiren: "no siren",
      silentSources: ["No news from X"],
    }),
    health: async () => ({ isHealthy, details: { sources: 3 } }),
  };

  beforeEach(async () => {
    entries = [entry];
    charts = [];
    isHealthy = true;
    logged = [];
    fault = null;
    board = await startBoard(data, {
      host: "127.0.0.1",
      port: 0,
      log: (_level, _message, fields) => void logged.push(fields ?? {}),
    });
  });
  afterEach(() => board.stop());

  it("shows an entry with all its blocks", async () => {
    const page = await (await fetch(board.url)).text();

    for (const part of [
      "14",
      "697 of 1,000",
      "updated 15:12: 12 → 14",
      "told 24 May",
      "No news from X",
      "no siren",
    ])
      expect(page).toContain(part);
  });

  it("shows its charts with what they say in words, under names that change with the picture", async () => {
    charts = [{ key: "chart-1234", alternative: `Three legs, "1,000" in all` }];
    const page = await (await fetch(board.url)).text();
    const answer = await fetch(`${board.url}/charts/chart-1234.png`);

    expect(page).toContain('src="/charts/chart-1234.png" alt="Three legs, &quot;1,000&quot; in all"');
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(Uint8Array.of(0x89, 0x50));
  });

  it.each(["/charts/other-1234.png", "/charts/..%2f..%2fpackage.json", "/charts/chart-1234"])(
    "has no picture at %s",
    async (path) => {
      expect((await fetch(`${board.url}${path}`)).status).toBe(404);
    },
  );

  it("lets nothing of a report become markup or a script link", async () => {
    const page = await (await fetch(board.url)).text();

    expect(page).not.toContain("<script>alert");
    expect(page).not.toContain("javascript:");
    expect(page).toContain("&lt;script&gt;");
    expect(page).toContain('href="https://outlet.example/?a=1&amp;b=2"');
  });

  it("allows nothing but its own files", async () => {
    const { headers } = await fetch(board.url);

    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*script-src 'self'/u);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect((await fetch(`${board.url}/board.js`)).headers.get("content-type")).toContain("text/javascript");
  });

  it("answers in the language asked for, and in the default one else", async () => {
    expect(await (await fetch(`${board.url}/?lang=uk`)).text()).toContain('<html lang="uk">');
    expect(await (await fetch(`${board.url}/?lang=xx`)).text()).toContain('<html lang="en">');
  });

  it("sends the entries again only when they differ", async () => {
    const first = await fetch(`${board.url}/entries`);
    const etag = first.headers.get("etag") ?? "";
    const same = await fetch(`${board.url}/entries`, { headers: { "if-none-match": etag } });
    entries = [];
    const changed = await fetch(`${board.url}/entries`, { headers: { "if-none-match": etag } });

    expect([same.status, changed.status]).toEqual([304, 200]);
    expect(await changed.text()).toContain("nothing yet");
  });

  it("gives the entries as JSON", async () => {
    expect(await (await fetch(`${board.url}/api/developments`)).json()).toEqual([entry]);
  });

  it("says by its status whether the process is well", async () => {
    const well = await fetch(`${board.url}/health`);
    isHealthy = false;
    const unwell = await fetch(`${board.url}/health`);

    expect([well.status, unwell.status]).toEqual([200, 503]);
    expect(await unwell.json()).toEqual({ isHealthy: false, details: { sources: 3 } });
  });

  it("says that a port is in use, and which setting to change", async () => {
    const port = Number(new URL(board.url).port);

    await expect(startBoard(data, { host: "127.0.0.1", port, log: silentLog })).rejects.toMatchObject({
      code: "port-in-use",
      hint: expect.stringContaining("HTTP_PORT"),
    });
  });

  it("refuses what is posted and too long in a line, and logs no fault", async () => {
    const route = { path: "/hook", maxBytes: 10, post: async () => ({ status: 200 }) };
    const log = (_level: string, _message: string, fields?: object) => void logged.push(fields ?? {});
    const other = await startBoard(data, { host: "127.0.0.1", port: 0, log, routes: [route] });

    const answer = await fetch(`${other.url}/hook`, { method: "POST", body: "x".repeat(11) });

    expect([answer.status, await answer.text()]).toEqual([413, "That is too long."]);
    expect(logged).toEqual([]);
    await other.stop();
  });

  it("tells a fault to the operator and not to the visitor", async () => {
    fault = new Error("no such table: alerts in /secret/path");

    const answer = await fetch(board.url);

    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("secret");
    expect(JSON.stringify(logged)).toContain("no such table");
  });
});
