import type { Chart } from "./chart.ts";

/**
 * A message in neutral blocks. Adapters draw it in their platform's way; nothing in it is markup,
 * and everything in it may come from a report, so everything is escaped when drawn.
 */
export interface Message {
  /** One line, plain text. */
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly actions: readonly Action[];
  /** Lists to choose from, shown before the actions. Absent: none. */
  readonly selects?: readonly Select[];
  /** A picture that goes with it; a platform that shows none shows its text alternative. Absent: none. */
  readonly chart?: Chart;
  /** BCP-47 primary tag of the words in it. */
  readonly language: string;
}

/** One part of a message, in the order in which it is shown. */
export type Block =
  | { readonly kind: "text"; readonly text: string }
  /** Small print: what to know beside the matter. */
  | { readonly kind: "note"; readonly text: string }
  /** The words of a report, with where they stand. */
  | { readonly kind: "quote"; readonly text: string; readonly source: Link | null }
  | { readonly kind: "figures"; readonly rows: readonly FigureRow[] }
  | { readonly kind: "progress"; readonly text: string; readonly done: number; readonly target: number }
  /** When and what changed since the message was first sent. */
  | { readonly kind: "change"; readonly text: string }
  | { readonly kind: "sources"; readonly text: string; readonly links: readonly Link[] }
  | { readonly kind: "list"; readonly items: readonly ListItem[] }
  /** One of several matters that a message tells: a heading, its numbers, what else there is to it line by line, and small print with a source. */
  | {
      readonly kind: "story";
      readonly title: string;
      readonly rows: readonly FigureRow[];
      readonly lines: readonly string[];
      /** "": none. */
      readonly note: string;
      readonly source: Link | null;
    };

/** One figure as people read it: "Released to Ukraine: 307 (Volodymyr Zelenskyy)". */
export interface FigureRow {
  readonly label: string;
  readonly value: string;
  /** Who says it, with their side where that matters; null: the outlets themselves. */
  readonly by: string | null;
  /** True: an opposing side's number, shown beside the leading one. */
  readonly isRival: boolean;
}

/** A link to a page; `url` is http or https. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

/** One line of a list; `link` goes with the whole line. */
export interface ListItem {
  readonly text: string;
  readonly link: Link | null;
}

/** A button: pressing it runs a command with the argument's words as its options, as if the person had typed it. */
export interface Action {
  /** A command's name. */
  readonly command: string;
  /** At most 40 ASCII characters; "" for none. */
  readonly argument: string;
  readonly label: string;
  /** Asked before it runs; the answer is added to the argument as its last words. Absent: nothing is asked. */
  readonly ask?: Ask;
}

/** One line of text that an action needs: a form where the platform has them, else a question that is answered. */
export interface Ask {
  /** What is asked for, at most 45 characters: the title of the form. */
  readonly title: string;
  /** An example of an answer, at most 100 characters. */
  readonly example: string;
  readonly maxLength: number;
}

/**
 * A list to choose from. Choosing runs the command with the argument's words and one more: the value where one is to be
 * chosen; where several are, `+value` or `-value` (a button pressed) or `=value,value` (all that are now chosen, "=" for none).
 */
export interface Select {
  readonly command: string;
  /** As of an action. */
  readonly argument: string;
  /** What is chosen here, at most 100 characters. */
  readonly label: string;
  readonly isMultiple: boolean;
  /** 1 to 25. Values at most 20 ASCII characters without spaces and commas. */
  readonly options: readonly SelectOption[];
}

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly isChosen: boolean;
}
