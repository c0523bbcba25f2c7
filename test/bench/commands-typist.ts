/**
 * Types in a process of its own, so that people type on whatever the program does: `node test/bench/commands-typist.ts apiRoot first seconds`.
 * Says so when it begins, and ends after these seconds.
 */
import { systemClock as clock } from "../../src/clock.ts";
import { connectFakeTelegram } from "../fakes/telegram/client.ts";

/** Commands typed a second. */
const perSecond = 1_000;
/** People's typing comes in so many portions a second. */
const portions = 20;
/** What people ask, in turn. */
const asked = ["/latest", "/help", "/settings", "/status", "/start", "/search Kharkiv"];

const [apiRoot = "", first = "0", seconds = "0"] = process.argv.slice(2);
const director = connectFakeTelegram(apiRoot);
const count = perSecond / portions;
process.stdout.write("typing\n");
const startedAt = performance.now();
const until = (ms: number): Promise<void> => clock.sleep(ms - (performance.now() - startedAt));
for (let portion = 0; portion < Number(seconds) * portions; portion += 1) {
  await until((portion * 1_000) / portions);
  await director.typeMany(
    Array.from({ length: count }, (_, index) => {
      const at = portion * count + index;
      return [Number(first) + at, asked[at % asked.length] ?? ""] as const;
    }),
  );
}
await until(Number(seconds) * 1_000);
