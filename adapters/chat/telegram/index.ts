import { within, type Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import type { ChatAddress } from "../../../src/model/chat.ts";
import type { ChatPlatform } from "../../../src/ports/chat-platform.ts";
import type { ChartRenderer } from "../../../src/ports/chart-renderer.ts";
import type { CommandSet } from "../../../src/ports/command.ts";
import type { FileStore } from "../../../src/ports/file-store.ts";
import type { QuestionStore } from "../../../src/ports/question-store.ts";
import type { UpdateStore } from "../../../src/ports/update-store.ts";
import { answersTo, createNotes } from "./answers-to.ts";
import { createApi } from "./api.ts";
import { createButtons } from "./buttons.ts";
import { handleUpdate } from "./handle.ts";
import type { HandleParts } from "./handle.ts";
import { startLink } from "./deep-link.ts";
import { createIdentity } from "./identity.ts";
import { Intake } from "./intake.ts";
import { isGroupAddress, platformName, rateLimits } from "./limits.ts";
import { createMemory, type KeptLimits } from "./memory.ts";
import { createAdminMenus, publishMenus } from "./menu.ts";
import { createFloodScope } from "./flood.ts";
import { createPace } from "./pace.ts";
import { createPhotos } from "./photos.ts";
import { messageLink } from "./place.ts";
import { createPresses } from "./press.ts";
import { createPressLimit } from "./press-limit.ts";
import { publishProfile } from "./profile.ts";
import { createReceiver } from "./receive.ts";
import { createRedact, createRedactedLog } from "./redact.ts";
import { fitsMessage } from "./render.ts";
import { createRights } from "./rights.ts";
import { createSender } from "./send.ts";
import type { Text } from "./texts.ts";

/** What the Telegram platform needs. */
export interface TelegramOptions {
  /** From @BotFather. It reaches no log, error or outcome. */
  readonly token: string;
  /** `https://api.telegram.org`, or a Bot API server of one's own. */
  readonly apiRoot: string;
  /** Where our HTTP server is reached from outside: updates are then posted there. Null: they are polled. */
  readonly publicUrl: string | null;
  readonly commands: CommandSet;
  /** User ids of the bot's admins: they see the commands that are for them. */
  readonly admins: readonly string[];
  readonly updates: UpdateStore;
  readonly files: FileStore;
  readonly questions: QuestionStore;
  /** Limits go on by it where the process before was. */
  readonly outbox: KeptLimits;
  /** Null: charts are shown in words. */
  readonly charts: ChartRenderer | null;
  /** The adapter's own texts. */
  readonly text: Text;
  /** Languages of its texts, two letters; "en" among them. */
  readonly languages: readonly string[];
  /** Told when the token is refused where people's words are asked for, and when it is accepted again. Absent: nobody is. */
  readonly onToken?: (isAccepted: boolean) => void;
  readonly clock: Clock;
  readonly log: Log;
}

/** How long `stop` waits for commands under way; what is unfinished then is done at the next start. */
const stopGraceMs = 800;

/** Telegram by the Bot API: https://core.telegram.org/bots/api. Nothing is called before `start`, `send` or `edit`. */
export function createTelegram(options: TelegramOptions): ChatPlatform {
  const parts = createParts(options);
  const { api, identity, alertSender, sender, presses, log, handling } = parts;
  const { clock } = options;
  const receiving = new AbortController();
  const note = createNotes(options.updates, log);
  const intake = new Intake({
    updates: options.updates,
    log,
    abandoned: handling.signal,
    async arrive({ callback_query: press }) {
      if (press !== undefined) await presses.arrive(press, handling.signal);
    },
    handle: (update, row) =>
      handleUpdate(
        update,
        { ...parts, sender: answersTo(row, { ...options, note, sender }) },
        handling.signal,
      ),
  });
  const receiver = createReceiver({ ...options, api, log, intake });
  let background: Promise<unknown> = Promise.resolve();

  return {
    name: platformName,
    limits: rateLimits,
    ...(receiver.route === null ? {} : { route: receiver.route }),
    isGroup: isGroupAddress,
    fits: (message) => fitsMessage(message, parts.live),
    messageLink,
    link: (payload) => startLink(identity.username(), payload),
    send: (request, signal) => alertSender.send(request, signal),
    edit: (request, signal) => alertSender.edit(request, signal),
    async start(signal) {
      const ending = AbortSignal.any([signal, receiving.signal]);
      const me = await identity.ask(ending);
      log("info", "telegram: connected", { bot: `@${me.username}` });
      signal.addEventListener("abort", () => receiving.abort(), { once: true });
      await intake.take();
      await receiver.begin(receiving.signal);
      // Menus and words about the bot are a comfort: nobody waits for them to be answered.
      background = publish(parts, options, receiving.signal);
    },
    check: async (signal) => `@${(await identity.ask(signal)).username}`,
    async stop() {
      receiving.abort();
      intake.stop();
      const senders = [alertSender.settled(), sender.settled()];
      const all = [receiver.ended(), background, intake.settled(), ...senders];
      await within(clock, Promise.all(all), { ms: stopGraceMs });
      handling.abort();
    },
  };
}

/** Everything that sending and answering is done with. */
function createParts(options: TelegramOptions) {
  const { commands, clock, questions, text, files, charts } = options;
  const redact = createRedact(options.token);
  const log = createRedactedLog(options.log, redact);
  const api = createApi(options.token, options.apiRoot);
  const { calls } = api;
  const identity = createIdentity(calls, options.token, redact);
  const buttons = createButtons(questions);
  const photos = createPhotos({ charts, files, clock, log, botId: () => String(identity.id()) });
  const live = new Set(commands.specs.map((spec) => spec.name));
  const flood = createFloodScope(clock);
  const memory = createMemory({ ...options, log, flood, pace: createPace(clock) });
  const { pace } = memory;
  const noteWait = (address: ChatAddress, ms: number): void => memory.noteWait(address, ms);
  const sending = { api, clock, photos, buttons, commands: live, log, redact, pace, flood, noteWait };
  const alertSender = createSender(sending, "alerts");
  const sender = createSender(sending, "answers");
  const presses = createPresses({ calls, clock, log, redact });
  const pressLimit = createPressLimit(clock);
  const handling = new AbortController();
  const rights = createRights({ calls, clock, log, botId: identity.id, ending: handling.signal });
  const menus = { calls, specs: commands.specs, admins: options.admins, clock, log };
  const adminMenus = createAdminMenus(menus, handling.signal);
  const { username: botName } = identity;
  const answering = { sender, pace, presses, pressLimit, commands, clock, log };
  const handle: HandleParts = { ...answering, calls, buttons, questions, rights, text, botName, adminMenus };
  return { ...handle, api, alertSender, identity, live, menus, handling };
}

async function publish(
  { api, menus, log }: ReturnType<typeof createParts>,
  { text, languages, clock }: TelegramOptions,
  signal: AbortSignal,
): Promise<void> {
  await publishMenus(menus, signal);
  await publishProfile({ calls: api.calls, text, languages, clock, log }, signal);
}
