import type { Alert } from "../../../src/model/alert.ts";
import type { CaughtUp, ShownCatchUp, ShownRevision } from "../../../src/model/delivery.ts";
import type { ClaimRequest } from "../../../src/ports/outbox-store.ts";
import type { CatchUpParts } from "./claim-catch-up-again.ts";
import { isWanted } from "./catch-ups.ts";
import type { WaitingGroup } from "./claim-group.ts";

/** Developments that were merged one into the other are followed so far. */
const longestMerges = 8;

/** What catch-ups that stand in a chat are changed to. Call it inside a write transaction. */
export class CatchUpEdits {
  readonly #parts: Pick<CatchUpParts, "alerts" | "catchUps" | "groups">;

  constructor(parts: Pick<CatchUpParts, "alerts" | "catchUps" | "groups">) {
    this.#parts = parts;
  }

  /** What an edit of a catch-up draws: everything in it as it stands now. Null: the message of the group is none. */
  shownIn(group: WaitingGroup, request: ClaimRequest): ShownCatchUp | null {
    const { catchUps } = this.#parts;
    const messageId = group.shown?.messageId ?? null;
    if (group.isLoud || messageId === null) return null;
    const catchUp = catchUps.shownAs(group.chat.id, messageId);
    if (catchUp === null) return null;
    const parts = catchUps.parts(catchUp.id).filter(isWanted);
    const own = group.newest.development;
    const stories = new Map<string, CaughtUp>();
    const covers: ShownRevision[] = [];
    for (const { developmentId } of parts) {
      const other = developmentId === own ? null : this.#edited(developmentId, { messageId, group }, request);
      if (other !== null) covers.push({ development: developmentId, revision: other.newest.revision });
      const newest = this.#standing(developmentId);
      if (newest === null || stories.has(newest.development)) continue;
      const isOwn = developmentId === own || newest.development === own;
      stories.set(newest.development, {
        newest,
        unseen: (isOwn ? group : other)?.unseen ?? [],
        isNew: false,
      });
    }
    // Where a chat has moved, its messages are numbered anew: another one may have the number of an old catch-up.
    const isIn = stories.has(own) || parts.some(({ developmentId }) => developmentId === own);
    return isIn ? { catchUp, stories: [...stories.values()], covers } : null;
  }

  /** What waits for another development in the message, if that is an edit of it. */
  #edited(
    developmentId: string,
    { messageId, group }: { readonly messageId: string; readonly group: WaitingGroup },
    request: ClaimRequest,
  ): WaitingGroup | null {
    const chatId = group.chat.id;
    if (this.#parts.groups.shown(chatId, developmentId)?.messageId !== messageId) return null;
    const other = this.#parts.groups.look({ chatId, developmentId }, request);
    const isEdit =
      other !== null &&
      !other.isLoud &&
      other.newest.development === developmentId &&
      other.shown?.messageId === messageId &&
      other.rows.every(({ mayRepeat }) => !mayRepeat);
    return isEdit ? other : null;
  }

  /** The newest alert on what a development has become. Null: nothing was told. */
  #standing(developmentId: string): Alert | null {
    let newest = this.#parts.alerts.newest(developmentId);
    for (let merges = 0; newest?.mergedInto !== undefined && merges < longestMerges; merges += 1)
      newest = this.#parts.alerts.newest(newest.mergedInto) ?? newest;
    return newest;
  }
}
