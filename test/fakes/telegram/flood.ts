import { floodWait } from "./api-error.ts";
import type { FakeTime } from "./time.ts";

/** How often the fake refused for flooding, by what was flooded. `ignored`: calls made although a wait was told. */
export interface FloodCounts {
  all: number;
  chat: number;
  group: number;
  edits: number;
  ignored: number;
}

/** What a call counts as. `isAnswer`: somebody there spoke just before, so it is no bulk message. */
export interface FloodCall {
  readonly kind: "send" | "edit";
  readonly chatId: number;
  readonly isAnswer: boolean;
}

interface Window {
  readonly max: number;
  readonly perMs: number;
}

/**
 * The published limits, read 2026-11-25: https://core.telegram.org/bots/faq (30 messages a second over all chats, one a second in a chat
 * with short bursts, 20 a minute in a group) and https://grammy.dev/advanced/flood (20 edits a minute in a group). Answers pass
 * outside the limit of bulk messages. Each is a window that slides, with `toleranceMs` for the way a request takes.
 */
const windows = {
  all: { max: 30, perMs: 1_000 },
  /** One a second, and a short burst of three. */
  chat: { max: 3, perMs: 3_000 },
  group: { max: 20, perMs: 60_000 },
  edits: { max: 20, perMs: 60_000 },
} as const satisfies Record<string, Window>;

type Scope = keyof typeof windows;

/** Counts calls and refuses those beyond the limits. Waits grow by a second for each call that ignores one. */
export class Flood {
  readonly counts: FloodCounts = { all: 0, chat: 0, group: 0, edits: 0, ignored: 0 };
  readonly #time: FakeTime;
  readonly #toleranceMs: number;
  readonly #past = new Map<string, number[]>();
  readonly #blockedUntil = new Map<string, number>();

  constructor(time: FakeTime, toleranceMs: number) {
    this.#time = time;
    this.#toleranceMs = toleranceMs;
  }

  /** Throws the 429, or counts the call. A refused call counts for nothing but its own refusal. */
  check(call: FloodCall): void {
    const scopes = scopesOf(call);
    for (const [scope, key] of scopes) this.#checkScope(scope, key);
    for (const [, key] of scopes) this.#pastOf(key).push(this.#time.now());
  }

  #checkScope(scope: Scope, key: string): void {
    const now = this.#time.now();
    const until = this.#blockedUntil.get(key) ?? 0;
    if (now < until) {
      this.counts[scope] += 1;
      this.counts.ignored += 1;
      this.#blockedUntil.set(key, until + 1_000);
      throw floodWait(Math.ceil((until + 1_000 - now) / 1_000));
    }
    const { max, perMs } = windows[scope];
    const past = this.#pastOf(key);
    const since = now - perMs + this.#toleranceMs;
    while (past[0] !== undefined && past[0] <= since) past.shift();
    const oldest = past.at(-max);
    if (oldest === undefined) return;
    const seconds = Math.max(1, Math.ceil((oldest + perMs - now) / 1_000));
    this.counts[scope] += 1;
    this.#blockedUntil.set(key, now + seconds * 1_000);
    throw floodWait(seconds);
  }

  #pastOf(key: string): number[] {
    const past = this.#past.get(key) ?? [];
    this.#past.set(key, past);
    return past;
  }
}

function scopesOf({ kind, chatId, isAnswer }: FloodCall): readonly (readonly [Scope, string])[] {
  const isGroup = chatId < 0;
  const overall: readonly (readonly [Scope, string])[] = isAnswer ? [] : [["all", "all"]];
  if (kind === "edit") return isGroup ? [...overall, ["edits", `edits ${chatId}`]] : overall;
  const own: readonly (readonly [Scope, string])[] = [["chat", `chat ${chatId}`]];
  return isGroup ? [...overall, ...own, ["group", `group ${chatId}`]] : [...overall, ...own];
}
