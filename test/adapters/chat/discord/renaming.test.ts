import { describe, expect, it } from "vitest";
import type { KeptLimits } from "../../../../adapters/chat/discord/memory.ts";
import { openStore } from "../../../../adapters/store/index.ts";
import type { SendOutcome } from "../../../../src/ports/chat-platform.ts";
import type { Channel } from "../../../fakes/discord/world.ts";
import { editOf, never, openStage, sample, sendOf, sent, type Stage } from "./stage.ts";
import { until } from "./waits.ts";

/** A forum with one post, and what gives that another title. */
async function openPost(outbox?: KeptLimits) {
  // discord.js counts what the route's headers tell by the machine's clock.
  const plenty = { max: 1_000, perMs: 1_000 };
  const stage = await openStage({
    fake: { allowances: { edit: plenty, other: plenty } },
    ...(outbox === undefined ? {} : { outbox }),
  });
  const forum = stage.fake.addChannel("developments", "forum");
  await stage.platform.start(never);
  await stage.fake.user("9").runs("latest", { place: "a" }, stage.fake.openDm("9").id).answer;
  const id = await sent(stage, { address: addressOf(forum) });
  const titled = (title: string): Promise<SendOutcome> =>
    stage.platform.edit(
      editOf(stage, id, { address: addressOf(forum), message: { ...sample, title } }),
      never,
    );
  return { stage, forum, id, post: id.split(":")[0] ?? "", titled };
}

const addressOf = ({ id }: Channel) => ({ platform: "discord", channel: id, thread: null });
const renames = ({ fake }: Stage, post: string): number =>
  fake.requests.filter(({ method, path }) => method === "PATCH" && path.endsWith(`/channels/${post}`)).length;

describe("a forum's post", () => {
  it("takes at most two new titles in ten minutes, and the last one afterwards", async () => {
    const { stage, post, titled } = await openPost();

    for (const dead of [3, 4, 5, 6, 7]) await titled(`Strike, ${dead} killed`);
    const [atOnce, meanwhile] = [renames(stage, post), stage.fake.channel(post).name];
    // Discord counts from where the first one arrived, which may be a little later than it was sent.
    await stage.clock.advance(600_000);
    const early = renames(stage, post);
    await stage.clock.advance(2_000);
    await until(() => stage.fake.channel(post).name === "Strike, 7 killed");

    expect([atOnce, meanwhile, early]).toEqual([2, "Strike, 4 killed", 2]);
    expect(renames(stage, post)).toBe(3);
  });

  it("that Discord refuses another title for now is given it when that is over", async () => {
    const { stage, post, titled } = await openPost();

    for (const dead of [3, 4, 5]) await titled(`Strike, ${dead} killed`);
    stage.fake.script({
      method: "PATCH",
      path: `/channels/${post}`,
      trouble: { kind: "too-many", scope: "user", retryAfter: 20 },
    });
    await stage.clock.advance(602_000);
    await until(() => renames(stage, post) === 3);
    await titled("Strike, 8 killed");
    await stage.clock.advance(21_000);

    await until(() => stage.fake.channel(post).name === "Strike, 8 killed");
    expect(renames(stage, post)).toBe(4);
  });

  it("is given its last title also by the next process", async () => {
    const { outbox } = await openStore(":memory:");
    const { stage, post, titled } = await openPost(outbox);
    for (const dead of [3, 4, 5, 6]) await titled(`Strike, ${dead} killed`);
    await stage.platform.stop();
    await stage.clock.advance(300_000);

    await stage.twin().start(never);
    await stage.clock.advance(302_000);
    await until(() => stage.fake.channel(post).name === "Strike, 6 killed");

    expect(stage.fake.requests.filter(({ status }) => status === 429)).toEqual([]);
  });

  it("that tells several developments is no home for an update of one: that gets a post, or goes on in its own", async () => {
    const { stage, forum, id, post } = await openPost();
    const update = { address: addressOf(forum), replyTo: id, message: { ...sample, title: "An update" } };

    const own = await sent(stage, { ...update, key: "k2", apart: { latest: null } });
    const next = await stage.platform.send(
      sendOf(stage, { ...update, key: "k3", apart: { latest: own } }),
      never,
    );

    const [ownPost = ""] = own.split(":");
    expect(ownPost).not.toBe(post);
    expect(next).toMatchObject({ kind: "sent", messageId: expect.stringContaining(`${ownPost}:`) });
    expect(stage.fake.messages(post)).toHaveLength(1);
    expect(stage.fake.channel(post).name).toBe(sample.title);
  });
});
