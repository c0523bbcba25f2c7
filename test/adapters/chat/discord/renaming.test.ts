import { describe, expect, it } from "vitest";
import type { Channel } from "../../../fakes/discord/world.ts";
import { editOf, never, openStage, sample, sendOf, sent, type Stage } from "./stage.ts";

/** A forum with one post. */
async function openPost(): Promise<{ stage: Stage; forum: Channel; id: string; post: string }> {
  // discord.js counts what the route's headers tell by the machine's clock.
  const plenty = { max: 1_000, perMs: 1_000 };
  const stage = await openStage({ fake: { allowances: { edit: plenty, other: plenty } } });
  const forum = stage.fake.addChannel("developments", "forum");
  await stage.platform.start(never);
  await stage.fake.user("9").runs("latest", { place: "a" }, stage.fake.openDm("9").id).answer;
  const id = await sent(stage, { address: addressOf(forum) });
  return { stage, forum, id, post: id.split(":")[0] ?? "" };
}

const addressOf = ({ id }: Channel) => ({ platform: "discord", channel: id, thread: null });
const renames = ({ fake }: Stage, post: string): number =>
  fake.requests.filter(({ method, path }) => method === "PATCH" && path.endsWith(`/channels/${post}`)).length;

describe("a forum's post", () => {
  it("takes at most two new titles in ten minutes, and the last one afterwards", async () => {
    const { stage, forum, id, post } = await openPost();
    const titled = (title: string) =>
      stage.platform.edit(
        editOf(stage, id, { address: addressOf(forum), message: { ...sample, title } }),
        never,
      );

    for (const dead of [3, 4, 5, 6, 7]) await titled(`Strike, ${dead} killed`);
    const [atOnce, meanwhile] = [renames(stage, post), stage.fake.channel(post).name];
    await stage.clock.advance(600_000);
    while (renames(stage, post) === atOnce) await new Promise((resolve) => setImmediate(resolve));

    expect([atOnce, meanwhile]).toEqual([2, "Strike, 4 killed"]);
    expect(renames(stage, post)).toBe(3);
    expect(stage.fake.channel(post).name).toBe("Strike, 7 killed");
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
