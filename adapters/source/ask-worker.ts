import { Worker, type ResourceLimits } from "node:worker_threads";

/** How a worker is asked. */
export interface Aside {
  /** The module that it runs: it posts one message, its answer. */
  readonly script: URL;
  readonly workerData: unknown;
  readonly deadlineMs: number;
  readonly limits: ResourceLimits;
  readonly signal: AbortSignal;
}

/** Runs a module in a thread of its own and resolves to its answer. Rejects when it fails, or when its time, its memory or `signal` ends. */
export async function askWorker<Answer>(aside: Aside): Promise<Answer> {
  const { script, workerData, deadlineMs, limits, signal } = aside;
  signal.throwIfAborted();
  const worker = new Worker(script, { workerData, resourceLimits: limits });
  const limit = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]);
  try {
    return await answerOf<Answer>(worker, limit);
  } finally {
    await worker.terminate();
  }
}

function answerOf<Answer>(worker: Worker, limit: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the worker ended without an answer")));
    limit.addEventListener("abort", () => reject(new Error("time is up")), { once: true });
  });
}

/** Lets tasks run one after another: one large document in memory at a time. */
export function createQueue(): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task);
    last = next.catch(() => undefined);
    return next;
  };
}
