import { describe, expect, it } from "vitest";
import type { OpenQuestion } from "../../../src/ports/question-store.ts";
import { noon } from "./documents.ts";
import type { Scene } from "./scene.ts";

const question = (change: Partial<OpenQuestion> = {}): OpenQuestion => ({
  platform: "telegram",
  channel: "-100500",
  messageId: "12",
  userId: "7",
  body: "report:d1",
  expiresAt: noon + 1_000,
  ...change,
});

/** What is kept for the platforms: files, buttons, open questions. */
export function describeKept(scene: Scene): void {
  describe("files", () => {
    it("are found by platform and key, under the id that was saved last", async () => {
      const { files } = scene.store;
      await files.save("telegram", "chart", "file-1", noon);
      await files.save("telegram", "chart", "file-2", noon + 1);

      expect(await files.find("telegram", "chart")).toBe("file-2");
      expect(await files.find("discord", "chart")).toBeNull();
      expect(await files.find("telegram", "other")).toBeNull();
    });
  });

  describe("buttons", () => {
    it("stand for what was kept first under their key", async () => {
      const { questions } = scene.store;
      await questions.saveButton("telegram", "key", "first");
      await questions.saveButton("telegram", "key", "second");

      expect(await questions.button("telegram", "key")).toBe("first");
      expect(await questions.button("telegram", "unknown")).toBeNull();
    });
  });

  describe("questions", () => {
    it("wait for one person in one chat, the newest first", async () => {
      const { questions } = scene.store;
      await questions.open(question(), noon);
      await questions.open(question({ messageId: "13" }), noon + 1);
      await questions.open(question({ messageId: "14", userId: "8" }), noon + 2);
      await questions.open(question({ channel: "7" }), noon + 3);

      const waiting = await questions.waiting(question(), noon + 4);

      expect(waiting).toEqual([question({ messageId: "13" }), question()]);
    });

    it("are found by the message that asks, whoever is asked", async () => {
      const { questions } = scene.store;
      await questions.open(question(), noon);
      await questions.open(question({ messageId: "13", userId: "8" }), noon);
      const { platform, channel } = question();

      const found = await questions.askedBy({ platform, channel, messageId: "13" }, noon);

      expect(found).toEqual(question({ messageId: "13", userId: "8" }));
      expect(await questions.askedBy({ platform, channel, messageId: "14" }, noon)).toBeNull();
      expect(await questions.askedBy({ platform, channel, messageId: "13" }, noon + 1_000)).toBeNull();
    });

    it("are closed once", async () => {
      const { questions } = scene.store;
      await questions.open(question(), noon);

      expect(await questions.close(question())).toBe(true);
      expect(await questions.close(question())).toBe(false);
      expect(await questions.waiting(question(), noon)).toEqual([]);
    });

    it("wait no longer than they were meant to", async () => {
      const { questions } = scene.store;
      await questions.open(question(), noon);

      expect(await questions.waiting(question(), noon + 1_000)).toEqual([]);
      await questions.open(question({ messageId: "13" }), noon + 1_000);
      expect(await questions.close(question())).toBe(false);
    });
  });
}
