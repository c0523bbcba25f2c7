import type { ActConcept, ThingConcept } from "../../languages/concepts.ts";
import type { Measure } from "../../measures.ts";
import { isPeople } from "./people.ts";

type Row = Partial<Record<ActConcept, Measure>>;

const ofPeople: Row = {
  kill: "killed",
  injure: "injured",
  suffer: "injured",
  missing: "missing",
  loss: "casualties",
  eliminate: "casualties",
  abduct: "captured",
  rescue: "rescued",
  evacuate: "evacuated",
  displace: "displaced",
  blackout: "customers.without_power",
};
const ofCaptives: Row = {
  release: "prisoners.released",
  swap: "prisoners.released",
  bring: "prisoners.released",
  hold: "prisoners.held",
};
const ofHostages: Row = {
  ...ofPeople,
  release: "hostages.released",
  bring: "hostages.released",
  swap: "hostages.released",
  hold: "hostages.held",
  rescue: "rescued",
  seize: "captured",
};

/** Acts on weapons in flight, the same for drones, missiles and both in one number. */
function inFlight(of: "drones" | "missiles" | "weapons"): Row {
  return {
    launch: `${of}.launched`,
    attack: `${of}.launched`,
    loss: `${of}.downed`,
    eliminate: `${of}.downed`,
    down: `${of}.downed`,
    destroy: `${of}.downed`,
    suppress: `${of}.suppressed`,
    stop: `${of}.stopped`,
    hit: `${of}.hit`,
  };
}

const equipment: Row = {
  seize: "equipment.lost",
  destroy: "equipment.lost",
  loss: "equipment.lost",
  eliminate: "equipment.lost",
  damage: "equipment.lost",
  down: "equipment.lost",
  hit: "equipment.lost",
  stop: "equipment.lost",
};

const building: Row = {
  damage: "buildings.damaged",
  destroy: "buildings.damaged",
  hit: "buildings.damaged",
  attack: "buildings.damaged",
  suffer: "buildings.damaged",
  blackout: "customers.without_power",
};
const site: Row = {
  hit: "sites.hit",
  attack: "sites.hit",
  destroy: "sites.hit",
  damage: "buildings.damaged",
};

const table: Partial<Record<ThingConcept, Row>> = {
  hostage: ofHostages,
  children: { bring: "children.returned", release: "children.returned" },
  // "Дістали з-під завалів тіла шести": the dead of that strike.
  body: { rescue: "killed", bring: "bodies.returned", release: "bodies.returned", swap: "bodies.returned" },
  drone: inFlight("drones"),
  missile: inFlight("missiles"),
  aerial: inFlight("weapons"),
  bomb: { launch: "bombs.launched", attack: "bombs.launched", hit: "bombs.launched" },
  rocket: {
    launch: "rockets.launched",
    attack: "rockets.launched",
    hit: "rockets.launched",
    down: "rockets.downed",
    destroy: "rockets.downed",
    suppress: "rockets.suppressed",
    stop: "rockets.downed",
  },
  shell: { launch: "shells.fired", attack: "shells.fired", hit: "shells.fired" },
  site,
  building,
  customer: { blackout: "customers.without_power" },
  settlement: {
    seize: "settlements.captured",
    abduct: "settlements.captured",
    hit: "sites.hit",
    attack: "sites.hit",
  },
  times: { attack: "attacks", launch: "attacks", hit: "attacks" },
  area: { seize: "area.captured", abduct: "area.captured", hold: "area.captured" },
  tank: equipment,
  aircraft: equipment,
  artillery: equipment,
  vehicle: {
    destroy: "equipment.lost",
    loss: "equipment.lost",
    eliminate: "equipment.lost",
    down: "equipment.lost",
    hit: "equipment.lost",
    stop: "equipment.lost",
  },
  ship: equipment,
  helicopter: equipment,
  airDefence: equipment,
  equipment,
};

const incidents: ReadonlySet<string> = new Set<ThingConcept>(["strike", "assault", "clash"]);

/** Whether a thing, by its concept, is counted as an incident whatever is told of it: a strike, an assault, a clash. */
export function isIncident(thing: string | null): boolean {
  return thing !== null && incidents.has(thing);
}

/**
 * The measure of a thing under an act. `isCaptivity`: the sentence or report is about people coming
 * home from captivity. Null: the pair counts nothing of the contract.
 */
export function measureOf(thing: ThingConcept, act: ActConcept | null, isCaptivity: boolean): Measure | null {
  if (isIncident(thing)) return "attacks";
  if (act === null) return null;
  const own = table[thing]?.[act];
  if (own !== undefined) return own;
  // "Сообщили о 50 погибших военнослужащих": the words for the dead who are handed over, where nobody is.
  if (thing === "body" && act === "kill") return isCaptivity ? null : "killed";
  if (!isPeople(thing)) return null;
  // "Уразили 2 окупантів": who is hit as an enemy is lost to it.
  if (thing === "militants" && act === "hit") return "casualties";
  // "Russians flee after 300,000 troops were called up": soldiers are not displaced.
  if ((thing === "military" || thing === "militants") && act === "displace") return null;
  if (thing === "captive" && act !== "abduct") return ofCaptives[act] ?? ofPeople[act] ?? null;
  if (isCaptivity && ofCaptives[act] !== undefined) return ofCaptives[act];
  return ofPeople[act] ?? null;
}
