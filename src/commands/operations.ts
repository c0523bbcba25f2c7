import { stageText } from "../alert/title.ts";
import { textsOf } from "../languages/texts.ts";
import type { Development, Operation } from "../model/development.ts";
import type { CommandCall } from "./context.ts";
import { shortDay } from "./moments.ts";
import { conflictName } from "./settings/conflicts.ts";

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
