const made = new Map<string, Intl.DateTimeFormat>();

/** Zones and languages are few, and what is asked for wrongly must not grow without end. */
const maxKept = 500;

/**
 * A formatter of dates, made once: to make one costs more than a whole message does. English writes the day before the month. Throws
 * RangeError for a time zone that there is not.
 */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const tag = language === "en" ? "en-GB" : language;
  const key = `${tag} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(tag, options);
  if (made.size >= maxKept) made.clear();
  made.set(key, format);
  return format;
}

/** "25 November, 23:04" on a zone's clock, with the year where it is asked for. Throws as `dateFormat` does. */
export function momentFormat(
  timeZone: string,
  { language, hasYear = false }: { readonly language: string; readonly hasYear?: boolean },
): Intl.DateTimeFormat {
  return dateFormat(language, {
    timeZone,
    day: "numeric",
    month: "long",
    ...(hasYear ? { year: "numeric" } : {}),
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}
