import { defaultPolicy } from "../alert/policy.ts";
import type { EventKind } from "../model/event.ts";
import { defaultSubscription } from "../model/subscription.ts";
import type { CommandOption } from "../ports/command.ts";
import { describe, plainReply, type Command, type CommandCall, type CommandContext } from "./context.ts";
import { latestMessage } from "./latest.ts";

/** /subscribe [kind] [language]: this chat is told from now on. Said again, it changes what was asked for. */
export function subscribeCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "subscribe",
      description: describe(context, "command-subscribe"),
      access: "chat-admin",
      options: [kindOption(context), languageOption(context)],
      subcommands: [],
      isListed: true,
    },
    async run(call) {
      const { kind, language: asked } = call.invocation.options;
      const language = asked ?? call.language;
      const before = call.chat?.subscription ?? defaultSubscription(language, call.timeZone);
      const kinds = kind === undefined ? before.kinds : kind === "all" ? null : [kind as EventKind];
      await context.store.chats.subscribe(
        call.invocation.address,
        { ...before, kinds, language },
        context.clock.now(),
      );
      context.poke();
      return subscribed(
        { ...call, language, text: (key, args) => context.translate(language, key, args) },
        kinds,
      );
    },
  };
}

/** What was subscribed to, with the newest development as this chat would have been told it. */
async function subscribed(call: CommandCall, kinds: readonly EventKind[] | null): ReturnType<Command["run"]> {
  const what =
    kinds === null ? call.text("kind-all") : kinds.map((kind) => call.text(`kind-${kind}`)).join(", ");
  const sample = await latestMessage(call, kinds);
  const reply = plainReply(call, call.text("subscribed-title"), [
    call.text("subscribed-to", { what }),
    call.text("subscribed-change"),
  ]);
  if (sample === null) return { ...reply, isPrivate: false };
  const blocks = [
    ...reply.message.blocks,
    { kind: "note" as const, text: call.text("subscribed-sample") },
    { kind: "text" as const, text: sample.title },
    ...sample.blocks,
  ];
  return { isPrivate: false, message: { ...reply.message, blocks, actions: sample.actions } };
}

/** /unsubscribe: nothing more is told here. */
export function unsubscribeCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "unsubscribe",
      description: describe(context, "command-unsubscribe"),
      access: "chat-admin",
      options: [],
      subcommands: [],
      isListed: true,
    },
    async run(call) {
      const wasSubscribed = await context.store.chats.unsubscribe(
        call.invocation.address,
        context.clock.now(),
      );
      if (!wasSubscribed) return plainReply(call, call.text("unsubscribed-was-not"));
      return {
        ...plainReply(call, call.text("unsubscribed-title"), [call.text("unsubscribed-again")]),
        isPrivate: false,
      };
    },
  };
}

function kindOption(context: CommandContext): CommandOption {
  // Only what is told can be asked for.
  const choices = ["all", ...defaultPolicy.kinds].map((value) => ({
    value,
    label: describe(context, `kind-${value}`),
  }));
  return { name: "kind", isRequired: false, choices, description: describe(context, "option-kind") };
}

function languageOption(context: CommandContext): CommandOption {
  const choices = context.languages.map((value) => ({
    value,
    label: describe(context, `language-${value}`),
  }));
  return { name: "language", isRequired: false, choices, description: describe(context, "option-language") };
}
