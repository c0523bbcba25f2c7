import type { IncomingMessage, ServerResponse } from "node:http";
import type { FakeDiscord } from "./fake-discord.ts";
import { objectOf, textOf, type Json } from "./forms.ts";
import type { Scripted } from "./script.ts";
import type { Permission } from "./world.ts";

/**
 * What another process can ask of the fake, over HTTP under `/_control`:
 * GET messages, summary, commands, requests, interactions, gateway; POST run {user, permissions, locale, command, options, channel},
 * press {user, message, button}, script {method, path, times, trouble}, gateway {do: drop | reconnect | invalidate, …}.
 * Run and press answer when the interaction is answered, or after its three seconds.
 */
export function createControl(fake: () => FakeDiscord) {
  return (request: IncomingMessage, text: string, response: ServerResponse): boolean => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    if (!path.startsWith("/_control/")) return false;
    const body = text === "" ? {} : (objectOf(JSON.parse(text)) ?? {});
    void act(fake(), `${request.method ?? ""} ${path.slice("/_control/".length)}`, body).then(
      (answer) => reply(response, 200, answer),
      (error: unknown) => reply(response, 400, { error: String(error) }),
    );
    return true;
  };
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

async function act(fake: FakeDiscord, what: string, body: Json): Promise<unknown> {
  switch (what) {
    case "GET messages":
      return fake.messages();
    case "GET summary":
      return summaryOf(fake);
    case "GET commands":
      return fake.commands();
    case "GET requests":
      return fake.requests;
    case "GET gateway":
      return { ...fake.gateway.counts, open: fake.gateway.openConnections() };
    case "GET interactions":
      return fake.interactions().map((interaction) => ({ ...interaction, watchers: undefined }));
    case "POST run":
      return answerOf(
        personOf(fake, body).runs(
          textOf(body["command"]),
          (objectOf(body["options"]) ?? {}) as Record<string, string>,
          textOf(body["channel"]) || fake.channelId,
        ),
      );
    case "POST press": {
      const message = fake.messages().find(({ id }) => id === body["message"]);
      if (message === undefined) throw new Error("no such message");
      return answerOf(personOf(fake, body).presses(message, textOf(body["button"])));
    }
    case "POST script":
      fake.script(body as unknown as Pick<Scripted, "trouble">);
      return {};
    case "POST gateway":
      return steer(fake, body);
    default:
      throw new Error(`unknown: ${what}`);
  }
}

/** How many messages were taken, in how many channels, from when to when (epoch milliseconds), and how calls were answered. */
function summaryOf(fake: FakeDiscord): unknown {
  const messages = fake.messages().filter(({ interactionId }) => interactionId === null);
  const statuses: Record<string, number> = {};
  for (const { status } of fake.requests) statuses[String(status)] = (statuses[String(status)] ?? 0) + 1;
  return {
    messages: messages.length,
    channels: new Set(messages.map(({ channelId }) => channelId)).size,
    firstAt: messages[0]?.at ?? null,
    lastAt: messages.at(-1)?.at ?? null,
    statuses,
  };
}

/** `user`: an id, "1" if absent; `permissions` and `locale` are kept from then on. */
function personOf(fake: FakeDiscord, body: Json): ReturnType<FakeDiscord["user"]> {
  const locale = textOf(body["locale"]);
  return fake.user(textOf(body["user"]) || "1", {
    ...(Array.isArray(body["permissions"]) ? { permissions: body["permissions"] as Permission[] } : {}),
    ...(locale === "" ? {} : { locale }),
  });
}

async function answerOf(watched: ReturnType<ReturnType<FakeDiscord["user"]>["runs"]>): Promise<unknown> {
  const acknowledged = await watched.acknowledged;
  return { id: watched.id, acknowledged, answer: await watched.answer };
}

function steer(fake: FakeDiscord, body: Json): unknown {
  if (body["do"] === "drop") fake.gateway.drop(typeof body["code"] === "number" ? body["code"] : undefined);
  else if (body["do"] === "reconnect") fake.gateway.askToReconnect();
  else if (body["do"] === "invalidate") fake.gateway.invalidate(body["canResume"] === true);
  else throw new Error("unknown: do");
  return {};
}
