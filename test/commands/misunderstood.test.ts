import { beforeEach, describe, expect, it } from "vitest";
import { createRig, ownChat, wordsOf, type Rig } from "./rig.ts";

const channel = { platform: "telegram", channel: "-1001234567890", thread: null };

describe("typed words", () => {
  let rig: Rig;
  const subscription = async () => (await rig.store.chats.find(ownChat))?.subscription;
  beforeEach(async () => {
    rig = await createRig();
    await rig.type("/subscribe");
  });

  it.each([
    "/unsubscribe #Old",
    "/unsubscribe foo",
    "/export #Old",
    "/forget foo",
    "/settings #Old",
    "/status foo",
  ])("that are not understood do nothing to the chat where they are said: %s", async (line) => {
    const answer = await rig.type(line);

    expect(wordsOf(answer)).toMatch(/is not understood here|I cannot see that chat/u);
    expect(answer.actions).toEqual([]);
    expect((await rig.store.chats.find(ownChat))?.state).toBe("active");
  });

  it.each(["sure", "yes", "так", "да"])("confirm that all is to be deleted: %s", async (word) => {
    await rig.type(`/forget ${word}`);

    expect(await rig.store.chats.find(ownChat)).toBeNull();
  });

  it("that name no setting are said back", async () => {
    expect(wordsOf(await rig.type("/settings blah"))).toContain("There is no setting “blah”.");
  });

  it("from an hour to the same are no quiet hours", async () => {
    expect(wordsOf(await rig.type("/settings quiet 23:00-23:00"))).toContain("the two times differ");
    expect((await subscription())?.quiet).toBeNull();
  });

  it.each([
    ["/settings тихо 23-7", { quiet: { from: "23:00", to: "07:00" } }],
    ["/settings пояс Львів", { timeZone: "Europe/Kyiv" }],
    ["/settings мова російська", { language: "ru" }],
    ["/settings мова Русский", { language: "ru" }],
  ])("do what a button does: %s", async (line, expected) => {
    await rig.type(line);

    expect(await subscription()).toMatchObject(expected);
  });

  it("with a minus take out what is chosen", async () => {
    await rig.type("/settings kinds exchange,strike");
    await rig.type("/settings kinds -удари");
    await rig.type("/settings places Одеса, Харків");
    await rig.type("/settings places -Одеса");

    expect(await subscription()).toMatchObject({ kinds: ["exchange"], places: { codes: ["UA:kharkiv"] } });
  });

  it.each(["1 година", "1 час", "3 години", "до 1 години"])(
    "are a time of a mute where they are one: %s",
    async (time) => {
      await rig.type(`/mute ${time}`);

      const isMuted = (await subscription())?.mutedUntil != null;
      expect(isMuted).toBe(!time.startsWith("до"));
    },
  );

  it("that are no answer leave the question open, and no code is shown", async () => {
    const panel = await rig.type("/settings thresholds");
    const page = await rig.choose(panel, "Killed");
    const ask = page.actions.find(({ ask: question }) => question !== undefined);

    const reply = await rig.reply(`/${ask?.command} ${ask?.argument} abc`);

    expect(reply.isUnanswered).toBe(true);
    expect(wordsOf(reply.message)).toContain("Killed");
    expect(wordsOf(reply.message)).not.toContain("_");
  });
});

describe("one threshold", () => {
  it("has one button that takes it out, and any development of a kind none", async () => {
    const rig = await createRig();
    await rig.type("/subscribe");
    const page = await rig.type("/threshold killed 5");

    const removals = [...page.actions, ...(page.selects ?? []).flatMap(({ options }) => options)].filter(
      ({ label }) => label.startsWith("Remove"),
    );
    expect(removals).toHaveLength(1);
    expect(wordsOf(await rig.type("/threshold any exchange"))).toContain("so none is listed");
  });
});

describe("/status", () => {
  it("names what narrows the news, and tells of another chat to its administrators alone", async () => {
    const rig = await createRig();
    await rig.type("/subscribe");
    await rig.type("/settings sides UA");
    await rig.type("/threshold killed 5");
    const target = { address: channel, title: "News of the day" };

    const own = wordsOf(await rig.type("/status"));
    rig.become({ target });
    const refused = wordsOf(await rig.type("/status @news_of_the_day"));
    rig.become({ administers: [channel.channel] });
    const others = await rig.type("/status @news_of_the_day");

    expect(own).toContain("Ukraine");
    expect(own).toContain("Killed: 5 or more");
    expect(refused).toContain("Only administrators of that chat may do that.");
    expect(others.title).toBe("Status: News of the day");
    expect(wordsOf(others)).toContain("Not subscribed: News of the day");
  });

  it("says of a chat where the bot may not write that it rests", async () => {
    const rig = await createRig();
    rig.become({ target: { address: channel, title: "News" }, administers: [channel.channel] });
    await rig.type("/subscribe @newsday");
    const chat = await rig.store.chats.find(channel);
    await rig.store.chats.markGone(chat?.id ?? 0, "no-rights: need administrator rights", rig.clock.now());

    for (const line of ["/status @newsday", "/settings @newsday"])
      expect(wordsOf(await rig.type(line)), line).toContain("Alerts rest in News: I may not write there.");
  });
});
