import type { Alert } from "../model/alert.ts";
import type { Link } from "../model/message.ts";

/** The first of an alert's sources that has an address. Null: none has. */
export function sourceLink({ sources }: Pick<Alert, "sources">): Link | null {
  const source = sources.find(({ url }) => /^https?:/u.test(url));
  return source === undefined ? null : { label: source.label, url: source.url };
}
