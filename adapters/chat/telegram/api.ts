import { Api, GrammyError, HttpError } from "grammy";
import type { RawApi, Transformer } from "grammy";
import type { Message } from "grammy/types";
import { FormData, Pool } from "undici";
import { post } from "./post.ts";
import { readAnswer } from "./read-answer.ts";

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
   * A call of a method with a file, as multipart/form-data; fields that are no texts go as JSON. Throws GrammyError for a refusal,
   * ForeignAnswer for what is no answer of the Bot API, and what the network throws. https://core.telegram.org/bots/api#sending-files
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
  const { origin, pathname } = new URL(apiRoot);
  // No cap on connections: a call that waited for one would time out as if it had been sent.
  const pool = new Pool(origin, { connect: { timeout: connectTimeoutMs }, pipelining: 1 });
  const pathOf = (method: string) => `${pathname.replace(/\/+$/u, "")}/bot${token}/${method}`;
  const client = (timeoutSeconds: number): RawApi => {
    const api = new Api(token);
    api.config.use(transportTo(pool, pathOf, timeoutSeconds * 1_000));
    return api.raw;
  };
  return {
    calls: client(callTimeoutSeconds),
    polls: client(pollTimeoutSeconds + callTimeoutSeconds),
    async upload(method, { fields, file }, signal) {
      const response = await pool.request({
        path: pathOf(method),
        method: "POST",
        body: formOf(fields, file),
        signal: AbortSignal.any([signal, AbortSignal.timeout(callTimeoutSeconds * 1_000)]),
      });
      const { statusCode: status, headers } = response;
      const answer = readAnswer<Message>({ status, headers, text: await response.body.text() });
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

/**
 * In place of grammY's own client, which follows each call's signal by another, races it with promises of streams that
 * there are none of, and looks through all fields for files. What it makes of answers stays grammY's.
 */
function transportTo(pool: Pool, pathOf: (method: string) => string, timeoutMs: number): Transformer {
  return async (_, method, payload, signal) => {
    try {
      const body = JSON.stringify(payload);
      return readAnswer(await post(pool, { path: pathOf(method), body, timeoutMs, signal }));
    } catch (error) {
      throw new HttpError(`Network request for '${method}' failed!`, error);
    }
  };
}
