/*
 * A process that tells, spreads and sends without end, and says what it did: crash.test.ts kills it.
 * `CALL` is the platform's word: from there on the message is in the chat.
 */
import { writeSync } from "node:fs";
import { sqliteEngine } from "../../../../adapters/store/sqlite/index.ts";
import {
  makeAlert,
  makeDevelopment,
  makeReading,
  makeReport,
  noon,
} from "../../../contract/store/documents.ts";
import { changeTo, claim, makeCommit, sentAs, wantAll } from "../../../contract/store/steps.ts";

const [path = "", holder = ""] = process.argv.slice(2);
const store = await sqliteEngine.open(path);
// A pipe takes what is written at once, so a line that was said is not lost with the process.
const say = (line: string) => writeSync(1, `${line}\n`);

say("OPEN");
const lease = await store.outbox.holdSenderLease("telegram", holder, noon, 60_000);
// Another one sends.
if (lease === null) process.exit();
await store.outbox.resolveAbandoned("telegram", lease.fence, noon);

for (;;) {
  const told = await store.ledger.alerts({ limit: 1 });
  const number = (told[0]?.seq ?? 0) + 1;
  // Four alerts a development.
  const id = `d${Math.ceil(number / 4)}`;
  const report = makeReport({ id: `r${number}` });
  const result = await store.ledger.commit(
    await makeCommit(store, {
      report: { report, reading: makeReading(), signature: null, bands: [], mark: null },
      change: changeTo({ developments: [makeDevelopment({ id, reports: [report.id] })] }),
      alerts: [makeAlert({ development: id, revision: ((number - 1) % 4) + 1, reports: [report.id] })],
    }),
  );
  if (result.kind === "committed") say(`COMMIT ${number}`);
  await store.outbox.expand({ now: noon, maxChats: 2, plan: wantAll });
  const claimed = await claim(store, { limit: 2, fence: lease.fence });
  for (const delivery of claimed) {
    const { chat, newest, mayRepeat, isOfFirst } = delivery;
    const word = isOfFirst === true ? "EDIT" : "CALL";
    await store.outbox.calling(delivery, noon, isOfFirst === true ? "edit" : "send");
    say(`${word} ${chat.id} ${newest.development} ${newest.revision} ${mayRepeat ? "again" : "first"}`);
    await store.outbox.settle(delivery, sentAs(delivery, `m${delivery.id}`), noon);
  }
}
