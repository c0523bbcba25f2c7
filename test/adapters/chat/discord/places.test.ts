import { describe, expect, it } from "vitest";
import type { Trouble } from "../../../fakes/discord/script.ts";
import { seenText } from "../../../fakes/discord/index.ts";
import type { Channel } from "../../../fakes/discord/world.ts";
import { editOf, messageWith, never, noon, openStage, sample, sendOf, sent, type Stage } from "./stage.ts";

const at = (channel: Channel): { platform: string; channel: string; thread: null } => ({
  platform: "discord",
  channel: channel.id,
  thread: null,
});
const messagesIn = (stage: Stage, id: string): string[] => stage.fake.messages(id).map(seenText);
const posts = (stage: Stage): number =>
  stage.fake.requests.filter(({ method, path }) => method === "POST" && path.endsWith("/threads")).length;

/** A forum, with the gateway open unless `isClosed`. */
async function openForum(isClosed = false): Promise<{ stage: Stage; forum: Channel }> {
  const stage = await openStage();
  const forum = stage.fake.addChannel("developments", "forum");
  if (!isClosed) {
    await stage.platform.start(never);
    await caughtUp(stage);
  }
  return { stage, forum };
}

/** Events come in order over one socket: when a command sent after them was answered, they have been handled. */
async function caughtUp(stage: Stage): Promise<void> {
  await stage.fake.user("9").runs("latest", { place: "a" }, stage.fake.openDm("9").id).answer;
}

describe("a forum", () => {
  it.each([
    ["known from the gateway", false],
    ["found to be one, without a gateway", true],
  ])("gets a post for a development, named by its title: %s", async (_, isClosed) => {
    const { stage, forum } = await openForum(isClosed);

    const id = await sent(stage, { address: at(forum) });

    const [post = "", message] = id.split(":");
    expect(stage.fake.channel(post)).toMatchObject({ parentId: forum.id, name: sample.title });
    expect(messagesIn(stage, post)).toEqual([expect.stringContaining("**307**")]);
    expect(message).toBe(stage.fake.messages(post)[0]?.id);
  });

  it.each(["message", "edit"])(
    "whose post meets the limit of the server rests with all other channels there: %s",
    async (kind) => {
      const { stage, forum } = await openForum();
      const address = at(forum);
      const first = await sent(stage, { address });
      const trouble = { kind: "too-many", scope: "user", retryAfter: 6, code: 20_029 } as const;
      stage.fake.script({ method: kind === "edit" ? "PATCH" : "POST", trouble });

      const met =
        kind === "edit"
          ? await stage.platform.edit(editOf(stage, first, { address }), never)
          : await stage.platform.send(sendOf(stage, { address, key: "k2", replyTo: first }), never);
      const beside = await stage.platform.send(sendOf(stage, { key: "k3" }), never);

      for (const outcome of [met, beside])
        expect(outcome).toMatchObject({ kind: "wait", retryAfterMs: 6_000 });
    },
  );

  it("is told updates inside the post, silent ones by an edit, and the post takes the new title", async () => {
    const { stage, forum } = await openForum();
    const address = at(forum);
    const first = await sent(stage, { address });
    const [post = ""] = first.split(":");

    const message = { ...sample, title: "Exchange agreed" };
    const second = await sent(stage, { address, key: "k2", replyTo: first, message });
    const edited = await stage.platform.edit(editOf(stage, second, { address }), never);

    expect(second.startsWith(`${post}:`)).toBe(true);
    expect(edited).toEqual({ kind: "sent", messageId: second });
    expect(messagesIn(stage, post)).toHaveLength(2);
    expect(stage.fake.messages(post)[1]?.edits).toHaveLength(1);
    expect(stage.fake.channel(post).name).toBe(sample.title);
    expect(posts(stage)).toBe(1);
  });

  it("has one post after a reply was lost, which the nonce does not see to there", async () => {
    const { stage, forum } = await openForum();
    const address = at(forum);
    await sent(stage, { address, key: "other", message: messageWith({ title: "Another" }) });
    stage.fake.script({ method: "POST", path: "/threads", trouble: { kind: "lost-reply" } });

    const unknown = await stage.platform.send(sendOf(stage, { address }), never);
    await stage.clock.advance(1_000);
    const again = await stage.platform.send(sendOf(stage, { address, mayRepeat: true }), never);

    expect(unknown.kind).toBe("unknown");
    expect(again).toMatchObject({ kind: "sent" });
    expect(posts(stage)).toBe(2);
  });

  it("has one post with a message that has no components, too", async () => {
    const { stage, forum } = await openForum();
    const request = { address: at(forum), message: { ...sample, actions: [] } };
    await sent(stage, { ...request, key: "other", message: messageWith({ title: sample.title }) });
    stage.fake.script({ method: "POST", path: "/threads", trouble: { kind: "lost-reply" } });
    await stage.platform.send(sendOf(stage, request), never);

    const again = await sent(stage, { ...request, mayRepeat: true });

    expect(again.split(":")[0]).toBe(stage.fake.messages().at(-1)?.channelId);
    expect(posts(stage)).toBe(2);
  });

  it("has a second post that says so where the bot may not read what is there", async () => {
    const { stage, forum } = await openForum();
    forum.permissions.delete("READ_MESSAGE_HISTORY");
    const request = { address: at(forum), marked: { ...sample, title: "Perhaps said before" } };
    stage.fake.script({ method: "POST", path: "/threads", trouble: { kind: "lost-reply" } });
    await stage.platform.send(sendOf(stage, request), never);

    const outcome = await stage.platform.send(sendOf(stage, { ...request, mayRepeat: true }), never);

    expect(outcome).toMatchObject({ kind: "sent", isMarked: true });
    expect(stage.fake.messages().map(seenText).at(-1)).toContain("Perhaps said before");
  });

  it("is told a notice without a mark where only posts of other names were too many to look into", async () => {
    const { stage, forum } = await openForum();
    const address = at(forum);
    for (let post = 1; post <= 26; post += 1) {
      const other = { address, key: `other-${post}`, message: messageWith({ title: `Another ${post}` }) };
      const sending = sent(stage, other);
      await stage.clock.advance(60_000);
      await sending;
    }
    const notice = sendOf(stage, { address, marked: { ...sample, title: "Perhaps said before" } });

    const sending = stage.platform.send({ ...notice, mayRepeat: true }, never);
    await stage.clock.advance(60_000);
    const outcome = await sending;

    expect(outcome).toMatchObject({ kind: "sent" });
    expect(outcome).not.toHaveProperty("isMarked");
  });

  it("has one post, too, when that was archived before the repeat", async () => {
    const { stage, forum } = await openForum();
    const address = at(forum);
    stage.fake.script({ method: "POST", path: "/threads", trouble: { kind: "lost-reply" } });
    await stage.platform.send(sendOf(stage, { address }), never);
    const post = stage.fake.messages().at(-1)!.channelId;
    stage.fake.channel(post).isArchived = true;

    const again = await sent(stage, { address, mayRepeat: true });

    expect(again).toBe(`${post}:${post}`);
  });

  it("opens an archived post to bring it up to date", async () => {
    const { stage, forum } = await openForum();
    const address = at(forum);
    const first = await sent(stage, { address });
    const post = stage.fake.channel(first.split(":")[0] ?? "");

    post.isArchived = true;
    const edited = await stage.platform.edit(editOf(stage, first, { address }), never);
    post.isArchived = true;
    await sent(stage, { address, key: "k2", replyTo: first });

    expect(edited.kind).toBe("sent");
    expect(post.isArchived).toBe(false);
  });

  it.each(["deleted", "locked", "locked and archived"])(
    "is still a chat when a post of it is %s: the development's message is gone",
    async (how) => {
      const { stage, forum } = await openForum();
      const address = at(forum);
      const first = await sent(stage, { address });
      const post = stage.fake.channel(first.split(":")[0] ?? "");
      if (how === "deleted") stage.fake.deleteChannel(post.id);
      else post.isLocked = true;
      if (how.endsWith("archived")) post.isArchived = true;

      const outcomes = [
        await stage.platform.edit(editOf(stage, first, { address }), never),
        await stage.platform.send(sendOf(stage, { address, key: "k2", replyTo: first }), never),
      ];

      expect(outcomes.map(({ kind }) => kind)).toEqual(["message-gone", "message-gone"]);
      expect((await stage.platform.send(sendOf(stage, { address, key: "k3" }), never)).kind).toBe("sent");
    },
  );

  it("gets the tag that is called for us, else the first that is not for moderators, where one is required", async () => {
    const { stage, forum } = await openForum();
    stage.fake.addTag(forum.id, "Closed", true);
    const general = stage.fake.addTag(forum.id, "General");
    stage.fake.requireTag(forum.id);
    await caughtUp(stage);

    const one = await sent(stage, { address: at(forum) });
    const ours = stage.fake.addTag(forum.id, "Alerts");
    await caughtUp(stage);
    const other = await sent(stage, { address: at(forum), key: "k2" });

    const tagsOf = (id: string): readonly string[] => stage.fake.channel(id.split(":")[0] ?? "").appliedTags;
    expect([tagsOf(one), tagsOf(other)]).toEqual([[general.id], [ours.id]]);
  });

  it.each<[string, string, Trouble]>([
    ["an answer in it", "POST", { kind: "too-many", scope: "user", retryAfter: 40 }],
    ["an edit in it", "PATCH", { kind: "too-many", scope: "user", retryAfter: 40 }],
    ["all writing in it", "POST", { kind: "too-many", scope: "user", retryAfter: 40, code: 20_028 }],
    ["slow mode in it", "POST", { kind: "status", status: 400, code: 20_016 }],
  ])("waits with one post alone where %s is limited", async (_, method, trouble) => {
    const { stage, forum } = await openForum();
    const address = at(forum);
    const id = await sent(stage, { address });
    stage.fake.script({ method, trouble });

    const outcome =
      method === "POST"
        ? await stage.platform.send(sendOf(stage, { address, key: "k2", replyTo: id }), never)
        : await stage.platform.edit(editOf(stage, id, { address }), never);

    expect(outcome).toMatchObject({ kind: "wait", scope: "message" });
    expect((await stage.platform.send(sendOf(stage, { address, key: "k3" }), never)).kind).toBe("sent");
  });

  it.each<[string, Trouble, string]>([
    ["server", { kind: "too-many", scope: "user", retryAfter: 40, code: 20_029 }, "chat"],
    ["bot", { kind: "too-many", scope: "global", retryAfter: 40 }, "platform"],
  ])("waits as a whole where an answer in a post meets a limit of the %s", async (_, trouble, scope) => {
    const { stage, forum } = await openForum();
    const address = at(forum);
    const id = await sent(stage, { address });
    stage.fake.script({ method: "POST", trouble });

    const outcome = await stage.platform.send(sendOf(stage, { address, key: "k2", replyTo: id }), never);

    expect(outcome).toMatchObject({ kind: "wait", scope });
    expect((await stage.platform.send(sendOf(stage, { address, key: "k3" }), never)).kind).toBe("wait");
  });

  it("gets a tag when it begins to require one unheard, and is a chat without rights when it has none for us", async () => {
    const { stage, forum } = await openForum();
    stage.fake.requireTag(forum.id, true);

    const none = await stage.platform.send(sendOf(stage, { address: at(forum) }), never);
    const tag = stage.fake.addTag(forum.id, "General");
    const some = await sent(stage, { address: at(forum), key: "k2" });

    expect(none.kind).toBe("no-rights");
    expect(stage.fake.channel(some.split(":")[0] ?? "").appliedTags).toEqual([tag.id]);
  });

  it("is what buttons and menus in its posts act on", async () => {
    const { stage, forum } = await openForum();
    const id = await sent(stage, { address: at(forum) });
    await caughtUp(stage);
    const message = stage.fake.messages(id.split(":")[0]).at(0)!;

    await stage.fake.user("1").presses(message, "Why?").answer;
    await stage.fake.user("1").usesMenu(message, "Why this alert?").answer;

    expect(stage.ran.slice(-2).map(({ address }) => address)).toEqual([at(forum), at(forum)]);
    expect(stage.ran.at(-1)).toMatchObject({ about: id, chatTitle: "#developments, A server" });
  });

  it("is not what a post that somebody else began is part of", async () => {
    const { stage, forum } = await openForum();
    const thread = stage.fake.addThread(forum.id, "Somebody's");
    await caughtUp(stage);

    await stage.fake.user("1").runs("latest", { place: "a" }, thread.id).answer;

    expect(stage.ran.at(-1)?.address).toEqual(at(thread));
  });
});

describe("an announcement channel", () => {
  async function openAnnouncements(): Promise<{ stage: Stage; channel: Channel }> {
    const stage = await openStage();
    const channel = stage.fake.addChannel("news", "announcement");
    await stage.platform.start(never);
    await caughtUp(stage);
    return { stage, channel };
  }

  it("publishes a message once, also when its send is repeated", async () => {
    const { stage, channel } = await openAnnouncements();

    await sent(stage, { address: at(channel) });
    await sent(stage, { address: at(channel), mayRepeat: true });

    expect(stage.fake.messages(channel.id).map(({ crossposted }) => crossposted)).toEqual([true]);
    expect(stage.logs.filter(({ level }) => level !== "info")).toEqual([]);
  });

  it("publishes ten an hour and tells the others all the same, without a refused call", async () => {
    const { stage, channel } = await openAnnouncements();

    for (let count = 0; count < 12; count += 1) {
      await sent(stage, { address: at(channel), key: `k${count}` });
      await stage.clock.advance(60_000);
    }

    const messages = stage.fake.messages(channel.id);
    expect(messages).toHaveLength(12);
    expect(messages.filter(({ crossposted }) => crossposted)).toHaveLength(10);
    expect(stage.fake.requests.some(({ status }) => status === 429)).toBe(false);
  });

  it.each<[string, "user" | "global"]>([
    ["the channel", "user"],
    ["the whole bot", "global"],
  ])("is told at once, and published when a wait of %s is over, told several times", async (_, scope) => {
    const { stage, channel } = await openAnnouncements();
    stage.fake.script({
      path: "/crosspost",
      times: 3,
      trouble: { kind: "too-many", scope, retryAfter: 4 },
    });
    const crossposted = () => stage.fake.messages(channel.id).map((message) => message.crossposted);

    await sent(stage, { address: at(channel) });
    expect(crossposted()).toEqual([false]);
    await stage.clock.runUntil(() => crossposted()[0] === true, 20_000);

    expect(stage.clock.now() - noon).toBeGreaterThanOrEqual(12_000);
    expect(stage.logs.filter(({ message }) => message.includes("published"))).toEqual([]);
  });

  it("is not asked for ever to publish", async () => {
    const { stage, channel } = await openAnnouncements();
    const trouble: Trouble = { kind: "too-many", scope: "user", retryAfter: 4 };
    stage.fake.script({ path: "/crosspost", times: 100, trouble });

    await sent(stage, { address: at(channel) });
    await stage.clock.runUntil(
      () => stage.logs.some(({ message }) => message === "An announcement could not be published"),
      300_000,
    );

    const asked = stage.fake.requests.filter(({ path }) => path.endsWith("/crosspost"));
    expect(asked.length).toBeLessThanOrEqual(10);
  });

  it.each<[string, Trouble]>([
    ["is refused", { kind: "status", status: 403, code: 50_013 }],
    ["is limited", { kind: "too-many", scope: "user", retryAfter: 3_000 }],
    ["fails", { kind: "status", status: 500 }],
    ["has its reply lost", { kind: "lost-reply" }],
  ])("is told a message whose publishing %s", async (_, trouble) => {
    const { stage, channel } = await openAnnouncements();
    stage.fake.script({ path: "/crosspost", trouble });

    const outcome = await stage.platform.send(sendOf(stage, { address: at(channel) }), never);

    expect(outcome.kind).toBe("sent");
  });
});

describe("a role", () => {
  it("is mentioned by what notifies, and nothing else is", async () => {
    const stage = await openStage();
    const role = stage.fake.addRole("Watchers", true);
    const other = stage.fake.addRole("Others", true);
    const message = messageWith({ title: `@everyone <@&${other.id}>` });

    await sent(stage, { key: "loud", mention: role.id, message });
    await sent(stage, { key: "quiet", mention: role.id, message, isLoud: false });

    expect(stage.fake.messages().map(({ pings }) => pings)).toEqual([[role.id], []]);
  });

  it("is mentioned in a forum's post", async () => {
    const { stage, forum } = await openForum();
    const role = stage.fake.addRole("Watchers", true);

    const id = await sent(stage, { address: at(forum), mention: role.id });

    expect(stage.fake.messages(id.split(":")[0]).map(({ pings }) => pings)).toEqual([[role.id]]);
  });

  it("is not mentioned when it is no id", async () => {
    const stage = await openStage();

    await sent(stage, { mention: "@everyone" });

    expect(stage.fake.messages()[0]?.pings).toEqual([]);
    expect(stage.fake.messages()[0]?.body["content"]).not.toContain("@");
  });

  it("is everybody's to no one: the command hears that everybody was meant", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    const role = stage.fake.addRole("Watchers", false);
    const admin = stage.fake.user("1", { permissions: ["MANAGE_GUILD"] });

    await admin.runs("subscribe", { role: stage.fake.guildId }).answer;
    await admin.runs("subscribe", { role: role.id }).answer;

    expect(stage.ran.map(({ options }) => options)).toEqual([{ role: "everyone" }, { role: role.id }]);
  });
});
