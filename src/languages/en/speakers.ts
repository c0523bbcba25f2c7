import type { SpeakerNoun } from "../language.ts";

/** Offices and bodies that speak without a name, longest first where one holds another. */
export const speakers: readonly SpeakerNoun[] = [
  {
    forms:
      "defence ministry, defense ministry, ministry of defence, ministry of defense, defence ministry's, defense ministry's, mod",
    name: "% Ministry of Defence",
  },
  {
    forms: "health ministry, ministry of health, health ministry's",
    name: "% Ministry of Health",
    local: true,
  },
  { forms: "foreign ministry, ministry of foreign affairs", name: "% Ministry of Foreign Affairs" },
  { forms: "interior ministry, ministry of internal affairs", name: "% Ministry of Internal Affairs" },
  { forms: "the ministry", name: "% ministry", local: true },
  { forms: "energy ministry", name: "% Ministry of Energy", local: true },
  { forms: "air force", name: "% Air Force" },
  { forms: "general staff", name: "General Staff of %" },
  { forms: "army, military, armed forces, army's, military's", name: "% army" },
  { forms: "navy", name: "% Navy" },
  { forms: "president's office, presidential office", name: "% President's Office" },
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
    forms:
      "president, prime minister, foreign minister, defence minister, defense minister, spokesman, spokeswoman, spokesperson, interior minister, health minister, minister, presidential adviser, ombudsman",
    name: "% official",
  },
  {
    forms:
      "security sources, security source, military sources, military source, doctors' network, doctors' group, doctors' union, civil defence agency, civil defense agency, authorities, officials, official, local officials, local authorities, government, security officials, security forces, military official, palestinian officials, medics, hospital officials, hospitals, rescuers, civil defence, civil defense, governors, mayors, health officials, local health authorities, health authorities, pro-moscow officials, coalition, spokesman for the army",
    name: "% officials",
    local: true,
  },
  {
    forms:
      "medical sources, medical source, aid group, aid agency, rights monitor, war monitor, resistance committee, local activists, activists, activist group, emergency lawyers, washington-based group, us-based group, uk-based group, britain-based group, us-based monitor, uk-based monitor, britain-based war monitor, un, united nations, u.n., un agency, unicef, ohchr, unhcr, who, world health organization, red cross, icrc, international committee of the red cross, eu, european union, nato, amnesty international, human rights watch, iom, international organization for migration, analysts, witnesses, observers, monitors, diplomats, aid workers, aid groups, survivors, sources, rights group, rights groups, human rights group, syrian observatory for human rights, monitoring group, residents, aid agencies, institute for the study of war, isw, international federation of journalists, press group, media reports, experts, report, reports, study",
    name: "international body",
    neutral: true,
  },
];
