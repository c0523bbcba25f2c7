/**
 * The address of a link as the server keeps it, or null: links to hosts without a dot and with other schemes than
 * http, https, tg, ton are dropped without a word (tdlib/td LinkManager.cpp, read 2026-11-25).
 */
export function checkedLink(link: string): string | null {
  const written = link.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/iu.test(written) ? written : `http://${written}`);
  if (url === null) return null;
  if (url.protocol === "tg:" || url.protocol === "ton:") return url.href;
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  return url.hostname.includes(".") || url.hostname.startsWith("[") ? url.href : null;
}
