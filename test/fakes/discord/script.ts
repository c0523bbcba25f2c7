/** What goes wrong with a request. */
export type Trouble =
  /** Taken, then the connection is cut: the caller cannot know. */
  | { readonly kind: "lost-reply" }
  /** Cut before it is taken. */
  | { readonly kind: "reset" }
  /** Never answered, not taken. */
  | { readonly kind: "hang" }
  /** Taken, never answered. */
  | { readonly kind: "taken-hang" }
  /** Taken, answered with this status. */
  | { readonly kind: "taken-status"; readonly status: number }
  /** Not taken. `code`: Discord's JSON code; without one the body is not JSON. */
  | { readonly kind: "status"; readonly status: number; readonly code?: number; readonly message?: string }
  /** Not taken: 50035, naming a part of the body. */
  | { readonly kind: "form"; readonly part: string }
  | {
      readonly kind: "too-many";
      readonly scope: "user" | "shared" | "global";
      /** Seconds; null: it says nothing. */
      readonly retryAfter: number | null;
      readonly code?: number;
    }
  /** What stands before the API refuses: HTML. */
  | { readonly kind: "cloudflare"; readonly retryAfter: number | null }
  /** Taken after this long on the fake's clock. */
  | { readonly kind: "late"; readonly ms: number };

/** Trouble for the requests that fit, a number of times. */
export interface Scripted {
  /** Null: any. */
  readonly method: string | null;
  /** A part of the path; "" fits all. */
  readonly path: string;
  readonly times: number;
  readonly trouble: Trouble;
}

/** Troubles to come, each used up in its order. */
export class Script {
  readonly #lines: { readonly scripted: Scripted; left: number }[] = [];

  add(scripted: Scripted): void {
    this.#lines.push({ scripted, left: scripted.times });
  }

  clear(): void {
    this.#lines.length = 0;
  }

  take(method: string, path: string): Trouble | null {
    const line = this.#lines.find(
      ({ scripted, left }) =>
        left > 0 && (scripted.method === null || scripted.method === method) && path.includes(scripted.path),
    );
    if (line === undefined) return null;
    line.left -= 1;
    return line.scripted.trouble;
  }
}
