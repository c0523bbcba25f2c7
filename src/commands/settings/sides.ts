import type { Party } from "../../model/side.ts";
import { conflictRows, foughtConflicts } from "../../reference/conflicts.ts";
import { partyName, partyRows } from "../../reference/parties.ts";
import { shownWord, textOption } from "../context.ts";
import { drawChoice, readChoice, withTyped } from "./choice.ts";
import { markedAction, namesText, saysAll, typeNameAction, type SettingsPage, type View } from "./page.ts";

/** Only what one of these parties has a part in. */
export const sidesPage: SettingsPage = {
  name: "sides",
  options: (context) => [textOption(context, "side", { isCompleted: true })],
  summary({ call, subscription: { sides } }) {
    if (sides === null) return call.text("settings-sides-all");
    return namesText(
      call,
      sides.map((party) => partyName(party, call.language)),
    );
  },
  apply(view, words) {
    const { page, chosen, rest } = readChoice(words, listOf(view));
    const goOn = [String(page)];
    if (chosen !== null)
      return { kind: "set", change: { sides: chosen.size === 0 ? null : [...chosen] }, words: goOn };
    if (rest.length === 0) return { kind: "show", words: goOn };
    if (saysAll(rest)) return { kind: "set", change: { sides: null }, words: goOn };
    return applyTyped(view, rest.join(" "), goOn);
  },
  draw(view, words) {
    const { call, subscription } = view;
    const label = call.text("settings-sides-choose");
    const page = Number(words[0] ?? "1");
    const { selects, pages } = drawChoice(call, ["sides"], { ...listOf(view), page, label });
    const all = markedAction(call, ["sides", "all"], {
      label: call.text("settings-sides-all"),
      isChosen: subscription.sides === null,
    });
    return {
      blocks: [{ kind: "text", text: label }],
      actions: [...pages, typeNameAction(call, "sides"), all],
      selects,
    };
  },
  complete: ({ completion, language }) =>
    Promise.resolve(
      findParties(completion.typed, language).map((party) => ({
        value: party,
        label: partyName(party, language),
      })),
    ),
};

function applyTyped({ call, subscription }: View, typed: string, words: readonly string[]) {
  const parties = typed.split(",").map((part) => findParties(part, call.language)[0] ?? null);
  if (parties.includes(null))
    return {
      kind: "refuse",
      text: call.text("settings-sides-unknown", { word: shownWord(typed) }),
      words,
    } as const;
  const known = parties.filter((party) => party !== null);
  return { kind: "set", change: { sides: withTyped(subscription.sides, known) }, words } as const;
}

/** Parties of the chosen conflicts, else of all, and those chosen before. */
function listOf({ call, subscription }: View) {
  const { conflicts, sides } = subscription;
  const rows = foughtConflicts().filter(({ id }) => conflicts === null || conflicts.includes(id));
  const parties = new Set<Party>([...(sides ?? []), ...rows.flatMap((row) => row.parties)]);
  return {
    options: [...parties].map((id) => ({ id, label: partyName(id, call.language) })),
    chosen: new Set<string>(sides),
  };
}

/** Parties of any conflict by code or by name in any language, exact ones first. */
function findParties(typed: string, language: string): readonly Party[] {
  const text = typed.trim().toLowerCase();
  const fighting = new Set(conflictRows().flatMap((row) => row.parties));
  const exact: Party[] = [];
  const begun: Party[] = [];
  for (const { party, name } of partyRows()) {
    if (!fighting.has(party)) continue;
    const names = [partyName(party, language), ...Object.values(name)].map((each) => each.toLowerCase());
    if (party.toLowerCase() === text || names.includes(text)) exact.push(party);
    else if (names.some((each) => each.startsWith(text))) begun.push(party);
  }
  return [...exact, ...begun];
}
