import { SourceError } from "../errors.ts";
import { newSource } from "../poll/source-form.ts";
import type { Reply } from "../ports/command.ts";
import { describe, plainReply, type Command, type CommandCall, type CommandContext } from "./context.ts";
import { failureText } from "./failure-text.ts";
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
