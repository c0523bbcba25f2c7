import type { CommandSpec, Reply } from "../ports/command.ts";
import { describe, isAdmin, wayText, type Command, type CommandContext } from "./context.ts";

/** /help: every command that the person may use. `specs` is asked late, since help lists itself too. */
export function helpCommand(context: CommandContext, specs: () => readonly CommandSpec[]): Command {
  // The same for everybody: one for each platform and language, with admins' commands and without.
  const made = new Map<string, Reply>();
  return {
    spec: {
      name: "help",
      description: describe(context, "command-help"),
      access: "anyone",
      options: [],
      subcommands: [],
      isListed: true,
    },
    async run(call) {
      const mayAdminister = isAdmin(context, call.invocation.user);
      const key = `${call.invocation.address.platform} ${call.language} ${mayAdminister}`;
      const known = made.get(key);
      if (known !== undefined) return known;
      const listed = specs().filter((spec) => spec.isListed && (spec.access !== "admin" || mayAdminister));
      const items = listed.map((spec) => ({
        text: `/${spec.name}: ${spec.description[call.language] ?? spec.description.en ?? ""}`,
        link: null,
      }));
      const reply: Reply = {
        isPrivate: true,
        message: {
          title: call.text("help-title"),
          blocks: [
            { kind: "list", items },
            { kind: "text", text: wayText(call, "help-other-chats") },
            { kind: "note", text: call.text("start-not-a-siren") },
          ],
          actions: [],
          language: call.language,
        },
      };
      made.set(key, reply);
      return reply;
    },
  };
}
