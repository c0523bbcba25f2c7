import type { Attribution } from "../model/development.ts";
import type { StoredSignature } from "../ports/ledger-store.ts";
import type { Report } from "../model/report.ts";
import type { Speaker } from "../model/speaker.ts";

/**
 * The independent origin of a claim: its innermost speaker, for relays and translations add nothing; without one the outlet,
 * or that of the text which the report copies.
 */
export function originOf(by: Speaker | null, textOrigin: string): string {
  return by === null ? textOrigin : plain(by.name);
}

/** The origin of a report's own voice: its outlet, or the origin of the earlier text that it copies. */
export function textOriginOf(report: Report, copied: StoredSignature | null): string {
  return copied?.origin ?? plain(report.source.name);
}

/** How many independent origins stand behind claims. */
export function originsAmong(claims: readonly Pick<Attribution, "origin">[]): number {
  return new Set(claims.map(({ origin }) => origin)).size;
}

/** How many outlets tell claims, whoever they quote. */
export function outletsAmong(claims: readonly Pick<Attribution, "outlet">[]): number {
  return new Set(claims.map(({ outlet }) => outlet.name)).size;
}

/** A name without what stands in brackets ("Front Atlas (blog)") and without case. */
function plain(name: string): string {
  return name
    .replaceAll(/\s*\([^)]*\)/gu, "")
    .trim()
    .toLowerCase();
}
