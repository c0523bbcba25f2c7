import { Api, GrammyError } from "grammy";
import type { ApiClientOptions, RawApi } from "grammy";
import type { ApiError, Message } from "grammy/types";
import { Agent, FormData, request } from "undici";

/** A call ends well before the lease of a delivery, so that no other sender takes it up meanwhile. */
export const callTimeoutSeconds = 25;
/** Telegram holds a poll for 50 s at most; https://core.telegram.org/bots/api#getupdates */
export const pollTimeoutSeconds = 30;
const connectTimeoutMs = 8_000;

/** A picture to be uploaded, and the part of the form that it stands in. */
export interface Upload {
  readonly part: string;
  readonly png: Uint8Array;
}

/** The Bot API by grammY's client: one for calls, one that waits for updates, and uploads. */
export interface TelegramApi {
  readonly calls: RawApi;
  readonly polls: RawApi;
  /**
   * A call of a method with a file, as multipart/form-data; fields that are no texts go as JSON. Throws GrammyError for a refusal, and
   * what the network throws. https://core.telegram.org/bots/api#sending-files
   */
  upload(
    method: "sendPhoto" | "editMessageMedia",
    call: { readonly fields: object; readonly file: Upload },
    signal: AbortSignal,
  ): Promise<Message>;
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
  const root = apiRoot.replace(/\/+$/u, "");
  const options: ApiClientOptions = { apiRoot: root, fetch: fetchThrough(agent) };
  return {
    calls: new Api(token, { ...options, timeoutSeconds: callTimeoutSeconds }).raw,
    polls: new Api(token, { ...options, timeoutSeconds: pollTimeoutSeconds + callTimeoutSeconds }).raw,
    async upload(method, { fields, file }, signal) {
      const response = await request(`${root}/bot${token}/${method}`, {
        method: "POST",
        body: formOf(fields, file),
        signal: AbortSignal.any([signal, AbortSignal.timeout(callTimeoutSeconds * 1_000)]),
        dispatcher: agent,
      });
      const answer = (await response.body.json()) as
        | ApiError
        | { readonly ok: true; readonly result: Message };
      if (!answer.ok) throw new GrammyError(`Call to '${method}' failed!`, answer, method, {});
      return answer.result;
    },
  };
}

function formOf(fields: object, { part, png }: Upload): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields) as [string, unknown][]) {
    if (value !== undefined) form.set(name, typeof value === "string" ? value : JSON.stringify(value));
  }
  form.set(part, new Blob([new Uint8Array(png)], { type: "image/png" }), "chart.png");
  return form;
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
  return call;
}
