import { conflictsPage } from "./conflicts.ts";
import { kindsPage } from "./kinds.ts";
import { pacePage } from "./pace.ts";
import type { SettingsPage } from "./page.ts";
import { placesPage } from "./places.ts";
import { languagePage, mentionPage, soundPage, zonePage } from "./plain-pages.ts";
import { quietPage } from "./quiet.ts";
import { sidesPage } from "./sides.ts";
import { sourcesPage } from "./sources.ts";
import { thresholdsPage } from "./thresholds.ts";

/** The pages of the panel, in the order in which they are shown. One more is one more file and one line. */
export const settingsPages: readonly SettingsPage[] = [
  kindsPage,
  conflictsPage,
  placesPage,
  sidesPage,
  sourcesPage,
  thresholdsPage,
  pacePage,
  quietPage,
  soundPage,
  languagePage,
  zonePage,
  mentionPage,
];

/** The pages that a platform has. */
export function pagesFor(platform: string): readonly SettingsPage[] {
  return settingsPages.filter((page) => page.isFor?.(platform) ?? true);
}
