import { describe, expect, it } from "vitest";
import { seenText } from "../../../fakes/discord/index.ts";
import type { Channel, Message, Permission } from "../../../fakes/discord/world.ts";
import { useCity } from "./city.ts";

const stage = useCity();

async function subscribe(channel: Channel, options: Record<string, string> = {}): Promise<void> {
  const admin = stage.city.discord.user("8", { permissions: ["MANAGE_GUILD"] });
  const here = channel.type === 15 || channel.type === 5 ? stage.city.discord.channelId : channel.id;
  const where = here === channel.id ? {} : { where: channel.id };
  await admin.runs("subscribe", { ...where, ...options }, here).answer;
}

const told = (channel: Channel): readonly Message[] =>
  stage.city.discord.messages(channel.id).filter(({ interactionId }) => interactionId === null);
const stateOf = async (channel: Channel): Promise<string | undefined> =>
  (await stage.city.store.chats.find(stage.city.at(channel.id)))?.state;
const calls = (): number =>
  stage.city.discord.requests.filter(({ path }) => path.endsWith("/messages")).length;

describe("a subscribed chat", () => {
  it("that was deleted unheard costs one call and is gone", async () => {
    const { city } = stage;
    const channel = city.discord.addChannel("old");
    await subscribe(channel);
    channel.isDeleted = true;

    await city.happens();
    const before = calls();
    await city.exchanged("09:30", 395);

    expect(await stateOf(channel)).toBe("gone");
    expect(calls()).toBe(before);
  });

  it.each(["VIEW_CHANNEL", "SEND_MESSAGES"] as const)(
    "without the right to %s costs one call, is gone, and comes back when somebody subscribes again",
    async (right) => {
      const { city } = stage;
      const channel = city.discord.addChannel("closed");
      const notices = city.discord.addChannel("moderators-only");
      city.discord.noticesIn(notices.id);
      await city.caughtUp();
      await subscribe(channel);
      channel.permissions.delete(right);
      await city.happens();
      expect(await stateOf(channel)).toBe("gone");
      // The call that may be one too many comes when nobody waits for it.
      await city.clock.advance(10_000);
      while (told(notices).length === 0) await new Promise((resolve) => setImmediate(resolve));
      const refused = city.discord.requests.filter(({ status }) => status === 403).length;

      channel.permissions.add(right);
      await subscribe(channel);
      await city.exchanged("09:30", 395);

      expect(refused).toBe(1);
      expect(await stateOf(channel)).toBe("active");
      expect(told(channel)).toHaveLength(1);
    },
  );

  it.each(["in the channel", "by a role", "by the bot's roles"] as const)(
    "that rested for want of a right is told again when the right is given %s, and not while another one is wanting",
    async (how) => {
      const { city } = stage;
      const channel = city.discord.addChannel("closed");
      await city.caughtUp();
      await subscribe(channel);
      for (const right of ["VIEW_CHANNEL", "SEND_MESSAGES"] as const) channel.permissions.delete(right);
      await city.happens();
      const given = async (right: Permission): Promise<string | undefined> => {
        channel.permissions.add(right);
        city.discord.rightsChange(channel.id, how);
        await city.caughtUp();
        await city.clock.advance(5_000);
        await city.caughtUp();
        return stateOf(channel);
      };

      const states = [await given("VIEW_CHANNEL"), await given("SEND_MESSAGES")];
      await city.exchanged("09:30", 395);

      expect(states).toEqual(["gone", "active"]);
      expect(told(channel)).toHaveLength(1);
    },
  );

  it("that was closed to the bot is told of once, where admins look, in the chat's language", async () => {
    const { city } = stage;
    const channel = city.discord.addChannel("closed");
    const notices = city.discord.addChannel("moderators-only");
    city.discord.noticesIn(notices.id);
    await city.caughtUp();
    await subscribe(channel, { language: "uk" });
    channel.permissions.delete("SEND_MESSAGES");

    await city.happens();
    await city.exchanged("09:30", 480);
    while (told(notices).length === 0) await new Promise((resolve) => setImmediate(resolve));

    expect(told(notices).map(seenText)).toEqual([expect.stringContaining("писати в #closed")]);
    expect(told(notices).map(seenText).join()).toContain("надсилати повідомлення");
  });

  it.each(["EMBED_LINKS", null] as const)(
    "whose server has timed the bot out waits, with one refused call, and is told when that is over (without %s)",
    async (right) => {
      const { city } = stage;
      const channels = ["a", "b"].map((name) => city.discord.addChannel(name));
      for (const channel of channels) {
        await subscribe(channel);
        if (right !== null) channel.permissions.delete(right);
      }
      if (right !== null) await city.happens();
      const before = channels.map((channel) => told(channel).length);
      const refused = (): number => city.discord.requests.filter(({ status }) => status === 403).length;
      const refusedBefore = refused();
      city.discord.timeOut(city.discord.guildId, city.clock.now() + 30 * 86_400_000);

      await (right === null ? city.happens() : city.exchanged("09:30", 480));
      const meanwhile = await Promise.all(channels.map(stateOf));
      const refusedMeanwhile = refused() - refusedBefore;
      city.discord.timeOut(city.discord.guildId, 0);
      city.clock.skip(600_000);
      await city.exchanged("10:30", 490);

      expect(meanwhile).toEqual(["active", "active"]);
      expect(refusedMeanwhile).toBeLessThanOrEqual(2);
      for (const [index, channel] of channels.entries())
        expect(told(channel).length).toBeGreaterThan(before[index] ?? 0);
    },
  );

  it("is gone when the bot is removed from its server, before any call", async () => {
    const { city } = stage;
    const channel = city.discord.addChannel("there", "text", city.discord.addGuild("elsewhere").id);
    await city.caughtUp();
    await subscribe(channel);
    const before = calls();

    city.discord.removeFromGuild(channel.guildId ?? "");
    await city.caughtUp();
    await city.happens();

    expect(await stateOf(channel)).toBe("gone");
    expect(calls()).toBe(before);
  });

  it("costs one call when the bot was removed from its server a moment ago", async () => {
    const { city } = stage;
    const server = city.discord.addGuild("elsewhere");
    const channel = city.discord.addChannel("there", "text", server.id);
    city.discord.noticesIn(city.discord.addChannel("moderators-only", "text", server.id).id);
    await city.caughtUp();
    await subscribe(channel);
    server.isMember = false;

    await city.happens();
    city.discord.removeFromGuild(server.id);
    await city.caughtUp();
    await city.clock.advance(10_000);
    await city.caughtUp();

    expect(city.discord.requests.filter(({ status }) => status === 403)).toHaveLength(1);
    expect(await stateOf(channel)).toBe("gone");
  });

  it("in a direct message that was closed is gone after one call", async () => {
    const { city } = stage;
    const dm = city.discord.openDm("7");
    await city.discord.user("7").runs("subscribe", {}, dm.id).answer;
    dm.isClosed = true;

    await city.happens();

    expect(await stateOf(dm)).toBe("gone");
  });

  it("in a direct message that was closed and opened again is told again once the person asks something there", async () => {
    const { city } = stage;
    const dm = city.discord.openDm("7");
    await city.discord.user("7").runs("subscribe", {}, dm.id).answer;
    dm.isClosed = true;
    await city.happens();
    dm.isClosed = false;

    await city.discord.user("7").runs("status", {}, dm.id).answer;
    await city.exchanged("09:30", 480);

    expect(await stateOf(dm)).toBe("active");
    expect(told(dm)).toHaveLength(1);
  });

  it("that is a thread is told while it is archived, and gone when it is locked or deleted", async () => {
    const { city } = stage;
    const [archived, locked, deleted] = ["a", "b", "c"].map((name) =>
      city.discord.addThread(city.discord.channelId, name),
    ) as [Channel, Channel, Channel];
    for (const thread of [archived, locked, deleted]) await subscribe(thread);
    archived.isArchived = true;
    locked.isLocked = true;
    city.discord.deleteChannel(deleted.id);
    await city.caughtUp();

    await city.happens();

    expect(told(archived).map(seenText).join()).toContain("390");
    expect(await Promise.all([archived, locked, deleted].map(stateOf))).toEqual(["active", "gone", "gone"]);
  });

  it("that is a forum has a post a development, corrected inside it, and a new one when that was deleted", async () => {
    const { city } = stage;
    const forum = city.discord.addChannel("developments", "forum");
    await city.caughtUp();
    await subscribe(forum);

    await city.happens();
    const posts = (): string[] => [
      ...new Set(
        city.discord
          .messages()
          .filter(({ interactionId }) => interactionId === null)
          .map(({ channelId }) => channelId)
          .filter((id) => city.discord.channel(id).parentId === forum.id),
      ),
    ];
    const first = posts();
    await city.exchanged("09:30", 395);
    const second = posts();
    for (const id of second) city.discord.deleteChannel(id);
    await city.caughtUp();
    await city.exchanged("10:30", 399);

    expect(second).toEqual(first);
    expect(first.flatMap((id) => city.discord.messages(id).map(seenText)).join("\n")).toContain("395");
    expect(posts().length).toBeGreaterThan(second.length);
    expect(
      posts()
        .flatMap((id) => city.discord.messages(id).map(seenText))
        .join("\n"),
    ).toContain("399");
    expect(await stateOf(forum)).toBe("active");
    expect(city.faults).toEqual([]);
  });

  it("that is a forum is named where it is unsubscribed from inside a post, and where its settings are shown", async () => {
    const { city } = stage;
    const forum = city.discord.addChannel("developments", "forum");
    await city.caughtUp();
    await subscribe(forum);
    await city.happens();
    const post = city.discord
      .messages()
      .findLast(({ channelId }) => city.discord.channel(channelId).parentId);
    const admin = city.discord.user("8");

    const settings = await admin.runs("settings show", {}, post?.channelId).answer;
    const answer = await admin.runs("unsubscribe", {}, post?.channelId).answer;

    expect(seenText(settings)).toContain("Settings of #developments");
    expect(seenText(answer)).toContain("Unsubscribed: #developments");
  });

  it("that is an announcement channel has its news published", async () => {
    const { city } = stage;
    const channel = city.discord.addChannel("news", "announcement");
    await city.caughtUp();
    await subscribe(channel);

    await city.happens();

    expect(told(channel).length).toBeGreaterThan(0);
    expect(told(channel).every(({ crossposted }) => crossposted)).toBe(true);
  });

  it("whose server lets the bot in again is told as before, but for what was unsubscribed there", async () => {
    const { city } = stage;
    const server = city.discord.addGuild("elsewhere");
    const [kept, left] = ["kept", "left"].map((name) => city.discord.addChannel(name, "text", server.id));
    if (kept === undefined || left === undefined) throw new Error("The fake made no channels.");
    await city.caughtUp();
    for (const channel of [kept, left]) await subscribe(channel);
    await city.store.chats.unsubscribe(city.at(left.id), city.clock.now());
    city.discord.removeFromGuild(server.id);
    await city.caughtUp();
    const meanwhile = await stateOf(kept);

    city.discord.returnToGuild(server.id);
    await city.caughtUp();
    await city.happens();

    expect(meanwhile).toBe("gone");
    expect(told(kept).length).toBeGreaterThan(0);
    expect([await stateOf(kept), await stateOf(left)]).toEqual(["active", "unsubscribed"]);
  });

  it("is none where only the person has the bot: /subscribe says to invite it", async () => {
    const { city } = stage;
    const server = city.discord.addGuild("without the bot");
    const channel = city.discord.addChannel("x", "text", server.id);
    city.discord.removeFromGuild(server.id);
    await city.caughtUp();

    await subscribe(channel);

    const answers = city.discord.messages(channel.id).map(seenText).join();
    expect(answers).toContain("Invite me to the server");
    expect(answers).not.toContain("Subscribed");
    expect(await stateOf(channel)).toBeUndefined();
  });

  it("whose server filters words loses that message and stays", async () => {
    const { city } = stage;
    const channel = city.discord.addChannel("filtered");
    await subscribe(channel);
    city.discord.script({
      method: "POST",
      path: `/channels/${channel.id}/messages`,
      trouble: { kind: "status", status: 400, code: 200_000 },
    });

    await city.happens();
    await city.exchanged("09:30", 395);

    expect(await stateOf(channel)).toBe("active");
    expect(told(channel).length).toBeGreaterThan(0);
  });
});

describe("the menu of a message that tells no one development", () => {
  it.each([
    ["Why this alert?", "Why: "],
    ["Report an error", "What is wrong with it?"],
  ])("has a choice behind “%s”, which leads on", async (entry, words) => {
    const { city } = stage;
    const person = city.discord.user("7", { locale: "en-US" });
    await city.happens();
    const help = await person.runs("help").answer;

    const which = await person.usesMenu(help, entry).answer;
    const answer = await person.chooses(which, "Choose one", [city.story.alerts.at(-1)?.development ?? ""])
      .answer;

    expect(seenText(answer)).toContain(words);
  });
});
