import { describe, expect, it } from "vitest";
import { defaultSubscription } from "../../src/model/subscription.ts";
import { noon } from "../contract/store/documents.ts";
import { wordsOf } from "./rig.ts";
import { admin, begin, chatOf, stranger, trail } from "./admin-rig.ts";

describe("what is for admins", () => {
  const lines = [
    "/review",
    "/review show d1",
    "/review hold d1",
    "/review undo d1 1",
    "/review close 1",
    "/announce Hello",
    "/announce send 1 loud",
    "/announce cancel 1",
    "/stats",
    "/audit",
    "/sources show courier",
    "/sources add https://feeds.example/a",
    "/sources test https://feeds.example/a",
    "/sources edit courier urgent yes",
    "/sources pause courier",
    "/sources resume courier",
    "/sources remove courier yes",
  ];

  it.each(lines)("is refused to everybody else, typed or as a forged button: %s", async (line) => {
    const rig = await begin();
    rig.become(stranger);

    expect((await rig.type(line)).title).toBe("Only the admins of this bot may do that.");
    expect(await trail(rig)).toEqual([]);
    expect((await rig.store.sources.find("courier"))?.state.halt).toBeNull();
  });

  it("is refused to an admin's namesake on another platform", async () => {
    const rig = await begin();
    rig.become({ id: "1", address: { platform: "discord", channel: "1", thread: null } });

    expect((await rig.type("/stats")).title).toBe("Only the admins of this bot may do that.");
  });

  it("is refused as soon as an admin is no longer one, buttons of before too", async () => {
    const admins = { telegram: ["1", "2"] };
    const rig = await begin("en", { admins });
    const panel = await rig.type("/sources show courier");
    admins.telegram = ["2"];

    expect((await rig.press(panel, "Pause")).title).toBe("Only the admins of this bot may do that.");
    expect((await rig.store.sources.find("courier"))?.state.halt).toBeNull();
  });

  it("is in the help of admins only", async () => {
    const rig = await begin();
    const forAdmins = wordsOf(await rig.type("/help"));
    rig.become(stranger);
    const forOthers = wordsOf(await rig.type("/help"));

    for (const name of ["/review", "/announce", "/stats", "/audit"]) {
      expect(forAdmins).toContain(name);
      expect(forOthers).not.toContain(name);
    }
  });
});

describe("an admin who never subscribed", () => {
  it("is answered in their own language and the default zone, also after a notice", async () => {
    const rig = await begin("uk");
    rig.become({ ...stranger, language: "en" });
    await rig.type("/report something is wrong");
    rig.become({ ...admin, language: "uk" });

    const words = wordsOf(await rig.type("/review"));

    expect(words).toContain("Що чекає на вас");
    expect(words).toContain("24 травня о 15:00: something is wrong");
  });
});

describe("/stats", () => {
  it.each([
    [
      "en",
      "telegram: 2 subscribed, 0 unsubscribed or never subscribed, 1 gone",
      "1 source, of which 0 failing or silent",
    ],
    ["uk", "telegram: підписано 2, уже або ніколи не підписано 0, зникло 1", "Джерел: 1, з них не працює"],
    ["ru", "telegram: подписано 2, уже или никогда не подписано 0, пропало 1", "Источников: 1, из них не"],
  ])("counts chats, deliveries, news and the process (%s)", async (language, chats, sources) => {
    const describeProcess = () => ({
      version: "9.9.9",
      startedAt: noon - 7_200_000,
      memoryBytes: 104_857_600,
    });
    const rig = await begin(language, { describeProcess });
    for (const channel of ["10", "11", "12"]) {
      const chat = await rig.store.chats.subscribe(chatOf(channel), defaultSubscription("en", "UTC"), noon);
      if (channel === "12") await rig.store.chats.markGone(chat.id, "kicked", noon);
    }

    const words = wordsOf(await rig.type("/stats"));

    for (const part of [chats, sources, "9.9.9", "100"]) expect(words).toContain(part);
  });
});
