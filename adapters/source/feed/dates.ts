/** Minutes east of UTC. Names that stand for several zones mean the one that RFC 822 or most feeds mean. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, west: 60, bst: 60, cet: 60, cest: 120, met: 60, mest: 120,
  eet: 120, eest: 180, msk: 180, msd: 240, trt: 180, ist: 330, jst: 540, kst: 540, aest: 600, aedt: 660,
  est: -300, edt: -240, et: -300, cst: -360, cdt: -300, ct: -360, mst: -420, mdt: -360, mt: -420, pst: -480, pdt: -420, pt: -480,
  akst: -540, akdt: -480, hst: -600, ast: -240, adt: -180, nst: -210, ndt: -150, brt: -180,
  київ: 120, мск: 180,
}; // prettier-ignore

/** What month names begin with, in English, Ukrainian and Russian. The first that fits counts. */
const MONTHS: readonly (readonly string[])[] = [
  ["jan", "січ", "янв"],
  ["feb", "лют", "фев"],
  ["mar", "бер", "мар"],
  ["apr", "кві", "апр"],
  ["may", "тра", "май", "мая"],
  ["jun", "чер", "июн"],
  ["jul", "лип", "июл"],
  ["aug", "сер", "авг"],
  ["sep", "вер", "сен"],
  ["oct", "жов", "окт"],
  ["nov", "лис", "ноя"],
  ["dec", "гру", "дек"],
];

interface Parts {
  readonly year: number;
  /** 1-12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  /** With its fraction. */
  readonly second: number;
  /** Minutes east of UTC; a date without a zone is taken as UTC, never as the host's zone. */
  readonly offset: number;
}

/**
 * Epoch milliseconds of a date as feeds write them: ISO 8601 in its forms, RFC 822 and 2822 with their usual faults, asctime, dates
 * with English, Ukrainian or Russian month names, `24.05.2025 18:00`, epoch seconds. Null: not understood, or a day that does not exist.
 */
export function readDate(text: string): number | null {
  const plain = text.slice(0, 100).trim().toLowerCase().replace(/\s+/g, " ");
  if (/^\d{10}$/.test(plain)) return Number(plain) * 1000;
  if (/^\d{13}$/.test(plain)) return Number(plain);
  const parts = readIso(plain) ?? readWords(plain) ?? readNumeric(plain);
  return parts === null ? null : instantOf(parts);
}

const ISO =
  /^(?:[a-z]{3,9},? )?(\d{4})(?:-?(\d{3})(?!\d)|[-/.]?(\d{2})(?:[-/.]?(\d{2}))?)?(?:(?:t|,? )\s?(\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,:](\d+))?)?)?)? ?(.*)$/;

function readIso(text: string): Parts | null {
  const found = ISO.exec(text);
  if (found === null) return null;
  const [, year, ordinal, month, day, hour, minute, second, fraction, zone = ""] = found;
  const offset = readZone(zone);
  if (offset === null) return null;
  const seconds = Number(second ?? 0) + Number(`0.${fraction ?? 0}`);
  const clock = { hour: Number(hour ?? 0), minute: Number(minute ?? 0), second: seconds, offset };
  if (ordinal !== undefined) {
    const date = new Date(Date.UTC(Number(year), 0, Number(ordinal)));
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), ...clock };
  }
  return { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1), ...clock };
}

const CLOCK = /(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)? ?([ap]\.?m\b\.?)?/;

function readWords(text: string): Parts | null {
  const clock = CLOCK.exec(text);
  const before = clock === null ? text : text.slice(0, clock.index);
  const after = clock === null ? "" : text.slice(clock.index + clock[0].length);
  // asctime has its year behind the clock and the zone.
  const lateYear = /(?:^|\s)(\d{4})\s*$/.exec(after);
  const words = before.match(/\p{L}+|\d+/gu) ?? [];
  const monthAt = words.findIndex((word) => monthOf(word) !== null);
  if (monthAt < 0) return null;
  const month = monthOf(words[monthAt] ?? "") ?? 1;
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const early = /^\d{4}$/.test(numbers[0] ?? "");
  const [day, year] = early ? [numbers[1], numbers[0]] : [numbers[0], numbers[1] ?? lateYear?.[1]];
  if (day === undefined || year === undefined) return null;
  const zoneText = lateYear === null ? after : after.slice(0, lateYear.index);
  const offset = readZone(zoneText);
  if (offset === null) return null;
  return { year: fullYear(year), month, day: Number(day), ...clockOf(clock), offset };
}

/** `24.05.2025 18:00` and `24.05.2025`. With slashes it may be either order, so only an impossible month decides. */
function readNumeric(text: string): Parts | null {
  const found = /^(?:\p{L}+,? )?(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:[ ,t]+(.*))?$/u.exec(text);
  if (found === null) return null;
  const [, one, separator, two, year = "", rest = ""] = found;
  const clock = CLOCK.exec(rest);
  const offset = readZone(clock === null ? rest : rest.slice(clock.index + clock[0].length));
  if (offset === null) return null;
  const isAmerican = separator === "/" && Number(two) > 12;
  const [day, month] = isAmerican ? [two, one] : [one, two];
  if (separator === "/" && Number(one) <= 12 && Number(two) <= 12 && one !== two) return null;
  return { year: fullYear(year), month: Number(month), day: Number(day), ...clockOf(clock), offset };
}

function clockOf(clock: RegExpExecArray | null): Pick<Parts, "hour" | "minute" | "second"> {
  const hour = Number(clock?.[1] ?? 0);
  const half = clock?.[4]?.[0];
  const shifted = half === "p" && hour < 12 ? hour + 12 : half === "a" && hour === 12 ? 0 : hour;
  return { hour: shifted, minute: Number(clock?.[2] ?? 0), second: Number(clock?.[3] ?? 0) };
}

function monthOf(word: string): number | null {
  if (word.length < 3) return null;
  const at = MONTHS.findIndex((starts) => starts.some((start) => word.startsWith(start)));
  return at < 0 || /^(mar|сер)(k|ed)/.test(word) ? null : at + 1;
}

/** RFC 2822, 4.3: two-digit years below 50 are this century's. */
function fullYear(year: string): number {
  const number = Number(year);
  if (year.length > 3) return number;
  return number < 50 ? 2000 + number : 1900 + number;
}

/** Minutes east of UTC; 0 for no zone; null: something stands there that is none. */
function readZone(text: string): number | null {
  const zone = text.replace(/\([^()]*\)/g, "").trim();
  if (zone === "") return 0;
  const numeric = /^(?:z|ut|utc|gmt)? ?([+\-−])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return numeric[1] === "+" ? minutes : -minutes;
  }
  const name = /^[\p{L}]+/u.exec(zone)?.[0] ?? "";
  if (Object.hasOwn(ZONES, name)) return ZONES[name] ?? 0;
  // An unknown name says as much as no zone; anything else is no date.
  return /^[\p{L}/_ .]+$/u.test(zone) ? 0 : null;
}

function instantOf({ year, month, day, hour, minute, second, offset }: Parts): number | null {
  const isSane =
    year >= 1970 &&
    year < 10_000 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    hour <= 24 &&
    minute <= 59 &&
    second < 62;
  if (!isSane || day > daysIn(year, month)) return null;
  // A leap second is the second before it.
  const whole = Math.min(Math.floor(second), 59);
  return Date.UTC(year, month - 1, day, hour, minute - offset, whole, Math.floor((second % 1) * 1000 + 1e-6));
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
