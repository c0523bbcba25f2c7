import type { Development, Operation } from "../model/development.ts";
import type { LedgerChange } from "../ports/ledger-store.ts";

/** The states that a change replaced. One that the change made is not among them. */
export interface StatesBefore {
  readonly developments: readonly Development[];
  readonly operations: readonly Operation[];
}

/**
 * The change that takes another one back: every state as it was before. What the change made stays as an empty shell, so that
 * its id is never given to something else. `told` and holds stay as they are now: what subscribers read cannot be undone.
 */
export function invert(change: LedgerChange, before: StatesBefore, now: StatesBefore): LedgerChange {
  const developments = change.developments.map((made) => {
    const old = before.developments.find((development) => development.id === made.id);
    const current = now.developments.find((development) => development.id === made.id) ?? made;
    return { ...(old ?? emptied(made)), told: current.told, holdUntil: null };
  });
  const operations = change.operations.map(
    (made) =>
      before.operations.find((operation) => operation.id === made.id) ?? {
        ...made,
        developments: [],
        planned: [],
        claimed: [],
        running: [],
      },
  );
  return { cause: change.cause, at: change.at, developments, operations };
}

function emptied(development: Development): Development {
  const { denials: _, ...rest } = development;
  return { ...rest, reports: [], figures: [], stages: [], operation: null };
}
