import { beforeEach, describe, expect, it } from "vitest";
import { defaultSubscription } from "../../src/model/subscription.ts";
import { createRig, ownChat, wordsOf, type Rig } from "./rig.ts";

const forum = { platform: "telegram", channel: "-100500", thread: null };
const topic = (thread: string) => ({ ...forum, thread });

let rig: Rig;

beforeEach(async () => {
  rig = await createRig();
  for (const address of [forum, topic("5"), topic("6"), ownChat])
    await rig.store.chats.subscribe(address, defaultSubscription("en", "UTC"), rig.clock.now());
});

const states = async (): Promise<readonly string[]> =>
  (await rig.store.chats.ofChannel("telegram", forum.channel)).map(({ state }) => state);

describe("a forum that the bot is thrown out of", () => {
  it("is gone with its topics, and back with them", async () => {
    await rig.commands.chatGone(forum, "bot was kicked");
    const gone = await states();
    await rig.commands.chatBack?.(forum);

    expect(gone).toEqual(["gone", "gone", "gone"]);
    expect(await states()).toEqual(["active", "active", "active"]);
    expect((await rig.store.chats.find(ownChat))?.state).toBe("active");
  });

  it("comes back without what was unsubscribed there, and without a topic that was deleted", async () => {
    await rig.commands.chatGone(topic("5"), "message thread not found");
    await rig.store.chats.unsubscribe(topic("6"), rig.clock.now());
    await rig.commands.chatGone(forum, "bot was kicked");

    await rig.commands.chatBack?.(forum);

    expect(await states()).toEqual(["active", "gone", "unsubscribed"]);
  });
});

describe("/subscribe where the bot cannot see the chat", () => {
  it("stores nothing and says how to let it in", async () => {
    const server = { platform: "discord", channel: "123456789012345678", thread: null };
    rig.become({ address: server, administers: [server.channel], missing: ["see"] });

    const answer = await rig.type("/subscribe");

    expect(answer.title).toBe("Nothing could arrive there: I cannot see that chat.");
    expect(wordsOf(answer)).toContain("Invite me to the server");
    expect(await rig.store.chats.find(server)).toBeNull();
  });
});
