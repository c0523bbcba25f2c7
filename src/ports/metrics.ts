import type { SendOutcome } from "./chat-platform.ts";

/** A call of a platform that was answered, or given up. */
export interface DeliveryEvent {
  readonly platform: string;
  readonly call: "send" | "edit";
  readonly what: "alert" | "catch-up" | "notice";
  readonly outcome: SendOutcome["kind"];
  /** What has to wait, where the platform asks for that (429 and the like); null: nothing. */
  readonly waitScope: "message" | "chat" | "platform" | null;
  readonly isLoud: boolean;
  /** An earlier call was not answered, so this one may have doubled a message. Never where the platform tells repeats. */
  readonly mayDouble: boolean;
  /** From the making of the newest alert, or of the notice, to the answer, milliseconds. */
  readonly waitedMs: number;
  /** The alert's seq; null: a notice or a catch-up. */
  readonly alert: number | null;
}

/** What waits and what was done, over all processes on the store. */
export interface QueueNumbers {
  /** Deliveries by state. */
  readonly states: Readonly<Record<string, number>>;
  /** For each platform, how long the oldest delivery that is due has waited, milliseconds; 0: none waits. */
  readonly oldestMs: Readonly<Record<string, number>>;
}

/** A page for whoever collects metrics. */
export interface MetricsPage {
  readonly contentType: string;
  readonly body: string;
}

/** Who may read the page: everybody who reaches the server, who has the token, or nobody. */
export type MetricsAccess =
  | { readonly kind: "open" }
  | { readonly kind: "token"; readonly token: string }
  | { readonly kind: "closed" };

/** Counts what happens for an operator's eyes. */
export interface Metrics {
  onDelivery(event: DeliveryEvent): void;
  render(): Promise<MetricsPage>;
  /** Ends what it measures by itself. */
  stop(): void;
}
