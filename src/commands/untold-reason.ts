import { isLikelyMisread } from "../alert/kin.ts";
import { isNews } from "../alert/news.ts";
import { defaultPolicy, toldKinds, type TellingPolicy } from "../alert/policy.ts";
import { countOrigins, hasAnyWord } from "../alert/shown.ts";
import { titleOf } from "../alert/title.ts";
import { textsOf } from "../languages/texts.ts";
import { dayOf, daysBetween } from "../ledger/days.ts";
import { standingPart } from "../ledger/ruling.ts";
import type { Development } from "../model/development.ts";
import type { CommandCall } from "./context.ts";
import { snapshotOf } from "./evidence.ts";
import { momentText } from "./moments.ts";

/** Developments of one kind among which one with the same number is looked for. */
const lookedThrough = 100;

/** Any number is enough. */
const anyNumber = { minInjured: 1, minSalvo: 1, minWithoutPower: 1 } as const;

/** Why a development was told to nobody: the first thing that the policy has against it. */
export async function untoldReason(call: CommandCall, development: Development): Promise<string> {
  const policy = call.context.policy ?? defaultPolicy;
  const now = call.context.clock.now();
  const { approval, holdUntil, kind, conflict, date, rulings } = development;
  if (approval?.state === "waiting") return call.text("whynot-approval");
  if (approval?.state === "dropped") return call.text("whynot-refused");
  if (rulings?.some((ruling) => ruling.kind === "hold") === true) return call.text("whynot-review");
  if (holdUntil !== null) return call.text("whynot-hold", { at: momentText(holdUntil, call) });
  if (!toldKinds(policy).includes(kind)) return call.text("whynot-kind", { kind: call.text(`kind-${kind}`) });
  if (conflict === null && !policy.unknownConflict) return call.text("whynot-no-conflict");
  if (date !== null && daysBetween(date, dayOf(now)) > policy.newsDays) return call.text("whynot-old");
  const shown = standingPart(development);
  const twin = await misreadAs(call, shown);
  if (twin !== null) {
    const title = titleOf(await snapshotOf(call, twin), textsOf(call.language));
    return call.text("whynot-misread", { title, id: twin.id });
  }
  return call.text(lackOf(shown, policy, now), {
    injured: policy.minInjured,
    drones: policy.minSalvo,
    customers: policy.minWithoutPower,
  });
}

/** The told development whose number it has, for which it is most likely misread. Null: there is none. */
async function misreadAs(call: CommandCall, shown: Development): Promise<Development | null> {
  const { ledger } = call.context.store;
  const others = await ledger.developments({ kinds: [shown.kind], limit: lookedThrough });
  return others.find((other) => isLikelyMisread(shown, [other])) ?? null;
}

/** The key of what it lacks: found by asking the policy what it would say of it, had it that. */
function lackOf(shown: Development, policy: TellingPolicy, now: number): string {
  const { kind, subject, stages, stage, figures } = shown;
  // It would be news: it came in what is read without telling.
  if (isNews(shown, now, policy)) return "whynot-backfill";
  if (kind === "strike" && subject === "place" && stages.length === 0) return "whynot-no-attack";
  if (isNews(shown, now, { ...policy, ...anyNumber })) return "whynot-small";
  if (isNews({ ...shown, date: shown.date ?? dayOf(now) }, now, policy)) return "whynot-no-day";
  if (kind === "talks") return stage === "held" ? "whynot-talks" : "whynot-talks-planned";
  if ((kind === "strike" || kind === "exchange") && figures.every(({ best }) => best === null))
    return "whynot-no-number";
  if (!hasAnyWord(shown) && countOrigins(shown) < 2) return "whynot-no-word";
  return countOrigins(shown) < 2 ? "whynot-one-source" : "whynot-too-little";
}
