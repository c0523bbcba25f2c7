import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { createFetcher } from "../../adapters/fetch/index.ts";
import { createSourceKinds } from "../../adapters/source/index.ts";
import { openStore } from "../../adapters/store/index.ts";
import { systemClock } from "../clock.ts";
import { shownDatabase, type Config } from "../config.ts";
import { messageOf } from "../errors.ts";
import { silentLog } from "../log.ts";
import { noCommands } from "../ports/command.ts";
import type { FollowedSource } from "../ports/source-store.ts";
import type { Store } from "../ports/store.ts";
import { readCatalogue } from "./catalogue.ts";
import { createPlatforms } from "./platforms.ts";
import { userAgentOf } from "./reading.ts";

/** Below this much room the database may soon fail to grow. */
const leastFreeBytes = 500_000_000;
const platformPatienceMs = 15_000;
/** Sources asked at a time. */
const atOnce = 8;

/** One thing that was looked at. */
interface Finding {
  readonly kind: "ok" | "warning" | "fault";
  readonly text: string;
}

/** `tallywire doctor`: looks at everything and says what to do. Resolves to 0 when nothing is at fault, else 1. */
export async function runDoctor(load: () => Config): Promise<number> {
  let worst = 0;
  const tell = ({ kind, text }: Finding): void => {
    process.stdout.write(`${{ ok: "ok      ", warning: "warning ", fault: "FAULT   " }[kind]}${text}\n`);
    if (kind === "fault") worst = 1;
  };
  let config: Config;
  try {
    config = load();
  } catch (error) {
    tell({ kind: "fault", text: messageOf(error) });
    return 1;
  }
  tell({ kind: "ok", text: "configuration: no faults" });
  if (config.CONTACT === undefined)
    tell({
      kind: "warning",
      text: "configuration: CONTACT is not set; sources cannot tell whom to write to",
    });
  tell(await checkDisk(config));
  const store = await openOrTell(config, tell);
  if (store === null) return 1;
  for (const finding of await checkPlatforms(config, store)) tell(finding);
  for await (const finding of checkSources(config, store)) tell(finding);
  await store.close();
  return worst;
}

async function checkDisk(config: Config): Promise<Finding> {
  const folder = dirname(config.DATABASE_URL);
  try {
    const { bavail, bsize } = await statfs(folder).catch(() => statfs("."));
    const free = bavail * bsize;
    const text = `disk: ${Math.round(free / 1e6)} MB free beside ${shownDatabase(config.DATABASE_URL)}`;
    return free < leastFreeBytes
      ? { kind: "warning", text: `${text}; make room, or alerts will fail to be stored` }
      : { kind: "ok", text };
  } catch (error) {
    return { kind: "warning", text: `disk: ${messageOf(error)}` };
  }
}

async function openOrTell(config: Config, tell: (finding: Finding) => void): Promise<Store | null> {
  try {
    const store = await openStore(config.DATABASE_URL);
    tell({
      kind: "ok",
      text: `database: ${shownDatabase(config.DATABASE_URL)} opens and is up to date; ${await store.chats.count()} chats`,
    });
    return store;
  } catch (error) {
    tell({ kind: "fault", text: `database: ${messageOf(error)}` });
    return null;
  }
}

async function checkPlatforms(config: Config, store: Store): Promise<readonly Finding[]> {
  const platforms = await createPlatforms({
    config,
    commands: noCommands,
    store,
    clock: systemClock,
    log: silentLog,
    write: null,
    charts: null,
  });
  if (platforms.length === 0)
    return [
      {
        kind: "warning",
        text: "chats: no token is set, so only the demo runs; set TELEGRAM_BOT_TOKEN or DISCORD_BOT_TOKEN",
      },
    ];
  return Promise.all(
    platforms.map(async (platform): Promise<Finding> => {
      try {
        return {
          kind: "ok",
          text: `${platform.name}: the token is that of ${await platform.check(AbortSignal.timeout(platformPatienceMs))}`,
        };
      } catch (error) {
        return { kind: "fault", text: `${platform.name}: ${messageOf(error)}` };
      }
    }),
  );
}

/** Polls each source once as it would be polled, without storing anything. */
async function* checkSources(config: Config, store: Store): AsyncIterable<Finding> {
  const fetcher = createFetcher({
    userAgent: userAgentOf(config),
    allowPrivate: config.ALLOW_PRIVATE_SOURCES,
  });
  const kinds = new Map(createSourceKinds(fetcher).map((kind) => [kind.kind, kind]));
  const followed = await store.sources.list();
  if (followed.length === 0)
    yield {
      kind: "ok",
      text: `sources: none yet; the first start will follow the ${readCatalogue().length} of data/sources.jsonl`,
    };
  for (let at = 0; at < followed.length; at += atOnce) {
    yield* await Promise.all(followed.slice(at, at + atOnce).map((each) => checkSource(kinds, each)));
  }
  await fetcher.close();
}

async function checkSource(
  kinds: ReadonlyMap<string, ReturnType<typeof createSourceKinds>[number]>,
  { source, state }: FollowedSource,
): Promise<Finding> {
  if (state.halt !== null) return { kind: "warning", text: `source ${source.id}: ${state.halt}` };
  const kind = kinds.get(source.kind);
  if (kind === undefined)
    return {
      kind: "fault",
      text: `source ${source.id}: this version knows no source of kind ${source.kind}`,
    };
  try {
    const blank = { ...state, etag: null, lastModified: null, bodyHash: null };
    const result = await kind.poll(source, blank, AbortSignal.timeout(platformPatienceMs * 2));
    const count = result.kind === "items" ? result.items.length : 0;
    return { kind: count === 0 ? "warning" : "ok", text: `source ${source.id}: ${count} items` };
  } catch (error) {
    return { kind: "warning", text: `source ${source.id}: ${messageOf(error)}` };
  }
}
