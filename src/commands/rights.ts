import type { MissingRight } from "../ports/command.ts";
import type { CommandCall } from "./context.ts";

/** What the bot lacks at the place of the call, in words, with what to do about it; []: nothing. */
export function missingRightsLines(call: CommandCall, missing: readonly MissingRight[]): readonly string[] {
  if (missing.length === 0) return [];
  const rights = missing.map((right) => call.text(`right-${right}`)).join(", ");
  // Without these two nothing at all arrives.
  const isMute = missing.includes("send") || missing.includes("see");
  return [call.text(isMute ? "rights-missing-send" : "rights-missing", { rights })];
}
