import type { Message } from "../model/message.ts";

/** One development on the board, as a chat would be shown it now. */
export interface BoardEntry {
  readonly id: string;
  readonly message: Message;
  /** When it was first told, in words, in the board's zone. */
  readonly firstTold: string;
  /** When it was last changed; null: not since. */
  readonly changed: string | null;
}

/** The words around the entries, in one language. */
export interface BoardWords {
  readonly title: string;
  readonly intro: string;
  readonly empty: string;
  readonly notASiren: string;
  /** How each source stands that is failing or silent; [] when all are well. */
  readonly silentSources: readonly string[];
}

/** A chart of the board. `key`: what its picture is asked for by; it changes with every word and number of the chart. */
export interface BoardChart {
  readonly key: string;
  /** What the picture says, in words. */
  readonly alternative: string;
}

/** How the process is. `isHealthy` false answers 503. */
export interface Health {
  readonly isHealthy: boolean;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/** What main injects into the web adapter. */
export interface BoardData {
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  readonly defaultLanguage: string;
  /** The newest operation, attacks by day, strikes by place: those of them that there is anything to say of. */
  charts(language: string): Promise<readonly BoardChart[]>;
  /** The PNG of a chart that `charts` named; null: it is none of those, or cannot be drawn. */
  picture(key: string): Promise<Uint8Array | null>;
  entries(language: string): Promise<readonly BoardEntry[]>;
  words(language: string): Promise<BoardWords>;
  health(): Promise<Health>;
}
