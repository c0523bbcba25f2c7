import { defaultPolicy, toldKinds } from "../../alert/policy.ts";
import { eventStages, type EventKind } from "../../model/event.ts";
import type { Asked, CommandCall, CommandContext } from "../context.ts";
import { shownWord, textOption } from "../context.ts";
import { drawChoice, readChoice } from "./choice.ts";
import { allWords, markedAction, namesText, type SettingsPage, type View } from "./page.ts";

/** Kinds that can be asked for: those that are told, to all or on request. */
export function tellableKinds({
  policy = defaultPolicy,
}: Pick<CommandContext, "policy">): readonly EventKind[] {
  return toldKinds(policy);
}

/** What a chat gets that has chosen no kinds. */
export function usualKinds({ policy = defaultPolicy }: Pick<CommandContext, "policy">): readonly EventKind[] {
  return policy.kinds;
}

/** Whether there are kinds beside the usual ones. */
function areMore(context: Pick<CommandContext, "policy">): boolean {
  return usualKinds(context).length < tellableKinds(context).length;
}

/** Those, too, that nobody tells here. */
const everyKind = Object.keys(eventStages) as readonly EventKind[];

/** Words for the usual ones. */
const usualWords: ReadonlySet<string> = new Set([
  "usual",
  "the usual",
  "default",
  "звичайне",
  "звичайні",
  "обычное",
  "обычные",
]);

/** Which kinds of developments the chat is told of. */
export const kindsPage: SettingsPage = {
  name: "kinds",
  options: (context) => [textOption(context, "kinds", { isCompleted: true })],
  summary: ({ call, subscription }) => kindsText(call, subscription.kinds),
  apply(view, words) {
    const { call } = view;
    const { chosen, rest } = readChoice(
      words.map((word) => signedKind(call, word)),
      listOf(view),
    );
    if (chosen !== null) {
      if (chosen.size === 0) return { kind: "refuse", text: call.text("settings-kinds-none"), words: [] };
      const kinds = tellableKinds(call.context).filter((kind) => chosen.has(kind));
      return { kind: "set", change: { kinds: usualIsNull(call.context, kinds) }, words: [] };
    }
    if (rest.length === 0) return { kind: "show", words: [] };
    const read = readKinds(call, rest.join(" "));
    if ("unknown" in read) return { kind: "refuse", text: unknownKindText(call, read.unknown), words: [] };
    return { kind: "set", change: { kinds: read.kinds }, words: [] };
  },
  draw(view) {
    const { call, subscription } = view;
    const label = call.text("settings-kinds-choose");
    const { selects } = drawChoice(call, ["kinds"], { ...listOf(view), page: 1, label });
    const isUsual = subscription.kinds === null;
    if (!areMore(call.context)) {
      const all = markedAction(call, ["kinds", "all"], { label: call.text("kind-all"), isChosen: isUsual });
      return { blocks: [{ kind: "text", text: label }], actions: [all], selects };
    }
    const isAll = subscription.kinds?.length === tellableKinds(call.context).length;
    const usual = namesText(
      call,
      usualKinds(call.context).map((kind) => call.text(`kind-${kind}`)),
    );
    return {
      blocks: [
        { kind: "text", text: label },
        { kind: "note", text: call.text("settings-kinds-usual", { usual }) },
      ],
      actions: [
        markedAction(call, ["kinds", "usual"], { label: call.text("kind-usual"), isChosen: isUsual }),
        markedAction(call, ["kinds", "all"], { label: call.text("kind-all"), isChosen: isAll }),
      ],
      selects,
    };
  },
  complete: (asked) => Promise.resolve(suggestKinds(asked)),
};

/** `-strikes`, as `-strike`. */
function signedKind({ context }: CommandCall, word: string): string {
  const [, sign = "", name = ""] = /^([+-])(\p{L}{3,})$/u.exec(word) ?? [];
  return sign === "" ? word : `${sign}${kindNamed(context, name.toLowerCase()) ?? name}`;
}

function listOf({ call, subscription }: View) {
  return {
    options: tellableKinds(call.context).map((id) => ({ id, label: call.text(`kind-${id}`) })),
    chosen: new Set<string>(subscription.kinds ?? usualKinds(call.context)),
  };
}

/** The kinds that a text names, by their ids or words, separated by commas or spaces; null in it: the usual ones. */
export function readKinds(
  { context }: Pick<CommandCall, "context">,
  typed: string,
): { readonly kinds: readonly EventKind[] | null } | { readonly unknown: string } {
  const whole = typed.trim().toLowerCase();
  if (usualWords.has(whole)) return { kinds: null };
  if (allWords.has(whole)) return { kinds: usualIsNull(context, tellableKinds(context)) };
  const named = new Set<EventKind>();
  for (const word of whole.split(/[\s,]+/u).filter((part) => part !== "")) {
    const kind = kindNamed(context, word);
    if (kind === undefined) return { unknown: word };
    named.add(kind);
  }
  return {
    kinds: usualIsNull(
      context,
      tellableKinds(context).filter((kind) => named.has(kind)),
    ),
  };
}

/** Shorter words are the beginning of many. */
const shortestBeginning = 4;

/** What else people call a kind: by the beginnings of their words. */
const otherWords: Partial<Readonly<Record<EventKind, RegExp>>> = {
  exchange: /^(?:prisoner|pow|swap|полонен|пленн)/u,
  ceasefire: /^(?:cease|truce|перемир|прекращ)/u,
  talks: /^(?:negotiat|переговор)/u,
  strike:
    /^(?:strike|air$|air-|airstrike|raid|drone|missile|shelling|casualt|victim|toll|killed|injured|удар|обстр|атак|повітр|воздуш|дрон|ракет|жертв|загибл|погиб|поранен|ранен|втрат|потер)/u,
  capture: /^(?:territor|captur|advance|територ|террит|захопл|захват)/u,
};

/** The kind that a word in lower case names, by its id or the first word of its name in any language, in the singular, too. Undefined: none. */
export function kindNamed(
  context: Pick<CommandContext, "policy" | "languages" | "translate">,
  word: string,
  kinds = tellableKinds(context),
): EventKind | undefined {
  const isName = (name = ""): boolean =>
    name === word || (word.length >= shortestBeginning && name.startsWith(word));
  const byName = kinds.find(
    (kind) =>
      isName(`${kind}s`) ||
      context.languages.some((tag) =>
        isName(context.translate(tag, `kind-${kind}`).toLowerCase().split(" ")[0]),
      ),
  );
  return byName ?? kinds.find((kind) => otherWords[kind]?.test(word) === true);
}

/** All the usual ones that there are now means: also those that become usual later. */
function usualIsNull(
  context: Pick<CommandContext, "policy">,
  kinds: readonly EventKind[],
): readonly EventKind[] | null {
  const usual = usualKinds(context);
  const isUsual = kinds.length === usual.length && usual.every((kind) => kinds.includes(kind));
  return isUsual || kinds.length === 0 ? null : kinds;
}

/** Which kinds there are, for one who named another: one that is not told here, or none at all. */
export function unknownKindText(call: Pick<CommandCall, "text" | "context">, word: string): string {
  const untold = kindNamed(call.context, word, everyKind);
  if (untold !== undefined) return untoldKindsText(call, [untold]);
  return call.text("settings-kinds-unknown", {
    word: shownWord(word),
    kinds: namedWords(call),
  });
}

/** What may be typed in place of kinds. */
function wordsFor(context: Pick<CommandContext, "policy">): readonly ("usual" | "all" | EventKind)[] {
  return [...(areMore(context) ? (["usual"] as const) : []), "all", ...tellableKinds(context)];
}

/** The same in the language of the answer: the first word of each name, by which it is understood. */
function namedWords(call: Pick<CommandCall, "text" | "context">): string {
  return wordsFor(call.context)
    .map((kind) => {
      const name = call.text(`kind-${kind}`);
      return kind === "usual" ? name : (name.split(" ")[0] ?? name);
    })
    .join(", ");
}

/** That this installation tells of none of these kinds, and of which it does. */
export function untoldKindsText(
  call: Pick<CommandCall, "text" | "context">,
  kinds: readonly EventKind[],
): string {
  return call.text("settings-kinds-untold", {
    untold: kindsText(call, kinds),
    kinds: namedWords(call),
  });
}

/** Kinds in words; null: the usual ones. */
export function kindsText(
  call: Pick<CommandCall, "text" | "context">,
  kinds: readonly EventKind[] | null,
): string {
  const isAll = (kinds ?? usualKinds(call.context)).length === tellableKinds(call.context).length;
  if (isAll) return call.text("kind-all");
  if (kinds === null) return kindsText(call, usualKinds(call.context));
  // All of them: the one that was chosen on purpose must not be the one that is left out.
  return kinds.map((kind) => call.text(`kind-${kind}`)).join(", ");
}

/** Kinds for the last word that is being typed, with those before it; words before it that name none are left out. */
export function suggestKinds({
  completion,
  context,
  text,
}: Asked): readonly { value: string; label: string }[] {
  const parts = completion.typed.split(",").map((part) => part.trim());
  const typed = parts.at(-1)?.toLowerCase() ?? "";
  const before = parts.slice(0, -1).flatMap((part) => kindNamed(context, part.toLowerCase()) ?? []);
  return wordsFor(context)
    .filter((kind) => (kind === "usual" || kind === "all" ? before.length === 0 : !before.includes(kind)))
    .map((kind) => ({ kind, name: text(`kind-${kind}`) }))
    .filter(({ kind, name }) => kind.startsWith(typed) || name.toLowerCase().startsWith(typed))
    .map(({ kind, name }) => ({
      value: [...before, kind].join(","),
      label: [...before.map((part) => text(`kind-${part}`)), name].join(", "),
    }));
}
