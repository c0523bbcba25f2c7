import { messageOf, TallywireError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { CommandSet, Invocation, Reply } from "../ports/command.ts";
import {
  isAdmin,
  openCall,
  placeOf,
  plainReply,
  type Command,
  type CommandCall,
  type CommandContext,
} from "./context.ts";
import { developmentCommand } from "./development.ts";
import { helpCommand } from "./help.ts";
import { latestCommand } from "./latest.ts";
import { sourcesCommand } from "./sources.ts";
import { startCommand } from "./start.ts";
import { subscribeCommand, unsubscribeCommand } from "./subscribe.ts";

/** Every command, for every platform. `log` hears of calls that failed through no fault of the person. */
export function createCommands(context: CommandContext, log: Log): CommandSet {
  const commands: Command[] = [
    startCommand(context),
    subscribeCommand(context),
    unsubscribeCommand(context),
    latestCommand(context),
    sourcesCommand(context),
    developmentCommand(context),
  ];
  const specs = (): CommandSet["specs"] => commands.map(({ spec }) => spec);
  commands.push(helpCommand(context, specs));
  return {
    specs: specs(),
    run: (invocation) => runCommand({ context, commands, invocation, log }),
    complete: () => Promise.resolve([]),
    cards: () => Promise.resolve([]),
    async chatMoved(from, to) {
      await context.store.chats.move(from, to, context.clock.now());
      context.poke();
    },
    async chatGone(address, reason) {
      const chat = await context.store.chats.find(address);
      if (chat !== null && chat.state === "active")
        await context.store.chats.markGone(chat.id, reason, context.clock.now());
    },
  };
}

interface Run {
  readonly context: CommandContext;
  readonly commands: readonly Command[];
  readonly invocation: Invocation;
  readonly log: Log;
}

async function runCommand({ context, commands, invocation, log }: Run): Promise<Reply> {
  const fail = (call: CommandCall, error: unknown): Reply => {
    log("error", "A command failed.", {
      command: invocation.command,
      place: placeOf(invocation),
      error: messageOf(error),
    });
    return plainReply(call, call.text("command-failed"));
  };
  const call = await openCall(context, invocation).catch((error: unknown) => ({ error }));
  if ("error" in call) return fail(closedCall(context, invocation), call.error);
  const command = commands.find(({ spec }) => spec.name === invocation.command);
  if (command === undefined) return plainReply(call, call.text("command-unknown"));
  try {
    const refusal = await refusalFor(command, call);
    return refusal ?? (await command.run(call));
  } catch (error) {
    if (!(error instanceof TallywireError) || !error.permanent) return fail(call, error);
    return plainReply(call, error.message, error.hint === null ? [] : [error.hint]);
  }
}

/** Rights are looked at when a command is used, for buttons too. Null: allowed. */
async function refusalFor({ spec }: Command, call: CommandCall): Promise<Reply | null> {
  const { user, options, subcommand } = call.invocation;
  if (spec.access === "admin" && !isAdmin(call.context, user))
    return plainReply(call, call.text("refused-admin"));
  if (spec.access === "chat-admin" && !(await user.isChatAdmin()))
    return plainReply(call, call.text("refused-chat-admin"));
  const part = spec.subcommands.find(({ name }) => name === subcommand);
  if (spec.subcommands.length > 0 && part === undefined) {
    return plainReply(
      call,
      call.text("command-parts", {
        parts: spec.subcommands.map(({ name }) => `/${spec.name} ${name}`).join(", "),
      }),
    );
  }
  for (const option of (part ?? spec).options) {
    const value = options[option.name];
    if (value === undefined && option.isRequired)
      return plainReply(call, call.text("option-missing", { name: option.name }));
    const values = option.choices?.map((choice) => choice.value) ?? null;
    if (value !== undefined && values !== null && !values.includes(value)) {
      return plainReply(call, call.text("option-unknown", { name: option.name, values: values.join(", ") }));
    }
  }
  return null;
}

/** A call for answers when the store itself cannot be asked. */
function closedCall(context: CommandContext, invocation: Invocation): CommandCall {
  const { language, timeZone } = context.defaults;
  return {
    invocation,
    context,
    chat: null,
    language,
    timeZone,
    text: (key, args) => context.translate(language, key, args),
  };
}
