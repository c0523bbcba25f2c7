import type { FormLanguage } from "../../reference/forms.ts";
import { conflictRows, type ConflictRow } from "../../reference/conflicts.ts";
import { shownWord, textOption, type Asked } from "../context.ts";
import { drawChoice, readChoice, withTyped } from "./choice.ts";
import { markedAction, namesText, typeNameAction, type SettingsPage, type View } from "./page.ts";

/** Which conflicts the chat is told of. */
export const conflictsPage: SettingsPage = {
  name: "conflicts",
  options: (context) => [textOption(context, "conflict", { isCompleted: true })],
  summary({ call, subscription: { conflicts } }) {
    if (conflicts === null) return call.text("settings-conflicts-all");
    return namesText(
      call,
      conflicts.map((id) => conflictName(id, call.language)),
    );
  },
  apply(view, words) {
    const { call } = view;
    const { page, chosen, rest } = readChoice(words, listOf(view));
    const goOn = [String(page)];
    if (chosen !== null) return { kind: "set", change: { conflicts: orNull([...chosen]) }, words: goOn };
    if (rest.length === 0) return { kind: "show", words: goOn };
    if (rest[0] === "all") return { kind: "set", change: { conflicts: null }, words: goOn };
    const typed = rest.join(" ");
    const ids = typed.split(",").map((part) => findConflicts(part, call.language)[0]?.id ?? null);
    if (ids.includes(null))
      return {
        kind: "refuse",
        text: call.text("settings-conflicts-unknown", { word: shownWord(typed) }),
        words: goOn,
      };
    const known = ids.filter((id) => id !== null);
    return { kind: "set", change: { conflicts: withTyped(view.subscription.conflicts, known) }, words: goOn };
  },
  draw(view, words) {
    const { call, subscription } = view;
    const page = Number(words[0] ?? "1");
    const label = call.text("settings-conflicts-choose");
    const { selects, pages } = drawChoice(call, ["conflicts"], { ...listOf(view), page, label });
    const all = markedAction(call, ["conflicts", "all"], {
      label: call.text("settings-conflicts-all"),
      isChosen: subscription.conflicts === null,
    });
    return {
      blocks: [
        { kind: "text", text: label },
        { kind: "note", text: call.text("settings-conflicts-unknown-one") },
      ],
      actions: [...pages, typeNameAction(call, "conflicts"), all],
      selects,
    };
  },
  complete: (asked) => Promise.resolve(suggestConflicts(asked)),
};

function listOf({ call, subscription }: View) {
  return {
    options: livingConflicts().map(({ id }) => ({ id, label: conflictName(id, call.language) })),
    chosen: new Set(subscription.conflicts),
  };
}

/** Of a frozen one no developments are told. */
function livingConflicts(): readonly ConflictRow[] {
  return conflictRows().filter(({ isFrozen }) => isFrozen !== true);
}

/** A conflict's name in a language; the id itself for one that the table no longer has. */
export function conflictName(id: string, language: string): string {
  const name = conflictRows().find((row) => row.id === id)?.name;
  return name === undefined ? id : (name[language as FormLanguage] ?? name.en);
}

/** Conflicts whose id or name, in any language, begins with or holds the text; the person's language first. */
export function findConflicts(typed: string, language: string): readonly ConflictRow[] {
  const text = plain(typed);
  const namesOf = (row: ConflictRow) =>
    [row.name[language as FormLanguage] ?? row.name.en, ...Object.values(row.name)].map(plain);
  const rank = (row: ConflictRow): number => {
    if (plain(row.id) === text || namesOf(row).includes(text)) return 0;
    if (namesOf(row).some((name) => name.startsWith(text))) return 1;
    return namesOf(row).some((name) => name.includes(text)) || plain(row.id).startsWith(text) ? 2 : 3;
  };
  return livingConflicts()
    .map((row) => ({ row, rank: rank(row) }))
    .filter((found) => found.rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ row }) => row);
}

/** Conflicts for what is typed; what is chosen is their id. */
export function suggestConflicts({
  completion,
  language,
}: Asked): readonly { value: string; label: string }[] {
  return findConflicts(completion.typed, language).map(({ id }) => ({
    value: id,
    label: conflictName(id, language),
  }));
}

/** People type hyphens where names have dashes, with or without spaces. */
function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/\s*[–—-]\s*/gu, "-");
}

/** None chosen means: all. */
function orNull<Item>(items: readonly Item[]): readonly Item[] | null {
  return items.length === 0 ? null : items;
}
