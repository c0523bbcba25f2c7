import type { Clock } from "../../../src/clock.ts";
import { messageOf } from "../../../src/errors.ts";
import type { Log } from "../../../src/log.ts";
import type { Chart } from "../../../src/model/chart.ts";
import type { ChatAddress } from "../../../src/model/chat.ts";
import type { SendRequest } from "../../../src/ports/chat-platform.ts";
import type { Calls } from "./calls.ts";
import type { Photos } from "./photos.ts";
import { drawCaption } from "./render.ts";

/** What pictures need that follow their words. `commands`: names that may be tapped in our own texts. */
export interface FollowerParts {
  readonly photos: Photos;
  readonly commands: ReadonlySet<string>;
  /** Waits until the picture may go out. */
  readonly turn: (address: ChatAddress, signal: AbortSignal) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
}

/** A chart, and what ends the call with it. */
interface Following {
  readonly chart: Chart;
  readonly signal: AbortSignal;
}

/** A call with a picture that takes longer than this is not waited for. */
const patienceMs = 5_000;
/** A picture that would come later than this is not missed any more. */
const longestWaitMs = 60_000;
const mostTries = 3;

/** Pictures behind messages that have arrived. Should one fail or take long, the words are there; nobody is told but the log. */
export class Followers {
  readonly #show: Calls;
  readonly #parts: FollowerParts;
  readonly #sending = new Set<Promise<void>>();

  constructor(show: Calls, parts: FollowerParts) {
    this.#show = show;
    this.#parts = parts;
  }

  /** Sends the picture of a message that is there under the id `replyTo`; returns at once, and never throws. */
  send(request: SendRequest, replyTo: string, following: Following): void {
    const sending = this.#follow(request, replyTo, following).catch((error: unknown) =>
      this.#tell(messageOf(error)),
    );
    this.#sending.add(sending);
    void sending.finally(() => this.#sending.delete(sending));
  }

  /** Resolves when none is on its way. */
  async settled(): Promise<void> {
    await Promise.all(this.#sending);
  }

  async #follow(request: SendRequest, replyTo: string, { chart, signal }: Following): Promise<void> {
    const { photos, commands, turn, clock } = this.#parts;
    const message = { ...request.message, title: chart.title, blocks: [], actions: [], selects: [], chart };
    const drawing = drawCaption(message, commands);
    const target = { ...request, isLoud: false, replyTo };
    for (let tries = 1; ; tries += 1) {
      await turn(request.address, signal);
      const soon = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
      const done = await photos.show(chart, (picture) =>
        this.#show.photo(target, { drawing, picture }, soon),
      );
      if (done === null || done.outcome.kind === "sent") return;
      const { outcome } = done;
      const isOver = outcome.kind !== "wait" || outcome.retryAfterMs > longestWaitMs || tries === mostTries;
      if (isOver || signal.aborted) return this.#tell(outcome.kind);
      // Surely not sent.
      await clock.sleep(outcome.retryAfterMs, signal);
    }
  }

  #tell(outcome: string): void {
    this.#parts.log("warn", "telegram: the chart of a message was not sent", { outcome });
  }
}
