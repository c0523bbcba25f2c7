/**
 * The concepts that the reading rules work on. Rules never see a word of any language: each
 * language folder lists the words of every concept, and the compiler demands all of them.
 */

/** What can be counted. */
export const thingConcepts = [
  "person",
  "civilians",
  "children",
  "women",
  "men",
  "military",
  "police",
  "rescuers",
  "medics",
  "journalists",
  "foreigners",
  "militants",
  "captive",
  "hostage",
  "body",
  "drone",
  "missile",
  "aerial",
  "bomb",
  "rocket",
  "shell",
  "strike",
  "assault",
  "clash",
  "site",
  "building",
  "customer",
  "settlement",
  "area",
  "tank",
  "aircraft",
  "artillery",
  "vehicle",
  "ship",
  "helicopter",
  "airDefence",
  "equipment",
] as const;
export type ThingConcept = (typeof thingConcepts)[number];

/** Which kind of missile or drone: the contract's field `weapon`. */
export const kindConcepts = [
  "ballistic",
  "cruise",
  "hypersonic",
  "airDefenceMissile",
  "antiShip",
  "fpv",
  "recon",
  "decoy",
  "naval",
] as const;
export type KindConcept = (typeof kindConcepts)[number];

/** What is done to, by or with the counted thing. */
export const actConcepts = [
  "kill",
  "injure",
  "suffer",
  "missing",
  "loss",
  "abduct",
  "release",
  "swap",
  "bring",
  "hold",
  "rescue",
  "evacuate",
  "displace",
  "launch",
  "attack",
  "down",
  "suppress",
  "stop",
  "hit",
  "damage",
  "destroy",
  "seize",
  "blackout",
] as const;
export type ActConcept = (typeof actConcepts)[number];

/** What makes a number no figure of ours: a unit, or something that the contract does not count. */
export const noiseConcepts = ["money", "distance", "duration", "age", "rate", "round", "other"] as const;
export type NoiseConcept = (typeof noiseConcepts)[number];

/** Words that bound a number, relate it to another, or say whose, when and how sure it is. */
export const cueConcepts = [
  "atLeast",
  "moreThan",
  "atMost",
  "about",
  "orMore",
  "between",
  "rangeTo",
  "and",
  "each",
  "together",
  "including",
  "ofThem",
  "another",
  "risesTo",
  "per",
  "still",
  "negation",
  "denial",
  "planned",
  "agreed",
  "proposed",
  "refused",
  "delayed",
  "cancelled",
  "failed",
  "resumed",
  "sinceWar",
  "since",
  "inTotal",
  "thisYear",
  "thisMonth",
  "pastWeek",
  "pastDays",
  "pastDay",
  "today",
  "tonight",
  "yesterday",
  "tomorrow",
  "night",
  "nightBefore",
  "evening",
  "lastYear",
  "lastWeek",
  "by",
  "in",
  "from",
  "outOf",
  "says",
  "accordingTo",
  "recalls",
  "our",
  "enemy",
  "both",
  "pronoun",
  "regionWord",
] as const;
export type CueConcept = (typeof cueConcepts)[number];

/** Words of events that count nothing themselves. */
export const topicConcepts = [
  "exchangeTalk",
  "ceasefire",
  "truceWord",
  "talks",
  "call",
  "sanctions",
  "airAttack",
  "airDefenceAtWork",
  "explosion",
  "shelling",
  "capture",
  "evacuation",
  "aid",
  "give",
  "war",
  "army",
  "unlike",
  "past",
] as const;
export type TopicConcept = (typeof topicConcepts)[number];

export type Concept = ThingConcept | KindConcept | ActConcept | NoiseConcept | CueConcept | TopicConcept;
