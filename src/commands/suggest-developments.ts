import { titleOf } from "../alert/title.ts";
import { textsOf } from "../languages/texts.ts";
import type { Asked, Suggestion } from "./context.ts";

const lookedThrough = 60;
const maxLabel = 100;

/** The newest developments whose title holds what is typed. */
export async function suggestDevelopments({
  context,
  completion,
  language,
}: Asked): Promise<readonly Suggestion[]> {
  const typed = completion.typed.trim().toLowerCase();
  const alerts = await context.store.ledger.alerts({ limit: lookedThrough });
  const seen = new Set<string>();
  const newest = alerts.filter(({ development }) => !seen.has(development) && seen.add(development));
  const texts = textsOf(language);
  return newest
    .map((alert) => ({ value: alert.development, label: titleOf(alert, texts).slice(0, maxLabel) }))
    .filter(({ value, label }) => value.startsWith(typed) || label.toLowerCase().includes(typed));
}
