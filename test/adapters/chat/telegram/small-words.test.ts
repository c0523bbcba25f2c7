import { describe, expect, it } from "vitest";
import { textsOf } from "../../../../src/languages/texts.ts";
import { addressOf } from "./support.ts";
import { useTown } from "./town.ts";

const stage = useTown();
const olena = 7;
const t = (key: string, values = {}, language = "en"): string => textsOf(language).text(key, values);

it("a number too long for a threshold is no chat", async () => {
  const person = stage.town.person(olena, "en");
  await person.types("/subscribe");

  const answer = await person.types("/threshold killed 99999999999999999999");

  expect(answer.text).toContain(t("threshold-number-missing"));
});

describe("/development", () => {
  it("in answer to an alert shows what that alert tells", async () => {
    const { town } = stage;
    const person = town.person(olena, "en");
    await person.types("/subscribe");
    await town.happens();
    const alert = person.reads();

    expect(alert.text).toMatch(/\nNo\. d2$/u);
    const answer = await person.types("/development", { replyTo: alert.messageId });

    expect(answer.text).toContain("Додому повернулися 390 полонених");
  });

  it.each(["en", "uk", "ru"])("without either says how it is asked (%s)", async (language) => {
    const person = stage.town.person(olena, language);

    const answer = await person.types("/development");

    expect(answer.text).toContain(t("development-how", {}, language));
  });
});

it.each(["https://unknown.example/news/7", "Why is this missing? https://unknown.example/news/7."])(
  "an address that is sent is asked about: %s",
  async (words) => {
    const answer = await stage.town.person(olena, "en").types(words);

    expect(answer.text).toContain(t("whynot-not-followed", { host: "unknown.example" }));
  },
);

it("what a channel's administrator mutes by a button there is said to them alone", async () => {
  const { town } = stage;
  const { director } = town.telegram;
  const members = { [olena]: "administrator" } as const;
  const channel = director.addChat({ type: "channel", title: "News", botStatus: "administrator", members });
  director.posts(channel, "/subscribe");
  await town.telegram.until(() => director.sent(channel).length > 0);
  await town.happens();
  const posts = director.sent(channel);

  const answer = await town.person(olena, "en").presses(t("action-mute"), posts.at(-1));

  expect(answer.notice).toContain(t("mute-development"));
  expect(director.sent(channel)).toHaveLength(posts.length);
});

describe("another chat", () => {
  const channelOf = (botStatus: "administrator" | "member"): number =>
    stage.town.telegram.director.addChat({
      type: "channel",
      title: "News of the day",
      username: "newsday",
      botStatus,
      members: { [olena]: "administrator" },
    });

  it("is named by its title also where a button subscribes it", async () => {
    channelOf("administrator");
    const person = stage.town.person(olena, "en");
    await person.types("/subscribe @newsday");
    await person.types("/unsubscribe @newsday");

    const { message } = await person.presses(t("button-subscribe"));

    expect(message?.text).toContain(t("subscribed-title-of", { title: "News of the day" }));
  });

  it("whose administrators Telegram does not tell is not said to be administered by others", async () => {
    const channel = channelOf("administrator");
    const person = stage.town.person(olena, "en");
    stage.town.telegram.director.fail({
      method: "getChatMember",
      times: null,
      fault: { kind: "error", code: 400, description: "Bad Request: member list is inaccessible" },
    });

    const answer = await person.types("/subscribe @newsday");

    expect(answer.text).toContain(t("refused-rights-unknown"));
    expect(await stage.town.store.chats.find(addressOf(channel))).toBeNull();
  });
});

it.each([
  ["casualties", "strike"],
  ["air attacks", "strike"],
  ["обстріли", "strike"],
  ["жертвы", "strike"],
  ["перемирие", "ceasefire"],
  ["prisoners, negotiations", "exchange,talks"],
])("kinds are called as people call them: %s", async (typed, kinds) => {
  const person = stage.town.person(olena, "en");

  await person.types(`/subscribe ${typed}`);

  const chat = await stage.town.store.chats.find(addressOf(olena));
  expect(chat?.subscription.kinds).toEqual(kinds.split(","));
});
