import { createHmac, timingSafeEqual } from "node:crypto";
import { GrammyError } from "grammy";
import type { RawApi } from "grammy";
import type { Update } from "grammy/types";
import type { Clock } from "../../../src/clock.ts";
import { messageOf } from "../../../src/errors.ts";
import type { Log } from "../../../src/log.ts";
import type { HttpRoute } from "../../../src/ports/http-route.ts";
import type { UpdateStore } from "../../../src/ports/update-store.ts";
import { callSignal } from "./api.ts";
import { allowedUpdates, platformName } from "./limits.ts";
import { networkCode } from "./outcome.ts";

/** What receiving by webhook needs. */
export interface WebhookParts {
  readonly calls: RawApi;
  readonly updates: UpdateStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly token: string;
  /** Where our HTTP server is reached from outside. */
  readonly publicUrl: string;
  /** Updates wait in the store. */
  readonly onStored: () => Promise<void>;
}

/** Receives updates that Telegram posts: https://core.telegram.org/bots/api#setwebhook */
export interface Webhook {
  readonly route: HttpRoute;
  /** True: Telegram posts to us from now on. False: it refuses the address, and one line says why. Throws what the network throws. */
  open(signal: AbortSignal): Promise<boolean>;
  /** Looks now and then whether posts arrive, until the signal is aborted; never rejects. */
  watch(signal: AbortSignal): Promise<void>;
  /** Takes nothing more: Telegram keeps what comes, and posts it again. */
  close(): void;
}

const path = "/webhooks/telegram";
/** An update holds one message of 4,096 characters with at most as many of an answered one; the rest is small. */
const maxBytes = 1_000_000;
const watchMs = 300_000;
const secretHeader = "x-telegram-bot-api-secret-token";

/** Nothing is called before `open`. */
export function createWebhook(parts: WebhookParts): Webhook {
  const { calls, updates, clock, log } = parts;
  const url = new URL(path.slice(1), `${parts.publicUrl.replace(/\/*$/u, "")}/`).href;
  const secret = createHmac("sha256", parts.token).update("tallywire webhook").digest("base64url");
  let isOpen = false;

  const take = async (body: string): Promise<number> => {
    const update = parseUpdate(body);
    if (update === null) return 400;
    try {
      // Only what is stored is confirmed: a crash before leads to another post, one after to the store. In the form in which polls bring it.
      const row = { id: update.update_id, body: JSON.stringify(update) };
      await updates.saveUpdates(platformName, [row], clock.now());
    } catch (error) {
      log("error", "telegram: an update could not be stored; Telegram sends it again", {
        why: messageOf(error),
      });
      return 500;
    }
    void parts.onStored().catch((error: unknown) =>
      log("error", "telegram: waiting updates could not be read; trying again later", {
        why: messageOf(error),
      }),
    );
    return 200;
  };

  return {
    route: {
      path,
      maxBytes,
      async post({ headers, body }) {
        if (!isOpen) return { status: 503 };
        return { status: isSecret(headers[secretHeader], secret) ? await take(body) : 401 };
      },
    },
    async open(signal) {
      isOpen = true;
      try {
        await calls.setWebhook(
          { url, secret_token: secret, allowed_updates: [...allowedUpdates] },
          callSignal(signal),
        );
        log("info", "telegram: updates are posted to us", { url });
        return true;
      } catch (error) {
        isOpen = false;
        if (!(error instanceof GrammyError) || error.error_code === 429 || error.error_code >= 500)
          throw error;
        log("warn", "telegram: PUBLIC_URL cannot be posted to, so updates are polled", {
          url,
          why: error.description,
        });
        return false;
      }
    },
    watch: (signal) => watchWebhook({ calls, clock, log, url }, signal),
    close() {
      isOpen = false;
    },
  };
}

/** One warning for each new fault that Telegram tells of. */
async function watchWebhook(
  { calls, clock, log, url }: Pick<WebhookParts, "calls" | "clock" | "log"> & { readonly url: string },
  signal: AbortSignal,
): Promise<void> {
  let told = "";
  let since = Math.floor(clock.now() / 1_000);
  while (!signal.aborted) {
    await clock.sleep(watchMs, signal);
    if (signal.aborted) return;
    try {
      const info = await calls.getWebhookInfo(callSignal(signal));
      const isFresh = (info.last_error_date ?? 0) >= since;
      since = Math.floor(clock.now() / 1_000);
      const fault = info.url === url ? (isFresh ? (info.last_error_message ?? "") : "") : "taken";
      if (fault === "taken" && told !== fault)
        log("error", "telegram: another process receives this bot's updates; stop it, then restart this one");
      else if (fault !== "" && told !== fault)
        log(
          "warn",
          "telegram: Telegram cannot post updates to us; look at PUBLIC_URL and what stands before it",
          {
            url,
            why: fault,
            waiting: info.pending_update_count,
          },
        );
      told = fault;
    } catch (error) {
      log("debug", "telegram: the webhook could not be looked at", {
        why: networkCode(error) ?? "no answer",
      });
    }
  }
}

function isSecret(given: string | readonly string[] | undefined, secret: string): boolean {
  if (typeof given !== "string") return false;
  const [left, right] = [Buffer.from(given), Buffer.from(secret)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function parseUpdate(body: string): Update | null {
  try {
    const update = JSON.parse(body) as Partial<Update> | null;
    return update !== null && Number.isSafeInteger(update.update_id) ? (update as Update) : null;
  } catch {
    return null;
  }
}
