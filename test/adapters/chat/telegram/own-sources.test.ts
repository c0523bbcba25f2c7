import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../../src/alert/policy.ts";
import { textLanguages, textsOf } from "../../../../src/languages/texts.ts";
import { event, figure, kyivOfficial, Story } from "../../../ledger/story.ts";
import { addressOf } from "./support.ts";
import { admin, useTown } from "./town.ts";

const stage = useTown();
const [olena, taras] = [7, 8];
const name = "The Harbour Post";
const places = ["UA:kharkiv", "UA-63", "UA"];
const strike = (at: string, dead: number) => ({
  at,
  outlet: name,
  figures: [figure("killed", "UA", dead, { places, by: kyivOfficial })],
  events: [event("strike", "done", { places })],
});

/** Without what keeps a host from becoming a link. */

describe.each(textLanguages)("a chat whose people speak %s", (language) => {
  const t = (key: string, values = {}): string => textsOf(language).text(key, values);
  const sentTo = (chat: number) => stage.town.telegram.director.sent(chat).map(({ text }) => text);

  it("asks for a channel by its link, is approved, is told alone, and once with everybody", async () => {
    const { town } = stage;
    const [somebody, other, boss] = [olena, taras, admin].map((id) => town.person(id, language));
    if (somebody === undefined || other === undefined || boss === undefined) throw new Error("nobody came");
    await boss.types("/subscribe");
    for (const person of [somebody, other]) await person.types("/subscribe");

    const asked = await somebody.types("/follow t.me/harbour_post");
    expect(asked.text).toContain(t("followed-title-waiting", { name }));
    expect(asked.text).toContain("Three ships left the invented harbour");
    await town.deliver();
    const request = boss.reads();
    expect(request.text).toContain("https://t.me/s/harbour_post");
    const panel = await boss.presses(t("button-own-approve"), request);
    expect(panel.message?.text).toContain(t("own-approve-done"));
    await town.deliver();
    expect(sentTo(olena).at(-1)).toContain(t("own-approved-title", { name }));

    const id = (await town.store.chats.find(addressOf(olena)))?.id ?? -1;
    const own = new Story(
      { ...town.store, ledger: town.store.ownLedger(id) },
      { ...defaultPolicy, holdMs: 0 },
    );
    await own.tell(strike("08:00", 3));
    await town.deliver();
    const told = somebody.reads();
    expect(told.text).toContain(t("note-own"));
    expect((await somebody.presses(t("action-why"), told)).message?.text).toContain("killed 3");
    const before = sentTo(olena).length;
    await town.story.tell({ ...strike("09:00", 3), outlet: "The Invented Courier" });
    await town.deliver();

    expect(sentTo(olena)).toHaveLength(before);
    const edited = town.telegram.director.sent(olena).find(({ messageId }) => messageId === told.messageId);
    expect(edited?.text).toContain("The Invented Courier");
    expect(edited?.text).not.toContain(t("note-own"));
    expect(sentTo(taras).at(-1)).toContain("The Invented Courier");
    expect(sentTo(taras).join("\n")).not.toContain(name);
    expect(sentTo(admin).at(-1)).not.toContain(t("note-own"));
    expect(town.faults).toEqual([]);
  });

  it("is asked for the address by a button, and stops by one", async () => {
    const { town } = stage;
    const somebody = town.person(olena, language);
    await somebody.types("/subscribe");
    const panel = await somebody.types("/follow");
    expect(panel.text).toContain(t("follow-none"));

    await somebody.presses(t("button-follow"), panel);
    const followed = await somebody.types("https://harbour.example/feed.xml");
    expect(followed.text).toContain(t("followed-title-waiting", { name }));
    const left = await somebody.presses(t("button-unfollow", { name }), followed);

    expect(left.message?.text).toContain(t("unfollowed", { name }));
    expect(await town.store.sources.own()).toEqual([]);
    expect(town.faults).toEqual([]);
  });

  it("is answered while a source is read, and hears in the end what came of it", async () => {
    const { town } = stage;
    const somebody = town.person(olena, language);
    await somebody.types("/subscribe");
    const answer = somebody.types("/follow https://slow.example/feed.xml");
    while (town.clock.nextWakeAt() === null) await new Promise((resolve) => setImmediate(resolve));
    await town.clock.advance(1_000);

    expect((await answer).text).toContain(t("follow-reading", { name: "slow.example" }));
    expect((await somebody.types("/privacy")).text).toContain(t("privacy-title"));
    await town.clock.advance(120_000);
    await town.deliver();
    const why = t("failure-timeout");
    expect(somebody.reads().text).toContain(t("follow-failed", { name: "slow.example", why }));
    expect(town.faults).toEqual([]);
  });
});
