import { describe, expect, it } from "vitest";
import { createNotes } from "../../../../adapters/chat/telegram/answers-to.ts";

describe("updates that are about to be answered", () => {
  it("are written down at once, all of one turn of the event loop", async () => {
    const writes: (readonly number[])[] = [];
    const note = createNotes({ noteAnswering: async (_platform, ids) => void writes.push(ids) }, () => {});

    await Promise.all([note(1), note(2), note(3)]);
    await note(4);

    expect(writes).toEqual([[1, 2, 3], [4]]);
  });

  it("are answered although they cannot be written down, and the log says why", async () => {
    const told: unknown[] = [];
    const updates = { noteAnswering: () => Promise.reject(new Error("disk full")) };
    const note = createNotes(updates, (level, _text, fields) => void told.push([level, fields]));

    await note(1);

    expect(told).toEqual([["warn", { why: "disk full" }]]);
  });
});
