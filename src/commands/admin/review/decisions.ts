import type { JournalEntry } from "../../../ports/ledger-store.ts";
import type { CommandCall } from "../../context.ts";

/** Decisions that can be taken back from the panel: the latest ones. */
const maxDecisions = 8;
const journalPage = 500;
/** Pages of decisions looked through; older ones are taken back by their number, which /audit does not need to know. */
const maxPages = 20;

/** What admins decided on a development, the latest first. */
export async function decisionsOn({ context }: CommandCall, id: string): Promise<readonly JournalEntry[]> {
  const { ledger } = context.store;
  const found: JournalEntry[] = [];
  let after = 0;
  for (let page = 0; page < maxPages; page++) {
    const entries = await ledger.journal({ after, reviewsOnly: true, limit: journalPage });
    found.push(...entries.filter((entry) => isAbout(entry, id)));
    const last = entries.at(-1);
    if (last === undefined || entries.length < journalPage) break;
    after = last.seq;
  }
  return found.slice(-maxDecisions).toReversed();
}

/** Of decisions, the latest first, those that were not taken back. What takes one back is none itself. */
export function standingDecisions(decisions: readonly JournalEntry[]): readonly JournalEntry[] {
  const takenBack = new Set<number>();
  return decisions.filter(({ seq, cause }) => {
    if (takenBack.has(seq) || cause.kind !== "review") return false;
    if (cause.action?.kind !== "undo") return true;
    takenBack.add(cause.action.seq);
    return false;
  });
}

function isAbout({ cause, before, made }: JournalEntry, id: string): boolean {
  if (cause.kind !== "review" || cause.action === undefined) return false;
  return made.includes(id) || before.developments.some((development) => development.id === id);
}
