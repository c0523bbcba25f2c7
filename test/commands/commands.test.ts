import { beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../adapters/store/index.ts";
import { composeAlert } from "../../src/alert/compose.ts";
import { createCommands } from "../../src/commands/registry.ts";
import { textLanguages, textsOf } from "../../src/languages/texts.ts";
import { silentLog } from "../../src/log.ts";
import type { Block, Message } from "../../src/model/message.ts";
import type { CommandSet, Invocation } from "../../src/ports/command.ts";
import type { Store } from "../../src/ports/store.ts";
import {
  makeAlert,
  makeClaim,
  makeDevelopment,
  makeFigure,
  makePollState,
  makeReading,
  makeReport,
  makeSource,
  noon,
} from "../contract/store/documents.ts";
import { createFakeClock } from "../fakes/clock.ts";

const address = { platform: "telegram", channel: "-100500", thread: null };

interface Person {
  readonly id?: string;
  readonly language?: string | null;
  readonly isChatAdmin?: boolean;
}

describe("commands", () => {
  let store: Store;
  let commands: CommandSet;
  let pokes = 0;
  beforeEach(async () => {
    store = await openStore(":memory:");
    pokes = 0;
    commands = createCommands(
      {
        store,
        clock: createFakeClock(noon),
        translate: (language, key, args) => textsOf(language).text(key, args),
        languages: textLanguages,
        compose: (alerts, wording) => composeAlert(alerts, { ...wording, isPossibleRepeat: false }),
        defaults: { language: "en", timeZone: "Europe/Kyiv" },
        admins: { telegram: ["1"] },
        sourceRules: { allowPrivate: false },
        poke: () => (pokes += 1),
      },
      silentLog,
    );
  });

  const call = async (
    text: string,
    options: Invocation["options"] = {},
    person: Person = {},
  ): Promise<Message> => {
    const [command = "", subcommand = null] = text.split(" ");
    const { id = "7", language = null, isChatAdmin = true } = person;
    const user = { platform: "telegram", id, language, isChatAdmin: () => Promise.resolve(isChatAdmin) };
    const here = { address, chatTitle: "Chat", isDirect: true, target: null, about: null };
    const missingRights = () => Promise.resolve([]);
    return (await commands.run({ command, subcommand, options, ...here, user, missingRights })).message;
  };
  const words = (message: Message): string => [message.title, ...message.blocks.map(wordsOf)].join("\n");

  /** One exchange that was told, with one claim behind it. */
  const tellExchange = async (): Promise<void> => {
    const claim = makeClaim({ evidence: "307 people came home, the invented ministry said" });
    const development = makeDevelopment({
      figures: [makeFigure([claim])],
      told: {
        revision: 1,
        at: noon,
        stage: "done",
        figures: [],
        rungFigures: [],
        isConfirmedByBothSides: false,
      },
    });
    const result = await store.ledger.commit({
      version: 0,
      report: { report: makeReport(), reading: makeReading(), signature: null, bands: [], mark: null },
      change: {
        cause: { kind: "report", reportId: "r1" },
        at: noon,
        developments: [development],
        operations: [],
      },
      alerts: [makeAlert()],
    });
    expect(result.kind).toBe("committed");
  };

  it("offers one tap to be subscribed, and says what it is not", async () => {
    const answer = await call("start");

    expect(answer.actions[0]).toEqual({ command: "subscribe", argument: "", label: "Subscribe" });
    expect(words(answer)).toContain("not an air-raid siren");
  });

  it("subscribes with everything as the default, and to what is asked for when asked", async () => {
    await call("subscribe");
    const all = await store.chats.find(address);
    await call("subscribe", { kinds: "exchange", language: "uk" });
    const some = await store.chats.find(address);

    expect(all).toMatchObject({
      state: "active",
      subscription: { kinds: null, language: "en", timeZone: "Europe/Kyiv" },
    });
    expect(some).toMatchObject({ id: all?.id, subscription: { kinds: ["exchange"], language: "uk" } });
    expect(pokes).toBe(2);
  });

  it("shows the newest development when subscribing, as the chat would have been told it", async () => {
    await tellExchange();

    expect(words(await call("subscribe"))).toContain("307");
  });

  it("unsubscribes, and says so when there was nothing to end", async () => {
    await call("subscribe");

    expect((await call("unsubscribe")).title).toBe("Unsubscribed");
    expect((await store.chats.find(address))?.state).toBe("unsubscribed");
    expect((await call("unsubscribe")).title).toBe("This chat was not subscribed.");
  });

  it("lets only a chat's administrators subscribe it", async () => {
    const answer = await call("subscribe", {}, { isChatAdmin: false });

    expect(answer.title).toBe("Only administrators of this chat may do that.");
    expect(await store.chats.find(address)).toBeNull();
  });

  it("answers in the chat's language, else the person's, else the default", async () => {
    const unknown = await call("help", {}, { language: "fr" });
    const ukrainian = await call("help", {}, { language: "uk-UA" });
    await call("subscribe", { language: "ru" });
    const chats = await call("help", {}, { language: "uk-UA" });

    expect([unknown.title, ukrainian.title, chats.title]).toEqual([
      "What you can ask",
      "Що можна запитати",
      "О чём можно спросить",
    ]);
  });

  it("shows everybody what is followed, admins with the ids to work with", async () => {
    await store.sources.add(makeSource({ isStateControlled: true, side: "UA" }), noon);

    expect(words(await call("sources"))).toContain("Ukraine\nThe Invented Courier (state-controlled)");
    expect(words(await call("sources", {}, { id: "1" }))).toContain(
      "courier: The Invented Courier (state-controlled). Not polled yet.",
    );
  });

  it("has nothing to show before anything was told", async () => {
    expect((await call("latest")).title).toBe("Nothing has been told yet.");
  });

  it("says of a page beyond the last one that nothing is older", async () => {
    await tellExchange();

    expect((await call("latest", { page: "9" })).title).toBe("Nothing is older.");
  });

  it("says in the help how another chat is told", async () => {
    expect(words(await call("help"))).toContain("Groups and channels can be told as well: add me there");
  });

  it("shows the newest development in full", async () => {
    await tellExchange();

    const answer = await call("latest");
    expect(words(answer)).toContain("307");
    expect(answer.actions).toContainEqual(
      expect.objectContaining({ command: "development", argument: "d1" }),
    );
  });

  it("quotes each source's sentence behind a development's numbers", async () => {
    await tellExchange();

    expect((await call("development", { id: "d1" })).blocks).toContainEqual({
      kind: "quote",
      text: "307 people came home, the invented ministry said",
      source: { label: "The Invented Courier", url: "https://courier.example/1" },
    });
  });

  it.each(["d99", "x", "d1; drop table chats"])("knows no development %s", async (id) => {
    expect((await call("development", { id })).title).toBe(
      "No such development is known, or it was not told yet. /latest lists the newest ones.",
    );
  });

  it.each(["sources add", "sources remove", "sources pause"])("keeps %s to admins", async (command) => {
    expect((await call(command, { id: "x", url: "https://a.example/feed" })).title).toBe(
      "Only the admins of this bot may do that.",
    );
    expect(await store.sources.list()).toEqual([]);
  });

  it("adds, pauses, resumes and removes a source", async () => {
    const admin = { id: "1" };
    const added = await call(
      "sources add",
      { url: "https://www.outlet.example/news/feed.xml", name: "Outlet" },
      admin,
    );
    const id = "outlet-example-news-feed";
    await call("sources pause", { id }, admin);
    const paused = await store.sources.find(id);
    const listed = await call("sources list", {}, admin);
    await call("sources resume", { id }, admin);
    const resumed = await store.sources.find(id);
    await call("sources remove", { id, sure: "yes" }, admin);

    expect(added.title).toBe(`Following ${id}`);
    expect([paused?.state.halt, resumed?.state.halt]).toEqual(["paused", null]);
    expect(words(listed)).toContain("Outlet. Paused.");
    expect(await store.sources.list()).toEqual([]);
  });

  it.each([
    ["Not polled yet.", {}],
    ["Works.", { lastSuccessAt: noon - 1_000 }],
    [
      "The last 3 polls failed: The host name cannot be resolved.",
      { failures: 3, firstFailureAt: noon, failure: { code: "dns", text: "no such host" } },
    ],
    [
      "Answers, but brought nothing new for 2 days.",
      { lastSuccessAt: noon, lastNewItemAt: noon - 48 * 3_600_000, usualGapMs: 3_600_000 },
    ],
    [
      "Switched off after failing for long: no such key in words",
      { halt: "disabled" as const, failure: { code: "odd", text: "no such key in words" } },
    ],
  ])("says of a source: %s", async (state, fields) => {
    await store.sources.add(makeSource(), noon);
    await store.sources.saveState("courier", makePollState(fields));

    expect(words(await call("sources list", {}, { id: "1" }))).toContain(`. ${state}`);
  });

  it("says why a source cannot be added", async () => {
    const admin = { id: "1" };
    const bad = await call("sources add", { url: "javascript:alert(1)" }, admin);
    await call("sources add", { url: "https://outlet.example/feed" }, admin);
    const twice = await call("sources add", { url: "https://outlet.example/feed" }, admin);
    const inside = await call("sources add", { url: "http://127.0.0.1/feed" }, { ...admin, language: "uk" });

    expect(bad.title).toContain("no web address");
    expect(inside.title).toBe("Адреса веде у приватну або зарезервовану мережу.");
    expect(twice.title).toMatch(/already/iu);
    expect(await store.sources.list()).toHaveLength(1);
  });

  it("names what is missing or not among the choices", async () => {
    expect((await call("sources add", {}, { id: "1" })).title).toBe("The option “url” is missing.");
    expect((await call("subscribe", { kinds: "gossip" })).title).toMatch(
      /“gossip” is no topic. There are: everything, exchanges/u,
    );
    expect((await call("sources", {}, { id: "1" })).title).toBe("No source is followed");
    expect((await call("dance")).title).toBe("No such command. /help lists what there is.");
  });

  it("answers when the store fails, and tells nothing of the fault", async () => {
    await store.close();

    expect((await call("latest")).title).toContain("not your fault");
  });

  it.each(textLanguages)("has every description in %s within the platforms' 100 characters", (language) => {
    const descriptions = commands.specs
      .flatMap((spec) => [spec, ...spec.subcommands])
      .flatMap((spec) => [spec.description, ...spec.options.map((option) => option.description)]);

    for (const description of descriptions) {
      expect(description[language]?.length).toBeGreaterThan(0);
      expect(description[language]?.length).toBeLessThanOrEqual(100);
    }
  });

  it("takes a chat's move and its loss from the platform", async () => {
    await call("subscribe");
    const moved = { ...address, channel: "-100600" };

    await commands.chatMoved(address, moved);
    const there = await store.chats.find(moved);
    await commands.chatGone(moved, "bot was kicked");

    expect(there?.state).toBe("active");
    expect(await store.chats.find(moved)).toMatchObject({ state: "gone", reason: "bot was kicked" });
  });
});

function wordsOf(block: Block): string {
  switch (block.kind) {
    case "figures":
      return block.rows.map((row) => `${row.label} ${row.value} ${row.by ?? ""}`).join("\n");
    case "list":
      return block.items.map((item) => item.text).join("\n");
    case "story":
      return [block.title, ...block.lines].join("\n");
    case "text":
    case "note":
    case "quote":
    case "progress":
    case "change":
    case "sources":
      return block.text;
  }
}
