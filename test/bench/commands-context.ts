import { composeAlert } from "../../src/alert/compose.ts";
import type { SourceTrial } from "../../src/commands/admin/abilities.ts";
import type { CommandContext } from "../../src/commands/context.ts";
import { textLanguages, textsOf } from "../../src/languages/texts.ts";
import type { Store } from "../../src/ports/store.ts";

/** A source that was read at once and had nothing: what reading takes is the network's. */
const read: SourceTrial = {
  reports: [],
  alerts: [],
  fault: null,
  title: null,
  usualGapMs: null,
  intervalMs: 1_800_000,
  movedTo: null,
};

/** What commands work with, on a clock that stands at `now`: what is stored is of that time. `admins`: ids of the bot's admins, of whom one is written to. */
export function contextFor(store: Store, now: number, admins: readonly string[] = []): CommandContext {
  return {
    store,
    clock: { now: () => now, sleep: () => Promise.resolve() },
    translate: (language, key, values) => textsOf(language).text(key, values),
    languages: textLanguages,
    compose: (alerts, wording) => composeAlert(alerts, { ...wording, isPossibleRepeat: false }),
    defaults: { language: "en", timeZone: "Europe/Kyiv" },
    admins: { telegram: admins },
    adminChats: admins.slice(0, 1).map((channel) => ({ platform: "telegram", channel, thread: null })),
    ownSources: { mode: "on", limits: { perChat: 5, inAll: 500 } },
    trySource: () => Promise.resolve(read),
    sourceRules: { allowPrivate: false },
    poke: () => undefined,
  };
}
