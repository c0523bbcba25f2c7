import { Parser } from "htmlparser2";

import { FormatError } from "../../src/errors.ts";
import type { Source } from "../../src/model/source.ts";
import { ATTRIBUTES, NAMESPACE } from "./attributes.ts";

/** One source of an OPML file; what the file does not say is absent. `url` is as it stands there. */
export type OpmlOutline = Partial<Source> & { readonly url: string };

/** No reader follows so many; the file is something else, or made to hurt. */
const MAX_OUTLINES = 20_000;
/** Folders in folders; the parser's stack is quadratic in depth. */
const MAX_DEPTH = 100;

/**
 * The sources of an OPML document of any version, in its order; folders are flattened. Outlines without an address are folders or notes
 * and are passed over. Throws FormatError `not-opml` when there is no `<opml>` in it or it is beyond all measure.
 */
export function readOpml(text: string): OpmlOutline[] {
  const outlines: OpmlOutline[] = [];
  let prefix: string | null = null;
  let isOpml = false;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > MAX_DEPTH || outlines.length > MAX_OUTLINES)
          throw notOpml("The OPML file is nested too deeply or lists too many sources.");
        if (/^opml$/i.test(name)) {
          isOpml = true;
          prefix = prefixOf(attributes);
        }
        const outline = /^outline$/i.test(name) && isOpml ? outlineOf(attributes, prefix) : null;
        if (outline !== null) outlines.push(outline);
      },
      onclosetag: () => void (depth -= 1),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  if (!isOpml) throw notOpml("The file is not OPML.");
  return outlines;
}

function notOpml(message: string): FormatError {
  return new FormatError(message, {
    code: "not-opml",
    permanent: true,
    hint: "Give a file that a feed reader, or tallywire sources export, has written.",
  });
}

/** The prefix that stands for our namespace in this document; null: it is not used there. */
function prefixOf(attributes: Readonly<Record<string, string>>): string | null {
  const declaration = Object.entries(attributes).find(
    ([name, value]) => name.startsWith("xmlns:") && value === NAMESPACE,
  );
  return declaration?.[0].slice("xmlns:".length) ?? null;
}

function outlineOf(attributes: Readonly<Record<string, string>>, prefix: string | null): OpmlOutline | null {
  // OPML says xmlUrl; files in other cases are about.
  const plain = new Map(
    Object.entries(attributes).map(([name, value]) => [name.toLowerCase(), value.trim()]),
  );
  const url = plain.get("xmlurl") ?? plain.get("url") ?? "";
  const isSource = plain.has("xmlurl") || (prefix !== null && `${prefix}:kind` in attributes);
  if (url === "" || !isSource) return null;
  const name = [plain.get("title"), plain.get("text")].find((each) => each !== undefined && each !== "");
  const language = /^[a-z]{2,3}/.exec(plain.get("language")?.toLowerCase() ?? "")?.[0];
  return {
    url,
    ...(name === undefined ? {} : { name }),
    ...(language === undefined ? {} : { lang: language }),
    ...(prefix === null ? {} : ownFields(attributes, prefix)),
  };
}

function ownFields(attributes: Readonly<Record<string, string>>, prefix: string): Partial<Source> {
  const fields = Object.entries(ATTRIBUTES).map(([field, { name, read }]) => {
    const text = attributes[`${prefix}:${name}`];
    return [field, text === undefined ? undefined : read(text)];
  });
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as Partial<Source>;
}
