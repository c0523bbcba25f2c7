import { titleOf } from "../alert/title.ts";
import { textsOf } from "../languages/texts.ts";
import { addDays } from "../ledger/days.ts";
import type { Development, Operation } from "../model/development.ts";
import type { Block } from "../model/message.ts";
import { describe, plainReply, type Command, type CommandCall, type CommandContext } from "./context.ts";
import { snapshotOf } from "./evidence.ts";
import { dayIn, shortDay } from "./moments.ts";
import { conflictsOf, legsOf, operationsHere, operationTitle } from "./operations.ts";

const operationCount = 3;
const legCount = 5;
const singleCount = 5;
/** Nights and strikes of a week, as their headings say. */
const totalDays = 7;
const nightCount = 10;
const tollCount = 6;
const maxStrikes = 400;

/** /totals: exchanges with target and running totals, attacks by day, the heaviest tolls. */
export function totalsCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "totals",
      description: describe(context, "command-totals"),
      access: "anyone",
      options: [],
      subcommands: [],
      isListed: true,
    },
    async run(call) {
      const blocks = await totalsBlocks(call);
      if (blocks.length === 0) return plainReply(call, call.text("totals-none"));
      return {
        isPrivate: true,
        message: {
          title: call.text("totals-title"),
          blocks,
          actions: [{ command: "chart", argument: "", label: call.text("button-charts") }],
          language: call.language,
        },
      };
    },
  };
}

/** The running totals as the chat's conflicts have them; [] when nothing was counted. */
export async function totalsBlocks(call: CommandCall): Promise<readonly Block[]> {
  const conflicts = conflictsOf(call);
  const operations = await operationsHere(call, operationCount);
  const exchanges = await Promise.all(operations.map((operation) => operationBlocks(call, operation)));
  return [
    ...exchanges.flat(),
    ...(await singleBlocks(call, conflicts)),
    ...(await nightBlocks(call, conflicts)),
    ...(await tollBlocks(call, conflicts)),
  ];
}

/** What was agreed, how far it has come, and its latest legs. */
export async function operationBlocks(call: CommandCall, operation: Operation): Promise<readonly Block[]> {
  const legs = await legsOf(call, operation);
  const newest = legs.at(-1);
  const heading: Block = { kind: "text", text: operationTitle(call, operation) };
  if (newest === undefined) return [];
  const alert = await snapshotOf(call, newest);
  const { language, timeZone } = call;
  const composed = call.context.compose([alert], { language, timeZone });
  const progress = composed.blocks.filter(({ kind }) => kind === "progress" || kind === "note");
  const lines = await Promise.all(legs.slice(-legCount).map((leg) => dayLine(call, leg)));
  const items = lines.map((text) => ({ text, link: null }));
  const earlier = legs.length - lines.length;
  const more: readonly Block[] =
    earlier > 0 ? [{ kind: "note", text: call.text("totals-earlier", { count: earlier }) }] : [];
  return [heading, ...progress, { kind: "list", items: items.toReversed() }, ...more];
}

/** "24 May: Prisoner exchange: 307 for 307". */
async function dayLine(call: CommandCall, development: Development): Promise<string> {
  const title = titleOf(await snapshotOf(call, development), textsOf(call.language));
  const { date } = development;
  return date === null ? title : `${shortDay(date, call.language)}: ${title}`;
}

async function developmentsOn(
  call: CommandCall,
  subject: Development["subject"],
  { conflicts, limit }: { readonly conflicts: readonly string[] | null; readonly limit: number },
): Promise<readonly Development[]> {
  const toDate = dayIn(call.timeZone, call.context.clock.now());
  const fromDate = addDays(toDate, 1 - totalDays);
  const query = { subject, fromDate, toDate, conflicts, limit, toldOnly: true };
  return call.context.store.archive.developmentsOn(query);
}

/** Whether a review took out everything that was said of it. */
function isWithdrawnWhole({ figures, stages }: Development): boolean {
  const said = [...figures.flatMap(({ claims }) => claims), ...stages];
  return said.length > 0 && said.every(({ isWithdrawn }) => isWithdrawn === true);
}

/** Exchanges that are no part of a larger one that was agreed. */
async function singleBlocks(
  call: CommandCall,
  conflicts: readonly string[] | null,
): Promise<readonly Block[]> {
  const told = await Promise.all(
    (["captives", "bodies"] as const).map((subject) =>
      developmentsOn(call, subject, { conflicts, limit: singleCount }),
    ),
  );
  const single = told.flat().filter((one) => one.operation === null && !isWithdrawnWhole(one));
  if (single.length === 0) return [];
  const lines = await Promise.all(single.map((one) => dayLine(call, one)));
  return [
    { kind: "text", text: call.text("totals-exchanges") },
    { kind: "list", items: lines.map((text) => ({ text, link: null })) },
  ];
}

async function nightBlocks(
  call: CommandCall,
  conflicts: readonly string[] | null,
): Promise<readonly Block[]> {
  const told = await developmentsOn(call, "night", { conflicts, limit: nightCount });
  const nights = told.filter((night) => !isWithdrawnWhole(night));
  if (nights.length === 0) return [];
  const lines = await Promise.all(nights.map((night) => dayLine(call, night)));
  const heading = call.text("totals-nights");
  return [
    { kind: "text", text: heading },
    { kind: "list", items: lines.map((text) => ({ text, link: null })) },
  ];
}

/** The strikes with the most dead; each its own number, never a sum of them. */
async function tollBlocks(call: CommandCall, conflicts: readonly string[] | null): Promise<readonly Block[]> {
  const strikes = await developmentsOn(call, "place", { conflicts, limit: maxStrikes });
  const worst = strikes
    .map((strike) => ({ strike, killed: killedIn(strike) }))
    .filter(({ killed }) => killed > 0)
    .toSorted((a, b) => b.killed - a.killed)
    .slice(0, tollCount);
  if (worst.length === 0) return [];
  const lines = await Promise.all(worst.map(({ strike }) => dayLine(call, strike)));
  return [
    { kind: "text", text: call.text("totals-tolls") },
    { kind: "list", items: lines.map((text) => ({ text, link: null })) },
  ];
}

/** The standing number of a strike's dead; 0: nobody was reported killed. */
export function killedIn({ figures }: Development): number {
  const counted = figures.filter(({ measure, scope }) => measure === "killed" && scope === "event");
  return Math.max(0, ...counted.map(({ best }) => best ?? 0));
}
