import { Api } from "grammy";
import type { ApiClientOptions, RawApi } from "grammy";
import { Agent, request } from "undici";

/** A call ends well before the lease of a delivery, so that no other sender takes it up meanwhile. */
export const callTimeoutSeconds = 25;
/** Telegram holds a poll for 50 s at most; https://core.telegram.org/bots/api#getupdates */
export const pollTimeoutSeconds = 30;
const connectTimeoutMs = 8_000;

/** The Bot API by grammY's client: one for calls, one that waits for updates. */
export interface TelegramApi {
  readonly calls: RawApi;
  readonly polls: RawApi;
}

/** The type of signal that grammY's declarations name; the platform's own signals fit it in all that is used. */
export type CallSignal = NonNullable<Parameters<RawApi["getMe"]>[0]>;

/** The platform's signal for grammY. */
export function callSignal(signal: AbortSignal): CallSignal {
  return signal as unknown as CallSignal;
}

/** Clients for `token` at `apiRoot`; nothing is called yet. */
export function createApi(token: string, apiRoot: string): TelegramApi {
  // No cap on connections: a call that waited for one would time out as if it had been sent.
  const agent = new Agent({ connect: { timeout: connectTimeoutMs }, pipelining: 1 });
  const options: ApiClientOptions = { apiRoot: apiRoot.replace(/\/+$/u, ""), fetch: fetchThrough(agent) };
  return {
    calls: new Api(token, { ...options, timeoutSeconds: callTimeoutSeconds }).raw,
    polls: new Api(token, { ...options, timeoutSeconds: pollTimeoutSeconds + callTimeoutSeconds }).raw,
  };
}

/** What grammY hands to its client, and what it uses of the answer. */
interface CallInit {
  readonly body?: string;
  readonly signal?: EventTarget & { readonly aborted: boolean };
}

/**
 * Undici instead of grammY's default client: it tells a connection that was never made (surely not sent) from one
 * that broke later (unknown), and takes only native signals, so grammY's are followed by one.
 */
function fetchThrough(agent: Agent): NonNullable<ApiClientOptions["fetch"]> {
  const call = async (url: string, { body, signal }: CallInit) => {
    const controller = new AbortController();
    if (signal?.aborted === true) controller.abort();
    signal?.addEventListener("abort", () => controller.abort(), { once: true });
    const response = await request(url, {
      method: "POST",
      body: body ?? null,
      headers: { "content-type": "application/json" },
      signal: controller.signal,
      dispatcher: agent,
    });
    return { json: () => response.body.json() };
  };
  return call as unknown as NonNullable<ApiClientOptions["fetch"]>;
}
