import { describe, expect, it } from "vitest";
import { textLanguages, textsOf } from "../../src/languages/texts.ts";
import { useCity } from "../adapters/chat/discord/city.ts";
import { seenText } from "../fakes/discord/index.ts";

const stage = useCity();
const locales: Readonly<Record<string, string>> = { en: "en-US", uk: "uk", ru: "ru" };

describe.each(textLanguages)("an admin on Discord whose app speaks %s", (language) => {
  const t = (key: string, values = {}): string => textsOf(language).text(key, values);
  const locale = locales[language] ?? language;
  const boss = () => stage.city.discord.user("1", { locale, permissions: ["MANAGE_GUILD", "VIEW_CHANNEL"] });
  const reader = () =>
    stage.city.discord.user("8", { locale, permissions: ["MANAGE_GUILD", "VIEW_CHANNEL"] });

  it("puts a number right by list, button and form, and the channel that was told gets the correction", async () => {
    const { city } = stage;
    await reader().runs("subscribe").answer;
    await city.happens();
    const dm = city.discord.openDm("1");
    const panel = await boss().runs("review show", { development: "d2" }, dm.id).answer;
    const labels = (panel.body["components"] as { components: { options?: { label: string }[] }[] }[])
      .flatMap(({ components }) => components)
      .flatMap((one) => one.options ?? [])
      .map(({ label }) => label);
    const page = await boss().chooses(panel, t("review-choose-figure"), labels.slice(0, 1)).answer;
    const form = boss().presses(page, t("button-correct"));
    await form.acknowledged;

    const done = await boss().fills(form, "290 the list was counted again").answer;
    await city.deliver();

    expect(seenText(done)).toContain(t("review-done-correct"));
    const told = city.discord.messages(city.discord.channelId).map((message) => seenText(message));
    expect(told.some((text) => text.includes("290"))).toBe(true);
    expect(told.join("\n")).not.toContain("discord:1");
    expect(city.faults).toEqual([]);
  });

  it("is alone in what is for admins: others are refused, by the same button too", async () => {
    const { city } = stage;
    await city.happens();
    const panel = await boss().runs("review show", { development: "d2" }).answer;

    const forged = await reader().presses(panel, t("button-hold")).answer;
    const typed = await reader().runs("audit").answer;

    for (const refused of [forged, typed]) expect(seenText(refused)).toContain(t("refused-admin"));
    expect(await city.store.audit.list({ limit: 5 })).toEqual([]);
    expect(city.faults).toEqual([]);
  });

  it("looks at waiting things, numbers and the audit log, and announces", async () => {
    const { city } = stage;
    await reader().runs("subscribe").answer;
    await city.happens();
    const preview = await boss().runs("announce draft", { text: "We move tonight." }).answer;
    await boss().presses(preview, t("button-announce-silent")).answer;
    await city.deliver();

    const told = city.discord.messages(city.discord.channelId).map((message) => seenText(message));
    expect(
      told.filter((text) => text.includes("We move tonight.") && text.includes(t("announce-title"))),
    ).toHaveLength(1);
    expect(seenText(await boss().runs("stats").answer)).toContain(t("stats-title"));
    expect(seenText(await boss().runs("audit").answer)).toContain(t("audit-announce"));
    expect(seenText(await boss().runs("review list").answer)).toContain(t("review-nothing"));
    expect(city.faults).toEqual([]);
  });
});
