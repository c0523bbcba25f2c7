import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DeliveryError } from "../../../../src/errors.ts";
import { startFakeTelegram } from "../../../fakes/telegram/index.ts";
import type { FakeTelegram } from "../../../fakes/telegram/index.ts";
import {
  hastyClock,
  memoryUpdates,
  messageOf,
  noStop,
  notedCommands,
  sendRequest,
  setUp,
  specOf,
} from "./support.ts";
import type { Bench, BenchOptions } from "./support.ts";

let telegram: FakeTelegram;
const benches: Bench[] = [];

beforeEach(async () => {
  telegram = await startFakeTelegram({ hasFloodLimits: false });
});
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.stop();
  await telegram.close();
});

async function started(options: Omit<BenchOptions, "telegram"> = {}): Promise<Bench> {
  const bench = await setUp({ ...options, telegram });
  benches.push(bench);
  await bench.platform.start(noStop);
  return bench;
}

const warnings = (bench: Bench) =>
  bench.lines.filter(({ level }) => level === "warn").map(({ message }) => message);

describe("starting", () => {
  it.each([
    ["revoked", "123456789:TEST-some-other-token-0123456789abcdef"],
    ["malformed", "no-token"],
  ])("fails for good with a %s token, and says what to do", async (_, token) => {
    const bench = await setUp({ telegram, token });

    const error = await bench.platform.start(noStop).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(DeliveryError);
    expect(error).toMatchObject({ code: "bad-token", permanent: true });
    expect(String((error as DeliveryError).hint)).toContain("@BotFather");
  });

  it("fails for now when Telegram does not answer", async () => {
    telegram.director.fail({
      method: "getMe",
      fault: { kind: "status", status: 502, isDone: false, isHtml: true },
    });
    const bench = await setUp({ telegram });

    await expect(bench.platform.start(noStop)).rejects.toMatchObject({
      code: "telegram-unreachable",
      permanent: false,
    });
  });

  it("fails for as long as a flood lasts", async () => {
    telegram.director.fail({
      method: "getMe",
      fault: { kind: "error", code: 429, description: "", parameters: { retry_after: 30 } },
    });
    const bench = await setUp({ telegram });

    await expect(bench.platform.start(noStop)).rejects.toMatchObject({ retryAfterMs: 30_000 });
  });

  it("can be tried without starting: the bot's name, or what is wrong", async () => {
    const bench = await setUp({ telegram });
    const other = await setUp({ telegram, token: "123456789:TEST-some-other-token-0123456789abcdef" });

    expect(await bench.platform.check(noStop)).toBe("@tallywire_bot");
    await expect(other.platform.check(noStop)).rejects.toMatchObject({ code: "bad-token" });
    expect(Object.keys(telegram.director.counts().calls)).toEqual(["getme"]);
  });

  it("sets the menu of each language, without admins' and unlisted commands", async () => {
    const specs = [
      specOf("start", { description: { en: "Begin", uk: "Почати" } }),
      specOf("sources", { access: "admin", description: { en: "Sources", uk: "Джерела" } }),
      specOf("why", { isListed: false }),
      specOf("latest", { access: "chat-admin", description: { en: "Latest" } }),
    ];
    await started({ commands: notedCommands(specs) });

    expect(telegram.director.menus()).toEqual({
      '{"type":"default"} ': [
        { command: "start", description: "Begin" },
        { command: "latest", description: "Latest" },
      ],
      '{"type":"default"} uk': [
        { command: "start", description: "Почати" },
        { command: "latest", description: "Latest" },
      ],
    });
  });

  it("sets no menu that is set already", async () => {
    await started();
    await started();

    expect(telegram.director.calls("setMyCommands")).toHaveLength(1);
  });

  it("goes on without a menu when it cannot be set", async () => {
    telegram.director.fail({
      method: "setMyCommands",
      fault: { kind: "status", status: 500, isDone: false },
    });
    const bench = await started();

    telegram.user(7).types(7, "/start");

    await telegram.until(() => telegram.director.sentCount() === 1);
    expect(warnings(bench)).toEqual(["telegram: the menu of commands was not set"]);
  });

  it("asks only for the updates that it handles", async () => {
    await started();

    const call = await telegram.until(() => telegram.director.calls("getUpdates")[0]);
    expect(call.params["allowed_updates"]).toEqual([
      "message",
      "channel_post",
      "callback_query",
      "my_chat_member",
    ]);
    expect(call.params["timeout"]).toBeGreaterThan(3);
  });
});

describe("updates", () => {
  it("are stored before Telegram is told that they came", async () => {
    const updates = memoryUpdates();
    const bench = await started({ updates });
    const user = telegram.user(7);

    user.types(7, "/start");
    await telegram.until(() => telegram.director.sentCount() === 1);
    await vi.waitFor(() => expect(telegram.director.counts().waitingUpdates).toBe(0));

    expect([...updates.rows.keys()]).toEqual([500_001]);
    expect(telegram.director.offsets()).toEqual([0, 500_002]);
    expect(bench.commands.invocations).toHaveLength(1);
  });

  it("are asked for again when they cannot be stored, and none is lost", async () => {
    const updates = memoryUpdates();
    let isFull = true;
    updates.beforeWrite = (operation) => {
      if (isFull && operation === "save") throw new Error("disk full");
    };
    const bench = await started({ updates, clock: hastyClock(0) });
    telegram.user(7).types(7, "/start");
    await vi.waitFor(() => expect(warnings(bench)).toHaveLength(1));
    expect(telegram.director.counts().waitingUpdates).toBe(1);
    isFull = false;

    bench.clock.wake();

    await telegram.until(() => telegram.director.sentCount() === 1);
    expect(bench.commands.invocations).toHaveLength(1);
  });

  it("are handled once across a restart, also those that came in between", async () => {
    const updates = memoryUpdates();
    const first = await started({ updates });
    const user = telegram.user(7);
    user.types(7, "/start");
    await vi.waitFor(() => expect(updates.rows.get(500_001)?.isHandled).toBe(true));
    await first.platform.stop();
    user.types(7, "/help");

    const second = await started({ updates });

    await telegram.until(() => telegram.director.sentCount() === 2);
    expect(first.commands.invocations.map(({ command }) => command)).toEqual(["start"]);
    expect(second.commands.invocations.map(({ command }) => command)).toEqual(["help"]);
  });

  it("that were stored and not handled before a crash are handled at the next start", async () => {
    const updates = memoryUpdates();
    const body = {
      update_id: 500_001,
      message: {
        message_id: 1,
        date: 0,
        text: "/start",
        from: { id: 7, is_bot: false, first_name: "Olena" },
        chat: { id: 7, type: "private", first_name: "Olena" },
      },
    };
    await updates.saveUpdates("telegram", [{ id: 500_001, body: JSON.stringify(body) }], 0);

    const bench = await started({ updates });

    await vi.waitFor(() => expect(updates.rows.get(500_001)?.isHandled).toBe(true));
    expect(bench.commands.invocations).toHaveLength(1);
    expect(telegram.director.offsets()[0]).toBe(500_002);
  });

  it("are handled once although they cannot be marked, and marked when that works again", async () => {
    const updates = memoryUpdates();
    let isFull = true;
    updates.beforeWrite = (operation) => {
      if (isFull && operation === "mark") throw new Error("disk full");
    };
    const bench = await started({ updates });
    const user = telegram.user(7);
    user.types(7, "/start");
    await telegram.until(() => telegram.director.sentCount() === 1);
    isFull = false;
    user.types(7, "/help");
    await telegram.until(() => telegram.director.sentCount() === 2);

    await vi.waitFor(() => expect([...updates.rows.values()].every(({ isHandled }) => isHandled)).toBe(true));
    expect(bench.commands.invocations.map(({ command }) => command)).toEqual(["start", "help"]);
  });

  it("of one chat are handled in their order, those of others meanwhile", async () => {
    const slow = heldCommand();
    await started({ commands: slow.commands });

    telegram.user(7).types(7, "/slow");
    telegram.user(7).types(7, "/quick");
    telegram.user(8).types(8, "/quick");
    await telegram.until(() => telegram.director.sent(8).length === 1);
    expect(telegram.director.sent(7)).toEqual([]);
    slow.release();

    await telegram.until(() => telegram.director.sent(7).length === 2);
    expect(telegram.director.sent(7).map(({ text }) => text)).toEqual(["slow", "quick"]);
  });

  it("that waited by the hundred are all handled", async () => {
    const user = telegram.user(7);
    for (let count = 0; count < 300; count += 1) telegram.user(1_000 + count).types(1_000 + count, "/start");

    const bench = await started();
    user.types(7, "/help");

    await telegram.until(() => telegram.director.sentCount() === 301);
    expect(bench.commands.invocations).toHaveLength(301);
  });

  it("whose ids begin anew lower down are taken as well", async () => {
    const bench = await started();
    telegram.user(7).types(7, "/start");
    await telegram.until(() => telegram.director.sentCount() === 1);
    await vi.waitFor(() => expect(telegram.director.counts().waitingUpdates).toBe(0));
    telegram.director.jumpUpdates(100);

    telegram.user(7).types(7, "/help");

    await telegram.until(() => telegram.director.sentCount() === 2);
    expect(bench.commands.invocations).toHaveLength(2);
    await vi.waitFor(() => expect(telegram.director.offsets().at(-1)).toBe(101));
  });

  it("that bring an unexpected fault are logged and left behind", async () => {
    const commands = notedCommands([specOf("bad"), specOf("good")], async ({ command }) => {
      if (command === "bad") throw new Error("no answer");
      return messageOf(command);
    });
    const bench = await started({ commands });

    telegram.user(7).types(7, "/bad");
    telegram.user(7).types(7, "/good");

    await telegram.until(() => telegram.director.sentCount() === 1);
    expect(bench.lines.filter(({ level }) => level === "error").map(({ message }) => message)).toEqual([
      "telegram: an update could not be handled",
    ]);
  });
});

describe("a press", () => {
  it("is answered while its chat is busy with something else", async () => {
    const slow = heldCommand();
    const bench = await started({ commands: slow.commands });
    telegram.user(7).types(7, "hello");
    const message = messageOf("Pick", { actions: [{ command: "quick", argument: "", label: "Quick" }] });
    await bench.platform.send(sendRequest(7, message), noStop);
    telegram.user(7).types(7, "/slow");

    const press = telegram.user(7).presses(telegram.director.sent(7)[0]!, "Quick");

    await telegram.until(() => telegram.director.press(press)?.answer);
    expect(slow.commands.invocations.map(({ command }) => command)).toEqual(["slow"]);
    slow.release();
    await telegram.until(() => telegram.director.sent(7).length === 3);
  });
});

describe("answers", () => {
  it("to somebody who types without pause keep to the limits of the chat", async () => {
    const clock = hastyClock();
    await started({ clock });

    for (let count = 0; count < 8; count += 1) telegram.user(7).types(7, "/start");

    await telegram.until(() => telegram.director.sentCount() === 8);
    expect(clock.sleeps).toEqual([3_000, 3_000, 3_000, 6_000, 6_000]);
  });

  it("are not given to a command that is only passed on", async () => {
    const bench = await started();
    telegram.director.types(7, 7, "/start", { isForwarded: true });
    telegram.user(7).types(7, "/help");

    await telegram.until(() => telegram.director.sentCount() === 1);
    expect(bench.commands.invocations.map(({ command }) => command)).toEqual(["help"]);
  });

  it("wait as long as they are told, and then go out once", async () => {
    const bench = await started();
    telegram.director.fail({
      method: "sendMessage",
      fault: { kind: "error", code: 429, description: "", parameters: { retry_after: 3 } },
    });

    telegram.user(7).types(7, "/start");

    await telegram.until(() => telegram.director.sentCount() === 1);
    expect(bench.clock.sleeps).toContain(3_000);
  });

  it("are not sent twice when it is unknown whether they arrived", async () => {
    const bench = await started();
    telegram.director.fail({ method: "sendMessage", fault: { kind: "reset", isDone: true } });

    telegram.user(7).types(7, "/start");

    await vi.waitFor(() => expect(warnings(bench)).toEqual(["telegram: an answer was not sent"]));
    expect(telegram.director.sent(7)).toHaveLength(1);
  });

  it("tell the commands that the chat is gone", async () => {
    const bench = await started();
    telegram.director.fail({
      method: "sendMessage",
      fault: { kind: "error", code: 403, description: "Forbidden: bot was blocked by the user" },
    });

    telegram.user(7).types(7, "/start");

    await vi.waitFor(() =>
      expect(bench.commands.gone).toEqual([["7", "403 Forbidden: bot was blocked by the user"]]),
    );
  });
});

describe("a second process with the same token", () => {
  it("is told of in one line, and polling goes on when it has ended", async () => {
    const bench = await started({ clock: hastyClock() });
    telegram.director.fail({
      method: "getUpdates",
      times: 3,
      fault: {
        kind: "error",
        code: 409,
        description:
          "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
      },
    });

    telegram.user(7).types(7, "/start");
    telegram.user(7).types(7, "/help");

    await telegram.until(() => telegram.director.sentCount() === 2);
    await vi.waitFor(() =>
      expect(bench.lines.map(({ message }) => message)).toContain("telegram: updates are received again"),
    );
    expect(warnings(bench)).toEqual([
      "telegram: another process receives this bot's updates; stop it, or use another token. Trying again",
    ]);
    expect(Math.min(...bench.clock.sleeps)).toBeGreaterThanOrEqual(5_000);
  });

  it("wins over the one that polled before", async () => {
    const first = await started({ clock: hastyClock(0) });
    await telegram.until(() => telegram.director.calls("getUpdates").length === 1);

    await started();

    await vi.waitFor(() => expect(warnings(first)[0]).toContain("another process"));
  });
});

describe("faults of the network", () => {
  it("are logged once, waited out longer and longer, and pass", async () => {
    const bench = await started();
    telegram.director.fail({ method: "getUpdates", times: 4, fault: { kind: "reset", isDone: false } });

    telegram.user(7).types(7, "/start");
    await telegram.until(() => telegram.director.sentCount() === 1);
    telegram.user(7).types(7, "/help");
    await telegram.until(() => telegram.director.sentCount() === 2);

    expect(warnings(bench)).toEqual(["telegram: updates cannot be received or stored; trying again"]);
    expect(bench.clock.sleeps).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  it("obey a wait that Telegram names", async () => {
    const bench = await started();
    telegram.director.fail({
      method: "getUpdates",
      fault: { kind: "error", code: 429, description: "", parameters: { retry_after: 17 } },
    });

    telegram.user(7).types(7, "/start");
    await telegram.until(() => telegram.director.sentCount() === 1);
    telegram.user(7).types(7, "/help");
    await telegram.until(() => telegram.director.sentCount() === 2);

    expect(bench.clock.sleeps).toEqual([17_000]);
  });

  it("include a server that does not hold polls: it is not asked without pause", async () => {
    await telegram.close();
    telegram = await startFakeTelegram({ longestPollSeconds: 0 });
    const bench = await started({ clock: hastyClock(0) });

    await vi.waitFor(() => expect(bench.clock.sleeps).toEqual([500]));
    expect(telegram.director.calls("getUpdates")).toHaveLength(1);
  });

  it("include a webhook left over, which is removed", async () => {
    telegram.director.setWebhook("https://old.example/hook");
    const bench = await started();

    telegram.user(7).types(7, "/start");

    await telegram.until(() => telegram.director.sentCount() === 1);
    expect(warnings(bench)).toEqual([
      "telegram: a webhook was set for this bot; it is removed, since updates are polled",
    ]);
  });
});

describe("stopping", () => {
  it("ends a poll that waits, at once, and confirms nothing", async () => {
    const bench = await started();
    await telegram.until(() => telegram.director.calls("getUpdates").length === 1);

    const begunAt = performance.now();
    await bench.platform.stop();

    expect(performance.now() - begunAt).toBeLessThan(1_000);
    expect(telegram.director.calls("getUpdates")).toHaveLength(1);
  });

  it("lets a command under way finish, with its answer", async () => {
    const slow = heldCommand();
    const updates = memoryUpdates();
    const bench = await started({ commands: slow.commands, updates, clock: hastyClock(0) });
    telegram.user(7).types(7, "/slow");
    await vi.waitFor(() => expect(slow.commands.invocations).toHaveLength(1));

    const stopped = bench.platform.stop();
    slow.release();
    await stopped;

    expect(updates.rows.get(500_001)?.isHandled).toBe(true);
    expect(telegram.director.sent(7)).toHaveLength(1);
  });

  it("leaves a command that takes too long to the next start", async () => {
    const slow = heldCommand();
    const updates = memoryUpdates();
    const first = await started({ commands: slow.commands, updates });
    telegram.user(7).types(7, "/slow");
    await vi.waitFor(() => expect(slow.commands.invocations).toHaveLength(1));

    await first.platform.stop();
    slow.release();
    await started({ commands: slow.commands, updates });

    await telegram.until(() => telegram.director.sentCount() === 1);
    await vi.waitFor(() => expect(updates.rows.get(500_001)?.isHandled).toBe(true));
    expect(slow.commands.invocations).toHaveLength(2);
  });
});

/** A command whose answer waits until it is released, once. */
function heldCommand() {
  const held = Promise.withResolvers<void>();
  const commands = notedCommands([specOf("slow"), specOf("quick")], async ({ command }) => {
    if (command === "slow") await held.promise;
    return messageOf(command);
  });
  return { commands, release: held.resolve };
}
