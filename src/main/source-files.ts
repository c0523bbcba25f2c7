import { readFileSync, writeFileSync } from "node:fs";
import { readOpml, writeOpml, type OpmlOutline } from "../../adapters/opml/index.ts";
import { decodeText } from "../../adapters/source/decode.ts";
import { sourceKindNames } from "../../adapters/source/kinds.ts";
import { systemClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { ConfigError, FormatError, messageOf, TallywireError } from "../errors.ts";
import type { Source } from "../model/source.ts";
import { newSource, type SourceRules } from "../poll/source-form.ts";
import type { SourceStore } from "../ports/source-store.ts";
import { rulesOf, withSources } from "./source-edit.ts";

/** `sources export`: the followed sources as OPML, to a file or standard output (`-`). Throws ConfigError `unwritable`. */
export async function exportSources(config: Config, file: string): Promise<number> {
  const followed = await withSources(config, (sources) => sources.list());
  const text = writeOpml(
    followed.map(({ source }) => source),
    "Sources of Tallywire",
  );
  if (file === "-") process.stdout.write(text);
  else {
    try {
      writeFileSync(file, text);
    } catch (cause) {
      throw fileError(file, "written", cause);
    }
    process.stdout.write(`${followed.length} sources are in ${file}.\n`);
  }
  return 0;
}

/**
 * `sources import`: follows what is not followed yet and leaves alone what is; doing it twice changes nothing more. Resolves to 1 when an
 * outline names no source that can be followed. Throws ConfigError `no-input` and FormatError `not-opml`.
 */
export async function importSources(config: Config, file: string): Promise<number> {
  const outlines = readOpml(decodeText(readInput(file), ""));
  return withSources(config, async (sources) => {
    const followed = (await sources.list()).map(({ source }) => source);
    const taken: Taken = {
      ids: new Set(followed.map(({ id }) => id)),
      urls: new Set(followed.map(({ url }) => url)),
      rules: rulesOf(config),
    };
    let [added, known, faulty] = [0, 0, 0];
    for (const outline of outlines) {
      try {
        if (await followOutline(sources, named(outline), taken)) added += 1;
        else known += 1;
      } catch (error) {
        if (!(error instanceof TallywireError) || error.name === "StoreError") throw error;
        faulty += 1;
        process.stderr.write(`${outline.url}: ${messageOf(error)}\n`);
      }
    }
    const faults = faulty === 0 ? "" : `, ${faulty} cannot be followed`;
    process.stdout.write(`${added} added, ${known} followed already${faults}.\n`);
    return faulty === 0 ? 0 : 1;
  });
}

interface Taken {
  readonly ids: Set<string>;
  readonly urls: Set<string>;
  readonly rules: SourceRules;
}

/** Other readers' names may be of any length and several lines. */
function named(outline: OpmlOutline): OpmlOutline {
  const name = outline.name?.replace(/[\p{Cc}\s]+/gu, " ").slice(0, 100);
  return name === undefined ? outline : { ...outline, name };
}

/** False: its address is followed already. */
async function followOutline(sources: SourceStore, outline: OpmlOutline, taken: Taken): Promise<boolean> {
  const words = outline.name === undefined ? {} : { name: outline.name };
  const derived = newSource(outline.url, words, taken.rules);
  const { url } = outline.kind === undefined ? derived : outline;
  if (taken.urls.has(url)) return false;
  if (outline.kind !== undefined && !sourceKindNames.includes(outline.kind))
    throw new FormatError(`This version knows no source of kind ${outline.kind}.`, { code: "unknown-kind" });
  const source: Source = { ...derived, ...outline, url, id: freeId(outline.id ?? derived.id, taken.ids) };
  await sources.add(source, systemClock.now());
  taken.ids.add(source.id);
  taken.urls.add(url);
  return true;
}

/** The id, or with a number behind it when another source has it. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

function readInput(file: string): Uint8Array {
  try {
    return readFileSync(file === "-" ? 0 : file);
  } catch (cause) {
    throw fileError(file, "read", cause);
  }
}

function fileError(file: string, done: "read" | "written", cause: unknown): ConfigError {
  const why = (cause as NodeJS.ErrnoException).code ?? "unknown fault";
  return new ConfigError(`${file} cannot be ${done} (${why}).`, {
    code: done === "read" ? "no-input" : "unwritable",
    permanent: true,
    hint: "Give the path of an OPML file, or - for the standard streams.",
    cause,
  });
}
