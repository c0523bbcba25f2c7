import { healthOf } from "../poll/health.ts";
import type { Block, ListItem, Select } from "../model/message.ts";
import { partyName } from "../reference/parties.ts";
import type { Access, CommandOption, Reply } from "../ports/command.ts";
import type { FollowedSource } from "../ports/source-store.ts";
import {
  describe,
  isAdmin,
  textOption,
  type Command,
  type CommandCall,
  type CommandContext,
} from "./context.ts";
import { addSource, changeSource, haltSource, removeSource, showSource } from "./admin/sources/change.ts";
import { decideOwn, listOwn } from "./admin/sources/own.ts";
import { testSource } from "./admin/sources/test-source.ts";
import { ownLines } from "./own-sources.ts";
import { pageButtons, readPage } from "./paging.ts";
import { shortKey } from "./short-key.ts";
import { sourceStateText } from "./source-state.ts";

/** Each line is a link of about 60 bytes; a message of Telegram holds 9,500 bytes of them. */
const pageSize = 25;

/** Fields of a source that an admin may change. */
const fields = ["name", "language", "side", "urgent", "state", "article", "note", "url"] as const;

/** /sources: what is followed, for everybody; everything else on them for the admins of the configuration. */
export function sourcesCommand(context: CommandContext): Command {
  const required = (name: string, key: string): CommandOption => ({
    name,
    isRequired: true,
    choices: null,
    description: describe(context, key),
  });
  const id = required("id", "option-source");
  const url = required("url", "option-url");
  const field: CommandOption = {
    ...required("field", "option-source-field"),
    choices: fields.map((value) => ({ value, label: describe(context, `source-field-name-${value}`) })),
  };
  const subcommand = (of: string, options: readonly CommandOption[], access: Access = "admin") => ({
    name: of,
    description: describe(context, `command-sources-${of}`),
    options,
    access,
  });
  return {
    spec: {
      name: "sources",
      description: describe(context, "command-sources"),
      access: "anyone",
      options: [],
      subcommands: [
        subcommand("list", [textOption(context, "page")], "anyone"),
        subcommand("show", [id]),
        subcommand("add", [url, textOption(context, "name", { key: "option-source-name" })]),
        subcommand("test", [{ ...url, description: describe(context, "option-source-test") }]),
        subcommand("edit", [id, field, textOption(context, "value", { key: "option-source-value" })]),
        subcommand("pause", [id]),
        subcommand("resume", [id]),
        subcommand("remove", [id, textOption(context, "sure", { key: "option-source-sure" })]),
        subcommand("own", [textOption(context, "page")]),
        subcommand("approve", [id, textOption(context, "sure", { key: "option-source-again" })]),
        subcommand("refuse", [id, textOption(context, "sure", { key: "option-source-again" })]),
      ],
      isListed: true,
    },
    run: runPart,
  };
}

function runPart(call: CommandCall): Promise<Reply> {
  const { subcommand } = call.invocation;
  switch (subcommand) {
    case "show":
      return showSource(call);
    case "add":
      return addSource(call);
    case "test":
      return testSource(call);
    case "edit":
      return changeSource(call);
    case "pause":
      return haltSource(call, "paused");
    case "resume":
      return haltSource(call, null);
    case "remove":
      return removeSource(call);
    case "own":
      return listOwn(call);
    case "approve":
    case "refuse":
      return decideOwn(call, subcommand);
    default:
      return listSources(call);
  }
}

/** Everybody may see what is followed: grouped by whose side a source is on, those that a state controls marked. */
async function listSources(call: CommandCall): Promise<Reply> {
  const { context, language, words } = call;
  const page = readPage(words[0]);
  const sources = (await context.store.sources.list()).toSorted((a, b) => compareSources(a, b, language));
  const shown = sources.slice((page - 1) * pageSize, page * pageSize);
  const groups = [...Map.groupBy(shown, ({ source }) => source.side)];
  const isForAdmin = isAdmin(context, call.invocation.user);
  const blocks = groups.flatMap(([side, followed]): readonly Block[] => [
    { kind: "text", text: side === null ? call.text("sources-of-nobody") : partyName(side, language) },
    { kind: "list", items: followed.map((each) => sourceItem(call, each, isForAdmin)) },
  ]);
  return {
    isPrivate: true,
    isInPlace: words.length > 0,
    message: {
      title: call.text("sources-title", { count: sources.length }),
      blocks: [...blocks, ...(page === 1 ? await ownBlocks(call) : [])],
      selects: isForAdmin ? openSource(call, shown) : [],
      actions: pageButtons(call, "sources", {
        page,
        isMore: sources.length > page * pageSize,
        words: ["list"],
      }),
      language,
    },
  };
}

/** What the chat where it is asked follows by itself. */
async function ownBlocks(call: CommandCall): Promise<readonly Block[]> {
  const own = call.chat === null ? [] : await call.context.store.sources.own(call.chat.id);
  return own.length === 0 ? [] : [{ kind: "text", text: call.text("sources-own") }, ownLines(call, own)];
}

/** A list out of which an admin opens one source. */
function openSource(call: CommandCall, shown: readonly FollowedSource[]): readonly Select[] {
  if (shown.length === 0) return [];
  const options = shown.map(({ source }) => ({
    value: shortKey(source.id),
    label: `${source.name} (${source.id})`.slice(0, 100),
    isChosen: false,
  }));
  return [
    {
      command: "sources",
      argument: "show here",
      label: call.text("open-source"),
      isMultiple: false,
      options,
    },
  ];
}

/** Nobody's first, then side by side, by name. */
function compareSources(
  { source: a }: FollowedSource,
  { source: b }: FollowedSource,
  language: string,
): number {
  const side = (party: string | null) => (party === null ? "" : partyName(party, language));
  return side(a.side).localeCompare(side(b.side), language) || a.name.localeCompare(b.name, language);
}

/** Readers see only what is wrong with a source; admins its id and state. */
function sourceItem(call: CommandCall, followed: FollowedSource, isForAdmin: boolean): ListItem {
  const { source } = followed;
  const now = call.context.clock.now();
  const state = sourceStateText(call.text, followed, now);
  const name = source.isStateControlled ? call.text("source-state", { name: source.name }) : source.name;
  const isWell = ["healthy", "unpolled"].includes(healthOf(followed, now).state);
  const text = isForAdmin ? `${source.id}: ${name}. ${state}` : isWell ? name : `${name}. ${state}`;
  return { text, link: { label: source.name, url: source.url } };
}
