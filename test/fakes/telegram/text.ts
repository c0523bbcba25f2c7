import type { Entity } from "./html.ts";

/** Limits on texts: see the header of index.ts. */
const maxEntities = 100;

/** A text with its entities, as it would stand in the chat. */
export interface FormattedText {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/**
 * What the server makes of a parsed text (tdlib/td clean_input_string and fix_formatted_text, read 2026-11-25): control characters
 * become spaces, some marks vanish, blanks go from the end and, up to the first entity, from the beginning.
 */
export function settleText({ text, entities }: FormattedText): FormattedText {
  const cleaned = cleanKeeping(text, entities);
  const end = cleaned.text.replace(/[ \n]+$/u, "").length;
  const firstEntity = cleaned.entities[0]?.offset ?? end;
  const [blanks = ""] = /^[ \n]*/u.exec(cleaned.text.slice(0, Math.min(firstEntity, end))) ?? [];
  const shown = cleaned.text.slice(blanks.length, end);
  const kept = cleaned.entities
    .map((entity) => ({ ...entity, offset: entity.offset - blanks.length }))
    .map((entity) => ({ ...entity, length: Math.min(entity.length, shown.length - entity.offset) }))
    .filter(
      (entity) =>
        entity.length > 0 && shown.slice(entity.offset, entity.offset + entity.length).trim() !== "",
    );
  return { text: shown, entities: kept };
}

/** Only about the first hundred entities are kept: links and quotes before bold and the like (get_input_message_entities). */
export function keepFirstEntities(entities: readonly Entity[]): readonly Entity[] {
  const counted = [...entities.filter((each) => !isStyle(each)), ...entities.filter(isStyle)].slice(
    0,
    maxEntities,
  );
  return entities.filter((entity) => counted.includes(entity));
}

function isStyle(entity: Entity): boolean {
  return ["bold", "italic", "underline", "strikethrough", "spoiler"].includes(entity.type);
}

/** The size that ENTITIES_TOO_LONG goes by: three numbers, and the address with its length. Not official. */
export function entityBytes(entities: readonly Entity[]): number {
  return entities.reduce(
    (sum, { url }) => sum + 12 + (url === undefined ? 0 : 4 + Buffer.byteLength(url)),
    0,
  );
}

/** Telegram counts characters in Unicode code points. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** Whether nothing in a text can be seen (is_empty_string). */
export function isBlank(text: string): boolean {
  return /^[\s\u200b-\u200f\u202e\ufeff\u00a0\u2000-\u200a\u2800\u3000\ufffc]*$/u.test(text);
}

const detections: readonly { readonly type: string; readonly shape: RegExp }[] = [
  { type: "mention", shape: /(?<![\p{L}\p{N}_])@\w{3,32}(?![\p{L}\p{N}_])/gu },
  { type: "hashtag", shape: /(?<![\p{L}\p{N}_])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu },
  { type: "cashtag", shape: /(?<![\p{L}\p{N}_])\$(?:1INCH|[A-Z]{1,8})(?![\p{L}\p{N}_$])/gu },
  { type: "bot_command", shape: /(?<![\p{L}\p{N}_/<>])\/\w{1,64}(?:@\w{3,32})?(?![\p{L}\p{N}_/<>])/gu },
  { type: "email", shape: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu },
  { type: "url", shape: /(?:https?|ftp|tg|ton):\/\/[^\s<>"]+/giu },
  {
    type: "url",
    shape:
      /(?<![\p{L}\p{N}@._-])(?:[\p{L}\p{N}-]+\.)+(?:com|org|net|info|ua|ru|uk|eu|de|gov|mil|io|me|news|press|tv|укр|рф)(?![\p{L}\p{N}])(?:\/[^\s<>"]*)?/giu,
  },
];

/**
 * What Telegram turns into links by itself, in texts without a link there already: mentions, commands, tags, addresses
 * (https://core.telegram.org/bots/api#messageentity). A rough copy of its finder, wide rather than narrow.
 */
export function detectEntities(text: string, entities: readonly Entity[]): readonly Entity[] {
  const solid = entities.filter((each) => ["text_link", "code", "pre"].includes(each.type));
  const found: Entity[] = [];
  for (const { type, shape } of detections) {
    for (const match of text.matchAll(shape)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if (![...solid, ...found].some((other) => overlaps(other, entity))) found.push(entity);
    }
  }
  return found.toSorted((a, b) => a.offset - b.offset);
}

function overlaps(a: Entity, b: Entity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}

/** Cleans character by character, so that the entities stay where they were. */
function cleanKeeping(
  text: string,
  entities: readonly Entity[],
): { text: string; entities: readonly Entity[] } {
  const positions: number[] = [];
  let cleaned = "";
  for (let index = 0; index < text.length; index += 1) {
    positions.push(cleaned.length);
    const character = text.charAt(index);
    if (/[\r\u2028-\u202e]|\u0333|\u033f|\u030a/u.test(character)) continue;
    cleaned += character < " " && character !== "\n" ? " " : character;
  }
  positions.push(cleaned.length);
  const moved = entities.map((entity) => {
    const offset = positions[entity.offset] ?? cleaned.length;
    return {
      ...entity,
      offset,
      length: (positions[entity.offset + entity.length] ?? cleaned.length) - offset,
    };
  });
  return { text: cleaned, entities: moved };
}
