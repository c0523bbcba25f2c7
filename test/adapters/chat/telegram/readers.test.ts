import { expect, it } from "vitest";
import { textsOf } from "../../../../src/languages/texts.ts";
import { useTown } from "./town.ts";

const stage = useTown({ haste: 4 });
const olena = 7;
const reader = 8;
const t = (key: string, values = {}): string => textsOf("en").text(key, values);

/** A chat that is subscribed and was told of an exchange. */
async function told(type: "channel" | "supergroup"): Promise<number> {
  const { town } = stage;
  const { director } = town.telegram;
  const chat = director.addChat({
    type,
    title: "News of the day",
    botStatus: "administrator",
    members: { [olena]: "administrator", [reader]: "member" },
  });
  town.person(olena, "en");
  town.person(reader, "en");
  if (type === "channel") director.posts(chat, "/subscribe");
  else director.types(olena, chat, "/subscribe");
  await town.telegram.until(() => director.sent(chat).length > 0);
  await town.happens();
  return chat;
}

/** What the reader's app is told after a press. */
async function pressed(chat: number, messageId: number, data: string) {
  const { telegram } = stage.town;
  const { director } = telegram;
  const press = director.presses(reader, chat, messageId, data);
  return telegram.until(() => director.press(press)?.answer);
}

it("a reader presses every button of a channel's alert; the channel gets no message", async () => {
  const channel = await told("channel");
  const { director } = stage.town.telegram;
  const alert = director.sent(channel).at(-1);
  const before = director.sent(channel).map(({ messageId, edits }) => [messageId, edits.length]);

  const answers = [];
  for (const { callback_data: data = "" } of alert?.keyboard.flat() ?? [])
    answers.push({ data, ...(await pressed(channel, alert?.messageId ?? 0, data)) });
  await stage.town.settled();

  expect(answers.map(({ data }) => data)).toEqual(["development:d2", "chart:d2", "why:d2", "mute:d2"]);
  for (const { url } of answers.slice(0, 3)) expect(url).toContain("?start=c-");
  expect(answers[3]?.text).toBe(t("refused-chat-admin"));
  expect(director.sent(channel).map(({ messageId, edits }) => [messageId, edits.length])).toEqual(before);
});

it("the link that a reader of a channel is given answers in private", async () => {
  const channel = await told("channel");
  const alert = stage.town.telegram.director.sent(channel).at(-1);

  const { url } = await pressed(channel, alert?.messageId ?? 0, "why:d2");
  const somebody = stage.town.person(reader, "en");
  const answer = await somebody.types(`/start ${new URL(url ?? "").searchParams.get("start")}`);

  expect(answer.text).toContain("Додому повернулися 390 полонених");
});

it("one member's presses bring a few silent answers into a group, then a word to wait", async () => {
  const group = await told("supergroup");
  const { director } = stage.town.telegram;
  const alert = director.sent(group).at(-1);
  const before = director.sent(group).length;

  const answers = [];
  for (let presses = 0; presses < 30; presses += 1)
    answers.push(await pressed(group, alert?.messageId ?? 0, "why:d2"));
  await stage.town.settled();

  const posts = director.sent(group).slice(before);
  const waits = answers.filter(({ text }) => /try again in \d+ s/u.test(text));
  expect(waits.length).toBeGreaterThan(0);
  expect(posts.length).toBe(answers.length - waits.length);
  expect(posts.every(({ isSilent }) => isSilent)).toBe(true);
});
