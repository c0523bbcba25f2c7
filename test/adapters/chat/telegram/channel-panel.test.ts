import { expect, it } from "vitest";
import { textsOf } from "../../../../src/languages/texts.ts";
import { addressOf } from "./support.ts";
import { useTown } from "./town.ts";

const stage = useTown();
const olena = 7;
const reader = 8;
const t = (key: string, values = {}): string => textsOf("en").text(key, values);

/** A channel that is subscribed and shows its panel's page of time zones. */
async function channelWithPanel(): Promise<number> {
  const { telegram } = stage.town;
  const { director } = telegram;
  const channel = director.addChat({
    type: "channel",
    title: "News of the day",
    botStatus: "administrator",
    members: { [olena]: "administrator", [reader]: "member" },
  });
  for (const [index, line] of ["/subscribe", "/settings zone"].entries()) {
    director.posts(channel, line);
    await telegram.until(() => director.sent(channel).length > index);
  }
  return channel;
}

/** Presses the button that asks, follows its link and answers in private; what the bot says then. */
async function answers(userId: number, channel: number): Promise<string> {
  const { director } = stage.town.telegram;
  const person = stage.town.person(userId, "en");
  await person.types("/start");
  const panel = director.sent(channel).at(-1);
  const press = director.presses(userId, channel, panel?.messageId ?? 0, t("settings-zone-type"));
  const { url } = await stage.town.telegram.until(() => director.press(press)?.answer);
  const question = await person.types(`/start ${new URL(url ?? "").searchParams.get("start")}`);
  expect(question.text).toContain(t("settings-zone-ask"));
  return (await person.types("Europe/Riga")).text;
}

const zoneOf = async (channel: number) =>
  (await stage.town.store.chats.find(addressOf(channel)))?.subscription.timeZone;

it("what a channel's panel asks is answered in private, and counts for the channel", async () => {
  const channel = await channelWithPanel();

  const said = await answers(olena, channel);

  expect(said).toContain("News of the day");
  expect(await zoneOf(channel)).toBe("Europe/Riga");
});

it("a reader's answer to what a channel's panel asks changes nothing", async () => {
  const channel = await channelWithPanel();
  const before = await zoneOf(channel);

  await answers(reader, channel);

  expect(await zoneOf(channel)).toBe(before);
  expect(before).not.toBe("Europe/Riga");
});

it("a channel's panel that is opened by a button is shown in private", async () => {
  const channel = await channelWithPanel();
  const { director } = stage.town.telegram;
  const person = stage.town.person(olena, "en");
  await person.types("/start");
  const before = director.sent(channel).length;
  const [subscribed] = director.sent(channel);

  const press = director.presses(olena, channel, subscribed?.messageId ?? 0, t("button-settings"));
  const { url } = await stage.town.telegram.until(() => director.press(press)?.answer);
  const panel = await person.types(`/start ${new URL(url ?? "").searchParams.get("start")}`);

  expect(panel.text).toContain("News of the day");
  expect(director.sent(channel)).toHaveLength(before);
});

it("who adds the bot is told to what, and what one tap does", async () => {
  const { director } = stage.town.telegram;
  const person = stage.town.person(olena, "en");
  await person.types("/start");
  const group = director.addChat({
    type: "supergroup",
    title: "Readers",
    botStatus: "left",
    members: { [olena]: "administrator" },
  });
  const before = director.sent(olena).length;

  director.setBotStatus(group, "member", olena);

  await stage.town.telegram.until(() => director.sent(olena).length > before);
  const text = director.sent(olena).at(-1)?.text ?? "";
  expect(text).toContain("You added me to “Readers”");
  expect(text).toContain(t("settings-subscribe-first-of"));
});
