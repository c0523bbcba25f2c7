import type { Texts } from "../languages/texts.ts";
import type { Alert, AlertProgress } from "../model/alert.ts";
import type { Block } from "../model/message.ts";
import { labelText, sideText } from "./wording.ts";

/** "697 of 1,000 each" where both sides stand alike, else a line a side; and any total that the legs do not add up to. */
export function progressBlocks(alert: Alert, texts: Texts): readonly Block[] {
  const byMeasure = Map.groupBy(alert.progress, (progress) => progress.measure);
  const lines = [...byMeasure.values()].flatMap((group) => measureProgress(group, alert, texts));
  const mismatches = alert.progress.flatMap(({ side, done, claimed }): readonly Block[] =>
    claimed === null
      ? []
      : [
          {
            kind: "note",
            text: texts.text("progress-mismatch", {
              claimed: texts.number(claimed),
              side: sideText(side, texts),
              done: texts.number(done),
            }),
          },
        ],
  );
  return [...lines, ...mismatches];
}

function measureProgress(group: readonly AlertProgress[], alert: Alert, texts: Texts): readonly Block[] {
  const [first, second] = group;
  if (first === undefined) return [];
  const isAlike =
    second !== undefined &&
    group.length === 2 &&
    first.done === second.done &&
    first.target === second.target &&
    first.target !== null;
  return (isAlike ? [first] : group).flatMap((progress) =>
    isRow(progress, alert) ? [] : [progressBlock(progress, { isEach: isAlike, alert, texts })],
  );
}

/** A sum of one leg, of which nothing is left to come, stands among the figures already. */
function isRow({ measure, side, done, target }: AlertProgress, alert: Alert): boolean {
  return (
    target === null &&
    alert.figures.some((figure) => figure.measure === measure && figure.side === side && figure.low === done)
  );
}

function progressBlock(
  { measure, side, done, target }: AlertProgress,
  { isEach, alert, texts }: { readonly isEach: boolean; readonly alert: Alert; readonly texts: Texts },
): Block {
  const whole = { measure, side: isEach ? null : side, group: null, weapon: null, scope: "event" } as const;
  const values = { label: labelText(whole, alert, texts), done: texts.number(done) };
  if (target === null) return { kind: "note", text: texts.text("progress-sum", values) };
  const progress = texts.text(isEach ? "progress-each" : "progress-of", {
    ...values,
    target: texts.number(target),
  });
  const id = done === target ? "progress-complete" : done > target ? "progress-over" : "progress-left";
  return {
    kind: "progress",
    text: texts.text(id, { progress, left: texts.number(target - done) }),
    done,
    target,
  };
}
