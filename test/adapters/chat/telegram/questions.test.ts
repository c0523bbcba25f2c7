import { describe, expect, it, vi } from "vitest";
import { textsOf } from "../../../../src/languages/texts.ts";
import type { Message } from "../../../../src/model/message.ts";
import { memoryQuestions } from "./memory.ts";
import {
  hastyClock,
  messageOf,
  noStop,
  notedCommands,
  optionOf,
  sendRequest,
  specOf,
  useTelegram,
} from "./support.ts";
import type { Bench, BenchOptions, NotedCommands } from "./support.ts";

const stage = useTelegram();
const olena = 7;
const taras = 8;
const hourMs = 3_600_000;

const ask = { title: "What is wrong?", example: "It was 307, not 370", maxLength: 40 };
const alert: Message = messageOf("Exchange", {
  actions: [{ command: "report", argument: "d42", label: "Report an error", ask }],
});
const report = specOf("report", { options: [optionOf("development", true), optionOf("words", true)] });
const reports = (): NotedCommands =>
  notedCommands([report, specOf("help"), specOf("search", { options: [optionOf("words", true)] })]);

const shown = (chatId = olena) => stage.telegram.director.sent(chatId);
const optionsOf = ({ commands }: Bench) => commands.invocations.map(({ options }) => options);

/** A platform that has shown the alert in a chat. */
async function alerted(chatId: number, options: Omit<BenchOptions, "telegram"> = {}): Promise<Bench> {
  const bench = await stage.started({ commands: reports(), clock: hastyClock(1_200), ...options });
  if (chatId > 0) stage.telegram.director.openPrivateChats(chatId, 1);
  await bench.platform.send(sendRequest(chatId, alert), noStop);
  return bench;
}

async function asked(userId: number, chatId: number): Promise<number> {
  stage.telegram.user(userId).presses(shown(chatId)[0]!, "Report an error");
  await stage.telegram.until(() => shown(chatId).length === 2);
  return shown(chatId)[1]!.messageId;
}

const groupOf = (...members: number[]) =>
  stage.telegram.director.addChat({
    type: "supergroup",
    members: Object.fromEntries(members.map((id) => [id, "member"])),
  });

describe("words of the adapter's own", () => {
  it("are in the chat's language, as the answers are, whatever the person speaks", async () => {
    const group = groupOf(olena);
    const commands: NotedCommands = { ...reports(), languageAt: () => Promise.resolve("uk") };
    const bench = await alerted(group, { commands });
    const texts = textsOf("uk");

    const question = await asked(olena, group);
    stage.telegram.user(olena).types(group, "x".repeat(41), { replyTo: question });
    await stage.telegram.until(() => shown(group).length === 3);

    expect(shown(group)[1]?.text).toContain(texts.text("telegram-question-reply"));
    expect(shown(group)[2]?.text).toContain(texts.text("telegram-answer-too-long", { max: 40 }));
    expect(bench.commands.invocations).toEqual([]);
  });
});

describe("a button that needs an answer", () => {
  it("asks in a private chat, and runs with the answer as its last words", async () => {
    const bench = await alerted(olena);
    await asked(olena, olena);

    expect(shown()[1]).toMatchObject({
      text: "What is wrong?\nFor example: It was 307, not 370",
      markup: { kind: "force-reply", isSelective: false, placeholder: ask.example },
    });
    stage.telegram.user(olena).types(olena, "It was\n310");

    await vi.waitFor(() => expect(optionsOf(bench)).toEqual([{ development: "d42", words: "It was 310" }]));
  });

  it("asks in the person's language", async () => {
    stage.telegram.user(olena, { language: "uk" });
    await alerted(olena);
    await asked(olena, olena);

    expect(shown()[1]?.text).toContain("Наприклад: It was 307, not 370");
  });

  it("names the person in a group, and takes only that person's reply", async () => {
    const group = groupOf(olena, taras);
    stage.telegram.user(olena, { firstName: "Olena <3" });
    const bench = await alerted(group);
    const question = await asked(olena, group);

    expect(shown(group)[1]).toMatchObject({
      text: "Olena <3, What is wrong?\nFor example: It was 307, not 370\nPlease reply to this message.",
      markup: { kind: "force-reply", isSelective: true },
      entities: [{ type: "text_link", url: "tg://user?id=7" }, { type: "bold" }],
    });
    stage.telegram.user(taras).types(group, "not mine to answer", { replyTo: question });
    stage.telegram.user(olena).types(group, "it was 310", { replyTo: question });

    await vi.waitFor(() => expect(optionsOf(bench)).toEqual([{ development: "d42", words: "it was 310" }]));
    expect(bench.commands.invocations[0]?.user.id).toBe("7");
  });

  it("takes the reply of an administrator who writes as the group", async () => {
    const group = groupOf(olena);
    const bench = await alerted(group);
    const question = await asked(olena, group);

    stage.telegram.user(olena).types(group, "it was 310", { replyTo: question, isAnonymous: true });

    await vi.waitFor(() => expect(optionsOf(bench)).toEqual([{ development: "d42", words: "it was 310" }]));
    expect(bench.commands.invocations[0]?.user.id).toBe(String(group));
  });

  it("takes no words that another bot offered", async () => {
    const bench = await alerted(olena);
    const question = await asked(olena, olena);

    stage.telegram.user(olena).types(olena, "inserted", { replyTo: question, isViaBot: true });
    stage.telegram.user(olena).types(olena, "/report d1 inserted", { isViaBot: true });
    stage.telegram.user(olena).types(olena, "it was 310");

    await vi.waitFor(() => expect(optionsOf(bench)).toEqual([{ development: "d42", words: "it was 310" }]));
  });

  it("takes one answer", async () => {
    const bench = await alerted(olena, { clock: hastyClock() });
    const question = await asked(olena, olena);

    stage.telegram.user(olena).types(olena, "one", { replyTo: question });
    stage.telegram.user(olena).types(olena, "/help", { replyTo: question });
    stage.telegram.user(olena).types(olena, "two", { replyTo: question });

    await vi.waitFor(() =>
      expect(bench.commands.invocations.map(({ command }) => command)).toEqual(["report", "help", "search"]),
    );
  });

  it("takes an answer after a restart", async () => {
    const questions = memoryQuestions();
    const first = await alerted(olena, { questions });
    await asked(olena, olena);
    await vi.waitFor(() => expect(questions.asked).toHaveLength(1));
    await first.platform.stop();

    const second = await stage.started({ commands: reports(), questions, clock: first.clock });
    stage.telegram.user(olena).types(olena, "it was 310");

    await vi.waitFor(() => expect(optionsOf(second)).toEqual([{ development: "d42", words: "it was 310" }]));
  });

  it("still works when it was shown before a restart", async () => {
    const questions = memoryQuestions();
    const first = await alerted(olena, { questions });
    await first.platform.stop();
    await stage.started({ commands: reports(), questions });

    await asked(olena, olena);

    expect(shown()[1]?.text).toContain("What is wrong?");
  });

  it("waits for no longer than an hour", async () => {
    let now = 1_750_000_000_000;
    const clock = { ...hastyClock(1_200), now: () => now };
    const bench = await alerted(olena, { clock });
    await asked(olena, olena);
    await vi.waitFor(() => expect(bench.questions.asked).toHaveLength(1));
    now += hourMs;

    stage.telegram.user(olena).types(olena, "too late");
    stage.telegram.user(olena).types(olena, "/help");

    await vi.waitFor(() =>
      expect(bench.commands.invocations.map(({ command }) => command)).toEqual(["search", "help"]),
    );
  });

  it("says when an answer is too long, and goes on waiting", async () => {
    const bench = await alerted(olena);
    await asked(olena, olena);

    stage.telegram.user(olena).types(olena, "x".repeat(41));
    await stage.telegram.until(() => shown().length === 3);
    stage.telegram.user(olena).types(olena, "shorter");

    expect(shown()[2]?.text).toBe("That is too long. Please answer in at most 40 characters.");
    await vi.waitFor(() => expect(optionsOf(bench)).toEqual([{ development: "d42", words: "shorter" }]));
  });

  it("takes a command for a command", async () => {
    const bench = await alerted(olena);
    await asked(olena, olena);

    stage.telegram.user(olena).types(olena, "/help");
    stage.telegram.user(olena).types(olena, "it was 310");

    await vi.waitFor(() =>
      expect(bench.commands.invocations.map(({ command }) => command)).toEqual(["help", "report"]),
    );
  });

  it("asks a channel's reader in the private chat", async () => {
    const channel = stage.telegram.director.addChat({ type: "channel", botStatus: "administrator" });
    const bench = await alerted(channel);

    const press = stage.telegram.user(olena).presses(shown(channel)[0]!, "Report an error");
    const answer = await stage.telegram.until(() => stage.telegram.director.press(press)?.answer);
    const payload = new URL(answer.url ?? "").searchParams.get("start") ?? "";
    stage.telegram.user(olena).types(olena, `/start ${payload}`);
    await stage.telegram.until(() => shown().length === 1);
    stage.telegram.user(olena).types(olena, "it was 310");

    await vi.waitFor(() => expect(optionsOf(bench)).toEqual([{ development: "d42", words: "it was 310" }]));
  });

  describe("under a channel's own panel", () => {
    const where = { ...optionOf("where", false), kind: "chat" as const };
    const settings = specOf("settings", { access: "chat-admin", options: [optionOf("page", false), where] });
    const panel = messageOf("Time zone", {
      actions: [{ command: "settings", argument: "zone", label: "Type a city", ask }],
    });

    /** Olena presses, follows the link and answers in private: what the command is told. */
    async function answered() {
      const channel = stage.telegram.director.addChat({
        type: "channel",
        title: "News",
        botStatus: "administrator",
        members: { 7: "administrator", 8: "member" },
      });
      const bench = await stage.started({ commands: notedCommands([settings, specOf("start")]) });
      await bench.platform.send(sendRequest(channel, panel), noStop);
      const press = stage.telegram.user(olena).presses(shown(channel)[0]!, "Type a city");
      const answer = await stage.telegram.until(() => stage.telegram.director.press(press)?.answer);
      const payload = new URL(answer.url ?? "").searchParams.get("start") ?? "";
      stage.telegram.user(olena).types(olena, `/start ${payload}`);
      await stage.telegram.until(() => shown().length === 1);
      stage.telegram.user(olena).types(olena, "Riga");
      await vi.waitFor(() => expect(bench.commands.invocations).toHaveLength(1));
      return { channel, told: bench.commands.invocations[0] };
    }

    it("is for that channel, whose administrators alone may", async () => {
      const { channel, told } = await answered();

      const address = { platform: "telegram", channel: String(channel), thread: null };
      expect(told).toMatchObject({ command: "settings", target: { address, title: "News" } });
      expect(told?.options["page"]).toBe("zone Riga");
      expect(await told?.user.isChatAdmin(address)).toBe(true);
      stage.telegram.director.setMember(channel, olena, "member");
      expect(await told?.user.isChatAdmin(address)).toBe(false);
    });
  });
});
