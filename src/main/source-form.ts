import { sourceFromUrl } from "../commands/sources.ts";
import { ConfigError } from "../errors.ts";
import type { Source } from "../model/source.ts";
import type { SourceOptions } from "./sources-command.ts";

/** A source from its address and what was said of it. Throws ConfigError `bad-source` with what to write instead. */
export function sourceOf(url: string, options: SourceOptions): Source {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (address === null || !["http:", "https:"].includes(address.protocol))
    throw badSource(`${url} is no web address.`, "Give one that begins with https://.");
  const { kind, lang, side, urgent, stateControlled, article } = options;
  if (lang !== undefined && !/^[a-z]{2,3}$/u.test(lang))
    throw badSource(`${lang} is no language tag.`, "Give two or three letters, such as uk.");
  if (side !== undefined && !/^(?:[A-Z]{2}|x-[a-z0-9-]{1,40})$/u.test(side))
    throw badSource(`${side} is no side.`, "Give a country's code such as UA, or x- and a slug.");
  const plain = sourceFromUrl(address, options.name ?? null);
  return {
    ...plain,
    // Another kind than the address suggests is read at the address as it was given.
    ...(kind === undefined || kind === plain.kind ? {} : { kind, url: address.href }),
    lang: lang ?? null,
    side: side ?? null,
    isUrgent: urgent ?? false,
    isStateControlled: stateControlled ?? false,
    ...(article === true ? { wantsArticle: true } : {}),
  };
}

function badSource(message: string, hint: string): ConfigError {
  return new ConfigError(message, { code: "bad-source", permanent: true, hint });
}
