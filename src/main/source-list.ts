import { systemClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { healthOf } from "../poll/health.ts";
import type { FollowedSource } from "../ports/source-store.ts";
import { withSources } from "./source-edit.ts";

/** `sources list`: two lines a source, and its note. Resolves to 0. */
export async function listSources(config: Config): Promise<number> {
  const followed = await withSources(config, (sources) => sources.list());
  const now = systemClock.now();
  for (const each of followed) process.stdout.write(`${linesOf(each, now)}\n`);
  process.stdout.write(`${followed.length} ${followed.length === 1 ? "source" : "sources"}\n`);
  return 0;
}

function linesOf(followed: FollowedSource, now: number): string {
  const { source, state } = followed;
  const health = healthOf(followed, now);
  const marks = [
    source.kind,
    ...(source.lang === null ? [] : [source.lang]),
    ...(source.side === null ? [] : [source.side]),
    ...(source.isUrgent ? ["urgent"] : []),
    ...(source.isStateControlled ? ["state-controlled"] : []),
    ...(source.wantsArticle === true ? ["article pages"] : []),
  ];
  const times = [
    ...(state.lastSuccessAt === null ? [] : [`Last answer ${utc(state.lastSuccessAt)}.`]),
    ...(state.lastNewItemAt === null ? [] : [`Last new item ${utc(state.lastNewItemAt)}.`]),
  ];
  const note = source.note === "" ? "" : `\n    ${source.note}`;
  return `${source.id}  ${source.name} (${marks.join(", ")})  ${source.url}\n    ${health.state}: ${[health.text, ...times].join(" ")}${note}`;
}

function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
