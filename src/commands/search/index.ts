import { titleOf } from "../../alert/title.ts";
import { textsOf } from "../../languages/texts.ts";
import type { Development } from "../../model/development.ts";
import type { Reply } from "../../ports/command.ts";
import {
  describe,
  plainReply,
  shownWord,
  textOption,
  type Command,
  type CommandCall,
  type CommandContext,
} from "../context.ts";
import { snapshotOf } from "../evidence.ts";
import { shortDay } from "../moments.ts";
import { openSelect, readPage } from "../paging.ts";
import { readWords, writeWords } from "./ascii.ts";
import { groupsOfQuery } from "./terms.ts";

const shownCount = 8;

/** /search WORDS: developments by places, people, numbers and words in any of the languages, whatever their case. */
export function searchCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "search",
      description: describe(context, "command-search"),
      access: "anyone",
      options: [{ ...textOption(context, "words", { key: "option-search" }), isRequired: true }],
      subcommands: [],
      isListed: true,
    },
    limit: "costly",
    async run(call) {
      const { page, words } = readQuery(call.words);
      const groups = groupsOfQuery(words);
      if (groups.length === 0) return plainReply(call, call.text("search-how"));
      const found = await findDevelopments(call, groups, {
        limit: shownCount + 1,
        offset: (page - 1) * shownCount,
      });
      if (found.length === 0)
        return plainReply(call, call.text("search-none", { words: shownWord(words) }), [
          call.text("search-how"),
        ]);
      return resultsReply(call, { words, page, found });
    },
  };
}

/** Developments that have all that is looked for, the latest first; merged ones that are not yet out of the index are followed. */
export async function findDevelopments(
  { context }: Pick<CommandCall, "context">,
  groups: readonly (readonly string[])[],
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly Development[]> {
  const { archive, ledger } = context.store;
  const ids = await archive.search(groups, page);
  const stored = await ledger.stored(ids);
  const found = await Promise.all(
    stored.map(async (each) => (each.mergedInto === null ? each : ledger.development(each.mergedInto))),
  );
  const there = found.filter((development) => development !== null);
  return [...new Map(there.map((development) => [development.id, development])).values()];
}

/** `~2 words` of a button, or words as they are typed. */
function readQuery(words: readonly string[]): { readonly page: number; readonly words: string } {
  const [first = "", ...rest] = words;
  if (!/^~\d+$/u.test(first)) return { page: 1, words: words.join(" ") };
  return { page: readPage(first.slice(1)), words: readWords(rest.join(" ")) };
}

async function resultsReply(
  call: CommandCall,
  {
    words,
    page,
    found,
  }: { readonly words: string; readonly page: number; readonly found: readonly Development[] },
): Promise<Reply> {
  const texts = textsOf(call.language);
  const stories = await Promise.all(
    found.slice(0, shownCount).map(async (development) => {
      const title = titleOf(await snapshotOf(call, development), texts);
      const day = development.date === null ? "" : `${shortDay(development.date, call.language)}: `;
      return { id: development.id, title: `${day}${title}` };
    }),
  );
  const to = (other: number, key: string) => {
    const argument = `~${other} ${writeWords(words) ?? ""}`;
    const isSayable = writeWords(words) !== null && argument.length <= 40;
    return isSayable ? [{ command: "search", argument, label: call.text(key) }] : [];
  };
  const isMore = found.length > shownCount;
  const more = isMore ? to(page + 1, "button-more") : [];
  return {
    isPrivate: true,
    isInPlace: page > 1 || call.words[0]?.startsWith("~") === true,
    message: {
      title: call.text("search-title", { words: shownWord(words) }),
      blocks: [
        { kind: "list", items: stories.map(({ title }) => ({ text: title, link: null })) },
        ...(isMore && more.length === 0 ? [{ kind: "note" as const, text: call.text("search-narrow") }] : []),
      ],
      selects: openSelect(call, stories),
      actions: [...(page > 1 ? to(page - 1, "button-newer") : []), ...more],
      language: call.language,
    },
  };
}
