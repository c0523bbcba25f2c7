import { badRequest } from "./api-error.ts";
import { parseHtml } from "./html.ts";
import type { Entity } from "./html.ts";
import type { Keyboard } from "./keyboard.ts";
import { jsonOf, textOf } from "./params.ts";
import type { Params } from "./params.ts";
import { detectEntities, entityBytes, isBlank, keepFirstEntities, lengthOf, settleText } from "./text.ts";
import type { FormattedText } from "./text.ts";
import type { FakePhoto, Shown } from "./world.ts";

const maxRawBytes = 32_768;
const maxEntityBytes = 9_500;

/** Where a text stands: its parameter, its length, and the server's words for one that is too long. */
export interface TextPlace {
  readonly name: string;
  readonly entities: string;
  readonly maxCharacters: number;
  readonly tooLong: string;
  readonly mayBeEmpty: boolean;
}

/** https://core.telegram.org/bots/api#sendmessage, #sendphoto: texts of 1-4096, captions of 0-1024 characters after parsing. */
export const places = {
  text: {
    name: "text",
    entities: "entities",
    maxCharacters: 4_096,
    tooLong: "Message is too long",
    mayBeEmpty: false,
  },
  editedText: {
    name: "text",
    entities: "entities",
    maxCharacters: 4_096,
    tooLong: "MESSAGE_TOO_LONG",
    mayBeEmpty: false,
  },
  inlineText: {
    name: "message_text",
    entities: "entities",
    maxCharacters: 4_096,
    tooLong: "MESSAGE_TOO_LONG",
    mayBeEmpty: false,
  },
  caption: {
    name: "caption",
    entities: "caption_entities",
    maxCharacters: 1_024,
    tooLong: "message caption is too long",
    mayBeEmpty: true,
  },
  editedCaption: {
    name: "caption",
    entities: "caption_entities",
    maxCharacters: 1_024,
    tooLong: "MEDIA_CAPTION_TOO_LONG",
    mayBeEmpty: true,
  },
} as const satisfies Record<string, TextPlace>;

/** The text with its markup parsed; nothing is settled or measured yet. Throws the 400s. */
export function readContent(params: Params, place: TextPlace): FormattedText {
  const text = textOf(params, place.name);
  if (text === "" && !place.mayBeEmpty) throw badRequest("Message text is empty");
  if (Buffer.byteLength(text) > maxRawBytes) throw badRequest("Text is too long");
  if (!text.isWellFormed()) throw badRequest("Strings must be encoded in UTF-8");
  const mode = textOf(params, "parse_mode").toLowerCase();
  if (mode === "html") return parseHtml(text);
  if (mode !== "" && mode !== "none") throw badRequest("Unsupported parse_mode");
  const entities = jsonOf(params, place.entities, "message entities");
  return { text, entities: Array.isArray(entities) ? (entities as readonly Entity[]) : [] };
}

/** What is shown of a text: cleaned, trimmed, measured. Throws the 400s of what is empty or too long. */
export function settleContent(
  content: FormattedText,
  place: TextPlace,
  around: { readonly keyboard: Keyboard | null; readonly photo: FakePhoto | null; readonly at: number },
): Shown {
  const settled = settleText(content);
  if (isBlank(settled.text) && !place.mayBeEmpty) throw badRequest("Text must be non-empty");
  if (lengthOf(settled.text) > place.maxCharacters) throw badRequest(place.tooLong);
  if (entityBytes(settled.entities) > maxEntityBytes) throw badRequest("ENTITIES_TOO_LONG");
  const entities = keepFirstEntities(settled.entities);
  return { text: settled.text, entities, detected: detectEntities(settled.text, entities), ...around };
}
