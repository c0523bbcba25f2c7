import type { FormLanguage } from "../../reference/forms.ts";
import { conflictRows, foughtConflicts, type ConflictRow } from "../../reference/conflicts.ts";
import { isWithin } from "../../reference/places.ts";
import { shownWord, textOption, type Asked } from "../context.ts";
import { findPlaces } from "../find-place.ts";
import { drawChoice, readChoice, withTyped } from "./choice.ts";
import {
  markedAction,
  namesText,
  panelAction,
  saysAll,
  typeNameAction,
  type Drawn,
  type SettingsPage,
  type View,
} from "./page.ts";

/** The page goes on with the question which of several is meant. */
const which = "which";
const maxAsked = 10;

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
    if (saysAll(rest)) return { kind: "set", change: { conflicts: null }, words: goOn };
    const typed = rest.join(" ");
    const parts = typed.split(",").filter((part) => part.trim() !== "");
    const named = parts.map((part) => namedConflicts(part, call.language));
    if (named.some((rows) => rows.length === 0))
      return {
        kind: "refuse",
        text: call.text("settings-conflicts-unknown", { word: shownWord(typed) }),
        words: goOn,
      };
    const several = named.find((rows) => rows.length > 1) ?? [];
    const sure = named.flatMap((rows) => (rows.length === 1 ? rows.map(({ id }) => id) : []));
    const next = several.length === 0 ? goOn : [which, ...several.map(({ id }) => id)];
    if (sure.length === 0) return { kind: "show", words: next };
    return { kind: "set", change: { conflicts: withTyped(view.subscription.conflicts, sure) }, words: next };
  },
  draw(view, words) {
    const { call, subscription } = view;
    if (words[0] === which) return drawWhich(view, words.slice(1));
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

/** Several conflicts may be meant: one of them is chosen, as if its id were typed. */
function drawWhich({ call }: View, ids: readonly string[]): Drawn {
  return {
    blocks: [{ kind: "text", text: call.text("settings-places-which") }],
    actions: ids
      .slice(0, maxAsked)
      .map((id) => panelAction(call, ["conflicts", id], conflictName(id, call.language))),
  };
}

function listOf({ call, subscription }: View) {
  return {
    options: foughtConflicts().map(({ id }) => ({ id, label: conflictName(id, call.language) })),
    chosen: new Set(subscription.conflicts),
  };
}

/** A conflict's name in a language; the id itself for one that the table no longer has. */
export function conflictName(id: string, language: string): string {
  const name = conflictRows().find((row) => row.id === id)?.name;
  return name === undefined ? id : (name[language as FormLanguage] ?? name.en);
}

/**
 * The conflicts that a person may mean: the one of that id or name; else those in whose names all of the words stand; else those that are fought
 * where a place of that name lies. []: none.
 */
export function namedConflicts(typed: string, language: string): readonly ConflictRow[] {
  const text = plain(typed);
  const exact = foughtConflicts().find((row) => isCalled(row, text));
  if (exact !== undefined) return [exact];
  const found = findConflicts(typed, language);
  if (found.length > 0) return found;
  const words = text.split(/[\s-]+/u).filter((word) => word !== "");
  const holding = foughtConflicts().filter((row) =>
    namesOf(row).some((name) => words.length > 1 && words.every((word) => name.includes(word))),
  );
  if (holding.length > 0) return holding;
  const places = findPlaces(typed);
  return foughtConflicts().filter((row) =>
    row.places.some((whole) => places.some((place) => isWithin(place, whole))),
  );
}

/** Conflicts whose id or name, in any language, begins with or holds the text. */
export function findConflicts(typed: string, language: string): readonly ConflictRow[] {
  const text = plain(typed);
  if (text === "") return foughtConflicts();
  const rank = (row: ConflictRow): number => {
    if (isCalled(row, text)) return 0;
    const names = [plain(conflictName(row.id, language)), ...namesOf(row)];
    if (names.some((name) => name.startsWith(text))) return 1;
    return names.some((name) => name.includes(text)) || plain(row.id).startsWith(text) ? 2 : 3;
  };
  return foughtConflicts()
    .map((row) => ({ row, rank: rank(row) }))
    .filter((found) => found.rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ row }) => row);
}

function namesOf({ name }: ConflictRow): readonly string[] {
  return Object.values(name).map(plain);
}

function isCalled(row: ConflictRow, text: string): boolean {
  return plain(row.id) === text || namesOf(row).includes(text);
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
