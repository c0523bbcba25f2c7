import { composeAlert } from "../../src/alert/compose.ts";
import type { CommandContext } from "../../src/commands/context.ts";
import { textLanguages, textsOf } from "../../src/languages/texts.ts";
import type { Store } from "../../src/ports/store.ts";

/** What commands work with, on a clock that stands at `now`: what is stored is of that time. */
export function contextFor(store: Store, now: number): CommandContext {
  return {
    store,
    clock: { now: () => now, sleep: () => Promise.resolve() },
    translate: (language, key, values) => textsOf(language).text(key, values),
    languages: textLanguages,
    compose: (alerts, wording) => composeAlert(alerts, { ...wording, isPossibleRepeat: false }),
    defaults: { language: "en", timeZone: "Europe/Kyiv" },
    admins: { telegram: [] },
    sourceRules: { allowPrivate: false },
    poke: () => undefined,
  };
}
