import type { Block } from "../model/message.ts";
import { partyName } from "../reference/parties.ts";
import {
  describe,
  plainReply,
  wayText,
  type Command,
  type CommandCall,
  type CommandContext,
} from "./context.ts";
import { isPreset, openPreset, readPreset, writePreset, type Preset, type ReadPreset } from "./preset.ts";
import { conflictName } from "./settings/conflicts.ts";
import { kindsText, tellableKinds } from "./settings/kinds.ts";
import { namesText } from "./settings/page.ts";
import { placesText } from "./settings/places.ts";
import { thresholdText } from "./settings/thresholds.ts";

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
    async run(call) {
      const wishes: Preset = call.chat?.state === "active" ? call.chat.subscription : openPreset;
      const payload = writePreset(wishes);
      const link = context.linkTo?.(call.invocation.address.platform, payload) ?? null;
      const shown: Block =
        link === null
          ? { kind: "text", text: `/start ${payload}` }
          : { kind: "list", items: [{ text: link, link: { label: link, url: link } }] };
      const about = link === null ? wayText(call, "share-about-command") : call.text("share-about");
      const { message } = plainReply(call, call.text("share-title"), [about]);
      // What a link has no room for is not promised.
      const passed = (await sharedPreset(call, payload))?.preset ?? openPreset;
      const left = settingNames.filter((name) => isNarrowed(wishes, name) && !isNarrowed(passed, name));
      const what = left.map((name) => call.text(`settings-${name}`)).join(", ");
      const notes = [
        await presetText(call, passed),
        ...(left.length === 0 ? [] : [call.text("share-left-out", { what })]),
      ];
      const blocks = [...message.blocks, shown, ...notes.map((text) => ({ kind: "note" as const, text }))];
      return { isPrivate: true, message: { ...message, blocks } };
    },
  };
}

const settingNames = Object.keys(openPreset) as readonly (keyof Preset)[];

function isNarrowed(preset: Preset, name: keyof Preset): boolean {
  return name === "thresholds" ? preset.thresholds.length > 0 : preset[name] !== null;
}

/** The subscription that a word of a link carries, by what there is here. Null: none. */
export async function sharedPreset(call: CommandCall, word: string): Promise<ReadPreset | null> {
  if (!isPreset(word)) return null;
  const sources = await call.context.store.sources.list();
  const kinds = tellableKinds(call.context);
  return readPreset(word, { kinds, sources: sources.map(({ source }) => source.id) });
}

/** What a preset asks for, in words. */
export async function presetText(call: CommandCall, preset: Preset): Promise<string> {
  const { kinds, conflicts, places, sides, thresholds, sources } = preset;
  const followed = sources === null ? [] : await call.context.store.sources.list();
  const nameOf = (id: string): string => followed.find(({ source }) => source.id === id)?.source.name ?? id;
  const named = (values: readonly string[] | null, text: (value: string) => string): string | null =>
    values === null ? null : namesText(call, values.map(text));
  const lines: readonly (readonly [key: keyof Preset, now: string | null])[] = [
    ["kinds", kindsText(call, kinds)],
    ["conflicts", named(conflicts, (id) => conflictName(id, call.language))],
    ["places", places === null ? null : placesText(call, places)],
    ["sides", named(sides, (party) => partyName(party, call.language))],
    [
      "thresholds",
      thresholds.length === 0 ? null : thresholds.map((each) => thresholdText(call, each)).join("; "),
    ],
    ["sources", named(sources, nameOf)],
  ];
  return lines
    .flatMap(([key, now]) =>
      now === null ? [] : [call.text("settings-line", { label: call.text(`settings-${key}`), now })],
    )
    .join("\n");
}
