import { messageOf, TallywireError } from "../errors.ts";
import type { Log } from "../log.ts";
import { addressKey, noRightsPrefix, topicGonePrefix, type Chat, type ChatAddress } from "../model/chat.ts";
import type { ComeBack, CommandSet, CommandSpec, Completion, Invocation, Reply } from "../ports/command.ts";
import {
  isAdmin,
  languageOf,
  openCall,
  placeOf,
  plainReply,
  type Command,
  type CommandCall,
  type CommandContext,
} from "./context.ts";
import { announceCommand } from "./admin/announce.ts";
import { auditCommand } from "./admin/audit.ts";
import { reviewCommand } from "./admin/review/index.ts";
import { statsCommand } from "./admin/stats.ts";
import { cardsFor } from "./cards.ts";
import { chartCommand } from "./chart.ts";
import { exportCommand, forgetCommand, privacyCommand } from "./data.ts";
import { developmentCommand } from "./development.ts";
import { createFollowing, type Following } from "./follow.ts";
import { helpCommand } from "./help.ts";
import { latestCommand } from "./latest.ts";
import { nameLocally } from "./local-names.ts";
import { muteCommand, unmuteCommand } from "./mute.ts";
import { storeForEverybody } from "./open-view.ts";
import { createRate, type Rate } from "../rate.ts";
import { rateRules, type RateName } from "./rate.ts";
import { reportCommand } from "./report.ts";
import { searchCommand } from "./search/index.ts";
import { shareCommand } from "./share.ts";
import { statusCommand } from "./status.ts";
import { totalsCommand } from "./totals.ts";
import { whyCommand } from "./why.ts";
import { whynotCommand } from "./whynot.ts";
import { settingsCommand, thresholdCommand } from "./settings/index.ts";
import { sourcesCommand } from "./sources.ts";
import { startCommand } from "./start.ts";
import { subscribeCommand, unsubscribeCommand } from "./subscribe.ts";
import { createTurns, type Turns } from "./turns.ts";
import { spokenIn } from "./spoken.ts";

/** Platforms show no more suggestions at once. */
const maxSuggestions = 25;

/** Every command, for every platform. `log` hears of calls that failed through no fault of the person. */
export function createCommands(context: CommandContext, log: Log): CommandSet {
  const turns = createTurns();
  const following = createFollowing(context, { turns, log });
  const commands = everyCommandButHelp(context, following);
  let specs: CommandSet["specs"] = [];
  commands.push(helpCommand(context, () => specs));
  specs = commands.map(({ spec }) => nameLocally(context, spec));
  const typing = createRate(context.clock, rateRules.typing);
  const open = { ...context, store: storeForEverybody(context.store) };
  const run = { context, open, commands, log, rates: createRates(context.clock), turns };
  return {
    specs,
    run: (invocation) => runCommand({ ...run, invocation }),
    complete: (completion) => completeOption(run, completion),
    async cards(query, user) {
      // Nobody types faster than this: there is nothing to be said to who asks so.
      if (typing.take(`${user.platform}:${user.id}`) > 0) return [];
      return cardsFor(open, query, user).catch((error: unknown) => {
        log("error", "Cards could not be made.", { error: messageOf(error) });
        return [];
      });
    },
    start: () => following.trials.start(),
    stop: () => following.trials.stop(),
    async languageAt(address) {
      const chat = await context.store.chats.find(address).catch(() => null);
      return chat?.state === "active" ? chat.subscription.language : null;
    },
    async chatMoved(from, to) {
      await context.store.chats.move(from, to, context.clock.now());
      context.poke();
    },
    async chatGone(address, reason) {
      const why = address.thread === null ? reason : `${topicGonePrefix}${reason}`;
      for (const { id, state } of await chatsAt(context, address)) {
        if (state === "active") await context.store.chats.markGone(id, why, context.clock.now());
      }
    },
    chatBack: (address, how = {}) => bringBack(context, address, how),
  };
}

/** Every command but /help, which names them. */
function everyCommandButHelp(context: CommandContext, { follow, unfollow }: Following): Command[] {
  const development = developmentCommand(context);
  return [
    startCommand(context, (call) => development.run(call)),
    subscribeCommand(context),
    unsubscribeCommand(context),
    settingsCommand(context),
    thresholdCommand(context),
    follow,
    unfollow,
    muteCommand(context),
    unmuteCommand(context),
    latestCommand(context),
    totalsCommand(context),
    chartCommand(context),
    searchCommand(context),
    development,
    whyCommand(context),
    whynotCommand(context),
    sourcesCommand(context),
    statusCommand(context),
    shareCommand(context),
    reportCommand(context),
    privacyCommand(context),
    exportCommand(context),
    forgetCommand(context),
    reviewCommand(context),
    announceCommand(context),
    statsCommand(context),
    auditCommand(context),
  ];
}

/** A topic, or a chat with all its topics. */
async function chatsAt({ store }: CommandContext, address: ChatAddress): Promise<readonly Chat[]> {
  if (address.thread === null) return store.chats.ofChannel(address.platform, address.channel);
  const chat = await store.chats.find(address);
  return chat === null ? [] : [chat];
}

/** What was gone is told as before; where the bot was there all the time, only what rests for want of rights, and only once it has them. */
async function bringBack(context: CommandContext, address: ChatAddress, how: ComeBack): Promise<void> {
  const { isOneTopic = false, mayWrite } = how;
  for (const chat of await chatsAt(context, address)) {
    if (isOneTopic && chat.address.thread !== address.thread) continue;
    if (chat.state !== "gone" || chat.reason?.startsWith(topicGonePrefix) === true) continue;
    if (mayWrite !== undefined && !(chat.reason?.startsWith(noRightsPrefix) === true && (await mayWrite())))
      continue;
    await context.store.chats.subscribe(chat.address, chat.subscription, context.clock.now());
  }
}

interface Around {
  readonly context: CommandContext;
  /** The context of who is no admin of the bot. */
  readonly open: CommandContext;
  readonly commands: readonly Command[];
  readonly log: Log;
  readonly rates: Readonly<Record<RateName, Rate>>;
  readonly turns: Turns;
}

interface Run extends Around {
  readonly invocation: Invocation;
}

async function runCommand({ invocation: given, ...around }: Run): Promise<Reply> {
  const { context, commands, log } = around;
  const command = commands.find(({ spec }) => spec.name === given.command);
  const invocation = { ...given, subcommand: subcommandOf(command?.spec, given.subcommand) };
  const fail = (call: CommandCall, error: unknown): Reply => {
    log("error", "A command failed.", {
      command: invocation.command,
      place: placeOf(invocation),
      error: messageOf(error),
    });
    return plainReply(call, call.text("command-failed"));
  };
  const seen = isAdmin(context, invocation.user) ? context : around.open;
  const call = await openCall(seen, invocation, command?.spec ?? null).catch((error: unknown) => ({
    error,
  }));
  if ("error" in call) return fail(closedCall(context, invocation), call.error);
  if (command === undefined) return plainReply(call, call.text("command-unknown"));
  try {
    const refusal = (await refusalFor(command, call)) ?? waitFor(command, call, around.rates);
    return refusal ?? (await runInTurn(command, call, around));
  } catch (error) {
    if (!(error instanceof TallywireError) || !error.permanent) return fail(call, error);
    return plainReply(call, error.message, error.hint === null ? [] : [error.hint]);
  }
}

/** A command with subcommands that is called without one means the first. */
function subcommandOf(spec: CommandSpec | undefined, name: string | null): string | null {
  const known = spec?.subcommands.find((part) => part.name === name) ?? spec?.subcommands[0];
  return known?.name ?? null;
}

/** What changes a chat happens one after the other there, each on what the one before left. */
async function runInTurn(command: Command, call: CommandCall, { context, turns }: Around): Promise<Reply> {
  if (accessOf(command.spec, call.invocation) !== "chat-admin") return command.run(call);
  return turns.take(addressKey(call.place), async () =>
    command.run({ ...call, chat: await context.store.chats.find(call.place) }),
  );
}

/** Who may: the subcommand's word goes before the command's. */
function accessOf({ access, subcommands }: CommandSpec, { subcommand }: Invocation): CommandSpec["access"] {
  return subcommands.find(({ name }) => name === subcommand)?.access ?? access;
}

/** Rights are looked at when a command is used, at the chat that it is about, for buttons too. Null: allowed. */
async function refusalFor({ spec }: Command, call: CommandCall): Promise<Reply | null> {
  const { invocation, elsewhere, place } = call;
  const { user, subcommand } = invocation;
  const access = accessOf(spec, invocation);
  if (access === "admin" && !isAdmin(call.context, user)) return plainReply(call, call.text("refused-admin"));
  const part = spec.subcommands.find(({ name }) => name === subcommand) ?? spec;
  if (call.isUnseen) return plainReply(call, call.text("where-unknown"));
  if (access === "chat-admin") {
    const may = await (elsewhere === null ? user.isChatAdmin() : user.isChatAdmin(place));
    if (may === null) return plainReply(call, call.text("refused-rights-unknown"));
    if (!may)
      return plainReply(call, call.text(elsewhere === null ? "refused-chat-admin" : "refused-other-chat"));
  }
  return refusalOfOptions(part, call);
}

function refusalOfOptions({ options: known }: Pick<CommandSpec, "options">, call: CommandCall): Reply | null {
  const { options } = call.invocation;
  // Where another chat can be named, words move between options: there the command itself reads them.
  const takesPlace = known.some(({ kind }) => kind === "chat");
  for (const option of known) {
    const value = options[option.name];
    if (value === undefined && option.isRequired)
      return plainReply(call, call.text("option-missing", { name: option.name }));
    const values = option.choices?.map((choice) => choice.value) ?? null;
    if (value !== undefined && values !== null && !takesPlace && !values.includes(value))
      return plainReply(call, call.text("option-unknown", { name: option.name, values: values.join(", ") }));
  }
  return null;
}

function createRates(clock: CommandContext["clock"]): Around["rates"] {
  return { costly: createRate(clock, rateRules.costly) };
}

/** A polite word for one who asks for such things faster than they can be had. Null: go on. */
function waitFor({ limit }: Command, call: CommandCall, rates: Around["rates"]): Reply | null {
  if (limit === undefined) return null;
  const { platform, id } = call.invocation.user;
  const waitMs = rates[limit].take(`${platform}:${id}`);
  if (waitMs === 0) return null;
  return plainReply(call, call.text("rate-wait", { seconds: Math.ceil(waitMs / 1_000) }));
}

async function completeOption(
  { context, commands, log }: Around,
  completion: Completion,
): ReturnType<CommandSet["complete"]> {
  const command = commands.find(({ spec }) => spec.name === completion.command);
  const language = languageOf(context, [completion.user.language]);
  const text: CommandCall["text"] = (key, args) => context.translate(language, key, args);
  try {
    const suggestions = (await command?.complete?.({ context, completion, language, text })) ?? [];
    return suggestions.slice(0, maxSuggestions);
  } catch (error) {
    log("error", "Suggestions could not be made.", { command: completion.command, error: messageOf(error) });
    return [];
  }
}

/** A call for answers when the store itself cannot be asked. */
function closedCall(context: CommandContext, invocation: Invocation): CommandCall {
  const language = languageOf(context, [invocation.user.language]);
  return {
    invocation,
    context,
    place: invocation.address,
    elsewhere: null,
    isUnseen: false,
    chat: null,
    ...spokenIn(context, language),
    openLanguage: language,
    timeZone: context.defaults.timeZone,
    words: [],
  };
}
