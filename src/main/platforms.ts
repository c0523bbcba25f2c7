import { createConsole } from "../../adapters/chat/console/index.ts";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import { textLanguages, textsOf } from "../languages/texts.ts";
import type { Log } from "../log.ts";
import type { ChartRenderer } from "../ports/chart-renderer.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";
import type { CommandSet } from "../ports/command.ts";
import type { Store } from "../ports/store.ts";
import { rightsHint } from "./rights-hint.ts";

export interface PlatformOptions {
  readonly config: Config;
  readonly commands: CommandSet;
  readonly store: Pick<Store, "updates" | "files" | "questions" | "chats" | "outbox">;
  /** The machine's clock: deadlines and pace are the platform's. */
  readonly clock: Clock;
  readonly log: Log;
  /** Null: no console chat. */
  readonly write: ((text: string) => void) | null;
  /** Null: charts are told in words. */
  readonly charts: ChartRenderer | null;
  /** Told when a platform refuses the bot's token, and when it accepts it again. Absent: nobody is. */
  readonly onToken?: (platform: string, isAccepted: boolean) => void;
}

/** The chat platforms that the configuration asks for. An SDK is loaded only when its token is set: it costs memory and start-up time. */
export async function createPlatforms(options: PlatformOptions): Promise<readonly ChatPlatform[]> {
  const { config, commands, store, clock, log, write } = options;
  const platforms: ChatPlatform[] = write === null ? [] : [createConsole(write)];
  if (config.TELEGRAM_BOT_TOKEN !== undefined) {
    const { createTelegram } = await import("../../adapters/chat/telegram/index.ts");
    platforms.push(
      createTelegram({
        token: config.TELEGRAM_BOT_TOKEN,
        apiRoot: config.TELEGRAM_API_ROOT,
        publicUrl: config.PUBLIC_URL ?? null,
        commands,
        admins: config.TELEGRAM_ADMIN_IDS,
        ...store,
        charts: options.charts,
        text: (language, key, values) =>
          textsOf(language?.split("-")[0] ?? config.DEFAULT_LANGUAGE).text(key, values),
        languages: textLanguages,
        onToken: (isAccepted) => options.onToken?.("telegram", isAccepted),
        clock,
        log,
      }),
    );
  }
  if (config.DISCORD_BOT_TOKEN !== undefined) {
    const { createDiscord } = await import("../../adapters/chat/discord/index.ts");
    platforms.push(
      createDiscord({
        token: config.DISCORD_BOT_TOKEN,
        apiRoot: config.DISCORD_API_ROOT,
        commands,
        clock,
        log,
        charts: options.charts,
        outbox: store.outbox,
        wordHint: (lost) => rightsHint(lost, store),
      }),
    );
  }
  return platforms;
}
