/** Runs the fake as a process of its own: `node test/fakes/telegram/main.ts [port] [factor]` prints one line of JSON: apiRoot and token. */
import { startFakeTelegram } from "./index.ts";

const [port = "0", factor = "1"] = process.argv.slice(2);
const telegram = await startFakeTelegram({ port: Number(port), factor: Number(factor), keepsCalls: false });
process.stdout.write(`${JSON.stringify({ apiRoot: telegram.apiRoot, token: telegram.token })}\n`);
process.once("SIGTERM", () => void telegram.close());
