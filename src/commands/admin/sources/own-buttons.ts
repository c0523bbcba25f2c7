import type { Action } from "../../../model/message.ts";
import type { FollowedSource } from "../../../ports/source-store.ts";
import type { CommandCall } from "../../context.ts";
import { hashKey, shortKey } from "../../short-key.ts";

/** Said after the id: decide otherwise than it was decided before. */
export const again = "again";

/** Stands for one request: the address and when it was asked for. A button of an earlier one decides nothing. */
export function requestMark({ source, state }: FollowedSource): string {
  return hashKey(`${source.id} ${source.url} ${state.dueAt}`);
}

/** The two buttons. `words`: behind the id. */
export function decisions(call: CommandCall, id: string, words: readonly string[]): readonly Action[] {
  return (["approve", "refuse"] as const).map((what) => ({
    command: "sources",
    argument: [what, shortKey(id), ...words].join(" "),
    label: call.text(`button-own-${what}`),
  }));
}

/** The buttons on a chat's own source that decide on it. */
export function decisionActions(call: CommandCall, { source, state }: FollowedSource): readonly Action[] {
  const [approve, refuse] = decisions(call, source.id, [
    state.halt === "waiting" ? requestMark({ source, state }) : again,
  ]);
  if (approve === undefined || refuse === undefined) return [];
  if (state.halt === "waiting") return [approve, refuse];
  return state.halt === "refused" ? [approve] : [refuse];
}
