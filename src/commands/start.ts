import { describe, type Command, type CommandContext } from "./context.ts";

/** /start: what this is, what it is not, and one tap to be subscribed. */
export function startCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "start",
      description: describe(context, "command-start"),
      access: "anyone",
      options: [],
      subcommands: [],
      isListed: true,
    },
    async run(call) {
      const isSubscribed = call.chat?.state === "active";
      const action = isSubscribed
        ? { command: "latest", argument: "", label: call.text("button-latest") }
        : { command: "subscribe", argument: "", label: call.text("button-subscribe") };
      return {
        isPrivate: false,
        message: {
          title: call.text("start-title"),
          blocks: [
            { kind: "text", text: call.text("start-what") },
            { kind: "text", text: call.text("start-how") },
            { kind: "note", text: call.text("start-not-a-siren") },
          ],
          actions: [action, { command: "help", argument: "", label: call.text("button-help") }],
          language: call.language,
        },
      };
    },
  };
}
