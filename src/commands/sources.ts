import { SourceError } from "../errors.ts";
import { newSource } from "../poll/source-form.ts";
import { healthOf } from "../poll/health.ts";
import type { Block, ListItem } from "../model/message.ts";
import { partyName } from "../reference/parties.ts";
import type { Access, CommandOption, Reply } from "../ports/command.ts";
import type { FollowedSource } from "../ports/source-store.ts";
import {
  describe,
  isAdmin,
  plainReply,
  textOption,
  type Command,
  type CommandCall,
  type CommandContext,
} from "./context.ts";
import { failureText } from "./failure-text.ts";
import { pageButtons, readPage } from "./paging.ts";
import { sourceStateText } from "./source-state.ts";

/** Each line is a link of about 60 bytes; a message of Telegram holds 9,500 bytes of them. */
const pageSize = 25;

/** /sources: what is followed, for everybody; add, remove, pause and resume for the admins of the configuration. */
export function sourcesCommand(context: CommandContext): Command {
  const id = { name: "id", isRequired: true, choices: null, description: describe(context, "option-source") };
  const url = { name: "url", isRequired: true, choices: null, description: describe(context, "option-url") };
  const name = {
    name: "name",
    isRequired: false,
    choices: null,
    description: describe(context, "option-source-name"),
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
        subcommand("add", [url, name]),
        ...["remove", "pause", "resume"].map((of) => subcommand(of, [id])),
      ],
      isListed: true,
    },
    run(call) {
      switch (call.invocation.subcommand) {
        case "add":
          return addSource(call);
        case "remove":
          return change(call, "sources-removed", (source) =>
            context.store.sources.remove(source, context.clock.now()),
          );
        case "pause":
          return change(call, "sources-paused", (source) =>
            context.store.sources.halt(source, "paused", context.clock.now()),
          );
        case "resume":
          return change(call, "sources-resumed", (source) =>
            context.store.sources.halt(source, null, context.clock.now()),
          );
        default:
          return listSources(call);
      }
    },
  };
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
      blocks,
      actions: pageButtons(call, "sources", {
        page,
        isMore: sources.length > page * pageSize,
        words: ["list"],
      }),
      language,
    },
  };
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
  const name = source.isStateControlled
    ? call.text("source-state-controlled", { name: source.name })
    : source.name;
  const isWell = ["healthy", "unpolled"].includes(healthOf(followed, now).state);
  const text = isForAdmin ? `${source.id}: ${name}. ${state}` : isWell ? name : `${name}. ${state}`;
  return { text, link: { label: source.name, url: source.url } };
}

async function addSource(call: CommandCall): Promise<Reply> {
  const { url = "", name } = call.invocation.options;
  const { store, clock, sourceRules } = call.context;
  try {
    const source = newSource(url, name === undefined ? {} : { name }, sourceRules);
    await store.sources.add(source, clock.now());
    call.context.poke();
    return plainReply(call, call.text("sources-added", { id: source.id }), [call.text("sources-added-next")]);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (error.code === "bad-url") return plainReply(call, call.text("sources-bad-url"));
    const why = failureText((key, args) => call.text(key, args), { code: error.code, text: error.message });
    return plainReply(call, why);
  }
}

async function change(
  call: CommandCall,
  done: string,
  act: (id: string) => Promise<boolean>,
): Promise<Reply> {
  const id = call.invocation.options.id ?? "";
  const isKnown = await act(id);
  if (isKnown) call.context.poke();
  return plainReply(call, call.text(isKnown ? done : "sources-unknown", { id }));
}
