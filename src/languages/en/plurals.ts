import type { PluralForms } from "../language.ts";

/** English plurals, told by their endings. */
export const plurals: PluralForms = {
  noun: /^\p{Ll}{2,}[^su'\d]s$/u,
  notNouns: new Set(
    "was is as has his its this us plus across towards afterwards always perhaps besides does goes says yes news unless whereas overseas sometimes versus hers ours yours theirs backwards upwards downwards others dies kills wounds leaves hits remains lies comes shows marks makes gets sees takes looks becomes follows times lives losses".split(
      " ",
    ),
  ),
  people: /(?:ers|ors|ists|ians|ees|eers|goers|folks|mates)$/u,
  notPeople: new Set(
    "containers towers papers centers numbers letters orders quarters headquarters matters borders corners rivers posters servers computers chargers sensors doors floors errors motors reactors tractors sectors factors trailers bunkers shelters boosters transformers cruisers routers trees degrees fees committees carriers interceptors detectors trackers boilers covers offers powers computers scooters bulldozers craters mirrors generators indicators elevators locomotors excavators layers meters registers chapters dinners summers winters parameters disasters monsters transporters starters trawlers freighters ferries collectors barriers conveyors corridors harbors harbours mayors clusters cows goats pigs horses dogs cats birds seals dolphins whales animals camels donkeys chickens hens bees cranes bears elephants tigers lions calves cattle geese filters flyers papers vectors containers markers".split(
      " ",
    ),
  ),
  perfect: new Set(["has", "have", "had"]),
  pastPerfect: "had",
  ongoing: /ing$/u,
  passive: new Set(["are", "were", "is", "was", "be", "been"]),
  adverb: /ly$/u,
  gravity: new Set([
    "critically",
    "seriously",
    "severely",
    "gravely",
    "badly",
    "lightly",
    "slightly",
    "moderately",
  ]),
  definite: "the",
  relative: "that",
  adjective:
    /(?:al|an|ic|ous|ive|ful|ish|ary|ed|ing|ese|ern)$|^(?:other|more|new|large|big|small|white|black|local|major|private|different|separate|senior|young|old|heavy|key|main|further|nearby|empty|top)$/u,
};
