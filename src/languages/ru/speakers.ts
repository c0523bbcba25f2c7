import type { SpeakerNoun } from "../language.ts";

/** Offices and bodies that speak without a name. */
export const speakers: readonly SpeakerNoun[] = [
  {
    forms:
      "минобороны, министерство обороны, министерства обороны, министерстве обороны, оборонное ведомство, ведомство, ведомстве",
    name: "% Ministry of Defence",
  },
  {
    forms: "мид, министерство иностранных дел, министерства иностранных дел",
    name: "% Ministry of Foreign Affairs",
  },
  {
    forms: "минздрав, министерство здравоохранения, минздрава, минздраве",
    name: "% Ministry of Health",
    local: true,
  },
  { forms: "мвд, министерство внутренних дел", name: "% Ministry of Internal Affairs" },
  { forms: "воздушные силы, воздушных сил, воздушных силах, ввс", name: "% Air Force" },
  { forms: "генштаб, генштаба, генштабе, генеральный штаб, генерального штаба", name: "General Staff of %" },
  { forms: "вооруженные силы, армия, армии, военные, силы обороны", name: "% army" },
  { forms: "вмс, вмф", name: "% Navy" },
  { forms: "мчс, гсчс, спасатели", name: "% emergency services", local: true },
  {
    forms: "прокуратура, прокуратуры, прокуратуре, генпрокуратура, следственный комитет, ск",
    name: "% prosecutors",
    local: true,
  },
  {
    forms:
      "ова, областная военная администрация, глава ова, главы ова, глава администрации, обладминистрация, военная администрация",
    name: "regional military administration",
    local: true,
  },
  {
    forms:
      "губернатор, губернатора, врио губернатора, глава региона, главы региона, глава республики, глава днр",
    name: "% governor",
    local: true,
  },
  { forms: "мэр, мэра, городской голова", name: "Mayor", local: true },
  { forms: "гур, разведка, сбу, фсб", name: "% military intelligence" },
  {
    forms: "координационный штаб, координационного штаба, координационном штабе",
    name: "Coordination Headquarters for the Treatment of Prisoners of War",
  },
  { forms: "полиция, полиции", name: "% police", local: true },
  {
    forms:
      "президент, президента, премьер-министр, министр, министра, представитель, пресс-секретарь, омбудсмен, уполномоченный, кремль",
    name: "% official",
  },
  { forms: "укрэнерго, дтэк, облэнерго", name: "power company", local: true },
  {
    forms:
      "власти, чиновники, местные власти, оперштаб, оперштабе, правительство, очевидцы, администрация, медики, министерство",
    name: "% officials",
    local: true,
  },
  {
    forms:
      "оон, ес, евросоюз, нато, мккк, красный крест, воз, юнисеф, isw, институт изучения войны, аналитики, эксперты, правозащитники, сми, журналисты, международной организации по миграции, наблюдатели",
    name: "international body",
    neutral: true,
  },
];
