import { describe, expect, it } from "vitest";
import { textLanguages, textsOf } from "../../../../src/languages/texts.ts";
import { seenText } from "../../../fakes/discord/index.ts";
import type { FakeUser } from "../../../fakes/discord/people.ts";
import type { Message } from "../../../fakes/discord/world.ts";
import { useCity } from "./city.ts";

const stage = useCity();
const locales: Readonly<Record<string, string>> = { en: "en-US", uk: "uk", ru: "ru" };

describe.each(textLanguages)("somebody whose app speaks %s", (language) => {
  const t = (key: string, values = {}): string => textsOf(language).text(key, values);
  const locale = locales[language] ?? language;
  const member = (id = "7"): FakeUser => stage.city.discord.user(id, { locale });
  const admin = (id = "8"): FakeUser =>
    stage.city.discord.user(id, { locale, permissions: ["MANAGE_GUILD", "VIEW_CHANNEL"] });
  const newest = (channel: string): Message => {
    const message = stage.city.discord.messages(channel).at(-1);
    if (message === undefined) throw new Error("the bot has said nothing");
    return message;
  };

  it("starts in a direct message, subscribes with one press, is told, asks why, and mutes", async () => {
    const { city } = stage;
    const dm = city.discord.openDm("7");
    const welcome = await member().runs("start", {}, dm.id).answer;
    expect(seenText(welcome)).toContain(t("start-title"));

    const subscribed = await member().presses(welcome, t("button-subscribe")).answer;
    expect(seenText(subscribed)).toContain(t("subscribed-title"));
    await city.happens();

    const alert = newest(dm.id);
    expect(seenText(alert)).toContain("390");
    const why = await member().presses(alert, t("action-why")).answer;
    expect(seenText(why)).toContain("Додому повернулися 390 полонених");
    expect(why.id).not.toBe(alert.id);
    const muted = await member().presses(alert, t("action-mute")).answer;
    expect(seenText(muted)).toContain(t("mute-development"));
    expect(await city.store.chats.find(city.at(dm.id))).toMatchObject({
      subscription: { mutedDevelopments: ["d2"], language },
    });
    expect(city.faults).toEqual([]);
  });

  it("asks from the menu of an alert why it is told, and reports an error in it", async () => {
    const { city } = stage;
    await admin().runs("subscribe").answer;
    await city.happens();
    const alert = newest(city.discord.channelId);

    const why = await member().usesMenu(alert, t("on-message-why")).answer;
    const asked = await member().usesMenu(alert, t("on-message-report")).answer;
    const form = member().presses(asked, t("action-report"));
    await form.acknowledged;
    const report = await member().fills(form, "390").answer;

    expect(seenText(why)).toContain("Додому повернулися 390 полонених");
    expect(why.flags & 64).toBe(64);
    expect(seenText(report)).toContain(t("report-thanks-evidence"));
    expect(city.faults).toEqual([]);
  });

  it("sets kinds in a list and the zone in a form, in a panel that stays where it is", async () => {
    const { city } = stage;
    await admin().runs("subscribe").answer;
    const panel = await admin().runs("settings show").answer;
    expect(panel.flags & 64).toBe(64);

    const kinds = await admin().presses(panel, t("settings-kinds")).answer;
    const options = (kinds.body["components"] as { components: { options?: { label: string }[] }[] }[])
      .flatMap(({ components }) => components)
      .flatMap((one) => one.options ?? [])
      .map(({ label }) => label)
      .filter((label) => label !== t("kind-talks"));
    await admin().chooses(panel, t("settings-kinds-choose"), options).answer;
    await admin().presses(panel, t("button-back")).answer;
    const zone = await admin().presses(panel, t("settings-zone")).answer;
    const form = admin().presses(panel, "?settings");
    await form.acknowledged;
    const set = await admin().fills(form, "Europe/Riga").answer;

    expect([kinds.id, zone.id]).toEqual([panel.id, panel.id]);
    expect(seenText(set)).toContain("Europe/Riga");
    const chat = await city.store.chats.find(city.at(city.discord.channelId));
    expect(chat?.subscription.timeZone).toBe("Europe/Riga");
    expect(chat?.subscription.kinds).not.toContain("talks");
    expect(chat?.subscription.kinds).toContain("exchange");
    expect(city.faults).toEqual([]);
  });

  it("is offered places, zones and developments while typing", async () => {
    const { city } = stage;
    await city.happens();
    const typed = language === "en" ? "Khark" : language === "uk" ? "Харк" : "Харьк";

    const places = admin().types("settings places", "place", typed);
    const zones = admin().types("settings zone", "zone", "Kyiv");
    const developments = member().types("development", "id", "");
    await Promise.all([places.acknowledged, zones.acknowledged, developments.acknowledged]);

    const names = (of: typeof places): string => JSON.stringify(of.interaction.choices);
    expect(names(places)).toContain(typed);
    expect(names(zones)).toContain("Europe/Kyiv");
    expect(developments.interaction.choices?.length).toBeGreaterThan(0);
    const chosen = String(places.interaction.choices?.[0]?.["value"]);
    await admin().runs("subscribe").answer;
    await admin().runs("settings places", { place: chosen }).answer;
    const chat = await city.store.chats.find(city.at(city.discord.channelId));
    expect(chat?.subscription.places?.codes).toHaveLength(1);
  });

  it("subscribes another channel, with a role to mention, and is told what the bot lacks there", async () => {
    const { city } = stage;
    const other = city.discord.addChannel("other");
    other.permissions.delete("ATTACH_FILES");
    const role = city.discord.addRole("Watchers", true);

    const subscribed = await admin().runs("subscribe", { where: other.id }).answer;
    await admin().runs("settings mention", { role: role.id, where: other.id }).answer;
    await city.happens();

    expect(seenText(subscribed)).toContain("#other");
    expect(seenText(subscribed)).toContain(t("right-attach"));
    const told = newest(other.id);
    expect(seenText(told)).toContain("390");
    expect(city.discord.messages(other.id).flatMap(({ pings }) => pings)).toContain(role.id);
    expect(city.faults).toEqual([]);
  });

  it("may not set what is a server's without managing it, though a button offers it", async () => {
    const { city } = stage;
    await admin().runs("subscribe").answer;
    await city.happens();
    const alert = newest(city.discord.channelId);

    expect(() => member().runs("settings show")).toThrow("not offered");
    const muted = await member().presses(alert, t("action-mute")).answer;

    expect(seenText(muted)).toContain(t("refused-chat-admin"));
  });

  it("gets a chart with its words for who cannot see it", async () => {
    const { city } = stage;
    await admin().runs("subscribe").answer;
    await city.happens();
    const alert = newest(city.discord.channelId);

    const chart = await member().presses(alert, t("action-chart")).answer;

    expect(chart.attachments[0]?.description).not.toBe("");
    expect(city.faults).toEqual([]);
  });
});
