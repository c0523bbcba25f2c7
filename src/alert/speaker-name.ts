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
  `зсу всу рф сша оон мккк мкчх дснс мнс мчс мзс мид мвс мвд сбу фсб гур рнбо снбо ова зс вс осув дтек дтэк днр лнр сцкк цру цахал моз
  нато обсє обсе вооз воз магате магатэ мом кдб кгб нна оае оаэ юнісеф юнисеф бапор юніфіл юнифил впп мкс мус увкпл увкпч увкб уклгг укгв
  квір ксир пвк чвк хамас acled sana wafa hrana`.split(/\s+/u),
);

/** What begins a name within a name: towns, strips and groups that are no state, people, bodies and prizes of their own. */
const proper =
  /^[«"]?(?:газ[аиуыі]|херсонщин|вагнера|давид|адом|верховн(?:а|ої)$|рад(?:а|и)$|хортиц|ель-|эль-|червон(?:ий|ого)$|півмісяц|красн(?:ый|ого)$|полумесяц)/u;

/** Words after which the adjective before them is a region's name. */
const regionWord = /^(?:област|кра(?:ю|я|й)$)/u;

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

const capitals = new Map<string, string>();

/** Forms are kept in lower case: names of people, countries and abbreviations get their capitals back. */
function inCapitals(form: string, { kind }: SpeakerRow): string {
  const key = `${kind} ${form}`;
  const known = capitals.get(key);
  if (known !== undefined) return known;
  const isForeign = /^[\p{Script=Latin} ]+$/u.test(form);
  const words = form.split(" ");
  const countries = countryWords(words);
  const written = words
    .map((word, index) => {
      if (abbreviations.has(word)) return word.toUpperCase();
      if (kind === "person" || isForeign || countries.has(index)) return withCapitals(word);
      const isRegion = index > 0 && regionWord.test(words[index + 1] ?? "") && /ськ|цьк|ск/u.test(word);
      if (proper.test(word) || isRegion || /^(?:аль|аш|ель|эль|шин)-/u.test(word)) return withCapitals(word);
      return index === 0 ? word.replace(/\p{L}/u, (letter) => letter.toUpperCase()) : word;
    })
    .join(" ");
  capitals.set(key, written);
  return written;
}

function withCapitals(word: string): string {
  return word.replaceAll(/(?:^[«"]?|-)\p{L}/gu, (letter) => letter.toUpperCase());
}

/** As many words as a state's name has. */
const longestCountry = 4;

const countryForms = lazyIndex(
  () =>
    partyRows()
      .filter(({ party }) => /^[A-Z]{2}$/u.test(party))
      .flatMap(({ forms }) => [...forms.uk, ...forms.ru]),
  (form) => form,
);

/** Which of the words are a state's name: "україни", "саудівської аравії", and not the adjective "українських". */
function countryWords(words: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const from of words.keys()) {
    for (let length = 1; length <= longestCountry; length++) {
      if (!countryForms().has(words.slice(from, from + length).join(" "))) continue;
      for (let at = from; at < from + length; at++) found.add(at);
    }
  }
  return found;
}
