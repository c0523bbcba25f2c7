import { defaultPolicy, type TellingPolicy } from "../alert/policy.ts";
import type { Config } from "../config.ts";

/** What is told, and when, as the configuration has it; everything that it does not name is the default. */
export function tellingPolicy(config: Config): TellingPolicy {
  const { APPROVAL_KINDS: kinds, APPROVAL_FROM_PEOPLE: fromPeople } = config;
  const singleStateOrigin = config.APPROVAL_SINGLE_STATE_SOURCE;
  const isAsked = kinds.length > 0 || fromPeople !== undefined || singleStateOrigin;
  return {
    ...defaultPolicy,
    kinds: config.TELL_KINDS,
    onRequest: config.TELL_ON_REQUEST,
    unknownConflict: config.TELL_UNKNOWN_CONFLICT,
    holdMs: config.HOLD_SECONDS * 1000,
    approval: isAsked
      ? {
          kinds,
          fromPeople: fromPeople ?? null,
          singleStateOrigin,
          waitMs: config.APPROVAL_WAIT_MINUTES * 60_000,
          atTimeout: config.APPROVAL_AT_TIMEOUT,
        }
      : null,
  };
}
