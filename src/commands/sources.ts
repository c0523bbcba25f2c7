import type { Source } from "../model/source.ts";
import type { Reply } from "../ports/command.ts";
import { describe, plainReply, type Command, type CommandCall, type CommandContext } from "./context.ts";
import { sourceStateText } from "./source-state.ts";

/** /sources list|add|remove|pause|resume, for the admins of the configuration. */
export function sourcesCommand(context: CommandContext): Command {
  const id = { name: "id", isRequired: true, choices: null, description: describe(context, "option-source") };
  const url = { name: "url", isRequired: true, choices: null, description: describe(context, "option-url") };
  const name = {
    name: "name",
    isRequired: false,
    choices: null,
    description: describe(context, "option-source-name"),
  };
  const subcommand = (of: string, options: readonly (typeof id)[]) => ({
    name: of,
    description: describe(context, `command-sources-${of}`),
    options,
  });
  return {
    spec: {
      name: "sources",
      description: describe(context, "command-sources"),
      access: "admin",
      options: [],
      subcommands: [
        subcommand("list", []),
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

async function listSources(call: CommandCall): Promise<Reply> {
  const sources = await call.context.store.sources.list();
  const now = call.context.clock.now();
  const text = (key: string, args?: Readonly<Record<string, string | number>>) => call.text(key, args);
  const items = sources.map((followed) => ({
    text: `${followed.source.id}: ${followed.source.name}. ${sourceStateText(text, followed, now)}`,
    link: { label: followed.source.name, url: followed.source.url },
  }));
  const title = call.text("sources-title", { count: sources.length });
  return {
    isPrivate: true,
    message: { title, blocks: [{ kind: "list", items }], actions: [], language: call.language },
  };
}

async function addSource(call: CommandCall): Promise<Reply> {
  const { url = "", name } = call.invocation.options;
  const address = URL.canParse(url) ? new URL(url) : null;
  if (address === null || !["http:", "https:"].includes(address.protocol))
    return plainReply(call, call.text("sources-bad-url"));
  const source = sourceFromUrl(address, name ?? null);
  await call.context.store.sources.add(source, call.context.clock.now());
  call.context.poke();
  return plainReply(call, call.text("sources-added", { id: source.id }), [call.text("sources-added-next")]);
}

/** A source that an admin names by its address alone: no language, no side, not urgent until they say so. */
export function sourceFromUrl(address: URL, name: string | null): Source {
  const channel = /^\/(?:s\/)?(\w{4,32})\/?$/u.exec(address.pathname)?.[1];
  const isChannel = address.hostname === "t.me" && channel !== undefined;
  const host = address.hostname.replace(/^(?:www|feeds?|rss)\./u, "");
  const path = address.pathname.replace(/\.(?:xml|rss|json|atom)$/u, "");
  const slug = `${host}${path}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "")
    .slice(0, 60);
  return {
    id: isChannel ? `t-me-${channel.toLowerCase()}` : slug,
    kind: isChannel ? "telegram-channel" : "feed",
    url: isChannel ? `https://t.me/s/${channel}` : address.href,
    name: name ?? (isChannel ? `t.me/${channel}` : host),
    lang: null,
    side: null,
    isStateControlled: false,
    isUrgent: false,
    note: "",
  };
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
