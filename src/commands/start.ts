import type { Action, Block } from "../model/message.ts";
import type { Reply } from "../ports/command.ts";
import { describe, textOption, type Command, type CommandCall, type CommandContext } from "./context.ts";
import { exportOffer, readExportPayload } from "./export-link.ts";
import { chatMuteText, unmuteAllAction } from "./mute.ts";
import type { ReadPreset } from "./preset.ts";
import { untoldKindsText } from "./settings/kinds.ts";
import { presetText, sharedPreset } from "./share.ts";
import { inOpen } from "./spoken.ts";

/**
 * /start [payload]: what this is, what it is not, and one tap to be subscribed. Links carry a payload: `d12` opens a development (`open`),
 * `s-…` offers a subscription that somebody shares, `e-…` the data of a chat (export-link.ts).
 */
export function startCommand(context: CommandContext, open: (call: CommandCall) => Promise<Reply>): Command {
  const welcome = createWelcome();
  return {
    spec: {
      name: "start",
      description: describe(context, "command-start"),
      access: "anyone",
      options: [textOption(context, "payload")],
      subcommands: [],
      isListed: true,
    },
    async run(asked) {
      const call = inOpen(asked);
      const [payload = ""] = call.words;
      if (/^d\d{1,12}$/u.test(payload)) return open(call);
      const exported = readExportPayload(payload, call.invocation.address.platform);
      if (exported !== null) return exportOffer(call, exported);
      const read = await sharedPreset(call, payload);
      return read === null ? welcome(call) : offer(call, read, payload);
    },
  };
}

function action(call: CommandCall, command: string, argument = ""): Action {
  return { command, argument, label: call.text(`button-${command}`) };
}

/** The first words, made once for each language where no mute is to be told: they are the same for everybody. */
function createWelcome(): (call: CommandCall) => Reply {
  const made = new Map<string, Reply>();
  return (call) => {
    const isSubscribed = call.chat?.state === "active";
    const mute = chatMuteText(call);
    const key = `${call.language} ${isSubscribed}`;
    const known = mute === null ? made.get(key) : undefined;
    if (known !== undefined) return known;
    const reply = makeWelcome(call, isSubscribed, mute);
    if (mute === null) made.set(key, reply);
    return reply;
  };
}

function makeWelcome(call: CommandCall, isSubscribed: boolean, mute: string | null): Reply {
  const actions = isSubscribed
    ? [...(mute === null ? [] : [unmuteAllAction(call)]), action(call, "latest"), action(call, "settings")]
    : [action(call, "subscribe"), action(call, "latest")];
  return {
    isPrivate: false,
    message: {
      title: call.text("start-title"),
      blocks: [
        { kind: "text", text: call.text("start-what") },
        { kind: "text", text: call.text(isSubscribed ? "start-subscribed" : "start-how") },
        ...(mute === null ? [] : [{ kind: "text" as const, text: mute }]),
        { kind: "note", text: call.text("start-not-a-siren") },
      ],
      actions: [...actions, action(call, "help")],
      language: call.language,
    },
  };
}

/** Nothing is subscribed by opening a link. */
async function offer(call: CommandCall, { preset, untold }: ReadPreset, payload: string): Promise<Reply> {
  return {
    isPrivate: false,
    message: {
      title: call.text("start-shared"),
      blocks: [
        ...(untold.length === 0 ? [] : [{ kind: "text" as const, text: untoldKindsText(call, untold) }]),
        { kind: "text", text: await presetText(call, preset) },
        { kind: "text", text: call.text("start-shared-next") },
        ...(await replacedBlocks(call)),
        { kind: "note", text: call.text("start-not-a-siren") },
      ],
      actions: [action(call, "subscribe", payload), action(call, "help")],
      language: call.language,
    },
  };
}

/** What a subscription that is there would lose. */
async function replacedBlocks(call: CommandCall): Promise<readonly Block[]> {
  if (call.chat?.state !== "active") return [];
  const now = await presetText(call, call.chat.subscription);
  return [{ kind: "text", text: call.text("start-shared-replaces", { now }) }];
}
