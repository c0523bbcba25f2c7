import type { Action, Block } from "../../model/message.ts";
import type { PlaceCode } from "../../model/place.ts";
import type { PlaceChoice } from "../../model/subscription.ts";
import { textsOf } from "../../languages/texts.ts";
import { placeText } from "../../alert/place-text.ts";
import { foughtConflicts } from "../../reference/conflicts.ts";
import { countryOf, displayName, placeByCode, placeRows } from "../../reference/places.ts";
import { shownWord, textOption, type CommandCall } from "../context.ts";
import { findPlaces, placeLabel, suggestPlaces } from "../find-place.ts";
import { fromShortKey, shortKey } from "../short-key.ts";
import { drawChoice, readChoice, type ChoiceList } from "./choice.ts";
import {
  markedAction,
  namesText,
  panelAction,
  saysAll,
  panelArgument,
  removalSelect,
  type Drawn,
  type Outcome,
  type SettingsPage,
  type View,
} from "./page.ts";

/** Countries offered to go into; any other place is typed. */
const maxCountries = 20;
const maxChosen = 200;

/** What people call no place, beside what the button says. */
const unknownWords: ReadonlySet<string> = new Set([
  "unknown",
  "невідоме",
  "невідомо",
  "неизвестное",
  "неизвестно",
]);

/** Whether "place unknown" is meant: by a short word, or as it is shown in any language. */
function namesUnknown({ context }: CommandCall, typed: string): boolean {
  const name = typed.trim().toLowerCase();
  return (
    unknownWords.has(name) ||
    context.languages.some((tag) => context.translate(tag, "settings-places-unknown").toLowerCase() === name)
  );
}

/** Where it must have happened: countries, regions, towns, and "place unknown" as a choice of its own. */
export const placesPage: SettingsPage = {
  name: "places",
  options: (context) => [textOption(context, "place", { isCompleted: true })],
  summary: ({ call, subscription }) => placesText(call, subscription.places),
  apply(view, words) {
    const [first = "", ...rest] = words;
    if (saysAll(words)) return { kind: "set", change: { places: null }, words: [] };
    switch (first) {
      case "":
        return { kind: "show", words: [] };
      case "unknown":
        return rest.length === 0 ? applyTyped(view, first) : setUnknown(view, rest[0] !== "off");
      case "in":
        return applyRegions(view, rest);
      case "find":
        return applyTyped(view, rest.join(" "));
      default:
        return applyOther(view, words);
    }
  },
  draw(view, [first = "", ...rest]) {
    if (first === "in") return drawRegions(view, rest);
    if (first === "which") return drawWhich(view, rest);
    return drawOverview(view);
  },
  complete: ({ completion, language }) =>
    Promise.resolve(
      suggestPlaces(completion.typed, language).map((code) => ({
        value: code,
        label: placeLabel(code, language),
      })),
    ),
};

/** Chosen places in words; null: everywhere. */
export function placesText(call: Pick<CommandCall, "text" | "language">, places: PlaceChoice | null): string {
  if (places === null) return call.text("settings-places-all");
  const texts = textsOf(call.language);
  const names = places.codes.map((code) => placeText(code, texts));
  return namesText(call, [...names, ...(places.withUnknown ? [call.text("settings-places-unknown")] : [])]);
}

const nowhere: PlaceChoice = { codes: [], withUnknown: false };

function change(places: PlaceChoice, words: readonly string[]): Outcome {
  const isEmpty = places.codes.length === 0 && !places.withUnknown;
  return { kind: "set", change: { places: isEmpty ? null : places }, words };
}

/** The button adds reports without a place to the chosen places; who is told everything is told those already. */
function setUnknown({ call, subscription }: View, withUnknown: boolean): Outcome {
  if (withUnknown && subscription.places === null)
    return { kind: "refuse", text: call.text("settings-places-unknown-told"), words: [] };
  return change({ ...(subscription.places ?? nowhere), withUnknown }, []);
}

/** What a button says, or names as people type them: "Odesa", "+Odesa", "-Odesa". */
function applyOther(view: View, words: readonly string[]): Outcome {
  const typed = words.join(" ");
  const pressed = words.length === 1 && /^[+-]/u.test(typed) ? applyOne(view, typed) : null;
  if (pressed !== null && pressed.kind !== "show") return pressed;
  if (typed.startsWith("-")) return removeNamed(view, typed.slice(1).trim());
  return applyTyped(view, typed.replace(/^\+\s*/u, ""));
}

/** One that is not chosen (any more) takes out nothing. */
function removeNamed({ call, subscription }: View, typed: string): Outcome {
  const places = subscription.places ?? nowhere;
  if (namesUnknown(call, typed)) return change({ ...places, withUnknown: false }, []);
  const found = findPlaces(typed);
  const left = places.codes.filter((code) => !found.includes(code));
  if (left.length < places.codes.length) return change({ ...places, codes: left }, []);
  // A button of a place that is not chosen any more.
  if (!/\p{L}{3,}/u.test(typed) || found.length > 0) return { kind: "show", words: [] };
  return { kind: "refuse", text: call.text("settings-places-none", { word: shownWord(typed) }), words: [] };
}

/** `+CODE` or `-CODE`. */
function applyOne({ call, subscription }: View, word: string): Outcome {
  const places = subscription.places ?? nowhere;
  const value = word.slice(1);
  if (word.startsWith("-")) {
    const code = fromShortKey(value, places.codes);
    if (code === null) return { kind: "show", words: [] };
    return change({ ...places, codes: places.codes.filter((each) => each !== code) }, []);
  }
  const code = placeRows().find((row) => shortKey(row.code) === value)?.code;
  return code === undefined ? { kind: "show", words: [] } : add(call, places, [code]);
}

function add(call: CommandCall, places: PlaceChoice, codes: readonly PlaceCode[]): Outcome {
  const all = [...new Set([...places.codes, ...codes])];
  if (all.length > maxChosen)
    return { kind: "refuse", text: call.text("settings-places-many", { count: maxChosen }), words: [] };
  return change({ ...places, codes: all }, []);
}

/** Names or codes, separated by commas. One that may mean several places is asked about. */
function applyTyped({ call, subscription }: View, typed: string): Outcome {
  const codes: PlaceCode[] = [];
  const parts = typed.split(",");
  const named = parts.filter((part) => !namesUnknown(call, part));
  for (const part of named) {
    const found = findPlaces(part);
    const [first, ...others] = found;
    if (first === undefined)
      return {
        kind: "refuse",
        text: call.text("settings-places-none", { word: shownWord(part) }),
        words: [],
      };
    if (others.length > 0 && !isCode(part, first) && !typed.includes(","))
      return { kind: "show", words: ["which", ...found] };
    codes.push(first);
  }
  const places = subscription.places ?? nowhere;
  return add(call, named.length < parts.length ? { ...places, withUnknown: true } : places, codes);
}

function isCode(typed: string, code: PlaceCode): boolean {
  return typed.trim().toLowerCase() === code.toLowerCase();
}

/** `in UA [page] [+CODE …]`: the regions of one country, or the whole of it. */
function applyRegions(view: View, [country = "", ...words]: readonly string[]): Outcome {
  const list = regionsOf(view, country);
  if (list.options.length === 0) return { kind: "show", words: [] };
  const { page, chosen } = readChoice(words, list);
  const goOn = ["in", country, String(page)];
  if (chosen === null) return { kind: "show", words: goOn };
  const places = view.subscription.places ?? nowhere;
  const elsewhere = places.codes.filter((code) => !list.options.some(({ id }) => id === code));
  return change({ ...places, codes: [...elsewhere, ...chosen] }, goOn);
}

function regionsOf({ call, subscription }: View, country: string): ChoiceList {
  const whole = placeByCode(country);
  const rows = placeRows().filter(
    ({ kind, parent }) => parent === country && (kind === "region" || kind === "area"),
  );
  if (whole?.kind !== "country") return { options: [], chosen: new Set() };
  const texts = textsOf(call.language);
  const regions = rows
    .map(({ code }) => ({ id: code, label: placeText(code, texts) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, call.language));
  const all = call.text("settings-places-whole", { name: placeText(country, texts) });
  return {
    options: [{ id: country, label: all }, ...regions],
    chosen: new Set(subscription.places?.codes),
  };
}

function drawOverview(view: View): Drawn {
  const { call, subscription } = view;
  const { places } = subscription;
  const texts = textsOf(call.language);
  const removals = removalSelect(
    call,
    "places",
    (places?.codes ?? []).map((code) => ({ value: shortKey(code), name: placeText(code, texts) })),
  );
  const unknown = markedAction(call, ["places", "unknown", places?.withUnknown === true ? "off" : "on"], {
    label: call.text("settings-places-unknown"),
    isChosen: places?.withUnknown === true,
  });
  const all = markedAction(call, ["places", "all"], {
    label: call.text("settings-places-all"),
    isChosen: places === null,
  });
  const blocks: Block[] = [
    { kind: "text", text: call.text("settings-places-now", { places: placesText(call, places) }) },
    { kind: "note", text: call.text("settings-places-about") },
  ];
  return { blocks, actions: [typeAction(call), unknown, all], selects: [countrySelect(view), ...removals] };
}

function typeAction(call: CommandCall): Action {
  return {
    ...panelAction(call, ["places", "find"], call.text("settings-places-type")),
    ask: {
      title: call.text("settings-places-ask"),
      example: call.text("settings-places-example"),
      maxLength: 100,
    },
  };
}

/** The countries where the chosen conflicts are fought, else all conflicts, the more telling ones first. */
function countrySelect({ call, subscription }: View): NonNullable<Drawn["selects"]>[number] {
  const { conflicts, places } = subscription;
  const rows = foughtConflicts().filter(({ id }) => conflicts === null || conflicts.includes(id));
  const countries = rows.flatMap((row) => row.places.flatMap((code) => countryOf(code) ?? []));
  const chosen = new Set(places?.codes.map((code) => countryOf(code)));
  return {
    command: "settings",
    argument: panelArgument(call, ["places", "in"]),
    label: call.text("settings-places-country"),
    isMultiple: false,
    options: [...new Set(countries)].slice(0, maxCountries).map((code) => ({
      value: code,
      label: displayName(code, call.language),
      isChosen: chosen.has(code),
    })),
  };
}

function drawRegions(view: View, [country = "", page = "1"]: readonly string[]): Drawn {
  const { call } = view;
  const list = regionsOf(view, country);
  const label = call.text("settings-places-regions", { name: displayName(country, call.language) });
  const drawn = drawChoice(call, ["places", "in", country], { ...list, page: Number(page), label });
  return {
    blocks: [{ kind: "text", text: label }],
    actions: [...drawn.pages, panelAction(call, ["places"], call.text("button-back-places"))],
    selects: drawn.selects,
  };
}

/** Several places have that name. */
function drawWhich({ call }: View, codes: readonly string[]): Drawn {
  const actions = codes.map((code) =>
    panelAction(call, ["places", `+${shortKey(code)}`], placeLabel(code, call.language)),
  );
  return {
    blocks: [{ kind: "text", text: call.text("settings-places-which") }],
    actions: [...actions, panelAction(call, ["places"], call.text("button-back-places"))],
  };
}
