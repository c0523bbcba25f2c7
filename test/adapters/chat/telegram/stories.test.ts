import { describe, expect, it } from "vitest";
import { textLanguages, textsOf } from "../../../../src/languages/texts.ts";
import { addressOf } from "./support.ts";
import { admin, useTown } from "./town.ts";

const stage = useTown();
const olena = 7;

describe.each(textLanguages)("somebody whose app speaks %s", (language) => {
  const texts = textsOf(language);
  const t = (key: string, values = {}): string => texts.text(key, values);
  const person = (id = olena) => stage.town.person(id, language);
  const sentTo = (chat: number) => stage.town.telegram.director.sent(chat);

  it("starts, subscribes with one tap, is told, asks why, and mutes", async () => {
    const { town } = stage;
    const somebody = person();
    const welcome = await somebody.types("/start");
    expect(welcome.text).toContain(t("start-title"));
    expect(welcome.text).toContain(t("start-not-a-siren"));

    const subscribed = await somebody.presses(t("button-subscribe"));
    expect(subscribed.message?.text).toContain(t("subscribed-title"));
    await town.happens();

    const alert = somebody.reads();
    expect(alert.text).toContain("390");
    expect(alert.keyboard.flat().map(({ text }) => text)).toEqual([
      t("action-development"),
      t("action-chart"),
      t("action-why"),
      t("action-mute"),
    ]);

    const why = await somebody.presses(t("action-why"), alert);
    expect(why.message?.text).toContain("Додому повернулися 390 полонених");
    const replied = await somebody.types("/why", { replyTo: alert.messageId });
    expect(replied.text).toBe(why.message?.text);

    const claims = await somebody.presses(t("action-development"), alert);
    expect(claims.message?.text).toContain("Вигаданий вісник");
    const muted = await somebody.presses(t("action-mute"), alert);
    expect(muted.message?.text).toContain(t("mute-development"));
    expect(await town.store.chats.find(addressOf(olena))).toMatchObject({
      subscription: { mutedDevelopments: ["d2"], language },
    });
  });

  it("sets what to be told of in a panel that stays where it is", async () => {
    const { town } = stage;
    const somebody = person();
    await somebody.types("/subscribe");
    const panel = await somebody.types("/settings");

    await somebody.presses(t("settings-kinds"), panel);
    const toggled = await somebody.presses(t("kind-talks"), panel);
    await somebody.presses(t("button-back"), panel);
    const languages = await somebody.presses(t("settings-language"), panel);

    expect(toggled.message?.messageId).toBe(panel.messageId);
    expect(toggled.message?.keyboard.flat().map(({ text }) => text)).toContain(t("kind-talks"));
    expect(toggled.message?.keyboard.flat().map(({ text }) => text)).toContain(`✓ ${t("kind-exchange")}`);
    expect(languages.message?.messageId).toBe(panel.messageId);
    const kinds = (await town.store.chats.find(addressOf(olena)))?.subscription.kinds ?? [];
    expect(kinds).not.toContain("talks");
    expect(kinds).toContain("exchange");
    expect(sentTo(olena)).toHaveLength(2);
  });

  it("types a place, a zone and a threshold where the panel asks for them", async () => {
    const { town } = stage;
    const somebody = person();
    await somebody.types("/subscribe");
    await somebody.types("/settings");
    await somebody.presses(t("settings-places"));
    const question = (await somebody.presses(t("settings-places-type"))).message;
    expect(question?.text).toContain(t("settings-places-ask"));

    await somebody.types(
      language === "en" ? "Kharkiv region" : language === "uk" ? "Харківська область" : "Харьковская область",
    );
    await somebody.types("/threshold killed 5");
    await somebody.types("/settings zone Europe/London");

    expect((await town.store.chats.find(addressOf(olena)))?.subscription).toMatchObject({
      places: { codes: ["UA-63"] },
      thresholds: [{ measure: "killed", atLeast: 5, place: null }],
      timeZone: "Europe/London",
    });
  });

  it("answers a question anew when the first answer was not understood", async () => {
    const { town } = stage;
    const somebody = person();
    await somebody.types("/subscribe");
    await somebody.types("/settings");
    await somebody.presses(t("settings-quiet"));
    await somebody.presses(t("button-other-hours"));

    const refused = await somebody.types("abc");
    await somebody.types("22-6");

    expect(refused.text).toContain(t("settings-quiet-unknown"));
    expect((await town.store.chats.find(addressOf(olena)))?.subscription.quiet).toMatchObject({
      from: "22:00",
      to: "06:00",
    });
  });

  it("sees a chart as a picture with its words", async () => {
    const { town } = stage;
    const somebody = person();
    await somebody.types("/subscribe");
    await town.happens();

    const chart = await somebody.presses(t("action-chart"), somebody.reads());

    expect(chart.message?.photo).not.toBeNull();
    expect(chart.message?.text).toContain("390");
  });

  it("reports an error, which reaches the admins with the alert", async () => {
    const { town } = stage;
    const somebody = person();
    await person(admin).types("/start");
    await somebody.types("/subscribe");
    await town.happens();
    const claims = (await somebody.presses(t("action-development"))).message!;

    await somebody.presses(t("action-report"), claims);
    const thanks = await somebody.types("390, not 930");
    await town.deliver();

    expect(thanks.text).toContain(t("report-thanks-evidence"));
    expect(sentTo(admin).at(-1)?.text).toContain("390, not 930");
  });

  it("sets a channel up from the private chat, and is told what is missing there", async () => {
    const { town } = stage;
    const somebody = person();
    const { director } = town.telegram;
    const channel = director.addChat({
      type: "channel",
      title: "News of the day",
      username: "news_of_the_day",
      botStatus: "administrator",
      members: { 7: "creator" },
    });
    await somebody.types("/start");
    const messageId = director.posts(channel, "A post.");
    director.forwards(olena, olena, { channelId: channel, messageId });
    await town.telegram.until(() => sentTo(olena).length === 2);
    expect(somebody.reads().text).toContain(t("settings-not-subscribed-of", { title: "News of the day" }));

    const subscribed = await somebody.presses(t("button-subscribe"));
    await town.happens();
    director.setChat(channel, { canPost: false });
    const again = await somebody.types("/subscribe @news_of_the_day");

    expect(subscribed.message?.text).toContain(t("subscribed-title-of", { title: "News of the day" }));
    expect(sentTo(channel).at(-1)?.text).toContain("390");
    expect(again.text).toContain(t("rights-missing-send", { rights: t("right-send") }));
  });

  it("shares a subscription as a link that offers it to somebody else", async () => {
    const somebody = person();
    await somebody.types("/subscribe exchange");
    const shared = await somebody.types("/share");
    const link = shared.entities.find(({ type }) => type === "text_link")?.url ?? "";
    const payload = new URL(link).searchParams.get("start") ?? "";

    const other = person(8);
    const offered = await other.types(`/start ${payload}`);
    await other.presses(t("button-subscribe"));

    expect(offered.text).toContain(t("start-shared"));
    expect((await stage.town.store.chats.find(addressOf(8)))?.subscription.kinds).toEqual(["exchange"]);
  });

  it("is refused what is not theirs to do", async () => {
    const { town } = stage;
    const { director } = town.telegram;
    const somebody = person();
    const group = director.addChat({ type: "supergroup", members: { 7: "member", 8: "administrator" } });
    const others = director.addChat({ type: "channel", username: "not_theirs", botStatus: "administrator" });

    const inGroup = await somebody.types("/subscribe", { chat: group });
    const elsewhere = await somebody.types("/subscribe @not_theirs");
    const nowhere = await somebody.types("/settings @nothing_there");
    const adding = await somebody.types("/sources add https://news.example/feed");
    const unknown = await somebody.types("/nonsense");
    const kinds = await somebody.types("/subscribe everyting");
    const noReply = await somebody.types("/why");

    expect(inGroup.text).toContain(t("refused-chat-admin"));
    expect(elsewhere.text).toContain(t("refused-other-chat"));
    expect(nowhere.text).toContain(t("where-unknown"));
    expect(adding.text).toContain(t("refused-admin"));
    expect(unknown.text).toContain(t("help-title"));
    expect(kinds.text).toContain("everyting");
    expect(noReply.text).toContain(t("why-how"));
    expect(sentTo(others)).toEqual([]);
    expect(await town.store.chats.find(addressOf(group))).toBeNull();
  });

  it("is refused in a notice of their own when they press what is the administrators'", async () => {
    const { town } = stage;
    const group = town.telegram.director.addChat({
      type: "supergroup",
      members: { 7: "member", 8: "administrator" },
    });
    const administrator = person(8);
    await administrator.types("/subscribe", { chat: group });
    const panel = await administrator.types("/settings", { chat: group });

    const seen = await person().presses(t("settings-kinds"), panel);
    const changed = await administrator.presses(t("settings-kinds"), panel);

    expect(seen.notice ?? seen.message?.text).toContain(t("refused-chat-admin"));
    expect(changed.message?.messageId).toBe(panel.messageId);
    expect(sentTo(group).length).toBeLessThanOrEqual(3);
  });

  it("is told in the topic that was subscribed, nowhere once that is closed, and there again once it is opened", async () => {
    const { town } = stage;
    const { director } = town.telegram;
    const forum = director.addChat({ type: "supergroup", isForum: true, members: { 7: "administrator" } });
    const topic = director.addTopic(forum, "Exchanges");
    const somebody = person();
    await somebody.types("/subscribe", { chat: forum, threadId: topic });
    await town.happens();
    expect(sentTo(forum).map(({ threadId }) => threadId)).toEqual([topic, topic, topic]);

    director.setTopic(forum, topic, "closed");
    await town.happensLater();

    const stateOfTopic = async () => (await town.store.chats.find(addressOf(forum, topic)))?.state;
    expect(await stateOfTopic()).toBe("gone");

    director.setTopic(forum, topic, "open");
    await town.settled();

    expect(await stateOfTopic()).toBe("active");
  });

  it("is told in the General topic alone once that is opened again", async () => {
    const { town } = stage;
    const { director } = town.telegram;
    const forum = director.addChat({ type: "supergroup", isForum: true, members: { 7: "administrator" } });
    const topic = director.addTopic(forum, "Exchanges");
    const somebody = person();
    await somebody.types("/subscribe", { chat: forum, threadId: topic });
    await somebody.types("/subscribe", { chat: forum });
    director.setTopic(forum, 1, "closed");
    director.setTopic(forum, topic, "closed");
    await town.happens();
    const states = async () =>
      (await town.store.chats.ofChannel("telegram", String(forum))).map(({ address, state }) => [
        address.thread,
        state,
      ]);
    expect(await states()).toEqual([
      [String(topic), "gone"],
      [null, "gone"],
    ]);

    director.setTopic(forum, 1, "open");
    await town.settled();

    expect(await states()).toEqual([
      [String(topic), "gone"],
      [null, "active"],
    ]);
  });

  it("is told again once they let the bot in again, with what they had asked for", async () => {
    const { town } = stage;
    const somebody = person();
    await somebody.types("/subscribe exchange");
    const blocked = town.telegram.user(olena);
    blocked.blocks();
    await town.settled();
    const gone = (await town.store.chats.find(addressOf(olena)))?.state;

    blocked.unblocks();
    await town.settled();
    await town.happens();

    expect(gone).toBe("gone");
    expect((await town.store.chats.find(addressOf(olena)))?.subscription.kinds).toEqual(["exchange"]);
    expect(somebody.reads().text).toContain("390");
  });

  it("goes on being told when their group has become a supergroup", async () => {
    const { town } = stage;
    const group = town.telegram.director.addChat({ type: "group", members: { 7: "creator" } });
    await person().types("/subscribe", { chat: group });

    const supergroup = town.telegram.director.migrate(group);
    await town.settled();
    await town.happens();

    expect(sentTo(supergroup).at(-1)?.text).toContain("390");
    expect(await town.store.chats.find(addressOf(group))).toBeNull();
  });

  it("shares a development in any chat", async () => {
    const { town } = stage;
    const somebody = person();
    await somebody.types("/subscribe");
    await town.happens();
    const query = town.telegram.director.asksInline(olena, "390");

    const answer = await town.telegram.until(() => town.telegram.director.query(query)?.answer);

    expect(answer.cards[0]?.shown.text).toContain("390");
    expect(answer.cards[0]?.shown.keyboard?.flat()).toMatchObject([
      { text: t("action-development"), url: expect.stringContaining("https://t.me/tallywire_bot?start=") },
      { text: t("telegram-open-bot"), url: "https://t.me/tallywire_bot" },
    ]);
    expect(answer.isPersonal).toBe(true);
  });

  it("begins anew after /forget", async () => {
    const { town } = stage;
    const somebody = person();
    await somebody.types("/subscribe");
    await somebody.types("/forget");

    await somebody.presses(t("forget-yes"));

    expect(await town.store.chats.find(addressOf(olena))).toBeNull();
    await somebody.types("/start");
    expect(somebody.reads().keyboard.flat()[0]?.text).toBe(t("button-subscribe"));
  });
});
