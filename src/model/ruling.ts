import type { FigureKey, Span } from "./figure.ts";
import type { Speaker } from "./speaker.ts";

/** What a review leaves on a development, so that later reports meet it. */
export type Ruling = {
  readonly at: number;
  readonly by: string;
  readonly note: string;
} & (
  | { readonly kind: "confirm"; readonly figure: null }
  | {
      readonly kind: "correct";
      readonly figure: FigureKey;
      readonly span: Span & { readonly approx: boolean };
      /** The number that stood before; null: none did. */
      readonly was: number | null;
      /** Whose number it confirms; null: the reviewer's own, or an outlet's. */
      readonly speaker: Speaker | null;
    }
  | { readonly kind: "withdraw"; readonly figure: FigureKey | null; readonly reportId: string | null }
  | { readonly kind: "hold"; readonly figure: null }
);
