import { aid } from "./aid-rule.ts";
import { capture } from "./capture-rule.ts";
import { ceasefire } from "./ceasefire-rule.ts";
import { evacuation } from "./evacuation-rule.ts";
import type { EventRule } from "./event-words.ts";
import { exchange } from "./exchange-rule.ts";
import { sanctions } from "./sanctions-rule.ts";
import { strike } from "./strike-rule.ts";
import { talks } from "./talks-rule.ts";

/** All rules; each looks at one sentence. */
export const eventRules: readonly EventRule[] = [
  exchange,
  ceasefire,
  talks,
  sanctions,
  strike,
  capture,
  evacuation,
  aid,
];
