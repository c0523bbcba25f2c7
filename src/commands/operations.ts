import { stageText } from "../alert/title.ts";
import { textsOf } from "../languages/texts.ts";
import type { Development, Operation } from "../model/development.ts";
import type { CommandCall } from "./context.ts";
import { shortDay } from "./moments.ts";
import { conflictName } from "./settings/conflicts.ts";

/** Newest operations that are looked at. */
const maxOperations = 20;

/** The conflicts that the chat follows; null: all. */
export function conflictsOf({ chat }: Pick<CommandCall, "chat">): readonly string[] | null {
  return chat?.state === "active" ? chat.subscription.conflicts : null;
}

/** The newest operations of the conflicts that the chat follows, at most `limit`. */
export async function operationsHere(call: CommandCall, limit: number): Promise<readonly Operation[]> {
  const conflicts = conflictsOf(call);
  const newest = await call.context.store.ledger.operations(maxOperations);
  return newest
    .filter(({ conflict }) => conflicts === null || (conflict !== null && conflicts.includes(conflict)))
    .slice(0, limit);
}

/** The legs of an operation that are known, in the order of their days. */
export async function legsOf(
  { context }: CommandCall,
  operation: Operation,
): Promise<readonly Development[]> {
  const stored = await Promise.all(operation.developments.map((id) => context.store.ledger.development(id)));
  const legs = stored.filter((leg) => leg !== null && leg.reports.length > 0) as readonly Development[];
  return [...new Map(legs.map((leg) => [leg.id, leg])).values()];
}

/** "Prisoner exchange, Russia–Ukraine, since 23 May". */
export function operationTitle(call: Pick<CommandCall, "text" | "language">, operation: Operation): string {
  const { kind, subject, conflict, firstDate } = operation;
  const what = stageText({ kind, subject, stage: "done" }, textsOf(call.language));
  const where = conflict === null ? [] : [conflictName(conflict, call.language)];
  const since =
    firstDate === null ? [] : [call.text("since-day", { day: shortDay(firstDate, call.language) })];
  return [what, ...where, ...since].join(", ");
}
