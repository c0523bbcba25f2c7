import { openStore } from "../../adapters/store/index.ts";
import { auditedSources } from "../commands/admin/sources/audited.ts";
import { systemClock } from "../clock.ts";
import type { OwnSourceRules } from "../commands/own-view.ts";
import type { Config } from "../config.ts";
import { editSource, newSource, type SourceRules, type SourceWords } from "../poll/source-form.ts";
import type { SourceStore } from "../ports/source-store.ts";
import { offersOf, readCatalogue, seedCatalogue, type Offer } from "./catalogue.ts";

/** How the audit log names who works on the machine itself. */
const byMachine = "cli";

/**
 * Works on the sources of the configured store, and closes it; what is changed goes into the audit log. A store that never had any is
 * given the catalogue first, as the first start would: else what an admin adds before it would keep the catalogue out.
 */
export async function withSources<Result>(
  config: Config,
  work: (sources: SourceStore) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(config.DATABASE_URL);
  try {
    await seedCatalogue(store.sources, readCatalogue(), systemClock.now());
    const recorder = { audit: store.audit, clock: systemClock, by: byMachine };
    return await work(auditedSources(store.sources, recorder));
  } finally {
    await store.close();
  }
}

/** What this installation lets sources be. */
export function rulesOf(config: Config): SourceRules {
  return { allowPrivate: config.ALLOW_PRIVATE_SOURCES };
}

/** What it lets chats follow by themselves. */
export function ownSourceRules(config: Config): OwnSourceRules {
  const { CHAT_SOURCES: mode, CHAT_SOURCES_PER_CHAT: perChat, CHAT_SOURCES_IN_ALL: inAll } = config;
  return { mode, limits: { perChat, inAll } };
}

/** `sources add`. Throws as `newSource` does, and SourceError `source-exists`. */
export async function addSource(config: Config, url: string, words: SourceWords): Promise<number> {
  const source = newSource(url, words, rulesOf(config));
  await withSources(config, (sources) => sources.add(source, systemClock.now()));
  say(`Following ${source.id} (${source.kind}, ${source.url}). Its items of before are read quietly.`);
  return 0;
}

/** `sources edit`. Resolves to 1 when there is no such source. Throws as `editSource` does. */
export async function changeFields(config: Config, id: string, words: SourceWords): Promise<number> {
  const edit = { id, words, rules: rulesOf(config), now: systemClock.now() };
  const isKnown = await withSources(config, (sources) => editSource(sources, edit));
  if (isKnown) say(`${id} is changed. tallywire sources list shows it.`);
  else sayUnknown(id);
  return isKnown ? 0 : 1;
}

const done = { remove: "is no longer followed", pause: "is paused", resume: "is polled again" } as const;

/** `sources remove|pause|resume`. Resolves to 1 when there is no such source. */
export async function changeSource(config: Config, what: keyof typeof done, id: string): Promise<number> {
  const now = systemClock.now();
  const isKnown = await withSources(config, (sources) =>
    what === "remove" ? sources.remove(id, now) : sources.halt(id, what === "pause" ? "paused" : null, now),
  );
  if (isKnown) say(`${id} ${done[what]}.`);
  else sayUnknown(id);
  return isKnown ? 0 : 1;
}

/** `sources offers`: shows what the catalogue has otherwise; does as it says only for the ids in `take`. Resolves to 1 when one of them is not offered. */
export async function showOffers(config: Config, take: readonly string[]): Promise<number> {
  return withSources(config, async (sources) => {
    const offers = await offersOf(sources, readCatalogue());
    if (take.length === 0) {
      await listOffers(sources, offers);
      return 0;
    }
    let exitCode = 0;
    for (const id of take) {
      const offer = offers.find(({ source }) => source.id === id);
      if (offer !== undefined) await takeOffer(sources, offer);
      else process.stderr.write(`The catalogue offers nothing for ${id}.\n`);
      exitCode = offer === undefined ? 1 : exitCode;
    }
    return exitCode;
  });
}

async function listOffers(sources: SourceStore, offers: readonly Offer[]): Promise<void> {
  if (offers.length === 0) say("The catalogue has nothing else to offer.");
  for (const { kind, source, fields } of offers) {
    if (kind === "new") say(`new      ${source.id}: ${source.name}, ${source.url}`);
    if (kind === "removed") say(`removed  ${source.id}: you took it out, or follow it under another id`);
    const own = kind === "changed" ? (await sources.find(source.id))?.source : undefined;
    for (const field of fields)
      say(
        `changed  ${source.id}: ${field} is ${shown(own?.[field])}, the catalogue says ${shown(source[field])}`,
      );
  }
  if (offers.length > 0) say("tallywire sources offers --take ID … does as the catalogue says.");
}

function shown(value: unknown): string {
  return JSON.stringify(value ?? null);
}

async function takeOffer(sources: SourceStore, { kind, source }: Offer): Promise<void> {
  if (kind === "changed") await sources.edit(source.id, { wantsArticle: false, ...source });
  else await sources.add(source, systemClock.now());
  say(`${source.id} is followed as the catalogue says.`);
}

function sayUnknown(id: string): void {
  process.stderr.write(`No source is called ${id}. tallywire sources list names them all.\n`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
