import { within } from "../clock.ts";
import { messageOf } from "../errors.ts";
import type { Log } from "../log.ts";
import { addressKey, type ChatAddress } from "../model/chat.ts";
import type { Source } from "../model/source.ts";
import type { CommandSpec, Invocation, Reply } from "../ports/command.ts";
import type { OpenTrial } from "../ports/trial-store.ts";
import type { SourceTrial } from "./admin/abilities.ts";
import { openCall, plainReply, type CommandCall, type CommandContext } from "./context.ts";
import { decideWish } from "./follow-outcome.ts";
import { unfollowAction } from "./own-sources.ts";
import type { Turns } from "./turns.ts";

/** Who asks sees what came of it in the same answer when it is read within so long; nothing else of the chat is kept waiting for longer. */
const patienceMs = 1_000;
/** Reading has a deadline of its own, which is shorter: this one is for what does not keep to it. */
const longestReadMs = 120_000;
/** As many processes begin to read one source: what ends each of them is not read once more. */
const mostBegun = 3;

/** What is kept of a call, so that a later process can go on with it. */
interface Asker extends Pick<Invocation, "address" | "chatTitle" | "isDirect" | "target"> {
  readonly user: Pick<Invocation["user"], "platform" | "id" | "name" | "language">;
  /** Where what comes of it is told; null: in the chat that it is for, wherever that has moved by then. */
  readonly tellAt: ChatAddress | null;
}

/** What trials work with. `spec`: of the command that asks. */
export interface TrialParts {
  readonly spec: CommandSpec;
  readonly context: CommandContext;
  readonly turns: Turns;
  readonly log: Log;
}

/** Reads the sources that chats wish for, one wish at a time for each chat and address. */
export class Trials {
  readonly #parts: TrialParts;
  readonly #telling = new Set<Promise<void>>();
  #isStopped = false;

  constructor(parts: TrialParts) {
    this.#parts = parts;
  }

  /**
   * Begins to read; called in the chat's turn. The answer is what came of it or, where that takes longer than a moment, that it is being read: what comes
   * of it is then a notice, and a restart takes it up again.
   */
  async read(call: CommandCall, source: Source): Promise<Reply> {
    const { context } = this.#parts;
    const { clock, store } = context;
    const asker = JSON.stringify(await askerOf(call));
    const asked = { source, asker, askedAt: clock.now(), begun: 1 };
    if (!(await store.trials.begin(asked))) return readingReply(call, source);
    const reading = readOnce(context, source);
    const trial = await within(clock, reading, { ms: patienceMs });
    if (trial === null) {
      void this.#goOn(call, asked, reading);
      return readingReply(call, source);
    }
    const reply = await decideWish(call, source, trial);
    await store.trials.end(source.id);
    return reply;
  }

  /** Takes up what an earlier process left, in the background. */
  start(): void {
    this.#resumeAll().catch((error: unknown) => {
      if (this.#isStopped) return;
      const why = { error: messageOf(error) };
      this.#parts.log("error", "Chats' sources could not be read on after a restart.", why);
    });
  }

  /** Tells nothing more: what is being read is left to the next process. Resolves when nothing is being told. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.allSettled(this.#telling);
  }

  async #resumeAll(): Promise<void> {
    const { context, spec } = this.#parts;
    const { trials } = context.store;
    for (const asked of await trials.list()) {
      if (this.#isStopped) return;
      if (!(await trials.beginAgain(asked.source.id))) continue;
      const call = await openCall(context, invocationOf(askerIn(asked), asked.source.url), spec);
      const isGivenUp = asked.begun >= mostBegun;
      const reading = isGivenUp ? Promise.resolve(unread("timeout")) : readOnce(context, asked.source);
      await this.#goOn(call, asked, reading);
    }
  }

  async #goOn(call: CommandCall, asked: OpenTrial, reading: Promise<SourceTrial>): Promise<void> {
    const { turns, log } = this.#parts;
    const trial = await reading;
    if (this.#isStopped) return;
    const told = turns.take(addressKey(call.place), () => this.#tell(call, asked, trial));
    this.#telling.add(told);
    await told
      .catch((error: unknown) => {
        // It stays where it is, for the next process.
        log("error", "What came of a chat's source could not be told.", { error: messageOf(error) });
      })
      .finally(() => this.#telling.delete(told));
  }

  /** Decides in the chat's turn and tells it there. What was withdrawn or forgotten meanwhile comes to nothing. */
  async #tell(call: CommandCall, { source, askedAt }: OpenTrial, trial: SourceTrial): Promise<void> {
    const { context } = this.#parts;
    const { store, clock } = context;
    const asked = await find(context, source);
    if (this.#isStopped || asked === null) return;
    const { message } = await decideWish(call, asked.source, trial);
    const { tellAt, isDirect } = askerIn(asked);
    const to = tellAt === null ? { chatId: asked.source.ownerChat ?? 0 } : { address: tellAt };
    const key = `trial:${source.id}:${askedAt}`;
    const now = clock.now();
    const notice = { to, key, message, isLoud: isDirect, forSubscribers: false, dueAt: now };
    await store.outbox.addNotice(notice, now);
    await store.trials.end(source.id);
    context.poke();
  }
}

/** Null: it is not wanted any more. Read anew: its chat may have moved into another. */
async function find({ store }: CommandContext, { id }: Source): Promise<OpenTrial | null> {
  return (await store.trials.list()).find(({ source }) => source.id === id) ?? null;
}

/** Never rejects, and ends at the latest after `longestReadMs`, whatever reading does. */
async function readOnce({ trySource, clock }: CommandContext, source: Source): Promise<SourceTrial> {
  if (trySource === undefined) return unread("internal");
  try {
    return (await within(clock, trySource(source), { ms: longestReadMs })) ?? unread("timeout");
  } catch {
    return unread("internal");
  }
}

function unread(code: string): SourceTrial {
  const nothing = { reports: [], alerts: [], title: null, usualGapMs: null, movedTo: null };
  return { ...nothing, fault: { code, text: "It could not be read." }, intervalMs: 0 };
}

function readingReply(call: CommandCall, source: Source): Reply {
  const title = call.text("follow-reading", { name: source.name });
  const { message } = plainReply(call, title, [call.text("follow-reading-about")]);
  return { isPrivate: true, message: { ...message, actions: [unfollowAction(call, source)] } };
}

/** Told where it was asked; where the bot may not write there, in the chat that it is for. */
async function askerOf(call: CommandCall): Promise<Asker> {
  const { invocation } = call;
  const { address, chatTitle, isDirect, target, user } = invocation;
  const isElsewhere = call.elsewhere !== null && !isDirect;
  const missing = isElsewhere ? await invocation.missingRights(address) : [];
  const isShut = missing.includes("see") || missing.includes("send");
  const { platform, id, name, language } = user;
  return {
    address,
    chatTitle,
    isDirect,
    target,
    user: { platform, id, name, language },
    tellAt: call.elsewhere === null || isShut ? null : address,
  };
}

const askerIn = ({ asker }: OpenTrial): Asker => JSON.parse(asker) as Asker;

/** The call as it was made. Rights were looked at then. */
function invocationOf({ address, chatTitle, isDirect, target, user }: Asker, url: string): Invocation {
  return {
    command: "follow",
    subcommand: null,
    options: { url },
    address,
    chatTitle,
    isDirect,
    target,
    about: null,
    user: { ...user, isChatAdmin: () => Promise.resolve(false) },
    missingRights: () => Promise.resolve([]),
  };
}
