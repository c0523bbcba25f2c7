import type { SpeakerNoun } from "../language.ts";

/** Offices and bodies that speak without a name, longest first where one holds another. */
export const speakers: readonly SpeakerNoun[] = [
  {
    forms:
      "defence ministry, defense ministry, ministry of defence, ministry of defense, defence ministry's, defense ministry's, mod, top brass, ministry of national defence, ministry of national defense, national defence ministry, national defense ministry",
    name: "% Ministry of Defence",
  },
  {
    forms:
      "health ministry, ministry of health, health ministry's, public health ministry, ministry of public health",
    name: "% Ministry of Health",
    local: true,
  },
  { forms: "foreign ministry, ministry of foreign affairs", name: "% Ministry of Foreign Affairs" },
  {
    forms:
      "interior ministry, ministry of internal affairs, home ministry, ministry of home affairs, ministry of interior, ministry of the interior",
    name: "% Ministry of Internal Affairs",
  },
  {
    forms:
      "the ministry, information ministry, ministry of information, communications ministry, security ministry, ministry of security, justice ministry, migration ministry, emergencies ministry, transport ministry, displacement ministry, ministry of displacement",
    name: "% ministry",
    local: true,
  },
  { forms: "energy ministry", name: "% Ministry of Energy", local: true },
  { forms: "air force", name: "% Air Force" },
  { forms: "general staff", name: "General Staff of %" },
  { forms: "army, military, armed forces, army's, military's", name: "% army" },
  { forms: "navy", name: "% Navy" },
  { forms: "land forces, ground forces", name: "% Land Forces" },
  { forms: "ambassador, ambassadors, envoy", name: "% ambassador" },
  { forms: "commanders, army commander, military commander", name: "% commanders" },
  { forms: "paramedics, ambulance service, ambulance services", name: "% paramedics", local: true },
  {
    forms: "local leader, community leader, village head, village chief, tribal leader",
    name: "% local leaders",
    local: true,
  },
  {
    forms: "president's office, presidential office, presidency, presidential palace",
    name: "% President's Office",
  },
  {
    forms: "state media, state news agency, state television, state tv, state-run media",
    name: "% state media",
    local: true,
  },
  {
    forms: "emergency service, emergency services, state emergency service, rescue service",
    name: "% emergency services",
    local: true,
  },
  {
    forms: "prosecutors, prosecutor's office, prosecutor general's office, prosecutor general",
    name: "% prosecutors",
    local: true,
  },
  {
    forms: "military administration, regional administration, regional authorities, regional officials",
    name: "regional military administration",
    local: true,
  },
  {
    forms: "governor, acting governor, regional governor, head of the region",
    name: "% governor",
    local: true,
  },
  { forms: "mayor", name: "Mayor", local: true },
  { forms: "military intelligence, intelligence", name: "% military intelligence" },
  { forms: "police, national police", name: "% police", local: true },
  {
    forms: "president",
    name: "% President",
  },
  {
    forms: "prime minister",
    name: "% Prime Minister",
  },
  {
    forms: "foreign minister",
    name: "% Foreign Minister",
  },
  {
    forms: "defence minister, defense minister",
    name: "% Defence Minister",
  },
  {
    forms: "interior minister",
    name: "% Interior Minister",
  },
  {
    forms: "health minister",
    name: "% Health Minister",
  },
  {
    forms: "minister",
    name: "% minister",
  },
  {
    forms: "spokesman, spokeswoman, spokesperson",
    name: "% spokesperson",
  },
  {
    forms: "presidential adviser",
    name: "% presidential adviser",
  },
  {
    forms: "ombudsman",
    name: "% ombudsman",
  },
  {
    forms: "spokesman for the army",
    name: "% army spokesperson",
    local: true,
  },
  {
    forms: "security sources, security source, military sources, military source",
    name: "% security sources",
    local: true,
  },
  {
    forms: "security officials, security forces, military official",
    name: "% security officials",
    local: true,
  },
  {
    forms: "doctors' network, doctors' group, doctors' union, medics",
    name: "% medics",
    local: true,
  },
  {
    forms: "hospital officials, hospitals",
    name: "% hospitals",
    local: true,
  },
  {
    forms: "health officials, local health authorities, health authorities",
    name: "% health officials",
    local: true,
  },
  {
    forms: "rescuers, civil defence agency, civil defense agency, civil defence, civil defense",
    name: "% rescuers",
    local: true,
  },
  {
    forms:
      "government, interim government, transitional government, military government, caretaker government, junta, military junta, ruling junta, military council",
    name: "% government",
    local: true,
  },
  {
    forms:
      "authorities, officials, official, local officials, local authorities, palestinian officials, governors, mayors, pro-moscow officials, coalition",
    name: "% officials",
    local: true,
  },
  {
    forms: "medical sources, medical source, medical group, medical charity, medical aid group",
    name: "medical sources",
    neutral: true,
  },
  {
    forms:
      "aid group, aid agency, aid workers, aid groups, aid agencies, charity, charities, aid organisation, aid organization, aid organisations, aid organizations",
    name: "aid workers",
    neutral: true,
  },
  {
    forms:
      "rights monitor, war monitor, us-based group, uk-based group, us-based monitor, uk-based monitor, britain-based group, britain-based war monitor, washington-based group, monitoring group, monitors, observers, syrian observatory for human rights",
    name: "rights monitors",
    neutral: true,
  },
  {
    forms:
      "former official, former officials, ex-minister, ex-ministers, ex-president, ex-general, ex-official",
    name: "former official",
    neutral: true,
  },
  {
    forms: "resistance committee, local activists, activists, activist group",
    name: "activists",
    neutral: true,
  },
  {
    forms: "emergency lawyers",
    name: "lawyers",
    neutral: true,
  },
  {
    forms:
      "un, united nations, u.n., un agency, u.n. official, un official, u.n. officials, un officials, united nations official, united nations officials",
    name: "United Nations",
    neutral: true,
  },
  {
    forms: "family, families, relatives, parents",
    name: "relatives",
    neutral: true,
  },
  {
    forms: "governments",
    name: "governments",
    neutral: true,
  },
  {
    forms: "unicef",
    name: "UNICEF",
    neutral: true,
  },
  {
    forms: "ohchr",
    name: "OHCHR",
    neutral: true,
  },
  {
    forms: "unhcr",
    name: "UNHCR",
    neutral: true,
  },
  {
    forms: "world health organization",
    name: "World Health Organization",
    neutral: true,
  },
  {
    forms: "red cross, icrc, international committee of the red cross",
    name: "Red Cross",
    neutral: true,
  },
  {
    forms: "eu, european union",
    name: "European Union",
    neutral: true,
  },
  {
    forms: "nato",
    name: "NATO",
    neutral: true,
  },
  {
    forms: "rights group, rights groups, human rights group, amnesty international, human rights watch",
    name: "human rights groups",
    neutral: true,
  },
  {
    forms: "iom, international organization for migration",
    name: "International Organization for Migration",
    neutral: true,
  },
  {
    forms:
      "analysts, analyst, experts, expert, researchers, researcher, think tank, institute for the study of war, isw, study",
    name: "analysts",
    neutral: true,
  },
  {
    forms: "witnesses, survivors",
    name: "witnesses",
    neutral: true,
  },
  {
    forms: "diplomats",
    name: "diplomats",
    neutral: true,
  },
  {
    forms: "residents, a resident, one resident, a local resident, another resident",
    name: "residents",
    neutral: true,
  },
  {
    forms: "sources",
    name: "unnamed sources",
    neutral: true,
  },
  {
    forms:
      "blog, blogs, blogger, bloggers, telegram channel, telegram channels, social media, social media posts",
    name: "social media",
    neutral: true,
  },
  {
    forms: "media reports, report, reports, press group, international federation of journalists",
    name: "media reports",
    neutral: true,
  },
];
