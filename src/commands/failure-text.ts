/** A text of a language's commands.ftl. */
export type Text = (key: string, args?: Readonly<Record<string, string | number>>) => string;

/** Codes of docs/sources.md that have words of their own in every language: `failure-CODE`. */
export const wordedFailures: ReadonlySet<string> = new Set(
  (
    "bad-url private-address source-exists dns refused unreachable connection-lost tls timeout " +
    "bad-http request-failed too-many-redirects too-large headers-too-large bad-encoding " +
    "http-401 http-402 http-403 http-404 http-410 http-429 http-451 http-503 challenge-page " +
    "not-a-feed empty-answer too-complex no-preview unknown-kind internal"
  ).split(" "),
);

/** Why a source failed, in the language that `text` speaks; a code that has no words there keeps the English ones of the log. */
export function failureText(
  text: Text,
  { code, text: english }: { readonly code: string; readonly text: string },
): string {
  if (wordedFailures.has(code)) return text(`failure-${code}`);
  const status = /^http-(\d{3})$/u.exec(code)?.[1];
  if (status === undefined) return english;
  // Passed as text: a status is no number to be grouped.
  return text(status.startsWith("5") ? "failure-http-5xx" : "failure-http-other", { status });
}
