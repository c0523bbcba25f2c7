import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { sqliteEngine } from "../../../../adapters/store/sqlite/index.ts";
import type { Store } from "../../../../src/ports/store.ts";
import { noon } from "../../../contract/store/documents.ts";
import { claim, expandAll, sentAs, subscribe, tell, view } from "../../../contract/store/steps.ts";
import { shell, temporaryPath } from "./files.ts";

const writer = fileURLToPath(new URL("./crash-writer.ts", import.meta.url));
const chats = 5;

/** Runs the writer until it has said so many lines, kills it, and gives what it said. */
async function runAndKill(path: string, holder: string, lines: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, path, holder], { stdio: ["ignore", "pipe", "inherit"] });
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (said.length === lines) child.kill("SIGKILL");
  }
  return said;
}

/** Sends what is left, and gives the calls that it makes. */
async function sendTheRest(store: Store): Promise<string[]> {
  const lease = await store.outbox.holdSenderLease("telegram", "the last", noon + 60_000, 60_000);
  if (lease === null) throw new Error("no lease");
  await store.outbox.resolveAbandoned("telegram", lease.fence, noon + 60_000);
  await expandAll(store);
  const calls: string[] = [];
  for (;;) {
    const claimed = await claim(store, { now: noon + 60_000, fence: lease.fence });
    if (claimed.length === 0) return calls;
    for (const delivery of claimed) {
      const { chat, newest, mayRepeat, isOfFirst } = delivery;
      const word = isOfFirst === true ? "EDIT" : "CALL";
      calls.push(
        `${word} ${chat.id} ${newest.development} ${newest.revision} ${mayRepeat ? "again" : "first"}`,
      );
      await store.outbox.settle(delivery, sentAs(delivery, `m${delivery.id}`), noon + 60_000);
    }
  }
}

it("loses nothing and repeats nothing unmarked when its process is killed again and again", async () => {
  const path = await temporaryPath();
  const first = await sqliteEngine.open(path);
  for (let i = 0; i < chats; i++) await subscribe(first, String(i));
  await first.close();
  const said: string[] = [];
  // Each process takes the lease under another name: the one before it may not have run out.
  for (const [i, lines] of [4, 18, 41, 65, 91].entries()) {
    said.push(...(await runAndKill(path, `sender ${i}`, lines)));
    shell(path).exec("UPDATE sender_leases SET expires_at = 0");
  }

  const store = await sqliteEngine.open(path);
  const calls = [...said.filter((line) => line.startsWith("CALL")), ...(await sendTheRest(store))];

  expect(shell(path).pragma("integrity_check", { simple: true })).toBe("ok");
  const alerts = (await store.ledger.alerts({ limit: 10_000 })).toReversed();
  // Every commit that was said is there, and none is there in part.
  expect(alerts.length).toBeGreaterThanOrEqual(said.filter((line) => line.startsWith("COMMIT")).length);
  expect(alerts.map((each) => each.seq)).toEqual(alerts.map((_, i) => i + 1));
  expect(await store.ledger.journal({ limit: 10_000 })).toHaveLength(alerts.length);
  for (const alert of alerts) expect(await store.ledger.report(alert.reports[0] ?? "")).not.toBeNull();
  // The newest revision of each development reached each chat.
  const newest = new Map(alerts.map((each) => [each.development, each.revision]));
  for (const [development, revision] of newest) {
    for (let chat = 1; chat <= chats; chat++) {
      const reached = calls.some((call) => call.startsWith(`CALL ${chat} ${development} ${revision} `));
      expect(reached, `chat ${chat}, ${development}, revision ${revision}`).toBe(true);
    }
  }
  // What was in the chat already was called for again only with a mark.
  const firsts = calls.filter((call) => call.endsWith(" first"));
  expect(new Set(firsts).size).toBe(firsts.length);
  await store.close();
}, 60_000);

it("forgets a transaction that its process did not end", async () => {
  const path = await temporaryPath();
  const store = await sqliteEngine.open(path);
  await tell(store);
  const before = await view(store);
  const script = `
    const sqlite = new (require("better-sqlite3"))(process.argv[1]);
    sqlite.exec("BEGIN IMMEDIATE; UPDATE ledger_state SET version = 99; DELETE FROM fanouts");
    process.kill(process.pid, "SIGKILL");`;
  const child = spawn(process.execPath, ["-e", script, path], {
    cwd: fileURLToPath(new URL("../../../../", import.meta.url)),
  });
  await new Promise((resolve) => child.on("close", resolve));

  const reopened = await sqliteEngine.open(path);

  expect(await view(reopened)).toEqual(before);
  expect(await view(store)).toEqual(before);
  await subscribe(store);
  await tell(store, { revision: 2 });
  await expandAll(reopened);
  expect((await reopened.outbox.counts()).queued).toBe(1);
  await store.close();
  await reopened.close();
});

it("lets two processes open a new file at the same time", async () => {
  const path = await temporaryPath();

  const said = await Promise.all([runAndKill(path, "a", 1), runAndKill(path, "b", 1)]);

  expect(said.map(([line]) => line)).toEqual(["OPEN", "OPEN"]);
});
