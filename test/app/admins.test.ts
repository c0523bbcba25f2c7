import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { openStore } from "../../adapters/store/index.ts";
import { defaultPolicy } from "../../src/alert/policy.ts";
import { readConfig } from "../../src/config.ts";
import { silentLog } from "../../src/log.ts";
import { startApp } from "../../src/main/app.ts";
import { version } from "../../src/main/version.ts";
import { answering } from "../fakes/web/server.ts";
import { event, figure, kyivOfficial, Story } from "../ledger/story.ts";
import { onStage, readIn } from "./stage.ts";

const adminId = 1;
const readerId = 7;
const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Courier, all news</title>
<item><guid>1</guid><title>307 prisoners of war came home to Ukraine, a spokesman said</title>
<link>https://courier.example/1</link><pubDate>Fri, 23 May 2025 12:00:00 GMT</pubDate></item></channel></rss>`;

const stage = onStage();
beforeEach(() => {
  stage.web.on("/feed.xml", answering(feed, { headers: { "content-type": "application/rss+xml" } }));
});
const read = (chat: number, words: string) => readIn(stage, chat, words);

it("an admin of the running program sees its numbers, tests a source, and approves what waits", async () => {
  const { folder, telegram, web } = stage;
  const databaseUrl = join(folder, "admins.db");
  const config = readConfig({
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TELEGRAM_ADMIN_IDS: String(adminId),
    HTTP_PORT: "0",
    ALLOW_PRIVATE_SOURCES: "true",
    APPROVAL_KINDS: "exchange",
    HOLD_SECONDS: "0",
  });
  const { signal } = new AbortController();
  stage.app = await startApp({ config, databaseUrl, sources: [], demo: null, log: silentLog, signal });
  const [boss, reader] = [telegram.user(adminId), telegram.user(readerId)];

  boss.types(adminId, "/stats");
  expect((await read(adminId, "How the bot is doing")).text).toContain(`Version ${version}`);

  boss.types(adminId, `/sources test ${web.origin}/feed.xml`);
  const tested = await read(adminId, "Test: The Courier, all news");
  expect(tested.text).toContain("307 prisoners of war came home");
  expect(tested.text).toContain("Nothing was stored.");

  reader.types(readerId, "/subscribe");
  await read(readerId, "Subscribed");
  const approval = {
    kinds: config.APPROVAL_KINDS,
    fromPeople: null,
    singleStateOrigin: false,
    waitMs: 1_800_000,
    atTimeout: "tell" as const,
  };
  const store = await openStore(databaseUrl);
  await new Story(store, { ...defaultPolicy, holdMs: 0, approval }).tell({
    at: "12:00",
    figures: [figure("prisoners.released", "UA", 307, { by: kyivOfficial })],
    events: [event("exchange", "done", { by: kyivOfficial })],
  });
  await store.close();

  const asked = await read(adminId, "d1 waits for your approval");
  expect(telegram.director.sent(readerId).some(({ text }) => text.includes("307"))).toBe(false);
  boss.presses(asked, "Approve and tell");
  expect((await read(readerId, "307")).text).toContain("307");
}, 60_000);
