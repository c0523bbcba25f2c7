import { addDays, daysBetween } from "../ledger/days.ts";
import type { Chart } from "../model/chart.ts";
import type { Development } from "../model/development.ts";
import type { Action } from "../model/message.ts";
import type { Party } from "../model/side.ts";
import { partyByCode, partyName } from "../reference/parties.ts";
import type { Reply } from "../ports/command.ts";
import { developmentAbout } from "./about.ts";
import { attackersOf, daysChart, salvos, type Salvo } from "./charts/days.ts";
import { legsChart } from "./charts/legs.ts";
import { chartKindOf } from "../alert/chart-kind.ts";
import { placesChart } from "./charts/places.ts";
import { tollChart } from "./charts/toll.ts";
import {
  describe,
  plainReply,
  textOption,
  type Command,
  type CommandCall,
  type CommandContext,
} from "./context.ts";
import { findDevelopment, unknownDevelopment } from "./evidence.ts";
import { dayIn } from "./moments.ts";
import { conflictsOf, legsOf, operationsHere, operationTitle } from "./operations.ts";
import { killedIn } from "./totals.ts";

/** Spans offered, days. */
const spans = [14, 30] as const;
const weekDays = 7;
const maxNights = 200;
const maxStrikes = 600;
/** Alerts of one development that its toll is looked for in. */
const maxTold = 100;
const operationsOffered = 3;
/** Of a button (model/message.ts). */
const maxArgument = 40;

/** /chart [exchange | days | places | toll | development]: a picture of what the ledger holds, or of what the answered alert tells. */
export function chartCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "chart",
      description: describe(context, "command-chart"),
      access: "anyone",
      options: [textOption(context, "what", { key: "option-chart", isCompleted: true })],
      subcommands: [],
      isListed: true,
    },
    limit: "costly",
    async run(call) {
      const [what = (await developmentAbout(call)) ?? "", ...words] = call.words;
      if (/^d\d{1,12}$/u.test(what)) return developmentChart(call, what);
      if (/^o\d{1,12}$/u.test(what)) return operationChart(call, what, words[0] ?? null);
      if (what === "exchange") return operationChart(call, null, null);
      if (what === "days") return nightsChart(call, readNights(words));
      if (what === "places") return strikesChart(call, words[0]);
      if (what === "toll") return worstChart(call);
      return menu(call, what);
    },
    complete: ({ completion, text }) =>
      Promise.resolve(
        ["exchange", "days", "places", "toll"]
          .map((value) => ({ value, label: text(`chart-menu-${value}`) }))
          .filter(({ value, label }) =>
            [value, label.toLowerCase()].some((word) => word.startsWith(completion.typed.toLowerCase())),
          ),
      ),
  };
}

/** The charts that there are. `word`: one that was asked for and is none of them; "": none was. */
async function menu(call: CommandCall, word: string): Promise<Reply> {
  const operations = await operationsHere(call, operationsOffered);
  const legs = operations.map((operation) => action(operation.id, operationTitle(call, operation)));
  const others = (await drawable(call)).map((what) => action(what, call.text(`chart-menu-${what}`)));
  const about = legs.length + others.length === 0 ? "chart-none" : "chart-menu-about";
  return {
    isPrivate: true,
    message: {
      title: call.text("chart-menu"),
      blocks: [
        ...(word === "" ? [] : [{ kind: "text" as const, text: call.text("chart-unknown", { word }) }]),
        { kind: "text", text: call.text(about) },
      ],
      actions: [...legs, ...others],
      language: call.language,
    },
  };
}

/** The charts of several developments for which there are numbers. */
async function drawable(call: CommandCall): Promise<readonly ("days" | "places" | "toll")[]> {
  const [days, places, toll] = await Promise.all([
    nightsChart(call, readNights([])),
    strikesChart(call, undefined),
    worstChart(call),
  ]);
  const has = ({ message }: Reply): boolean => message.chart !== undefined;
  return (["days", "places", "toll"] as const).filter((what) => has({ days, places, toll }[what]));
}

function action(argument: string, label: string): Action {
  return { command: "chart", argument, label };
}

function drawn(call: CommandCall, chart: Chart | null, actions: readonly Action[]): Reply {
  const more = action("", call.text("button-charts"));
  if (chart === null) {
    const { message } = plainReply(call, call.text("chart-none"));
    return { isPrivate: true, message: { ...message, actions: [...actions, more] } };
  }
  return {
    isPrivate: true,
    message: { title: chart.title, blocks: [], chart, actions: [...actions, more], language: call.language },
  };
}

async function developmentChart(call: CommandCall, id: string): Promise<Reply> {
  const asked = await findDevelopment(call, id);
  if (asked === null) return plainReply(call, unknownDevelopment(call, id));
  const open = { command: "development", argument: id, label: call.text("action-development") };
  switch (chartKindOf(asked.alert)) {
    case "legs":
      return operationChart(call, asked.development.operation, null);
    case "days":
      return nightsChart(call, nightsAround(call, asked.development));
    case "toll": {
      const told = await call.context.store.ledger.alerts({
        development: asked.development.id,
        limit: maxTold,
      });
      return drawn(call, tollChart(call, asked, told), [open]);
    }
    case null:
      return drawn(call, null, [open]);
  }
}

/** The days before a night of long ago end with it; those before one of these days end today. */
function nightsAround(call: CommandCall, { attacker, date }: Development): Nights {
  const today = dayIn(call.timeZone, call.context.clock.now());
  const isOld = date !== null && date.length === today.length && daysBetween(date, today) >= spans[0];
  return { days: spans[0], attacker, salvo: "drones", toDate: isOld ? date : null };
}

/** `id` null: the newest operation of the conflicts that the chat follows. */
async function operationChart(call: CommandCall, id: string | null, side: string | null): Promise<Reply> {
  const operation =
    id === null
      ? ((await operationsHere(call, 1))[0] ?? null)
      : await call.context.store.ledger.operation(id);
  if (operation === null) return drawn(call, null, []);
  const legs = await legsOf(call, operation);
  const shown = operation.running.find((total) => total.side === side) ?? operation.running[0];
  const others = operation.running
    .filter((total) => total.side !== shown?.side && total.side !== null)
    .map(({ side: other }) => action(`${operation.id} ${other}`, partyName(other ?? "", call.language)));
  return drawn(call, legsChart(call, { operation, legs, side }), others);
}

/** What a chart of nights is asked for. */
interface Nights {
  readonly days: number;
  /** Null: who attacked most. */
  readonly attacker: Party | null;
  readonly salvo: Salvo;
  /** The last day, when it is not today. */
  readonly toDate: string | null;
}

/** `[14 | 30] [party] [drones | missiles] [last day]`, in any order. */
function readNights(words: readonly string[]): Nights {
  return {
    days: spans.find((span) => words.includes(String(span))) ?? spans[0],
    salvo: salvos.find((each) => words.includes(each)) ?? "drones",
    toDate: words.find((word) => /^\d{4}-\d\d-\d\d$/u.test(word)) ?? null,
    attacker: words.find((word) => partyByCode(word) !== null) ?? null,
  };
}

function nightsAction(nights: Nights, label: string): Action {
  const { days, attacker, salvo, toDate } = nights;
  const words = ["days", String(days), attacker ?? "", salvo].filter((word) => word !== "").join(" ");
  const dated = toDate === null ? words : `${words} ${toDate}`;
  return action(dated.length <= maxArgument ? dated : words, label);
}

async function nightsChart(call: CommandCall, asked: Nights): Promise<Reply> {
  const { days } = asked;
  const toDate = asked.toDate ?? dayIn(call.timeZone, call.context.clock.now());
  const nights = await call.context.store.archive.developmentsOn({
    subject: "night",
    fromDate: addDays(toDate, 1 - days),
    toDate,
    conflicts: conflictsOf(call),
    limit: maxNights,
  });
  const attackers = attackersOf(nights);
  const attacker = attackers.find((party) => party === asked.attacker) ?? attackers[0];
  if (attacker === undefined) return drawn(call, null, []);
  const charts = salvos.map((salvo) => ({
    salvo,
    chart: daysChart(call, { nights, attacker, salvo, days, toDate }),
  }));
  // Of a night with missiles only there is no chart of drones.
  const counted = charts.filter(({ chart }) => chart !== null);
  const shown = counted.find(({ salvo }) => salvo === asked.salvo) ?? counted[0];
  const next = { ...asked, attacker, salvo: shown?.salvo ?? asked.salvo };
  const otherSpan = days === spans[0] ? spans[1] : spans[0];
  return drawn(call, shown?.chart ?? null, [
    nightsAction({ ...next, days: otherSpan }, call.text("chart-span", { days: otherSpan })),
    ...counted
      .filter(({ salvo }) => salvo !== shown?.salvo)
      .map(({ salvo }) => nightsAction({ ...next, salvo }, call.text(`thing-${salvo}`))),
    ...attackers
      .filter((party) => party !== attacker)
      .slice(0, 2)
      .map((party) => {
        const label = call.text("chart-attacks-of", { party: partyName(party, call.language) });
        return nightsAction({ ...next, attacker: party }, label);
      }),
  ]);
}

/** How the toll of the last week's deadliest strike rose. */
async function worstChart(call: CommandCall): Promise<Reply> {
  const toDate = dayIn(call.timeZone, call.context.clock.now());
  const strikes = await strikesOn(call, { fromDate: addDays(toDate, 1 - weekDays), toDate });
  const [worst] = strikes.toSorted((a, b) => killedIn(b) - killedIn(a));
  return worst === undefined || killedIn(worst) === 0
    ? drawn(call, null, [])
    : developmentChart(call, worst.id);
}

function strikesOn(
  call: CommandCall,
  span: { readonly fromDate: string; readonly toDate: string },
): Promise<readonly Development[]> {
  const conflicts = conflictsOf(call);
  const query = { subject: "place", ...span, conflicts, limit: maxStrikes, toldOnly: true } as const;
  return call.context.store.archive.developmentsOn(query);
}

async function strikesChart(call: CommandCall, span: string | undefined): Promise<Reply> {
  const days = span === "30" ? 30 : weekDays;
  const toDate = dayIn(call.timeZone, call.context.clock.now());
  const fromDate = addDays(toDate, 1 - days);
  const strikes = await strikesOn(call, { fromDate, toDate });
  const other = days === weekDays ? 30 : weekDays;
  return drawn(call, placesChart(call, { strikes, fromDate, toDate }), [
    action(`places ${other}`, call.text("chart-span", { days: other })),
  ]);
}
