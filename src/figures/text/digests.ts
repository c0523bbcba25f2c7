import type { Document } from "./document.ts";

/** "Главное к утру пятницы", over rows of news of their own: whether a Ukrainian or Russian report is a digest. Its heading tells when it was written, not when anything happened; a party's own summary tells its day. */
export function isDigest({ report, language, sentences }: Document): boolean {
  return language.freeOrder && report.source.side === null && sentences[0]?.hits.has.digest === true;
}
