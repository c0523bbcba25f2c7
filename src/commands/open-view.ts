import { isHeld } from "../ledger/ruling.ts";
import { partOf } from "../ledger/unite.ts";
import type { Development } from "../model/development.ts";
import type { ArchiveStore } from "../ports/archive-store.ts";
import type { LedgerStore } from "../ports/ledger-store.ts";
import type { Store } from "../ports/store.ts";
import { passedOn } from "./passed-on.ts";

/** A store hands out the same object as long as it is true. */
const parts = new WeakMap<Development, Development | null>();

/**
 * What everybody may see of a development: of one that an admin holds, or that waits for an admin's approval or was refused it, what was told.
 * Null: nothing was.
 */
export function openPart(development: Development): Development | null {
  if (!isWithheld(development)) return development;
  const known = parts.get(development);
  if (known !== undefined) return known;
  const part = development.told === null ? null : toldPart(development, development.told.at);
  parts.set(development, part);
  return part;
}

/** Whether admins have the last word on what is told of it, and have not given it. */
export function isWithheld(development: Development): boolean {
  const { approval } = development;
  return isHeld(development) || approval?.state === "waiting" || approval?.state === "dropped";
}

/** What reports had said, and admins decided, up to a moment. */
function toldPart(development: Development, at: number): Development {
  const { figures, stages, denials = [], rulings = [] } = development;
  const heard = [...figures.flatMap(({ claims }) => claims), ...stages, ...denials];
  const reports = new Set(heard.flatMap(({ seenAt, reportId }) => (seenAt <= at ? reportId : [])));
  const decided = { ...development, rulings: rulings.filter((ruling) => ruling.at <= at) };
  return partOf(decided, (reportId) => reports.has(reportId));
}

function openParts(developments: readonly Development[]): readonly Development[] {
  return developments.flatMap((development) => openPart(development) ?? []);
}

/** The store as everybody but the bot's admins sees it. Decisions on the ledger take the plain store. */
export function storeForEverybody(store: Store): Store {
  const { ledger, archive } = store;
  return { ...store, ledger: openLedger(ledger), archive: openArchive(archive) };
}

function openLedger(ledger: LedgerStore): LedgerStore {
  return {
    ...passedOn(ledger),
    developments: async (query) => openParts(await ledger.developments(query)),
    development: async (id) => {
      const development = await ledger.development(id);
      return development === null ? null : openPart(development);
    },
    stored: async (ids) => openParts(await ledger.stored(ids)),
  };
}

/** What a report is found with stays whole: who asks for it is told why it was not told. */
function openArchive(archive: ArchiveStore): ArchiveStore {
  return {
    developmentsOn: async (query) => openParts(await archive.developmentsOn(query)),
    developmentShownAs: (...args) => archive.developmentShownAs(...args),
    developmentsShownAs: (...args) => archive.developmentsShownAs(...args),
    toldState: (...args) => archive.toldState(...args),
    reportAt: (...args) => archive.reportAt(...args),
    countSince: (at) => archive.countSince(at),
    tracesOf: (chatId) => archive.tracesOf(chatId),
    unindexed: (...args) => archive.unindexed(...args),
    index: (...args) => archive.index(...args),
    search: (...args) => archive.search(...args),
  };
}
