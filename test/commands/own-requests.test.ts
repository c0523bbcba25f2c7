import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { momentText } from "../../src/commands/moments.ts";
import { textLanguages, textsOf } from "../../src/languages/texts.ts";
import type { Message } from "../../src/model/message.ts";
import { askingFirst, noticesOf, tried } from "./own-trial.ts";
import { createRig, ownChat, wordsOf, type Rig } from "./rig.ts";

const feed = "https://harbour.example/feed.xml?token=SECRET";
const name = "The Harbour Post";
const hourMs = 3_600_000;

let rig: Rig;
afterEach(() => rig.store.close());
const asBoss = () => rig.become({ id: "1", address: { ...ownChat, channel: "1" }, language: null });
const asReader = () => rig.become({ id: "7", address: ownChat });
const states = async () => (await rig.store.sources.own()).map(({ state }) => state.halt);

/** The request that the admin got last. */
async function request(): Promise<Message> {
  const last = (await noticesOf(rig, "1")).at(-1);
  if (last === undefined) throw new Error("nobody was asked");
  return last;
}

describe.each(textLanguages)("a request of a chat, in %s", (language) => {
  const t = (key: string, values = {}): string => textsOf(language).text(key, values);
  beforeEach(async () => {
    const defaults = { language, timeZone: "Europe/Kyiv" };
    rig = await createRig({ ownSources: askingFirst, trySource: tried, defaults });
    rig.become({ language });
    await rig.type("/subscribe");
  });

  it("tells the admins who asks, and from which chat", async () => {
    await rig.type(`/follow ${feed}`);

    expect(wordsOf(await request())).toContain(t("own-request-by", { who: "Chat, 7", chat: "7" }));
  });

  it("names the person and the group", async () => {
    const address = { ...ownChat, channel: "-100777" };
    rig.become({ address, administers: [address.channel], name: "Olena\nKoval (@olena)" });
    await rig.type("/subscribe");
    await rig.type(`/follow ${feed}`);

    const words = wordsOf(await request());

    expect(words).toContain(t("own-request-from", { chat: "Chat", platform: "telegram" }));
    expect(words).toContain(t("own-request-by", { who: "Olena Koval (@olena), 7", chat: "-100777" }));
  });

  it("stays refused after the chat unsubscribes and subscribes again", async () => {
    await rig.type(`/follow ${feed}`);
    const asked = await request();
    asBoss();
    await rig.press(asked, t("button-own-refuse"));
    asReader();
    await rig.type("/unsubscribe");
    await rig.type("/subscribe");

    expect((await rig.type(`/follow ${feed}`)).title).toBe(t("follow-refused", { name }));
    expect(await noticesOf(rig, "1")).toEqual([]);
  });

  it("is one of a new chat after /forget, and the admins see that the address was refused before", async () => {
    await rig.type(`/follow ${feed}`);
    const asked = await request();
    asBoss();
    await rig.press(asked, t("button-own-refuse"));
    asReader();
    await rig.type("/forget yes");
    expect(await states()).toEqual([]);
    await rig.type("/subscribe");
    const at = rig.clock.now();
    await rig.clock.advance(60_000);

    expect((await rig.type(`/follow ${feed}`)).title).toBe(t("followed-title-waiting", { name }));

    const again = await request();
    const when = momentText(at, { language, timeZone: "Europe/Kyiv" });
    expect(wordsOf(again)).toContain(t("own-request-refused", { when }));
    asBoss();
    await rig.press(again, t("button-own-approve"));
    asReader();
    await rig.type("/forget yes");
    await rig.type("/subscribe");
    await rig.type(`/follow ${feed}`);
    expect(wordsOf(await request())).not.toContain(t("own-request-refused", { when }));
  });

  it("stays refused after the chat takes it off its list, and nobody is asked again", async () => {
    await rig.type(`/follow ${feed}`);
    const asked = await request();
    asBoss();
    await rig.press(asked, t("button-own-refuse"));
    asReader();
    expect((await rig.type(`/unfollow ${feed}`)).title).toBe(t("unfollowed", { name }));
    expect(wordsOf(await rig.type("/follow"))).not.toContain(name);

    const again = await rig.type(`/follow ${feed}`);

    expect(again.title).toBe(t("follow-refused", { name: "harbour.example" }));
    expect(await noticesOf(rig, "1")).toEqual([]);
    expect(await states()).toEqual(["refused"]);
  });

  it("is decided by its own buttons only, not by those of one before it", async () => {
    await rig.type(`/follow ${feed}`);
    const first = await request();
    await rig.type(`/unfollow ${feed}`);
    rig.clock.jumpTo(rig.clock.now() + 1_000);
    await rig.type(`/follow ${feed}`);
    const second = await request();

    asBoss();
    expect(wordsOf(await rig.press(first, t("button-own-approve")))).toContain(t("own-stale"));
    expect(await states()).toEqual(["waiting"]);
    expect(wordsOf(await rig.press(second, t("button-own-approve")))).toContain(t("own-approve-done"));
    expect(await states()).toEqual([null]);
  });

  it("says that it was withdrawn when it was", async () => {
    await rig.type(`/follow ${feed}`);
    const asked = await request();
    await rig.type(`/unfollow ${feed}`);

    asBoss();
    for (const key of ["button-own-approve", "button-own-refuse", "button-source-test"])
      expect((await rig.press(asked, t(key))).title).toBe(t("own-withdrawn"));
  });

  it("cannot be made more than a few times in a row, nor all day", async () => {
    const answers: string[] = [];
    for (let turn = 0; turn < 24; turn++) {
      answers.push((await rig.type(`/follow ${feed}`)).title);
      await rig.type(`/unfollow ${feed}`);
      rig.clock.jumpTo(rig.clock.now() + (turn < 5 ? 10_000 : hourMs / 4));
    }

    const waiting = t("followed-title-waiting", { name });
    expect(answers.slice(0, 3)).toEqual([waiting, waiting, waiting]);
    expect(answers[3]).toBe(t("follow-wait", { count: 5 }));
    // Five a day; the sixth would be free after 4.8 hours, and these took 4.75.
    expect(answers.filter((title) => title === waiting)).toHaveLength(5);
  });
});

describe("an address that an admin refused where chats follow what they like", () => {
  const refuse = async (): Promise<void> => {
    await rig.type("/subscribe");
    await rig.type(`/follow ${feed}`);
    const id = (await rig.store.sources.own())[0]?.source.id ?? "";
    asBoss();
    await rig.type(`/sources refuse ${id} again`);
    asReader();
    await rig.type("/forget yes");
    await rig.type("/subscribe");
  };

  it("needs the admins from then on, also in a chat that is forgotten and subscribed anew", async () => {
    rig = await createRig({ ownSources: { ...askingFirst, mode: "on" }, trySource: tried });
    await refuse();

    expect((await rig.type(`/follow ${feed}`)).title).toBe(`${name} waits for the bot's admins`);
    expect((await rig.type("/follow https://pier.example/rss")).title).toBe(`This chat now follows ${name}`);
    expect(await states()).toEqual(["waiting", null]);
    expect(wordsOf(await request())).toContain("This address was refused before");
  });

  it("stays refused where no admin can be asked any more", async () => {
    const before = await createRig({ ownSources: { ...askingFirst, mode: "on" }, trySource: tried });
    rig = before;
    await refuse();
    rig = await createRig({
      ownSources: { ...askingFirst, mode: "on" },
      trySource: tried,
      store: before.store,
      adminChats: [],
    });

    expect((await rig.type(`/follow ${feed}`)).title).toMatch(/^The bot's admins refused/u);
    expect(await states()).toEqual([]);
  });
});

describe("addresses of a chat's own sources", () => {
  it("stand whole in a person's own chat, and as a host where members read along", async () => {
    rig = await createRig({ ownSources: { ...askingFirst, mode: "on" }, trySource: tried });
    await rig.type("/subscribe");
    await rig.type(`/follow ${feed}`);
    expect(JSON.stringify(await rig.type("/sources"))).toContain("SECRET");
    rig.become({
      id: "33",
      address: { platform: "telegram", channel: "-1", thread: null },
      administers: ["-1"],
    });
    await rig.type("/subscribe");
    await rig.type(`/follow ${feed}`);
    const panel = await rig.type("/follow");
    rig.become({ id: "44", administers: [] });

    for (const message of [await rig.type("/sources"), panel]) {
      expect(wordsOf(message)).toContain(`${name} (harbour.example)`);
      expect(JSON.stringify(message)).not.toContain("SECRET");
    }
  });
});
