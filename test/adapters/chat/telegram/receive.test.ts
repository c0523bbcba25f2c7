import { describe, expect, it, vi } from "vitest";
import {
  hastyClock,
  heldCommand,
  messageOf,
  notedCommands,
  specOf,
  useTelegram,
  warningsOf,
} from "./support.ts";
import { memoryUpdates } from "./memory.ts";

const stage = useTelegram();

describe("updates", () => {
  it("are stored before Telegram is told that they came", async () => {
    const updates = memoryUpdates();
    const bench = await stage.started({ updates });
    const user = stage.telegram.user(7);

    user.types(7, "/start");
    await stage.telegram.until(() => stage.telegram.director.sentCount() === 1);
    await vi.waitFor(() => expect(stage.telegram.director.counts().waitingUpdates).toBe(0));

    expect([...updates.rows.keys()]).toEqual([500_001]);
    expect(stage.telegram.director.offsets()).toEqual([0, 500_002]);
    expect(bench.commands.invocations).toHaveLength(1);
  });

  it("are asked for again when they cannot be stored, and none is lost", async () => {
    const updates = memoryUpdates();
    let isFull = true;
    updates.beforeWrite = (operation) => {
      if (isFull && operation === "save") throw new Error("disk full");
    };
    const bench = await stage.started({ updates, clock: hastyClock(0) });
    stage.telegram.user(7).types(7, "/start");
    await vi.waitFor(() => expect(warningsOf(bench)).toHaveLength(1));
    expect(stage.telegram.director.counts().waitingUpdates).toBe(1);
    isFull = false;

    bench.clock.wake();

    await stage.telegram.until(() => stage.telegram.director.sentCount() === 1);
    expect(bench.commands.invocations).toHaveLength(1);
  });

  it("are handled once across a restart, also those that came in between", async () => {
    const updates = memoryUpdates();
    const first = await stage.started({ updates });
    const user = stage.telegram.user(7);
    user.types(7, "/start");
    await vi.waitFor(() => expect(updates.rows.get(500_001)?.isHandled).toBe(true));
    await first.platform.stop();
    user.types(7, "/help");

    const second = await stage.started({ updates });

    await stage.telegram.until(() => stage.telegram.director.sentCount() === 2);
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

    const bench = await stage.started({ updates });

    await vi.waitFor(() => expect(updates.rows.get(500_001)?.isHandled).toBe(true));
    expect(bench.commands.invocations).toHaveLength(1);
  });

  it("are handled once although they cannot be marked, and marked when that works again", async () => {
    const updates = memoryUpdates();
    let isFull = true;
    updates.beforeWrite = (operation) => {
      if (isFull && operation === "mark") throw new Error("disk full");
    };
    const bench = await stage.started({ updates });
    const user = stage.telegram.user(7);
    user.types(7, "/start");
    await stage.telegram.until(() => stage.telegram.director.sentCount() === 1);
    isFull = false;
    user.types(7, "/help");
    await stage.telegram.until(() => stage.telegram.director.sentCount() === 2);

    await vi.waitFor(() => expect([...updates.rows.values()].every(({ isHandled }) => isHandled)).toBe(true));
    expect(bench.commands.invocations.map(({ command }) => command)).toEqual(["start", "help"]);
  });

  it("whose answer a kill left open are answered once more, as what may be a repeat", async () => {
    const updates = memoryUpdates();
    updates.beforeWrite = (operation) => {
      if (operation === "mark") throw new Error("killed before it");
    };
    const first = await stage.started({ updates });
    stage.telegram.user(7).types(7, "/start");
    await stage.telegram.until(() => stage.telegram.director.sentCount() === 1);
    await first.platform.stop();
    updates.beforeWrite = () => undefined;

    await stage.started({ updates });

    await stage.telegram.until(() => stage.telegram.director.sentCount() === 2);
    const [answer, again] = stage.telegram.director.sent(7);
    expect(answer?.text).not.toContain("repeat");
    expect(again?.text).toContain("This message may be a repeat");
    await vi.waitFor(() => expect(updates.rows.get(500_001)?.isHandled).toBe(true));
  });

  it("of one chat are handled in their order, those of others meanwhile", async () => {
    const slow = heldCommand();
    await stage.started({ commands: slow.commands });

    stage.telegram.user(7).types(7, "/slow");
    stage.telegram.user(7).types(7, "/quick");
    stage.telegram.user(8).types(8, "/quick");
    await stage.telegram.until(() => stage.telegram.director.sent(8).length === 1);
    expect(stage.telegram.director.sent(7)).toEqual([]);
    slow.release();

    await stage.telegram.until(() => stage.telegram.director.sent(7).length === 2);
    expect(stage.telegram.director.sent(7).map(({ text }) => text)).toEqual(["slow", "quick"]);
  });

  it("that waited by the hundred are all handled", async () => {
    const user = stage.telegram.user(7);
    for (let count = 0; count < 300; count += 1)
      stage.telegram.user(1_000 + count).types(1_000 + count, "/start");

    const bench = await stage.started();
    user.types(7, "/help");

    await stage.telegram.until(() => stage.telegram.director.sentCount() === 301);
    expect(bench.commands.invocations).toHaveLength(301);
  });

  it("whose ids begin anew lower down are taken as well", async () => {
    const bench = await stage.started();
    stage.telegram.user(7).types(7, "/start");
    await stage.telegram.until(() => stage.telegram.director.sentCount() === 1);
    await vi.waitFor(() => expect(stage.telegram.director.counts().waitingUpdates).toBe(0));
    stage.telegram.director.jumpUpdates(100);

    stage.telegram.user(7).types(7, "/help");

    await stage.telegram.until(() => stage.telegram.director.sentCount() === 2);
    expect(bench.commands.invocations).toHaveLength(2);
    await vi.waitFor(() => expect(stage.telegram.director.offsets().at(-1)).toBe(101));
  });

  it("of another server, whose ids begin anew as the first one's did, are handled while the program runs on", async () => {
    const updates = memoryUpdates();
    const bench = await stage.started({ updates });
    stage.telegram.user(7).types(7, "/start");
    await vi.waitFor(() => expect(updates.rows.get(500_001)?.isHandled).toBe(true));
    await vi.waitFor(() => expect(stage.telegram.director.counts().waitingUpdates).toBe(0));
    stage.telegram.director.jumpUpdates(500_001);

    stage.telegram.user(7).types(7, "/help");

    await stage.telegram.until(() => stage.telegram.director.sentCount() === 2);
    expect(bench.commands.invocations.map(({ command }) => command)).toEqual(["start", "help"]);
  });

  it("that bring an unexpected fault are logged and left behind", async () => {
    const commands = notedCommands([specOf("bad"), specOf("good")], async ({ command }) => {
      if (command === "bad") throw new Error("no answer");
      return messageOf(command);
    });
    const bench = await stage.started({ commands });

    stage.telegram.user(7).types(7, "/bad");
    stage.telegram.user(7).types(7, "/good");

    await stage.telegram.until(() => stage.telegram.director.sentCount() === 1);
    expect(bench.lines.filter(({ level }) => level === "error").map(({ message }) => message)).toEqual([
      "telegram: an update could not be handled",
    ]);
  });
});

describe("stopping", () => {
  it("ends a poll that waits, at once, and confirms nothing", async () => {
    const bench = await stage.started();
    await stage.telegram.until(() => stage.telegram.director.calls("getUpdates").length === 1);

    const begunAt = performance.now();
    await bench.platform.stop();

    expect(performance.now() - begunAt).toBeLessThan(1_000);
    expect(stage.telegram.director.calls("getUpdates")).toHaveLength(1);
  });

  it("lets a command under way finish, with its answer", async () => {
    const slow = heldCommand();
    const updates = memoryUpdates();
    const bench = await stage.started({ commands: slow.commands, updates, clock: hastyClock(0) });
    stage.telegram.user(7).types(7, "/slow");
    await vi.waitFor(() => expect(slow.commands.invocations).toHaveLength(1));

    const stopped = bench.platform.stop();
    slow.release();
    await stopped;

    expect(updates.rows.get(500_001)?.isHandled).toBe(true);
    expect(stage.telegram.director.sent(7)).toHaveLength(1);
  });

  it("leaves a command that takes too long to the next start", async () => {
    const slow = heldCommand();
    const updates = memoryUpdates();
    const first = await stage.started({ commands: slow.commands, updates });
    stage.telegram.user(7).types(7, "/slow");
    await vi.waitFor(() => expect(slow.commands.invocations).toHaveLength(1));

    await first.platform.stop();
    slow.release();
    await stage.started({ commands: slow.commands, updates });

    await stage.telegram.until(() => stage.telegram.director.sentCount() === 1);
    await vi.waitFor(() => expect(updates.rows.get(500_001)?.isHandled).toBe(true));
    expect(slow.commands.invocations).toHaveLength(2);
    expect(stage.telegram.director.sent(7)[0]?.text).not.toContain("repeat");
  });
});
