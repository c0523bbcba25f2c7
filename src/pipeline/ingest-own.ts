import type { TellingPolicy } from "../alert/policy.ts";
import type { Alert } from "../model/alert.ts";
import type { Store } from "../ports/store.ts";
import { ingestPage, type PageRequest } from "./ingest-page.ts";

export interface OwnPageRequest extends Omit<PageRequest, "store"> {
  readonly store: Pick<Store, "ownLedger" | "sources">;
  /** The chat whose own source the page is of. */
  readonly chatId: number;
}

/**
 * Takes the items of a chat's own source into that chat's own ledger, which neither reads everybody's nor writes to it. Nothing of a source that
 * was given up while it was read. Returns the alerts as committed: they are for that chat alone. Throws as `ingestReport` does.
 */
export async function ingestOwn({ store, chatId, ...request }: OwnPageRequest): Promise<readonly Alert[]> {
  const sourceId = request.items[0]?.mark.sourceId;
  if (sourceId === undefined || (await store.sources.find(sourceId)) === null) return [];
  const policy = ownPolicy(request.policy);
  return ingestPage({ ...request, policy, store: { ledger: store.ownLedger(chatId) } });
}

/** What a chat follows by itself waits neither for a second origin, which will hardly come there, nor for the bot's admins. */
export function ownPolicy(policy: TellingPolicy): TellingPolicy {
  return { ...policy, holdMs: 0, approval: null };
}
