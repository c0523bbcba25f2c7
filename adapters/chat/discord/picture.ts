import type { RawFile } from "discord.js";
import { within, type Clock } from "../../../src/clock.ts";
import { messageOf } from "../../../src/errors.ts";
import type { Log } from "../../../src/log.ts";
import type { Message } from "../../../src/model/message.ts";
import type { ChartRenderer } from "../../../src/ports/chart-renderer.ts";
import { messageLimits } from "./limits.ts";
import { cut } from "./markdown.ts";

/** A picture that goes with a message: its bytes, and what the message says of it. */
export interface Picture {
  readonly file: RawFile;
  readonly attachment: { readonly id: 0; readonly filename: string; readonly description: string };
}

/** Gives the picture of a message's chart. Null: it has none, or it cannot be drawn. Never rejects. */
export type PictureOf = (message: Message) => Promise<Picture | null>;

/** Within the time that a send has. */
const drawWithinMs = 8_000;

/** Makes pictures with a renderer; null: none are made. */
export function createPictures(
  charts: ChartRenderer | null,
  { clock, log }: { clock: Clock; log: Log },
): PictureOf {
  return async ({ chart }) => {
    if (charts === null || chart === undefined) return null;
    try {
      const drawn = await within(clock, charts.png(chart), { ms: drawWithinMs });
      if (drawn === null) throw new Error("not drawn in time");
      const { key, png } = drawn;
      const filename = `chart-${key.replaceAll(/[^a-zA-Z0-9]/g, "").slice(0, 16)}.png`;
      return {
        file: { name: filename, data: Buffer.from(png), contentType: "image/png" },
        attachment: { id: 0, filename, description: cut(chart.alternative, messageLimits.description) },
      };
    } catch (error) {
      log("warn", "A chart could not be drawn; its words are sent instead", { why: messageOf(error) });
      return null;
    }
  };
}
