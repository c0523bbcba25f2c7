import { createArticleReader } from "../../adapters/source/article/index.ts";
import type { Clock } from "../clock.ts";
import { documentOf } from "../figures/text/document.ts";
import { anyOf, hasAny } from "../figures/text/sentence-hits.ts";
import { isAboutConflict } from "../figures/gate.ts";
import { profileOf } from "../figures/profile.ts";
import { detectLanguage } from "../languages/detect.ts";
import { languageByTag } from "../languages/registry.ts";
import type { Report } from "../model/report.ts";
import type { ArticleTools } from "../poll/with-article.ts";
import type { Fetcher } from "../ports/fetcher.ts";

const signsOfWar = anyOf("war", "airStrike", "bombards");

/** The product token of our User-Agent, by which robots.txt files name us. */
const robotsToken = "tallywire";

/** Article pages through this fetcher, for items that look as if they were about an armed conflict. */
export function articlesBy(fetcher: Fetcher, clock: Clock): ArticleTools {
  return { isRelevant: looksRelevant, reader: createArticleReader(fetcher, { clock, token: robotsToken }) };
}

/** Whether title and summary are read as being about an armed conflict, or have a word of war in them: a short summary may have no more. */
function looksRelevant(report: Report): boolean {
  const language = languageByTag(report.lang) ?? detectLanguage(`${report.title}\n${report.text}`);
  if (language === null) return false;
  const document = documentOf(report, language);
  return (
    document.sentences.some((sentence) => hasAny(sentence, signsOfWar)) ||
    isAboutConflict(document, profileOf(document))
  );
}
