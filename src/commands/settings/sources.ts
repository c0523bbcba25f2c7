import type { Source } from "../../model/source.ts";
import type { FollowedSource } from "../../ports/source-store.ts";
import { shownWord, textOption } from "../context.ts";
import { ownArgument, ownLines, ownRulesOf } from "../own-sources.ts";
import { drawChoice, readChoice, withTyped } from "./choice.ts";
import { markedAction, namesText, saysAll, typeNameAction, type SettingsPage, type View } from "./page.ts";

/** Only what one of these sources has reported. */
export const sourcesPage: SettingsPage = {
  name: "sources",
  options: (context) => [textOption(context, "source", { key: "option-follow", isCompleted: true })],
  async summary(view) {
    const { call } = view;
    const own = (await ownOf(view)).length;
    const chosen = await chosenText(view);
    return own === 0 ? chosen : call.text("settings-sources-own", { sources: chosen, count: own });
  },
  async apply(view, words) {
    const { call } = view;
    const list = await listOf(view);
    const { page, chosen, rest } = readChoice(words, list);
    const goOn = [String(page)];
    if (chosen !== null)
      return { kind: "set", change: { sources: chosen.size === 0 ? null : [...chosen] }, words: goOn };
    if (rest.length === 0) return { kind: "show", words: goOn };
    if (saysAll(rest)) return { kind: "set", change: { sources: null }, words: goOn };
    const typed = rest.join(" ");
    const ids = typed.split(",").map((part) => findSources(list.sources, part)[0]?.id ?? null);
    if (ids.includes(null))
      return {
        kind: "refuse",
        text: call.text("settings-sources-unknown", { word: shownWord(typed) }),
        words: goOn,
      };
    const known = ids.filter((id) => id !== null);
    return { kind: "set", change: { sources: withTyped(view.subscription.sources, known) }, words: goOn };
  },
  async draw(view, words) {
    const { call, subscription } = view;
    const label = call.text("settings-sources-choose");
    const page = Number(words[0] ?? "1");
    const own = await ownOf(view);
    const { selects, pages } = drawChoice(call, ["sources"], { ...(await listOf(view)), page, label });
    const all = markedAction(call, ["sources", "all"], {
      label: call.text("settings-sources-all"),
      isChosen: subscription.sources === null,
    });
    return {
      blocks: [
        { kind: "text", text: call.text("settings-places-now", { places: await chosenText(view) }) },
        { kind: "text", text: label },
        { kind: "note", text: call.text("settings-sources-fewer") },
        ...(own.length === 0
          ? []
          : [{ kind: "text" as const, text: call.text("sources-own") }, ownLines(call, own)]),
      ],
      actions: [
        ...pages,
        typeNameAction(call, "sources"),
        all,
        ...(own.length === 0 && ownRulesOf(call.context) === null
          ? []
          : [{ command: "follow", argument: ownArgument(call, []), label: call.text("button-own-sources") }]),
      ],
      selects,
    };
  },
  async complete({ completion, context, text }) {
    const sources = (await context.store.sources.list()).map(({ source }) => source);
    return findSources(sources, completion.typed).map((source) => ({
      value: source.id,
      label: sourceLabel({ text }, source),
    }));
  },
};

async function chosenText(view: View): Promise<string> {
  const { call, subscription } = view;
  if (subscription.sources === null) return call.text("settings-sources-all");
  const known = await followed(view);
  const names = subscription.sources.map((id) => known.find((source) => source.id === id)?.name ?? id);
  return namesText(call, names);
}

/** What the chat follows by itself: that counts whatever is chosen here. */
async function ownOf({ call }: View): Promise<readonly FollowedSource[]> {
  return call.chat === null ? [] : call.context.store.sources.own(call.chat.id);
}

async function followed({ call }: View): Promise<readonly Source[]> {
  const sources = (await call.context.store.sources.list()).map(({ source }) => source);
  return sources.toSorted((a, b) => a.name.localeCompare(b.name, call.language) || (a.id < b.id ? -1 : 1));
}

/** All that are followed; one that was chosen and is followed no more can still be taken out. */
async function listOf(view: View) {
  const { call, subscription } = view;
  const sources = await followed(view);
  const gone = (subscription.sources ?? []).filter((id) => !sources.some((source) => source.id === id));
  return {
    sources,
    options: [
      ...sources.map((source) => ({ id: source.id, label: sourceLabel(call, source) })),
      ...gone.map((id) => ({ id, label: id })),
    ],
    chosen: new Set<string>(subscription.sources),
  };
}

/** A source's name, marked when a state controls it. */
export function sourceLabel(
  call: Pick<View["call"], "text">,
  { name, isStateControlled }: Pick<Source, "name" | "isStateControlled">,
): string {
  return isStateControlled ? call.text("source-state", { name }) : name;
}

/** Sources by id or by name: whole ones, then those that begin with the text, then those that hold it. */
export function findSources(sources: readonly Source[], typed: string): readonly Source[] {
  const text = typed.trim().toLowerCase();
  const rank = ({ id, name }: Source): number => {
    const words = [id.toLowerCase(), name.toLowerCase()];
    if (words.includes(text)) return 0;
    if (words.some((word) => word.startsWith(text))) return 1;
    return words.some((word) => word.includes(text)) ? 2 : 3;
  };
  return sources
    .map((source) => ({ source, rank: rank(source) }))
    .filter((found) => found.rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ source }) => source);
}
