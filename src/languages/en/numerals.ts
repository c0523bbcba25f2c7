import type { Numerals } from "../language.ts";

const units = [
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

function cardinalTable(): Record<string, number> {
  const table: Record<string, number> = {};
  units.forEach((word, at) => (table[word] = at + 1));
  tens.forEach((ten, at) => {
    const base = (at + 2) * 10;
    table[ten] = base;
    units.slice(0, 9).forEach((unit, extra) => (table[`${ten}-${unit}`] = base + extra + 1));
  });
  return table;
}

/** English number words. */
export const numerals: Numerals = {
  cardinals: cardinalTable(),
  scales: {
    hundred: 100,
    dozen: 12,
    pair: 2,
    trio: 3,
    thousand: 1e3,
    thousands: 1e3,
    million: 1e6,
    mn: 1e6,
    m: 1e6,
    k: 1e3,
    billion: 1e9,
    bn: 1e9,
    score: 20,
  },
  fractions: { half: 0.5 },
  ordinals: {
    second: 2,
    third: 3,
    fourth: 4,
    fifth: 5,
    sixth: 6,
    seventh: 7,
    eighth: 8,
    ninth: 9,
    tenth: 10,
  },
  articles: ["a", "an"],
  weakOnes: ["one"],
  loose: ["or"],
  joins: ["and"],
  cardinalSuffixes: ["strong", "odd", "plus"],
  spaceGroups: false,
  beforeOne: [],
  vague: ["hundred", "thousand", "dozen", "million", "score", "billion", "thousands", "pair", "trio"],
};
