import { join } from "node:path";
import { expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { silentLog } from "../../src/log.ts";
import { startApp } from "../../src/main/app.ts";
import { answering } from "../fakes/web/server.ts";
import { onStage, readIn } from "./stage.ts";

const [bossId, ownerId, otherId] = [1, 7, 8];
const headers = { headers: { "content-type": "application/rss+xml" } };

const stage = onStage();
const read = (chat: number, words: string) => readIn(stage, chat, words);

function feedOf(...titles: readonly string[]): string {
  const items = titles.map(
    (title, n) =>
      `<item><guid>${n}</guid><title>${title}</title><link>https://harbour.example/${n}</link><pubDate>${new Date().toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>The Harbour Post</title>${items.join("")}</channel></rss>`;
}

it("a source of one chat is read, approved, polled and told in that chat only", async () => {
  const { folder, telegram, web } = stage;
  const quiet = "Three people were killed in a Russian missile strike on Odesa today, the governor said";
  const news = "Four people were killed in a Russian missile strike on Kharkiv today, the governor said";
  web.on("/feed.xml", answering(feedOf(quiet), headers));
  const config = readConfig({
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TELEGRAM_ADMIN_IDS: String(bossId),
    HTTP_PORT: "0",
    POLL_INTERVAL_SECONDS: "10",
    CHAT_SOURCES_INTERVAL_SECONDS: "10",
  });
  const { signal } = new AbortController();
  const databaseUrl = join(folder, "own.db");
  const ownOrigins = [web.origin];
  stage.app = await startApp({
    config,
    databaseUrl,
    sources: [],
    demo: null,
    ownOrigins,
    log: silentLog,
    signal,
  });
  const [boss, owner, other] = [bossId, ownerId, otherId].map((id) => telegram.user(id));
  boss?.types(bossId, "/subscribe");
  other?.types(otherId, "/subscribe");
  owner?.types(ownerId, "/subscribe");
  for (const id of [bossId, ownerId, otherId]) await read(id, "Subscribed");

  owner?.types(ownerId, `/follow ${web.origin}/feed.xml`);
  const preview = await read(ownerId, "The Harbour Post waits for the bot's admins");
  expect(preview.text).toContain("killed in a Russian missile strike on Odesa");
  boss?.presses(await read(bossId, "A chat asks for a source of its own"), "Approve");
  await read(ownerId, "This chat now follows The Harbour Post");
  await telegram.until(() => web.requests.length > 1);
  web.on("/feed.xml", answering(feedOf(quiet, news), headers));

  // It is asked again after ten seconds, on a busy machine somewhat later.
  const told = await read(ownerId, "4 killed").catch(() => read(ownerId, "4 killed"));
  expect(told.text).toContain("From a source that only this chat follows.");
  // What was there when it was first read is told to nobody; what came later to nobody else.
  expect(telegram.director.sent(ownerId).some(({ text }) => /^.*3 killed/u.test(text))).toBe(false);
  for (const id of [bossId, otherId])
    expect(telegram.director.sent(id).some(({ text }) => text.includes("4 killed"))).toBe(false);
  const board = await (await fetch(stage.app.boardUrl)).text();
  expect(board).not.toContain("Kharkiv");
  expect(board).not.toContain("Harbour");
}, 90_000);
