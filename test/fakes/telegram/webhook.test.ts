import { createServer } from "node:http";
import type { IncomingHttpHeaders, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startFakeTelegram } from "./index.ts";
import type { FakeTelegram } from "./index.ts";

interface Post {
  readonly headers: IncomingHttpHeaders;
  readonly update: { readonly update_id: number };
}

let telegram: FakeTelegram;
let receiver: Server;
let posts: Post[];
let statuses: number[];

beforeEach(async () => {
  telegram = await startFakeTelegram({ isLocal: true, factor: 100 });
  posts = [];
  statuses = [];
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      posts.push({
        headers: request.headers,
        update: JSON.parse(Buffer.concat(chunks).toString()) as Post["update"],
      });
      response.writeHead(statuses.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  await telegram.close();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
});

const address = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
const call = async (method: string, params: object) => {
  const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(params),
  });
  return (await response.json()) as { readonly ok: boolean; readonly description?: string };
};
const delivered = () => telegram.until(() => telegram.director.counts().waitingUpdates === 0);

describe("a webhook", () => {
  it("brings what has waited and what comes, with the secret", async () => {
    telegram.user(7).types(7, "before");
    await call("setWebhook", { url: address(), secret_token: "se-cret" });
    await delivered();

    telegram.user(8).types(8, "after");
    await delivered();

    expect(posts.map(({ update }) => update.update_id)).toEqual([500_001, 500_002]);
    expect(posts[0]?.headers["x-telegram-bot-api-secret-token"]).toBe("se-cret");
  });

  it("repeats what was not taken, and keeps a chat's later ones back meanwhile", async () => {
    statuses = [500, 503];
    telegram.user(7).types(7, "one");
    telegram.user(7).types(7, "two");
    await call("setWebhook", { url: address() });
    await delivered();

    expect(posts.map(({ update }) => update.update_id)).toEqual([500_001, 500_001, 500_001, 500_002]);
    expect(telegram.director.webhookAnswers()).toEqual([500, 503, 200, 200]);
  });

  it("that is deleted leaves what waits to polls", async () => {
    statuses = Array.from({ length: 50 }, () => 500);
    await call("setWebhook", { url: address() });
    telegram.user(7).types(7, "one");
    await telegram.until(() => telegram.director.webhookAnswers().length > 0);

    await call("deleteWebhook", {});

    expect(await call("getUpdates", {})).toMatchObject({ result: [{ update_id: 500_001 }] });
  });

  it("needs HTTPS, a known port and a plain secret, but for servers of one's own", async () => {
    const secret = await call("setWebhook", { url: address(), secret_token: "se cret" });
    await telegram.close();
    telegram = await startFakeTelegram();

    expect(secret.description).toBe("Bad Request: secret token contains unallowed characters");
    expect((await call("setWebhook", { url: address() })).description).toBe(
      "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
    );
    expect((await call("setWebhook", { url: "https://bot.example:8080/x" })).description).toContain(
      "ports 80",
    );
  });
});
