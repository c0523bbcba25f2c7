import { startFakeDiscord } from "./index.ts";

/**
 * Runs the fake by itself: `node test/fakes/discord/serve.ts [PORT | JSON]`, with JSON of port, factor, guilds (besides the
 * first), and channels, threads and roles of each. Prints where it listens, the token that it takes, and its channels.
 */
interface Order {
  readonly port?: number;
  readonly factor?: number;
  readonly guilds?: number;
  readonly channels?: number;
  readonly threads?: number;
  readonly roles?: number;
}

const order = JSON.parse(process.argv[2] ?? "0") as number | Order;
const {
  port = 0,
  factor = 1,
  guilds = 0,
  channels = 1,
  threads = 0,
  roles = 0,
} = typeof order === "number" ? { port: order } : order;
const fake = await startFakeDiscord({ port, factor });
const ids: string[] = [];
for (let guild = 0; guild < guilds; guild += 1) {
  const { id } = fake.addGuild(`Server number ${guild}`);
  for (let role = 0; role < roles; role += 1) fake.addRole(`Role ${role} of ${guild}`, true, id);
  for (let channel = 0; channel < channels; channel += 1)
    ids.push(fake.addChannel(`channel-${channel}-of-${guild}`, "text", id).id);
  const parent = ids.at(-1) ?? "";
  for (let thread = 0; thread < threads; thread += 1) fake.addThread(parent, `Thread ${thread}`);
}
console.log(
  JSON.stringify({ apiRoot: fake.apiRoot, token: fake.token, channel: fake.channelId, channels: ids }),
);
