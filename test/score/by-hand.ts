import { readFileSync } from "node:fs";
import type { Measure } from "../../src/measures.ts";
import type { EventKind, EventStage } from "../../src/model/event.ts";
import type { Figure, Group, Scope, Weapon } from "../../src/model/figure.ts";
import type { ReadEvent, Reading } from "../../src/model/reading.ts";
import type { Report } from "../../src/model/report.ts";
import type { Speaker } from "../../src/model/speaker.ts";

/**
 * Readings of the five streams written by hand, so that a wrong alert can be told to be the ledger's fault or the reader's. A line with an id
 * (and the parties that the report names) begins a report; each line under it is a figure or, with `!`, an event:
 *
 *     x03 [RU,UA]
 *       ! exchange agreed @2025-09-05 P:RU,UA by Vladimir Medinsky/RU
 *       prisoners.released UA 1200 planned by Vladimir Medinsky/RU
 *
 * `@` day, `#` places, `P:` parties, `g:` group, `w:` weapon, `was:` the number before, `>=` `<=` `~` bounds and hedges, `-` for none.
 */
export function readerByHand(stream: string): (report: Report) => Reading {
  const readings = parse(readFileSync(new URL(`./readings/${stream}.txt`, import.meta.url), "utf8"));
  return (report) => {
    const known = readings.get(report.id);
    return { figures: [], events: [], parties: [], places: [], ...known, lang: report.lang };
  };
}

type Noted = Pick<Reading, "figures" | "events" | "parties">;

function parse(text: string): ReadonlyMap<string, Noted> {
  const blocks = text.split(/\n(?=\S)/u).filter((block) => block.trim() !== "");
  return new Map(blocks.map((block) => [/^\S+/u.exec(block)?.[0] ?? "", noted(block)]));
}

function noted(block: string): Noted {
  const [head = "", ...lines] = block.split("\n");
  const items = lines.map((line) => line.trim()).filter((line) => line !== "");
  return {
    parties: (/\[(.*)\]/u.exec(head)?.[1] ?? "").split(",").filter((party) => party !== ""),
    figures: items.filter((item) => !item.startsWith("!")).map(figureOf),
    events: items.filter((item) => item.startsWith("!")).map(eventOf),
  };
}

interface Fields {
  readonly words: readonly string[];
  readonly by: Speaker | null;
  readonly field: (prefix: string) => string | null;
}

function fieldsOf(line: string): Fields {
  const said = / by ([^@#]+?)\/([\w-]+)(?= |$)/u.exec(line);
  const words = line.replace(said?.[0] ?? "", "").split(/\s+/u);
  const side = said?.[2] ?? "-";
  return {
    words,
    by: said === null ? null : { name: said[1] ?? "", side: side === "-" ? null : side },
    field: (prefix) => words.find((word) => word.startsWith(prefix))?.slice(prefix.length) ?? null,
  };
}

function figureOf(line: string): Figure {
  const { words, by, field } = fieldsOf(line);
  const value = Number(words[2]);
  const was = field("was:");
  return {
    measure: words[0] as Measure,
    side: words[1] === "-" ? null : (words[1] ?? null),
    group: field("g:") as Group | null,
    weapon: field("w:") as Weapon | null,
    low: words.includes("<=") ? null : value,
    high: words.includes(">=") ? null : value,
    approx: words.includes("~"),
    scope:
      (["planned", "running", "overall"] as const satisfies readonly Scope[]).find((scope) =>
        words.includes(scope),
      ) ?? "event",
    date: field("@"),
    places: field("#")?.split(",") ?? [],
    by,
    evidence: line,
    ...(was === null ? {} : { was: Number(was) }),
    ...(words.includes("within") ? { within: true } : {}),
  };
}

function eventOf(line: string): ReadEvent {
  const { words, by, field } = fieldsOf(line);
  return {
    kind: words[1] as EventKind,
    stage: words[2] as EventStage,
    date: field("@"),
    by,
    evidence: line,
    isDenial: words.includes("denial") || words[2] === "denied",
    places: field("#")?.split(",") ?? [],
    parties: field("P:")?.split(",") ?? [],
  };
}
