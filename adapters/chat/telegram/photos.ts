import { messageOf } from "../../../src/errors.ts";
import type { Clock } from "../../../src/clock.ts";
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

/** Of several sends of one chart at once the first uploads it and the others wait for its id. */
export function createPhotos({ charts, files, clock, log, botId }: PhotoParts): Photos {
  const uploading = new Map<string, Promise<void>>();

  const drawn = async (chart: Chart, renderer: ChartRenderer): Promise<Picture | null> => {
    try {
      return { kind: "new", png: (await renderer.png(chart)).png };
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

  /** Runs `work` while no other send of the same chart looks or uploads. */
  const alone = async <Result>(key: string, work: () => Promise<Result>): Promise<Result> => {
    while (uploading.has(key)) await uploading.get(key);
    const done = Promise.withResolvers<void>();
    uploading.set(key, done.promise);
    try {
      return await work();
    } finally {
      uploading.delete(key);
      done.resolve();
    }
  };

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
      const found = await alone(key, async () => {
        const fileId = await find(key);
        return fileId === null ? { fileId, result: await upload() } : { fileId, result: null };
      });
      if (found.fileId === null) return found.result;
      const shown = await call({ kind: "kept", fileId: found.fileId });
      return shown.isStale ? alone(key, upload) : shown.result;
    },
    async has(chart) {
      if (charts === null) return false;
      const fileId = await find(`${botId()}:${charts.keyOf(chart)}`);
      return fileId !== null || (await drawn(chart, charts)) !== null;
    },
  };
}
