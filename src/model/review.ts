import type { DevelopmentId } from "./development.ts";
import type { FigureKey, Span } from "./figure.ts";

/** What people decide about the ledger. Ids of merged developments are followed. */
export type ReviewAction =
  /** It is true and worth telling, whatever the policy would wait for; with a figure: its leading number was checked and stands. */
  | { readonly kind: "confirm"; readonly development: DevelopmentId; readonly figure: FigureKey | null }
  /** The figure's number is this one. It stands over every number heard before; a new one is weighed against it. */
  | {
      readonly kind: "correct";
      readonly development: DevelopmentId;
      readonly figure: FigureKey;
      readonly span: Span & { readonly approx: boolean };
    }
  /**
   * Claims do not count any more: those of one report or (null) of all, about one figure or (null) everything that the development
   * holds. They stay in the ledger, marked. Of all reports: the numbers told so far do not return when others repeat them.
   */
  | {
      readonly kind: "withdraw";
      readonly development: DevelopmentId;
      readonly figure: FigureKey | null;
      readonly reportId: string | null;
    }
  /** Nothing is told of it until it is released. */
  | { readonly kind: "hold"; readonly development: DevelopmentId }
  /** Ends a hold, by whomever, and grants an approval that it waits for: what there is to tell is told. */
  | { readonly kind: "release"; readonly development: DevelopmentId }
  /** Refuses an approval that it waits for: it is kept, and not told as news. */
  | { readonly kind: "refuse"; readonly development: DevelopmentId }
  /** Both are one. The one told first stays; the other's id redirects to it, its message becomes a pointer. */
  | { readonly kind: "merge"; readonly development: DevelopmentId; readonly other: DevelopmentId }
  /** What these reports say is a development of its own. */
  | {
      readonly kind: "split";
      readonly development: DevelopmentId;
      readonly reports: readonly string[];
    }
  /** Takes back what a report said, wherever. */
  | { readonly kind: "retract"; readonly reportId: string }
  /** Takes back the journal's entry `seq`: a report's, a review's (an undo's too) or a rebuild's. */
  | { readonly kind: "undo"; readonly seq: number };

/** One decision, and who made it. */
export interface Review {
  /** Who decided, for the journal only: a platform and a user id, never shown in chats. */
  readonly by: string;
  /** Why, in the reviewer's words; "": not said. */
  readonly note: string;
  readonly action: ReviewAction;
}

/** Why a review changes nothing. */
export type RefusalCode =
  | "no-development"
  | "no-figure"
  | "no-report"
  | "no-entry"
  | "same-development"
  | "other-kind"
  | "nothing-to-change"
  /** It told something, which cannot be untold; or what it changed has changed since. */
  | "cannot-undo";
