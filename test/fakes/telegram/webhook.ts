import { badRequest } from "./api-error.ts";
import { flagOf, numberOf, textOf } from "./params.ts";
import type { Params } from "./params.ts";
import type { FakeTime } from "./time.ts";
import type { QueuedUpdate, Updates } from "./updates.ts";
import type { Wire } from "./wire.ts";

const ports = ["", "443", "80", "88", "8443"];
/** The first retry comes at once, then after 2, 4, 8 … 60 s (tdlib/telegram-bot-api WebhookActor.cpp, read 2026-11-25). */
const firstRetryMs = 2_000;
const longestRetryMs = 60_000;
const replyTimeoutMs = 60_000;

interface Setting {
  readonly url: string;
  readonly secret: string;
  readonly maxConnections: number;
}

/**
 * Posts updates to the address that was set (https://core.telegram.org/bots/api#setwebhook): one at a time a chat, several chats at once,
 * again until an answer of 2xx comes. `isLocal`: a server of one's own, which takes plain HTTP and any port
 * (https://core.telegram.org/bots/api#using-a-local-bot-api-server).
 */
export class Webhook {
  readonly #updates: Updates;
  readonly #time: FakeTime;
  readonly #isLocal: boolean;
  readonly #changed: () => void;
  #setting: Setting | null = null;
  readonly #underWay = new Map<string, AbortController>();
  #lastError: { readonly date: number; readonly message: string } | null = null;
  /** Every answer that a post got, in order; 0: none. */
  readonly statuses: number[] = [];

  constructor(
    updates: Updates,
    time: FakeTime,
    { isLocal, changed }: { readonly isLocal: boolean; readonly changed: () => void },
  ) {
    this.#updates = updates;
    this.#time = time;
    this.#isLocal = isLocal;
    this.#changed = changed;
    updates.onPush = () => this.#post();
  }

  set(params: Params): true {
    const url = textOf(params, "url");
    if (url === "") return this.delete(params);
    this.#checkAddress(url);
    const secret = textOf(params, "secret_token");
    if (secret.length > 256) throw badRequest("secret token is too long");
    if (!/^[\w-]*$/u.test(secret)) throw badRequest("secret token contains unallowed characters");
    this.#updates.allow(params);
    if (flagOf(params, "drop_pending_updates")) this.#updates.drop();
    const maxConnections = Math.min(100, Math.max(1, numberOf(params, "max_connections", 40)));
    this.#cancel();
    this.#setting = { url, secret, maxConnections };
    this.#updates.webhookUrl = url;
    this.#updates.endPoll("Conflict: terminated by setWebhook request");
    this.#post();
    return true;
  }

  delete(params: Params): true {
    this.#cancel();
    this.#setting = null;
    this.#updates.webhookUrl = "";
    if (flagOf(params, "drop_pending_updates")) this.#updates.drop();
    return true;
  }

  /** https://core.telegram.org/bots/api#webhookinfo */
  info(): Wire {
    const { allowed, waiting } = this.#updates;
    const error = this.#lastError;
    return {
      url: this.#setting?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: waiting,
      ...(this.#setting === null ? {} : { max_connections: this.#setting.maxConnections }),
      ...(allowed === null ? {} : { allowed_updates: allowed }),
      ...(error === null ? {} : { last_error_date: error.date, last_error_message: error.message }),
    };
  }

  close(): void {
    this.#cancel();
    this.#setting = null;
  }

  #checkAddress(url: string): void {
    const parsed = URL.parse(url);
    if (parsed === null || !/^https?:$/u.test(parsed.protocol))
      throw badRequest("bad webhook: invalid webhook URL specified");
    if (this.#isLocal) return;
    if (parsed.protocol !== "https:")
      throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
    if (!ports.includes(parsed.port))
      throw badRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
  }

  #cancel(): void {
    for (const post of this.#underWay.values()) post.abort();
    this.#underWay.clear();
  }

  /** Takes up the oldest waiting update of each chat that has none under way. */
  #post(): void {
    const setting = this.#setting;
    if (setting === null) return;
    for (const update of this.#updates.queue) {
      const chat = chatOf(update);
      if (this.#underWay.has(chat) || this.#underWay.size >= setting.maxConnections) continue;
      const post = new AbortController();
      this.#underWay.set(chat, post);
      void this.#deliver(update, setting, post.signal).then(() => {
        this.#changed();
        if (this.#underWay.get(chat) !== post) return;
        this.#underWay.delete(chat);
        this.#post();
      });
    }
  }

  async #deliver(update: QueuedUpdate, setting: Setting, signal: AbortSignal): Promise<void> {
    for (let tries = 0; !signal.aborted; tries += 1) {
      if (await this.#isTaken(update, setting, signal)) return this.#updates.confirm(update.update_id);
      const waitMs = tries === 0 ? 0 : Math.min(firstRetryMs * 2 ** (tries - 1), longestRetryMs);
      await this.#time.sleep(waitMs, signal);
    }
  }

  async #isTaken(update: QueuedUpdate, { url, secret }: Setting, signal: AbortSignal): Promise<boolean> {
    const timeout = AbortSignal.timeout(this.#time.real(replyTimeoutMs));
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(secret === "" ? {} : { "x-telegram-bot-api-secret-token": secret }),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.any([signal, timeout]),
        redirect: "manual",
      });
      await response.arrayBuffer();
      this.statuses.push(response.status);
      this.#changed();
      if (response.ok) return true;
      this.#fail(`Wrong response from the webhook: ${response.status} ${response.statusText}`);
    } catch (error) {
      if (signal.aborted) return false;
      this.statuses.push(0);
      this.#fail(`Connection failed: ${error instanceof Error ? error.message : String(error)}`);
    }
    return false;
  }

  #fail(message: string): void {
    this.#lastError = { date: Math.floor(this.#time.now() / 1_000), message };
  }
}

function chatOf(update: QueuedUpdate): string {
  const body = Object.values(update).find((value) => typeof value === "object") as
    | { chat?: { id: number }; message?: { chat: { id: number } }; from?: { id: number } }
    | undefined;
  return String(body?.chat?.id ?? body?.message?.chat.id ?? body?.from?.id ?? "");
}
