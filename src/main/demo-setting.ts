import type { Clock } from "../clock.ts";
import type { Source } from "../model/source.ts";

/** What differs when the demo runs: its sources, its clock, its console chat. */
export interface DemoSetting {
  readonly sources: readonly Source[];
  /** The demo server's: exempt from the private-address rule. */
  readonly origin: string;
  readonly stageClock: Clock;
  readonly write: (text: string) => void;
}
