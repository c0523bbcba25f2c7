import { aid } from "./aid-rule.ts";
import { capture } from "./capture-rule.ts";
import { ceasefire } from "./ceasefire-rule.ts";
import { evacuation } from "./evacuation-rule.ts";
import type { EventRule } from "./event-words.ts";
import { exchange } from "./exchange-rule.ts";
import { sanctions } from "./sanctions-rule.ts";
import { strike } from "./strike-rule.ts";
import { strikeWords } from "./strike-told.ts";
import { talks } from "./talks-rule.ts";
import type { AnyOf } from "../text/sentence-hits.ts";
import { anyOf } from "../text/sentence-hits.ts";

/** A rule, and what a sentence must have for it to be asked. */
interface AskedRule {
  readonly rule: EventRule;
  /** Some word of these. */
  readonly words: AnyOf;
  /** Or a figure. */
  readonly orFigure: boolean;
}

/** All rules; each looks at one sentence. */
export const eventRules: readonly AskedRule[] = [
  { rule: exchange, words: anyOf("exchangeTalk"), orFigure: true },
  { rule: ceasefire, words: anyOf("ceasefire", "haltsFire", "violates", "resumed"), orFigure: false },
  { rule: talks, words: anyOf("talks", "call", "hosts"), orFigure: false },
  { rule: sanctions, words: anyOf("sanctions"), orFigure: false },
  { rule: strike, words: strikeWords, orFigure: true },
  {
    rule: capture,
    words: anyOf("capture", "taking", "takes", "allegation", "lostLand", "leavesLand"),
    orFigure: true,
  },
  { rule: evacuation, words: anyOf("evacuation", "leaving"), orFigure: true },
  { rule: aid, words: anyOf("aid", "aidPackage", "give", "sends"), orFigure: false },
];
