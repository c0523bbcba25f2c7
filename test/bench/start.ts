import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { measure, type Measurement } from "./measurement.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const runs = 5;
const patienceMs = 60_000;

/** Group start: `start --demo` from process to listening, to the first alert, and its memory. The peer is an empty Node process. */
export async function* run(): AsyncIterable<Measurement> {
  const bare: number[] = [];
  const listening: number[] = [];
  for (let at = 0; at < runs; at += 1) {
    bare.push(await timeBareNode());
    const app = startDemo();
    listening.push(...(await app.until(/Board: /u)));
    await app.end();
  }
  const [peer = 1] = bare.toSorted((a, b) => a - b).slice(Math.floor(runs / 2));
  yield measure({
    name: "start.listening",
    unit: "ms",
    better: "lower",
    samples: listening,
    peer,
    goal: { on: "value", is: 1000 },
    with: { peer: "node -e 0" },
  });
  const app = startDemo();
  const first = await app.until(/^● /mu);
  const rest = first.length === 0 ? [] : await residentMiB(app.child.pid ?? 0, 5_000);
  yield measure({
    name: "start.first-alert",
    unit: "ms",
    better: "lower",
    samples: first,
    goal: { on: "value", is: 30_000 },
    with: { stream: "data/demo" },
  });
  yield measure({
    name: "start.resident-memory",
    unit: "MiB",
    better: "lower",
    samples: rest,
    goal: { on: "value", is: 150 },
    with: { seconds: 5 },
  });
  await app.end();
}

function startDemo(): {
  child: ChildProcess;
  until(pattern: RegExp): Promise<number[]>;
  end(): Promise<void>;
} {
  const startedAt = performance.now();
  const environment = { ...process.env, HTTP_PORT: "0", LOG_LEVEL: "error" };
  const child = spawn(process.execPath, ["src/tallywire.js", "start", "--demo"], {
    cwd: root,
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
  return {
    child,
    // No sample when it does not come in time: the line then says ok false, and the child is ended all the same.
    until: (pattern) =>
      new Promise((resolve) => {
        const finish = (samples: number[]): void => {
          clearTimeout(timer);
          child.stdout.off("data", look);
          resolve(samples);
        };
        const look = (): void => {
          if (pattern.test(output)) finish([performance.now() - startedAt]);
        };
        const timer = setTimeout(() => finish([]), patienceMs);
        child.stdout.on("data", look);
        child.once("exit", () => finish([]));
        look();
      }),
    end: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve();
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

function timeBareNode(): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["-e", "0"], { stdio: "ignore" });
  return new Promise((resolve) => child.once("exit", () => resolve(performance.now() - startedAt)));
}

/** Samples of the resident set, one a half second. Linux tells it in /proc; elsewhere there are none, and the line says so by ok false. */
async function residentMiB(pid: number, forMs: number): Promise<number[]> {
  const samples: number[] = [];
  for (let waited = 0; waited < forMs; waited += 500) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const kib = /VmRSS:\s+(\d+)/u.exec(readStatus(pid))?.[1];
    if (kib !== undefined) samples.push(Number(kib) / 1024);
  }
  return samples;
}

function readStatus(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}
