import type { Seed } from "./commands-seed.ts";

/** Something to ask about, another each time. */
interface Pick {
  readonly development: string;
  readonly town: string;
  readonly url: string;
  /** A source that nobody else follows. */
  readonly feed: string;
}

/** What is typed for each command, with something else in it each time where there is something to choose; in this order, by each person. */
export const asked: Readonly<Record<string, (pick: Pick) => string>> = {
  start: () => "",
  subscribe: () => "",
  settings: () => "",
  "settings kinds": () => "kinds all",
  "settings places": () => "places Kharkiv",
  threshold: () => "killed 5 Kharkiv",
  mute: ({ development }) => development,
  unmute: () => "",
  latest: () => "",
  totals: () => "",
  "search place": ({ town }) => town,
  "search place and number": ({ town }) => `${town} 19`,
  development: ({ development }) => development,
  why: ({ development }) => development,
  whynot: ({ url }) => url,
  sources: () => "",
  status: () => "",
  share: () => "",
  privacy: () => "",
  export: () => "",
  help: () => "",
  report: ({ development }) => `${development} the number is wrong`,
  follow: ({ feed }) => feed,
  unfollow: ({ feed }) => feed,
  "review list": () => "list",
  "review show": ({ development }) => `show ${development}`,
  announce: () => "draft en: Back at noon. uk: Повернемося опівдні. ru: Вернёмся в полдень.",
  stats: () => "",
  audit: () => "",
  unsubscribe: () => "",
  forget: () => "yes",
};

/** Spread over all that is stored, and the same in every run. */
export function pickOf(seed: Seed, round: number): Pick {
  const towns = ["Kharkiv", "Одеса", "Киев", "Sumy"];
  const development = 1 + ((round * 7_919) % seed.developments);
  const day = Math.floor((development - 1) / 11);
  return {
    development: `d${development}`,
    town: towns[round % towns.length] ?? "Kharkiv",
    url: `https://outlet-${round % 90}.example/r${day}-${round % 90}`,
    feed: `https://outlet-${round}.example/feed`,
  };
}
