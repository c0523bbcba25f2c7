import type { Message } from "../../../src/model/message.ts";
import type { CommandOption, CommandSpec } from "../../../src/ports/command.ts";

/**
 * How a command is used, said by its own descriptions in the person's language: `/sources add <url> [title]`.
 * `subcommand` null: of a command with subcommands, each of them.
 */
export function usageMessage(spec: CommandSpec, subcommand: string | null, language: string | null): Message {
  const tag = language?.split("-")[0] ?? "en";
  const chosen = spec.subcommands.find(({ name }) => name === subcommand);
  const shown = chosen === undefined && spec.subcommands.length > 0 ? spec.subcommands : [chosen ?? null];
  const lines = shown.map(
    (each) =>
      `${syntaxOf(spec, each, tag)}${each === null || chosen !== undefined ? "" : ` — ${inLanguage(each.description, tag)}`}`,
  );
  const options = (chosen ?? spec).options.map(
    (option) => `${nameOf(option, tag)}: ${optionWords(option, tag)}`,
  );
  return {
    title: inLanguage((chosen ?? spec).description, tag),
    blocks: [
      { kind: "text", text: lines.join("\n") },
      ...(options.length === 0
        ? []
        : [{ kind: "list" as const, items: options.map((text) => ({ text, link: null })) }]),
    ],
    actions: [],
    language: tag,
  };
}

function syntaxOf(
  spec: CommandSpec,
  subcommand: CommandSpec["subcommands"][number] | null,
  tag: string,
): string {
  const name = subcommand === null ? spec.name : `${spec.name} ${subcommand.name}`;
  const options = (subcommand ?? spec).options.map((option) =>
    option.isRequired ? ` <${nameOf(option, tag)}>` : ` [${nameOf(option, tag)}]`,
  );
  return `/${name}${options.join("")}`;
}

/** Options are words in their order: their names are not typed, and so can be in any language. */
function nameOf({ name, localName }: CommandOption, tag: string): string {
  return localName?.[tag] ?? name;
}

function optionWords(option: CommandOption, tag: string): string {
  const words = inLanguage(option.description, tag);
  return option.choices === null
    ? words
    : `${words} (${option.choices.map(({ value }) => value).join(", ")})`;
}

function inLanguage(texts: Readonly<Record<string, string>>, tag: string): string {
  return texts[tag] ?? texts["en"] ?? "";
}
