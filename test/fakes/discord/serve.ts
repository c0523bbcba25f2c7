import { startFakeDiscord } from "./index.ts";

/** Runs the fake by itself: `node test/fakes/discord/serve.ts [PORT]`. Prints where it listens and the token that it takes. */
const port = Number(process.argv[2] ?? "0");
const fake = await startFakeDiscord({ port });
console.log(JSON.stringify({ apiRoot: fake.apiRoot, token: fake.token, channel: fake.channelId }));
