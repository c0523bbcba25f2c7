import type { CommandContext, Translate } from "../commands/context.ts";
import { usualKinds } from "../commands/settings/kinds.ts";
import { failureText } from "../commands/failure-text.ts";
import { momentFormat } from "../languages/date-format.ts";
import type { Alert } from "../model/alert.ts";
import type { PollState } from "../model/source.ts";
import type { Store } from "../ports/store.ts";
import type { BoardData, BoardEntry, Health } from "../ports/board.ts";
import type { FollowedSource } from "../ports/source-store.ts";

/** How many developments the board shows. */
const shownCount = 60;
/** So many of a development's alerts are read to find the first. */
const alertCount = 500;

export interface BoardOptions extends Pick<BoardData, "charts" | "picture">, Pick<CommandContext, "policy"> {
  readonly store: Store;
  readonly translate: Translate;
  readonly compose: CommandContext["compose"];
  readonly languages: readonly string[];
  readonly defaults: { readonly language: string; readonly timeZone: string };
  readonly isDemo: boolean;
  readonly health: () => Promise<Health>;
}

/** What the board shows, out of the store. Every open page asks each two seconds: the entries are made once an alert. */
export function createBoardData(options: BoardOptions): BoardData {
  const { store, translate, languages, defaults } = options;
  const made = new Map<
    string,
    { readonly seq: number | null; readonly entries: Promise<readonly BoardEntry[]> }
  >();

  async function entriesIn(language: string): Promise<readonly BoardEntry[]> {
    const [newest] = await store.ledger.alerts({ limit: 1 });
    const seq = newest?.seq ?? null;
    const known = made.get(language);
    if (known?.seq === seq) return known.entries;
    const entries = readEntries(options, language);
    made.set(language, { seq, entries });
    entries.catch(() => made.delete(language));
    return entries;
  }

  const whyOf = (language: string, { failure }: PollState): string =>
    failure === null ? "" : failureText((key, args) => translate(language, key, args), failure);

  return {
    languages: languages.map((tag) => ({ tag, name: translate(tag, "language-own-name") })),
    defaultLanguage: defaults.language,
    entries: entriesIn,
    charts: options.charts,
    picture: options.picture,
    async words(language) {
      const unwell = (await store.sources.list()).filter(isUnwell);
      return {
        title: translate(language, "board-title"),
        intro: translate(language, options.isDemo ? "board-intro-demo" : "board-intro"),
        empty: translate(language, "board-empty"),
        notASiren: translate(language, "start-not-a-siren"),
        silentSources: unwell.map(({ source, state }) =>
          translate(language, "board-source-failing", { name: source.name, why: whyOf(language, state) }),
        ),
      };
    },
    health: options.health,
  };
}

/** Failing more than once in a row, or switched off by us: readers are to know that its silence is not calm. */
function isUnwell({ state }: FollowedSource): boolean {
  return state.halt === "disabled" || state.halt === "gone" || state.failures > 1;
}

async function readEntries(options: BoardOptions, language: string): Promise<readonly BoardEntry[]> {
  const { store } = options;
  // The board has chosen nothing.
  const kinds = usualKinds(options);
  const developments = await store.ledger.developments({ toldOnly: true, kinds, limit: shownCount });
  const told = await Promise.all(
    developments.map(({ id }) => store.ledger.alerts({ development: id, limit: alertCount })),
  );
  const sorted = told
    .filter((alerts) => alerts.length > 0)
    .toSorted((a, b) => (b[0]?.at ?? 0) - (a[0]?.at ?? 0));
  return sorted.map((alerts) => toEntry(options, language, alerts));
}

/** `alerts`: of one development, newest first, at least one. */
function toEntry(
  { compose, translate, defaults }: BoardOptions,
  language: string,
  alerts: readonly Alert[],
): BoardEntry {
  const newest = alerts[0] as Alert;
  const first = alerts.at(-1) as Alert;
  const { timeZone } = defaults;
  const moment = momentFormat(timeZone, { language });
  return {
    id: newest.development,
    message: compose([newest], { language, timeZone }),
    firstTold: translate(language, "board-told", { at: moment.format(first.at) }),
    changed:
      alerts.length === 1 ? null : translate(language, "board-changed", { at: moment.format(newest.at) }),
  };
}
