/**
 * The concepts that the reading rules work on. Rules never see a word of any language: each
 * language folder lists the words of every concept, and the compiler demands all of them.
 */

import type { CueConcept } from "./cue-concepts.ts";

export type { CueConcept } from "./cue-concepts.ts";
export { cueConcepts } from "./cue-concepts.ts";

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
  "times",
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
/** One of {@link thingConcepts}. */
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
/** One of {@link kindConcepts}. */
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
  "eliminate",
  "seize",
  "blackout",
  "noAct",
  "otherAct",
] as const;
/** One of {@link actConcepts}. */
export type ActConcept = (typeof actConcepts)[number];

/** What makes a number no figure of ours: a unit, or something that the contract does not count. */
export const noiseConcepts = ["money", "distance", "duration", "age", "rate", "round", "other"] as const;
/** One of {@link noiseConcepts}. */
export type NoiseConcept = (typeof noiseConcepts)[number];

/** Words of events that count nothing themselves. */
export const topicConcepts = [
  "exchangeTalk",
  "ceasefire",
  "hosts",
  "leavesLand",
  "fightingWord",
  "daysLong",
  "weeksLong",
  "monthsLong",
  "truceWord",
  "truceFrom",
  "declaresTruce",
  "talks",
  "call",
  "sanctions",
  "airAttack",
  "airStrike",
  "strikes",
  "harms",
  "crashes",
  "bombards",
  "bombard",
  "fresh",
  "feared",
  "untrue",
  "onGround",
  "fightsFor",
  "heldBy",
  "explains",
  "possible",
  "supply",
  "exercise",
  "longAgo",
  "convenes",
  "collapses",
  "withholds",
  "bulletin",
  "arrives",
  "capable",
  "agreesTo",
  "negotiation",
  "negotiators",
  "otherAffairs",
  "aidPackage",
  "sends",
  "warCaptive",
  "warHostage",
  "jail",
  "airDefenceAtWork",
  "explosion",
  "shelling",
  "capture",
  "taking",
  "relative",
  "aftermath",
  "noTopic",
  "evacuation",
  "leaving",
  "carriesOut",
  "aid",
  "give",
  "giving",
  "war",
  "warTime",
  "army",
  "unlike",
  "thatTown",
  "thatRegion",
  "thatCountry",
  "thatCapital",
  "thatSeat",
  "thatArea",
  "hereWord",
  "against",
  "settlementIn",
  "court",
  "past",
] as const;
export type TopicConcept = (typeof topicConcepts)[number];

/** Any of them: what a language lists words for. */
export type Concept = ThingConcept | KindConcept | ActConcept | NoiseConcept | CueConcept | TopicConcept;
