import { OverwriteType } from "discord.js";
import { describe, expect, it } from "vitest";
import { missingFrom, withOverwrites } from "../../../../adapters/chat/discord/rights.ts";
import type { ChatAddress } from "../../../../src/model/chat.ts";
import type { MissingRight } from "../../../../src/ports/command.ts";
import type { Trouble } from "../../../fakes/discord/script.ts";
import { channelTypes, permissionBits, type Permission } from "../../../fakes/discord/world.ts";
import { never, openStage, sample, sendOf, sent, type Stage } from "./stage.ts";

const guildId = "100000000000000000";
const bit = (...names: Permission[]): bigint =>
  names.reduce((bits, name) => bits | (1n << permissionBits[name]), 0n);
const overwrite = (id: string, allow: bigint, deny: bigint) => ({
  id,
  type: OverwriteType.Role,
  allow: allow.toString(),
  deny: deny.toString(),
});
const at = (channel: string): ChatAddress => ({ platform: "discord", channel, thread: null });
const subscribed = async (
  stage: Stage,
  options: Record<string, string> = {},
  channel?: string,
): Promise<void> => {
  await stage.fake.user("1", { permissions: ["MANAGE_GUILD"] }).runs("subscribe", options, channel).answer;
};
const missing = (stage: Stage, where: string): Promise<readonly MissingRight[]> =>
  stage.ran.at(-1)?.missingRights(at(where)) ?? Promise.reject(new Error("Nothing was run."));

describe("withOverwrites", () => {
  const member = { userId: "9", guildId, roles: ["1", "2"], base: bit("VIEW_CHANNEL", "SEND_MESSAGES") };

  it.each<[string, ReturnType<typeof overwrite>[], boolean]>([
    ["nothing is said", [], true],
    ["everybody is denied", [overwrite(guildId, 0n, bit("SEND_MESSAGES"))], false],
    [
      "everybody is denied and a role allowed",
      [overwrite(guildId, 0n, bit("SEND_MESSAGES")), overwrite("1", bit("SEND_MESSAGES"), 0n)],
      true,
    ],
    [
      "one role is denied and another one allowed, whatever their order",
      [overwrite("1", bit("SEND_MESSAGES"), 0n), overwrite("2", 0n, bit("SEND_MESSAGES"))],
      true,
    ],
    ["a role that the member has not is denied", [overwrite("3", 0n, bit("SEND_MESSAGES"))], true],
    [
      "a role is allowed and the member denied",
      [overwrite("1", bit("SEND_MESSAGES"), 0n), overwrite("9", 0n, bit("SEND_MESSAGES"))],
      false,
    ],
  ])("follows the documented order when %s", (_, overwrites, mayHe) => {
    expect((withOverwrites(member, overwrites) & bit("SEND_MESSAGES")) !== 0n).toBe(mayHe);
  });

  it("denies an administrator nothing", () => {
    const admin = { ...member, base: bit("ADMINISTRATOR") };

    expect(
      missingFrom(withOverwrites(admin, [overwrite("9", 0n, ~0n & 0xffffn)]), channelTypes.text),
    ).toEqual([]);
  });
});

describe("missingFrom", () => {
  it("says only that the channel is not seen where it is not", () => {
    expect(missingFrom(bit("SEND_MESSAGES"), channelTypes.text)).toEqual(["see"]);
  });

  it.each<[keyof typeof channelTypes, readonly MissingRight[]]>([
    ["text", ["send", "embed", "attach", "read-history"]],
    ["publicThread", ["thread", "embed", "attach", "read-history"]],
    ["forum", ["send", "thread", "embed", "attach", "read-history"]],
  ])("names what a %s needs", (type, rights) => {
    expect(missingFrom(bit("VIEW_CHANNEL"), channelTypes[type])).toEqual(rights);
  });
});

describe("missing rights", () => {
  it("are those of the channel where the command is called, without a request", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    const before = stage.fake.requests.length;
    stage.fake.channel(stage.fake.channelId).permissions.delete("EMBED_LINKS");

    await subscribed(stage);
    const rights = await missing(stage, stage.fake.channelId);

    expect(rights).toEqual(["embed"]);
    expect(stage.fake.requests.slice(before).every(({ path }) => path.endsWith("/callback"))).toBe(true);
  });

  it("are those of the channel that an option names, which is the target", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    const other = stage.fake.addChannel("other", "forum");
    other.permissions.delete("SEND_MESSAGES_IN_THREADS");

    await subscribed(stage, { where: other.id });

    expect(stage.ran[0]?.target).toEqual({ address: at(other.id), title: "#other" });
    expect(await missing(stage, other.id)).toEqual(["thread"]);
    expect(await stage.ran[0]?.user.isChatAdmin(at(other.id))).toBe(true);
  });

  it("are asked of Discord for any other channel, and a thread's are those of its channel", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    const hidden = stage.fake.addChannel("hidden");
    hidden.permissions.delete("VIEW_CHANNEL");
    const quiet = stage.fake.addChannel("quiet");
    const thread = stage.fake.addThread(quiet.id, "inside");
    quiet.permissions.delete("ATTACH_FILES");

    await subscribed(stage);

    expect(await missing(stage, hidden.id)).toEqual(["see"]);
    expect(await missing(stage, quiet.id)).toEqual(["attach"]);
    expect(await missing(stage, thread.id)).toEqual(["attach"]);
    expect(await missing(stage, "123456789012345678")).toEqual(["see"]);
  });

  it("are none in a person's own chat with the bot, and sight where only the person has it", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    const dm = stage.fake.openDm("1");
    const group = stage.fake.openGroup("Friends");
    const elsewhere = stage.fake.addChannel("x", "text", stage.fake.addGuild("without the bot").id);
    stage.fake.removeFromGuild(elsewhere.guildId ?? "");

    await stage.fake.user("1").runs("latest", { place: "a" }, dm.id).answer;
    await stage.fake.user("1").runs("latest", { place: "a" }, group.id).answer;
    await stage.fake.user("1").runs("latest", { place: "a" }, elsewhere.id).answer;

    expect(stage.ran.map(({ isDirect }) => isDirect)).toEqual([true, false, false]);
    expect(await Promise.all(stage.ran.map((one) => one.missingRights(one.address)))).toEqual([
      [],
      ["see"],
      ["see"],
    ]);
    expect(await Promise.all(stage.ran.map(({ user }) => user.isChatAdmin()))).toEqual([true, false, false]);
  });
});

describe("an administrator", () => {
  it("of another server is known by asking Discord, whatever a component claims", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    const elsewhere = stage.fake.addGuild("elsewhere");
    const there = stage.fake.addChannel("there", "text", elsewhere.id);

    await stage.fake.user("1").runs("latest", { place: "a" }).answer;
    const asMember = await stage.ran[0]?.user.isChatAdmin(at(there.id));
    stage.fake.user("1", { permissions: ["ADMINISTRATOR"] });
    const asAdmin = await stage.ran[0]?.user.isChatAdmin(at(there.id));

    expect([asMember, asAdmin]).toEqual([false, true]);
    expect(await stage.ran[0]?.user.isChatAdmin(at("123456789012345678"))).toBe(false);
  });

  it.each(["of another server", "of another person"])(
    "is none for a chat %s that is named where the person administers",
    async (whose) => {
      const stage = await openStage();
      await stage.platform.start(never);
      const { fake } = stage;
      const theirs = fake.addChannel("theirs", "text", fake.addGuild("elsewhere").id);
      const other = whose === "of another person" ? fake.openDm("2") : theirs;
      const owner = fake.user("1", { permissions: ["MANAGE_GUILD"], guildId: fake.guildId });

      await owner.forgesOptions("subscribe", { where: other.id }).answer;

      expect(await stage.ran[0]?.user.isChatAdmin(at(other.id))).toBe(false);
    },
  );
});

describe("a message where a right is missing", () => {
  it("is told in words with its buttons where embeds are not allowed, after one refused call in ten minutes", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    stage.fake.channel(stage.fake.channelId).permissions.delete("EMBED_LINKS");

    await sent(stage, { key: "k1" });
    await sent(stage, { key: "k2" });

    const messages = stage.fake.messages();
    expect(messages.map(({ body }) => body["embeds"])).toEqual([[], []]);
    expect(JSON.stringify(messages[0]?.body)).toContain("why:d7:k1");
    expect(stage.fake.requests.filter(({ status }) => status === 403)).toHaveLength(1);
  });

  it.each<[string, Trouble]>([
    ["fails", { kind: "status", status: 502 }],
    ["is cut", { kind: "reset" }],
    ["is limited", { kind: "too-many", scope: "user", retryAfter: 5 }],
  ])("is told in words where the question what is missing %s", async (_, trouble) => {
    const stage = await openStage();
    await stage.platform.start(never);
    stage.fake.channel(stage.fake.channelId).permissions.delete("EMBED_LINKS");
    stage.fake.script({ method: "GET", path: "/guilds/", trouble });

    await sent(stage, { key: "k1" });

    expect(stage.fake.messages().map(({ body }) => body["embeds"])).toEqual([[]]);
  });

  it("is no repeat where the question whether the history may be read fails: it is looked for once more", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    stage.fake.channel(stage.fake.channelId).permissions.delete("READ_MESSAGE_HISTORY");
    stage.fake.script({ method: "GET", path: "/guilds/", trouble: { kind: "status", status: 502 } });
    const repeat = { key: "k1", mayRepeat: true, marked: { ...sample, title: "Perhaps said before" } };

    expect((await stage.platform.send(sendOf(stage, repeat), never)).kind).toBe("wait");
    expect(await stage.platform.send(sendOf(stage, repeat), never)).toMatchObject({ isMarked: true });
  });

  it("is told in words before the gateway has told who the bot is", async () => {
    const stage = await openStage();
    stage.fake.channel(stage.fake.channelId).permissions.delete("EMBED_LINKS");

    await sent(stage, { key: "k1" });

    expect(stage.fake.messages().map(({ body }) => body["embeds"])).toEqual([[]]);
  });

  it("is a marked repeat where the history is hidden, also before the gateway has told who the bot is", async () => {
    const stage = await openStage();
    stage.fake.channel(stage.fake.channelId).permissions.delete("READ_MESSAGE_HISTORY");
    stage.fake.script({ path: "/users/@me", trouble: { kind: "status", status: 502 } });
    const repeat = { key: "k1", mayRepeat: true, marked: { ...sample, title: "Perhaps said before" } };

    expect((await stage.platform.send(sendOf(stage, repeat), never)).kind).toBe("wait");
    expect(await stage.platform.send(sendOf(stage, repeat), never)).toMatchObject({ isMarked: true });
  });

  it("is told with embeds again when they are allowed again", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    const { permissions } = stage.fake.channel(stage.fake.channelId);
    permissions.delete("EMBED_LINKS");
    await sent(stage, { key: "k1" });

    permissions.add("EMBED_LINKS");
    await stage.clock.advance(600_001);
    await sent(stage, { key: "k2" });

    expect(stage.fake.messages()[1]?.body["embeds"]).not.toEqual([]);
  });

  it("has one refused call where the bot may not write at all", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    stage.fake.channel(stage.fake.channelId).permissions.delete("SEND_MESSAGES");

    const outcome = await stage.platform.send(sendOf(stage), never);

    expect(outcome.kind).toBe("no-rights");
    expect(stage.fake.requests.filter(({ status }) => status === 403)).toHaveLength(1);
  });
});
