import type { Outlet } from "../model/report.ts";
import type { Speaker } from "../model/speaker.ts";
import type { FormLanguage } from "../reference/forms.ts";
import { localOfficeName } from "../languages/offices.ts";
import { partyRows } from "../reference/parties.ts";
import { lazyIndex } from "../reference/rows.ts";
import type { SpeakerRow } from "../reference/speakers.ts";
import { speakerByName, speakerRows } from "../reference/speakers.ts";

/** Abbreviations that stand in names of bodies and are written in capitals. */
const abbreviations = new Set(
  "зсу всу рф сша оон мккк мкчх дснс мнс мчс мзс мид мвс мвд сбу фсб гур рнбо снбо ова зс вс".split(" "),
);

/** Every form of a speaker's name, as outlets that are the speaker's own are called. */
const rowByForm = lazyIndex(
  () =>
    speakerRows().flatMap((row) =>
      Object.values(row.forms).flatMap((forms) => forms.map((form) => ({ form, row }))),
    ),
  ({ form }) => form,
);

/** Who speaks when an outlet that is a side's own speaks in its own voice. Null: the outlet is nobody's. */
export function voiceOfOutlet(outlet: Outlet): Speaker | null {
  if (outlet.side === null) return null;
  const plain = outlet.name.replaceAll(/\s*\([^)]*\)/gu, "").trim();
  const row = rowByForm().get(shortened(plain.toLowerCase()))?.row;
  return { name: row?.name ?? plain, side: outlet.side };
}

/** Bodies of an army spell its name out or half out; the table has them with its abbreviation. */
function shortened(name: string): string {
  return name
    .replace(/(?:зс|збройних сил) україни/u, "зсу")
    .replace(/(?:вс|вооружённых сил) украины/u, "всу");
}

/**
 * A speaker's name in a language, as the reference table has it, or as the language calls an office that speaks without a name
 * (then without its owner); the contract's English name where neither has it.
 */
export function speakerName(name: string, language: string): string {
  const row = speakerByName(name);
  const form = language === "en" ? undefined : row?.forms[language as FormLanguage]?.[0];
  return row === null || form === undefined
    ? (localOfficeName(name, language) ?? name)
    : inCapitals(form, row);
}

/** Forms are kept in lower case: names of people, countries and abbreviations get their capitals back. */
function inCapitals(form: string, row: SpeakerRow): string {
  const words = form.split(" ").map((word, index) => {
    if (abbreviations.has(word)) return word.toUpperCase();
    const isName = row.kind === "person" || index === 0 || isCountry(word);
    return isName ? word.replaceAll(/(?:^|-)\p{L}/gu, (letter) => letter.toUpperCase()) : word;
  });
  return words.join(" ");
}

/** Letters that a country's name keeps in all cases. */
const stemLength = 4;

const countryStems = lazyIndex(
  () =>
    partyRows().flatMap(({ name }) =>
      [name.uk, name.ru].map((text) => text.toLowerCase().slice(0, stemLength)),
    ),
  (stem) => stem,
);

/** Whether a word of a body's name is a country's: "україни", and not the adjective "українських". */
function isCountry(word: string): boolean {
  return (
    word.length > stemLength && !/(?:с|ц)ь?к/u.test(word) && countryStems().has(word.slice(0, stemLength))
  );
}
