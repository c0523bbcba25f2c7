import { plainText } from "../alert/plain.ts";
import { titleOf } from "../alert/title.ts";
import { textsOf } from "../languages/texts.ts";
import type { Alert } from "../model/alert.ts";
import type { Action, Block, Message } from "../model/message.ts";
import type { Card, Completion } from "../ports/command.ts";
import { languageOf, type CommandCall, type CommandContext } from "./context.ts";
import { snapshotOf } from "./evidence.ts";
import { zoneName } from "./find-zone.ts";
import { newestAlerts } from "./latest.ts";
import { momentText } from "./moments.ts";
import { findDevelopments } from "./search/index.ts";
import { groupsOfQuery } from "./search/terms.ts";
import { operationBlocks } from "./totals.ts";
import { legsOf, operationTitle } from "./operations.ts";
import { spokenIn } from "./spoken.ts";

const maxCards = 10;
const maxSummary = 120;

/** Cards for a query after the bot's name: what is found for words, else the newest exchange with its totals and the newest developments. */
export async function cardsFor(
  context: CommandContext,
  query: string,
  user: Completion["user"],
): Promise<readonly Card[]> {
  const call = cardCall(context, user);
  const groups = groupsOfQuery(query);
  if (groups.length === 0)
    return [
      ...(await operationCards(call, 1)),
      ...(await alertCards(call, await newestAlerts(call, null, maxCards - 1))),
    ];
  const found = await findDevelopments(call, groups, { limit: maxCards, offset: 0 });
  const alerts = await Promise.all(found.map((development) => snapshotOf(call, development)));
  const isExchange = groups.some((group) => group.includes("k:exchange"));
  return [...(isExchange ? await operationCards(call, 2) : []), ...(await alertCards(call, alerts))].slice(
    0,
    maxCards,
  );
}

/** Nobody's chat is asked: a card is shown wherever it is shared. */
function cardCall(context: CommandContext, user: Completion["user"]): CommandCall {
  const language = languageOf(context, [user.language]);
  const address = { platform: user.platform, channel: user.id, thread: null };
  return {
    invocation: {
      command: "",
      subcommand: null,
      options: {},
      address,
      chatTitle: "",
      isDirect: true,
      target: null,
      about: null,
      user: { ...user, isChatAdmin: () => Promise.resolve(false) },
      missingRights: () => Promise.resolve([]),
    },
    context,
    place: address,
    elsewhere: null,
    isUnseen: false,
    chat: null,
    ...spokenIn(context, language),
    openLanguage: language,
    timeZone: context.defaults.timeZone,
    words: [],
  };
}

async function operationCards(call: CommandCall, count: number): Promise<readonly Card[]> {
  const operations = await call.context.store.ledger.operations(count);
  const cards = await Promise.all(
    operations.map(async (operation): Promise<readonly Card[]> => {
      const [, ...blocks] = await operationBlocks(call, operation);
      if (blocks.length === 0) return [];
      const title = operationTitle(call, operation);
      const newest = (await legsOf(call, operation)).at(-1);
      const actions = newest === undefined ? [] : [detailsAction(call, newest.id)];
      const message: Message = { title, blocks, actions, language: call.language };
      const progress = blocks.find(({ kind }) => kind === "progress");
      return [
        {
          id: operation.id,
          summary: summaryOf(progress === undefined ? message : { ...message, blocks: [progress] }),
          message,
        },
      ];
    }),
  );
  return cards.flat();
}

async function alertCards(call: CommandCall, alerts: readonly Alert[]): Promise<readonly Card[]> {
  const { language, timeZone } = call;
  return alerts.map((alert) => {
    const composed = call.context.compose([{ ...alert, changes: [] }], { language, timeZone });
    // What is pressed in a chat that the bot is not in leads to it, so that only what everybody may ask stands there.
    const at = `${momentText(call.context.clock.now(), call)} (${zoneName(timeZone, call.context.clock.now())})`;
    const asOf: Block = { kind: "note", text: call.text("card-as-of", { at }) };
    const message = {
      ...composed,
      blocks: [...composed.blocks, asOf],
      actions: [detailsAction(call, alert.development)],
    };
    return {
      id: `${alert.development}-${alert.revision}`,
      summary: summaryOf(message),
      message: { ...message, title: titleOf(alert, textsOf(language)) },
    };
  });
}

/** The way to all that is known of a development. */
function detailsAction(call: Pick<CommandCall, "text">, id: string): Action {
  return { command: "development", argument: id, label: call.text("action-development") };
}

/** The first lines of a card, in one. */
function summaryOf(message: Message): string {
  const text = plainText(message).replaceAll(/\s*\n\s*/gu, " · ");
  return text.length <= maxSummary ? text : `${text.slice(0, maxSummary - 1)}…`;
}
