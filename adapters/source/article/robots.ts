/** One line of a group: a path pattern that is allowed or not. */
interface Rule {
  readonly isAllowed: boolean;
  readonly pattern: string;
}

/** What a robots.txt says to us. */
export interface Robots {
  /** `path` with its query, as a URL spells it. */
  allows(path: string): boolean;
  /** What it asks to be left between two pages (Crawl-delay), milliseconds; 0: nothing. */
  readonly delayMs: number;
}

/** Says yes to everything: there is no robots.txt. */
export const ALLOW_ALL: Robots = { allows: () => true, delayMs: 0 };
/** Says no to everything: what it says cannot be known. */
export const ALLOW_NONE: Robots = { allows: () => false, delayMs: 0 };

/** At least so much has to be read (RFC 9309, 2.5). */
const MAX_CHARACTERS = 500 * 1024;

/**
 * Reads a robots.txt by RFC 9309: the groups that name `token`, else those of `*`; the longest pattern that matches decides, and
 * allowing wins a tie. Crawl-delay is no part of the RFC, but many write it and mean it.
 *
 * @param token the product token of our User-Agent, lower case
 */
export function readRobots(text: string, token: string): Robots {
  const { own, common } = groupsOf(text.slice(0, MAX_CHARACTERS), token);
  const { rules, delayMs } = own ?? common;
  return {
    delayMs,
    allows(path) {
      let best: Rule | null = null;
      for (const rule of rules) {
        if (!matches(rule.pattern, path)) continue;
        const length = rule.pattern.length - (best?.pattern.length ?? -1);
        if (length > 0 || (length === 0 && rule.isAllowed)) best = rule;
      }
      return best?.isAllowed ?? true;
    },
  };
}

/** What the groups for one kind of robot say together. */
interface Group {
  readonly rules: Rule[];
  delayMs: number;
}

/** `own`: null when no group names us. */
function groupsOf(text: string, token: string): { own: Group | null; common: Group } {
  let own: Group | null = null;
  const common: Group = { rules: [], delayMs: 0 };
  let targets: Group[] = [];
  let isNaming = false;
  for (const line of text.replace(/^\ufeff/, "").split(/[\r\n]+/)) {
    const at = line.indexOf(":");
    if (at < 0) continue;
    const key = line.slice(0, at).trim().toLowerCase();
    const value = (line.slice(at + 1).split("#", 1)[0] ?? "").trim();
    if (key === "user-agent") {
      if (!isNaming) targets = [];
      isNaming = true;
      if (value === "*") targets.push(common);
      else if (value.toLowerCase().split(/[/\s]/, 1)[0] === token)
        targets.push((own ??= { rules: [], delayMs: 0 }));
    } else if (key === "allow" || key === "disallow") {
      isNaming = false;
      // An empty pattern says nothing.
      if (value === "") continue;
      const rule = { isAllowed: key === "allow", pattern: canonical(value) };
      for (const target of targets) target.rules.push(rule);
    } else if (key === "crawl-delay") {
      isNaming = false;
      const seconds = /^\d{1,6}(?:\.\d{1,6})?$/.test(value) ? Number(value) : 0;
      for (const target of targets) target.delayMs = Math.max(target.delayMs, seconds * 1_000);
    }
  }
  return { own, common };
}

/** As a URL spells a path: what is beyond ASCII as UTF-8 in percents. */
function canonical(pattern: string): string {
  return pattern
    .replace(/[^\x21-\x7e]+/gu, (text) => encodeURIComponent(text.toWellFormed()))
    .replace(/%[0-9a-f]{2}/giu, (code) => code.toUpperCase());
}

/** `*` stands for anything, `$` at the end for the end. Linear: each part is looked for where it first can be. */
function matches(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith("$");
  const parts = (isAnchored ? pattern.slice(0, -1) : pattern).split("*");
  const first = parts.shift() ?? "";
  if (!path.startsWith(first)) return false;
  const last = isAnchored ? parts.pop() : undefined;
  let at = first.length;
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  if (!isAnchored) return true;
  return last === undefined ? path.length === at : path.length - last.length >= at && path.endsWith(last);
}
