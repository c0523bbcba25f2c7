import { join } from "node:path";
import { expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { silentLog } from "../../src/log.ts";
import { startApp } from "../../src/main/app.ts";
import { onStage, readIn } from "./stage.ts";

const stage = onStage();

async function startedUrl(): Promise<string> {
  const { folder, telegram } = stage;
  const config = readConfig({
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    HTTP_PORT: "0",
  });
  const { signal } = new AbortController();
  const databaseUrl = join(folder, "health.db");
  stage.app = await startApp({ config, databaseUrl, sources: [], demo: null, log: silentLog, signal });
  return `${stage.app.boardUrl}/health`;
}

const healthAt = async (url: string) => {
  const answer = await fetch(url);
  return { status: answer.status, ...(await answer.json()) };
};

it("a process whose token is not accepted any more is not healthy, and says whose", async () => {
  const { telegram } = stage;
  const url = await startedUrl();
  expect(await healthAt(url)).toMatchObject({ status: 200, isHealthy: true });

  telegram.director.fail({
    method: "getUpdates",
    fault: { kind: "error", code: 401, description: "Unauthorized" },
    times: null,
  });
  // What it polls with now is answered, and the next poll is refused.
  telegram.user(7).types(7, "/help");
  await readIn(stage, 7, "/latest");

  await expect
    .poll(() => healthAt(url), { timeout: 5_000 })
    .toMatchObject({ status: 503, isHealthy: false, details: { refusedBy: "telegram" } });
});
