/**
 * The table of measures: what a figure can count. One row a measure; the words that name it
 * stand in each language folder. Source: the reading contract, "The measures".
 */

/** What a measure counts, for thresholds, texts and the rules that treat all of a kind alike. */
export type MeasureClass = "people" | "weapons" | "incidents" | "property" | "land";

/** One row of the table. */
export interface MeasureRow {
  readonly class: MeasureClass;
  /**
   * Rings: a first number of it, or a material move, makes a loud message
   * (the policy of telling, rules 6 and 7). The ledger adds the conditions.
   */
  readonly rings: boolean;
}

const row = (of: MeasureClass, rings = false): MeasureRow => ({ class: of, rings });

/** Every measure, in the order in which figures are shown. */
export const measures = {
  "prisoners.released": row("people", true),
  "prisoners.held": row("people"),
  "hostages.released": row("people", true),
  "hostages.held": row("people"),
  "children.returned": row("people", true),
  "bodies.returned": row("people", true),
  killed: row("people", true),
  injured: row("people", true),
  missing: row("people"),
  casualties: row("people"),
  captured: row("people"),
  rescued: row("people"),
  evacuated: row("people"),
  displaced: row("people"),
  "drones.launched": row("weapons", true),
  "drones.downed": row("weapons", true),
  "drones.suppressed": row("weapons"),
  "drones.stopped": row("weapons", true),
  "drones.hit": row("weapons"),
  "missiles.launched": row("weapons", true),
  "missiles.downed": row("weapons", true),
  "missiles.suppressed": row("weapons"),
  "missiles.stopped": row("weapons", true),
  "missiles.hit": row("weapons"),
  "weapons.launched": row("weapons", true),
  "weapons.downed": row("weapons", true),
  "weapons.suppressed": row("weapons"),
  "weapons.stopped": row("weapons", true),
  "weapons.hit": row("weapons"),
  "bombs.launched": row("weapons"),
  "rockets.launched": row("weapons"),
  "rockets.downed": row("weapons"),
  "rockets.suppressed": row("weapons"),
  "shells.fired": row("weapons"),
  attacks: row("incidents"),
  "sites.hit": row("incidents"),
  "buildings.damaged": row("property"),
  "customers.without_power": row("property", true),
  "settlements.captured": row("land"),
  "area.captured": row("land"),
  "equipment.lost": row("property"),
} as const satisfies Record<string, MeasureRow>;

/** The name of a measure, as it stands in the contract. */
export type Measure = keyof typeof measures;

/** All measure names, in the order of the table. */
export const measureNames = Object.keys(measures) as readonly Measure[];
