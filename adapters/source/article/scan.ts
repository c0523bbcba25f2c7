import { Parser } from "htmlparser2";

import { SourceError } from "../../../src/errors.ts";

/** Of 1,344 real pages the deepest had 51 levels and the largest 10,110 elements; nested `div`s cost the extractor their cube. */
const MAX_DEPTH = 200;
const MAX_ELEMENTS = 30_000;
/** A class of 1 MB overflows the stack of the extractor's patterns. Addresses may be long: images are written into them. */
const MAX_ATTRIBUTE = 20_000;
const LONG_ATTRIBUTES = new Set([
  "src",
  "srcset",
  "href",
  "data-src",
  "data-srcset",
  "poster",
  "content",
  "data",
]);

/** Refuses pages that the extractor would choke on. Throws SourceError `too-complex`. */
export function scanPage(html: string): void {
  let depth = 0;
  let elements = 0;
  const parser = new Parser({
    onopentagname() {
      depth += 1;
      elements += 1;
      if (depth > MAX_DEPTH || elements > MAX_ELEMENTS) throw tooComplex();
    },
    onattribute(name, value) {
      if (value.length > MAX_ATTRIBUTE && !LONG_ATTRIBUTES.has(name)) throw tooComplex();
    },
    onclosetag: () => void (depth -= 1),
  });
  parser.end(html);
}

function tooComplex(): SourceError {
  return new SourceError("The page is nested too deeply or has too many elements.", { code: "too-complex" });
}
