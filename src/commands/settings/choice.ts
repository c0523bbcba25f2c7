import type { Action, Select } from "../../model/message.ts";
import type { CommandCall } from "../context.ts";
import { fromShortKey, listMark, shortKey } from "../short-key.ts";
import { panelAction, panelArgument } from "./page.ts";

/** Platforms list 25 at once; fewer are easier to look over. */
const pageSize = 20;

/** Something that can be chosen. */
export interface ChoiceOption {
  readonly id: string;
  readonly label: string;
}

/** A list of which any number can be chosen. */
export interface ChoiceList {
  readonly options: readonly ChoiceOption[];
  readonly chosen: ReadonlySet<string>;
}

/** What words say about such a list: `[page] [#mark] [+value | -value | =value,value]`. */
export interface ReadChoice {
  readonly page: number;
  /** What is chosen now; null: the words change nothing. */
  readonly chosen: ReadonlySet<string> | null;
  /** Words that are none of these. */
  readonly rest: readonly string[];
}

/** Reads what was pressed or typed. Values that are not on offer (any more) change nothing. */
export function readChoice(words: readonly string[], { options, chosen }: ChoiceList): ReadChoice {
  const ids = options.map(({ id }) => id);
  const page = Number(words.find((word) => /^\d{1,3}$/u.test(word)) ?? "1");
  const mark = words.find((word) => word.startsWith("#"))?.slice(1);
  const rest: string[] = [];
  let now: ReadonlySet<string> | null = null;
  for (const word of words) {
    if (/^(?:\d{1,3}$|#)/u.test(word)) continue;
    const [, sign = "", values = ""] = /^([+=-])(.*)$/u.exec(word) ?? [];
    if (sign === "") rest.push(word);
    else now = changeChosen({ ids, chosen: now ?? chosen, page, mark }, sign, values) ?? now;
  }
  return { page: clampPage(page, ids.length), chosen: now, rest };
}

interface Choosing {
  readonly ids: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly page: number;
  readonly mark: string | undefined;
}

function changeChosen(
  { ids, chosen, page, mark }: Choosing,
  sign: string,
  values: string,
): ReadonlySet<string> | null {
  const named = values.split(",").flatMap((value) => fromShortKey(value, ids) ?? []);
  if (sign === "+") return named.length === 0 ? null : chosen.union(new Set(named));
  if (sign === "-") return named.length === 0 ? null : chosen.difference(new Set(named));
  // "All that are now chosen" is said of one page; when the list has changed meanwhile it was said of another.
  const shown = pageOf(ids, clampPage(page, ids.length));
  if (mark !== undefined && mark !== listMark(shown)) return null;
  return chosen.difference(new Set(shown)).union(new Set(named.filter((id) => shown.includes(id))));
}

/** The list as it is shown, with the way to its other pages. `words`: where the panel stands. */
export function drawChoice(
  call: CommandCall,
  words: readonly string[],
  list: ChoiceList & { readonly page: number; readonly label: string },
): { readonly selects: readonly Select[]; readonly pages: readonly Action[] } {
  const page = clampPage(list.page, list.options.length);
  const shown = pageOf(list.options, page);
  if (shown.length === 0) return { selects: [], pages: [] };
  const last = lastPage(list.options.length);
  const numbered = last === 1 ? words : [...words, String(page)];
  const mark = listMark(shown.map(({ id }) => id));
  const select: Select = {
    command: "settings",
    argument: panelArgument(call, [...numbered, `#${mark}`]),
    label: list.label,
    isMultiple: true,
    options: shown.map(({ id, label }) => ({
      value: shortKey(id),
      label,
      isChosen: list.chosen.has(id),
    })),
  };
  return { selects: [select], pages: pageActions(call, words, { page, last }) };
}

/** Buttons to the page before and the one after; none where there is but one page. */
export function pageActions(
  call: CommandCall,
  words: readonly string[],
  { page, last }: { readonly page: number; readonly last: number },
): readonly Action[] {
  const to = (other: number, key: string): readonly Action[] =>
    other < 1 || other > last
      ? []
      : [panelAction(call, [...words, String(other)], call.text(key, { page: other, last }))];
  return [...to(page - 1, "button-page-before"), ...to(page + 1, "button-page-next")];
}

/** How many pages a list of `count` has; 1 for none. */
export function lastPage(count: number): number {
  return Math.max(1, Math.ceil(count / pageSize));
}

/** The page's part of a list; pages count from 1. */
export function pageOf<Item>(items: readonly Item[], page: number): readonly Item[] {
  return items.slice((page - 1) * pageSize, page * pageSize);
}

function clampPage(page: number, count: number): number {
  return Math.min(Math.max(1, page), lastPage(count));
}

/** What was chosen with what is typed beside it; `chosen` null: all, of which what is typed is the first choice. */
export function withTyped<Id extends string>(chosen: readonly Id[] | null, typed: readonly Id[]): Id[] {
  return [...new Set([...(chosen ?? []), ...typed])];
}
