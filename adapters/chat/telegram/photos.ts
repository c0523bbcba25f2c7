import { messageOf } from "../../../src/errors.ts";
import { createSteadyClock, within, type Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import type { Chart } from "../../../src/model/chart.ts";
import type { ChartRenderer } from "../../../src/ports/chart-renderer.ts";
import type { FileStore } from "../../../src/ports/file-store.ts";
import { platformName } from "./limits.ts";

/** A picture as Telegram has it, or as it is to be uploaded. */
export type Picture =
  | { readonly kind: "kept"; readonly fileId: string }
  | { readonly kind: "new"; readonly png: Uint8Array };

/** How a call with a picture ended. */
export interface Shown<Result> {
  readonly result: Result;
  /** The id of the picture that Telegram has now; null: none arrived. */
  readonly fileId: string | null;
  /** True: Telegram does not know the id that the picture was named by, and nothing was done. */
  readonly isStale: boolean;
}

/** Pictures of charts. A chart is uploaded once a bot, and then sent by the id that Telegram gave it. */
export interface Photos {
  /** `call` calls Telegram with the picture; it runs again with an upload when the kept id is stale. Null: the chart cannot be drawn, and nothing was called. */
  show<Result>(chart: Chart, call: (picture: Picture) => Promise<Shown<Result>>): Promise<Result | null>;
  /** Whether there is a picture of the chart to show. */
  has(chart: Chart): Promise<boolean>;
}

/** What showing charts needs. `charts` null: none are drawn. */
export interface PhotoParts {
  readonly charts: ChartRenderer | null;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly log: Log;
  /** File ids are the bot's own: https://core.telegram.org/bots/api#sending-files */
  readonly botId: () => string;
}

/** What a chart is looked up by. `staleId`: an id that Telegram does not know any more; null: none was met. */
interface Wanted {
  readonly key: string;
  readonly staleId: string | null;
}

/** An upload takes less, as a rule. Who waits is under way for the outbox: its time would run out over a call that was never made. */
const patienceMs = 1_000;

/** Likewise: what was not drawn within the call's time would count as a message that may have arrived. */
const drawWithinMs = 8_000;

/** The id that Telegram knows the chart by, as far as others have it; else what the call's own upload comes to. */
type IdOr = <Result>(
  wanted: Wanted,
  upload: () => Promise<Result>,
) => Promise<{ readonly fileId: string } | { readonly uploaded: Result }>;

/** Of several sends of one chart at once the first uploads it and the others wait for its id, for a second; then they upload it themselves. */
export function createPhotos({ charts, files, clock, log, botId }: PhotoParts): Photos {
  const drawn = async (chart: Chart, renderer: ChartRenderer): Promise<Picture | null> => {
    try {
      const image = await within(clock, renderer.png(chart), { ms: drawWithinMs });
      if (image === null) throw new Error("not drawn in time");
      return { kind: "new", png: image.png };
    } catch (error) {
      log("warn", "telegram: a chart could not be drawn; its words are sent", { why: messageOf(error) });
      return null;
    }
  };
  const find = (key: string): Promise<string | null> =>
    files.find(platformName, key).catch((error: unknown) => {
      log("warn", "telegram: files could not be looked up; uploading again", { why: messageOf(error) });
      return null;
    });
  const save = async (key: string, fileId: string | null): Promise<void> => {
    if (fileId === null) return;
    await files.save(platformName, key, fileId, clock.now()).catch((error: unknown) => {
      log("warn", "telegram: a file's id could not be kept; it will be uploaded again", {
        why: messageOf(error),
      });
    });
  };
  const idOr = createUploads(clock, find);

  return {
    async show(chart, call) {
      if (charts === null) return null;
      const key = `${botId()}:${charts.keyOf(chart)}`;
      const upload = async () => {
        const picture = await drawn(chart, charts);
        if (picture === null) return null;
        const shown = await call(picture);
        await save(key, shown.fileId);
        return shown.result;
      };
      for (let staleId: string | null = null; ;) {
        const got = await idOr({ key, staleId }, upload);
        if ("uploaded" in got) return got.uploaded;
        const fileId: string = got.fileId;
        const shown = await call({ kind: "kept", fileId });
        if (!shown.isStale) return shown.result;
        staleId = fileId;
      }
    },
    async has(chart) {
      if (charts === null) return false;
      const fileId = await find(`${botId()}:${charts.keyOf(chart)}`);
      return fileId !== null || (await drawn(chart, charts)) !== null;
    },
  };
}

/** No uploads under way. */
function createUploads(clock: Clock, find: (key: string) => Promise<string | null>): IdOr {
  const steady = createSteadyClock(clock);
  const uploading = new Map<string, Promise<void>>();

  /** Runs an upload of which others wait for the end. Whoever is done waiting for it takes its place. */
  const alone = async <Result>(key: string, upload: () => Promise<Result>): Promise<Result> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    uploading.set(key, promise);
    try {
      return await upload();
    } finally {
      if (uploading.get(key) === promise) uploading.delete(key);
      resolve();
    }
  };

  return async ({ key, staleId }, upload) => {
    const until = steady.now() + patienceMs;
    for (;;) {
      const fileId = await find(key);
      if (fileId !== null && fileId !== staleId) return { fileId };
      const other = uploading.get(key);
      const leftMs = until - steady.now();
      if (other === undefined || leftMs <= 0) return { uploaded: await alone(key, upload) };
      await within(clock, other, { ms: leftMs });
    }
  };
}
