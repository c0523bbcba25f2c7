import type { Forms } from "../src/reference/forms.ts";

/** Folded forms that are written in capitals only: in lower case they are other words, or nothing. */
const acronyms = new Set(
  `us u.s. usa uk u.k. uae prc dprk ksa drc car un eu who nato is isis isil iskp idf icrc saf rsf sdf hts stc pdf
   let jem trf kia kio knu knla tplf ola jnim isgs issp fla iswap ism cpc lna pmf pkk sna eln farc adf pij ypg bla
   ttp mda nna hur gur sbu ses sesu nsdc dbr afu kmva kcma fsb dpr dnr lpr lnr cia irgc ispr fardc iom unhcr
   ohchr unocha ocha unicef unrwa unifil monusco wfp iaea osce unsc icc msf hrw isw acled ifj cpj sohr prcs au aqap
   mndaa tnla fdlr codeco hrana wafa sana m23 dtek emercom centcom africom npc hrmmu
   рф сша оае оаэ кнр кндр дрк цар фрн фрг ірі єс ес иг іділ игил гур сбу зсу всу огп дбр гбр моз мвс мвд мзс мид
   свр ксир мом воз вооз бапор мчс мнс фсб днр лнр оон цру рнбо снбо дснс гсчс нпу дпсу сбс кмва кгва вмс сшп сбп сдс сдс
   хтш адс ппр юпс авн ано рпк нна мкчх мккк мкс мус магате магатэ обсє обсе юнісеф юнисеф уклгг укгв квір ксир дтек
   дтэк цахал псзсу арк хмао янао пмр нато мммплу мміплу`
    .split(/\s+/u)
    .filter((word) => word !== ""),
);

/** The forms of a row that are written in capitals only; `{}` if there are none. */
export function acronymsIn(forms: Forms): { acronyms?: readonly string[] } {
  const found = [...new Set([...forms.en, ...forms.uk, ...forms.ru])].filter((form) => acronyms.has(form));
  return found.length === 0 ? {} : { acronyms: found };
}
