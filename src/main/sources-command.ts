import { Option, type Command } from "commander";
import { sourceKindNames } from "../../adapters/source/kinds.ts";
import type { Config } from "../config.ts";
import type { SourceWords } from "../poll/source-form.ts";

/** Runs a command at the end and keeps its exit code. */
type Finish = (run: () => Promise<number>) => Promise<void>;

/** `tallywire sources …`: everything about sources that admins do on the machine. A running process takes changes up at its next beat. */
export function addSourcesCommand(program: Command, finish: Finish, loadConfig: () => Config): void {
  const group = program.command("sources").description("which sources are followed, and how each does");
  const edit = async () => import("./source-edit.ts");
  const files = async () => import("./source-files.ts");
  group
    .command("list")
    .description("every source with its state and, in words, how it does")
    .action(() => finish(async () => (await import("./source-list.ts")).listSources(loadConfig())));
  withSourceOptions(group.command("add"))
    .description("follow a feed or a public Telegram channel (https://t.me/s/NAME)")
    .argument("<url>")
    .action((url: string, words: SourceWords) =>
      finish(async () => (await edit()).addSource(loadConfig(), url, words)),
    );
  withSourceOptions(group.command("edit"))
    .description("change what is known of a source, or its address")
    .argument("<id>")
    .option("--url <url>", "another address: its first items are read quietly")
    .option("--no-urgent", "poll it as the others")
    .option("--no-state-controlled", "it is controlled by no state")
    .option("--no-article", "its items are whole")
    .action((id: string, words: SourceWords) =>
      finish(async () => (await edit()).changeFields(loadConfig(), id, words)),
    );
  for (const [name, description] of [
    ["remove", "stop following a source; its reports stay"],
    ["pause", "stop polling a source for now"],
    ["resume", "poll a source that is paused or was switched off"],
  ] as const) {
    group
      .command(name)
      .description(description)
      .argument("<id>")
      .action((id: string) => finish(async () => (await edit()).changeSource(loadConfig(), name, id)));
  }
  withSourceOptions(group.command("test"))
    .description("show what would be read and alerted; nothing is stored")
    .argument("<url>")
    .action((url: string, words: SourceWords) =>
      finish(async () => (await import("./source-test.ts")).testSource(loadConfig(), url, words)),
    );
  group
    .command("import")
    .description("follow every source of an OPML file that is not followed yet")
    .argument("<file>", "a file; -: standard input")
    .action((file: string) => finish(async () => (await files()).importSources(loadConfig(), file)));
  group
    .command("export")
    .description("write the followed sources as OPML")
    .argument("[file]", "a file; - or nothing: standard output", "-")
    .action((file: string) => finish(async () => (await files()).exportSources(loadConfig(), file)));
  group
    .command("offers")
    .description("what data/sources.jsonl has that is not followed, or is followed otherwise")
    .option("--take <id...>", "do as the catalogue says for these sources")
    .action((options: { take?: string[] }) =>
      finish(async () => (await edit()).showOffers(loadConfig(), options.take ?? [])),
    );
}

function withSourceOptions(command: Command): Command {
  return command
    .option("--name <name>", "the name it is shown by")
    .option("--lang <tag>", "its language (en, uk, ru …); none: each item's is detected")
    .option("--side <party>", "whose side it is on: UA, RU, or x- and a slug; none: nobody's")
    .option("--urgent", "poll it in the fast lane")
    .option("--state-controlled", "it is controlled by a state; it is marked as such")
    .option("--article", "its items are cut short: fetch the article's page when one looks relevant")
    .option("--note <text>", "a note on it for admins")
    .addOption(new Option("--kind <kind>", "how it is read").choices([...sourceKindNames]));
}
