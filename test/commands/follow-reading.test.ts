import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { textLanguages, textsOf } from "../../src/languages/texts.ts";
import type { Message } from "../../src/model/message.ts";
import type { Reply } from "../../src/ports/command.ts";
import { askingFirst, noticesOf, slowSources, type SlowSources } from "./own-trial.ts";
import { createRig, ownChat, wordsOf, type Rig } from "./rig.ts";

const feed = "https://harbour.example/feed.xml?token=SECRET";
const host = "harbour.example";
const name = "The Harbour Post";
const group = { platform: "telegram", channel: "-100777", thread: null };
const rules = { ...askingFirst, mode: "on" as const };

let rig: Rig;
let slow: SlowSources;
beforeEach(async () => {
  slow = slowSources();
  rig = await createRig({ ownSources: rules, trySource: slow.trySource });
  await rig.type("/subscribe");
});
afterEach(() => rig.store.close());

/** Asks for the feed, and waits longer than anybody is kept waiting. */
async function ask(line = `/follow ${feed}`): Promise<Message> {
  const answer = rig.type(line);
  await rig.clock.advance(2_000);
  return answer;
}

const own = async () => (await rig.store.sources.own()).map(({ source }) => source.url);
/** Lets what a source came to be decided and told. */
const settle = () => rig.clock.advance(1);

/** Another process on the same store; `sources` are read by it. */
async function restart(sources: SlowSources): Promise<void> {
  await rig.commands.stop?.();
  rig = await createRig({ ownSources: rules, trySource: sources.trySource, store: rig.store });
  rig.commands.start?.();
  await rig.clock.advance(1);
}

describe.each(textLanguages)("a source that takes long to read, in %s", (language) => {
  const t = (key: string, values = {}): string => textsOf(language).text(key, values);
  beforeEach(async () => {
    rig.become({ language });
    await rig.type(`/settings language ${language}`);
  });

  it("is said to be read, and what comes of it is told when it is", async () => {
    const answer = await ask();

    expect(answer.title).toBe(t("follow-reading", { name: host }));
    expect(await own()).toEqual([]);
    expect(await noticesOf(rig, "7")).toEqual([]);
    slow.come();
    await settle();
    const [told] = await noticesOf(rig, "7");
    expect(told?.title).toBe(t("followed-title", { name }));
    expect(told?.actions.map(({ label }) => label)).toEqual([t("button-unfollow", { name })]);
    expect(await own()).toEqual([feed]);
    expect(await rig.store.trials.list()).toEqual([]);
    expect(rig.faults).toEqual([]);
  });

  it("is named when it cannot be read", async () => {
    await ask();

    slow.come({ fault: { code: "timeout", text: "" } });
    await settle();

    expect((await noticesOf(rig, "7")).map(({ title }) => title)).toEqual([
      t("follow-failed", { name: host, why: t("failure-timeout") }),
    ]);
    expect(await own()).toEqual([]);
  });
});

it("a source that is never read to its end is told of as one that cannot be read", async () => {
  await ask();

  await rig.clock.advance(120_000);

  expect((await noticesOf(rig, "7")).map(({ title }) => title)).toEqual([
    `${host} cannot be read: ${textsOf("en").text("failure-timeout")}`,
  ]);
  expect(await rig.store.trials.list()).toEqual([]);
});

describe("while a source is read", () => {
  it("everything else of the chat is answered", async () => {
    await ask();

    expect((await rig.type("/mute 8h")).title).not.toBe("");
    const panel = await rig.type("/follow");
    expect(wordsOf(panel)).toContain(`${host}: It is being read for the first time.`);
    expect((await rig.type("/export")).blocks[0]).toMatchObject({
      text: expect.stringContaining("being read"),
    });
  });

  it("the same is not read a second time, and takes the room that it needs", async () => {
    await ask();

    expect((await ask()).title).toBe(`${host} is being read`);
    await ask("/follow https://pier.example/rss");
    expect((await rig.type("/follow https://quay.example/rss")).title).toMatch(/^This chat may have 2/u);
    expect(slow.begun).toEqual([feed, "https://pier.example/rss"]);
  });

  it.each(["/unfollow harbour", "/forget yes"])(
    "%s takes the wish back, and nothing more is said",
    async (line) => {
      await ask();
      await rig.type(line);

      slow.come();
      await settle();

      expect(await own()).toEqual([]);
      expect(await noticesOf(rig, "7")).toEqual([]);
      expect(await rig.store.trials.list()).toEqual([]);
      expect(rig.faults).toEqual([]);
    },
  );

  it("its chat may move, and is told where it has gone", async () => {
    rig.become({ address: group, administers: [group.channel] });
    await rig.type("/subscribe");
    await ask();
    const moved = { ...group, channel: "-100888" };
    await rig.commands.chatMoved(group, moved);

    slow.come();
    await settle();

    expect(await own()).toEqual([feed]);
    expect((await noticesOf(rig, moved.channel)).map(({ title }) => title)).toEqual([
      `This chat now follows ${name}`,
    ]);
  });
});

describe("what came of it", () => {
  it("is told where it was asked, though it is for another chat", async () => {
    rig.become({ address: group, administers: [group.channel] });
    await rig.type("/subscribe");
    rig.become({ address: ownChat, target: { address: group, title: "Readers" } });
    await ask(`/follow ${feed} @readers`);

    slow.come();
    await settle();

    expect(await noticesOf(rig, "7")).toHaveLength(1);
    expect((await rig.store.sources.own())[0]?.source.ownerChat).toBe(
      (await rig.store.chats.find(group))?.id,
    );
  });

  it("is told in the other chat where the bot may not write in the one where it was asked", async () => {
    const shut = { ...group, channel: "-100999" };
    rig.become({ address: group, administers: [group.channel, shut.channel] });
    await rig.type("/subscribe");
    rig.become({ address: shut, target: { address: group, title: "Readers" }, missing: ["send"] });
    await ask(`/follow ${feed} @readers`);

    slow.come();
    await settle();

    expect(await noticesOf(rig, group.channel)).toHaveLength(1);
  });

  it("shows a group no address, which may hold a secret", async () => {
    rig.become({ address: group, administers: [group.channel] });
    await rig.type("/subscribe");
    const answer = await ask();
    slow.come({ movedTo: "https://harbour.example/moved?token=SECRET" });
    await settle();

    expect(JSON.stringify([answer, await noticesOf(rig, group.channel)])).not.toContain("SECRET");
  });
});

describe("after a restart", () => {
  it("a source is read again, and what comes of it is told once", async () => {
    await ask();
    const before = slow;
    const next = slowSources();
    await restart(next);
    before.come();
    await settle();
    expect(await noticesOf(rig, "7")).toEqual([]);

    next.come();
    await settle();

    expect(next.begun).toEqual([feed]);
    expect((await noticesOf(rig, "7")).map(({ title }) => title)).toEqual([`This chat now follows ${name}`]);
    expect(await own()).toEqual([feed]);
    await restart(next);
    expect(next.begun).toEqual([feed]);
  });

  it("what was written but not told is told", async () => {
    await ask();
    const [asked] = await rig.store.trials.list();
    slow.come();
    await settle();
    await noticesOf(rig, "7");
    // As after a kill between the source and what is said of it.
    if (asked === undefined) throw new Error("nothing is being read");
    await rig.store.trials.begin({ ...asked, askedAt: asked.askedAt + 1 });
    const next = slowSources();
    await restart(next);
    next.come();
    await settle();

    expect((await noticesOf(rig, "7")).map(({ title }) => title)).toEqual([`This chat now follows ${name}`]);
    expect(await own()).toEqual([feed]);
  });

  it("a source that ended three processes is read no more", async () => {
    await ask();
    const next = slowSources();
    await restart(next);
    await restart(next);
    await restart(next);
    await settle();

    expect(next.begun).toEqual([feed, feed]);
    expect((await noticesOf(rig, "7")).map(({ title }) => title)).toEqual([
      `${host} cannot be read: ${textsOf("en").text("failure-timeout")}`,
    ]);
    expect(await rig.store.trials.list()).toEqual([]);
  });
});

it("a source that is read at once is told in the answer itself", async () => {
  const answer: Promise<Reply> = rig.reply(`/follow ${feed}`);
  await settle();
  slow.come();

  expect((await answer).message.title).toBe(`This chat now follows ${name}`);
  expect(await noticesOf(rig, "7")).toEqual([]);
});
