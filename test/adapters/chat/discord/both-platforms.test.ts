import { afterEach, expect, it } from "vitest";
import { createTelegram } from "../../../../adapters/chat/telegram/index.ts";
import { composeAlert } from "../../../../src/alert/compose.ts";
import { silentLog } from "../../../../src/log.ts";
import { defaultSubscription } from "../../../../src/model/subscription.ts";
import { createDispatcher, type Dispatcher } from "../../../../src/outbox/dispatch.ts";
import { startFakeTelegram, type FakeTelegram } from "../../../fakes/telegram/index.ts";
import { seenText } from "../../../fakes/discord/index.ts";
import { useCity, type City } from "./city.ts";

const stage = useCity();
const open: { dispatcher: Dispatcher; telegram: FakeTelegram }[] = [];
afterEach(async () => {
  for (const { dispatcher, telegram } of open.splice(0)) {
    await dispatcher.stop();
    await telegram.close();
  }
});

/** A Telegram beside the city's Discord, on the same store. */
async function openTelegram(city: City): Promise<{ telegram: FakeTelegram; dispatcher: Dispatcher }> {
  const telegram = await startFakeTelegram({ hasFloodLimits: false });
  telegram.user(7, { language: "en", firstName: "Person" });
  telegram.director.types(7, 7, "/start");
  const platform = createTelegram({
    token: telegram.token,
    apiRoot: telegram.apiRoot,
    publicUrl: null,
    commands: city.commands,
    admins: [],
    ...city.store,
    charts: null,
    text: (_language, key) => key,
    languages: ["en"],
    clock: city.clock,
    log: silentLog,
  });
  const dispatcher = createDispatcher({
    store: city.store,
    platform: { ...platform, limits: [] },
    compose: (alerts, wording) => composeAlert(alerts, wording),
    clock: city.clock,
    log: silentLog,
    holder: "telegram",
    gatherMs: 0,
  });
  open.push({ dispatcher, telegram });
  return { telegram, dispatcher };
}

it("a development that was told on both platforms is brought up to date on both", async () => {
  const { city } = stage;
  const { telegram, dispatcher } = await openTelegram(city);
  const wants = defaultSubscription("en", "Europe/Kyiv");
  const chats = [city.at(city.discord.channelId), { platform: "telegram", channel: "7", thread: null }];
  for (const address of chats) await city.store.chats.subscribe(address, wants, city.clock.now());
  const deliverAll = async (): Promise<void> => {
    await city.deliver();
    while ((await dispatcher.dispatchDue()) > 0) continue;
  };
  await city.happens();
  await deliverAll();
  const told = {
    discord: city.discord.messages(city.discord.channelId).length,
    telegram: telegram.director.sent(7).length,
  };

  // A little more than was told: that changes what stands there and is no news of its own.
  await city.exchanged("09:40", 395);
  await deliverAll();

  const discord = city.discord.messages(city.discord.channelId);
  const sent = telegram.director.sent(7);
  expect(told.discord).toBeGreaterThan(0);
  expect({ discord: discord.length, telegram: sent.length }).toEqual(told);
  expect(discord.some(({ edits }) => edits.length > 0)).toBe(true);
  expect(sent.some(({ edits }) => edits.length > 0)).toBe(true);
  expect(discord.map(seenText).join("\n")).toContain("395");
  expect(sent.map(({ text }) => text).join("\n")).toContain("395");
});
