import type { Development, Subject } from "../model/development.ts";
import type { ReadEvent } from "../model/reading.ts";
import type { Party } from "../model/side.ts";
import { stageClaimOf } from "./claim.ts";
import type { Draft } from "./draft.ts";
import { matchTopic } from "./match.ts";
import type { MatchContext } from "./same-day.ts";
import { ruledStages } from "./ruling.ts";
import { isSameCamp } from "./sides.ts";
import { denialsOf } from "./split.ts";
import type { Topic } from "./topic.ts";
import { union } from "./topic.ts";

/** What a denial may be about, where its own subject is not known to the ledger: an exchange denied is a date, a deal or a leg. */
const otherSubjects: Readonly<Partial<Record<ReadEvent["kind"], readonly Subject[]>>> = {
  exchange: ["delay", "deal", "captives", "bodies", "children"],
  ceasefire: ["breach", "truce", "start", "offer"],
  strike: ["place", "night"],
};

/** Puts what a report denies beside the developments that it denies. A denial opens none: what nobody told needs no denial. */
export function takeDenials(draft: Draft, context: MatchContext): void {
  const { report, reading } = draft.request;
  for (const topic of denialsOf(report, reading)) {
    const [event] = topic.events;
    if (event === undefined) continue;
    const claim = stageClaimOf(event, draft.request);
    const development = deniedOne(topic, claim.voice, context);
    if (development === null) continue;
    const current = draft.developments.get(development.id) ?? development;
    const denials = ruledStages([...(current.denials ?? []), claim], current.rulings ?? []);
    draft.developments.set(current.id, {
      ...current,
      denials,
      reports: union(current.reports, [report.id]),
      lastSeenAt: Math.max(current.lastSeenAt, report.seenAt),
    });
  }
}

function deniedOne(topic: Topic, voice: Party | null, context: MatchContext): Development | null {
  const subjects = [topic.subject, ...(otherSubjects[topic.kind] ?? [])];
  for (const subject of new Set(subjects)) {
    const found = matchTopic({ ...topic, subject, attacker: null }, context);
    if (found !== null && isTheirs(found, voice)) return found;
  }
  return null;
}

/** Nobody denies a strike that they suffered: such a reading took the place of another sentence. */
function isTheirs({ kind, attacker }: Development, voice: Party | null): boolean {
  return kind !== "strike" || attacker === null || isSameCamp(voice, attacker);
}
