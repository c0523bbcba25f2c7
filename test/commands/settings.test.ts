import { beforeEach, describe, expect, it } from "vitest";
import { placeRows } from "../../src/reference/places.ts";
import { makeSource, noon } from "../contract/store/documents.ts";
import { createRig, ownChat, wordsOf, type Rig } from "./rig.ts";

describe("the settings panel", () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await createRig();
  });
  const settings = async () => (await rig.store.chats.find(ownChat))?.subscription;
  const open = async () => {
    await rig.type("/subscribe");
    return rig.type("/settings");
  };

  it("offers to subscribe where nothing is subscribed yet", async () => {
    const answer = await rig.type("/settings kinds");

    expect(answer.title).toBe("This chat is not subscribed");
    await rig.press(answer, "Subscribe");
    expect(await settings()).toBeDefined();
  });

  it.each([
    [
      "en",
      ["Topics: everything", "Places: everywhere", "Quiet hours: none", "Time zone: Europe/Kyiv (UTC+3)"],
    ],
    ["uk", ["Теми: усе", "Місця: усюди", "Тихі години: немає", "Часовий пояс: Europe/Kyiv (UTC+3)"]],
    ["ru", ["Темы: всё", "Места: везде", "Тихие часы: нет", "Часовой пояс: Europe/Kyiv (UTC+3)"]],
  ])("says in %s what is chosen, in one place", async (language, lines) => {
    rig.become({ language });

    const words = wordsOf(await open());

    for (const line of lines) expect(words).toContain(line);
  });

  it("changes where it stands, and leads back from each page", async () => {
    const panel = await open();

    for (const { label } of panel.actions) {
      const page = await rig.press(panel, label);
      const back = await rig.press(page, "Back");
      expect(back).toEqual(panel);
    }
    expect(await rig.reply("/settings kinds")).toMatchObject({ isInPlace: true });
    expect(rig.faults).toEqual([]);
  });

  it("takes topics out and in, by buttons and by a list", async () => {
    const page = await rig.press(await open(), "Topics");
    const without = await rig.choose(page, "talks");
    const kinds = (await settings())?.kinds;
    await rig.choose(without, "exchanges", "cease-fires");
    const two = (await settings())?.kinds;
    await rig.press(await rig.type("/settings kinds"), "everything");

    expect(kinds).not.toContain("talks");
    expect(kinds).toContain("exchange");
    expect(two).toEqual(["exchange", "ceasefire"]);
    expect((await settings())?.kinds).toBeNull();
  });

  it("keeps the last topic, and says how to stop everything", async () => {
    await rig.type("/subscribe exchange");

    const answer = await rig.type("/settings kinds -exchange");

    expect(wordsOf(answer)).toContain("/unsubscribe");
    expect((await settings())?.kinds).toEqual(["exchange"]);
  });
  it("asks which place is meant where several have a name", async () => {
    await rig.type("/subscribe");

    const which = await rig.press(await rig.type("/settings places"), "Type a place", "Kharkiv");
    await rig.press(which, "Kharkiv region");

    expect(which.actions.map(({ label }) => label)).toContain("Kharkiv (Kharkiv region)");
    expect((await settings())?.places?.codes).toEqual(["UA-63"]);
  });

  it("leads from a country to its regions, and takes places out again", async () => {
    await rig.type("/subscribe");
    const regions = await rig.choose(await rig.type("/settings places"), "Ukraine");
    const chosen = await rig.choose(regions, "Ukraine: the whole country");
    await rig.press(await rig.press(chosen, "All places"), "place unknown");
    const all = (await settings())?.places;
    await rig.choose(await rig.type("/settings places"), "Remove: Ukraine");

    expect(all).toEqual({ codes: ["UA"], withUnknown: true });
    expect((await settings())?.places).toEqual({ codes: [], withUnknown: true });
    await rig.press(await rig.type("/settings places"), "✓ place unknown");
    expect((await settings())?.places).toBeNull();
  });

  it("adds a number by buttons, and takes it out again", async () => {
    await rig.type("/subscribe");
    const measure = await rig.choose(await rig.type("/settings thresholds"), "Killed");
    await rig.press(measure, "10 or more");
    const ten = (await settings())?.thresholds;
    const again = await rig.choose(await rig.type("/settings thresholds"), "Killed");
    await rig.press(again, "Another number or place", "3 Сумська область");
    const both = await rig.type("/settings thresholds");
    await rig.choose(both, "Remove: Killed: 10 or more");

    expect(ten).toEqual([{ measure: "killed", atLeast: 10, place: null }]);
    expect((await settings())?.thresholds).toEqual([{ measure: "killed", atLeast: 3, place: "UA-59" }]);
  });

  it("holds as many numbers and places as it takes, within what platforms show", async () => {
    await rig.type("/subscribe");
    for (let at = 1; at <= 20; at += 1)
      await rig.type(`/threshold killed ${at} ${placeRows()[at]?.code ?? ""}`);
    const tooMany = await rig.type("/threshold injured 5");
    await rig.type(
      `/settings places ${placeRows()
        .slice(0, 60)
        .map(({ code }) => code)
        .join(",")}`,
    );
    const places = await rig.type("/settings places");

    expect(wordsOf(tooMany)).toContain("20 numbers are as many as one chat can have.");
    expect((await settings())?.thresholds).toHaveLength(20);
    expect((await settings())?.places?.codes).toHaveLength(60);
    expect(wordsOf(places)).toContain("and 56 more");
  });

  it("sets the day of a weekly digest by a list", async () => {
    await rig.type("/subscribe");
    const weekly = await rig.type("/settings pace digest weekly");
    await rig.choose(weekly, "Friday");

    expect((await settings())?.digest).toEqual({ every: "week", weekday: 5, at: "09:00" });
  });

  it("shows sources page by page, and refuses a choice that was made from another list", async () => {
    for (let at = 1; at <= 30; at += 1) {
      const name = `Outlet ${String(at).padStart(2, "0")}`;
      const source = makeSource({ id: `outlet-${at}`, name, url: `https://outlet${at}.example/feed` });
      await rig.store.sources.add({ ...source, isStateControlled: at === 1 }, noon);
    }
    await rig.type("/subscribe");
    const first = await rig.type("/settings sources");
    const second = await rig.press(first, "Page 2 of 2");
    await rig.choose(first, "Outlet 01 (state-controlled)");
    await rig.choose(second, "Outlet 29", "Outlet 30");
    const three = (await settings())?.sources;
    await rig.store.sources.remove("outlet-25", noon);
    const stale = await rig.choose(second, "Outlet 21", "Outlet 22");

    expect(three).toEqual(["outlet-1", "outlet-29", "outlet-30"]);
    expect((await settings())?.sources).toEqual(three);
    expect(stale.selects?.[0]?.options.map(({ label }) => label)).not.toContain("Outlet 25");
  });

  it.each([
    "/settings kinds +bogus",
    "/settings kinds =",
    "/settings conflicts 999 +XX",
    "/settings places +nowhere",
    "/settings places -UA",
    "/settings places in ZZ 1 +ZZ",
    "/settings sides +zz",
    "/settings sources 7 #zzzz =courier",
    "/settings thresholds -_1234567",
    "/settings quiet kinds +exchange",
    "/settings nonsense",
  ])("changes nothing for a forged or stale %s", async (line) => {
    await rig.type("/subscribe");
    const before = await settings();

    await rig.type(line);

    expect(await settings()).toEqual(before);
    expect(rig.faults).toEqual([]);
  });

  it("goes on in the language that was just chosen", async () => {
    await rig.type("/subscribe");

    const answer = await rig.press(await rig.type("/settings language"), "Українська");

    expect(answer.title).toBe("Мова");
    expect(wordsOf(answer)).toContain("Збережено: Українська");
  });

  it("keeps every one of two presses at once", async () => {
    await rig.type("/subscribe");

    await Promise.all([rig.type("/settings sound loud"), rig.type("/settings zone UTC")]);

    expect(await settings()).toMatchObject({ loudness: "loud", timeZone: "UTC" });
  });

  it("shows a role to mention on Discord only", async () => {
    const address = { platform: "discord", channel: "555555555555555555", thread: null };
    await rig.type("/subscribe");
    const onTelegram = await rig.type("/settings");
    rig.become({ address, id: "1", administers: [address.channel] });
    await rig.type("/subscribe");
    const onDiscord = await rig.type("/settings");
    await rig.type("/settings mention 123456789012345678");
    const mention = (await rig.store.chats.find(address))?.subscription.mention;

    expect(onTelegram.actions.map(({ argument }) => argument)).not.toContain("mention");
    expect(onDiscord.actions.map(({ argument }) => argument)).toContain("mention");
    expect(mention).toBe("123456789012345678");
  });
});
