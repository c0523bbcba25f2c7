import { describe, expect, it } from "vitest";
import { seenText } from "../../../fakes/discord/index.ts";
import type { Trouble } from "../../../fakes/discord/script.ts";
import { editOf, messageWith, never, openStage, sample, sendOf, sent } from "./stage.ts";

const posts = (requests: readonly { method: string; path: string }[]): number =>
  requests.filter(({ method, path }) => method === "POST" && path.endsWith("/messages")).length;

describe("send", () => {
  it("puts the message into the channel and gives its id", async () => {
    const stage = await openStage();

    const outcome = await stage.platform.send(sendOf(stage), never);

    const [message] = stage.fake.messages();
    expect(outcome).toEqual({ kind: "sent", messageId: message?.id });
    expect(message && seenText(message)).toContain("**307**");
    expect(message?.nonce).toBe("d1-r1");
  });

  it("notifies when the delivery is loud and does not when it is silent", async () => {
    const stage = await openStage();

    await sent(stage, { key: "loud" });
    await sent(stage, { key: "silent", isLoud: false });

    expect(stage.fake.messages().map(({ flags }) => flags & 4_096)).toEqual([0, 4_096]);
  });

  it("pings nobody, whatever a report says", async () => {
    const stage = await openStage();
    stage.fake.channel(stage.fake.channelId).permissions.add("MENTION_EVERYONE");

    await sent(stage, {
      message: messageWith({ title: "@everyone <@123456789012345678> <@&123456789012345678>" }),
    });

    expect(stage.fake.messages()[0]?.pings).toEqual([]);
  });

  it("continues an earlier message as a reply, and stands alone when that one is gone", async () => {
    const stage = await openStage();
    const first = await sent(stage);

    await sent(stage, { key: "second", replyTo: first });
    stage.fake.deleteMessage(first);
    await sent(stage, { key: "third", replyTo: first });

    expect(stage.fake.messages().map(({ replyTo }) => replyTo)).toEqual([null, first, null]);
  });

  it("stands alone where the bot may not read the history, which replies need", async () => {
    const stage = await openStage();
    const first = await sent(stage);
    stage.fake.channel(stage.fake.channelId).permissions.delete("READ_MESSAGE_HISTORY");

    await sent(stage, { key: "second", replyTo: first });

    expect(stage.fake.messages()).toHaveLength(2);
  });

  it("opens an archived thread by writing into it", async () => {
    const stage = await openStage();
    const thread = stage.fake.addThread(stage.fake.channelId, "a thread");
    thread.isArchived = true;

    const outcome = await stage.platform.send(
      sendOf(stage, { address: { platform: "discord", channel: thread.id, thread: null } }),
      never,
    );

    expect(outcome.kind).toBe("sent");
    expect(thread.isArchived).toBe(false);
  });

  it("sends the plain form when Discord refuses the drawn one, and reports the defect", async () => {
    const stage = await openStage();
    stage.fake.script({ method: "POST", trouble: { kind: "form", part: "embeds" } });

    const outcome = await stage.platform.send(sendOf(stage), never);

    expect(outcome.kind).toBe("sent");
    const [message] = stage.fake.messages();
    expect(message?.body["embeds"]).toEqual([]);
    expect(message && seenText(message)).toContain("**307**");
    expect(stage.logs).toContainEqual(expect.objectContaining({ level: "error" }));
  });

  it("makes no call when it was aborted before", async () => {
    const stage = await openStage();

    const outcome = await stage.platform.send(sendOf(stage), AbortSignal.abort());

    expect(outcome.kind).toBe("wait");
    expect(stage.fake.requests).toHaveLength(0);
  });
});

describe("an outcome that is not known", () => {
  it.each<[string, Trouble]>([
    ["the reply is lost after the message was taken", { kind: "lost-reply" }],
    ["a gateway answers 502 after the message was taken", { kind: "taken-status", status: 502 }],
    ["the connection breaks before the message is taken", { kind: "reset" }],
    ["the API answers 503", { kind: "status", status: 503 }],
  ])("is unknown, after one call only, when %s; the repeat leaves one message", async (_, trouble) => {
    const stage = await openStage();
    stage.fake.script({ method: "POST", trouble });

    const first = await stage.platform.send(sendOf(stage), never);
    const callsOfFirst = posts(stage.fake.requests);
    const second = await stage.platform.send(sendOf(stage, { mayRepeat: true }), never);

    expect(first.kind).toBe("unknown");
    expect(callsOfFirst).toBe(1);
    expect(second).toMatchObject({ kind: "sent", messageId: stage.fake.messages()[0]?.id });
    expect(stage.fake.messages()).toHaveLength(1);
  });

  it.each([
    ["by look-back", 3_600_000],
    ["by its nonce", 0],
  ])("tells which revision of several attempts arrived, %s", async (_, laterMs) => {
    const stage = await openStage();
    stage.fake.script({ method: "POST", trouble: { kind: "reset" } });
    stage.fake.script({ method: "POST", trouble: { kind: "lost-reply" } });
    await stage.platform.send(sendOf(stage, { revision: 1 }), never);
    await stage.platform.send(sendOf(stage, { revision: 36 }), never);
    await stage.clock.advance(laterMs);

    const outcome = await stage.platform.send(sendOf(stage, { revision: 40, mayRepeat: laterMs > 0 }), never);

    expect(outcome).toMatchObject({ kind: "sent", revision: 36 });
    expect(stage.fake.messages()).toHaveLength(1);
  });

  it("is found again by the key in a button when the nonce's window is over", async () => {
    const stage = await openStage();
    stage.fake.script({ method: "POST", trouble: { kind: "lost-reply" } });
    await stage.platform.send(sendOf(stage), never);
    await stage.clock.advance(3_600_000);
    for (let other = 0; other < 120; other += 1) {
      await sent(stage, { key: `other-${other}` });
      await stage.clock.advance(2_000);
    }

    const outcome = await stage.platform.send(sendOf(stage, { mayRepeat: true }), never);

    expect(outcome).toEqual({ kind: "sent", messageId: stage.fake.messages()[0]?.id, isEarlier: true });
    expect(stage.fake.messages()).toHaveLength(121);
  });

  it("is not mistaken for the message that it replies to, though an edit gave that one the same key", async () => {
    const stage = await openStage();
    const first = await sent(stage, { key: "k0" });
    await stage.platform.edit(editOf(stage, first, { key: "k1" }), never);

    const second = await sent(stage, { key: "k1", replyTo: first, mayRepeat: true });

    expect(second).not.toBe(first);
  });

  it("does not make two keys one by cutting them", async () => {
    const stage = await openStage();

    const long = "x".repeat(40);
    const ids = [
      await sent(stage, { key: `${long}1` }),
      await sent(stage, { key: `${long}2` }),
      await sent(stage, { key: `${long}1` }),
    ];

    expect(ids[1]).not.toBe(ids[0]);
    expect(ids[2]).toBe(ids[0]);
  });

  it("is settled by the nonce where the bot may not read the history", async () => {
    const stage = await openStage();
    stage.fake.channel(stage.fake.channelId).permissions.delete("READ_MESSAGE_HISTORY");
    stage.fake.script({ method: "POST", trouble: { kind: "lost-reply" } });
    await stage.platform.send(sendOf(stage), never);

    const outcome = await stage.platform.send(sendOf(stage, { mayRepeat: true }), never);

    expect(outcome.kind).toBe("sent");
    expect(stage.fake.messages()).toHaveLength(1);
  });

  it("is marked where the bot may not read the history, for what is not seen may be there", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    stage.fake.channel(stage.fake.channelId).permissions.delete("READ_MESSAGE_HISTORY");
    const request = sendOf(stage, { mayRepeat: true });
    const marked = { ...request.message, title: "Possibly a repeat" };

    const outcome = await stage.platform.send({ ...request, marked }, never);

    expect(outcome).toMatchObject({ kind: "sent", isMarked: true });
    expect(JSON.stringify(stage.fake.messages())).toContain("Possibly a repeat");
  });

  it("is not marked where the history shows that it is not there", async () => {
    const stage = await openStage();
    const request = sendOf(stage, { mayRepeat: true });

    const outcome = await stage.platform.send(
      { ...request, marked: { ...request.message, title: "Possibly a repeat" } },
      never,
    );

    expect(outcome).toMatchObject({ kind: "sent" });
    expect(JSON.stringify(stage.fake.messages())).not.toContain("Possibly a repeat");
  });

  it("stays unknown when the look-back gets no answer", async () => {
    const stage = await openStage();
    stage.fake.script({ method: "GET", path: "/messages", trouble: { kind: "status", status: 500 } });

    const outcome = await stage.platform.send(sendOf(stage, { mayRepeat: true }), never);

    expect(outcome.kind).toBe("unknown");
    expect(stage.fake.messages()).toHaveLength(0);
  });

  it("does not send again what a person has deleted", async () => {
    const stage = await openStage();
    const id = await sent(stage);
    stage.fake.deleteMessage(id);

    const outcome = await stage.platform.send(sendOf(stage, { mayRepeat: true }), never);

    expect(outcome.kind).toBe("message-gone");
    expect(stage.fake.messages()).toHaveLength(1);
  });

  it("is no unknown when nothing listens: the call was surely not made", async () => {
    const stage = await openStage();
    await stage.fake.stop();

    const outcome = await stage.platform.send(sendOf(stage), never);

    expect(outcome).toMatchObject({ kind: "wait", scope: "platform" });
  });
});

describe("an error code", () => {
  it.each([
    [10_003, 404, "chat-gone"],
    [10_004, 404, "chat-gone"],
    [10_008, 404, "message-gone"],
    [20_016, 400, "wait"],
    [20_028, 400, "wait"],
    [20_029, 400, "wait"],
    [40_004, 403, "wait"],
    [40_058, 400, "no-rights"],
    [50_001, 403, "no-rights"],
    [50_006, 400, "refused"],
    [50_007, 403, "chat-gone"],
    [50_009, 403, "no-rights"],
    [50_013, 403, "no-rights"],
    [50_035, 400, "refused"],
    [50_278, 403, "chat-gone"],
    [160_005, 400, "no-rights"],
    [200_000, 400, "refused"],
    [200_001, 400, "refused"],
    [99_999, 403, "no-rights"],
    [99_999, 400, "refused"],
  ])("%i (HTTP %i) of a send is %s", async (code, status, kind) => {
    const stage = await openStage();
    stage.fake.script({
      method: "POST",
      trouble: { kind: "status", status, code, message: "as documented" },
    });

    const outcome = await stage.platform.send(sendOf(stage), never);

    expect(outcome).toMatchObject({ kind });
    expect(posts(stage.fake.requests)).toBe(1);
  });

  it("is told from a refusal by what stands before the API, which is no fault of the chat", async () => {
    const stage = await openStage();
    stage.fake.script({ method: "POST", trouble: { kind: "status", status: 403 } });

    const outcome = await stage.platform.send(sendOf(stage), never);

    expect(outcome).toMatchObject({ kind: "wait", scope: "platform" });
  });

  it("comes from the chat as it is: a deleted channel, a lost right, a server left, a locked thread, a forum", async () => {
    const stage = await openStage();
    const { fake } = stage;
    const thread = fake.addThread(fake.channelId, "locked");
    thread.isLocked = true;
    const muted = fake.addChannel("muted");
    muted.permissions.delete("SEND_MESSAGES");
    const deleted = fake.addChannel("deleted");
    fake.deleteChannel(deleted.id);
    const forum = fake.addChannel("forum", "forum");
    const elsewhere = fake.addGuild("left");
    const left = fake.addChannel("left", "text", elsewhere.id);
    fake.removeFromGuild(elsewhere.id);

    const kinds: string[] = [];
    for (const { id } of [thread, muted, deleted, forum, left]) {
      const address = { platform: "discord", channel: id, thread: null };
      kinds.push((await stage.platform.send(sendOf(stage, { address, key: id.slice(-20) }), never)).kind);
    }

    expect(kinds).toEqual(["no-rights", "no-rights", "chat-gone", "sent", "no-rights"]);
  });
});

describe("edit", () => {
  it("changes the message in place and keeps its button", async () => {
    const stage = await openStage();
    const id = await sent(stage);

    const outcome = await stage.platform.edit(
      editOf(stage, id, { message: { ...sample, title: "Now 310" } }),
      never,
    );

    const [message] = stage.fake.messages();
    expect(outcome).toEqual({ kind: "sent", messageId: id });
    expect(message?.edits).toHaveLength(1);
    expect(message && seenText(message)).toContain("Now 310");
    expect(JSON.stringify(message?.body["components"])).toContain("why:d7:d1-r1");
    expect(message?.pings).toEqual([]);
  });

  it("finds the message gone when it was deleted", async () => {
    const stage = await openStage();
    const id = await sent(stage);
    stage.fake.deleteMessage(id);

    expect((await stage.platform.edit(editOf(stage, id), never)).kind).toBe("message-gone");
  });

  it("opens an archived thread to edit in it, and has no right to when it is locked", async () => {
    const stage = await openStage();
    const thread = stage.fake.addThread(stage.fake.channelId, "a thread");
    const address = { platform: "discord", channel: thread.id, thread: null };
    const id = await sent(stage, { address });

    thread.isArchived = true;
    const opened = await stage.platform.edit(editOf(stage, id, { address }), never);
    thread.isArchived = true;
    thread.isLocked = true;
    const locked = await stage.platform.edit(editOf(stage, id, { address }), never);

    expect([opened.kind, locked.kind]).toEqual(["sent", "no-rights"]);
  });

  it("waits as long as Discord says when a message of more than an hour was edited too often", async () => {
    const stage = await openStage();
    const id = await sent(stage);
    await stage.clock.advance(2 * 3_600_000);
    for (let count = 0; count < 3; count += 1) await stage.platform.edit(editOf(stage, id), never);

    const outcome = await stage.platform.edit(editOf(stage, id), never);

    expect(outcome).toMatchObject({ kind: "wait", scope: "chat", retryAfterMs: 2_500 });
  });
});
