import { numberOf, textOf } from "./params.ts";
import type { Params } from "./params.ts";

/** What goes wrong with a call. `isDone`: the call is carried out nevertheless, only its answer is not what it should be. */
export type Fault =
  /** The connection breaks. */
  | { readonly kind: "reset"; readonly isDone: boolean }
  /** No answer ever comes; the connection stays open. */
  | { readonly kind: "hang"; readonly isDone: boolean }
  /** 500, or a page of a proxy (`html`) with that status. `retryAfter`: its header, as it is written. */
  | {
      readonly kind: "status";
      readonly status: number;
      readonly isDone: boolean;
      readonly isHtml?: boolean;
      readonly retryAfter?: string;
    }
  /** An answer of the Bot API; nothing is done. */
  | {
      readonly kind: "error";
      readonly code: number;
      readonly description: string;
      readonly parameters?: Readonly<Record<string, number>>;
    }
  /** The answer comes this much later, in real milliseconds. */
  | { readonly kind: "slow"; readonly ms: number };

/** Which calls a fault meets. */
export interface FaultRule {
  readonly fault: Fault;
  /** Null: any. */
  readonly method?: string;
  readonly chatId?: number;
  /** A text that `text` or `caption` must contain. */
  readonly containing?: string;
  /** How many calls it meets; 1 by default, Infinity (or null over HTTP) for all. */
  readonly times?: number | null;
  /** How many matching calls pass before. */
  readonly after?: number;
}

/** The faults to come, in the order in which they were asked for. */
export class Faults {
  #rules: { rule: FaultRule; left: number; passing: number }[] = [];

  add(rule: FaultRule): void {
    this.#rules.push({
      rule,
      left: rule.times === null ? Infinity : (rule.times ?? 1),
      passing: rule.after ?? 0,
    });
  }

  clear(): void {
    this.#rules = [];
  }

  /** The fault that this call meets; null: none. */
  next(method: string, params: Params): Fault | null {
    const found = this.#rules.find((each) => each.left > 0 && matches(each.rule, method, params));
    if (found === undefined) return null;
    if (found.passing > 0) {
      found.passing -= 1;
      return null;
    }
    found.left -= 1;
    return found.rule.fault;
  }
}

function matches(rule: FaultRule, method: string, params: Params): boolean {
  if (rule.method !== undefined && rule.method.toLowerCase() !== method) return false;
  if (rule.chatId !== undefined && rule.chatId !== numberOf(params, "chat_id", 0)) return false;
  return (
    rule.containing === undefined ||
    `${textOf(params, "text")}${textOf(params, "caption")}`.includes(rule.containing)
  );
}
