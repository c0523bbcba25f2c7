import { badRequest } from "./api-error.ts";
import { places, readContent, settleContent } from "./content.ts";
import { checkButtonData, readRows } from "./keyboard.ts";
import type { Keyboard } from "./keyboard.ts";
import { flagOf, isObject, jsonOf, numberOf, textOf } from "./params.ts";
import type { Params } from "./params.ts";
import type { Shown, World } from "./world.ts";

/** One card that somebody may choose. */
export interface InlineCard {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly shown: Shown;
}

/** What somebody typed behind the bot's name, and what the bot answered. */
export interface InlineQuery {
  readonly id: string;
  readonly userId: number;
  readonly query: string;
  isExpired: boolean;
  answer: {
    readonly cards: readonly InlineCard[];
    readonly cacheSeconds: number;
    readonly isPersonal: boolean;
    readonly nextOffset: string;
    /** The button over the cards; null: none. */
    readonly button: { readonly text: string; readonly startParameter: string } | null;
  } | null;
}

const maxResults = 50;
const maxIdBytes = 64;

/** answerInlineQuery: https://core.telegram.org/bots/api#answerinlinequery. Articles with texts only. */
export function answerInlineQuery(
  params: Params,
  { world, queries }: { readonly world: World; readonly queries: ReadonlyMap<string, InlineQuery> },
): true {
  const results = jsonOf(params, "results", "inline query results");
  if (!Array.isArray(results)) throw badRequest("Expected an Array of inline query results");
  if (results.length > maxResults) throw badRequest("RESULTS_TOO_MUCH");
  const cards = results.map((result: unknown) => readCard(result, world));
  if (new Set(cards.map(({ id }) => id)).size < cards.length) throw badRequest("RESULT_ID_DUPLICATE");
  const nextOffset = textOf(params, "next_offset");
  if (Buffer.byteLength(nextOffset) > maxIdBytes) throw badRequest("NEXT_OFFSET_INVALID");
  const button = readButton(params);
  const query = queries.get(textOf(params, "inline_query_id"));
  if (query === undefined || query.isExpired || query.answer !== null)
    throw badRequest("query is too old and response timeout expired or query ID is invalid");
  query.answer = {
    cards,
    cacheSeconds: numberOf(params, "cache_time", 300),
    isPersonal: flagOf(params, "is_personal"),
    nextOffset,
    button,
  };
  world.changed();
  return true;
}

/** https://core.telegram.org/bots/api#inlinequeryresultarticle */
function readCard(value: unknown, world: World): InlineCard {
  if (!isObject(value))
    throw badRequest("Can't parse inline query result: InlineQueryResult must be an Object");
  if (value["type"] !== "article")
    throw badRequest(`Can't parse inline query result: unsupported type "${textOf(value, "type")}"`);
  const id = textOf(value, "id");
  if (id === "" || Buffer.byteLength(id) > maxIdBytes) throw badRequest("RESULT_ID_INVALID");
  const title = textOf(value, "title");
  if (title.trim() === "") throw badRequest("ARTICLE_TITLE_EMPTY");
  const input = value["input_message_content"];
  if (!isObject(input)) throw badRequest("MESSAGE_EMPTY");
  const keyboard = keyboardOf(value["reply_markup"]);
  const content = readContent(input, places.inlineText);
  const shown = settleContent(content, places.inlineText, { keyboard, photo: null, at: world.now() });
  checkButtonData(keyboard);
  return { id, title, description: textOf(value, "description"), shown };
}

function keyboardOf(markup: unknown): Keyboard | null {
  if (markup === undefined) return null;
  if (!isObject(markup) || markup["inline_keyboard"] === undefined)
    throw badRequest("Inline keyboard expected");
  return readRows(markup["inline_keyboard"]);
}

/** https://core.telegram.org/bots/api#inlinequeryresultsbutton */
function readButton(params: Params): { readonly text: string; readonly startParameter: string } | null {
  const button = jsonOf(params, "button", "inline query results button");
  if (button === undefined || button === null) return null;
  if (!isObject(button)) throw badRequest("Object expected as button");
  const startParameter = textOf(button, "start_parameter");
  if (!/^[\w-]{1,64}$/u.test(startParameter)) throw badRequest("START_PARAM_INVALID");
  return { text: textOf(button, "text"), startParameter };
}
