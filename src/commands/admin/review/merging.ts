import { titleOf } from "../../../alert/title.ts";
import { textsOf } from "../../../languages/texts.ts";
import { addDays, dayOf, daysBetween, lastDay } from "../../../ledger/days.ts";
import type { Development } from "../../../model/development.ts";
import type { Reply } from "../../../ports/command.ts";
import type { CommandCall } from "../../context.ts";
import { snapshotOf } from "../../evidence.ts";
import { shortDay } from "../../moments.ts";
import { choose } from "./panel.ts";

/** Days before and after within which one thing is told as two. */
const nearDays = 7;
/** A list that is read before one is chosen from it. */
const maxCandidates = 10;

/** What a development may be one with: the likely ones to choose from, any other by its id. */
export async function mergeReply(call: CommandCall, development: Development): Promise<Reply> {
  const { id } = development;
  const texts = textsOf(call.language);
  const candidates = await candidatesFor(call, development);
  const options = await Promise.all(
    candidates.map(async (candidate) => ({ value: candidate.id, label: await lineOf(call, candidate) })),
  );
  const ask = {
    title: call.text("review-ask-merge"),
    example: call.text("review-ask-merge-example"),
    maxLength: 200,
  };
  const title = titleOf(await snapshotOf(call, development), texts);
  return {
    isPrivate: true,
    isInPlace: true,
    message: {
      title: call.text("report-development", { id, title }),
      blocks: [
        { kind: "text", text: call.text(options.length === 0 ? "review-merge-none" : "review-ask-merge") },
      ],
      selects: choose(call, { argument: `merge ${id}`, key: "review-choose-merge" }, options),
      actions: [
        { command: "review", argument: `merge ${id}`, label: call.text("button-merge-other"), ask },
        { command: "review", argument: `show ${id} here`, label: call.text("button-back") },
      ],
      language: call.language,
    },
  };
}

/** A development with its day. */
export async function lineOf(call: CommandCall, development: Development): Promise<string> {
  const { id, date, firstSeenAt } = development;
  const title = titleOf(await snapshotOf(call, development), textsOf(call.language));
  const day = shortDay(date ?? dayOf(firstSeenAt), call.language);
  return call.text("review-merge-line", { id, date: day, title });
}

/** What can be merged with it and is of days near its own, the likeliest first. */
async function candidatesFor(
  { context }: CommandCall,
  development: Development,
): Promise<readonly Development[]> {
  const { id, kind, conflict, subject } = development;
  const day = dayOfOne(development);
  const view = await context.store.ledger.near(
    {
      kinds: [kind],
      fromDate: addDays(day, -nearDays),
      toDate: addDays(day, nearDays),
      seenSince: Date.parse(addDays(day, -nearDays)),
      conflicts: [conflict],
      reportId: "",
    },
    [],
  );
  const places = new Set(development.places);
  // The country is common to nearly all.
  const shared = (other: Development): number =>
    other.places.filter((place) => place.length > 2 && places.has(place)).length;
  const apart = (other: Development): number => Math.abs(daysBetween(day, dayOfOne(other)));
  return view.developments
    .filter(
      (other) =>
        other.id !== id &&
        other.mergedInto === null &&
        other.kind === kind &&
        other.conflict === conflict &&
        apart(other) <= nearDays,
    )
    .toSorted(
      (a, b) =>
        Number(b.subject === subject) - Number(a.subject === subject) ||
        Math.min(shared(b), 1) - Math.min(shared(a), 1) ||
        apart(a) - apart(b) ||
        b.lastSeenAt - a.lastSeenAt,
    )
    .slice(0, maxCandidates);
}

function dayOfOne({ date, firstSeenAt }: Development): string {
  return lastDay(date) ?? dayOf(firstSeenAt);
}
