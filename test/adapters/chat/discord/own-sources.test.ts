import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../../src/alert/policy.ts";
import { textLanguages, textsOf } from "../../../../src/languages/texts.ts";
import { seenText } from "../../../fakes/discord/index.ts";
import { event, figure, kyivOfficial, Story } from "../../../ledger/story.ts";
import { useCity } from "./city.ts";

const stage = useCity();
const name = "The Harbour Post";
const url = "https://harbour.example/feed.xml";
const places = ["UA:kharkiv", "UA-63", "UA"];

describe.each(textLanguages)("a channel whose people speak %s", (language) => {
  const t = (key: string, values = {}): string => textsOf(language).text(key, values);
  const locale = language === "en" ? "en-US" : language;
  const manager = (id: string) =>
    stage.city.discord.user(id, { locale, permissions: ["MANAGE_GUILD", "VIEW_CHANNEL"] });
  const seenIn = (channel: string) =>
    stage.city.discord.messages(channel).map((message) => seenText(message));

  it("asks for a source, is approved by the admin's button, and is told alone", async () => {
    const { city } = stage;
    const dm = city.discord.openDm("7");
    await manager("8").runs("subscribe").answer;
    await manager("7").runs("subscribe", {}, dm.id).answer;

    const asked = seenText(await manager("7").runs("follow", { url }, dm.id).answer);
    expect(asked).toContain(t("followed-title-waiting", { name }));
    await city.deliver();
    const request = city.discord
      .messages(city.discord.channelId)
      .find((each) => seenText(each).includes("harbour.example/feed.xml)"));
    if (request === undefined) throw new Error("the admins' channel was not asked");
    const refused = seenText(await manager("8").presses(request, t("button-own-approve")).answer);
    expect(refused).toContain(t("refused-admin"));
    const done = seenText(await manager("1").presses(request, t("button-own-approve")).answer);
    expect(done).toContain(t("own-approve-done"));
    await city.deliver();
    expect(seenIn(dm.id).at(-1)).toContain(t("own-approved-title", { name }));

    const id = (await city.store.chats.find(city.at(dm.id)))?.id ?? -1;
    const own = new Story(
      { ...city.store, ledger: city.store.ownLedger(id) },
      { ...defaultPolicy, holdMs: 0 },
    );
    await own.tell({
      at: "08:00",
      outlet: name,
      figures: [figure("killed", "UA", 3, { places, by: kyivOfficial })],
      events: [event("strike", "done", { places })],
    });
    await city.deliver();

    expect(seenIn(dm.id).at(-1)).toContain(t("note-own"));
    expect(seenIn(city.discord.channelId).join("\n")).not.toContain(t("note-own"));
    expect(city.faults).toEqual([]);
  });

  it("is refused without Manage Server, and hears why an address will not do", async () => {
    const { city } = stage;
    await manager("8").runs("subscribe").answer;
    const stranger = city.discord.user("9", { locale, permissions: ["VIEW_CHANNEL"] });
    const panel = await manager("8").runs("follow").answer;

    expect(() => stranger.runs("follow", { url })).toThrow("is not offered");
    expect(seenText(panel)).toContain(t("follow-none"));
    const broken = await manager("8").runs("follow", { url: "https://broken.example/x" }).answer;
    expect(seenText(broken)).toContain(
      t("follow-failed", { name: "broken.example", why: t("failure-not-a-feed") }),
    );
    const inside = await manager("8").runs("follow", { url: "http://127.0.0.1/feed" }).answer;
    expect(seenText(inside)).toContain(t("failure-private-address"));
    expect(await city.store.sources.own()).toEqual([]);
    expect(city.faults).toEqual([]);
  });
});
