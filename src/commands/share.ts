import type { Block } from "../model/message.ts";
import { describe, plainReply, type Command, type CommandCall, type CommandContext } from "./context.ts";
import { writePreset, type Preset } from "./preset.ts";
import { conflictName } from "./settings/conflicts.ts";
import { kindsText } from "./settings/kinds.ts";
import { namesText } from "./settings/page.ts";
import { placesText } from "./settings/places.ts";

/** /share: what this chat follows, as a link that sets up somebody else's chat in one tap. */
export function shareCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "share",
      description: describe(context, "command-share"),
      access: "anyone",
      options: [],
      subcommands: [],
      isListed: true,
    },
    run(call) {
      const wishes: Preset =
        call.chat?.state === "active"
          ? call.chat.subscription
          : { kinds: null, conflicts: null, places: null };
      const payload = writePreset(wishes);
      const link = context.linkTo?.(call.invocation.address.platform, payload) ?? null;
      const shown: Block =
        link === null
          ? { kind: "text", text: `/start ${payload}` }
          : { kind: "list", items: [{ text: link, link: { label: link, url: link } }] };
      const about = call.text(link === null ? "share-about-command" : "share-about");
      const { message } = plainReply(call, call.text("share-title"), [about]);
      const blocks = [...message.blocks, shown, { kind: "note" as const, text: presetText(call, wishes) }];
      return Promise.resolve({ isPrivate: false, message: { ...message, blocks } });
    },
  };
}

/** What a preset asks for, in words. */
export function presetText(call: CommandCall, { kinds, conflicts, places }: Preset): string {
  const parts = [
    call.text("settings-line", { label: call.text("settings-kinds"), now: kindsText(call, kinds) }),
    ...(conflicts === null
      ? []
      : [
          call.text("settings-line", {
            label: call.text("settings-conflicts"),
            now: namesText(
              call,
              conflicts.map((id) => conflictName(id, call.language)),
            ),
          }),
        ]),
    ...(places === null
      ? []
      : [call.text("settings-line", { label: call.text("settings-places"), now: placesText(call, places) })]),
  ];
  return parts.join("\n");
}
