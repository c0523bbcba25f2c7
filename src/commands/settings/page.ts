import type { Action, Block, Select } from "../../model/message.ts";
import type { Subscription } from "../../model/subscription.ts";
import type { CommandOption } from "../../ports/command.ts";
import type { Asked, CommandCall, CommandContext, Suggestion } from "../context.ts";
import { placeWord } from "../place-word.ts";

/** What a page of settings works on. */
export interface View {
  readonly call: CommandCall;
  readonly subscription: Subscription;
}

/** What words said on a page come to. `words` where the page goes on. */
export type Outcome =
  | { readonly kind: "show"; readonly words: readonly string[] }
  | {
      readonly kind: "set";
      readonly change: Partial<Subscription>;
      readonly words: readonly string[];
      /** What was saved, where the page's summary does not say it. */
      readonly saved?: string;
    }
  /** Nothing is changed; `text` says why, and what to say instead. */
  | { readonly kind: "refuse"; readonly text: string; readonly words: readonly string[] };

/** What stands on a page, without its title and the way back. */
export interface Drawn {
  readonly blocks: readonly Block[];
  readonly actions: readonly Action[];
  readonly selects?: readonly Select[];
}

/**
 * One page of the panel, which is also a subcommand: what its buttons say can be typed. It keeps nothing: each button holds all that is
 * needed, and words that mean nothing any more change nothing.
 */
export interface SettingsPage {
  /** The subcommand. Its texts: `settings-NAME` (label), `command-settings-NAME`. */
  readonly name: string;
  /** Absent: on every platform. */
  isFor?(platform: string): boolean;
  options(context: CommandContext): readonly CommandOption[];
  /** What is chosen now, in a few words. */
  summary(view: View): string | Promise<string>;
  apply(view: View, words: readonly string[]): Outcome | Promise<Outcome>;
  draw(view: View, words: readonly string[]): Drawn | Promise<Drawn>;
  complete?(asked: Asked): Promise<readonly Suggestion[]>;
}

/** Words for nothing of what a page lists. */
export const noneWords: ReadonlySet<string> = new Set(
  "off none no nothing nobody ні немає нема нічого нікого вимк вимкнути нет ничего никого выкл выключить".split(
    " ",
  ),
);

/** Words for all of it. */
export const allWords: ReadonlySet<string> = new Set(
  "all any every everything everywhere усе все всё усі всі будь-які скрізь усюди всюди любые везде повсюду".split(
    " ",
  ),
);

/** Whether what was typed is one of the words for all. */
export function saysAll(words: readonly string[]): boolean {
  const [word = ""] = words;
  return words.length === 1 && allWords.has(word.toLowerCase());
}

/** A button that leads to or changes something in the panel, for the same chat. */
export function panelAction(call: CommandCall, words: readonly string[], label: string): Action {
  return { command: "settings", argument: panelArgument(call, words), label };
}

/** What such a button or list holds. At most 40 characters of ASCII. */
export function panelArgument(call: CommandCall, words: readonly string[]): string {
  return [...words, ...(call.elsewhere === null ? [] : [placeWord(call.place)])].join(" ");
}

/** A button with a mark when it stands for what is chosen: never by colour alone. */
export function markedAction(
  call: CommandCall,
  words: readonly string[],
  { label, isChosen }: { readonly label: string; readonly isChosen: boolean },
): Action {
  return panelAction(call, words, isChosen ? call.text("settings-chosen", { label }) : label);
}

/** A list out of which one chosen thing is taken; [] when there is none. `ids`: as `-value` they are taken out. */
export function removalSelect(
  call: CommandCall,
  page: string,
  chosen: readonly { readonly value: string; readonly name: string }[],
): readonly Select[] {
  if (chosen.length === 0) return [];
  return [
    {
      command: "settings",
      argument: panelArgument(call, [page]),
      label: call.text("settings-remove"),
      isMultiple: false,
      options: chosen.slice(0, 25).map(({ value, name }) => ({
        value: `-${value}`,
        label: call.text("button-remove", { name }),
        isChosen: false,
      })),
    },
  ];
}

/** The button that asks for a name of what the page lists, for lists of many pages. */
export function typeNameAction(call: CommandCall, page: "conflicts" | "sides" | "sources"): Action {
  const ask = {
    title: call.text(`settings-${page}`),
    example: call.text(`settings-${page}-example`),
    maxLength: 100,
  };
  return { ...panelAction(call, [page], call.text("settings-type-name")), ask };
}

/** Names in a row; beyond the fourth they are counted. */
export function namesText(call: Pick<CommandCall, "text">, names: readonly string[]): string {
  const shown = 4;
  if (names.length <= shown) return names.join(", ");
  const rest = names.length - shown;
  return call.text("names-more", { names: names.slice(0, shown).join(", "), count: rest });
}
