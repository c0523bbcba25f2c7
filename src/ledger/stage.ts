import type { Development, StageClaim } from "../model/development.ts";
import type { EventStage } from "../model/event.ts";
import { eventStages } from "../model/event.ts";
import { unwithdrawn } from "./ruling.ts";

/** Stages by how far they go. The contract lists them so, but that what was agreed stays agreed when its day is announced. */
function stageOrder(kind: Development["kind"]): readonly EventStage[] {
  return kind === "exchange" ? ["announced", "agreed", "done", "delayed", "cancelled"] : eventStages[kind];
}

/** The furthest stage that was claimed. */
export function newestStage(kind: Development["kind"], stages: readonly StageClaim[]): EventStage {
  const order = stageOrder(kind);
  // Where all were taken out by a review, they say at least what it was about.
  const standing = unwithdrawn(stages);
  const ranks = (standing.length > 0 ? standing : stages).map((claim) => order.indexOf(claim.stage));
  return order[Math.max(...ranks)] ?? stages[0]?.stage ?? "done";
}
