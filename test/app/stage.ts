import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { App } from "../../src/main/app.ts";
import { startFakeTelegram, type FakeTelegram } from "../fakes/telegram/index.ts";
import { startFakeWeb, type FakeWeb } from "../fakes/web/server.ts";

/** What stands around the whole program in a test: a folder of its own, a Telegram and a web. */
export interface Stage {
  readonly folder: string;
  readonly telegram: FakeTelegram;
  readonly web: FakeWeb;
  /** The program that is stopped when the test ends. */
  app: App | null;
}

/** Makes a stage for each test of the file that calls it. The object is the same for all; what it holds is new. */
export function onStage(): Stage {
  const stage = { app: null } as unknown as { -readonly [Key in keyof Stage]: Stage[Key] };
  beforeEach(async () => {
    stage.folder = mkdtempSync(join(tmpdir(), "tallywire-app-"));
    stage.telegram = await startFakeTelegram();
    stage.web = await startFakeWeb();
  });
  afterEach(async () => {
    await stage.app?.stop();
    stage.app = null;
    await stage.telegram.close();
    await stage.web.close();
    rmSync(stage.folder, { recursive: true, force: true });
  });
  return stage;
}

/** The first message in a chat that holds the words, once it is there. */
export const readIn = ({ telegram }: Stage, chat: number, words: string) =>
  telegram.until(() => telegram.director.sent(chat).find(({ text }) => text.includes(words)));
