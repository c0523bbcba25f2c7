import type { Development, StageClaim } from "../model/development.ts";
import type { EventStage } from "../model/event.ts";
import { eventStages } from "../model/event.ts";
import { unwithdrawn } from "./ruling.ts";
import { originsAmong } from "./origin.ts";

/** Stages by how far they go. The contract lists them so, but that what was agreed stays agreed when its day is announced. */
function stageOrder(kind: Development["kind"]): readonly EventStage[] {
  return kind === "exchange" ? ["announced", "agreed", "done", "delayed", "cancelled"] : eventStages[kind];
}

/**
 * The furthest stage that was claimed. Where a party or a mediator has spoken, what one outlet alone says in its own voice moves it no
 * further.
 */
export function newestStage(kind: Development["kind"], stages: readonly StageClaim[]): EventStage {
  const order = stageOrder(kind);
  // Where all were taken out by a review, they say at least what it was about.
  const standing = unwithdrawn(stages);
  const all = standing.length > 0 ? standing : stages;
  const told = [...new Set(all.map(({ stage }) => stage))];
  const twiceSaid = told.filter((stage) => isTwiceSaid(stage, all));
  const firm = all.filter(({ voice, stage }) => voice !== null || twiceSaid.includes(stage));
  const ranks = (firm.length > 0 ? firm : all).map((claim) => order.indexOf(claim.stage));
  return order[Math.max(...ranks)] ?? stages[0]?.stage ?? "done";
}

function isTwiceSaid(stage: EventStage, all: readonly StageClaim[]): boolean {
  return originsAmong(all.filter((claim) => claim.stage === stage)) > 1;
}
