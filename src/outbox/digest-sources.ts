import type { Block, ListItem } from "../model/message.ts";
import type { Subscription } from "../model/subscription.ts";
import type { Texts } from "../languages/texts.ts";
import { healthOf } from "../poll/health.ts";
import type { FollowedSource } from "../ports/source-store.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Sources named in one digest; the others are in the count. */
const maxNamed = 10;

/** How the sources do that a chat follows. */
export interface SourceNews {
  readonly all: number;
  /** One line for each that is silent or failing, the longest first. */
  readonly unwell: readonly string[];
}

/** What a reader must know of the sources, so that silence is not taken for calm. One that an admin has paused is none of them. */
export function sourceNews(
  followed: readonly FollowedSource[],
  { sources }: Pick<Subscription, "sources">,
  { texts, now }: { readonly texts: Texts; readonly now: number },
): SourceNews {
  const own = followed.filter(
    ({ source, state }) =>
      state.halt !== "paused" &&
      state.halt !== "waiting" &&
      state.halt !== "refused" &&
      (sources === null || source.ownerChat !== undefined || sources.includes(source.id)),
  );
  const unwell = own.flatMap((one) => {
    const { state, sinceAt } = healthOf(one, now);
    if (state === "healthy" || state === "paused" || state === "waiting" || state === "refused") return [];
    return [{ sinceAt: sinceAt ?? Infinity, line: lineOf(one.source.name, state, { sinceAt, texts, now }) }];
  });
  const lines = unwell.toSorted((a, b) => a.sinceAt - b.sinceAt).map(({ line }) => line);
  return { all: own.length, unwell: lines };
}

/** The same as the end of a message. */
export function sourceBlocks({ all, unwell }: SourceNews, texts: Texts): readonly Block[] {
  if (all === 0) return [];
  const counts = {
    n: all,
    count: texts.number(all),
    all: texts.number(all),
    unwell: texts.number(unwell.length),
  };
  if (unwell.length === 0) return [{ kind: "note", text: texts.text("digest-sources-fine", counts) }];
  const items: readonly ListItem[] = unwell.slice(0, maxNamed).map((text) => ({ text, link: null }));
  return [
    { kind: "text", text: texts.text("digest-sources-unwell", counts) },
    { kind: "list", items },
  ];
}

function lineOf(
  name: string,
  state: "unpolled" | "failing" | "silent" | "disabled" | "gone",
  { sinceAt, texts, now }: { readonly sinceAt: number | null; readonly texts: Texts; readonly now: number },
): string {
  const kind = state === "disabled" || state === "gone" ? "halted" : state;
  if (kind === "unpolled") return texts.text("digest-source-unpolled", { name });
  if (sinceAt === null)
    return texts.text(`digest-source-${kind === "silent" ? "failing" : kind}-now`, { name });
  return texts.text(`digest-source-${kind}`, { name, time: durationText(now - sinceAt, texts) });
}

function durationText(ms: number, texts: Texts): string {
  const [unit, size]: readonly [string, number] =
    ms < hourMs ? ["minutes", minuteMs] : ms < 2 * dayMs ? ["hours", hourMs] : ["days", dayMs];
  const n = Math.max(1, Math.round(ms / size));
  return texts.text(`digest-${unit}`, { n, count: texts.number(n) });
}
