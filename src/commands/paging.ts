import type { Action, Select } from "../model/message.ts";
import type { CommandCall } from "./context.ts";

/** The longest label of a list's line. */
const maxLabel = 100;

/** The page that a word names; the first for everything else. */
export function readPage(word: string | undefined): number {
  return word !== undefined && /^[1-9]\d{0,3}$/u.test(word) ? Number(word) : 1;
}

/** Buttons to the pages before and after. `words`: what stands before the page's number in the argument. */
export function pageButtons(
  call: Pick<CommandCall, "text">,
  command: string,
  {
    page,
    isMore,
    words = [],
  }: { readonly page: number; readonly isMore: boolean; readonly words?: readonly string[] },
): readonly Action[] {
  const to = (other: number, key: string): Action => ({
    command,
    argument: [...words, String(other)].join(" "),
    label: call.text(key, { page: other }),
  });
  return [
    ...(page > 1 ? [to(page - 1, "button-newer")] : []),
    ...(isMore ? [to(page + 1, "button-more")] : []),
  ];
}

/** A list out of which one development is opened; [] for none. */
export function openSelect(
  call: Pick<CommandCall, "text">,
  developments: readonly { readonly id: string; readonly title: string }[],
): readonly Select[] {
  return selectOf(developments, { command: "development", label: call.text("open-development") });
}

/** A list of developments with the chosen one of which a command is called; [] for none. At most 25 are in it. */
export function selectOf(
  developments: readonly { readonly id: string; readonly title: string }[],
  { command, label }: Pick<Select, "command" | "label">,
): readonly Select[] {
  if (developments.length === 0) return [];
  return [
    {
      command,
      argument: "",
      label,
      isMultiple: false,
      options: developments.slice(0, 25).map(({ id, title }) => ({
        value: id,
        label: title.length <= maxLabel ? title : `${title.slice(0, maxLabel - 1)}…`,
        isChosen: false,
      })),
    },
  ];
}
