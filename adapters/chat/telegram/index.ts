import { GrammyError } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import type { Clock } from "../../../src/clock.ts";
import { DeliveryError } from "../../../src/errors.ts";
import type { Log } from "../../../src/log.ts";
import type { ChatPlatform } from "../../../src/ports/chat-platform.ts";
import type { CommandSet } from "../../../src/ports/command.ts";
import type { UpdateStore } from "../../../src/ports/update-store.ts";
import { callSignal, createApi } from "./api.ts";
import type { TelegramApi } from "./api.ts";
import { handleUpdate } from "./handle.ts";
import { Intake } from "./intake.ts";
import { isGroupAddress, platformName, rateLimits } from "./limits.ts";
import { publishMenus } from "./menu.ts";
import { networkCode } from "./outcome.ts";
import { createAnswerPace } from "./pace.ts";
import { pollUpdates } from "./poll.ts";
import { createPresses } from "./press.ts";
import { createRedact, createRedactedLog } from "./redact.ts";
import type { Redact } from "./redact.ts";
import { createSender } from "./send.ts";

/** What the Telegram platform needs. */
export interface TelegramOptions {
  /** From @BotFather. It reaches no log, error or outcome. */
  readonly token: string;
  /** `https://api.telegram.org`, or a Bot API server of one's own. */
  readonly apiRoot: string;
  readonly commands: CommandSet;
  readonly updates: UpdateStore;
  readonly clock: Clock;
  readonly log: Log;
}

/** How long `stop` waits for commands under way; what is unfinished then is done at the next start. */
const stopGraceMs = 800;

/** Telegram by the Bot API: https://core.telegram.org/bots/api. Nothing is called before `start`, `send` or `edit`. */
export function createTelegram(options: TelegramOptions): ChatPlatform {
  const redact = createRedact(options.token);
  const log = createRedactedLog(options.log, redact);
  const api = createApi(options.token, options.apiRoot);
  const { commands, clock, updates } = options;
  const live = new Set(commands.specs.map((spec) => spec.name));
  const sender = createSender({ calls: api.calls, commands: live, log, redact });
  const receiving = new AbortController();
  const handling = new AbortController();
  let botName = "";
  let polling: Promise<void> = Promise.resolve();
  const pace = createAnswerPace(clock);
  const presses = createPresses({ calls: api.calls, clock, log, redact });
  const parts = { calls: api.calls, sender, pace, presses, commands, clock, log, botName: () => botName };
  const intake = new Intake({
    updates,
    log,
    abandoned: handling.signal,
    async arrive({ callback_query: press }) {
      if (press !== undefined) await presses.arrive(press, handling.signal);
    },
    handle: (update) => handleUpdate(update, parts, handling.signal),
  });

  return {
    name: platformName,
    limits: rateLimits,
    isGroup: isGroupAddress,
    send: (request, signal) => sender.send(request, signal),
    edit: (request, signal) => sender.edit(request, signal),
    async start(signal) {
      const me = await whoAmI(api, redact, AbortSignal.any([signal, receiving.signal]));
      botName = me.username;
      log("info", "telegram: connected", { bot: `@${me.username}` });
      await publishMenus({ calls: api.calls, specs: commands.specs, log }, signal);
      signal.addEventListener("abort", () => receiving.abort(), { once: true });
      await intake.take();
      const { polls } = api;
      polling = pollUpdates(
        { polls, updates, clock, log, onStored: () => intake.take(), hasRoom: () => intake.hasRoom() },
        receiving.signal,
      );
    },
    check: async (signal) => `@${(await whoAmI(api, redact, signal)).username}`,
    async stop() {
      receiving.abort();
      intake.stop();
      const settled = new AbortController();
      const ended = Promise.all([polling, intake.settled()]).then(() => settled.abort());
      await Promise.race([ended, clock.sleep(stopGraceMs, settled.signal)]);
      handling.abort();
    },
  };
}

/** Checks the token. Throws DeliveryError `bad-token` (permanent), or `telegram-unreachable`, which may pass. */
async function whoAmI(api: TelegramApi, redact: Redact, signal: AbortSignal): Promise<UserFromGetMe> {
  try {
    return await api.calls.getMe(callSignal(signal));
  } catch (error) {
    if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)) {
      throw new DeliveryError("Telegram does not accept the token.", {
        code: "bad-token",
        permanent: true,
        hint: "Check TELEGRAM_BOT_TOKEN: @BotFather shows it under /mybots. With a server of your own, check TELEGRAM_API_ROOT.",
      });
    }
    // The error itself is not passed on: the addresses in it hold the token.
    const isAnswer = error instanceof GrammyError;
    const why = isAnswer ? `${error.error_code} ${error.description}` : (networkCode(error) ?? "no answer");
    const seconds = isAnswer ? error.parameters.retry_after : undefined;
    throw new DeliveryError(`Telegram cannot be reached: ${redact(why)}.`, {
      code: "telegram-unreachable",
      retryAfterMs: seconds === undefined ? null : seconds * 1_000,
      hint: "Check the network and TELEGRAM_API_ROOT.",
    });
  }
}
