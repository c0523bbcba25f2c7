import { composeAlert } from "../../src/alert/compose.ts";
import type { Clock } from "../../src/clock.ts";
import type { CommandContext } from "../../src/commands/context.ts";
import { textLanguages, textsOf } from "../../src/languages/texts.ts";
import type { Store } from "../../src/ports/store.ts";

/** What commands work with in tests: the real texts and messages over a store, English and Kyiv time. `fields`: what else is there. */
export function plainContext(
  store: Store,
  clock: Clock,
  fields: Partial<CommandContext> & Pick<CommandContext, "admins">,
): CommandContext {
  return {
    store,
    clock,
    translate: (language, key, values) => textsOf(language).text(key, values),
    languages: textLanguages,
    compose: (alerts, wording) => composeAlert(alerts, { ...wording, isPossibleRepeat: false }),
    defaults: { language: "en", timeZone: "Europe/Kyiv" },
    sourceRules: { allowPrivate: false },
    poke: () => undefined,
    ...fields,
  };
}
