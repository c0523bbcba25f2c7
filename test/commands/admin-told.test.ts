import { describe, expect, it } from "vitest";
import { textLanguages, textsOf } from "../../src/languages/texts.ts";
import { addressOf } from "../adapters/chat/telegram/support.ts";
import { admin, useTown, type Person } from "../adapters/chat/telegram/town.ts";
import { event, figure, kyivOfficial } from "../ledger/story.ts";

const stage = useTown();

/** A reader and an admin whose apps speak a language, the reader subscribed. */
async function people(language: string): Promise<{ reader: Person; boss: Person }> {
  const reader = stage.town.person(7, language);
  const boss = stage.town.person(admin, language);
  await reader.types("/subscribe");
  await boss.types("/subscribe");
  return { reader, boss };
}

const told = (chat: number) => stage.town.telegram.director.sent(chat);

describe.each(textLanguages)("what an admin decides reaches who was told (%s)", (language) => {
  const t = (key: string, values = {}): string => textsOf(language).text(key, values);

  it("a number is put right by button and answer, and the reader gets the correction", async () => {
    const { town } = stage;
    const { reader, boss } = await people(language);
    await town.happens();
    const before = told(reader.id).length;
    const panel = await boss.types("/review show d2");
    const figurePage = await boss.presses(/390/u, panel);
    await boss.presses(t("button-correct"), figurePage.message ?? panel);

    const done = await boss.types("290 the list was counted again");
    await town.deliver();

    expect(done.text).toContain(t("review-done-correct"));
    const texts = told(reader.id).map(({ text }) => text);
    expect(texts.slice(before).join("\n")).toContain("290");
    expect(texts.join("\n")).not.toContain("telegram:1");
    expect(town.faults).toEqual([]);
  });

  it("of two that are merged the later message becomes a pointer", async () => {
    const { town } = stage;
    const { reader, boss } = await people(language);
    await town.happensLater();
    const places = ["UA:odesa", "UA-51", "UA"];
    await town.story.tell({
      at: "10:30",
      outlet: "The Invented Courier",
      text: "Seven people were killed by the strike on the port.",
      figures: [
        figure("killed", "UA", 7, { places, by: kyivOfficial, evidence: "Seven people were killed" }),
      ],
      events: [event("strike", "done", { places, parties: ["RU", "UA"] })],
    });
    await town.deliver();
    const [second] = told(reader.id).slice(-1);
    const [text, edits] = [second?.text, second?.edits.length ?? 0];

    const sure = await boss.types("/review merge d2 d1 one strike");
    await boss.presses(t("button-sure-merge"), sure);
    await town.deliver();

    const after = told(reader.id).find(({ messageId }) => messageId === second?.messageId);
    expect(after?.edits.length).toBeGreaterThan(edits);
    expect(after?.text).not.toBe(text);
    expect((await town.store.ledger.development("d2"))?.id).toBe("d1");
  });

  it("a reader reports an error; the admin opens it from the notice and puts it aside", async () => {
    const { town } = stage;
    const { reader, boss } = await people(language);
    await town.happens();
    await reader.types("/report d2 the number is of last year");
    await town.deliver();
    const notice = boss.reads();
    expect(notice.text).toContain("the number is of last year");

    const panel = await boss.presses(t("button-review"), notice);
    expect(panel.message?.text).toContain("d2");
    await boss.presses(t("button-close-error"), notice);
    await town.deliver();
    expect(told(reader.id).at(-1)?.text).toBe(t("report-closed"));

    expect(await town.store.audit.list({ acts: ["report"], openOnly: true, limit: 5 })).toEqual([]);
  });

  it("an announcement is previewed, confirmed and read by every chat in its own words", async () => {
    const { town } = stage;
    const { reader, boss } = await people(language);
    const preview = await boss.types("/announce en: We move. uk: Переїзд. ru: Переезд.");

    const sent = await boss.presses(t("button-announce-silent"), preview);
    await town.deliver();

    expect(sent.message?.text).toContain(t("announce-sent"));
    expect(reader.reads().text).toContain(t("announce-title"));
    expect(reader.reads().text).toContain({ en: "We move.", uk: "Переїзд.", ru: "Переезд." }[language]);
    expect(await town.store.chats.find(addressOf(reader.id))).toMatchObject({ state: "active" });
  });
});
