import {
  makeAlert,
  makeClaim,
  makeDevelopment,
  makeFigure,
  makeTold,
  noon,
} from "../contract/store/documents.ts";
import type { Rig } from "./rig.ts";

/** One exchange that was told, `d1`. */
export async function tellExchange(rig: Rig): Promise<void> {
  const claim = makeClaim({ evidence: "307 people came home, the invented ministry said" });
  const development = makeDevelopment({
    conflict: "RU-UA",
    figures: [makeFigure([claim])],
    told: makeTold(),
  });
  await rig.store.ledger.commit({
    version: 0,
    report: null,
    change: { cause: { kind: "hold" }, at: noon, developments: [development], operations: [] },
    alerts: [makeAlert({ conflict: "RU-UA" })],
  });
}
