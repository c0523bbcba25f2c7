import { SourceError } from "../../src/errors.ts";
import { isChallenge } from "./challenge.ts";
import { retryAfterMs } from "./retry-after.ts";

/** Codes of node and undici by what they mean for a source. */
const MEANINGS: readonly (readonly [RegExp, string, string])[] = [
  [
    /^(UND_ERR_CONNECT_TIMEOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|ETIMEDOUT)$/,
    "timeout",
    "The server did not answer in time.",
  ],
  [
    /^UND_ERR_HEADERS_OVERFLOW$|^HPE_HEADER_OVERFLOW$/,
    "headers-too-large",
    "The server's headers are too large.",
  ],
  [/^UND_ERR_RES_EXCEEDED_MAX_SIZE$/, "too-large", "The answer is too large."],
  [/^(ENOTFOUND|ENODATA|EAI_.*)$/, "dns", "The host name cannot be resolved."],
  [/^ECONNREFUSED$/, "refused", "The server refuses connections."],
  [/^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, "unreachable", "The server cannot be reached."],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET|ECONNABORTED)$/, "connection-lost", "The connection broke off."],
  [
    /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|EPROTO)/,
    "tls",
    "The secure connection failed: the certificate or TLS is at fault.",
  ],
  [
    /^(HPE_|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|UND_ERR_REQ_|UND_ERR_INVALID)/,
    "bad-http",
    "The server does not speak proper HTTP.",
  ],
];

/** Turns whatever a connection threw into a SourceError. Ours pass as they are, also from within undici's own. */
export function faultOf(error: unknown): SourceError {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if (at instanceof SourceError) return at;
    // Happy eyeballs collects one error an address.
    const inner: unknown = at instanceof AggregateError ? at.errors[0] : at;
    const code = codeOf(inner);
    const meaning = MEANINGS.find(([pattern]) => pattern.test(code));
    if (meaning !== undefined) return new SourceError(meaning[2], { code: meaning[1], cause: error });
  }
  return new SourceError("The request failed.", { code: "request-failed", cause: error });
}

/** undici's parser has an error class for what is no HTTP at all, without a code. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return code === "" && error.name === "HTTPParserError" ? "HPE_" : code;
}

/** What is known of an answer that is not the wanted one. */
export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const WORDS: Readonly<Record<number, string>> = {
  401: "The server wants a log-in.",
  402: "The server wants payment.",
  403: "The server forbids us to read it.",
  404: "There is nothing at this address.",
  410: "The source is gone for good.",
  429: "The server says that we ask too often.",
  451: "The source is blocked for legal reasons.",
  503: "The server is not available now.",
};

/** The error for an HTTP status that is no success: `http-403` and the like, or `challenge-page`. */
export function refusalOf({ status, headers, body }: Refusal, now: number): SourceError {
  const wait = retryAfterMs(headers, now);
  if (isChallenge(headers, body)) return challengeError(wait);
  const words =
    WORDS[status] ??
    (status >= 500 ? "The server has an internal fault." : "The server refuses the request.");
  return new SourceError(`${words} (HTTP ${status})`, {
    code: `http-${status}`,
    permanent: status === 410,
    retryAfterMs: wait,
  });
}

/** The error for a page that wants a browser or a person. */
export function challengeError(wait: number | null): SourceError {
  return new SourceError("A protection service asks for a browser instead of answering.", {
    code: "challenge-page",
    retryAfterMs: wait,
    hint: "Ask the outlet to let feed readers in, or follow it in another way.",
  });
}
