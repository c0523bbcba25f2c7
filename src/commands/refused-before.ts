import type { AuditStore } from "../ports/audit-store.ts";

const pageSize = 200;

/**
 * When the bot's admins last refused an address to any chat, epoch milliseconds; null: never, or they have approved it since. It is asked of their own
 * log, which says of an address how they decided and of no chat who it was: /forget takes a refusal from the chat, not the admins' decision from them.
 */
export async function refusedBefore(audit: AuditStore, url: string): Promise<number | null> {
  const acts = ["source.approve", "source.refuse"];
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const entries = await audit.list({ acts, before, limit: pageSize });
    const last = entries.find(({ after, outcome }) => after === url && outcome === "done");
    if (last !== undefined) return last.act === "source.refuse" ? last.at : null;
    const oldest = entries.at(-1);
    if (oldest === undefined || entries.length < pageSize) return null;
    before = oldest.seq;
  }
}
