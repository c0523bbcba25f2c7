/** A steady beat that calls `run` until it is stopped. What `run` throws is its own affair: it must not throw. */
export interface Beat {
  start(run: () => void): void;
  stop(): void;
}
