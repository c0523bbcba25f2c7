import type { CommandOption, CommandSpec } from "../ports/command.ts";
import { describe, type CommandContext } from "./context.ts";

type NameContext = Pick<CommandContext, "translate" | "languages">;

/**
 * A command with what it, its subcommands and its options are called in other languages, by the texts `name-COMMAND`,
 * `name-COMMAND-SUBCOMMAND` and `name-option-OPTION`. Throws TallywireError `missing-text` for one that has no text.
 */
export function nameLocally(context: NameContext, spec: CommandSpec): CommandSpec {
  return {
    ...spec,
    localName: describe(context, `name-${spec.name}`),
    options: nameOptions(context, spec.options),
    subcommands: spec.subcommands.map((part) => ({
      ...part,
      localName: describe(context, `name-${spec.name}-${part.name}`),
      options: nameOptions(context, part.options),
    })),
  };
}

function nameOptions(context: NameContext, options: readonly CommandOption[]): readonly CommandOption[] {
  return options.map((option) => ({
    ...option,
    localName: describe(context, `name-option-${option.name}`),
  }));
}
