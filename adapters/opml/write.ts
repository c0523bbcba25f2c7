import type { Source } from "../../src/model/source.ts";
import { ATTRIBUTES, NAMESPACE } from "./attributes.ts";

/**
 * Sources as an OPML 2.0 document. Feeds are outlines of type `rss`, which every reader can import; other kinds are of type `link`,
 * so that no reader takes a web page for a feed. What OPML has no words for (kind, side …) stands in a namespace of ours.
 */
export function writeOpml(sources: readonly Source[], title: string): string {
  const outlines = sources.map((source) => `    <outline ${attributesOf(source).join(" ")}/>\n`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<opml version="2.0" xmlns:tallywire="${NAMESPACE}">\n`,
    `  <head>\n    <title>${escape(title)}</title>\n  </head>\n`,
    `  <body>\n${outlines.join("")}  </body>\n</opml>\n`,
  ].join("");
}

function attributesOf(source: Source): string[] {
  const isFeed = source.kind === "feed";
  const common = {
    type: isFeed ? "rss" : "link",
    text: source.name,
    title: source.name,
    [isFeed ? "xmlUrl" : "url"]: source.url,
    language: isFeed ? source.lang : null,
    "tallywire:id": ATTRIBUTES.id.write(source.id),
    "tallywire:kind": ATTRIBUTES.kind.write(source.kind),
    "tallywire:lang": ATTRIBUTES.lang.write(source.lang),
    "tallywire:side": ATTRIBUTES.side.write(source.side),
    "tallywire:stateControlled": ATTRIBUTES.isStateControlled.write(source.isStateControlled),
    "tallywire:urgent": ATTRIBUTES.isUrgent.write(source.isUrgent),
    "tallywire:wantsArticle": ATTRIBUTES.wantsArticle.write(source.wantsArticle),
    "tallywire:note": ATTRIBUTES.note.write(source.note),
  };
  return Object.entries(common).flatMap(([name, value]) =>
    value === null ? [] : [`${name}="${escape(value)}"`],
  );
}

/** For attributes in double quotes and for text. Line ends are written as references: XML makes blanks of plain ones. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
}
