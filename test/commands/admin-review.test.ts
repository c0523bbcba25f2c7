import { describe, expect, it } from "vitest";
import { tellOfApprovals } from "../../src/commands/admin/approval-notice.ts";
import { readNumber } from "../../src/commands/admin/review/number.ts";
import { textLanguages, textsOf } from "../../src/languages/texts.ts";
import type { Message } from "../../src/model/message.ts";
import { event, figure, kyivOfficial, moscowOfficial, type Story } from "../ledger/story.ts";
import { admin, begin, noonThere, stranger, strike } from "./reviewed-strike.ts";
import { wordsOf, type Rig } from "./rig.ts";

const labelled = (message: Message): readonly string[] => message.actions.map(({ label }) => label);
const best = async ({ store }: Rig, id = "d1") => (await store.ledger.development(id))?.figures[0]?.best;

describe("what waits for the admins", () => {
  it.each([
    ["en", "Nothing waits for you"],
    ["uk", "На вас нічого не чекає"],
    ["ru", "Вас ничего не ждёт"],
  ])("is nothing at first (%s)", async (language, title) => {
    const { rig } = await begin({}, language);

    expect((await rig.type("/review")).title).toBe(title);
  });

  it("is an approval, a hold of a person, a hold for a second source and a reported error", async () => {
    const { rig, story } = await begin({
      holdMs: 3_600_000,
      approval: {
        kinds: [],
        fromPeople: 50,
        singleStateOrigin: false,
        waitMs: 7_200_000,
        atTimeout: "tell",
      },
    });
    await story.tell({ at: "11:30", ...strike(60) });
    const odesa = { places: ["UA:odesa", "UA-51", "UA"] };
    await story.tell({ at: "11:40", ...strike(7, odesa) });
    await rig.type("/review hold d2 the prosecutor speaks at one");
    rig.become(stranger);
    await rig.type("/report d2 the number is of last year");
    rig.become(admin);

    const words = wordsOf(await rig.type("/review"));

    expect(words).toContain("Waits for an approval; without one it is told on 4 March at 13:30");
    expect(words).toContain("Held by an admin: nothing more is told until it is released");
    expect(words).toMatch(/#\d+ d2, 4 March at 12:00: the number is of last year/u);
  });

  it.each(["en", "uk", "ru"])(
    "names a zone that is a distance only by that distance (%s)",
    async (language) => {
      const approval = { kinds: [], fromPeople: 50, singleStateOrigin: false, waitMs: 7_200_000 } as const;
      const { rig, story } = await begin({ approval: { ...approval, atTimeout: "tell" } }, language);
      await rig.type("/settings zone UTC+3");
      await story.tell({ at: "11:30", ...strike(60) });

      const words = wordsOf(await rig.type("/review"));

      expect(words).toContain("16:30 (UTC+3)");
    },
  );

  it("opens by the list, and a reported error is put aside once", async () => {
    const { rig, story } = await begin();
    await story.tell({ at: "11:30", ...strike(14) });
    rig.become(stranger);
    await rig.type("/report d1 it was 4");
    rig.become(admin);
    const list = await rig.type("/review");
    const error = await rig.choose(list, list.selects?.[0]?.options[0]?.label ?? "");

    expect(wordsOf(error)).toContain("it was 4");
    const closed = await rig.press(error, "Dealt with");
    expect(wordsOf(closed)).toContain("Dealt with.");
    expect(labelled(closed)).toEqual(["Review", "Back"]);
    expect(wordsOf(await rig.press(error, "Dealt with"))).toContain("It was dealt with before.");
    expect((await rig.type("/review")).title).toBe("Nothing waits for you");
  });
});

describe("a number", () => {
  it.each([
    ["en", "A number…", "Put it right…", "Put right. The chats that were told get a correction."],
    ["uk", "Число…", "Виправити…", "Виправлено. Чати, яким про це розповіли, отримують виправлення."],
    ["ru", "Число…", "Исправить…", "Исправлено. Чаты, которым об этом рассказали, получают поправку."],
  ])("is put right by button (%s)", async (language, list, button, said) => {
    const { rig, story } = await begin({}, language);
    await story.tell({ at: "11:30", ...strike(14) });
    const panel = await rig.type("/review show d1");
    const select = panel.selects?.find(({ label }) => label === list);
    const page = await rig.choose(panel, select?.options[0]?.label ?? "");

    const done = await rig.press(page, button, "4 prosecutor's own list");

    expect(wordsOf(done)).toContain(said);
    expect(await best(rig)).toBe(4);
    const [alert] = await rig.store.ledger.alerts({ limit: 1 });
    expect(alert).toMatchObject({
      type: "correction",
      isLoud: true,
      figures: [{ low: 4, isReviewed: true }],
    });
    const [entry] = await rig.store.ledger.journal({ reviewsOnly: true, limit: 5 });
    expect(entry?.cause).toMatchObject({ by: "telegram:1", note: "prosecutor's own list" });
  });

  it("that has moved since it was shown is not confirmed unseen", async () => {
    const { rig, story } = await begin();
    await story.tell({ at: "11:30", ...strike(14) });
    const panel = await rig.type("/review show d1");
    const page = await rig.choose(panel, panel.selects?.[0]?.options[0]?.label ?? "");
    await story.tell({ at: "11:50", ...strike(20) });

    expect(wordsOf(await rig.press(page, "Confirm 14"))).toContain("It has changed since that was shown.");
    expect((await rig.store.ledger.development("d1"))?.rulings ?? []).toEqual([]);
  });

  it("is brought back without naming the decision where only one stands", async () => {
    const { rig, story } = await begin();
    await story.tell({ at: "11:30", ...strike(14) });
    await rig.type("/review withdraw d1 all");
    expect(await best(rig)).toBeNull();

    expect(wordsOf(await rig.type("/review undo d1"))).toContain("Taken back.");
    expect(await best(rig)).toBe(14);
    expect(wordsOf(await rig.type("/review undo d1"))).toContain("There is no such decision.");

    await rig.type("/review hold d1");
    await rig.type("/review confirm d1");
    expect(wordsOf(await rig.type("/review undo d1"))).toContain("Several decisions stand");
  });

  it("is confirmed, withdrawn, and brought back by an undo", async () => {
    const { rig, story } = await begin();
    await story.tell({ at: "11:30", ...strike(14) });
    expect(wordsOf(await rig.type("/review confirm d1 killed 14"))).toContain("Confirmed.");

    const panel = await rig.type("/review show d1");
    const number = panel.selects?.[0]?.options[0]?.label ?? "";
    const asked = await rig.press(await rig.choose(panel, number), "Withdraw the number");
    expect(await best(rig)).toBe(14);
    const withdrawn = await rig.press(asked, "Yes, withdraw it");
    expect(wordsOf(await rig.press(asked, "Yes, withdraw it"))).toContain("It has changed since");
    expect(wordsOf(await rig.type("/review withdraw d1 killed"))).toContain("That changes nothing");
    expect(wordsOf(withdrawn)).toContain("Withdrawn. The chats that were told get a correction.");
    expect(await best(rig)).toBeNull();

    const undo = withdrawn.selects?.find(({ label }) => label === "Take back a decision…");
    const sure = await rig.choose(withdrawn, undo?.options[0]?.label ?? "");
    expect(wordsOf(sure)).toMatch(/Take this back: #\d+, 4 March at 12:00: withdraw\?/u);
    expect(await best(rig)).toBeNull();
    const undone = await rig.press(sure, "Yes, take it back");
    expect(wordsOf(undone)).toContain("Taken back.");
    expect(await best(rig)).toBe(14);
  });

  it.each([
    ["14", { low: 14, high: 14, approx: false }, ""],
    ["1,212 by the ministry", { low: 1_212, high: 1_212, approx: false }, "by the ministry"],
    ["1 212", { low: 1_212, high: 1_212, approx: false }, ""],
    ["10-12", { low: 10, high: 12, approx: false }, ""],
    ["14+ so far", { low: 14, high: null, approx: false }, "so far"],
    ["<60", { low: null, high: 60, approx: false }, ""],
    ["~500", { low: 500, high: 500, approx: true }, ""],
    ["4, says the mayor", { low: 4, high: 4, approx: false }, "says the mayor"],
  ])("is written as %s", (text, span, note) => {
    expect(readNumber(text)).toEqual({ span, note });
  });

  it.each(["", "many", "12-10", "4x", "-4", "99999999999999"])("is not %j", (text) => {
    expect(readNumber(text)).toBeNull();
  });

  it("that is none changes nothing", async () => {
    const { rig, story } = await begin();
    await story.tell({ at: "11:30", ...strike(14) });

    expect(wordsOf(await rig.type("/review correct d1 killed many"))).toContain("That is no number.");
    expect(wordsOf(await rig.type("/review correct d1 injured 4"))).toContain("It has no such number.");
    expect((await rig.type("/review correct d9 killed 4")).title).toContain("No such development");
    expect(await rig.store.audit.list({ limit: 5 })).toEqual([]);
  });
});

describe("a development", () => {
  it("is held, hears nothing more, and is released by button", async () => {
    const { rig, story } = await begin();
    await story.tell({ at: "11:30", ...strike(14) });
    const held = await rig.press(await rig.type("/review show d1"), "Hold");
    const meanwhile = await story.tell({ at: "11:40", ...strike(30) });
    const stale = await rig.press(held, "Release");
    const released = await rig.press(stale, "Release");

    expect(meanwhile).toEqual([]);
    expect(wordsOf(stale)).toContain("It has changed since that was shown.");
    expect(wordsOf(released)).toContain("Released. The message in the chats is brought up to date.");
    expect(labelled(released)).toContain("Hold");
    expect(wordsOf(await rig.press(stale, "Release"))).toContain("That changes nothing");
  });

  it("is confirmed once", async () => {
    const { rig, story } = await begin();
    await story.tell({ at: "11:30", ...strike(14) });

    expect(wordsOf(await rig.type("/review confirm d1"))).toContain("Confirmed.");
    expect(wordsOf(await rig.type("/review confirm d1"))).toContain("That changes nothing");
    expect(wordsOf(await rig.type("/review correct d1"))).toContain("/review correct d1 killed 14");
  });

  it("is withdrawn whole only when that was asked once more", async () => {
    const { rig, story } = await begin();
    await story.tell({ at: "11:30", ...strike(14) });
    const sure = await rig.press(await rig.type("/review show d1"), "Withdraw all…");

    expect(await best(rig)).toBe(14);
    expect(labelled(sure)).toEqual(["Yes, withdraw everything", "Back"]);
    expect(wordsOf(await rig.press(sure, "Yes, withdraw everything"))).toContain("Withdrawn.");
    expect(await best(rig)).toBeNull();
  });

  it("that was withdrawn whole still shows what was said, by whom and where", async () => {
    const { rig, story } = await begin();
    await story.tell({ at: "11:30", ...strike(14) });
    await rig.type("/review withdraw d1 all");

    const words = wordsOf(await rig.type("/development d1"));

    expect(words).toMatch(/Killed: 14\. A Ukrainian official.*\(withdrawn\)/u);
    expect(words).toContain("14 were killed");
  });

  it("is split by one of its reports, which can also be taken back everywhere", async () => {
    const { rig, story } = await begin();
    await story.tell({ at: "11:20", outlet: "The Invented Courier", ...strike(5) });
    await story.tell({ at: "11:30", outlet: "Вигаданий вісник", ...strike(9) });
    const panel = await rig.type("/review show d1");
    const report = panel.selects?.[1]?.options.find(({ label }) => label.startsWith("Вигаданий"));
    const page = await rig.choose(panel, report?.label ?? "");

    expect(wordsOf(page)).toContain("9 were killed");
    expect(wordsOf(await rig.press(page, "A development of its own"))).toContain("Split.");
    expect([await best(rig, "d1"), await best(rig, "d2")]).toEqual([5, 9]);
    expect(wordsOf(await rig.press(page, "Withdraw it everywhere"))).toContain(
      "No such report stands behind",
    );
  });

  it("is reviewed as an answer to its message, and from its details", async () => {
    const { rig, story } = await begin();
    await story.tell({ at: "11:30", ...strike(14) });
    const details = await rig.type("/development d1");
    expect((await rig.press(details, "Review")).title).toMatch(/^d1: /u);

    rig.become(stranger);
    expect(labelled(await rig.type("/development d1"))).not.toContain("Review");
  });
});

describe("an approval", () => {
  const approval = {
    kinds: ["exchange" as const],
    fromPeople: null,
    singleStateOrigin: false,
    waitMs: 1_800_000,
    atTimeout: "drop" as const,
  };
  const leg = (count: number) => ({
    figures: [figure("prisoners.released", "UA", count, { by: kyivOfficial })],
    events: [event("exchange", "done", { by: moscowOfficial })],
  });

  async function asked(language: string): Promise<{ rig: Rig; story: Story; notice: Message }> {
    const { rig, story } = await begin({ approval }, language);
    await story.tell({ at: "11:50", ...leg(307) });
    const context = contextOf(rig);
    const told = new Set<string>();
    expect(await tellOfApprovals(context, told)).toBe(1);
    expect(await tellOfApprovals(context, told)).toBe(0);
    expect(await tellOfApprovals(context, new Set())).toBe(0);
    return { rig, story, notice: await noticeTo(rig) };
  }

  function contextOf({ store, clock }: Rig): Parameters<typeof tellOfApprovals>[0] {
    return {
      store,
      clock,
      translate: (language, key, args) => textsOf(language).text(key, args),
      languages: textLanguages,
      compose: () => ({ title: "What would be told", blocks: [], actions: [], language: "en" }),
      defaults: { language: "en", timeZone: "UTC" },
      admins: {},
      adminChats: [admin.address],
      sourceRules: { allowPrivate: false },
      poke: () => undefined,
    };
  }

  it.each([
    ["en", "d1 waits for your approval", "without one it is not told after 4 March at 12:20 (UTC)"],
    ["uk", "d1 чекає на ваше схвалення", "після 4 березня о 12:20 (UTC) розказано не буде"],
    ["ru", "d1 ждёт вашего одобрения", "после 4 марта в 12:20 (UTC) рассказано не будет"],
  ])("is asked of the admins once, with its time-out (%s)", async (language, title, words) => {
    const { notice } = await asked(language);

    expect(notice.title).toBe(title);
    expect(wordsOf(notice)).toContain(words);
    expect(wordsOf(notice)).toContain("What would be told");
  });

  it("names the time-out in the operator's zone to an admin who has set none", async () => {
    const { rig, story } = await begin({ approval }, "en");
    await rig.store.chats.unsubscribe(admin.address, rig.clock.now());
    await story.tell({ at: "11:50", ...leg(307) });
    const defaults = { language: "en", timeZone: "Europe/Kyiv" };

    await tellOfApprovals({ ...contextOf(rig), defaults }, new Set());

    expect(wordsOf(await noticeTo(rig))).toContain("at 14:20 (Europe/Kyiv)");
  });

  it("is given by button once; the second press tells nothing more", async () => {
    const { rig, notice } = await asked("en");

    const quote = notice.blocks.findLast(({ kind }) => kind === "quote");
    expect(JSON.stringify(quote)).toContain("307");
    const approved = await rig.press(notice, "Approve and tell");
    const again = await rig.press(notice, "Do not tell");

    expect(wordsOf(approved)).toContain("Released. It is told as news.");
    expect(wordsOf(again)).toContain("It has changed since that was shown.");
    expect(await rig.store.ledger.alerts({ limit: 5 })).toHaveLength(1);
  });

  it("is not given to what has changed since it was asked for", async () => {
    const { rig, story, notice } = await asked("en");
    await story.tell({ at: "11:55", ...leg(390) });

    expect(wordsOf(await rig.press(notice, "Approve and tell"))).toContain("It has changed since");
    expect(await rig.store.ledger.alerts({ limit: 5 })).toEqual([]);
  });

  it("that one admin refused is not given by another's older button", async () => {
    const { rig, notice } = await asked("en");
    await rig.press(notice, "Do not tell");

    expect(wordsOf(await rig.press(notice, "Approve and tell"))).toContain(
      "It has changed since that was shown.",
    );
    expect(await rig.store.ledger.alerts({ limit: 5 })).toEqual([]);
  });

  it("is refused by button, and by nobody who is no admin", async () => {
    const { rig, notice } = await asked("en");
    rig.become(stranger);
    const forged = await rig.press(notice, "Do not tell");
    rig.become(admin);

    const refused = await rig.press(notice, "Do not tell");

    expect(forged.title).toBe("Only the admins of this bot may do that.");
    expect(wordsOf(refused)).toContain("Not to be told.");
    expect((await rig.store.ledger.development("d1"))?.approval?.state).toBe("dropped");
  });
});

/** The one notice that waits for the admin. */
async function noticeTo({ store }: Rig): Promise<Message> {
  const { fence } = (await store.outbox.holdSenderLease("telegram", "test", noonThere, 60_000)) ?? {
    fence: 0,
  };
  const claimed = await store.outbox.claim({
    platform: "telegram",
    now: noonThere,
    leaseMs: 60_000,
    limit: 5,
    exceptChannels: [],
    fence,
    plan: () => null,
    planNotice: () => ({ isLoud: true }),
  });
  const [delivery] = claimed;
  if (claimed.length !== 1 || delivery?.kind !== "notice") throw new Error("There is not one notice.");
  return delivery.notice.message;
}
